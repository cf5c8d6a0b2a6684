"""The shape of a described schedule: one model for each part, and for each wrong value words that say how to write it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter

from parenting_plans import patterns, public_holidays, special_days
from parenting_plans.holidays import ORDER
from parenting_plans.soundness import problems_of_time
from parenting_plans.values import Community, Home, Layer, Problem, Split

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
YEARS = range(1900, 2201)
KINDS = {"interim": Layer.INTERIM_ORDER, "protective": Layer.PROTECTIVE_ORDER}


def _text(given: Any, example: str) -> str:
    if not isinstance(given, str):
        raise ValueError(f'write it as text, for example "{example}"')  # noqa: TRY004  # pydantic collects ValueErrors
    return given.strip()


def _day(given: Any) -> date:
    text = _text(given, "2027-01-04")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError('write a day that exists, for example "2027-01-04"') from None
    if day.year not in YEARS:
        raise ValueError(f"choose a year from {YEARS.start} to {YEARS.stop - 1}")
    return day


def _clock(given: Any) -> time:
    text = _text(given, "18:00")
    try:
        at = time.fromisoformat(text)
    except ValueError:
        raise ValueError('write a time of day, for example "18:00"') from None
    if at.tzinfo is not None:
        raise ValueError("leave the offset out: it is a time on the clock of the zone")
    _sound(problems_of_time("", at))
    return at


def _moment(given: Any) -> datetime:
    """A day alone is its first minute. Without an offset it stays naive until the zone is known."""
    text = _text(given, "2027-01-08T18:00")
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError('write a moment that exists, for example "2027-01-08T18:00"') from None
    if at.year not in YEARS:
        raise ValueError(f"choose a year from {YEARS.start} to {YEARS.stop - 1}")
    return at


def _switch(given: Any) -> tuple[int, time]:
    words = _text(given, "sat 18:00").lower().split()
    if len(words) != 2 or words[0][:3] not in WEEKDAYS:
        raise ValueError('write a weekday and a time, for example "sat 18:00"')
    return WEEKDAYS.index(words[0][:3]), _clock(words[1])


def _zone(given: Any) -> ZoneInfo:
    text = _text(given, "Europe/Brussels")
    try:
        return ZoneInfo(text)
    except (LookupError, OSError, ValueError):
        raise ValueError('choose a time zone that is known, for example "Europe/Brussels"') from None


def _pattern(given: Any) -> str | None:
    known = [one.id for one in patterns.load()]
    return None if given is None else _one_of(known)(given)


def _nights(given: Any) -> str | None:
    if given is None:
        return None
    nights = _text(given, "AABB")
    _sound(patterns.problems_of_nights(nights))
    return nights


def _special(given: Any) -> str:
    day = _text(given, "mothers_day")
    if not special_days.is_known(day):
        known = ", ".join(one.id for one in special_days.load())
        raise ValueError(f'write a date such as "2027-12-24", or one of: {known}')
    return day


def _public(given: Any) -> str:
    return _one_of([public_holidays.COMMUNITY_DAYS, *(one.id for one in public_holidays.load())])(given)


def _sound(problems: Iterable[Problem]) -> None:
    words = " ".join(said(problem) for problem in problems)
    if words:
        raise ValueError(words)


def said(problem: Problem) -> str:
    return problem.text.format(**problem.values)


def _one_of(choices: Iterable[str]) -> Callable[[Any], str]:
    allowed = tuple(choices)

    def check(given: Any) -> str:
        if given not in allowed:
            raise ValueError(f"choose one of: {', '.join(allowed)}")
        return str(given)

    return check


def _ids(given: Any) -> Any:
    return [given] if isinstance(given, str) else given


Day = Annotated[date, BeforeValidator(_day)]
Clock = Annotated[time, BeforeValidator(_clock)]
Moment = Annotated[datetime, BeforeValidator(_moment)]
Switch = Annotated[tuple[int, time], BeforeValidator(_switch)]
HomeIn = Annotated[Home, BeforeValidator(_one_of(Home))]
SplitIn = Annotated[Split, BeforeValidator(_one_of(Split))]
CommunityIn = Annotated[Community, BeforeValidator(_one_of(Community))]
Id = Annotated[str, Field(min_length=1, max_length=100)]
Ids = Annotated[list[Id] | None, BeforeValidator(_ids)]


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class ChildIn(Part):
    id: Id
    born: Day
    community: CommunityIn


class RegularIn(Part):
    pattern: Annotated[str | None, BeforeValidator(_pattern)] = None
    nights: Annotated[str | None, BeforeValidator(_nights)] = None
    anchor_date: Day
    first: HomeIn
    handover_time: Clock


class HolidayIn(Part):
    holiday: Annotated[str, BeforeValidator(_one_of(ORDER))]
    split: SplitIn
    first_half_even: HomeIn | None = None
    switch: Switch | None = None


class PublicIn(Part):
    extend: bool
    days: list[Annotated[str, BeforeValidator(_public)]] = []


class SpecialIn(Part):
    day: Annotated[str, BeforeValidator(_special)]
    home: HomeIn
    begins: Clock = Field(alias="from")
    ends: Clock = Field(alias="to")


class SwapIn(Part):
    begins: Moment = Field(alias="from")
    ends: Moment = Field(alias="to")
    home: HomeIn
    children: Ids = None


class OrderIn(Part):
    kind: Annotated[str, BeforeValidator(_one_of(KINDS))]
    begins: Moment = Field(alias="from")
    ends: Moment = Field(alias="to")
    home: HomeIn
    children: Ids = None


SECTIONS: Mapping[str, TypeAdapter[Any]] = {
    "zone": TypeAdapter(
        Annotated[ZoneInfo, BeforeValidator(_zone)], config=ConfigDict(arbitrary_types_allowed=True)
    ),
    "from": TypeAdapter(Moment),
    "to": TypeAdapter(Moment),
    "children": TypeAdapter(Annotated[list[ChildIn], Field(min_length=1)]),
    "regular": TypeAdapter(RegularIn),
    "holidays": TypeAdapter(list[HolidayIn]),
    "public_holidays": TypeAdapter(PublicIn | None),
    "special_days": TypeAdapter(list[SpecialIn]),
    "swaps": TypeAdapter(list[SwapIn]),
    "orders": TypeAdapter(list[OrderIn]),
}
OPTIONAL: Mapping[str, Any] = {
    "holidays": [],
    "public_holidays": None,
    "special_days": [],
    "swaps": [],
    "orders": [],
}
PLAIN = {
    "missing": "this is missing",
    "extra_forbidden": "this is not known here",
    "list_type": "write a list",
    "model_type": "write an object",
    "model_attributes_type": "write an object",
    "string_type": "write it as text",
    "bool_type": "write true or false",
    "bool_parsing": "write true or false",
    "too_short": "name at least one",
    "string_too_short": "this is empty",
}
