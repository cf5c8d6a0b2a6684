"""A worded message as an e-mail: neutral sender, no trace of who caused it (RFC 5322, RFC 3834)."""

import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from notifications.values import Contact, GiveUp
from notifications.wording import Worded

SENDER = "Agenda"
# One address and nothing else; letters of every script may stand in it (RFC 6531).
PLAIN = re.compile(r'[^\s,;:<>"()\[\]\\@\x00-\x1f\x7f]+@[^\s,;:<>"()\[\]\\@\x00-\x1f\x7f]+')


def letter(worded: Worded, contact: Contact, sender: str, message_id: str, now: datetime) -> EmailMessage:
    """Write the e-mail. Raises GiveUp("address") for what is not one plain address."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = _address(parseaddr(sender)[1], SENDER)
    mail["To"] = _address(contact.address)
    mail["Subject"] = worded.subject
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = message_id
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(worded.body, charset="utf-8")
    mail["Content-Language"] = contact.language
    return mail


def _address(text: str, name: str = "") -> Address:
    if not PLAIN.fullmatch(text):
        raise GiveUp("address")
    user, _, domain = text.partition("@")
    return Address(name, user, domain)
