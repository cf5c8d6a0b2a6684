"""Answering apart: a sheet opens only when both are given, and what one alone answered stays closed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from parenting_plans import apart
from parenting_plans.alike import alike, differing
from parenting_plans.apart import NotOpened, NotSubmitted, Opened, SectionMissing, Sheet, Stage, Submitted
from parenting_plans.clauses import by_code
from parenting_plans.store.apart import (
    ask_again_sheet,
    opened_sheets,
    own_sheets,
    save_sheet,
    submit_sheet,
    take_back_sheet,
)
from parenting_plans.values import Home
from tests.parenting_plans.people import ANA_AND_BEN, NOW, STRANGERS, whole_plan

LATER = NOW + timedelta(hours=1)
E03, E05 = whole_plan()["E03"], whole_plan()["E05"]
OTHER = {**E05, "first_half_even": "B"}


def sheet(author=Home.A, agreed=None, **said):
    return Sheet(ANA_AND_BEN, "E", 1, author, agreed if agreed is not None else {"E05": E05}, NOW, **said)


WRITING, WAITING = sheet(), sheet(submitted_at=NOW)
OPEN = sheet(submitted_at=NOW, opened_at=NOW)

MOVES = {
    "write": lambda one: apart.write(one, {}, LATER),
    "submit": lambda one: apart.submit(one, LATER),
    "take_back": apart.take_back,
    "ask_again": lambda one: apart.ask_again(one, LATER),
}


@pytest.mark.parametrize(
    ("move", "at", "refused"),
    [
        ("write", WRITING, None),
        ("write", WAITING, Submitted),
        ("write", OPEN, Opened),
        ("submit", WRITING, None),
        ("submit", WAITING, Submitted),
        ("submit", OPEN, Opened),
        ("take_back", WRITING, NotSubmitted),
        ("take_back", WAITING, None),
        ("take_back", OPEN, Opened),
        ("ask_again", WRITING, NotOpened),
        ("ask_again", WAITING, NotOpened),
        ("ask_again", OPEN, None),
    ],
)
def test_what_can_be_done_with_ones_own_sheet(move, at, refused):
    if refused is None:
        assert MOVES[move](at) != at
        return
    with pytest.raises(refused):
        MOVES[move](at)


def test_the_stage_follows_from_ones_own_sheet_alone():
    assert [one.stage for one in (WRITING, WAITING, OPEN)] == [Stage.WRITING, Stage.WAITING, Stage.OPEN]


def given(author, agreed):
    return sheet(author, agreed, submitted_at=NOW, opened_at=LATER)


def test_side_by_side_shows_an_answer_only_to_who_gave_one():
    ana = given(Home.A, {"E03": E03, "E05": E05})
    ben = given(Home.B, {"E05": OTHER})
    found = apart.compare(ben, ana)
    assert found.sheets == (ana, ben)
    assert [(one.clause.code, one.fields) for one in found.different] == [("E05", ("first_half_even",))]
    assert found.common == ()
    assert "E03" in {clause.code for clause in found.not_both}, "Ana's answer to it stays hers"
    assert found.common_ground == {}


def test_common_ground_is_what_both_answered_alike():
    agreed = {"E03": E03, "E05": E05}
    found = apart.compare(given(Home.A, agreed), given(Home.B, {"E03": E03, "E05": OTHER}))
    assert found.common_ground == {"E03": E03}


@pytest.mark.parametrize("sealed", [sheet(Home.B), sheet(Home.B, submitted_at=NOW)])
def test_nothing_is_compared_before_both_are_open(sealed):
    with pytest.raises(NotOpened):
        apart.compare(given(Home.A, {"E05": E05}), sealed)


def test_the_order_of_a_choice_is_no_difference_and_a_question_that_is_not_asked_neither():
    trip, summer = by_code()["F01"], by_code()["E05"]
    said = whole_plan()["F01"]
    assert alike(trip, {**said, "info": ["dates", "address"]}, {**said, "info": ["address", "dates"]})
    assert differing(trip, {**said, "info": ["dates"]}, {**said, "info": ["address"]}) == ("info",)
    assert alike(summer, {**E05, "switch_time": "18:00"}, E05), "a whole holiday has no change half-way"


def test_a_new_round_begins_with_ones_own_last_answers():
    closed = replace(OPEN, again_at=NOW, closed_at=LATER)
    begun = apart.current([closed], ANA_AND_BEN, "E", Home.A, LATER)
    assert (begun.round, begun.agreed, begun.stage) == (2, closed.agreed, Stage.WRITING)
    assert apart.current([], ANA_AND_BEN, "E", Home.A, NOW) == sheet(agreed={})
    assert apart.current([OPEN], ANA_AND_BEN, "E", Home.A, NOW) == OPEN


def test_a_section_is_a_letter_of_the_catalogue():
    assert {"A", "E"} <= set(apart.sections())
    assert [clause.section for clause in apart.clauses_in("E")][:1] == ["E"]
    with pytest.raises(SectionMissing):
        apart.clauses_in("e")


async def test_the_store_shows_a_sheet_to_its_author_and_when_opened_to_both(database):
    async with database.writing() as session:
        await save_sheet(session, WRITING)
        await save_sheet(session, sheet(Home.B, {"E05": OTHER}))
        assert not await submit_sheet(session, WRITING, NOW)
    async with database.reading() as session:
        assert await own_sheets(session, ANA_AND_BEN, Home.A) == (WAITING,)
        assert await opened_sheets(session, ANA_AND_BEN) == ()
        assert await own_sheets(session, STRANGERS, Home.A) == ()
    async with database.writing() as session:
        await take_back_sheet(session, WAITING)
        assert not await submit_sheet(session, sheet(Home.B), NOW)
        assert await submit_sheet(session, WRITING, LATER), "the second of the two opens both"
    async with database.reading() as session:
        opened = await opened_sheets(session, ANA_AND_BEN)
        assert [(one.author, one.opened_at) for one in opened] == [(Home.A, LATER), (Home.B, LATER)]
        assert await opened_sheets(session, STRANGERS) == ()
    async with database.writing() as session:
        assert not await ask_again_sheet(session, opened[0], LATER)
        assert await ask_again_sheet(session, opened[1], LATER)
    async with database.reading() as session:
        assert {one.closed_at for one in await opened_sheets(session, ANA_AND_BEN)} == {LATER}


async def test_the_store_refuses_what_came_too_late(database):
    async with database.writing() as session:
        for one in (WRITING, sheet(Home.B)):
            await save_sheet(session, one)
            await submit_sheet(session, one, NOW)
        with pytest.raises(Submitted):
            await save_sheet(session, sheet(agreed={}))
        with pytest.raises(Submitted):
            await submit_sheet(session, WRITING, LATER)
        with pytest.raises(Opened):
            await take_back_sheet(session, WAITING)
