"""Who may propose, accept, counter and withdraw: a table of Ana's and Ben's moves."""

from itertools import product
from uuid import UUID

import pytest

from parenting_plans.errors import AlreadyAnswered, NotYourOwn, NotYourTurn, ProposalOpen
from parenting_plans.proposals import accept, counter, propose, withdraw
from parenting_plans.values import Home, ProposalStatus
from tests.parenting_plans.people import ANA_AND_BEN, NOW, START, whole_plan


def by(home, earlier=(), number=1):
    return propose(
        earlier,
        family_id=ANA_AND_BEN,
        by=home,
        agreed=whole_plan(),
        effective_on=START,
        id=UUID(int=number),
        now=NOW,
    )


def countered(proposal, home, now):
    other = whole_plan(C02={"pattern": "2-2-3"})
    return counter(proposal, home, agreed=other, effective_on=START, id=UUID(int=2), now=now)


def test_the_other_parent_accepts():
    accepted = accept(by(Home.A), Home.B, NOW)
    assert (accepted.status, accepted.answered_at) == (ProposalStatus.ACCEPTED, NOW)


def test_a_counter_proposal_closes_the_first_and_waits_for_its_author():
    closed, own = countered(by(Home.A), Home.B, NOW)
    assert (closed.status, own.status) == (ProposalStatus.COUNTERED, ProposalStatus.OPEN)
    assert (own.by, own.counters, own.family_id) == (Home.B, closed.id, ANA_AND_BEN)
    assert own.agreed["C02"]["pattern"] == "2-2-3"
    assert accept(own, Home.A, NOW).status is ProposalStatus.ACCEPTED


MOVES = {"accept": accept, "counter": countered, "withdraw": withdraw}
WHO = {"accept": "other", "counter": "other", "withdraw": "author"}


@pytest.mark.parametrize(("move", "author"), [*product(MOVES, Home)])
def test_each_move_belongs_to_one_of_the_two(move, author):
    MOVES[move](by(author), author.other if WHO[move] == "other" else author, NOW)
    wrong = author if WHO[move] == "other" else author.other
    with pytest.raises(NotYourTurn if WHO[move] == "other" else NotYourOwn):
        MOVES[move](by(author), wrong, NOW)


@pytest.mark.parametrize(("first", "second"), [*product(MOVES, MOVES)])
def test_a_closed_proposal_stays_closed(first, second):
    right = {"other": Home.B, "author": Home.A}
    closed = MOVES[first](by(Home.A), right[WHO[first]], NOW)
    closed = closed[0] if isinstance(closed, tuple) else closed
    with pytest.raises(AlreadyAnswered):
        MOVES[second](closed, right[WHO[second]], NOW)


def test_one_open_proposal_at_a_time():
    open_one = by(Home.A)
    for home in Home:
        with pytest.raises(ProposalOpen):
            by(home, earlier=[open_one])
    assert by(Home.B, earlier=[withdraw(open_one, Home.A, NOW)], number=2).status is ProposalStatus.OPEN
