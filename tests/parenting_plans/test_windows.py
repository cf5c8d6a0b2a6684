"""Swaps and orders lie over the plan: the stronger layer wins, then the one made later."""

from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest

from parenting_plans.laid import Laid
from parenting_plans.schedule import expand, nights, whole_stays
from parenting_plans.values import ZONE, Child, Community, Home, InForce, Layer, Regular, Terms, Window

A, B = Home.A, Home.B
LOU = Child(UUID(int=1), date(2018, 3, 1), Community.FLEMISH)
MIO = Child(UUID(int=2), date(2020, 6, 1), Community.FLEMISH)
DOCUMENT = UUID(int=77)
SWAP, INTERIM, PROTECTIVE = Layer.SWAP, Layer.INTERIM_ORDER, Layer.PROTECTIVE_ORDER


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def plan(nights_="AAAAAAABBBBBBB", since="2026-01-05T18:00"):
    return InForce(UUID(int=9), Terms(Regular(nights_, date(2026, 1, 5), A, time(18))), at(since))


def window(layer, home, begins, ends, made="2026-01-01", children=()):
    return Window(
        layer,
        home,
        at(begins),
        at(ends),
        datetime.fromisoformat(made).replace(tzinfo=UTC),
        children,
        DOCUMENT,
    )


def told(stays):
    return [
        (f"{s.starts_at:%m-%dT%H:%M}", f"{s.ends_at:%m-%dT%H:%M}", s.home.value, s.because.layer.value)
        for s in stays
    ]


LOOK = at("2026-01-05T18:00"), at("2026-01-19T18:00")


def test_a_swap_moves_its_own_hours_and_nothing_else():
    swap = window(SWAP, B, "2026-01-07T18:00", "2026-01-08T18:00")
    stays = expand([plan()], LOU, *LOOK, Laid((swap,)))
    assert told(stays) == [
        ("01-05T18:00", "01-07T18:00", "A", "regular"),
        ("01-07T18:00", "01-08T18:00", "B", "swap"),
        ("01-08T18:00", "01-12T18:00", "A", "regular"),
        ("01-12T18:00", "01-19T18:00", "B", "regular"),
    ]
    assert (stays[1].because.clause, stays[1].because.document) == ("D05", DOCUMENT)


@pytest.mark.parametrize(("weak", "strong"), [(SWAP, INTERIM), (SWAP, PROTECTIVE), (INTERIM, PROTECTIVE)])
@pytest.mark.parametrize("turned", [False, True])
def test_a_stronger_layer_wins_however_early_it_was_made(weak, strong, turned):
    over = [
        window(strong, A, "2026-01-13T00:00", "2026-01-14T00:00", "2026-01-01"),
        window(weak, B, "2026-01-06T00:00", "2026-01-16T00:00", "2026-01-12"),
    ]
    stays = expand([plan()], LOU, *LOOK, Laid(tuple(over[:: -1 if turned else 1])))
    assert ("01-13T00:00", "01-14T00:00", "A", strong.value) in told(stays)


@pytest.mark.parametrize("turned", [False, True])
def test_within_a_layer_the_later_one_wins(turned):
    over = [
        window(SWAP, B, "2026-01-06T18:00", "2026-01-09T18:00", "2026-01-02"),
        window(SWAP, A, "2026-01-07T18:00", "2026-01-08T18:00", "2026-01-03"),
    ]
    stays = expand([plan()], LOU, *LOOK, Laid(tuple(over[:: -1 if turned else 1])))
    assert [line[2:] for line in told(stays)][:4] == [
        ("A", "regular"),
        ("B", "swap"),
        ("A", "swap"),
        ("B", "swap"),
    ]


def test_a_window_may_be_about_one_child():
    swap = window(SWAP, B, "2026-01-07T18:00", "2026-01-08T18:00", children=(MIO.id,))
    assert expand([plan()], LOU, *LOOK, Laid((swap,))) == expand([plan()], LOU, *LOOK)
    assert nights([plan()], MIO, date(2026, 1, 7), 1, Laid((swap,)))[0].home is B


def test_an_order_counts_without_a_plan_and_a_swap_does_not():
    order = window(INTERIM, B, "2026-01-03T10:00", "2026-01-07T10:00")
    swap = window(SWAP, B, "2026-01-03T10:00", "2026-01-07T10:00")
    early = at("2026-01-01T00:00"), at("2026-01-08T00:00")
    assert told(expand([plan()], LOU, *early, Laid((order,)))) == [
        ("01-03T10:00", "01-07T10:00", "B", "interim_order"),
        ("01-07T10:00", "01-08T00:00", "A", "regular"),
    ]
    assert told(expand([], LOU, *early, Laid((order,)))) == [
        ("01-03T10:00", "01-07T10:00", "B", "interim_order")
    ]
    assert told(expand([plan()], LOU, *early, Laid((swap,))))[0][0] == "01-05T18:00"
    assert expand([], LOU, *early, Laid((swap,))) == ()


def test_a_whole_stay_has_the_swap_in_it():
    swap = window(SWAP, B, "2026-01-11T18:00", "2026-01-12T18:00")
    seen = whole_stays([plan()], LOU, at("2026-01-14T00:00"), at("2026-01-15T00:00"), Laid((swap,)))
    assert [(stay.starts_at, stay.ends_at) for stay in seen] == [
        (at("2026-01-11T18:00"), at("2026-01-19T18:00"))
    ]
