"""The look keeps its promises: contrast, no inline code, keyboard, quick exit, and everything escaped."""

import re
from html.parser import HTMLParser
from itertools import product

import pytest

from portal.languages import LANGUAGES
from portal.templating import TEMPLATES
from tests.portal.gallery import ERRORS, PUBLIC, STATIC, page

CSS = (STATIC / "entente.css").read_text(encoding="utf-8")
LIGHT, DARK = "light", "dark"
PAGES = ["gallery.html", *PUBLIC, *ERRORS]
EVERY = list(product(PAGES, LANGUAGES))

GROUNDS = ("paper", "surface", "surface-2")
TEXT = [
    *product(
        ("ink", "ink-soft", "accent", "accent-strong", "wrong", "danger", "caution", "success"), GROUNDS
    ),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("paper", "ink"),
    *((colour, f"{colour}-wash") for colour in ("success", "caution", "danger", "wrong")),
    *(("ink", f"{wash}-wash") for wash in ("accent", "success", "caution", "danger", "wrong")),
    *(
        (link, f"{wash}-wash")
        for link in ("accent", "accent-strong")
        for wash in ("accent", "caution", "danger", "success")
    ),
    ("home-a-ink", "home-a"),
    ("home-b-ink", "home-b"),
    ("home-b-ink", "home-b-stripe"),
    ("ink-soft", "away"),
]
SHAPES = [  # borders and rings that carry meaning (WCAG 1.4.11)
    *product(("line-strong", "focus", "accent", "wrong"), ("paper", "surface")),
    ("home-a-edge", "home-a"),
    ("home-b-edge", "home-b"),
    ("home-a-edge", "surface"),
    ("home-b-edge", "surface"),
]


def tokens(scheme):
    light, dark = (block for block in re.findall(r":root \{(.*?)\n\s*\}", CSS, re.DOTALL)[:2])
    found = dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6});", light))
    return found if scheme == LIGHT else found | dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6});", dark))


def luminance(colour):
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself_is_right():
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_every_text_can_be_read(scheme):
    colours = tokens(scheme)
    faint = {pair: round(contrast(*(colours[name] for name in pair)), 2) for pair in TEXT}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_every_edge_that_means_something_can_be_seen(scheme):
    colours = tokens(scheme)
    faint = {pair: round(contrast(*(colours[name] for name in pair)), 2) for pair in SHAPES}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < 3} == {}


def test_both_schemes_set_the_same_colours():
    light, dark = re.findall(r":root \{(.*?)\n\s*\}", CSS, re.DOTALL)[:2]
    assert set(re.findall(r"--([a-z0-9-]+): #", light)) == set(re.findall(r"--([a-z0-9-]+): #", dark))


def test_every_token_that_is_used_exists():
    assert set(re.findall(r"var\(--([a-z0-9-]+)", CSS)) <= set(re.findall(r"--([a-z0-9-]+):", CSS))


def test_the_homes_differ_in_pattern_and_edge_and_not_in_colour_alone():
    home_a, home_b = (
        re.search(rf"\n\.home-{letter} \{{(.*?)\n?\}}", CSS, re.DOTALL).group(1) for letter in "ab"
    )
    assert "repeating-linear-gradient" in home_b
    assert "gradient" not in home_a
    assert ("solid" in home_a, "dashed" in home_b) == (True, True)


def test_circumstances_are_respected():
    for question in (
        "prefers-color-scheme: dark",
        "forced-colors: active",
        "prefers-reduced-motion",
        "print",
    ):
        assert re.search(rf"@media \(?{question}", CSS)
    assert "outline: 3px solid var(--focus)" in CSS
    assert "scroll-padding-top" in CSS
    assert not re.search(
        r":focus[^{]*\{[^}]*outline: (none|0)", CSS.replace("main:focus { outline: none; }", "")
    )


def test_nothing_comes_from_elsewhere():
    for name in ("entente.css", "entente.js", "favicon.svg"):
        text = (STATIC / name).read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "//" not in re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)


class Seen(HTMLParser):
    """What a page is made of."""

    VOID = frozenset(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
    )

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.text = [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, self.getpos()

    def handle_data(self, data):
        self.text += data

    def of(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_a_page_is_well_made(name, lang):
    seen = Seen(page(name, lang))
    assert seen.open == []
    ids = [attributes["id"] for _, attributes in seen.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert seen.of("html") == [{"lang": lang}]
    assert len(seen.of("h1")) == len(seen.of("main")) == 1
    assert all("alt" in image for image in seen.of("img"))
    inside = {f"#{one}" for one in ids}
    assert all(
        link["href"] in inside
        for link in seen.of("a")
        if link["href"].startswith("#") and len(link["href"]) > 1
    )
    described = " ".join(attributes.get("aria-describedby", "") for _, attributes in seen.tags).split()
    assert {f"#{one}" for one in described} <= inside
    labelled = {label["for"] for label in seen.of("label")}
    fields = [
        one for tag in ("input", "select", "textarea") for one in seen.of(tag) if one.get("type") != "hidden"
    ]
    assert all(field["id"] in labelled for field in fields)


def test_no_sentence_names_an_agreement_by_its_code():
    """A parent knows "Swaps", not "D05"."""
    said = [
        text
        for one in TEMPLATES.rglob("*.html")
        for text in re.findall(r'_\("([^"]*)"', one.read_text(encoding="utf-8"))
    ]
    assert len(said) > 500
    assert [text for text in said if re.search(r"\b[A-OZ][01][0-9]\b", text)] == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_holds_code_or_style_of_its_own(name):
    seen = Seen(page(name, "nl"))
    for tag, attributes in seen.tags:
        assert tag != "style"
        assert not [one for one in attributes if one == "style" or one.startswith("on")]
    assert [script for script in seen.of("script") if "src" not in script] == []


@pytest.mark.parametrize("name", PAGES)
def test_leaving_is_the_second_thing_on_every_page_and_needs_no_script(name):
    links = Seen(page(name, "en")).of("a")
    assert links[0]["href"] == "#main"
    assert [links[1]["href"], links[1]["class"]] == ["/exit", "skip"]
    assert {"/help", "/safety", "/accessibility"} <= {link["href"] for link in links}
    assert [link["href"] for link in links if link.get("class") == "exit"] == ["/exit"]


@pytest.mark.parametrize("name", PAGES)
def test_the_title_is_neutral(name):
    for lang in LANGUAGES:
        title = re.search(r"<title>(.*?)</title>", page(name, lang)).group(1)
        assert title.endswith(" – Agenda")
        assert "Entente" not in title


def test_what_was_typed_comes_back_and_is_only_text():
    text = page("gallery.html", "en")
    assert "<script>alert" not in text
    assert 'value="&lt;script&gt;alert(1)&lt;/script&gt;"' in text
    assert 'value="2026-02-30"' in text
    seen = Seen(text)
    assert [one["value"] for one in seen.of("input") if "checked" in one] == ["FL", "2"]
    assert [one["value"] for one in seen.of("option") if "selected" in one] == ["BE"]


def test_a_mistake_is_told_at_its_field_and_in_the_summary():
    seen = Seen(page("gallery.html", "en"))
    (field,) = [one for one in seen.of("input") if one["id"] == "f-born"]
    assert (field["aria-invalid"], field["aria-describedby"]) == ("true", "m-born")
    assert "#f-born" in [link["href"] for link in seen.of("a")]
    assert seen.text.count("This is not a date that exists.") == 2


def test_each_night_is_said_in_words_too():
    text = Seen(page("gallery.html", "nl")).text
    assert re.search(r"vrijdag 6 maart 2026,\s.*: Ana", text)
    assert "dinsdag 10 maart 2026: Ben" in text


def test_the_script_leaves_no_trace_and_never_fires_while_somebody_writes():
    script = (STATIC / "entente.js").read_text(encoding="utf-8")
    for wanted in (
        "location.replace",
        "BroadcastChannel",
        "pageshow",
        "persisted",
        "textarea",
        "event.repeat",
    ):
        assert wanted in script
    for unwanted in ("localStorage", "sessionStorage", "innerHTML", "eval", "fetch(", "cookie"):
        assert unwanted not in script
