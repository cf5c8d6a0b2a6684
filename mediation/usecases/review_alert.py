"""The centre's bench: the queue, a card, claiming it, deciding with a reason, and the second person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.families import ChildInFamily, Parent, children_of, parents_of
from mediation.people import LANGUAGES, NotYours, Person, Profession
from mediation.policy import Action, Relation, may_do, require
from mediation.tables import FamilyRow, PersonRow
from risk import alerts, store
from risk.alerts import Alert, Discipline, Outcome, Reviewer, Step
from risk.because import explain, shown
from risk.rule import Rule
from risk.rules import load as rules
from risk.store import AlertMissing, Card, Overtaken
from risk.values import Finding

DISCIPLINES = {
    Profession.CENTRE_LEGAL: Discipline.LEGAL,
    Profession.CENTRE_PSYCH: Discipline.PSYCHOLOGICAL,
    Profession.CENTRE_SOCIAL: Discipline.SOCIAL,
    Profession.CENTRE_COORDINATOR: Discipline.COORDINATION,
}
STREAM = "centre"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of the queue: the family by its code, never by name."""

    alert: Alert
    code: str
    title: dict[str, str]
    claimed_by: str  # a colleague's name, or empty


@dataclass(frozen=True, slots=True)
class Seen:
    """One card, opened."""

    card: Card
    rule: Rule
    code: str
    names: dict[UUID, str]  # colleagues who moved it
    parents: tuple[Parent, ...]
    children: tuple[ChildInFamily, ...]
    siblings: tuple[Alert, ...]  # every sign of this family, this one included


def relations_of(person: Person) -> frozenset[Relation]:
    """What this person is to every family: something for the centre, nothing for anyone else."""
    return frozenset({Relation(person.profession.value)}) if person.profession.at_the_centre else frozenset()


def reviewer(person: Person) -> Reviewer:
    """This person as the bench knows them. Raises NotYours for anyone who is not of the centre."""
    if person.profession not in DISCIPLINES:
        raise NotYours
    return Reviewer(person.id, DISCIPLINES[person.profession])


async def queue(session: AsyncSession, who: Person, limit: int = 200, offset: int = 0) -> tuple[Waiting, ...]:
    """What waits for somebody, in the order in which to look."""
    require(may_do(relations_of(who), Action.SEE_ALERTS))
    found = await store.queue(session, limit, offset)
    codes = await _codes(session, {alert.family_id for alert in found})
    names = await _names(session, {alert.claimed_by.id for alert in found if alert.claimed_by})
    titles = {rule.id: dict(rule.title) for rule in rules()}
    return tuple(
        Waiting(
            alert,
            codes[alert.family_id],
            titles.get(alert.rule) or dict.fromkeys(LANGUAGES, alert.rule),
            names.get(alert.claimed_by.id, "") if alert.claimed_by else "",
        )
        for alert in found
    )


async def waiting(session: AsyncSession, who: Person) -> int:
    """How many lines the queue has."""
    require(may_do(relations_of(who), Action.SEE_ALERTS))
    return await store.waiting(session)


def catalogue(who: Person) -> tuple[Rule, ...]:
    """Every rule there is, by id."""
    require(may_do(relations_of(who), Action.SEE_ALERTS))
    return rules()


def rule_named(who: Person, rule_id: str) -> Rule:
    """One rule of the catalogue. Raises NotYours when there is none of that name."""
    for rule in catalogue(who):
        if rule.id == rule_id:
            return rule
    raise NotYours


def sentence(rule: Rule, finding: Finding, language: str, names: Mapping[str, str]) -> str:
    """What was seen, in one language. `names` says what people call the codes in it (A, B, a child's id, a country).

    A finding of another version of the rule keeps its own values: today's sentence may not fit them.
    """
    if finding.version == rule.version:
        said = explain(rule.explanation, finding.inputs, language, names)
        return said[:1].upper() + said[1:]
    return "; ".join(f"{item.name}: {shown(item, language, names)}" for item in finding.inputs)


async def card(session: AsyncSession, who: Person, alert_id: UUID) -> Seen:
    """Everything about one sign. Raises NotYours, AlertMissing."""
    require(may_do(relations_of(who), Action.SEE_ALERTS))
    found = await store.card(session, alert_id)
    people = {line.by.id for line in found.lines if line.by} | (
        {found.alert.claimed_by.id} if found.alert.claimed_by else set()
    )
    family_id = found.alert.family_id
    rule = next((one for one in rules() if one.id == found.alert.rule), None)
    if rule is None:
        raise AlertMissing
    return Seen(
        card=found,
        rule=rule,
        code=(await _codes(session, {family_id}))[family_id],
        names=await _names(session, people),
        parents=await parents_of(session, family_id),
        children=await children_of(session, family_id),
        siblings=await store.of_family(session, family_id),
    )


async def _codes(session: AsyncSession, families: set[UUID]) -> dict[UUID, str]:
    rows = select(FamilyRow.id, FamilyRow.code).where(col(FamilyRow.id).in_(families))
    return dict((await session.exec(rows)).all())


async def _names(session: AsyncSession, people: set[UUID]) -> dict[UUID, str]:
    rows = select(PersonRow.id, PersonRow.name).where(col(PersonRow.id).in_(people))
    return dict((await session.exec(rows)).all())


async def claim(errand: Errand, alert_id: UUID) -> None:
    """Take it. Raises Overtaken when a colleague was first."""
    require(may_do(relations_of(errand.who), Action.REVIEW_ALERT))
    if await store.claim(errand.session, alert_id, reviewer(errand.who), errand.now) is None:
        raise Overtaken
    await errand.record(STREAM, "alert.claimed", alert_id)


async def release(errand: Errand, alert_id: UUID) -> None:
    await _move(errand, alert_id, "released", alerts.release)


async def decide(errand: Errand, alert_id: UUID, outcome: Outcome, reason: str) -> None:
    """Close it with a reason. A critical one that is not confirmed waits for a second, different discipline."""
    await _move(
        errand, alert_id, "decided", lambda alert, who, now: alerts.decide(alert, who, outcome, reason, now)
    )


async def second(errand: Errand, alert_id: UUID, reason: str = "") -> None:
    require(may_do(relations_of(errand.who), Action.SECOND_DECISION))
    await _move(errand, alert_id, "seconded", lambda alert, who, now: alerts.second(alert, who, now, reason))


async def decline(errand: Errand, alert_id: UUID, reason: str) -> None:
    require(may_do(relations_of(errand.who), Action.SECOND_DECISION))
    await _move(errand, alert_id, "declined", lambda alert, who, now: alerts.decline(alert, who, reason, now))


async def reopen(errand: Errand, alert_id: UUID, reason: str) -> None:
    await _move(errand, alert_id, "reopened", lambda alert, who, now: alerts.reopen(alert, who, reason, now))


Decide = Callable[[Alert, Reviewer, datetime], Step]


async def _move(errand: Errand, alert_id: UUID, what: str, decided: Decide) -> None:
    require(may_do(relations_of(errand.who), Action.REVIEW_ALERT))
    alert = await store.get(errand.session, alert_id)
    step = decided(alert, reviewer(errand.who), errand.now)
    await store.save_step(errand.session, step)
    await errand.record(STREAM, f"alert.{what}", alert_id, state=step.alert.state.value)
