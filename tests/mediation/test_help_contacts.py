"""Numbers and steps for when it is urgent: dated, with their source, complete in four languages, plain and without blame."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from mediation import help_contact, help_contacts, help_steps
from mediation.help_contact import Certainty, Contact, Group, Noted
from mediation.help_step import Situation
from parenting_plans.wording import LANGUAGES

TODAY = date(2026, 12, 1)
NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
NORA = UUID(int=7)
CONTACTS = help_contacts.load()
SITUATIONS = help_steps.load()
SIDES = re.compile(
    r"\b(custody|visitation|ex-\w+|opponent|kidnap\w*|abduct\w*|tegenpartij|Sorgerecht|Gegner)\b",
    re.IGNORECASE,
)
LONGEST_SENTENCE, LONGEST_MEAN = 25, 15  # words (safety.md 5.3)


def texts(situation: Situation) -> list[dict[str, str]]:
    return [
        dict(one)
        for one in (
            situation.title,
            *(step.text for step in situation.steps),
            *situation.leave,
            *(example.said for example in situation.examples),
        )
    ]


@pytest.mark.parametrize("contact", CONTACTS, ids=lambda one: f"{one.id}-{one.valid_from}")
def test_what_ships_says_what_an_administrator_would_have_to_say(contact: Contact) -> None:
    assert help_contact.problems_of(contact, date(2026, 11, 24), needed=False) == ()
    assert help_contact.tidied(contact) == contact
    assert contact.certainty is Certainty.OWN or contact.unsure, "what is not sure is said"


@pytest.mark.parametrize(
    ("id", "dials"),
    [
        ("emergency", "112"),
        ("police", "101"),
        ("child_focus", "116000"),
        ("federal_contact_point", "+3225426700"),
        ("foreign_affairs", "+3225018111"),
        ("violence_nl", "1712"),
        ("violence_fr", "080030030"),
        ("listening_de", "108"),
        ("young_nl", "102"),
        ("young_fr", "103"),
    ],
)
def test_every_number_dials(id: str, dials: str) -> None:
    [contact] = help_contacts.by_id()[id]
    assert [help_contact.dialled(one) for one in contact.numbers] == [dials]


def test_what_could_not_be_verified_is_not_told_as_a_fact() -> None:
    point, ministry = (help_contacts.by_id()[id][0] for id in ("federal_contact_point", "foreign_affairs"))
    assert point.unsure is not None
    assert "could not confirm that it is open day and night" in point.unsure["en"]
    assert not point.always
    assert ministry.certainty is Certainty.UNCONFIRMED
    assert ministry.unsure is not None
    # Laws whose force or figures were not verified are in no step.
    said = " ".join(text["en"] for one in SITUATIONS for text in texts(one))
    assert not re.search(r"\b(prison|crime|criminal|Schengen Information|432|374)\b", said)


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.id)
def test_each_situation_is_whole_plain_and_keeps_its_examples(situation: Situation) -> None:
    assert situation.steps
    assert situation.sources
    assert situation.examples
    for text in texts(situation):
        assert set(text) == set(LANGUAGES)
        for language in LANGUAGES:
            assert text[language].strip()
            assert not SIDES.search(text[language]), text[language]
            for sentence in re.split(r"(?<=[.?!])\s+|[:;]\s", text[language]):
                assert len(sentence.split()) <= LONGEST_SENTENCE, sentence
    for example in situation.examples:
        assert example.first_call == situation.calls[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short_on_average(language: str) -> None:
    sentences = [
        sentence
        for situation in SITUATIONS
        for text in texts(situation)
        for sentence in re.split(r"(?<=[.?!])\s+", text[language])
    ]
    assert sum(len(one.split()) for one in sentences) / len(sentences) <= LONGEST_MEAN


def test_three_choices_and_what_every_choice_warns_of() -> None:
    choices = [one for one in SITUATIONS if one.choice]
    assert [one.id for one in choices] == ["danger", "not_returned", "abroad"]
    for one in choices:
        leave = " ".join(text["en"] for text in one.leave)
        assert "yourself" in leave  # no self-rescue
        assert "Post nothing online" in leave
        said = leave + " ".join(step.text["en"] for step in one.steps)
        assert re.search(r"flee|leave sooner", said)  # no contact that would trigger flight
        assert {"police", "emergency"} & set(one.calls)
        assert "child_focus" in one.calls
        assert "federal_contact_point" in one.calls


# What is noted over what ships


def spanish_line(**said: object) -> Contact:
    whole = replace(help_contacts.by_id()["federal_contact_point"][0], checked_on=TODAY)
    return replace(whole, **said)  # type: ignore[arg-type]


def noted(contact: Contact, number: int = 1, *, withdrawn: bool = False) -> Noted:
    return Noted(contact, number, withdrawn, NORA, NOW)


def numbers(rows: list[Noted], day: date = TODAY) -> dict[str, tuple[str, ...]]:
    return {one.id: one.numbers for one in help_contact.counting(CONTACTS, rows, day)}


def test_a_note_counts_over_what_ships_until_it_is_withdrawn() -> None:
    changed = noted(spanish_line(numbers=("+32 2 000 00 00",)))
    assert numbers([changed])["federal_contact_point"] == ("+32 2 000 00 00",)
    back = replace(changed, number=2, withdrawn=True)
    assert numbers([changed, back]) == numbers([])
    assert list(numbers([changed])) == list(numbers([])), "the order of the page stays"


def test_a_number_for_later_waits_and_one_that_ended_is_gone() -> None:
    later = noted(spanish_line(numbers=("1999",), valid_from=TODAY + timedelta(days=3)))
    assert numbers([later])["federal_contact_point"] == ("+32 2 542 67 00",)
    assert numbers([later], TODAY + timedelta(days=3))["federal_contact_point"] == ("1999",)
    over = noted(spanish_line(valid_to=TODAY))
    assert "federal_contact_point" in numbers([over])
    assert "federal_contact_point" not in numbers([over], TODAY + timedelta(days=1))


def test_a_contact_of_the_centre_stands_in_its_group() -> None:
    own = noted(spanish_line(id="own_1", group=Group.LAW, numbers=("+32 2 111 11 11",)))
    found = help_contact.counting(CONTACTS, [own], TODAY)
    groups = [one.group for one in found]
    assert groups == sorted(groups, key=list(Group).index)
    assert [one.id for one in found if one.group is Group.LAW] == ["own_1"]


@pytest.mark.parametrize(
    ("days", "again"), [(0, False), (364, False), (365, False), (366, True), (800, True)]
)
def test_after_a_year_it_is_to_be_checked_again(days: int, again: bool) -> None:
    assert spanish_line(checked_on=TODAY).to_check_again(TODAY + timedelta(days=days)) is again


WORDS = dict.fromkeys(LANGUAGES, "x")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"numbers": ()}, "numbers"),
        ({"numbers": ("1", "2")}, "numbers"),
        ({"numbers": ("call me",)}, "numbers"),
        ({"numbers": ("0" * 30,)}, "numbers"),
        ({"numbers": ("tel:101",)}, "numbers"),
        ({"numbers": ("101", "102", "103", "104")}, "numbers"),
        ({"email": "nobody"}, "email"),
        ({"email": "a@b.be\nBcc: c@d.be"}, "email"),
        ({"name": {**WORDS, "de": ""}}, "name_de"),
        ({"about": {**WORDS, "fr": "x" * 251}}, "about_fr"),
        ({"hours": {**WORDS, "nl": "a\u202eb"}}, "hours_nl"),
        ({"source": ""}, "source"),
        ({"source": "x" * 201}, "source"),
        ({"checked_on": TODAY + timedelta(days=1)}, "checked_on"),
        ({"checked_on": date(2019, 12, 31)}, "checked_on"),
        ({"certainty": Certainty.UNCONFIRMED, "unsure": None}, "unsure_en"),
        ({"valid_to": date(2019, 1, 1)}, "valid_to"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(said: dict[str, object], field: str) -> None:
    found = help_contact.problems_of(spanish_line(**said), TODAY, needed=False)
    assert [one.field for one in found] == [field]


def test_what_the_steps_call_has_no_last_day() -> None:
    ending = spanish_line(valid_to=TODAY + timedelta(days=9))
    assert [one.field for one in help_contact.problems_of(ending, TODAY, needed=True)] == ["valid_to"]
    assert help_contact.problems_of(ending, TODAY, needed=False) == ()
