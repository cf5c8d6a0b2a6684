"""Messages to a mail server. Anything that may pass by itself is TryLater; a refusal of this receiver is GiveUp."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from typing import Final, Protocol

import aiosmtplib

from notifications.channels.letter import letter
from notifications.values import Contact, GiveUp, Receipt, TryLater
from notifications.wording import Worded

IMPLICIT_TLS: Final = 465  # RFC 8314
PERMANENT: Final = 500


class Server(Protocol):
    """Where the mail server is and how to speak to it."""

    @property
    def host(self) -> str: ...
    @property
    def port(self) -> int: ...
    @property
    def user(self) -> str: ...
    @property
    def password(self) -> str: ...
    @property
    def start_tls(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class SmtpChannel:
    server: Server
    sender: str
    patience: float = 30.0  # seconds for a whole conversation; well within a worker's lease

    async def send(self, worded: Worded, contact: Contact, message_id: str, now: datetime) -> Receipt:
        mail = letter(worded, contact, self.sender, message_id, now)
        try:
            async with asyncio.timeout(self.patience):
                refused, answer = await self._speak(mail)
        except TimeoutError:
            raise TryLater("timeout") from None
        except aiosmtplib.SMTPRecipientsRefused as refusal:
            raise _about_receiver(refusal.recipients[0].code) from None
        except aiosmtplib.SMTPSenderRefused as refusal:
            raise TryLater(f"sender-{refusal.code}") from None  # our address, not this message
        except aiosmtplib.SMTPDataError as refusal:
            raise _about_receiver(refusal.code) from None
        except (aiosmtplib.SMTPException, OSError) as trouble:
            raise TryLater(type(trouble).__name__) from None
        if refused:
            raise _about_receiver(next(iter(refused.values())).code)
        return Receipt(answer[:200])

    async def _speak(self, mail: EmailMessage) -> tuple[dict[str, aiosmtplib.SMTPResponse], str]:
        at_once = self.server.port == IMPLICIT_TLS
        return await aiosmtplib.send(
            mail,
            hostname=self.server.host,
            port=self.server.port,
            username=self.server.user or None,
            password=self.server.password or None,
            use_tls=at_once,
            start_tls=self.server.start_tls and not at_once,
            timeout=self.patience,
        )


def _about_receiver(code: int) -> TryLater | GiveUp:
    return GiveUp(f"smtp-{code}") if code >= PERMANENT else TryLater(f"smtp-{code}")
