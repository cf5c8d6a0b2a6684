"""The certificate on paper: every language whole, tagged and titled, one page, its code read by a reader of its own."""

import re
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from parenting_plans import certificate_languages
from parenting_plans.certificate.checking import Checked, check
from parenting_plans.certificate.issuing import issue
from parenting_plans.certificate.keys import signing_key
from parenting_plans.certificate.statement import NamedChild, Statement
from parenting_plans.certificate_language import CertificateLanguage
from parenting_plans.documents import certificate, rendering
from parenting_plans.wording import LANGUAGES
from tests.paper import square_codes
from tests.parenting_plans.test_documents import HOSTILE, read, squeezed, tags

KEY = signing_key(b"k" * 32)
CHECK = "https://example.be/check"
ISSUED = datetime(2027, 6, 1, 22, 30, tzinfo=UTC)  # already 2 June in Belgium
STATEMENT = Statement(
    serial="7K2QX9ABCD12345FGHJK",
    issuer="https://example.be",
    issued_at=ISSUED,
    children=(
        NamedChild("Lou", "Peeters Ruiz", date(2019, 3, 12)),
        NamedChild("Noa", "", date(2021, 11, 1)),
    ),
    travelling="Ben Peeters",
    consenting="Ana Ruiz Gómez",
    adults=("Mia Claes", "Tom Maes"),
    countries=("ES", "SCHENGEN"),
    transit=True,
    first_day=date(2027, 8, 1),
    last_day=date(2027, 8, 20),
    return_on=date(2027, 8, 20),
    conditions="Bel elke avond.\nNiet zwemmen.",
)
EVERY = certificate_languages.load()
ENGLISH = certificate_languages.by_code()["en"]
PAIRS = [(first, border.code) for first, border in zip(LANGUAGES * 3, EVERY, strict=False)]
TEXTS = [
    field.name
    for field in fields(CertificateLanguage)
    if field.type is str and field.name not in ("code", "locale", "first_of_month")
]


def languages(*codes: str) -> tuple[CertificateLanguage, ...]:
    return tuple(certificate_languages.by_code()[code] for code in dict.fromkeys(codes))


def paged(statement: Statement = STATEMENT, *codes: str) -> tuple[dict, str]:
    signed = issue(statement, KEY)
    return certificate.pages(statement, signed, languages(*(codes or ("nl", "es"))), CHECK), signed


def made(statement: Statement = STATEMENT, *codes: str) -> bytes:
    pages, signed = paged(statement, *codes)
    return rendering.pdf(pages, certificate.in_qr(signed), rendering.CERTIFICATE)


def codes_on_paper(statement: Statement, *codes: str) -> list[str]:
    return square_codes(made(statement, *codes))


# The languages


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.code)
def test_every_language_is_whole_and_has_the_same_places(one):
    for name in TEXTS:
        text = getattr(one, name)
        assert text.strip() == text != "", name
        places = [sorted(re.findall(r"{\w*}", each)) for each in (text, getattr(ENGLISH, name))]
        assert places[0] == places[1], name


@pytest.mark.parametrize("one", [one for one in EVERY if one.code != "en"], ids=lambda one: one.code)
def test_no_english_is_left(one):
    same = {name for name in TEXTS if getattr(one, name) == getattr(ENGLISH, name)}
    assert same <= ({"conditions"} if one.code == "fr" else set())
    words = " ".join(getattr(one, name) for name in TEXTS)
    assert re.findall(r"\b(?:the|and|this|with|can|is valid)\b", words) == []


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.code)
def test_every_language_keeps_its_example(one):
    assert one.period_of(one.example.first, one.example.last) == one.example.period
    assert one.destinations(one.example.countries, one.example.first) == one.example.named
    assert one.own_name != one.code


def test_the_languages_asked_for_are_there():
    assert [one.code for one in EVERY][:4] == list(LANGUAGES)
    assert {"ar", "es", "it", "pt", "pl", "ro", "tr"} <= {one.code for one in EVERY}


# The paper


@pytest.mark.parametrize("codes", PAIRS, ids="+".join)
def test_it_is_one_tagged_page_that_says_all_in_both_languages(codes):
    reader, text = read(made(STATEMENT, *codes))
    assert len(reader.pages) == 1
    root = reader.trailer["/Root"]
    assert root["/Lang"] == codes[0]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == languages(codes[0])[0].title
    about = root["/Metadata"].get_data().decode()
    for said in ("<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</", "<pdfuaid:part>1</pdfuaid:part>"):
        assert said in about
    found, spoken = tags(root["/StructTreeRoot"])
    assert {"/Table", "/TH", "/TD", "/H1", "/P", "/Figure"} <= found
    assert len(set(codes)) == 1 or codes[1] in spoken
    assert text.count("7K2QX-9ABCD-12345-FGHJK") == 2  # where it is explained, and on the foot of the page
    there = squeezed(text)
    for one in languages(*codes):
        if not one.right_to_left:
            assert squeezed(one.period_of(STATEMENT.first_day, STATEMENT.last_day)) in there
            assert squeezed(one.standing) in there
            assert squeezed(one.child.format(name="Noa", day=one.day(date(2021, 11, 1)))) in there
            assert squeezed(one.signs) not in there


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.code)
def test_what_is_not_so_is_said_too(one):
    said = replace(STATEMENT, adults=None, transit=False, return_on=None, conditions="", countries=("EU",))
    rows = {row[0]["label"]: row[0]["lines"][0] for row in paged(said, one.code)[0]["rows"]}
    assert rows[one.adults] == one.adults_any
    assert rows[one.transit] == one.transit_no
    assert rows[one.return_day] == one.return_none
    assert rows[one.conditions] == one.conditions_none
    assert rows[one.countries] == one.all_eu.format(day=one.day(date(2027, 6, 2)))
    alone = paged(replace(said, adults=()), one.code)[0]["rows"]
    assert one.adults_none in [row[0]["lines"][0] for row in alone]


def test_a_permission_of_a_court_says_so():
    _, text = read(made(replace(STATEMENT, by_court=True, consenting="Family court, Ghent"), "en"))
    there = squeezed(text)
    assert squeezed(ENGLISH.court) in there
    assert squeezed(ENGLISH.standing_court) in there
    assert squeezed(ENGLISH.consenting) not in there
    assert squeezed(ENGLISH.standing) not in there


def test_the_same_certificate_is_the_same_bytes():
    assert made() == made()
    assert made(STATEMENT, "nl", "it") != made()


# The code


@pytest.mark.parametrize("codes", [("nl", "es"), ("en",), ("de", "pl")], ids="+".join)
def test_a_reader_of_its_own_reads_the_code_and_it_verifies(codes):
    (text,) = codes_on_paper(STATEMENT, *codes)
    now = datetime(2027, 8, 10, tzinfo=UTC)
    checked = check(text, {KEY.kid: KEY.public}, now, serial=STATEMENT.serial)
    assert isinstance(checked, Checked)
    assert checked.statement == STATEMENT


def test_a_long_statement_has_a_larger_code_and_an_endless_one_none():
    long = replace(
        STATEMENT, children=tuple(NamedChild("L" * 100, "P" * 100, date(2019, 3, 12)) for _ in "1234")
    )
    (text,) = codes_on_paper(long, "fr")
    assert isinstance(check(text, {KEY.kid: KEY.public}, datetime(2027, 8, 10, tzinfo=UTC)), Checked)
    endless = replace(long, children=long.children * 4)
    assert codes_on_paper(endless, "fr") == []
    assert squeezed(languages("fr")[0].no_qr) in squeezed(read(made(endless, "fr"))[1])


# What people wrote


@pytest.mark.parametrize("text", [*HOSTILE.values(), "a\u202edcba", "😀 Lou", "שלום", "x" * 200], ids=str)
def test_what_people_wrote_is_text_and_nothing_else(text):
    name = text[:200]
    said = replace(
        STATEMENT,
        children=(NamedChild(name, name, date(2019, 3, 12)),),
        travelling=name,
        consenting=name,
        adults=(name,),
        conditions=text[:1000],
    )
    reader, there = read(made(said, "nl", "tr"))
    assert len(reader.pages) <= 3
    if name.isascii():
        assert squeezed(name) in squeezed(there)
    else:
        assert "root:" not in there


def test_a_name_dressed_up_turns_no_line_around():
    _, there = read(made(replace(STATEMENT, consenting="Ana \u202eneB"), "nl", "es"))
    assert "Ana [U+202E]neB" in there
    assert squeezed(languages("nl")[0].signs) in squeezed(there)


def test_no_day_slips_at_midnight():
    at = replace(STATEMENT, issued_at=datetime(2027, 12, 31, 23, 0, tzinfo=UTC))
    assert "1 January 2028, 00:00" in read(made(at, "en"))[1]
    before = replace(at, issued_at=at.issued_at - timedelta(minutes=1))
    assert "31 December 2027, 23:59" in read(made(before, "en"))[1]


@pytest.mark.parametrize(
    ("countries", "code"),
    [
        (("ES",), "es"),
        (("TR", "ES"), "tr"),
        (("LU",), "fr"),
        (("SCHENGEN",), "en"),
        (("JP", "MD"), "ro"),
        ((), "en"),
    ],
)
def test_a_language_of_the_first_country_is_suggested(countries, code):
    assert certificate_languages.suggested(countries) == code


@pytest.mark.parametrize(
    ("typed", "right"), [("1. שלום", True), ("(Lou)", False), ("مرحبا", True), ("12", False)]
)
def test_what_is_typed_has_the_direction_of_its_first_letter(typed, right):
    assert certificate.from_right(typed) is right
