"""Mia books sessions with Ana (home A) and Ben (home B)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation.pathways import NEUTRAL
from mediation.refusals import Refused
from mediation.sessions import Kind, Session, Status, Wish, book, cancel, overlaps, problems_of, reschedule
from parenting_plans.values import ZONE, Home

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BOTH, ANA = frozenset(Home), frozenset({Home.A})
MIA, FAMILY = UUID(int=3), UUID(int=7)


def brussels(*parts):
    return datetime(*parts, tzinfo=ZONE)


START, END = brussels(2026, 12, 1, 14, 0), brussels(2026, 12, 1, 15, 30)
WISH = Wish(Kind.JOINT, BOTH, START, END, place="Room 2")


def booked(wish=WISH, *, taken=(), blocked=False, now=NOW, number=1):
    return book(
        wish,
        id=UUID(int=number),
        family_id=FAMILY,
        professional_id=MIA,
        taken=taken,
        joint_work_blocked=blocked,
        now=now,
    )


def wrong(wish, *, taken=(), blocked=False):
    found = problems_of(wish, taken=taken, joint_work_blocked=blocked, now=NOW)
    return [(problem.field, problem.text) for problem in found]


def refused(call, *args, **options):
    with pytest.raises(Refused) as no:
        call(*args, **options)
    return [(problem.field, problem.text) for problem in no.value.problems]


def test_a_booked_session_keeps_what_was_asked_in_utc():
    session = booked(replace(WISH, place="  Room 2 ", link="https://meet.example/abc"))
    assert (session.starts_at, session.ends_at) == (
        datetime(2026, 12, 1, 13, 0, tzinfo=UTC),
        datetime(2026, 12, 1, 14, 30, tzinfo=UTC),
    )
    assert (session.place, session.link, session.status) == (
        "Room 2",
        "https://meet.example/abc",
        Status.BOOKED,
    )


CLOCK = "The clock changes that night. Choose a time before 2:00 or after 3:00."
SPRING, AUTUMN = (2027, 3, 28), (2027, 10, 31)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"ends_at": START}, [("ends_at", "Choose an end after the start.")]),
        ({"ends_at": START + timedelta(hours=9)}, [("ends_at", "A session takes {hours} hours at most.")]),
        ({"starts_at": NOW}, [
            ("starts_at", "Choose a time that is still to come."),
            ("ends_at", "A session takes {hours} hours at most."),
        ]),
        ({"starts_at": brussels(*SPRING, 2, 30), "ends_at": brussels(*SPRING, 4, 0)}, [("starts_at", CLOCK)]),
        ({"starts_at": brussels(*SPRING, 1, 0), "ends_at": brussels(*SPRING, 2, 0)}, [("ends_at", CLOCK)]),
        ({"starts_at": brussels(*SPRING, 3, 0), "ends_at": brussels(*SPRING, 4, 0)}, []),
        ({"starts_at": brussels(*AUTUMN, 2, 30), "ends_at": brussels(*AUTUMN, 4, 0)}, [("starts_at", CLOCK)]),
        ({"starts_at": datetime(*AUTUMN, 1, 30, tzinfo=UTC), "ends_at": datetime(*AUTUMN, 3, 0, tzinfo=UTC)}, [("starts_at", CLOCK)]),
        ({"starts_at": brussels(*AUTUMN, 1, 0), "ends_at": brussels(*AUTUMN, 3, 0)}, []),
        ({"place": " "}, [("place", "Say where you meet, or give a video link.")]),
        ({"place": "Room 2\r\nBcc: x"}, [("place", "Use one line of at most {n} characters.")]),
        ({"place": "x" * 201}, [("place", "Use one line of at most {n} characters.")]),
        ({"place": "", "link": "https://meet.example/a"}, []),
        ({"invited": ANA}, [("invited", "Invite both parents to a joint session.")]),
        ({"kind": Kind.SEPARATE}, [("invited", "Invite one parent to a separate session.")]),
        ({"kind": Kind.SEPARATE, "invited": frozenset()}, [("invited", "Invite one parent to a separate session.")]),
        ({"kind": Kind.SEPARATE, "invited": ANA}, []),
    ],
)  # fmt: skip
def test_what_can_be_wrong(changes, expected):
    assert wrong(replace(WISH, **changes)) == expected


@pytest.mark.parametrize(
    "link",
    [
        "http://meet.example/a",
        "javascript:alert(1)",
        "meet.example/a",
        "https://",
        "https:///a",
        "https://ana:pw@meet.example/",
        "https://meet.example/a b",
        "https://meet.example/\r\nX: y",
        "https://[::1",
        "https://meet.example:port/",
        "https://meet.example/" + "a" * 500,
    ],
)
def test_only_plain_https_links(link):
    assert wrong(replace(WISH, link=link)) == [("link", "Give a video link that begins with https://.")]


def test_everything_wrong_is_said_at_once():
    wish = Wish(Kind.JOINT, frozenset(), NOW - timedelta(days=1), NOW - timedelta(days=2), link="ftp://x")
    assert [field for field, _ in wrong(wish, blocked=True)] == [
        "invited",
        "starts_at",
        "ends_at",
        "link",
        "kind",
    ]


def test_a_safety_flag_stops_joint_sessions_without_a_word_about_it():
    assert refused(booked, blocked=True) == [("kind", NEUTRAL)]
    alone = replace(WISH, kind=Kind.SEPARATE, invited=ANA)
    assert booked(alone, blocked=True).kind is Kind.SEPARATE
    assert refused(
        reschedule, booked(), START + timedelta(days=1), END + timedelta(days=1),
        taken=(), joint_work_blocked=True, now=NOW,
    ) == [("kind", NEUTRAL)]  # fmt: skip


def test_mia_is_never_in_two_places():
    first = booked()
    taken = "You already have a session at that time."
    overlapping = replace(WISH, starts_at=END - timedelta(minutes=1), ends_at=END + timedelta(hours=1))
    assert refused(booked, overlapping, taken=(first,), number=2) == [("starts_at", taken)]
    after = replace(WISH, starts_at=END, ends_at=END + timedelta(hours=1))
    assert booked(after, taken=(first,), number=2).status is Status.BOOKED
    assert booked(overlapping, taken=(cancel(first, NOW),), number=2).status is Status.BOOKED


def test_a_session_moves_but_keeps_its_people_and_place():
    first = booked()
    moved = reschedule(
        first, START + timedelta(minutes=30), END + timedelta(minutes=30),
        taken=(first,), joint_work_blocked=False, now=NOW,
    )  # fmt: skip
    assert replace(moved, starts_at=first.starts_at, ends_at=first.ends_at) == first
    assert moved.starts_at - first.starts_at == timedelta(minutes=30)


def test_what_is_cancelled_or_has_begun_stays_so():
    cancelled = cancel(booked(), NOW)
    assert refused(cancel, cancelled, NOW) == [("", "This session was already cancelled.")]
    assert refused(cancel, booked(), START) == [("", "This session has already begun.")]
    assert refused(reschedule, cancelled, START, END, taken=(), joint_work_blocked=False, now=NOW) == [
        ("", "This session was cancelled. Book a new one.")
    ]


minutes = st.integers(0, 600)


@settings(max_examples=60)
@given(minutes, st.integers(1, 480), minutes, st.integers(1, 480))
def test_two_sessions_overlap_exactly_when_they_share_a_minute(start, length, other_start, other_length):
    def at(minute):
        return START.astimezone(UTC) + timedelta(minutes=minute)

    other = replace(booked(), starts_at=at(other_start), ends_at=at(other_start + other_length))
    shared = set(range(start, start + length)) & set(range(other_start, other_start + other_length))
    assert isinstance(other, Session)
    assert overlaps(at(start), at(start + length), other) == bool(shared)
