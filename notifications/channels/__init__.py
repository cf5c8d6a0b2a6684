"""Ways out of the house, one file each, all with the same one method."""

from datetime import datetime
from typing import Protocol

from notifications.values import Contact, Receipt
from notifications.wording import Worded


class Channel(Protocol):
    async def send(self, worded: Worded, contact: Contact, message_id: str, now: datetime) -> Receipt:
        """Hand a message over. Raises TryLater or GiveUp, whose text is a short code that names nobody."""
        ...
