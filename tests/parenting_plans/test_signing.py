"""The signed text is the same bytes everywhere, and a version is sealed by two signatures under what was shown."""

import json
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans.errors import AlreadyAnswered, NotWhatWasShown, NotYet
from parenting_plans.proposals import propose
from parenting_plans.signing import (
    canonical,
    content,
    content_of,
    digest,
    digest_of,
    is_unaltered,
    languages_of,
    may_sign_from,
    sign,
    version_of,
)
from parenting_plans.values import Home
from tests.parenting_plans.people import ANA_AND_BEN, NOW, START, whole_plan


@pytest.fixture
def version():
    proposal = propose(
        (),
        family_id=ANA_AND_BEN,
        by=Home.A,
        agreed=whole_plan(),
        effective_on=START,
        id=UUID(int=1),
        now=NOW,
    )
    return version_of(proposal, 1, UUID(int=2), NOW)


def test_the_signed_text_to_the_letter():
    signed = content(ANA_AND_BEN, 1, {"D02": {"place": "school"}, "B01": {"mode": "joint"}}, START)
    assert canonical(signed) == (
        b'{"clauses":{"B01":{"mode":"joint"},"D02":{"place":"school"}},"effective_on":"2027-09-06",'
        b'"family":"00000000-0000-4000-8000-00000000000f","format":"entente-plan/1","number":1}'
    )
    assert digest(signed) == "7252b061a70aab0b9b97b74b8c4629e77c443ac4bc4e786ad045920797c6032a"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
agreed_values = st.dictionaries(
    st.text(max_size=3), st.dictionaries(st.text(max_size=8), json_values, max_size=4), max_size=4
)


def shuffled(value, data):
    if isinstance(value, dict):
        keys = data.draw(st.permutations(list(value)))
        return {key: shuffled(value[key], data) for key in keys}
    if isinstance(value, list):
        return [shuffled(one, data) for one in value]
    return value


@settings(max_examples=80, deadline=None)
@given(agreed=agreed_values, data=st.data())
def test_order_of_keys_and_a_way_through_a_store_change_no_byte(agreed, data):
    first = canonical(content(ANA_AND_BEN, 1, agreed, START))
    assert canonical(content(ANA_AND_BEN, 1, shuffled(agreed, data), START)) == first
    assert canonical(content(ANA_AND_BEN, 1, json.loads(json.dumps(agreed)), START)) == first
    assert canonical(json.loads(first)) == first


@settings(max_examples=60, deadline=None)
@given(one=agreed_values, other=agreed_values)
def test_other_content_has_another_digest(one, other):
    same = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    digests = [digest(content(ANA_AND_BEN, 1, agreed, START)) for agreed in (one, other)]
    assert (digests[0] == digests[1]) is same


def test_two_signatures_seal_the_version(version):
    later = NOW + timedelta(hours=1)
    once = sign(version, Home.B, version.digest, NOW)
    assert once.sealed_at is None
    sealed = sign(once, Home.A, version.digest, later)
    assert sealed.sealed_at == later
    assert [(one.home, one.signed_at, one.digest) for one in sealed.signatures] == [
        (Home.B, NOW, version.digest),
        (Home.A, later, version.digest),
    ]
    assert is_unaltered(sealed)


@pytest.mark.parametrize("home", Home)
def test_nobody_signs_twice(version, home):
    once = sign(version, home, version.digest, NOW)
    with pytest.raises(AlreadyAnswered):
        sign(once, home, version.digest, NOW)
    sealed = sign(once, home.other, version.digest, NOW)
    with pytest.raises(AlreadyAnswered):
        sign(sealed, home.other, version.digest, NOW)


@pytest.mark.parametrize("seen", ["", "0" * 64, "é", "ABCDEF"])
def test_nobody_signs_what_was_not_shown(version, seen):
    with pytest.raises(NotWhatWasShown):
        sign(version, Home.A, seen, NOW)


@pytest.mark.parametrize(
    "changed",
    [
        {"agreed": whole_plan(C02={"handover_time": "19:00"})},
        {"effective_on": date(2027, 9, 13)},
        {"number": 2},
        {"family_id": UUID(int=9)},
        {"digest": "0" * 64},
    ],
)
def test_content_that_was_altered_cannot_be_signed(version, changed):
    altered = replace(version, **changed)
    assert not is_unaltered(altered)
    with pytest.raises(NotWhatWasShown):
        sign(altered, Home.A, altered.digest, NOW)
    once = replace(sign(version, Home.A, version.digest, NOW), **changed)
    assert not is_unaltered(once)


def test_a_signature_under_another_text_shows(version):
    once = sign(version, Home.A, version.digest, NOW)
    forged = replace(once, signatures=(replace(once.signatures[0], digest="0" * 64),))
    assert not is_unaltered(forged)
    assert digest_of(forged) == version.digest


WAIT = timedelta(hours=48)


@pytest.mark.parametrize(("after", "possible"), [(0, False), (47.99, False), (48, True), (500, True)])
@pytest.mark.parametrize("home", Home)
def test_nobody_signs_before_the_time_to_think_is_over(version, home, after, possible):
    now = NOW + timedelta(hours=after)
    assert may_sign_from(version, WAIT) == NOW + WAIT
    if possible:
        assert sign(version, home, version.digest, now, WAIT).signatures
        return
    with pytest.raises(NotYet) as refused:
        sign(version, home, version.digest, now, WAIT)
    assert refused.value.until == NOW + WAIT
    assert refused.value.problem.values == {"moment": "03/06/2027, 12:00"}


def test_the_languages_of_the_document_are_signed_too():
    assert languages_of("fr", "nl") == ("fr", "nl")
    assert languages_of("de", "de") == ("de",)
    proposal = propose(
        (), family_id=ANA_AND_BEN, by=Home.A, agreed=whole_plan(), effective_on=START, id=UUID(int=1), now=NOW
    )
    plain, spoken, other = (
        version_of(proposal, 1, UUID(int=2), NOW, languages) for languages in ((), ("fr", "nl"), ("nl", "fr"))
    )
    assert len({plain.digest, spoken.digest, other.digest}) == 3
    assert content_of(plain) == content(ANA_AND_BEN, 1, whole_plan(), START)
    assert not is_unaltered(replace(spoken, languages=("nl", "fr")))
