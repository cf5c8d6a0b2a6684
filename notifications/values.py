"""A message before, during and after its journey. No message carries a name, a topic or what was said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Message:
    """A message to one person, to be worded in that person's language when it is sent.

    `dedupe_key` names the event and the receiver: a second message with the same key is never stored.
    `facts` may fill wording: a link path or a code, never a name, an address or free text.
    """

    to: UUID
    kind: str
    dedupe_key: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contact:
    """Where and in which language (nl, fr, de, en) a receiver wants messages; looked up at the moment of sending."""

    address: str
    language: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the other side answered when it took the message over."""

    reference: str


class TryLater(Exception):
    """The channel cannot take the message now; it may later."""


class GiveUp(Exception):
    """The channel will never take this message."""
