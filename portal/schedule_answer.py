"""What a described schedule means: stays, handovers and balance as JSON values, and what a reader should know beside them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from parenting_plans.balance import balance
from parenting_plans.laid import Laid
from parenting_plans.schedule import community_of, ends_on, expand, handovers, uncertain_from
from parenting_plans.values import Because, Home, InForce, Stay
from portal.schedule_file import Described

PLAN = UUID(int=0)  # the swaps and orders of the file have the numbers after it


def answer(described: Described) -> dict[str, Any]:
    """Stays, handovers and balance of every child, as JSON values; moments with their offset."""
    versions = (InForce(PLAN, described.terms, described.start),)
    stays = {
        child.id: expand(
            versions,
            child,
            described.start,
            described.end,
            Laid(tuple(described.windows)),
            zone=described.zone,
        )
        for child in described.children
    }
    return {
        "stays": [_stay(stay, described) for own in stays.values() for stay in own],
        "handovers": [
            {
                "at": one.at.isoformat(),
                "child": described.names[one.child],
                "from_home": one.from_home.value,
                "to_home": one.to_home.value,
            }
            for one in handovers(chain.from_iterable(stays.values()))
        ],
        "balance": {described.names[child]: _balance(own, described.zone) for child, own in stays.items()},
    }


def notes(described: Described) -> Iterator[str]:
    """What a reader should know beside the answer."""
    versions = (InForce(PLAN, described.terms, described.start),)
    last = described.end.astimezone(described.zone).date()
    for child in described.children:
        if ends_on(child) <= last:
            yield f"{described.names[child.id]}: 18 years old on {ends_on(child)}; the calendar ends there."
        unknown = uncertain_from(versions, child)
        if unknown and unknown <= last:
            school = community_of(described.terms, child)
            yield (
                f"{described.names[child.id]}: the school calendar {school} is not known from {unknown};"
                " school holidays may be missing from then on."
            )


def _stay(stay: Stay, described: Described) -> dict[str, Any]:
    return {
        "child": described.names[stay.child],
        "home": stay.home.value,
        "starts_at": stay.starts_at.isoformat(),
        "ends_at": stay.ends_at.isoformat(),
        "layer": stay.because.layer.value,
        "because": _because(stay.because, described.documents),
    }


def _because(because: Because, documents: Mapping[UUID, str]) -> dict[str, Any]:
    what = because.what or documents.get(because.document or PLAN)
    return {"layer": because.layer.value, "clause": because.clause or None, "what": what}


def _balance(stays: Sequence[Stay], zone: ZoneInfo) -> dict[str, Any]:
    counted = balance(stays, zone)
    return {
        "nights": {home.value: counted.nights[home] for home in Home},
        "hours": {home.value: round(counted.hours[home], 4) for home in Home},
    }
