"""The register of documents: what a document is by its events, where it is by its receipts, and what is refused."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans import document_kinds, document_receipts, travel_documents
from parenting_plans.document_receipts import About, Place, Receipt, Status
from parenting_plans.errors import AlreadyAnswered, NotYourOwn, NotYourTurn
from parenting_plans.travel_documents import (
    DEPOSITORIES,
    Details,
    Document,
    Event,
    EventKind,
    Holder,
    Standing,
    Told,
)
from parenting_plans.values import ZONE, Home
from tests.parenting_plans.people import ANA_AND_BEN, CHILDREN, NOW, TODAY

BORN = date(2018, 5, 20)
LOU = CHILDREN[0]
PASSPORT = Document(UUID(int=1), ANA_AND_BEN, LOU, "belgian_passport", "BE", Home.A, NOW)
VALID = Details("Gent", date(2025, 1, 1), date(2030, 1, 1), "456")
A, B = Home.A, Home.B


def event(number: int, kind: EventKind, **said: object) -> Event:
    whole: dict[str, object] = {
        "id": UUID(int=100 + number),
        "family_id": ANA_AND_BEN,
        "child": LOU,
        "document": PASSPORT.id,
        "number": number,
        "kind": kind,
        "on": TODAY,
        "at": NOW,
        "by": A,
        "person": UUID(int=7),
    }
    return Event(**{**whole, **said})  # type: ignore[arg-type]


def facts(*kinds: EventKind, details: Details = VALID, today: date = TODAY) -> travel_documents.Facts:
    first = event(1, EventKind.NOTED, details=details)
    events = [first, *(event(number, kind) for number, kind in enumerate(kinds, 2))]
    return travel_documents.facts_of(PASSPORT, events, today)


@pytest.mark.parametrize("kind", document_kinds.load(), ids=lambda kind: kind.id)
def test_every_kind_keeps_its_own_examples(kind: document_kinds.DocumentKind) -> None:
    for one in kind.examples:
        found = kind.remarks(one.born, one.valid_from, one.valid_to)
        assert tuple(remark.text for remark in found) == one.remarks


@pytest.mark.parametrize(
    ("kinds", "standing"),
    [
        ((), Standing.IN_USE),
        ((EventKind.LOST,), Standing.LOST),
        ((EventKind.STOLEN,), Standing.STOLEN),
        ((EventKind.LOST, EventKind.FOUND), Standing.IN_USE),
        ((EventKind.LOST, EventKind.SEEN), Standing.LOST),
        ((EventKind.INVALIDATED,), Standing.INVALID),
        ((EventKind.INVALIDATED, EventKind.RESTORED), Standing.IN_USE),
        ((EventKind.INVALIDATED, EventKind.LOST), Standing.INVALID),
        ((EventKind.RENEWED,), Standing.OVER),
        ((EventKind.LOST, EventKind.HANDED_IN), Standing.OVER),
    ],
)
def test_a_document_stands_as_what_was_noted_last(kinds: tuple[EventKind, ...], standing: Standing) -> None:
    assert facts(*kinds).standing is standing


def test_it_is_valid_through_its_last_day() -> None:
    assert facts(today=date(2030, 1, 1)).standing is Standing.IN_USE
    assert facts(today=date(2030, 1, 2)).standing is Standing.EXPIRED


def test_what_was_only_asked_for_is_not_there_and_keeps_both_days() -> None:
    asked = event(1, EventKind.APPLIED, on=date(2027, 5, 1), urgent=True)
    found = travel_documents.facts_of(PASSPORT, [asked], TODAY)
    assert (found.standing, found.applied_on, found.issued_on) == (Standing.APPLIED, date(2027, 5, 1), None)
    issued = event(2, EventKind.ISSUED, on=date(2027, 5, 20), details=VALID)
    found = travel_documents.facts_of(PASSPORT, [asked, issued], TODAY)
    assert (found.standing, found.issued_on) == (Standing.IN_USE, date(2027, 5, 20))


def test_a_correction_without_a_number_keeps_the_number_and_who_gave_it() -> None:
    mended = Details("Antwerpen", VALID.valid_from, VALID.valid_to, "")
    found = travel_documents.facts_of(
        PASSPORT,
        [event(1, EventKind.NOTED, details=VALID), event(2, EventKind.CORRECTED, details=mended, by=B)],
        TODAY,
    )
    assert (found.details.issuer, found.details.tail) == ("Antwerpen", "456")
    assert found.numbered_by is not None
    assert found.numbered_by.by is A


def test_what_was_noted_by_mistake_counts_no_more_but_stays() -> None:
    lost = event(2, EventKind.LOST)
    events = [event(1, EventKind.NOTED, details=VALID), lost, event(3, EventKind.RETRACTED, retracts=lost.id)]
    found = travel_documents.facts_of(PASSPORT, events, TODAY)
    assert found.standing is Standing.IN_USE
    assert len(found.events) == 3
    assert found.retracted(lost)


def test_every_standing_says_what_can_be_noted_next() -> None:
    assert set(travel_documents.NEXT) == set(Standing)
    for kinds in travel_documents.NEXT.values():
        assert not kinds & (travel_documents.BY_PROFESSIONALS | travel_documents.FOR_A_CHILD)
        assert not kinds & {EventKind.NOTED, EventKind.APPLIED, EventKind.RETRACTED}


@pytest.mark.parametrize(
    ("kind", "country", "fields"),
    [
        ("belgian_passport", "BE", ()),
        ("belgian_passport", "FR", ("country",)),
        ("foreign_passport", "BE", ("country",)),
        ("foreign_passport", "MA", ()),
        ("foreign_passport", "??", ("country",)),
        ("cloak", "BE", ("kind",)),
    ],
)
def test_what_a_document_may_be(kind: str, country: str, fields: tuple[str, ...]) -> None:
    found = travel_documents.problems_of_document(kind, country, LOU, CHILDREN)
    assert tuple(one.field for one in found) == fields


@pytest.mark.parametrize(
    ("details", "number", "fields"),
    [
        (VALID, "EP123456", ()),
        (VALID, "", ()),
        (VALID, "EP12", ("number",)),
        (VALID, "E" * 21, ("number",)),
        (VALID, "EP12345é", ("number",)),
        (Details("<b>", None, None), "", ("issuer",)),
        (Details("Gent", None, None), "", ()),
        (Details("Sint-Niklaas", None, None), "", ()),
        (Details("Consulate of Spain (Brussels)", None, None), "", ()),
        (Details("x" * 61, None, None), "", ("issuer",)),
        (Details("", date(2017, 1, 1), None), "", ("valid_from",)),
        (Details("", date(2025, 1, 1), date(2024, 1, 1)), "", ("valid_to",)),
        (Details("", date(2025, 1, 1), date(2099, 1, 1)), "", ("valid_to",)),
    ],
)
def test_everything_wrong_with_the_details_is_said(
    details: Details, number: str, fields: tuple[str, ...]
) -> None:
    found = travel_documents.problems_of_details(details, number, PASSPORT.about, BORN, TODAY)
    assert tuple(one.field for one in found) == fields


def test_a_paper_without_number_or_end_takes_none() -> None:
    paper = document_kinds.by_id()["birth_certificate"]
    found = travel_documents.problems_of_details(VALID, "EP123456", paper, BORN, TODAY)
    assert {one.field for one in found} == {"number", "valid_to"}


@pytest.mark.parametrize(
    ("told", "fields"),
    [
        (Told(EventKind.LOST, TODAY), ()),
        (Told(EventKind.LOST, TODAY + timedelta(days=1)), ("on",)),
        (Told(EventKind.LOST, date(2010, 1, 1)), ("on",)),
        (Told(EventKind.LOST, TODAY, reference="BR.12.L3.004512/2027"), ()),
        (Told(EventKind.LOST, TODAY, reference="Ben took it"), ("reference",)),
        (Told(EventKind.LOST, TODAY, reference="9" * 41), ("reference",)),
        (Told(EventKind.INVALIDATED, TODAY), ("reference",)),
    ],
)
def test_what_happened_has_a_day_and_a_bare_number(told: Told, fields: tuple[str, ...]) -> None:
    assert tuple(one.field for one in travel_documents.problems_of_told(told, BORN, TODAY)) == fields


@given(st.text("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", min_size=6, max_size=20))
def test_no_four_signs_in_a_row_of_a_number_are_shown(number: str) -> None:
    shown = travel_documents.masked(travel_documents.tail_of(number))
    assert all(number[at : at + 4] not in shown for at in range(len(number) - 3))
    assert len(shown) == 8  # nor how long it is


@pytest.mark.parametrize(
    ("now", "warns_in"),
    [
        (datetime(2029, 1, 1, tzinfo=UTC), 90),
        (datetime(2029, 10, 3, 6, 59, tzinfo=UTC), 90),
        (datetime(2029, 10, 3, 7, 0, tzinfo=UTC), 30),  # 09:00 in Brussels: that warning is on its way
        (datetime(2029, 12, 2, 8, 0, tzinfo=UTC), None),
        (datetime(2031, 1, 1, tzinfo=UTC), None),
    ],
)
def test_both_are_warned_ninety_and_thirty_days_before_at_nine(now: datetime, warns_in: int | None) -> None:
    at = travel_documents.warn_next(VALID, Standing.IN_USE, now)
    if warns_in is None:
        assert at is None
        return
    assert at is not None
    assert (date(2030, 1, 1) - at.astimezone(ZONE).date()).days == warns_in
    assert at.astimezone(ZONE).hour == 9


def test_nobody_is_warned_of_what_is_gone() -> None:
    for standing in set(Standing) - {Standing.IN_USE, Standing.EXPIRED}:
        assert travel_documents.warn_next(VALID, standing, NOW) is None


@pytest.mark.parametrize(
    ("kind", "answers", "keeper"),
    [
        ("belgian_passport", {"card": "with_child", "passport": "registered"}, Holder.A),
        ("belgian_passport", {"passport": "one_parent", "passport_holder": "B"}, Holder.B),
        ("belgian_passport", {"passport": "with_child"}, Holder.CHILD),
        ("kids_id", {"card": "with_child", "passport": "registered"}, Holder.CHILD),
        ("eid", {"card": "one_parent", "card_holder": "B"}, Holder.B),
        ("foreign_passport", {"card": "with_child", "passport": "registered"}, None),
        ("birth_certificate", {"card": "with_child", "passport": "registered"}, None),
        ("belgian_passport", {}, None),
    ],
)
def test_the_plan_says_who_keeps_it(kind: str, answers: dict[str, str], keeper: Holder | None) -> None:
    document = Document(uuid4(), ANA_AND_BEN, LOU, kind, "BE", A, NOW)
    agreed = {"F02": answers, "C01": {"per_child": {str(LOU): "A"}}}
    assert travel_documents.custodian_by_plan(agreed, document) is keeper


def test_a_request_for_consent_stands_until_it_ends() -> None:
    asked = event(1, EventKind.CONSENT_ASKED, document=None)
    assert travel_documents.consent_asked([asked], LOU) == asked
    assert travel_documents.consent_asked([asked], CHILDREN[1]) is None
    ended = event(2, EventKind.CONSENT_ENDED, document=None)
    assert travel_documents.consent_asked([asked, ended], LOU) is None


@pytest.mark.parametrize(
    ("returns", "short"), [(date(2029, 12, 31), False), (date(2030, 1, 1), False), (date(2030, 1, 2), True)]
)
def test_a_document_must_last_until_the_return(returns: date, short: bool) -> None:
    assert travel_documents.ends_before(facts(), [LOU], returns) is short
    assert not travel_documents.ends_before(facts(), [CHILDREN[1]], returns)


# Receipts


def given_to(receiver: Holder, holder: Holder = Holder.A, by: Home = A, **said: object) -> Receipt:
    made = document_receipts.hand_over(PASSPORT, Place(holder), receiver, by, None, id=uuid4(), now=NOW)
    from dataclasses import replace

    return replace(made, **said)  # type: ignore[arg-type]


def test_nothing_moves_before_the_other_says_i_have_it() -> None:
    receipt = given_to(Holder.B)
    assert receipt.waits_for is B
    assert document_receipts.place_of(PASSPORT, [receipt]).holder is Holder.UNKNOWN
    refused = document_receipts.refuse(receipt, B, NOW)
    assert document_receipts.place_of(PASSPORT, [refused]).holder is Holder.UNKNOWN
    confirmed = document_receipts.confirm(receipt, B, NOW)
    assert document_receipts.place_of(PASSPORT, [confirmed]).holder is Holder.B


@pytest.mark.parametrize("step", [document_receipts.confirm, document_receipts.refuse])
def test_only_the_one_it_waits_for_answers_and_only_once(step: object) -> None:
    receipt = given_to(Holder.B)
    for nobody in (A, Holder.CENTRE):
        with pytest.raises(NotYourTurn):
            step(receipt, nobody, NOW)  # type: ignore[operator]
    with pytest.raises(AlreadyAnswered):
        step(step(receipt, B, NOW), B, NOW)  # type: ignore[operator]


def test_what_was_said_is_taken_back_by_who_said_it() -> None:
    with pytest.raises(NotYourOwn):
        document_receipts.withdraw(given_to(Holder.B), B, NOW)
    assert document_receipts.withdraw(given_to(Holder.B), A, NOW).status is Status.WITHDRAWN


@pytest.mark.parametrize("place", sorted(DEPOSITORIES))
def test_a_deposit_is_left_only_with_both_signatures(place: Holder) -> None:
    release = given_to(Holder.A, holder=place, by=A)
    assert release.needs_signature
    assert release.waits_for is B
    with pytest.raises(NotYourTurn):
        document_receipts.confirm(release, B, NOW)
    with pytest.raises(NotYourTurn):
        document_receipts.sign(release, A, NOW)
    signed = document_receipts.sign(release, B, NOW)
    assert (signed.status, signed.waits_for, signed.needs_signature) == (Status.OPEN, A, False)
    assert document_receipts.place_of(PASSPORT, [signed]).holder is Holder.UNKNOWN
    confirmed = document_receipts.confirm(signed, A, NOW)
    assert document_receipts.place_of(PASSPORT, [confirmed]).holder is Holder.A


def test_the_centre_says_itself_what_it_has() -> None:
    assert given_to(Holder.CENTRE).waits_for is Holder.CENTRE
    assert given_to(Holder.NOTARY).waits_for is B


def test_what_nobody_had_and_somebody_has_is_believed() -> None:
    assert given_to(Holder.A, holder=Holder.UNKNOWN).status is Status.CONFIRMED
    assert given_to(Holder.B, holder=Holder.UNKNOWN).status is Status.OPEN


@pytest.mark.parametrize(
    ("holder", "receiver", "by", "fields"),
    [
        (Holder.A, Holder.B, A, ()),
        (Holder.A, Holder.B, B, ()),
        (Holder.A, Holder.NOTARY, B, ("receiver",)),
        (Holder.A, Holder.A, A, ("receiver",)),
        (Holder.A, Holder.UNKNOWN, A, ("receiver",)),
        (Holder.CHILD, Holder.A, A, ()),
        (Holder.NOTARY, Holder.CENTRE, A, ("receiver",)),
        (Holder.NOTARY, Holder.B, A, ()),
    ],
)
def test_who_can_give_it_to_whom(holder: Holder, receiver: Holder, by: Home, fields: tuple[str, ...]) -> None:
    found = document_receipts.problems_of_handover(PASSPORT, Place(holder), receiver, by, None, None, NOW)
    assert tuple(one.field for one in found) == fields


@pytest.mark.parametrize(
    ("holder", "receiver", "due", "fields"),
    [
        (Holder.A, Holder.B, None, ("due_back",)),
        (Holder.A, Holder.B, NOW + timedelta(days=9), ()),
        (Holder.A, Holder.B, NOW, ("due_back",)),
        (Holder.A, Holder.B, NOW + timedelta(days=367), ("due_back",)),
        (Holder.CHILD, Holder.B, None, ()),
        (Holder.CHILD, Holder.A, NOW + timedelta(days=9), ("due_back",)),
    ],
)
def test_leaving_its_keeper_it_has_a_time_to_come_back(
    holder: Holder, receiver: Holder, due: datetime | None, fields: tuple[str, ...]
) -> None:
    found = document_receipts.problems_of_handover(PASSPORT, Place(holder), receiver, A, due, Holder.A, NOW)
    assert tuple(one.field for one in found) == fields


def test_what_both_agreed_later_comes_before_the_plan() -> None:
    proposed = document_receipts.propose_keeper(
        PASSPORT, Place(Holder.A), Holder.NOTARY, A, id=uuid4(), now=NOW
    )
    assert proposed.about is About.CUSTODIAN
    agreed = document_receipts.place_of(PASSPORT, [document_receipts.sign(proposed, B, NOW)])
    assert document_receipts.keeper(agreed, Holder.A, NOW - timedelta(days=1)) is Holder.NOTARY
    assert document_receipts.keeper(agreed, Holder.A, NOW + timedelta(days=1)) is Holder.A
    assert document_receipts.keeper(Place(Holder.A), None, None) is None


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["A", "B", "centre", "notary", "child"]), max_size=6), st.booleans())
def test_swapping_the_parents_swaps_where_it_is(receivers: list[str], first: bool) -> None:
    def mirror(code: str) -> str:
        return {"A": "B", "B": "A"}.get(code, code)

    def end(codes: list[str], by: Home) -> Holder:
        made = []
        for step, code in enumerate(codes):
            at = NOW + timedelta(minutes=step)
            place = document_receipts.place_of(PASSPORT, made)
            one = document_receipts.hand_over(
                PASSPORT, place, Holder(code), by, None, id=UUID(int=step), now=at
            )
            if one.status is Status.OPEN and not one.needs_signature and one.waits_for is not None:
                one = document_receipts.confirm(one, one.waits_for, at)
            made.append(one)
        return document_receipts.place_of(PASSPORT, made).holder

    by = A if first else B
    assert mirror(end(receivers, by).value) == end([mirror(code) for code in receivers], by.other).value
