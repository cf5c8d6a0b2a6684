"""What a school holiday is, whichever Community it belongs to."""

from dataclasses import dataclass
from datetime import date

from parenting_plans.values import Community

ORDER = ("autumn", "christmas", "carnival", "easter", "summer")  # as they follow each other in a school year


@dataclass(frozen=True, slots=True)
class SchoolHoliday:
    """`first` is the first day off, `last` the last calendar day before school restarts; both inclusive."""

    id: str
    community: Community
    first: date
    last: date
    source: str
    confidence: str  # high, medium, low
