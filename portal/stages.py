"""Stages and deadlines as professionals read them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mediation import pathways
from mediation.pathways import Due, Standing
from parenting_plans.values import Words

BLINK = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day on which a move is in time, and what the move is called."""

    label: Words
    last_day: datetime
    late: bool


def stage_of(standing: Standing) -> Words:
    """What the present stage is called among professionals."""
    steps = pathways.progress(pathways.load(), standing, professional=True)
    return next(step.label for step in steps if step.place == "now")


def deadline(standing: Standing, now: datetime) -> Deadline | None:
    """The nearest deadline of the stage, as people say it: a day is over at its end."""
    table = pathways.load()[standing.pathway]
    due: Due | None = pathways.deadline_of(table, standing)
    return Deadline(table.moves[due.move].label, due.at - BLINK, due.at <= now) if due else None
