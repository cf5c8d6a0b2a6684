"""Somebody holds Ana's signed statement: what is genuine, what counts now, and each reason to refuse."""

import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parenting_plans.certificate.checking import Checked, Reason, Refusal, check
from parenting_plans.certificate.issuing import FITS_QR, issue
from parenting_plans.certificate.keys import KeysUnreadable, key_set, read_key_set, signing_key
from parenting_plans.certificate.statement import NamedChild, Statement, digest_of
from parenting_plans.values import ZONE

KEY, OLDER, STRANGER = (signing_key(sign * 32) for sign in (b"k", b"o", b"s"))
KEYS = {one.kid: one.public for one in (KEY, OLDER)}
NOW = datetime(2027, 8, 10, 12, 0, tzinfo=UTC)
STATEMENT = Statement(
    serial="7K2QX9M4TB3HW8PZC5NE",
    issuer="https://example.be",
    issued_at=datetime(2027, 7, 1, 8, 0, tzinfo=UTC),
    children=(NamedChild("Lou", "", date(2019, 3, 12)), NamedChild("Mio", "", date(2021, 11, 1))),
    travelling="Ana",
    consenting="Ben",
    adults=("Mia Claes",),
    countries=("ES", "SCHENGEN"),
    transit=True,
    first_day=date(2027, 8, 1),
    last_day=date(2027, 8, 15),
    return_on=date(2027, 8, 15),
    conditions="Bel elke avond.",
)
TEXT = issue(STATEMENT, KEY)
HEAD, BODY, SIGNATURE = TEXT.split(".")


def reason(text, now=NOW, keys=KEYS, **paper):
    found = check(text, keys, now, **paper)
    return found.reason if isinstance(found, Refusal) else "valid"


def part(value):
    return urlsafe_b64encode(value).rstrip(b"=").decode()


def test_a_genuine_statement_says_what_was_consented_to():
    assert check(TEXT, KEYS, NOW) == Checked(STATEMENT, KEY.kid)
    assert check(f"  {TEXT[:100]}\n{TEXT[100:]} ", KEYS, NOW) == Checked(STATEMENT, KEY.kid)
    assert issue(STATEMENT, KEY) == TEXT
    assert len(TEXT) <= FITS_QR


@given(st.data())
def test_no_sign_of_it_can_be_another(data):
    place = data.draw(st.integers(0, len(TEXT) - 1))
    sign = data.draw(st.sampled_from("ABCXYZabcxyz0189-_."))
    changed = TEXT[:place] + sign + TEXT[place + 1 :]
    assert changed == TEXT or reason(changed) != "valid"


def test_the_same_bytes_in_another_spelling_are_refused():
    other = TEXT[:-1] + chr(ord(TEXT[-1]) + 1)  # only bits that mean nothing differ
    assert _bytes_of(other) == _bytes_of(TEXT)
    assert reason(other) == "tampered"


def _bytes_of(text):
    return [urlsafe_b64decode(one + "=" * (-len(one) % 4)) for one in text.split(".")]


@given(st.integers(0, len(TEXT) - 1))
def test_a_part_of_it_is_never_enough(length):
    assert reason(TEXT[:length]) in {Reason.TRUNCATED, Reason.NOT_A_STATEMENT}


@given(st.text(max_size=300))
def test_any_text_gets_a_reason(text):
    assert reason(text) in set(Reason)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (issue(STATEMENT, STRANGER), Reason.UNKNOWN_KEY),
        (f"{HEAD}.{BODY}.{issue(STATEMENT, STRANGER).split('.')[2]}", Reason.TAMPERED),
        ("hello", Reason.NOT_A_STATEMENT),
        ("", Reason.NOT_A_STATEMENT),
        (TEXT + ".x", Reason.NOT_A_STATEMENT),
    ],
)
def test_another_hand_is_found(text, expected):
    assert reason(text) == expected


@pytest.mark.parametrize("alg", ["none", "HS256", "EdDSA", "RS256", ""])
def test_no_other_way_of_signing_is_taken(alg):
    head = part(json.dumps({"alg": alg, "typ": "travel", "kid": KEY.kid}, separators=(",", ":")).encode())
    public = urlsafe_b64decode(KEY.public.x + "=")
    for made in ("", part(hmac.new(public, f"{head}.{BODY}".encode(), sha256).digest()), SIGNATURE):
        assert reason(f"{head}.{BODY}.{made}") != "valid"


def test_a_key_that_it_brings_itself_is_never_used():
    own = {
        "alg": "Ed25519",
        "typ": "travel",
        "kid": KEY.kid,
        "jwk": {"kty": "OKP", "crv": "Ed25519", "x": STRANGER.public.x},
    }
    head = part(json.dumps(own, separators=(",", ":")).encode())
    assert reason(f"{head}.{BODY}.{SIGNATURE}") == Reason.WRONG_KEY


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2027, 8, 1, 0, 0, tzinfo=ZONE), "valid"),
        (datetime(2027, 7, 31, 23, 59, 59, tzinfo=ZONE), Reason.NOT_YET),
        (datetime(2027, 8, 15, 23, 59, 59, tzinfo=ZONE), "valid"),
        (datetime(2027, 8, 16, 0, 0, tzinfo=ZONE), Reason.EXPIRED),
        (datetime(2027, 6, 1, tzinfo=UTC), Reason.FUTURE_DATED),
    ],
)
def test_its_days_are_inclusive_and_in_brussels(now, expected):
    assert reason(TEXT, now) == expected


@pytest.mark.parametrize("last", [date(2028, 2, 29), date(2027, 10, 31), date(2028, 3, 26)])
def test_a_leap_day_and_the_days_of_the_clock_end_at_midnight(last):
    text = issue(replace(STATEMENT, last_day=last, return_on=None), KEY)
    end = datetime(last.year, last.month, last.day, 23, 59, 59, tzinfo=ZONE)
    assert reason(text, end) == "valid"
    assert reason(text, end.astimezone(UTC) + timedelta(seconds=1)) == Reason.EXPIRED


def test_a_statement_belongs_to_its_paper():
    assert reason(TEXT, serial=STATEMENT.serial) == "valid"
    assert reason(TEXT, serial="AAAAAAAAAAAAAAAAAAAA") == Reason.REPLAYED


def test_long_conditions_are_cut_with_a_digest_of_the_whole():
    whole = "Bel elke avond om zeven uur. " * 30
    found = check(issue(replace(STATEMENT, conditions=whole), KEY), KEYS, NOW)
    assert isinstance(found, Checked)
    assert whole.startswith(found.statement.conditions)
    assert found.statement.digest == digest_of(whole)


def test_a_key_set_is_read_as_it_is_published():
    text = json.dumps(key_set(KEYS.values()))
    assert read_key_set(text).keys() == KEYS.keys()
    renamed = text.replace(KEY.kid, "x" * 43)
    for broken in ("", "{}", "[]", '{"keys":[]}', renamed, text[:-5]):
        with pytest.raises(KeysUnreadable):
            read_key_set(broken)
