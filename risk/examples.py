"""Events for the examples of rules, in the format of a vignette: an ordinary trip, with only what matters changed."""

from typing import Any

Event = dict[str, Any]
EARLY = "2026-06-01T09:00+02:00"
COMPLETE = {"address": True, "phone": True, "carrier": True, "return": True}


def trip(depart: str, back: str | None, country: str = "PT", *, at: str = EARLY, **changes: Any) -> Event:
    """A booked flight of parent A with K1, both ways, everything on file."""
    return {
        "at": at,
        "type": "trip",
        "trip": "T1",
        "status": "booked",
        "traveller": "A",
        "children": ["K1"],
        "depart_at": depart,
        "return_at": back,
        "stays": [{"country": country, "nights": None if back is None else 7}],
        "transits": [],
        "tickets": {"child_out": True, "child_return": True},
        "mode": "air",
        "details": COMPLETE,
    } | changes


def consent(first: str, last: str, *countries: str, at: str = EARLY, **changes: Any) -> Event:
    """A permission by parent B for trip T1 and K1."""
    return {
        "at": at,
        "type": "consent",
        "id": "C1",
        "by": "B",
        "trip": "T1",
        "children": ["K1"],
        "countries": list(countries),
        "valid_from": first,
        "valid_to": last,
    } | changes


def permission(first: str, last: str, *countries: str, at: str = EARLY) -> Event:
    """A court's permission to travel."""
    return {
        "at": at,
        "type": "court_measure",
        "kind": "travel_permission",
        "countries": list(countries),
        "valid_from": first,
        "valid_to": last,
    }


def handover(due: str, *, at: str = EARLY, **changes: Any) -> Event:
    """Parent A is to hand over K1 to parent B; not delivered, no contact."""
    return {
        "at": at,
        "type": "handover",
        "due_at": due,
        "from": "A",
        "to": "B",
        "delivered_at": None,
        "contact": False,
    } | changes


def message(at: str, quote: str, **changes: Any) -> Event:
    """Parent A writes to parent B; a text rule matched and nobody has looked yet."""
    return {
        "at": at,
        "type": "message",
        "id": "M1",
        "from": "A",
        "to": "B",
        "quote": quote,
        "candidate": True,
        "confirmed": None,
    } | changes


def event(at: str, kind: str, /, **fields: Any) -> Event:
    return {"at": at, "type": kind} | fields


def with_a(start: str, end: str) -> dict[str, Any]:
    """A family in which the child is with parent A in that period."""
    return {"custody_periods": [{"parent": "A", "from": start, "to": end}]}
