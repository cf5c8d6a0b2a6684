"""What a plan at work looks like in the demo: more agreements, swaps, an offer to care, a talk, sealed answers, a decision."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from mediation import families
from mediation.people import Person
from mediation.usecases import (
    away_days,
    calendar,
    care_offer,
    order,
    plan_apart,
    plan_clauses,
    swap,
    travel_document,
    travel_document_receipt,
)
from parenting_plans.asking import Span
from parenting_plans.away_days import Noting, Why
from parenting_plans.orders import Decision, Measure, OrderKind
from parenting_plans.travel_documents import Details, EventKind, Holder, Told
from parenting_plans.values import ZONE, Agreed, Home, Leg, Stay, Stop
from portal.database import Database

DAY = timedelta(days=1)
HOURS_AWAY = 24

# Beside the ten of the sample plan. Nothing in them is about one real family.
MORE_CLAUSES: Agreed = {
    "A02": {"promises": ["no_messages_via_child", "no_denigration", "child_free_to_love_both"]},
    "B02": {"rule": "parent_with_child"},
    "B03": {"channel": "platform", "answer_days": 14, "silence": "mediation"},
    "C03": {"equal": "yes"},
    "C07": {"enabled": "yes", "threshold": HOURS_AWAY},
    "D03": {"grace": 30, "notify": "platform", "ill": "doctor_advice"},
    "E08": {"extend": "yes"},
    "E09": {
        "tradition": "national",
        "mothers_day": "parent_a",
        "fathers_day": "parent_b",
        "begins": "10:00",
        "ends": "18:00",
    },
    "F02": {
        "card": "with_child",
        "passport": "registered",
        "hand_over_days": 7,
        "apply": "either",
        "pay": "halves",
    },
    "G01": {
        "channel": "platform",
        "response": 48,
        "quiet_from": "21:00",
        "quiet_until": "07:00",
        "tone_help": "yes",
    },
    "G02": {
        "topics": ["health", "school", "wellbeing"],
        "frequency": "each_handover",
        "form": "handover_note",
    },
    "K04": {"list": "rd2019", "share_a": 50},
    "N01": {"first_months": 1, "then": "6m", "triggers": ["school_change", "child_request"]},
    "N02": {"mediation": "yes", "who": "centre", "sessions_min": 1, "cost_share_a": 50},
}


@dataclass(frozen=True, slots=True)
class Scene:
    """One family, and how an errand is run as one of its people some days ago."""

    database: Database
    run: Callable[..., Awaitable[Any]]
    now: datetime
    family_id: UUID
    a: Person
    b: Person
    children: tuple[UUID, ...]


async def days_that_move(scene: Scene) -> None:
    """A swap that was accepted, one that waits, and an offer to care that waits."""
    free = await _stays(scene)
    with_a = [stay for stay in free if stay.home is Home.A]
    with_b = [stay for stay in free if stay.home is Home.B]
    accepted = await _asked(scene, 3, scene.a, with_b[0], 4)
    async with scene.database.reading() as session:
        family = await families.open_for(session, scene.family_id, scene.b, scene.now - 2 * DAY)
        effect = (await swap.card(session, family, accepted, scene.now - 2 * DAY)).effect
    if effect is not None:
        await scene.run(2, scene.b, swap.accept, scene.family_id, accepted, effect.shown)
    await _asked(scene, 1, scene.b, with_a[0], 5)
    begins = _at(with_a[1], 9)
    away = care_offer.Away(scene.children, Span(begins, begins + timedelta(hours=HOURS_AWAY + 6)))
    await scene.run(1, scene.a, care_offer.offer, scene.family_id, away)


async def a_camp(scene: Scene) -> None:
    """The oldest child goes to a camp, which the second parent noted."""
    begins = _at((await _stays(scene))[2], 9)
    said = Noting(Why.CAMP, scene.children[:1], Span(begins, begins + 2 * DAY + timedelta(hours=7)))
    await scene.run(1, scene.b, away_days.note, scene.family_id, said)


async def _asked(scene: Scene, days_ago: float, who: Person, stay: Stay, hours: int) -> UUID:
    """Some hours of the other parent's time, on the second day of the stay."""
    begins = _at(stay, 10)
    span = Span(begins, begins + timedelta(hours=hours))
    wanted = swap.Wanted(scene.children, stay.home.other, span)
    return UUID(str(await scene.run(days_ago, who, swap.ask, scene.family_id, wanted)))


def _at(stay: Stay, hour: int) -> datetime:
    day = stay.starts_at.astimezone(ZONE) + 2 * DAY
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)


async def _stays(scene: Scene) -> list[Stay]:
    """The oldest child's coming stays of several days, from ten days ahead."""
    async with scene.database.reading() as session:
        family = await families.open_for(session, scene.family_id, scene.a, scene.now)
        first = scene.now.astimezone(ZONE).date() + 10 * DAY
        found = await calendar.stays(session, family, first, first + 90 * DAY, scene.now)
    own = [stay for stay in found if stay.child == scene.children[0]]
    return [stay for stay in own[1:] if stay.ends_at - stay.starts_at > 5 * DAY]


async def talk(scene: Scene) -> None:
    """One agreement is talked over by itself: a proposal, another one in answer, and it waits."""
    calls = {
        "free": "yes",
        "moments": [{"day": "wed", "time": "18:30"}],
        "max_minutes": 20,
        "medium": "video",
    }
    longer = {**calls, "max_minutes": 30}
    first = await scene.run(4, scene.a, plan_clauses.propose, scene.family_id, "G03", calls, "", seen=None)
    await scene.run(3, scene.b, plan_clauses.propose, scene.family_id, "G03", longer, "", seen=first)


async def sealed_answers(scene: Scene) -> None:
    """One parent has answered a section apart and waits for the other, who sees nothing of it yet."""
    for code in ("G01", "G02"):
        await scene.run(2, scene.a, plan_apart.save, scene.family_id, "G", code, MORE_CLAUSES[code])
    await scene.run(2, scene.a, plan_apart.submit, scene.family_id, "G")


async def decision(scene: Scene, noted_by: Person) -> None:
    """A professional notes what a court decided for some weeks to come."""
    begins = (scene.now + 30 * DAY).astimezone(ZONE).replace(hour=18, minute=0, second=0, microsecond=0)
    said = Decision(
        kind=OrderKind.INTERIM,
        measure=Measure.RESIDENCE,
        homes=tuple((child, Home.A) for child in scene.children),
        reference="27/0123/A",
        decided_on=_day(scene.now - 4 * DAY),
        starts_at=begins,
        ends_at=begins + 28 * DAY,
    )
    await scene.run(1, noted_by, order.record, scene.family_id, said, given=True)


async def papers(scene: Scene) -> None:
    """One child's passport, handed over and confirmed, and a Kids-ID that ends soon; a birth certificate asked for."""
    child, today = scene.children[0], _day(scene.now)
    passport = await _entered(
        scene,
        "belgian_passport",
        Details("Gent", today - 400 * DAY, today + 1400 * DAY),
        "ZZ000481",
        Holder.A,
    )
    await _entered(
        scene, "kids_id", Details("Gent", today - 1060 * DAY, today + 33 * DAY), "ZZ000992", Holder.CHILD
    )
    asked = Told(EventKind.APPLIED, today - 3 * DAY)
    paper = travel_document.Noted(child, "birth_certificate", "BE", asked)
    await scene.run(3, scene.b, travel_document.note, scene.family_id, paper)
    back = _brussels(scene.now + 47 * DAY, 18)
    await scene.run(1, scene.a, travel_document_receipt.hand_over, scene.family_id, passport, Holder.B, back)


def to_madrid_and_back(leave: datetime) -> tuple[Leg, ...]:
    """By plane some hours after `leave`, and back before the sixth day after it has the same hour."""
    brussels, madrid = ("BE", "Europe/Brussels"), ("ES", "Europe/Madrid")
    home = leave + 6 * DAY
    return (
        _flight("SN 3721", brussels, madrid, leave + timedelta(hours=2), homeward=False),
        _flight("SN 3722", madrid, brussels, home - timedelta(hours=4), homeward=True),
    )


def _flight(
    number: str, start: tuple[str, str], end: tuple[str, str], at: datetime, *, homeward: bool
) -> Leg:
    return Leg(
        homeward=homeward,
        mode="air",
        carrier="Brussels Airlines",
        number=number,
        from_country=start[0],
        to_country=end[0],
        departs_at=at,
        arrives_at=at + timedelta(hours=2, minutes=20),
        from_zone=start[1],
        to_zone=end[1],
        ends_in=Stop.STAY,
        through_ticket=False,
    )


def _brussels(at: datetime, hour: int) -> datetime:
    return at.astimezone(ZONE).replace(hour=hour, minute=0, second=0, microsecond=0)


async def _entered(scene: Scene, kind: str, details: Details, number: str, holder: Holder) -> UUID:
    """By the first parent; when somebody else has it, the second one confirms that."""
    told = Told(EventKind.NOTED, _day(scene.now - 20 * DAY))
    noted = travel_document.Noted(scene.children[0], kind, "BE", told, details, number, holder)
    entered = UUID(str(await scene.run(20, scene.a, travel_document.note, scene.family_id, noted)))
    async with scene.database.reading() as session:
        family = await families.open_for(session, scene.family_id, scene.b, scene.now)
        waiting = (await travel_document.one(session, family, entered, scene.now)).handover
    if waiting is not None:
        await scene.run(19, scene.b, travel_document_receipt.confirm, scene.family_id, entered, waiting.id)
    return entered


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()
