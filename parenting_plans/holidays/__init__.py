"""School holidays of the three Communities. What is not known is said, never guessed.

Flanders follows a fixed rule and is computed for any year; the French and German-speaking Communities publish dates.
"""

from dataclasses import dataclass
from datetime import date

from parenting_plans.holidays import dated, flemish
from parenting_plans.holidays.named import ORDER, SchoolHoliday
from parenting_plans.values import Community

__all__ = ["ORDER", "Known", "SchoolHoliday", "holidays_of", "known", "known_until"]


@dataclass(frozen=True, slots=True)
class Known:
    """The civil days, both inclusive, over which a Community's school holidays are known without a hole."""

    first: date
    last: date


def holidays_of(community: Community, start: date, end: date) -> tuple[SchoolHoliday, ...]:
    """The known school holidays that touch the civil days `start` to `end`, both inclusive, in order."""
    if community is Community.FLEMISH:
        # A school year that begins in August of one year ends in the summer of the next.
        found = [
            holiday for year in range(start.year - 1, end.year + 1) for holiday in flemish.school_year(year)
        ]
    else:
        found = list(dated.rows(community))
    return tuple(holiday for holiday in found if holiday.first <= end and start <= holiday.last)


def known(community: Community) -> Known | None:
    """From when until when dates are known; None where a rule gives every year."""
    if community is Community.FLEMISH:
        return None
    rows = dated.rows(community)
    last = rows[0]
    for following in rows[1:]:
        if ORDER[(ORDER.index(last.id) + 1) % len(ORDER)] != following.id:
            break
        last = following
    return Known(rows[0].first, last.last)


def known_until(community: Community) -> date | None:
    """The last civil day about which the table can be trusted to be complete; None: any year."""
    span = known(community)
    return span.last if span else None
