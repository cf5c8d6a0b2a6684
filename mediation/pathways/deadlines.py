"""When the next move should have been made. Working days are Monday to Friday minus the holidays that are passed in."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from mediation.pathways.values import Deadline, Kind, Move, Pathway, Standing
from parenting_plans.values import ZONE


@dataclass(frozen=True, slots=True)
class Due:
    """The move is due before `at` (UTC): the end of a Brussels day."""

    move: Move
    at: datetime
    kind: Kind


def deadline_of(table: Pathway, standing: Standing, holidays: Collection[date] = ()) -> Due | None:
    """The earliest deadline of the present stage; None when it has none."""
    dues = [
        Due(move, due_at(rule.deadline, standing.since, holidays), rule.deadline.kind)
        for (stage, move), rule in table.rules.items()
        if stage == standing.stage and rule.deadline is not None
    ]
    return min(dues, key=lambda due: due.at, default=None)


def due_at(deadline: Deadline, since: datetime, holidays: Collection[date] = ()) -> datetime:
    """The end of the last day; the day of `since` is not counted (as in art. 52 Judicial Code)."""
    day = since.astimezone(ZONE).date()
    left = deadline.days
    while left > 0:
        day += timedelta(days=1)
        if not deadline.working_days or (day.weekday() < 5 and day not in holidays):
            left -= 1
    return datetime.combine(day + timedelta(days=1), time(), ZONE).astimezone(UTC)
