"""The school holidays that a plan shares, each with its turns. Brussels wall-clock time (naive datetimes)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from parenting_plans.holidays.named import SchoolHoliday
from parenting_plans.holidays.split import FRIDAY, Part, parts
from parenting_plans.values import HolidayRule, Home

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Shared:
    """One holiday in turns, which fill it from `parts[0].begins` to `parts[-1].ends`."""

    holiday: SchoolHoliday
    parts: tuple[Part, ...]

    @property
    def begins(self) -> datetime:
        return self.parts[0].begins

    @property
    def ends(self) -> datetime:
        return self.parts[-1].ends

    def home_at(self, at: datetime) -> Home | None:
        """The home at a wall-clock time; None outside the holiday."""
        return next((part.home for part in self.parts if part.begins <= at < part.ends), None)


def shared(
    holidays: Iterable[SchoolHoliday],
    rules: Sequence[HolidayRule],
    handover_on: Callable[[date], time],
    home_of_night: Callable[[date], Home],
) -> list[Shared]:
    """Every holiday that a rule shares, in order. `handover_on` and `home_of_night` tell of the regular week."""
    by_name = {rule.holiday: rule for rule in rules}
    found = []
    for holiday in holidays:
        rule = by_name.get(holiday.id)
        turns = parts(holiday, rule, handover_on(holiday.first)) if rule else ()
        if rule and turns and rule.last_weekend_to_school:
            turns = _into_school(turns, holiday.last, home_of_night(holiday.last))
        if turns:
            found.append(Shared(holiday, turns))
    return found


def _into_school(turns: tuple[Part, ...], last: date, home: Home) -> tuple[Part, ...]:
    """From the last Friday the child is already where its first school week begins."""
    ends = turns[-1].ends
    friday = last - timedelta(days=(last.weekday() - FRIDAY) % 7)
    at = datetime.combine(friday, ends.time())
    at = max(at if at < ends else at - 7 * DAY, turns[0].begins)
    kept = [replace(part, ends=min(part.ends, at)) for part in turns if part.begins < at]
    return (*kept, Part(at, ends, home))
