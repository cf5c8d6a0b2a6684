"""Moving a family along its pathway: the table decides, this file loads, stores, records and tells."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import pathways
from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.mandates import Role
from mediation.pathways import Actor, Choice, GuardFacts, MoveNotAllowed, Pathway, Standing
from mediation.people import NotYours, Profession
from mediation.policy import Action
from mediation.refusals import TooLate
from mediation.tables import FamilyRow, PathwayRow
from mediation.usecases import mandate, screen
from mediation.vault import Vault
from parenting_plans import store as plans
from parenting_plans.values import Home

SYSTEM_MOVES = ("open_choice", "bar")  # steps that nobody has to press for
PRIVATE_MOVES = ("divert", "resume")  # neither parent may read them anywhere
_PARENT = {Home.A: Actor.PARENT_A, Home.B: Actor.PARENT_B}
_CHANGED = "Something changed in the meantime. Look again."


@dataclass(frozen=True, slots=True)
class Way:
    """Where a family stands and what this viewer can do about it."""

    table: Pathway
    standing: Standing
    stage: str  # what this viewer may see of it
    choices: tuple[Choice, ...]
    advised: bool  # the viewer's discipline has advised a route


async def way(session: AsyncSession, vault: Vault, family: Family, now: datetime) -> Way:
    row = await _row(session, family.id)
    standing = _standing(row)
    table = pathways.load()[standing.pathway]
    roles = actors(family)
    facts = await _facts(session, vault, row, now)
    return Way(
        table=table,
        standing=standing,
        stage=pathways.stage_for(standing, professional=family.home is None),
        choices=_shown(pathways.allowed(table, standing, roles, facts, now), family),
        advised=family.viewer.profession.value in row.advice,
    )


def _shown(choices: tuple[Choice, ...], family: Family) -> tuple[Choice, ...]:
    """A parent's list is the same whether or not something private stands in the way; only trying a move says more.

    Otherwise the list would change before the other parent's eyes the moment one of them asks for help.
    """
    if family.home is None:
        return choices
    return tuple(
        replace(one, missing=tuple(why for why in one.missing if why.text != pathways.NEUTRAL))
        for one in choices
    )


def actors(family: Family) -> frozenset[Actor]:
    """The viewer's roles on the pathway."""
    if family.home is not None:
        return frozenset({_PARENT[family.home]})
    found = {
        Actor(profession)
        for profession in _MANDATED
        if _RELATION[profession] in {r.value for r in family.relations}
    }
    if family.viewer.profession is Profession.CENTRE_COORDINATOR:
        found |= {Actor.COORDINATOR, Actor.CENTRE_STAFF}
    elif family.viewer.profession.at_the_centre:
        found.add(Actor.CENTRE_STAFF)
    return frozenset(found)


_MANDATED = ("mediator", "family_lawyer")
_RELATION = {"mediator": "mediator", "family_lawyer": "family_lawyer_duo"}


async def move(errand: Errand, family_id: UUID, wanted: str) -> Standing:
    """One step, or one person's yes to it. Raises MoveNotAllowed with a reason the person may hear."""
    family = await errand.family(family_id, Action.MOVE_PATHWAY)
    row = await _row(errand.session, family.id)
    before = _standing(row)
    facts = await _facts(errand.session, errand.keys.vault, row, errand.now)
    after = _decided(before, wanted, actors(family), facts, errand.now)
    for follow_up in SYSTEM_MOVES:
        after = _if_possible(after, follow_up, facts, errand.now)
    await _save(errand, row, after)
    stream = "centre" if wanted in PRIVATE_MOVES else stream_of(family.id)
    await errand.record(stream, f"pathway.{wanted}", family.id, stage=after.stage)
    if after.stage == "barred" and before.stage != "barred":
        await mandate.bar(errand, family.id)
    await errand.changed(family)
    # A private stop for safety changes neither stage nor answers, so no message can give it away.
    if (after.pathway, after.stage, after.yes) != (before.pathway, before.stage, before.yes):
        await _tell_all(errand, family, f"step:{family.id}:{row.changes + 1}")
    return after


def _decided(
    standing: Standing, wanted: str, roles: frozenset[Actor], facts: GuardFacts, now: datetime
) -> Standing:
    return pathways.decide(pathways.load()[standing.pathway], standing, wanted, roles, facts, now)


def _if_possible(standing: Standing, wanted: str, facts: GuardFacts, now: datetime) -> Standing:
    try:
        return _decided(standing, wanted, frozenset({Actor.SYSTEM}), facts, now)
    except MoveNotAllowed:
        return standing


async def advise_route(errand: Errand, family_id: UUID) -> None:
    """One discipline of the centre has advised on the route; two are needed before the parents are informed."""
    family = await errand.family(family_id, Action.ADVISE_ROUTE)
    row = await _row(errand.session, family.id)
    standing = _standing(row)
    if standing.stage != "triage":
        raise TooLate(_CHANGED)
    advice = {**row.advice, errand.who.profession.value: str(errand.who.id)}
    await _save(errand, row, standing, advice=advice)
    await errand.record(stream_of(family.id), "pathway.route_advised", family.id)


async def _save(
    errand: Errand, row: PathwayRow, standing: Standing, advice: Mapping[str, str] | None = None
) -> None:
    mine = update(PathwayRow).where(
        col(PathwayRow.family_id) == row.family_id, col(PathwayRow.changes) == row.changes
    )
    values = {
        "pathway": standing.pathway,
        "stage": standing.stage,
        "since": standing.since,
        "yes": sorted([move, actor.value] for move, actor in standing.yes),
        "facts": {name: at.isoformat() for name, at in standing.facts.items()},
        "advice": dict(advice if advice is not None else row.advice),
        "changes": row.changes + 1,
    }
    if (await errand.session.exec(mine.values(**values))).rowcount != 1:
        raise TooLate(_CHANGED)


async def _row(session: AsyncSession, family_id: UUID) -> PathwayRow:
    row = await session.get(PathwayRow, family_id)
    if row is None:
        raise NotYours
    return row


def _standing(row: PathwayRow) -> Standing:
    return Standing(
        pathway=row.pathway,
        stage=row.stage,
        since=row.since,
        yes=frozenset((move, Actor(actor)) for move, actor in row.yes),
        facts={name: datetime.fromisoformat(at) for name, at in row.facts.items()},
    )


async def _facts(session: AsyncSession, vault: Vault, row: PathwayRow, now: datetime) -> GuardFacts:
    answered = await screen.screened(session, vault, row.family_id)
    mandates = [held for held in await mandate.mandates_of(session, row.family_id) if held.in_force(now)]
    versions = await plans.versions_of(session, row.family_id)
    homes = {one.home for one in answered}
    leader = Role.FAMILY_LAWYER if row.pathway == "family_lawyer" else Role.MEDIATOR
    return GuardFacts(
        screened_a=Home.A in homes,
        screened_b=Home.B in homes,
        safety_flag=any(one.flag for one in answered),
        flag_lifted_by_two=all(one.lifted for one in answered if one.flag),
        advising_disciplines=len(row.advice),
        accredited_mediator=any(held.role == Role.MEDIATOR and held.accreditation for held in mandates),
        conflict_check_clear=any(held.conflict_clear and held.role == leader for held in mandates),
        plan_signed=any(version.sealed_at for version in versions),
    )


async def joint_work_blocked(session: AsyncSession, vault: Vault, family_id: UUID) -> bool:
    """Whether a safety flag stands: no joint session then."""
    row = await _row(session, family_id)
    flagged = any(one.flag and not one.lifted for one in await screen.screened(session, vault, family_id))
    return flagged or "diverted" in row.facts


async def in_opening(session: AsyncSession) -> tuple[tuple[UUID, str, Standing], ...]:
    """Families the centre must help over the threshold: (id, code, standing), longest waiting first."""
    rows = select(PathwayRow, FamilyRow.code).where(
        col(FamilyRow.id) == col(PathwayRow.family_id),
        col(PathwayRow.stage).in_(("safety_screen", "triage", "information")),
    )
    found = (await session.exec(rows.order_by(col(PathwayRow.since)))).all()
    return tuple((row.family_id, code, _standing(row)) for row, code in found)


async def _tell_all(errand: Errand, family: Family, event: str) -> None:
    held = await mandate.mandates_of(errand.session, family.id)
    people = {parent.person_id for parent in family.parents} | {
        one.person_id for one in held if one.in_force(errand.now)
    }
    for person_id in sorted(people - {errand.who.id}):
        await errand.tell(person_id, "step", event)
