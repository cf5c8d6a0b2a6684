"""Random family records around the summer of 2027, both clock changes within reach; small enough to look at."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from risk.facts import (
    AgreedContact,
    Consent,
    CountryStay,
    CourtMeasure,
    CustodyPeriod,
    Departure,
    Details,
    Disruption,
    Facts,
    Family,
    Handover,
    MeasureKind,
    Message,
    Reading,
    Return,
    Revocation,
    Tickets,
    TravelAgreement,
    Trip,
    TripStatus,
)
from risk.values import Evidence, Parent

START = datetime(2027, 3, 20, tzinfo=UTC)
MINUTES = 40 * 24 * 60
hours = st.integers(-30 * 24, 40 * 24).map(lambda hour: START + timedelta(hours=hour))
quarters = st.integers(-MINUTES // 15, MINUTES // 15).map(
    lambda quarter: START + timedelta(minutes=15 * quarter)
)
days = st.integers(-20, 40).map(lambda day: date(2027, 3, 20) + timedelta(days=day))
parents = st.sampled_from(Parent)
maybe = st.sampled_from([True, False, None])
evidence = st.sampled_from([Evidence.A, Evidence.A, Evidence.B, Evidence.C, Evidence.D])
places = st.sampled_from(["PT", "AE", "TN", "US", "MA", "FR", "BE"])
tickets = st.one_of(st.none(), st.builds(Tickets, maybe, maybe))
details = st.builds(Details, maybe, maybe, maybe, maybe, held_by_centre=st.booleans())


@st.composite
def trips(draw) -> Trip:
    depart = draw(hours)
    length = draw(st.one_of(st.none(), st.integers(5, 24 * 15)))
    stays = st.builds(CountryStay, places, st.one_of(st.none(), st.integers(0, 14)))
    return Trip(
        id=draw(st.sampled_from(["T1", "T1", "T2"])),
        status=draw(st.sampled_from([TripStatus.BOOKED, TripStatus.REQUESTED, TripStatus.CANCELLED])),
        traveller=draw(parents),
        children=("K1",),
        depart_at=depart,
        return_at=None if length is None else depart + timedelta(hours=length),
        stays=tuple(draw(st.lists(stays, min_size=1, max_size=2))),
        tickets=draw(tickets),
        mode=draw(st.sampled_from(["air", "car"])),
        details=draw(details),
        recorded_at=draw(hours),
        evidence=draw(evidence),
    )


@st.composite
def consents(draw) -> Consent:
    first = draw(days)
    return Consent(
        id=draw(st.sampled_from(["C1", "C2"])),
        by=draw(parents),
        trip=draw(st.sampled_from(["T1", "T1", None])),
        children=draw(st.sampled_from([("K1",), ("K1",), ("K2",)])),
        countries=draw(
            st.sampled_from([("PT",), ("EU",), ("SCHENGEN", "AE"), ("US", "MA", "TN", "AE", "PT", "FR")])
        ),
        valid_from=first,
        valid_to=first + timedelta(days=draw(st.integers(0, 20))),
        recorded_at=draw(hours),
    )


@st.composite
def measures(draw) -> CourtMeasure:
    first = draw(days)
    against = draw(parents)
    return CourtMeasure(
        kind=draw(st.sampled_from(MeasureKind)),
        against=against,
        protects=against.other,
        granted_to=against.other,
        valid_from=first,
        valid_to=draw(
            st.one_of(st.none(), st.integers(0, 20).map(lambda more: first + timedelta(days=more)))
        ),
        suspends_contact=draw(maybe),
        recorded_at=draw(hours),
    )


@st.composite
def handovers(draw) -> Handover:
    giver, due = draw(parents), draw(quarters)
    delivered = draw(maybe)
    late = draw(st.one_of(st.none(), st.integers(0, 60 * 12)))
    return Handover(
        id="H1",
        due_at=due,
        giver=giver,
        receiver=giver.other,
        delivered=delivered,
        delivered_at=due + timedelta(minutes=late) if delivered and late is not None else None,
        contact=draw(maybe),
        refused=draw(st.booleans()),
        recorded_at=draw(hours),
        evidence=draw(evidence),
    )


few = {"max_size": 2}
messages = st.builds(
    Message,
    id=st.sampled_from(["M1", "M2"]),
    sender=parents,
    sent_at=hours.map(lambda at: at - timedelta(days=170)),
    quote=st.just("we leave"),
    candidate=st.booleans(),
    reading=st.one_of(st.none(), st.sampled_from(Reading)),
    recorded_at=hours.map(lambda at: at - timedelta(days=120)),
)
periods = st.builds(
    lambda parent, start, length: CustodyPeriod(
        parent=parent, starts_at=start, ends_at=start + timedelta(hours=length)
    ),
    parents,
    hours,
    st.integers(1, 400),
)
families = st.builds(
    Family,
    authority=st.sampled_from(
        [((Parent.A, True), (Parent.B, True)), ((Parent.A, True),), ((Parent.A, False), (Parent.B, True))]
    ),
    notice_days=st.one_of(st.none(), st.integers(0, 20)),
)
records = st.builds(
    Facts,
    family=families,
    custody_periods=st.lists(periods, **few).map(tuple),
    trips=st.lists(trips(), min_size=1, max_size=3).map(tuple),
    consents=st.lists(consents(), **few).map(tuple),
    revocations=st.lists(
        st.builds(lambda at: Revocation(consent="C1", at=at, recorded_at=at), hours), max_size=1
    ).map(tuple),
    court_measures=st.lists(measures(), max_size=1).map(tuple),
    handovers=st.lists(handovers(), **few).map(tuple),
    departures=st.lists(
        st.builds(lambda at: Departure(trip="T1", at=at, recorded_at=at), hours), max_size=1
    ).map(tuple),
    returns=st.lists(st.builds(lambda at: Return(trip="T1", at=at, recorded_at=at), hours), max_size=1).map(
        tuple
    ),
    disruptions=st.lists(
        st.builds(
            lambda at, new, trip: Disruption(
                trip="T1" if trip else None,
                handover=None if trip else "H1",
                new_at=new,
                proof=True,
                recorded_at=at,
            ),
            hours,
            hours,
            st.booleans(),
        ),
        max_size=1,
    ).map(tuple),
    messages=st.lists(messages, **few).map(tuple),
    contacts=st.lists(
        st.builds(
            lambda at, who, took: AgreedContact(parent=who, at=at, took_place=took, recorded_at=at),
            hours,
            parents,
            st.booleans(),
        ),
        max_size=2,
    ).map(tuple),
    agreements=st.lists(
        st.builds(TravelAgreement, signed_on=days.map(lambda day: day - timedelta(days=731))), max_size=1
    ).map(tuple),
)
