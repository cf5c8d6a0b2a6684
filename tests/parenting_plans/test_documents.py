"""The sealed plan as a file: tagged, titled, in its languages, the same each time; what people wrote stays text."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache
from io import BytesIO
from uuid import UUID

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans import clauses, verification
from parenting_plans.clause import EXAMPLE_NAMES
from parenting_plans.documents import rendering, sealed_plan, signs, words
from parenting_plans.documents.sealed_plan import Line
from parenting_plans.values import Home, Signature, Version
from parenting_plans.wording import LANGUAGES, long_date

NOW = datetime(2027, 3, 1, 23, 30, tzinfo=UTC)  # already 2 March in Belgium
ADDRESS = "https://example.be/check"
DIGEST = "ab12" * 16


def version(**said) -> Version:
    whole = {
        "id": UUID(int=2),
        "family_id": UUID(int=1),
        "number": 3,
        "agreed": {},
        "effective_on": date(2027, 9, 6),
        "digest": DIGEST,
        "signatures": (Signature(Home.B, NOW - timedelta(hours=1), DIGEST), Signature(Home.A, NOW, DIGEST)),
        "accepted_at": NOW - timedelta(days=3),
        "sealed_at": NOW,
    }
    return Version(**{**whole, **said})


CODE = verification.code_for(b"key", UUID(int=2))


def line(text: str, title: str = "A title") -> Line:
    return Line("Z01", dict.fromkeys(LANGUAGES, title), dict.fromkeys(LANGUAGES, text))


def made(languages, lines, names=EXAMPLE_NAMES) -> bytes:
    kept = sealed_plan.said(languages, names, datetime(2027, 9, 6, 18, 0, tzinfo=UTC), lines)
    return rendering.pdf(sealed_plan.pages(version(), kept, CODE, ADDRESS), f"{ADDRESS}#{CODE}")


@cache
def every_example() -> tuple[Line, ...]:
    return tuple(
        Line(clause.code, clause.title, clause.sentence(example.answers, EXAMPLE_NAMES))
        for clause in clauses.load()
        for example in clause.examples
        if example.sentence
    )


@cache
def whole(*languages: str) -> bytes:
    return made(languages, every_example())


def read(pdf: bytes) -> tuple[pypdf.PdfReader, str]:
    reader = pypdf.PdfReader(BytesIO(pdf))
    return reader, "\n".join(page.extract_text() for page in reader.pages)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


PAIRS = [("nl", "fr"), ("fr", "de"), ("de",), ("en", "nl")]


@pytest.mark.parametrize("languages", PAIRS, ids="-".join)
def test_it_is_tagged_titled_and_says_its_language(languages):
    reader, _ = read(whole(*languages))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == f"{languages[0]}-BE"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert (
        reader.metadata.title
        == f"{words.TITLE[languages[0]]} – {words.VERSION[languages[0]].format(number=3)}"
    )
    about = root["/Metadata"].get_data().decode()
    for said in ("<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</", "<pdfuaid:part>1</pdfuaid:part>"):
        assert said in about
    assert "<dc:title>" in about


def tags(node, found=None, spoken=None):
    """Every kind of tag in the structure tree, and every language a tag names."""
    found, spoken = (set(), set()) if found is None else (found, spoken)
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            tags(one, found, spoken)
    elif isinstance(node, dict):
        found.add(str(node.get("/S", "")))
        spoken.add(str(node.get("/Lang", "")))
        if "/K" in node and not isinstance(node["/K"], int):
            tags(node["/K"], found, spoken)
    return found, spoken


def test_its_table_has_headers_and_each_column_its_language():
    reader, _ = read(made(("nl", "fr"), every_example()[:3]))
    found, spoken = tags(reader.trailer["/Root"]["/StructTreeRoot"])
    assert {"/Table", "/TH", "/TD", "/H1", "/P", "/Figure"} <= found
    assert any(one.startswith("fr") for one in spoken)


@pytest.mark.parametrize("languages", PAIRS, ids="-".join)
def test_every_clause_stands_in_it_in_every_language(languages):
    _, text = read(whole(*languages))
    there = squeezed(text)
    assert (squeezed(words.LEADS[languages[0]]) in there) is (len(languages) == 2)
    missing = [
        (one.code, language)
        for one in every_example()
        for language in languages
        if squeezed(one.title[language]) not in there
    ]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_one_column_every_sentence_is_whole(language):
    _, text = read(whole(language))
    # The head of the table and the foot of the page may come in the middle of a sentence.
    foot = rf"{words.TITLE[language]} – {words.VERSION[language].format(number=3)}\s*{CODE}\s*\d+ / \d+"
    there = squeezed(re.sub(foot, "", text)).replace(squeezed(words.LANGUAGE[language]), "")
    for one in every_example():
        said = squeezed(one.sentence[language]).replace(squeezed(words.LANGUAGE[language]), "")
        assert said in there, one.code


def test_signatures_times_code_and_page_numbers():
    reader, text = read(whole("nl", "fr"))
    assert "2 maart 2027, 00:30" in text  # Belgian time
    assert f"{long_date(date(2027, 3, 1))['fr']}, 23:30" in text
    assert text.index("Ana") < text.index("Ben")
    assert DIGEST in squeezed(text)
    assert text.count(CODE) == len(reader.pages) + 1  # on each page, and where it is explained
    assert all(f"{n} / {len(reader.pages)}" in page.extract_text() for n, page in enumerate(reader.pages, 1))
    assert "6 september 2027, 20:00" in text
    assert ADDRESS in squeezed(text)


def test_the_same_version_is_the_same_bytes():
    first = made(("nl", "fr"), every_example()[:5])
    assert made(("nl", "fr"), every_example()[:5]) == first
    assert made(("fr", "nl"), every_example()[:5]) != first


HOSTILE = {
    "markup": "*bold* _it_ = Head\n- item + 1. one #strong[x] $x^2$ `raw` @ref <label> // c /* d */ \\ ~ --- ...",
    "code": '#read("/etc/passwd") #eval("1+1") #import "@preview/x:1.0.0" #include "main.typ" #sys.inputs #{1+1}',
    "quotes": '"quoted" \'single\' \\u{41} \\" }] ]} #] )',
    "letters": "é ë ü ß œ € ẞ ñ ș ğ ł ő Ω я ж",
    "no spaces": "x" * 5000,
    "html": "<script>alert(1)</script> &amp; {{7*7}} {title}",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_people_wrote_is_text_and_nothing_else(text):
    _, there = read(made(("nl",), [line(text, title=text[:80])], {**EXAMPLE_NAMES, "A": text[:60]}))
    assert there.count(text[:20].splitlines()[0].strip()) >= 2
    if len(text) < 200:
        assert squeezed(text) in squeezed(there)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("😀 smile", "[U+1F600] smile"),
        ("漢字", "[U+6F22][U+5B57]"),
        ("a\u202edcba", "a[U+202E]dcba"),
        ("\ue000 own", "[U+E000] own"),
        ("e\u0301", "é"),
        ("x\u0301\u0302", "x[U+0301][U+0302]"),
        ("\u0000\u200b", "[U+0000][U+200B]"),
        ("שלום", "שלום"),
    ],
)
def test_a_sign_without_a_drawing_is_named(text, shown):
    assert signs.drawable(text) == shown
    _, there = read(made(("nl",), [line(text)]))
    if "[U+" in shown:
        assert words.SIGNS["nl"][:20] in there
        assert squeezed(re.findall(r"\[U\+\w+\]", shown)[0]) in squeezed(there)


def test_writing_from_right_to_left_and_a_mix_no_font_can_put_together():
    for text in ("שלום עולם", "مرحبا بالعالم", "abc שלום 123 مرحبا", "ش\u0301 \u0301", "ا" * 5000):
        assert made(("fr",), [line(text)]).startswith(b"%PDF-1.7")


def test_every_sign_that_is_not_named_can_be_drawn(monkeypatch):
    drawn = signs.every_drawn()
    monkeypatch.setattr(signs, "_NOT_PLAINEST", None)  # there is no second, plainer try
    assert made(("nl",), [line(" ".join(drawn[at : at + 200])) for at in range(0, len(drawn), 200)])


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.text(max_size=20))
def test_whatever_is_typed_there_is_a_document(text, name):
    assert made(("nl", "de"), [line(text)], {**EXAMPLE_NAMES, "B": name}).startswith(b"%PDF-")


@pytest.mark.parametrize("name", words.EVERY)
def test_the_fixed_words_are_complete(name):
    assert set(words.EVERY[name]) == set(LANGUAGES)
    assert all(text.strip() for text in words.EVERY[name].values())
    places = {frozenset(re.findall(r"{\w+}", text)) for text in words.EVERY[name].values()}
    assert len(places) == 1


def test_only_what_is_sealed_has_a_document():
    kept = sealed_plan.said(("nl",), EXAMPLE_NAMES, NOW, [])
    with pytest.raises(ValueError):
        sealed_plan.pages(version(sealed_at=None), kept, CODE, ADDRESS)
