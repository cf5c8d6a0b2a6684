"""What swaps, offers to care and court decisions look like in JSON, on the way in and out."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from mediation.usecases.care_offer import Away
from mediation.usecases.care_offer import Card as CareCard
from mediation.usecases.order import Applies
from mediation.usecases.swap import Card, Wanted
from parenting_plans.asking import Span
from parenting_plans.care_offers import CareOffer, OfferStanding
from parenting_plans.orders import Decision, Measure, Order, OrderKind
from parenting_plans.swap_effect import Effect
from parenting_plans.swaps import MakeUp, Standing, Swap
from parenting_plans.values import Home
from portal.pages.trips_forms import Near

Moment = Annotated[AwareDatetime, Near]
MANY = 100  # more than a family ever names at once; the domain has narrower limits of its own
CHILD = "7f0c54f4-5d36-4d27-9a52-6c5f5bb0f0e1"


def _model(example: dict[str, Any]) -> ConfigDict:
    return ConfigDict(extra="forbid", json_schema_extra={"examples": [example]})


class SpanIn(BaseModel):
    """[starts_at, ends_at), in whole minutes, not between 02:00 and 03:00 in Brussels."""

    model_config = _model({"starts_at": "2027-01-08T18:00:00+01:00", "ends_at": "2027-01-10T18:00:00+01:00"})
    starts_at: Moment
    ends_at: Moment

    @property
    def span(self) -> Span:
        return Span(self.starts_at.astimezone(UTC), self.ends_at.astimezone(UTC))


class SwapIn(BaseModel):
    """The children are in `home` in that time, and in the other home in `back`. `counters`: the question this answers."""

    model_config = _model(
        {
            "children": [CHILD],
            "home": "B",
            "span": {"starts_at": "2027-01-08T18:00:00+01:00", "ends_at": "2027-01-10T18:00:00+01:00"},
            "make_up": "none",
        }
    )
    children: list[UUID] = Field(max_length=MANY)
    home: Home
    span: SpanIn
    make_up: MakeUp = MakeUp.NONE
    back: SpanIn | None = None
    respond_by: Moment | None = None
    counters: UUID | None = None
    makes_up_for: UUID | None = None

    @property
    def wanted(self) -> Wanted:
        return Wanted(
            children=tuple(self.children),
            home=self.home,
            span=self.span.span,
            make_up=self.make_up,
            back=self.back.span if self.back else None,
            respond_by=self.respond_by and self.respond_by.astimezone(UTC),
            makes_up_for=self.makes_up_for,
        )


class AwayIn(BaseModel):
    model_config = _model(
        {
            "children": [CHILD],
            "span": {"starts_at": "2027-01-08T18:00:00+01:00", "ends_at": "2027-01-10T18:00:00+01:00"},
        }
    )
    children: list[UUID] = Field(max_length=MANY)
    span: SpanIn
    respond_by: Moment | None = None

    @property
    def away(self) -> Away:
        return Away(tuple(self.children), self.span.span, self.respond_by and self.respond_by.astimezone(UTC))


class ShownIn(BaseModel):
    """`shown`: of the changes that were looked at, so that nobody accepts other ones."""

    model_config = _model({"shown": "0" * 64})
    shown: str = Field(max_length=64)


class HomeIn(BaseModel):
    model_config = _model({"child": CHILD, "home": "A"})
    child: UUID
    home: Home


_DECISION: dict[str, Any] = {
    "kind": "interim",
    "measure": "residence",
    "homes": [{"child": CHILD, "home": "A"}],
    "reference": "27/123/A",
    "decided_on": "2026-11-20",
    "starts_at": "2026-12-01T18:00:00+01:00",
}


class DecisionIn(BaseModel):
    """What the document says. `ends_at` null: until another decision."""

    model_config = _model(_DECISION)
    kind: OrderKind
    measure: Measure
    homes: list[HomeIn] = Field(max_length=MANY)
    reference: str
    decided_on: Annotated[date, Near]
    starts_at: Moment
    ends_at: Moment | None = None

    @property
    def decision(self) -> Decision:
        return Decision(
            self.kind,
            self.measure,
            tuple((one.child, one.home) for one in self.homes),
            self.reference,
            self.decided_on,
            self.starts_at.astimezone(UTC),
            self.ends_at and self.ends_at.astimezone(UTC),
        )


class NotedIn(DecisionIn):
    """`given`: a parent or the court gave you the document."""

    model_config = _model({**_DECISION, "given": True})
    given: bool


class CorrectionIn(DecisionIn):
    """`number`: of the row that you looked at."""

    model_config = _model({**_DECISION, "number": 1})
    number: int


class EndIn(BaseModel):
    model_config = _model({"number": 1, "ended_at": "2026-12-15T18:00:00+01:00"})
    number: int
    ended_at: Moment


@dataclass(frozen=True, slots=True)
class SpanOut:
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class MovedOut:
    """A stretch in which a child would be in the other home, and the nights in it."""

    child: UUID
    starts_at: datetime
    ends_at: datetime
    from_home: Home
    to_home: Home


@dataclass(frozen=True, slots=True)
class NightMovedOut:
    child: UUID
    date: date
    from_home: Home
    to_home: Home


@dataclass(frozen=True, slots=True)
class HandoverChangeOut:
    child: UUID
    at: datetime
    from_home: Home
    to_home: Home


@dataclass(frozen=True, slots=True)
class MoreOut:
    """How many nights and hours a child has more in a home than without the change; fewer: below zero."""

    child: UUID
    home: Home
    nights: int
    hours: float


@dataclass(frozen=True, slots=True)
class EffectOut:
    """What would change. Send `shown` back to accept exactly this."""

    shown: str
    moved: list[MovedOut]
    nights: list[NightMovedOut]
    handovers_new: list[HandoverChangeOut]
    handovers_gone: list[HandoverChangeOut]
    balance: list[MoreOut]


@dataclass(frozen=True, slots=True)
class SwapPreviewOut:
    """`respond_by`: until when the other parent can answer; no answer means that nothing changes."""

    effect: EffectOut
    respond_by: datetime
    under_order: bool
    late: bool
    long: bool


@dataclass(frozen=True, slots=True)
class SwapOut:
    id: UUID
    by: Home
    children: list[UUID]
    home: Home
    span: SpanOut
    make_up: MakeUp
    back: SpanOut | None
    respond_by: datetime
    standing: Standing
    asked_at: datetime
    answered_at: datetime | None
    counters: UUID | None
    undoes: UUID | None
    makes_up_for: UUID | None


@dataclass(frozen=True, slots=True)
class SwapCardOut:
    """`effect`: while it waits. `void`: a court decision stands in the way, `away`: a camp or hospital. `to_make_up`: an open line."""

    swap: SwapOut
    effect: EffectOut | None
    under_order: bool
    void: bool
    away: bool
    can_undo: bool
    to_make_up: bool


@dataclass(frozen=True, slots=True)
class CareOut:
    id: UUID
    by: Home
    children: list[UUID]
    span: SpanOut
    respond_by: datetime
    standing: OfferStanding
    offered_at: datetime
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class CareCardOut:
    offer: CareOut
    effect: EffectOut | None
    void: bool
    away: bool


@dataclass(frozen=True, slots=True)
class HomeOut:
    child: UUID
    home: Home


@dataclass(frozen=True, slots=True)
class AppliesOut:
    """That a decision applies: all that a parent reads of it."""

    id: UUID
    decided_on: date
    homes: list[HomeOut]
    starts_at: datetime
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class OrderRowOut:
    """One row of what was noted, for professionals alone."""

    number: int
    kind: OrderKind
    measure: Measure
    homes: list[HomeOut]
    reference: str
    decided_on: date
    starts_at: datetime
    ends_at: datetime | None
    ended_at: datetime | None
    recorded_at: datetime


def effect_out(effect: Effect) -> EffectOut:
    return EffectOut(
        shown=effect.shown,
        moved=[
            MovedOut(one.child, one.starts_at, one.ends_at, one.from_home, one.to_home)
            for one in effect.moved
        ],
        nights=[NightMovedOut(one.child, one.date, one.from_home, one.to_home) for one in effect.nights],
        handovers_new=[
            HandoverChangeOut(one.child, one.at, one.from_home, one.to_home) for one in effect.handovers_new
        ],
        handovers_gone=[
            HandoverChangeOut(one.child, one.at, one.from_home, one.to_home) for one in effect.handovers_gone
        ],
        balance=[
            MoreOut(child, home, nights[home], effect.hours_more[child][home])
            for child, nights in effect.nights_more.items()
            for home in Home
        ],
    )


def swap_out(card: Card) -> SwapCardOut:
    return SwapCardOut(
        swap_line(card.swap, card.standing),
        effect_out(card.effect) if card.effect else None,
        card.under_order,
        card.void,
        card.away,
        card.can_undo,
        card.to_make_up,
    )


def swap_line(swap: Swap, standing: Standing) -> SwapOut:
    wish = swap.wish
    return SwapOut(
        id=swap.id,
        by=swap.by,
        children=list(wish.children),
        home=wish.home,
        span=SpanOut(wish.span.starts_at, wish.span.ends_at),
        make_up=wish.make_up,
        back=SpanOut(wish.back.starts_at, wish.back.ends_at) if wish.back else None,
        respond_by=wish.respond_by,
        standing=standing,
        asked_at=swap.asked_at,
        answered_at=swap.answered_at,
        counters=swap.counters,
        undoes=swap.undoes,
        makes_up_for=wish.makes_up_for,
    )


def care_line(offer: CareOffer, standing: OfferStanding) -> CareOut:
    absence = offer.absence
    return CareOut(
        id=offer.id,
        by=offer.by,
        children=list(absence.children),
        span=SpanOut(absence.span.starts_at, absence.span.ends_at),
        respond_by=absence.respond_by,
        standing=standing,
        offered_at=offer.offered_at,
        answered_at=offer.answered_at,
    )


def care_out(card: CareCard) -> CareCardOut:
    effect = effect_out(card.effect) if card.effect else None
    return CareCardOut(care_line(card.offer, card.standing), effect, card.void, card.away)


def applies_out(one: Applies) -> AppliesOut:
    homes = [HomeOut(child, home) for child, home in one.homes]
    return AppliesOut(one.id, one.decided_on, homes, one.starts_at, one.ends_at)


def order_row(order: Order) -> OrderRowOut:
    said = order.decision
    return OrderRowOut(
        number=order.number,
        kind=said.kind,
        measure=said.measure,
        homes=[HomeOut(child, home) for child, home in said.homes],
        reference=said.reference,
        decided_on=said.decided_on,
        starts_at=said.starts_at,
        ends_at=said.ends_at,
        ended_at=order.ended_at,
        recorded_at=order.recorded_at,
    )
