"""The fact sheet for the police: every row with where it comes from, in four languages; what people wrote stays text."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans import fact_sheet
from parenting_plans.documents import fact_sheet as paper
from parenting_plans.documents import fact_sheet_words as words
from parenting_plans.documents import rendering
from parenting_plans.fact_sheet import (
    TEXTS,
    DecisionLine,
    DocumentLine,
    NamedChild,
    Now,
    OrderLine,
    PlanLine,
    Record,
    Request,
    Said,
    Sheet,
    Situation,
    TripLine,
)
from parenting_plans.on_the_way import Cause, Confirmation, Delay, What
from parenting_plans.travel_decisions import DecisionKind, TravelDecision
from parenting_plans.travel_documents import Details, Holder, Standing
from parenting_plans.travel_wishes import TravelWish
from parenting_plans.values import (
    ZONE,
    Absent,
    Consent,
    CountryStay,
    HandoverRecord,
    Home,
    Leg,
    Objection,
    Outcome,
    Stop,
    Trip,
    TripStatus,
)
from parenting_plans.wording import LANGUAGES

NOW = datetime(2027, 7, 13, 1, 12, tzinfo=UTC)  # 03:12 in Belgium, in summer
FAMILY, LOU, MIO = UUID(int=1), UUID(int=2), UUID(int=3)
TRIP = UUID(int=4)
DAY = timedelta(days=1)


def trip(**said: Any) -> Trip:
    whole: dict[str, Any] = {
        "id": TRIP,
        "family_id": FAMILY,
        "traveller": Home.B,
        "children": (LOU, MIO),
        "status": TripStatus.BOOKED,
        "depart_at": NOW - 8 * DAY,
        "return_at": NOW - timedelta(hours=8),
        "stays": (CountryStay("ES", 7),),
        "transits": (),
        "tickets": None,
        "mode": "air",
        "address": "Calle Mayor 1, Madrid",
        "phone": "+32 470 00 00 00",
        "carrier": "SN 3721",
        "return_details": "SN 3722",
        "requested_at": NOW - 30 * DAY,
        "changed_at": NOW - 30 * DAY,
        "departed_at": NOW - 8 * DAY,
        "adults": ("Eva Peeters",),
        "legs": (
            Leg(
                homeward=False,
                mode="air",
                carrier="Iberia",
                number="IB 3205",
                from_country="BE",
                to_country="ES",
                departs_at=NOW - 8 * DAY,
                arrives_at=NOW - 8 * DAY + timedelta(hours=2),
                from_zone="Europe/Brussels",
                to_zone="Atlantic/Canary",
                ends_in=Stop.STAY,
                through_ticket=False,
            ),
        ),
    }
    return Trip(**{**whole, **said})


CONSENT = Consent(
    id=UUID(int=5),
    family_id=FAMILY,
    trip_id=TRIP,
    by=Home.A,
    children=(LOU, MIO),
    countries=("ES", "SCHENGEN"),
    valid_from=date(2027, 7, 5),
    valid_to=date(2027, 7, 12),
    given_at=NOW - 20 * DAY,
    withdrawn_at=NOW - DAY,
    ends_at=NOW - timedelta(hours=2),
    return_on=date(2027, 7, 12),
    conditions="Call each evening at 19:00.",
)
BAN = TravelDecision(
    id=UUID(int=6),
    family_id=FAMILY,
    kind=DecisionKind.BAN,
    about=Home.B,
    children=(MIO,),
    countries=(),
    valid_from=date(2027, 1, 1),
    valid_to=None,
    court="Familierechtbank Gent",
    reference="27/123/A",
    decided_on=date(2026, 12, 20),
    recorded_by=UUID(int=9),
    recorded_at=NOW - 90 * DAY,
)
RECORD = Record(
    plan=PlanLine(2, NOW - 200 * DAY, NOW - 190 * DAY),
    now=(Now(LOU, Home.A, NOW - DAY, NOW + 6 * DAY), Now(MIO, Home.A, NOW - DAY, NOW + 6 * DAY)),
    orders=(OrderLine(date(2027, 3, 1), ((MIO, Home.A),), NOW - 100 * DAY, None),),
    decisions=(DecisionLine(BAN, opened=True),),
    trips=(
        TripLine(
            trip=trip(),
            consents=(CONSENT,),
            objections=(
                Objection(UUID(int=7), FAMILY, TRIP, Home.A, "Not so long.", NOW - 25 * DAY, NOW - 20 * DAY),
            ),
            banned=True,
            uncovered=True,
            delays=(
                Delay(UUID(int=8), FAMILY, TRIP, Home.B, Cause.CARRIER, "SN 3722", NOW, True, NOW - DAY),
            ),
            words=(Confirmation(UUID(int=9), FAMILY, TRIP, What.LEFT, Home.B, NOW - 8 * DAY, NOW - 8 * DAY),),
        ),
    ),
    general=(replace(CONSENT, trip_id=None, conditions="", withdrawn_at=None, ends_at=None, by=Home.B),),
    wishes=(TravelWish(UUID(int=10), FAMILY, Home.A, "They spoke of moving.", NOW - 50 * DAY),),
    documents=(
        DocumentLine(
            LOU,
            "belgian_passport",
            "BE",
            Standing.IN_USE,
            Details("Gent", date(2025, 1, 1), date(2030, 1, 1), "456"),
            "EN123456",
            whole=True,
            holder=Holder.B,
        ),
        DocumentLine(
            MIO,
            "kids_id",
            "BE",
            Standing.LOST,
            Details(tail="999"),
            "•••• 999",
            whole=False,
            holder=Holder.UNKNOWN,
        ),
    ),
    requests=(Request(LOU, Home.A, date(2027, 2, 3)),),
    handovers=(
        HandoverRecord(
            id=UUID(int=11),
            family_id=FAMILY,
            child=LOU,
            due_at=NOW - 9 * DAY,
            from_home=Home.A,
            to_home=Home.B,
            outcome=Outcome.LATE,
            delivered_at=NOW - 9 * DAY + timedelta(hours=1),
            in_contact=True,
            recorded_by=Home.A,
            recorded_at=NOW - 9 * DAY,
        ),
        HandoverRecord(
            id=UUID(int=12),
            family_id=FAMILY,
            child=MIO,
            due_at=NOW - 20 * DAY,
            from_home=Home.B,
            to_home=Home.A,
            outcome=Outcome.MISSED,
            delivered_at=None,
            in_contact=None,
            recorded_by=Home.A,
            recorded_at=NOW - 20 * DAY,
            absent=Absent.GIVER,
            text="my own words",
        ),
    ),
)


def sheet(language: str = "en", **said: Any) -> Sheet:
    texts = {name: f"Typed {name.replace('_', ' ')}" for name in TEXTS}
    whole: dict[str, Any] = {
        "said": Said(
            situation=Situation.ABROAD,
            children=(LOU, MIO),
            language=language,
            last_contact_at=NOW - timedelta(hours=5),
            texts=texts,
            looks={LOU: "1 m 20, brown hair, red coat"},
        ),
        "by": Home.A,
        "parents": {Home.A: "Ana Janssens", Home.B: "Ben Peeters"},
        "children": (NamedChild(LOU, "Lou", date(2019, 7, 13)), NamedChild(MIO, "Mio", date(2021, 9, 2))),
        "named": {LOU: "Lou", MIO: "Mio"},
        "record": RECORD,
        "made_at": NOW,
    }
    return Sheet(**{**whole, **said})


def made(one: Sheet) -> bytes:
    return rendering.pdf(paper.pages(one), "", rendering.FACT_SHEET)


def read(pdf: bytes) -> tuple[pypdf.PdfReader, str]:
    reader = pypdf.PdfReader(BytesIO(pdf))
    return reader, "\n".join(page.extract_text() for page in reader.pages)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def every_text(value: Any) -> list[Mapping[str, str]]:
    if isinstance(value, Mapping) and set(value) == set(LANGUAGES):
        return [value]
    return [one for part in value.values() for one in every_text(part)] if isinstance(value, Mapping) else []


ALL_WORDS = {
    f"{name}-{number}": one
    for name, value in vars(words).items()
    if not name.startswith("__")
    for number, one in enumerate(every_text(value))
}


@pytest.mark.parametrize("text", ALL_WORDS.values(), ids=ALL_WORDS)
def test_its_words_are_whole_in_every_language(text: Mapping[str, str]) -> None:
    places = {language: set(re.findall(r"{(\w+)}", text[language])) for language in LANGUAGES}
    assert all(text[language].strip() for language in LANGUAGES)
    assert len({frozenset(one) for one in places.values()}) == 1


def test_every_code_of_the_record_has_its_word() -> None:
    assert set(words.SITUATIONS) == set(Situation)
    assert set(words.STANDINGS) == set(Standing)
    assert set(words.HOLDERS) == {one for one in Holder if one.home is None}
    assert set(words.OUTCOMES) == set(Outcome)
    assert set(words.ABSENT) == set(Absent)
    assert set(words.TEXTS) == set(TEXTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_tagged_titled_and_says_its_language(language: str) -> None:
    pdf = made(sheet(language))
    reader, text = read(pdf)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == f"{language}-BE"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == words.TITLE[language]
    about = root["/Metadata"].get_data().decode()
    for said in ("<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</", "<pdfuaid:part>1</pdfuaid:part>"):
        assert said in about
    assert "Ana" not in about + str(reader.metadata)
    for title in (words.HAPPENED, words.CHILDREN, words.PARENTS, words.AGREED, words.TRAVEL, words.DOCUMENTS):
        assert title[language] in text
    assert len(reader.pages) <= 4
    assert made(sheet(language)) == pdf


def test_it_says_what_is_known_and_from_where() -> None:
    _, text = read(made(sheet()))
    there = squeezed(text)
    for said in (
        "Prepared on 13 July 2027, 03:12 (Belgian time, UTC+02:00) by Ana Janssens, parent.",
        "Ana Janssens (prepared this sheet)",
        "born on 13 July 2019 (8 years)",
        "born on 2 September 2021 (5 years)",
        "Number EN123456, issued by Gent, valid until 1 January 2030, in use, is with: Ben Peeters",
        "Number •••• 999 (only its end can be read here), lost, is with: not said",
        "IB 3205: Belgium 5 July 2027 03:12 (Europe/Brussels) – Spain 5 July 2027 04:12 (Atlantic/Canary)",
        "Left on 5 July 2027, 03:12, says Ben Peeters.",
        "Nobody noted that the children are back.",
        "Withdrawn; counts no more from 13 July 2027, 01:12.",
        "Countries: Spain and Schengen.",
        "Familierechtbank Gent, number 27/123/A.",
        "with Ana Janssens, from 12 July 2027, 03:12 to 19 July 2027, 03:12",
        "Mio, from Ben Peeters to Ana Janssens: did not take place (Ben Peeters was not there)",
        "Asked of the authorities on 3 February 2027",
        "Eva Peeters",
        "Calle Mayor 1, Madrid",
    ):
        assert squeezed(said) in there, said
    assert "my own words" not in text, "those are for their author"


@pytest.mark.parametrize(("by", "mark"), [(Home.B, words.SAID), (None, words.SAID_BY_CENTRE)])
def test_every_row_is_marked_and_nothing_said_is_told_as_recorded(
    by: Home | None, mark: Mapping[str, str]
) -> None:
    put = paper.pages(sheet(by=by))
    rows = [row for section in put["sections"] for row in section["rows"]]
    told = {row["typed"] for row in rows if row["told"]}
    assert {f"Typed {name.replace('_', ' ')}" for name in TEXTS} <= told
    assert "1 m 20, brown hair, red coat" in told
    assert all(row["lines"] for row in rows if not row["told"])
    # Of what is told now, only the choice and the time are words of ours.
    own = [row["label"] for row in rows if row["told"] and row["lines"]]
    assert own == [words.SITUATION["en"], words.LAST_CONTACT_AT["en"]]
    assert put["told"] == mark["en"]


def test_what_is_not_open_stands_nowhere() -> None:
    closed = replace(RECORD, decisions=(DecisionLine(BAN, opened=False),), handovers=None)
    _, text = read(made(sheet(record=closed)))
    assert "27/123/A" not in text
    assert "Familierechtbank" not in text
    assert squeezed("travel forbidden") in squeezed(text)
    assert words.HANDOVERS["en"] not in text


def test_an_address_with_the_centre_is_not_told() -> None:
    line = replace(RECORD.trips[0], trip=trip(address_with_centre=True))
    _, text = read(made(sheet(record=replace(RECORD, trips=(line,)))))
    assert "Calle Mayor" not in text
    assert squeezed("The police can ask for it there.") in squeezed(text)


def test_with_nothing_at_all_it_is_a_sheet_still() -> None:
    bare = Said(Situation.DANGER, (LOU,), "nl")
    _, text = read(
        made(sheet(said=bare, record=Record(), children=(NamedChild(LOU, "Lou", date(2019, 7, 13)),)))
    )
    assert text.count(words.NOTHING["nl"]) == 2  # travel and documents
    assert words.NO_PLAN["nl"] in text


HOSTILE = {
    "markup": "*bold* _it_ = Head\n- item + 1. one #strong[x] $x^2$ `raw` @ref <label> // c /* d */ \\ ~ --- ...",
    "code": '#read("/etc/passwd") #eval("1+1") #import "@preview/x:1.0.0" #include "main.typ" #sys.inputs #{1+1}',
    "quotes": '"quoted" \'single\' \\u{41} \\" }] ]} #] )',
    "places": "{name} {0} {} {day} %(x)s %s",
    "letters": "é ë ü ß œ € ẞ ñ ș ğ ł ő Ω я ж",
    "arabic": "محمد قال نعم",
    "no spaces": "x" * 300,
    "html": "<script>alert(1)</script> &amp; {{7*7}}",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_people_wrote_is_text_and_nothing_else(text: str) -> None:
    said = replace(sheet().said, texts=dict.fromkeys(TEXTS, text), looks={LOU: text})
    hostile = sheet(
        said=said,
        parents={Home.A: text[:60].replace("\n", " "), Home.B: "Ben"},
        record=replace(RECORD, trips=(replace(RECORD.trips[0], trip=trip(address=text, carrier=text)),)),
    )
    _, there = read(made(hostile))
    if not text.isascii() and "م" in text:
        assert "م" in there or "ﻣ" in there  # joined forms
    else:
        assert squeezed(there).count(squeezed(text.splitlines()[0])[:12]) >= len(TEXTS)


@settings(max_examples=8, deadline=None)
@given(text=st.text(max_size=80), language=st.sampled_from(LANGUAGES))
def test_any_text_makes_a_sheet(text: str, language: str) -> None:
    said = replace(sheet(language).said, texts={"what": text, "car": text}, looks={MIO: text})
    assert made(sheet(language, said=said)).startswith(b"%PDF")


# What can be said


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"children": ()}, "children"),
        ({"children": (UUID(int=99),)}, "children"),
        ({"last_contact_at": NOW + timedelta(minutes=1)}, "last_contact_at"),
        ({"last_contact_at": NOW - timedelta(days=2000)}, "last_contact_at"),
        ({"texts": {"car": "x" * 201}}, "car"),
        ({"texts": {"what": "a\u202eb"}}, "what"),
        ({"looks": {LOU: "x" * 501}}, f"looks_{LOU}"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(said: dict[str, Any], field: str) -> None:
    found = fact_sheet.problems_of(replace(sheet().said, **said), (LOU, MIO), NOW)
    assert [one.field for one in found] == [field]


def test_all_of_it_may_be_left_out() -> None:
    bare = Said(Situation.DANGER, (LOU,), "fr")
    assert fact_sheet.problems_of(bare, (LOU, MIO), NOW) == ()
    assert fact_sheet.problems_of(sheet().said, (LOU, MIO), NOW.astimezone(ZONE)) == ()
