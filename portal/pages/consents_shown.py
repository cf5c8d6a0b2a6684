"""What a page says beside each consent: whether it counts, and what its author can still do with it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from parenting_plans.consents import can_disown, can_withdraw, disown_until, is_void
from parenting_plans.coverage import is_active
from parenting_plans.values import Consent, Home


def consents_shown(given: Sequence[Consent], own: Home | None, now: datetime) -> dict[str, Any]:
    """`active`, `void`, `withdrawable`: ids; `disownable`: until when, by id. The last two are for their author alone."""
    mine = [one for one in given if one.by is own]
    return {
        "active": {one.id for one in given if is_active(one, now)},
        "void": {one.id for one in given if is_void(one)},
        "withdrawable": {one.id for one in mine if can_withdraw(one, now) and is_active(one, now)},
        "disownable": {one.id: disown_until(one) for one in mine if can_disown(one, now)},
    }
