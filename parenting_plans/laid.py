"""What a calendar depends on beside the plan, handed on as one value, so that no reader forgets a part. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from parenting_plans.holidays import SHIPPED, SchoolCalendars
from parenting_plans.values import Away, Window


@dataclass(frozen=True, slots=True)
class Laid:
    """`over`: swaps and orders that lie over the plan. `trips`: those both accepted. `school`: the school calendars."""

    over: tuple[Window, ...] = ()
    trips: tuple[Away, ...] = ()
    school: SchoolCalendars = SHIPPED

    def with_over(self, over: Iterable[Window]) -> "Laid":
        """The same with other swaps and orders."""
        return replace(self, over=tuple(over))


PLAIN = Laid()
