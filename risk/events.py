"""One reader per type of event of a vignette: a line of the timeline becomes one record of the facts."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from risk.facts import (
    BRUSSELS,
    AgreedContact,
    Calls,
    Consent,
    CountryStay,
    CourtMeasure,
    Departure,
    Details,
    Disruption,
    Handover,
    MeasureKind,
    Message,
    Objection,
    OtherRecord,
    Reading,
    Recorded,
    Restart,
    Return,
    Revocation,
    Tickets,
    Transit,
    TravelAgreement,
    Trip,
    TripStatus,
)
from risk.fields import Fields
from risk.values import Evidence, Parent

# Types the catalogue's later rules read; kept as records so that nothing is lost.
LATER = frozenset(
    [
        "measure",
        "document",
        "ties",
        "relocation_process",
        "third_party_report",
        "child_statement",
        "history",
        "order_breach",
        "observation",
        "hearing",
        "contact_missed",
        "school",
        "address",
        "report",
    ]
)
NOTHING = frozenset({"tick", "note"})
Read = Callable[[Fields, datetime, datetime], Recorded]


def trip(event: Fields, at: datetime, _first: datetime) -> Trip:
    event.in_order("depart_at", "return_at")
    return Trip(
        id=event.text("trip"),
        status=event.choice("status", TripStatus),
        traveller=event.parent("traveller"),
        children=event.texts("children"),
        depart_at=event.instant("depart_at"),
        return_at=event.maybe_instant("return_at"),
        stays=tuple(
            CountryStay(s.country("country"), s.maybe_count("nights")) for s in event.objects("stays")
        ),
        transits=tuple(_transit(stop) for stop in event.objects("transits")),
        tickets=_tickets(event.object("tickets")) if event.has("tickets") else None,
        mode=event.text("mode") if event.has("mode") else None,
        details=_details(event.object("details")),
        both_parents=bool(event.flag("both_parents")),
        school_trip=bool(event.flag("school_trip")),
        **_known(event, at),
    )


def consent(event: Fields, at: datetime, _first: datetime) -> Consent:
    event.in_order("valid_from", "valid_to")
    return Consent(
        id=event.text("id"),
        by=event.parent("by"),
        trip=event.text("trip") if event.has("trip") else None,
        children=event.texts("children"),
        countries=event.countries("countries"),
        valid_from=event.day("valid_from"),
        valid_to=event.day("valid_to"),
        zone=event.zone("tz", BRUSSELS),
        **_known(event, at),
    )


def court_measure(event: Fields, at: datetime, _first: datetime) -> CourtMeasure:
    event.in_order("valid_from", "valid_to")
    return CourtMeasure(
        kind=event.choice("kind", MeasureKind),
        against=event.maybe_parent("against"),
        protects=event.maybe_parent("protects"),
        granted_to=event.maybe_parent("granted_to"),
        trip=event.text("trip") if event.has("trip") else None,
        countries=event.countries("countries"),
        valid_from=event.maybe_day("valid_from"),
        valid_to=event.maybe_day("valid_to"),
        suspends_contact=event.flag("suspends_contact"),
        **_known(event, at),
    )


def handover(event: Fields, at: datetime, _first: datetime) -> Handover:
    back = event.maybe_instant("delivered_at")
    giver = event.parent("from")
    if event.has("to") and event.source["to"] == event.source.get("from"):
        event.wrong("to", "A handover goes from one parent to the other.")
    return Handover(
        id=handover_id(event.source),
        due_at=event.instant("due_at"),
        giver=giver,
        receiver=event.maybe_parent("to") or giver.other,
        children=event.texts("children"),
        delivered=event.flag("delivered") if "delivered" in event.source else back is not None,
        delivered_at=back,
        contact=event.flag("contact"),
        refused=bool(event.flag("refused")),
        suspended=bool(event.flag("suspended")),
        **_known(event, at),
    )


def message(event: Fields, at: datetime, first: datetime) -> Message:
    return Message(
        id=event.text("id"),
        sender=event.parent("from"),
        sent_at=first,
        quote=event.text("quote"),
        candidate=bool(event.flag("candidate")),
        reading=event.choice("confirmed", Reading) if event.has("confirmed") else None,
        **_known(event, at),
    )


def disruption(event: Fields, at: datetime, _first: datetime) -> Disruption:
    new = "new_return_at" if event.has("new_return_at") else "new_at"
    return Disruption(
        trip=event.text("trip") if event.has("trip") else None,
        handover=event.text("handover") if event.has("handover") else None,
        new_at=event.maybe_instant(new),
        proof=bool(event.flag("proof")),
        **_known(event, at),
    )


def travel_agreement(event: Fields, at: datetime, _first: datetime) -> TravelAgreement:
    return TravelAgreement(
        signed_on=event.day("signed_on"),
        countries=event.countries("countries"),
        most_nights=event.maybe_count("most_nights"),
        **_known(event, at),
    )


def agreed_contact(event: Fields, at: datetime, _first: datetime) -> AgreedContact:
    return AgreedContact(
        parent=event.parent("parent"),
        at=event.maybe_instant("agreed_at") or at,
        took_place=bool(event.flag("took_place")),
        **_known(event, at),
    )


def other(event: Fields, at: datetime, _first: datetime) -> OtherRecord:
    names = ("by", "about", "parent", "reporter")
    about = next(
        (Parent(event.source[name]) for name in names if event.source.get(name) in set(Parent)), None
    )
    detail = next(
        (str(event.source[name]) for name in ("kind", "doc", "class", "status") if event.has(name)), ""
    )
    return OtherRecord(kind=event.text("type"), about=about, detail=detail, **_known(event, at))


READERS: Mapping[str, tuple[str, Read]] = {
    "trip": ("trips", trip),
    "consent": ("consents", consent),
    "consent_revoked": (
        "revocations",
        lambda event, at, _: Revocation(consent=event.text("id"), at=at, **_known(event, at)),
    ),
    "objection": (
        "objections",
        lambda event, at, _: Objection(
            trip=event.text("trip"),
            by=event.parent("by"),
            withdrawn=bool(event.flag("withdrawn")),
            **_known(event, at),
        ),
    ),
    "court_measure": ("court_measures", court_measure),
    "handover": ("handovers", handover),
    "departed": (
        "departures",
        lambda event, at, _: Departure(trip=event.text("trip"), at=at, **_known(event, at)),
    ),
    "returned": ("returns", lambda event, at, _: Return(trip=event.text("trip"), at=at, **_known(event, at))),
    "disruption": ("disruptions", disruption),
    "message": ("messages", message),
    "unanswered_calls": (
        "calls",
        lambda event, at, _: Calls(
            parent=event.parent("parent"),
            count=int(event.number("count")),
            hours=event.number("hours"),
            **_known(event, at),
        ),
    ),
    "agreed_contact": ("contacts", agreed_contact),
    "travel_agreement": ("agreements", travel_agreement),
    "restart": (
        "restarts",
        lambda event, at, _: Restart(trip=event.text("trip"), on=event.day("on"), **_known(event, at)),
    ),
    **dict.fromkeys(sorted(LATER), ("others", other)),
}


def thing(event: Mapping[str, Any]) -> tuple[str, str] | None:
    """What a later event of the same type updates: (type, id), or None when it always adds a new record."""
    names = {"trip": "trip", "consent": "id", "message": "id"}
    kind = str(event.get("type"))
    if kind == "handover":
        return kind, handover_id(event)
    return (kind, str(event.get(names[kind]))) if kind in names else None


def handover_id(event: Mapping[str, Any]) -> str:
    return str(event.get("id") or f"{event.get('due_at')}/{event.get('from')}")


def _known(event: Fields, at: datetime) -> dict[str, Any]:
    evidence = event.choice("evidence", Evidence) if event.has("evidence") else Evidence.A
    return {"recorded_at": at, "evidence": evidence}


def _transit(stop: Fields) -> Transit:
    return Transit(
        stop.country("country"),
        stop.number("hours"),
        landside=bool(stop.flag("landside")),
        through_ticket=bool(stop.flag("through_ticket")),
    )


def _tickets(tickets: Fields) -> Tickets:
    return Tickets(tickets.flag("child_out"), tickets.flag("child_return"))


def _details(details: Fields) -> Details:
    return Details(
        details.flag("address"),
        details.flag("phone"),
        details.flag("carrier"),
        details.flag("return"),
        held_by_centre=bool(details.flag("held_by_centre")),
    )
