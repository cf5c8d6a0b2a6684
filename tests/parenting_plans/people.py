"""Ana (home A) and Ben (home B), their children Lou and Mio, and a plan that both could sign."""

from copy import deepcopy
from datetime import UTC, date, datetime
from uuid import UUID

from parenting_plans.clause import LOU, MIO

ANA_AND_BEN = UUID("00000000-0000-4000-8000-00000000000f")
STRANGERS = UUID("00000000-0000-4000-8000-0000000000ff")
CHILDREN = (UUID(LOU), UUID(MIO))
TODAY = date(2027, 6, 1)
NOW = datetime(2027, 6, 1, 10, 0, tzinfo=UTC)
START = date(2027, 9, 6)

_WHOLE = {
    "A01": {"children": [LOU, MIO]},
    "B01": {"mode": "joint", "joint_topics": ["health", "training"]},
    "C01": {"per_child": {LOU: "A", MIO: "B"}},
    "C02": {
        "pattern": "ww_fri",
        "anchor_date": "2027-09-06",
        "anchor_parent": "A",
        "handover_time": "18:00",
    },
    "D01": {"day": "fri", "moment": "school_end", "no_school_time": "12:00"},
    "D02": {"place": "school", "transport": "receiving_fetches"},
    "D05": {"notice": 7, "answer": 3, "make_up": "swap", "max_shift": 7},
    "E03": {"split": "halves", "first_half_even": "B", "switch_weekday": "sat", "switch_time": "17:00"},
    "E05": {"split": "alternate", "first_half_even": "A"},
    "F01": {"schengen": "free_inform", "outside": "consent_written", "inform_days": 14, "info": ["dates"]},
}


def whole_plan(**changed):
    """A plan without problems; `changed` replaces answers (C02={"handover_time": "19:00"}) or drops a clause (None)."""
    plan = deepcopy(_WHOLE)
    for code, answers in changed.items():
        if answers is None:
            del plan[code]
        else:
            plan[code] = {**plan.get(code, {}), **answers}
    return plan
