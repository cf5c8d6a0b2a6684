"""Messages as `.eml` files in a folder, for a machine without a mail server. The same message is always the same file."""

import asyncio
import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from notifications.channels.letter import letter
from notifications.values import Contact, Receipt
from notifications.wording import Worded


@dataclass(frozen=True, slots=True)
class Maildir:
    folder: Path
    sender: str

    async def send(self, worded: Worded, contact: Contact, message_id: str, now: datetime) -> Receipt:
        mail = letter(worded, contact, self.sender, message_id, now)
        name = re.sub(r"[^A-Za-z0-9-]", "", message_id.partition("@")[0]) + ".eml"
        await asyncio.to_thread(_write, self.folder / name, bytes(mail))
        return Receipt(name)


def _write(path: Path, content: bytes) -> None:
    """A file is there whole or not at all, also after a power cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".half")
    with half.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
