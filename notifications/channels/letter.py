"""A worded message as an e-mail: neutral sender, no trace of who caused it (RFC 5322, RFC 3834)."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from notifications.values import Contact, GiveUp
from notifications.wording import Worded

SENDER = "Agenda"


def letter(worded: Worded, contact: Contact, sender: str, message_id: str, now: datetime) -> EmailMessage:
    """Write the e-mail. Raises GiveUp("address") for an address that no header can hold."""
    mail = EmailMessage(policy=SMTP)
    try:
        mail["From"] = Address(display_name=SENDER, addr_spec=parseaddr(sender)[1])
        mail["To"] = Address(addr_spec=contact.address)
        mail["Subject"] = worded.subject
    except (ValueError, IndexError):
        raise GiveUp("address") from None
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = message_id
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(worded.body, charset="utf-8")
    mail["Content-Language"] = contact.language
    return mail
