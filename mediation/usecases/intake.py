"""Opening a family, adding children, inviting the other parent and accepting that invitation."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand, stream_of
from mediation.families import ChildInFamily, Family
from mediation.pathways import begin
from mediation.people import NotYours
from mediation.policy import Action
from mediation.refusals import Refused, TooLate
from mediation.tables import ChildRow, FamilyRow, InvitationRow, ParentRow, PathwayRow, PersonRow
from mediation.usecases import calendar
from parenting_plans.values import ZONE, Community, Home, Problem

INVITATION_LASTS = timedelta(days=14)
MOST_FAMILIES = 5
MOST_CHILDREN = 12
GROWN_UP = 18
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels: a code never spells a word


@dataclass(frozen=True, slots=True)
class NewChild:
    given_name: str
    born: date
    community: Community


async def open_family(errand: Errand) -> UUID:
    """A new family with this person as parent A. One parent is enough to begin."""
    await errand.session.get(
        PersonRow, errand.who.id, with_for_update=True
    )  # two requests cannot both be the fifth
    held = await families.families_of(errand.session, errand.who, errand.now)
    if len(held) >= MOST_FAMILIES:
        raise Refused(Problem("", "You are already in {n} families.", {"n": str(len(held))}))
    family = FamilyRow(id=errand.new_id(), code="", opened_at=errand.now)
    family.code = _code(family.id)
    errand.session.add(family)
    await errand.session.flush()
    errand.session.add(_parent(errand, family.id, Home.A))
    standing = begin(errand.now)
    errand.session.add(
        PathwayRow(family_id=family.id, pathway=standing.pathway, stage=standing.stage, since=standing.since)
    )
    await errand.session.flush()
    await errand.record(stream_of(family.id), "family.opened", family.id)
    return family.id


def _code(family_id: UUID) -> str:
    """A short name without meaning, drawn from the random id."""
    number, letters = family_id.int, ""
    for _ in range(6):
        number, rest = divmod(number, len(_LETTERS))
        letters += _LETTERS[rest]
    return f"{letters[:3]}-{letters[3:]}"


def _parent(errand: Errand, family_id: UUID, home: Home) -> ParentRow:
    return ParentRow(
        id=errand.new_id(),
        family_id=family_id,
        person_id=errand.who.id,
        home=home.value,
        joined_at=errand.now,
    )


def problems_of_child(child: NewChild, today: date) -> tuple[Problem, ...]:
    problems = []
    if not child.given_name.strip():
        problems.append(Problem("given_name", "Fill in this field."))
    if child.born > today:
        problems.append(Problem("born", "This day is still to come. Fill in the day the child was born."))
    elif _birthday(child.born, GROWN_UP) <= today:
        problems.append(Problem("born", "Entente is for children under {n}.", {"n": str(GROWN_UP)}))
    return tuple(problems)


def _birthday(born: date, years: int) -> date:
    """The day an age is reached; born on 29 February: 1 March in a common year."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


async def add_child(errand: Errand, family_id: UUID, child: NewChild) -> ChildInFamily:
    family = await errand.family(family_id, Action.EDIT_CHILDREN)
    problems = problems_of_child(child, errand.now.astimezone(ZONE).date())
    if problems:
        raise Refused(*problems)
    if len(family.children) >= MOST_CHILDREN:
        raise Refused(Problem("", "A family here has at most {n} children.", {"n": str(MOST_CHILDREN)}))
    row = ChildRow(
        id=errand.new_id(),
        family_id=family.id,
        given_name=child.given_name.strip(),
        born=child.born,
        community=child.community.value,
        added_at=errand.now,
    )
    errand.session.add(row)
    await errand.session.flush()
    await errand.record(stream_of(family.id), "child.added", row.id)
    # A plan may be in force already: the child is in the agenda from now on.
    await calendar.renew(errand.session, errand.keys.links, family.id, errand.now)
    await errand.changed(family)
    return ChildInFamily(row.id, row.given_name, row.born, child.community)


def link_token(key: bytes, invitation_id: UUID) -> str:
    """The secret of an invitation's link. It is derived, so it is stored nowhere and can be written once more."""
    return hmac.new(key, f"invitation:{invitation_id}".encode(), hashlib.sha256).hexdigest()


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def invite(
    errand: Errand, family_id: UUID, address: str, language: str, *, theirs_alone: bool | None
) -> UUID:
    """Send the other parent a discreet link. An address that others read too is refused, with another way.

    A new invitation withdraws the earlier one.
    """
    family = await errand.family(family_id, Action.INVITE)
    if family.complete:
        raise TooLate("The other parent has already joined.")
    if not theirs_alone:
        raise Refused(
            Problem(
                "theirs_alone",
                "Only use an address that the other parent alone can read. If you are not sure, ask the centre to hand over the invitation.",
            )
        )
    if address.strip().lower() == errand.who.email:
        raise Refused(
            Problem("address", "This is your own address. Fill in the address of the other parent.")
        )
    await _withdraw_open(errand, family.id)
    row = InvitationRow(
        id=errand.new_id(),
        family_id=family.id,
        invited_by=errand.who.id,
        address=address.strip().lower(),
        language=language,
        token_hash="",
        created_at=errand.now,
        expires_at=errand.now + INVITATION_LASTS,
    )
    row.token_hash = _hash(link_token(errand.keys.links, row.id))
    errand.session.add(row)
    await errand.session.flush()
    await errand.record(stream_of(family.id), "invitation.sent", row.id)
    await errand.tell(row.id, "invitation", str(row.id))
    return row.id


async def _withdraw_open(errand: Errand, family_id: UUID) -> None:
    still_open = update(InvitationRow).where(
        col(InvitationRow.family_id) == family_id,
        col(InvitationRow.spent_at).is_(None),
        col(InvitationRow.withdrawn_at).is_(None),
    )
    await errand.session.exec(still_open.values(withdrawn_at=errand.now))


async def open_invitation(session: AsyncSession, token: str, now: datetime) -> InvitationRow:
    """The invitation this link leads to, while it can still be accepted. Looking does not spend it. Raises NotYours."""
    rows = select(InvitationRow).where(
        InvitationRow.token_hash == _hash(token),
        col(InvitationRow.spent_at).is_(None),
        col(InvitationRow.withdrawn_at).is_(None),
        col(InvitationRow.expires_at) > now,
    )
    row = (await session.exec(rows)).first()
    if row is None:
        raise NotYours
    return row


async def accept(errand: Errand, token: str) -> UUID:
    """Join as parent B. The link works once, for the address it was sent to, and never for the one who sent it."""
    invitation = await open_invitation(errand.session, token, errand.now)
    if errand.who.id == invitation.invited_by or errand.who.email != invitation.address:
        raise NotYours
    spent = update(InvitationRow).where(
        col(InvitationRow.id) == invitation.id, col(InvitationRow.spent_at).is_(None)
    )
    if (await errand.session.exec(spent.values(spent_at=errand.now))).rowcount != 1:
        raise NotYours
    errand.session.add(_parent(errand, invitation.family_id, Home.B))
    await errand.session.flush()
    family = await families.open_for(errand.session, invitation.family_id, errand.who, errand.now)
    await errand.record(stream_of(family.id), "invitation.accepted", invitation.id)
    await errand.tell_other(family, "joined", str(invitation.id))
    await errand.changed(family)
    return family.id


async def open_invitation_of(session: AsyncSession, family: Family, now: datetime) -> InvitationRow | None:
    """The invitation a parent sent that still waits."""
    rows = select(InvitationRow).where(
        InvitationRow.family_id == family.id,
        InvitationRow.invited_by == family.viewer.id,
        col(InvitationRow.spent_at).is_(None),
        col(InvitationRow.withdrawn_at).is_(None),
        col(InvitationRow.expires_at) > now,
    )
    return (await session.exec(rows)).first()
