"""Whether the handover can take place as said: on its day, at its hour, at its place."""

from collections.abc import Iterator

from parenting_plans.plan import handover_days
from parenting_plans.review_check import (
    Check,
    Example,
    Finding,
    Kind,
    Reviewed,
    contradicts,
    informs,
)
from parenting_plans.values import Problem

_WEEKEND = frozenset({"sat", "sun"})
_SCHOOL_CLOSES = "18:30"


def _looks(plan: Reviewed) -> Iterator[Finding]:
    regular, handover, place = plan.says("C02"), plan.says("D01"), plan.says("D02")
    days = handover_days(regular) if regular else frozenset()
    at_school = place.get("place") == "school"
    if handover.get("day") and days and days != {handover["day"]}:
        yield contradicts(
            Problem("D01.day", "In the regular schedule the children change homes on other days."),
            "D01",
            "C02",
        )
    if at_school and days & _WEEKEND:
        yield contradicts(
            Problem("D02.place", "Handover is at school, but the children also change homes at the weekend."),
            "D02",
            "C02",
        )
    if at_school and handover.get("moment") == "clock" and handover["time"] >= _SCHOOL_CLOSES:
        yield contradicts(
            Problem(
                "D01.time",
                "Handover is at school, but {time} is after school hours.",
                {"time": handover["time"]},
            ),
            "D01",
            "D02",
        )
    if regular and handover.get("moment") in ("school_end", "school_start"):
        yield informs(
            Problem(
                "D01.moment",
                "Handover follows school hours. The calendar shows {time}, as in the regular schedule.",
                {"time": regular["handover_time"]},
            ),
            "D01",
            "C02",
        )


_FRIDAYS = {
    "pattern": "ww_fri",
    "anchor_date": "2027-09-06",
    "anchor_parent": "A",
    "handover_time": "18:00",
}
_WEEKENDS = {**_FRIDAYS, "pattern": "own", "nights": "AAAAABB"}
CHECK = Check(
    id="handover",
    source="belgium.md 3.4, D01 and D02: handover by way of school",
    looks=_looks,
    examples=(
        Example(
            Reviewed({"C02": _FRIDAYS, "D01": {"moment": "school_end"}, "D02": {"place": "school"}}),
            ((Kind.INFORMATION, ("D01", "C02")),),
        ),
        Example(
            Reviewed({"C02": {**_WEEKENDS, "nights": "AAAAAAB"}, "D02": {"place": "school"}}),
            ((Kind.CONTRADICTION, ("D02", "C02")),),
        ),
        Example(
            Reviewed(
                {
                    "C02": _FRIDAYS,
                    "D01": {"day": "mon", "moment": "clock", "time": "19:00"},
                    "D02": {"place": "school"},
                }
            ),
            ((Kind.CONTRADICTION, ("D01", "C02")), (Kind.CONTRADICTION, ("D01", "D02"))),
        ),
        Example(
            Reviewed(
                {
                    "C02": _FRIDAYS,
                    "D01": {"day": "fri", "moment": "clock", "time": "18:00"},
                    "D02": {"place": "school"},
                }
            )
        ),
        Example(Reviewed({"D02": {"place": "school"}, "D01": {"moment": "school_end"}})),
    ),
)
