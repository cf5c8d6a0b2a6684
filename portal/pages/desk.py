"""The centre's desk: what waits for a person, one card at a time, and what can be done with it. For the centre alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Literal, Self
from uuid import UUID

from babel.dates import format_timedelta
from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from pydantic import BaseModel, Field, model_validator
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.usecases import review_alert
from mediation.usecases.review_alert import Seen
from portal import languages
from portal.forms import Wrong, submitted
from portal.languages import mark
from portal.visit import Visit, again, wanted
from risk.alerts import LONGEST_REASON, Outcome
from risk.mitigators import MITIGATORS

QUEUE = "desk/queue.html"
CARD = "desk/card.html"
ON_A_PAGE = 25
UNITS = (timedelta(weeks=1), timedelta(days=1), timedelta(hours=1), timedelta(minutes=1))
FROM_STATEMENTS = "comm_explicit_threat"
FROM = 2  # "47 hours" says more than "1 day"

# What nobody has recorded, said for a reader; tests/portal/test_desk.py holds this against every rule.
FACTS: Mapping[str, str] = {
    "court_measure.suspends_contact": mark("Whether a court decision has stopped these contacts"),
    "family.custody_periods": mark("In whose time the trip falls, according to the plan"),
    "family.parental_authority": mark("Whether the other parent shares parental authority"),
    "handover.contact": mark("Whether the parents were in contact at that moment"),
    "handover.delivered": mark("Whether the handover took place"),
    "message.confirmed": mark("What a reviewer makes of the message"),
    "trip.departed": mark("Whether the trip has begun"),
    "trip.details.address": mark("The address during the trip"),
    "trip.details.carrier": mark("The carrier or flight"),
    "trip.details.phone": mark("A telephone number during the trip"),
    "trip.details.return_details": mark("The details of the return journey"),
    "trip.return_at": mark("When the trip ends"),
    "trip.stays.nights": mark("How many nights are spent in each country"),
    "trip.tickets": mark("Which tickets were booked"),
    "trip.tickets.child_out": mark("Whether the child has a ticket for the way out"),
    "trip.tickets.child_return": mark("Whether the child has a ticket for the way back"),
}


class DecisionForm(BaseModel):
    outcome: Outcome = Field(default="", validate_default=True)
    reason: str = Field(min_length=1, max_length=LONGEST_REASON)


class SecondForm(BaseModel):
    answer: Literal["agree", "disagree"] = Field(default="", validate_default=True)
    reason: str = Field(default="", max_length=LONGEST_REASON)

    @model_validator(mode="after")
    def a_no_has_a_reason(self) -> Self:
        if self.answer == "disagree" and not self.reason:
            raise Wrong("Say in one line why you do not agree.", "reason")
        return self


class ReopenForm(BaseModel):
    reason: str = Field(min_length=1, max_length=LONGEST_REASON)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a long list. `before` and `after` are links, empty at either end."""

    number: int
    of: int
    before: str
    after: str

    @property
    def offset(self) -> int:
        return (self.number - 1) * ON_A_PAGE


def sheet(visit: Visit, total: int, path: str) -> Sheet:
    """The page that `?page=` asks for; anything that is no page of this list shows the nearest there is."""
    of = max(1, -(-total // ON_A_PAGE))
    asked = visit.request.query_params.get("page", "1")
    wish = int(asked[:9]) if asked.isascii() and asked.isdigit() else 1
    number = min(max(wish, 1), of)
    return Sheet(
        number,
        of,
        f"{path}?page={number - 1}" if number > 1 else "",
        f"{path}?page={number + 1}" if number < of else "",
    )


def from_now(at: datetime, now: datetime, lang: str) -> str:
    """How far away a moment is, as in "in 3 hours" or "3 hours ago": in whole units, so never more time than there is."""
    left = at - now
    unit = next((one for one in UNITS if abs(left) >= FROM * one), UNITS[-1])
    whole = int(left / unit) * unit
    return format_timedelta(
        whole, granularity="minute", threshold=FROM, add_direction=True, locale=languages.LOCALES[lang]
    )


class Desk(Controller):
    path = "/desk"

    @get("/")
    async def queue(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> Response[str]:
        total = await review_alert.waiting(reading, visit.person)
        page = sheet(visit, total, "/desk")
        lines = await review_alert.queue(reading, visit.person, ON_A_PAGE, page.offset)
        return visit.show(QUEUE, lines=lines, sheet=page, total=total, **clock(visit))

    @get("/{alert_id:uuid}")
    async def card(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], alert_id: FromPath[UUID]
    ) -> Response[str]:
        return visit.show(CARD, **await _card(reading, alert_id, visit))

    @post("/{alert_id:uuid}/claim")
    async def claim(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], alert_id: FromPath[UUID]
    ) -> Redirect:
        await review_alert.claim(errand, alert_id)
        return visit.go(f"/desk/{alert_id}", "claimed")

    @post("/{alert_id:uuid}/release")
    async def release(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], alert_id: FromPath[UUID]
    ) -> Redirect:
        await review_alert.release(errand, alert_id)
        return visit.go(f"/desk/{alert_id}", "recorded")

    @post("/{alert_id:uuid}/decision")
    async def decide(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], alert_id: FromPath[UUID]
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        async with again(CARD, typed, partial(_card, errand.session, alert_id, visit)):
            form = wanted(DecisionForm, typed)
            await review_alert.decide(errand, alert_id, form.outcome, form.reason)
        return visit.go(f"/desk/{alert_id}", "recorded")

    @post("/{alert_id:uuid}/second")
    async def second(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], alert_id: FromPath[UUID]
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        async with again(CARD, typed, partial(_card, errand.session, alert_id, visit)):
            form = wanted(SecondForm, typed)
            if form.answer == "agree":
                await review_alert.second(errand, alert_id, form.reason)
            else:
                await review_alert.decline(errand, alert_id, form.reason)
        return visit.go(f"/desk/{alert_id}", "recorded")

    @post("/{alert_id:uuid}/reopen")
    async def reopen(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], alert_id: FromPath[UUID]
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        async with again(CARD, typed, partial(_card, errand.session, alert_id, visit)):
            await review_alert.reopen(errand, alert_id, wanted(ReopenForm, typed).reason)
        return visit.go(f"/desk/{alert_id}", "recorded")


def clock(visit: Visit) -> dict[str, Any]:
    return {"now": visit.now, "from_now": partial(from_now, now=visit.now, lang=visit.language)}


async def _card(session: AsyncSession, alert_id: UUID, visit: Visit) -> dict[str, Any]:
    seen = await review_alert.card(session, visit.person, alert_id)
    codes = _people(seen, visit)
    say = partial(review_alert.sentence, seen.rule, language=visit.language, names=codes)
    finding = seen.card.finding
    return {
        "here": f"/desk/{alert_id}",
        "seen": seen,
        "alert": seen.card.alert,
        "finding": finding,
        "rule": seen.rule,
        "reader": review_alert.reviewer(visit.person),
        "said": say(finding),
        "earlier": [(before, say(before)) for before in seen.card.earlier],
        "codes": codes,
        "parts": _parts(seen, visit),
        "statement": _statement(seen),
        "lowered": [MITIGATORS[code].text for code in finding.mitigators if code in MITIGATORS],
        "unknown": [visit.say.gettext(FACTS[name]) if name in FACTS else name for name in finding.unknown],
        **clock(visit),
    }


def _statement(seen: Seen) -> UUID | None:
    """Where the words are that this sign is about; a written case has none here."""
    if seen.rule.id != FROM_STATEMENTS:
        return None
    try:
        return UUID(seen.card.alert.key)
    except ValueError:
        return None


def _people(seen: Seen, visit: Visit) -> dict[str, str]:
    """What the codes in a sentence are called: letters and numbers for people, so that a reviewer reads facts first."""
    child = visit.say.gettext("child {number}")
    return {
        **dict(languages.countries(visit.language)),
        "A": visit.say.gettext("parent A"),
        "B": visit.say.gettext("parent B"),
        **{str(one.id): child.format(number=number) for number, one in enumerate(seen.children, 1)},
    }


def _parts(seen: Seen, visit: Visit) -> list[tuple[Mapping[str, str], Any, UUID | None]]:
    """What a combination rests on: title, level, and the card to open."""
    titles = {rule.id: rule.title for rule in review_alert.catalogue(visit.person)}
    places = {(alert.rule, alert.subject, alert.key): alert.id for alert in seen.siblings}
    subject = seen.card.alert.subject
    return [
        (
            titles.get(part.rule) or dict.fromkeys(languages.LANGUAGES, part.rule),
            part.severity,
            places.get((part.rule, subject, part.key)),
        )
        for part in seen.card.finding.parts
    ]
