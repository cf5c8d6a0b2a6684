"""Four complete catalogues, and days, times and countries said as people here say them."""

import json
import re
import string
from datetime import UTC, date, datetime, time

import pytest
from jinja2 import DictLoader, UndefinedError

from parenting_plans.values import Problem
from portal import languages
from portal.languages import LANGUAGES, choose, words
from portal.templating import chosen, environment, render, typed
from scripts import messages

TRANSLATED = [lang for lang in LANGUAGES if lang != "en"]


@pytest.fixture(scope="module")
def collected():
    return messages.collected()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_holds_exactly_the_texts_there_are(lang, collected):
    known = {one.id if isinstance(one.id, str) else one.id[0] for one in messages.catalogue(lang) if one.id}
    assert {
        "run make messages for": sorted(set(collected) - known),
        "unused": sorted(known - set(collected)),
    } == {
        "run make messages for": [],
        "unused": [],
    }


@pytest.mark.parametrize("lang", TRANSLATED)
def test_no_text_is_left_in_english_or_guessed(lang):
    missing = messages.untranslated(lang)
    assert missing == [], f"scripts/messages.py --missing {lang}: {json.dumps(missing, ensure_ascii=False)}"


def places(text):
    braces = (
        {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        if "{" in text
        else set()
    )
    return braces | set(re.findall(r"%\((\w+)\)s", text))


@pytest.mark.parametrize("lang", TRANSLATED)
def test_a_translation_keeps_the_places_that_are_filled_in(lang):
    for message in messages.catalogue(lang):
        if not message.id:
            continue
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        wanted = set().union(*(places(one) for one in ids))
        for text in filter(None, messages.texts(message)):
            assert places(text) <= wanted, message.id
            assert places(text) == wanted or len(ids) > 1, message.id


@pytest.mark.parametrize("lang", TRANSLATED)
def test_words_that_take_sides_are_in_no_language(lang):
    sides = re.compile(
        r"\b(ex-?partner|tegenpartij|bezoekrecht|droit de visite|garde alternée|Sorgerecht|Gegner|Ex-Mann)\b",
        re.IGNORECASE,
    )
    for message in messages.catalogue(lang):
        assert not sides.search(" ".join(messages.texts(message))), message.id


@pytest.mark.parametrize(
    ("accept", "picked", "own", "lang"),
    [
        (None, None, None, "nl"),
        ("fr-BE,fr;q=0.9,en;q=0.8", None, None, "fr"),
        ("en;q=0.3, de-DE;q=0.7", None, None, "de"),
        ("pt, es;q=0.9", None, None, "nl"),
        ("fr;q=0, en", None, None, "en"),
        ("fr", "de", None, "de"),
        ("fr", "de", "en", "en"),
        ("fr", "xx", "../../etc", "fr"),
        (",;q=,*;q=zz,\x00", None, None, "nl"),
        ("fr" * 5000, None, None, "nl"),
    ],
)
def test_whose_language_it_is(accept, picked, own, lang):
    assert choose(accept, picked, own) == lang


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "vrijdag 6 maart 2026, 18:00"),
        ("fr", "vendredi 6 mars 2026, 18:00"),
        ("de", "Freitag, 6. März 2026, 18:00"),
        ("en", "Friday, 6 March 2026, 18:00"),
    ],
)
def test_moments_are_said_on_a_brussels_clock(lang, said):
    assert languages.moment(datetime(2026, 3, 6, 17, 0, tzinfo=UTC), lang) == said


def test_an_instant_late_in_the_evening_belongs_to_the_day_here():
    late = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    assert languages.day(late, "nl") == "donderdag 2 juli 2026"
    assert languages.clock(late) == "00:30"
    assert languages.clock(time(18, 5)) == "18:05"


def test_short_days_months_weekdays_and_countries():
    assert languages.short_day(date(2026, 3, 6), "nl") == "vr 6 mrt"
    assert languages.short_day(date(2026, 3, 6), "de") == "Fr. 6. März"
    assert languages.month(date(2026, 3, 6), "fr") == "mars 2026"
    assert languages.weekday(0, lang="de") == "Montag"
    assert languages.country("MA", "nl") == "Marokko"
    assert languages.country("??", "nl") == "??"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_of_countries_is_whole_and_in_order(lang):
    codes = [code for code, _ in languages.countries(lang)]
    assert {"BE", "NL", "FR", "DE", "MA", "TR", "GB", "US"} <= set(codes)
    assert not {"EU", "ZZ", "XA"} & set(codes)
    assert 245 <= len(codes) == len(set(codes)) <= 252  # ISO 3166-1 has 249; CLDR adds Kosovo


def test_a_problem_is_said_with_its_values():
    assert (
        words("en").say(Problem("day", "Use at most {n} characters.", {"n": "80"}))
        == "Use at most 80 characters."
    )
    with pytest.raises(KeyError):
        words("xx")


def test_a_template_escapes_and_is_strict():
    env = environment(
        "en", DictLoader({"a": "{{ text }}", "b": "{{ nobody }}", "c": "{{ _('Page') }} {{ text }}"})
    )
    assert env.get_template("a").render(text="<b>{{7*7}}") == "&lt;b&gt;{{7*7}}"
    with pytest.raises(UndefinedError):
        env.get_template("b").render()
    assert env.get_template("c").render(text="100 %") == "Page 100 %"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_renders_its_own_page(lang):
    text = render("public/safety.html", lang, here="/safety")
    assert f'<html lang="{lang}">' in text
    assert words(lang).gettext("Need help now?") in text


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        (date(2026, 3, 6), "date", "2026-03-06"),
        (time(18, 0), "time", "18:00"),
        (datetime(2026, 3, 6, 17, 0, tzinfo=UTC), "datetime-local", "2026-03-06T18:00"),
        (datetime(2026, 3, 6, 23, 30, tzinfo=UTC), "date", "2026-03-07"),
        ("30/02/2026", "date", "30/02/2026"),
        (None, "text", ""),
        (7, "number", "7"),
    ],
)
def test_a_field_shows_what_is_stored_or_typed(value, kind, shown):
    assert typed(value, kind) == shown


@pytest.mark.parametrize(
    ("option", "value", "is_it"),
    [("a", "a", True), ("a", ["b", "a"], True), ("1", 1, True), ("a", "", False), ("", None, False)],
)
def test_an_option_knows_whether_it_was_chosen(option, value, is_it):
    assert chosen(option, value) is is_it
