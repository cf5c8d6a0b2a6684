"""What every use case needs at hand: the transaction, who acts, when, and the keys. Made at the edge, once a request."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families, journal
from mediation.families import Family
from mediation.people import Person, Profession
from mediation.policy import Action, may_do, require
from mediation.tables import PersonRow
from mediation.vault import Vault
from notifications import outbox
from notifications.values import Message
from risk import watch


@dataclass(frozen=True, slots=True)
class Keys:
    """Secrets that live outside the database. `journal` makes the record's chain one that its owner cannot rewrite."""

    journal: bytes
    links: bytes
    vault: Vault


@dataclass(frozen=True, slots=True)
class Errand:
    session: AsyncSession
    who: Person
    now: datetime
    keys: Keys
    new_id: Callable[[], UUID] = uuid4

    async def family(self, family_id: UUID, action: Action) -> Family:
        """Load and may: the family, if this person may do this in it. Raises NotYours.

        Locked for a change, except for the centre: a reviewer at work must never make a parent wait.
        """
        lock = not self.who.profession.at_the_centre
        family = await families.open_for(self.session, family_id, self.who, self.now, to_change=lock)
        require(may_do(family.relations, action))
        return family

    async def record(self, stream: str, action: str, subject: UUID, **facts: str | int | bool | None) -> None:
        """Into the journal: what happened to which id, never a name or what was said."""
        await journal.record(
            self.session, stream, self.who.id, action, subject, facts, self.now, key=self.keys.journal
        )

    async def tell(self, to: UUID, kind: str, event: str, **facts: str) -> None:
        """A message row in this transaction. `event` names what happened, once: the same event is never told twice."""
        message = Message(to=to, kind=kind, dedupe_key=f"{kind}:{event}:{to}", facts=facts)
        await outbox.enqueue(self.session, message, self.now)

    async def tell_other(self, family: Family, kind: str, event: str) -> None:
        other = family.other_parent
        if other is not None:
            await self.tell(other.person_id, kind, event)

    async def tell_centre(self, event: str) -> None:
        """A neutral message to everyone who works at the centre."""
        for person_id in await people_of_the_centre(self.session):
            await self.tell(person_id, "staff_alert", event)

    async def changed(self, family: Family) -> None:
        """The record changed: the worker looks at this family next. The same row is written whatever it will find."""
        await watch.mark(self.session, family.id, self.now)


def stream_of(family_id: UUID) -> str:
    return f"family:{family_id}"


async def people_of_the_centre(session: AsyncSession) -> Sequence[UUID]:
    """Everyone who works there; a rota may narrow this down one day."""
    professions = [one.value for one in Profession if one.at_the_centre]
    return (await session.exec(select(PersonRow.id).where(col(PersonRow.profession).in_(professions)))).all()
