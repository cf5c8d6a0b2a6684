"""No message tells who, what or why, in any language, in any kind."""

import re

import pytest

from notifications.channels.letter import letter
from notifications.values import Contact
from notifications.wording import LANGUAGES, kinds, worded, wording_of

BASE = "https://agenda.example"
TELLING = re.compile(
    r"\b("
    r"child|children|kinderen|kinde?s?|enfants?|Kinder|Kindes|baby|son|daughter|zoon|dochter|fils|fille|Sohn|Tochter"
    r"|parents?|ouders?|Eltern\w*|mother|father|moeder|vader|mère|père|Mutter|Vater|famil\w+|gezin\w*"
    r"|violen\w+|geweld\w*|Gewalt\w*|threat\w*|danger\w*|gevaar|Gefahr|safety|risk\w*|alert\w*|warning\w*|alarm\w*"
    r"|custody|visitation|abduct\w*|ontvoer\w*|enlèvement|Entführ\w*|retain\w*|passport\w*|travel\w*|trips?|reis\w*|voyage\w*"
    r"|separat\w*|divorce\w*|scheiding\w*|séparation|Trennung\w*|mediat\w*|bemiddel\w*|médiat\w*|Vermittl\w*"
    r"|plan\w*|consent\w*|court\w*|judge\w*|lawyer\w*|rechtbank|avocat\w*|Anwalt|Gericht\w*|juge|centre|centrum"
    r"|ana|ben|mia|sam|lou|entente"
    r")\b",
    re.IGNORECASE,
)
EVERY = [(kind, language) for kind in kinds() for language in LANGUAGES]


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_a_message_tells_nobody_over_the_shoulder_anything(kind, language):
    for facts in wording_of(kind).examples:
        text = worded(kind, language, facts, BASE)
        plain = text.body.replace(f"{BASE}{facts.get('path', '')}", "")
        assert not TELLING.search(text.subject)
        assert not TELLING.search(plain)
        assert text.subject
        assert "{" not in text.subject + text.body


@pytest.mark.parametrize("telling", ["Your child is back", "Het kind komt", "Über die Trennung", "Ana asks"])
def test_the_list_of_telling_words_finds_what_it_should(telling):
    assert TELLING.search(telling)


@pytest.mark.parametrize("kind", ["joined", "plan", "trip", "session", "step"])
def test_what_happened_between_parents_reads_the_same_whatever_it_was(kind):
    for language in LANGUAGES:
        assert worded(kind, language, {}, BASE) == worded("update", language, {}, BASE)


def test_every_kind_speaks_four_languages_and_no_two_alike():
    for wording in kinds().values():
        assert set(wording.subject) == set(wording.body) == set(LANGUAGES)
        assert len(set(wording.body.values())) == len(LANGUAGES)


def test_a_link_leads_to_our_own_address_only():
    assert (
        f"{BASE}/invitation/abc\n" in worded("invitation", "en", {"path": "/invitation/abc"}, f"{BASE}/").body
    )


@pytest.mark.parametrize(
    "facts",
    [
        {"name": "Ana"},
        {"path": "https://elsewhere.example"},
        {"path": "/x?child=Lou"},
        {"path": "/x\r\nBcc: sam@example.be"},
        {"path": "/{code}"},
        {"code": "123456"},
    ],
)
def test_no_free_text_travels_in_a_message(facts):
    with pytest.raises(ValueError, match="kind invitation"):
        worded("invitation", "nl", facts, BASE)


def test_an_unknown_kind_is_refused():
    with pytest.raises(KeyError):
        wording_of("gossip")


def test_headers_tell_nothing_either(now):
    mail = letter(
        worded("trip", "fr", {}, BASE), Contact("ben@example.be", "fr"), "x@agenda.example", "<1@a>", now
    )
    assert dict(mail.items()) == {
        "From": "Agenda <x@agenda.example>",
        "To": "ben@example.be",
        "Subject": "Vous avez du nouveau",
        "Date": "Fri, 06 Mar 2026 17:00:00 +0000",
        "Message-ID": "<1@a>",
        "Auto-Submitted": "auto-generated",
        "Content-Language": "fr",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": mail["Content-Transfer-Encoding"],
        "MIME-Version": "1.0",
    }
