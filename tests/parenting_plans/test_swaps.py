"""Swaps, offers to care and noted decisions: who may do what, when, how often, and what it does to the calendar."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans import care_offers, orders, swaps
from parenting_plans.asking import Ask, Span, answer_by, problems_of_limits, touches_protection
from parenting_plans.care_offers import Absence, OfferStanding
from parenting_plans.errors import (
    AlreadyAnswered,
    NotYourOwn,
    NotYourTurn,
    OrderEnded,
    SwapBegun,
    SwapUndone,
    TimeToAnswerOver,
)
from parenting_plans.laid import PLAIN, Laid
from parenting_plans.orders import Decision, Measure, OrderKind
from parenting_plans.schedule import expand
from parenting_plans.swap_effect import effect
from parenting_plans.swaps import MakeUp, Standing, SwapStatus, SwapWish
from parenting_plans.values import ZONE, Child, Community, Home, InForce, Layer, Regular, Terms, Window

A, B = Home.A, Home.B
FAMILY, LOU, MIO = UUID(int=5), UUID(int=1), UUID(int=2)
NOW = datetime(2027, 3, 1, 10, tzinfo=UTC)
DAY = timedelta(days=1)
PLAN = InForce(
    UUID(int=9),
    Terms(Regular("AAAAAAABBBBBBB", date(2027, 3, 1), A, time(18))),
    datetime(2027, 2, 1, 18, tzinfo=ZONE),
)
CHILDREN = (
    Child(LOU, date(2019, 5, 14), Community.FLEMISH),
    Child(MIO, date(2021, 9, 2), Community.FLEMISH),
)


def at(text):
    return datetime.fromisoformat(f"2027-{text}").replace(tzinfo=ZONE)


def span(begins, ends):
    return Span(at(begins), at(ends))


WEEKEND = span("03-05T18:00", "03-07T18:00")  # in home A's week
BACK = span("03-12T18:00", "03-14T18:00")  # in home B's week


def wish(**said):
    whole = {"children": (LOU, MIO), "home": B, "span": WEEKEND, "respond_by": at("03-04T23:59")}
    return SwapWish(**{**whole, **said})


def asked(number=1, by=B, now=NOW, **said):
    return swaps.ask(wish(**said), family_id=FAMILY, by=by, id=UUID(int=100 + number), now=now)


def fields(problems):
    return [one.field for one in problems]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, []),
        ({"children": ()}, ["children"]),
        ({"children": (LOU, LOU)}, ["children"]),
        ({"children": (UUID(int=77),)}, ["children"]),
        ({"span": span("03-01T08:00", "03-07T18:00")}, ["starts_at", "respond_by"]),
        ({"span": span("03-07T18:00", "03-07T18:00")}, ["ends_at"]),
        ({"span": span("03-05T18:00", "04-06T18:00")}, ["ends_at"]),
        ({"span": span("03-05T02:30", "03-07T18:00")}, ["starts_at"]),
        ({"span": span("03-05T18:00", "03-28T02:30")}, ["ends_at"]),  # an hour that never comes
        ({"span": span("10-31T02:00", "10-31T18:00")}, ["starts_at"]),  # an hour that comes twice
        ({"span": Span(at("03-05T18:00:30"), at("03-07T18:00"))}, ["starts_at"]),
        (
            {"span": Span(at("03-05T18:00").replace(year=2029), at("03-07T18:00").replace(year=2029))},
            ["ends_at"],
        ),
        ({"respond_by": at("03-06T00:00")}, ["respond_by"]),
        ({"respond_by": at("03-01T10:00")}, ["respond_by"]),
        ({"make_up": MakeUp.BACK}, ["back_starts_at"]),
        ({"make_up": MakeUp.BACK, "back": BACK}, []),
        ({"make_up": MakeUp.LATER, "back": BACK}, ["make_up"]),
        ({"make_up": MakeUp.BACK, "back": span("03-06T18:00", "03-08T18:00")}, ["back_starts_at"]),
        ({"make_up": MakeUp.BACK, "back": span("03-03T18:00", "03-04T18:00")}, ["respond_by"]),
    ],
)
def test_a_question_is_refused_with_everything_that_is_wrong_with_it(said, wrong):
    assert fields(swaps.problems_of_wish(wish(**said), (LOU, MIO), NOW)) == wrong


@pytest.mark.parametrize(
    ("days", "begins", "until"),
    [
        (3, "03-20T18:00", "03-04T23:59"),
        (0, "03-20T18:00", "03-01T23:59"),
        (3, "03-02T08:00", "03-02T08:00"),  # never after the days themselves
    ],
)
def test_an_answer_is_due_at_the_end_of_the_day_that_the_plan_says(days, begins, until):
    assert answer_by(NOW, days, at(begins)) == at(until)


def test_late_in_the_evening_there_is_still_an_hour_to_answer():
    assert answer_by(at("03-01T23:30"), 0, at("03-20T18:00")) == at("03-02T00:30")


SAYS = {
    "accept": (swaps.accept, A, SwapStatus.ACCEPTED),
    "refuse": (swaps.refuse, A, SwapStatus.REFUSED),
    "withdraw": (swaps.withdraw, B, SwapStatus.WITHDRAWN),
}


@pytest.mark.parametrize("answer", SAYS)
def test_only_the_right_parent_answers_once_and_in_time(answer):
    say, who, status = SAYS[answer]
    swap = asked(by=B)
    said = say(swap, who, NOW + DAY)
    assert (said.status, said.answered_at) == (status, NOW + DAY)
    with pytest.raises((NotYourTurn, NotYourOwn)):
        say(swap, who.other, NOW + DAY)
    for again in SAYS.values():
        with pytest.raises(AlreadyAnswered):
            again[0](said, again[1], NOW + DAY)
    with pytest.raises(TimeToAnswerOver):
        say(swap, who, swap.wish.respond_by)


def test_silence_changes_nothing_and_says_so():
    swap = asked()
    assert swaps.standing(swap, [swap], swap.wish.respond_by - DAY) is Standing.OPEN
    assert swaps.standing(swap, [swap], swap.wish.respond_by) is Standing.EXPIRED
    assert swaps.windows([swap]) == ()


def test_a_counter_closes_the_question_and_waits_for_the_one_who_asked():
    closed, own = swaps.counter(asked(by=B), wish(home=A), by=A, id=UUID(int=9), now=NOW)
    assert closed.status is SwapStatus.COUNTERED
    assert (own.by, own.counters, own.status) == (A, closed.id, SwapStatus.OPEN)
    assert swaps.windows([closed, own]) == ()


def test_an_accepted_swap_moves_its_days_and_the_days_in_return():
    swap = swaps.accept(asked(make_up=MakeUp.BACK, back=BACK), A, NOW)
    told = [(one.home, one.starts_at, one.document) for one in swaps.windows([swap])]
    assert told == [(B, WEEKEND.starts_at, swap.id), (A, BACK.starts_at, swap.id)]


def test_an_accepted_swap_is_undone_only_by_another_accepted_one():
    swap = swaps.accept(asked(), A, NOW)
    undo = swaps.ask_to_undo(swap, [swap], at("03-04T12:00"), by=A, id=UUID(int=7), now=NOW)
    assert undo.wish.home is A
    assert swaps.windows([swap, undo]) == swaps.windows([swap])
    agreed = swaps.accept(undo, B, NOW + DAY)
    assert swaps.windows([swap, agreed]) == ()
    assert swaps.standing(swap, [swap, agreed], NOW + DAY) is Standing.UNDONE
    with pytest.raises(SwapUndone):
        swaps.undoable(swap, [swap, agreed], NOW + DAY)
    with pytest.raises(AlreadyAnswered):
        swaps.undoable(agreed, [swap, agreed], NOW + DAY)


@pytest.mark.parametrize(
    ("moment", "coming"),
    [
        ("03-02T10:00", (WEEKEND, BACK)),
        ("03-06T10:00", None),
        ("03-08T10:00", (BACK,)),
        ("03-13T10:00", None),
    ],
)
def test_what_has_passed_stays_and_what_is_under_way_cannot_be_undone(moment, coming):
    swap = swaps.accept(asked(make_up=MakeUp.BACK, back=BACK), A, NOW)
    if coming is None:
        with pytest.raises(SwapBegun):
            swaps.undoable(swap, [swap], at(moment))
        return
    assert swaps.undoable(swap, [swap], at(moment)) == coming
    undo = swaps.ask_to_undo(swap, [swap], coming[0].starts_at, by=A, id=UUID(int=7), now=at(moment))
    left = swaps.windows([swap, swaps.accept(undo, B, at(moment))])
    assert len(left) == 2 - len(coming)


def test_make_up_time_stays_an_open_line_until_it_is_agreed_or_let_go():
    swap = swaps.accept(asked(make_up=MakeUp.LATER), A, NOW)
    assert swaps.to_make_up([swap]) == (swap,)
    made = swaps.ask(
        wish(home=A, span=BACK, makes_up_for=swap.id), family_id=FAMILY, by=A, id=UUID(int=8), now=NOW
    )
    assert swaps.to_make_up([swap, made]) == (swap,)
    assert swaps.to_make_up([swap, swaps.accept(made, B, NOW)]) == ()
    with pytest.raises(NotYourOwn):
        swaps.let_go(swap, B, [swap], NOW)  # B got the time; only A can let it go
    gone = swaps.let_go(swap, A, [swap], NOW)
    assert swaps.to_make_up([gone]) == ()
    with pytest.raises(AlreadyAnswered):
        swaps.let_go(gone, A, [gone], NOW)


def ask(spans=(WEEKEND,), *, by=A, children=(LOU,), days_ago=0.0, waits=False, refused=None, taken_back=None):
    moment, no, back = (
        None if days is None else NOW - timedelta(days=days) for days in (days_ago, refused, taken_back)
    )
    return Ask(by, children, spans, moment, waits, no, back)


ELSEWHERE = (span("05-01T10:00", "05-02T10:00"),)


@pytest.mark.parametrize(
    ("earlier", "free"),
    [
        ([], True),
        ([ask(ELSEWHERE, waits=True)] * 4, True),
        ([ask(ELSEWHERE, waits=True)] * 5, False),
        ([ask(ELSEWHERE, waits=True, by=B)] * 5, True),
        ([ask(ELSEWHERE, waits=True), *[ask(ELSEWHERE, taken_back=0.9)] * 4], False),
        ([ask(ELSEWHERE, waits=True), *[ask(ELSEWHERE, taken_back=1)] * 4], True),
        ([ask(ELSEWHERE, taken_back=0.9, by=B)] * 5, True),
        ([ask(ELSEWHERE, days_ago=29)] * 19, True),
        ([ask(ELSEWHERE, days_ago=29)] * 20, False),
        ([ask(ELSEWHERE, days_ago=31)] * 20, True),
        ([ask(refused=13)], False),
        ([ask((span("03-07T12:00", "03-09T12:00"),), refused=13)], False),  # a part of it
        ([ask((span("03-07T18:00", "03-09T12:00"),), refused=13)], True),  # begins when the other ends
        ([ask(refused=14)], True),
        ([ask(refused=1, by=B)], True),
        ([ask(refused=1, children=(MIO,))], True),
        ([ask(waits=True)], False),
    ],
)
def test_nobody_is_flooded(earlier, free):
    assert (problems_of_limits(ask(), earlier, NOW) == ()) is free


@pytest.mark.parametrize(
    ("question", "again", "free"),
    [
        (ask(by=B, waits=True), ask(), True),  # Ben speaks of that weekend himself
        (ask((span("03-06T10:00", "03-07T18:00"),), by=B, waits=True), ask(), False),  # of a part only
        (
            ask((span("03-06T10:00", "03-07T18:00"),), by=B, waits=True),
            ask((span("03-06T10:00", "03-07T12:00"),)),
            True,
        ),
        (ask(ELSEWHERE, by=B, waits=True), ask(), False),  # of something else
        (ask(ELSEWHERE, by=B, waits=True), ask((*ELSEWHERE, WEEKEND)), False),  # or as time in return
        (ask(ELSEWHERE, by=B, waits=True), ask(ELSEWHERE), True),
        (ask(by=B, waits=True, children=(MIO,)), ask(children=(LOU, MIO)), False),  # of another child
    ],
)
def test_other_days_in_answer_are_no_way_around_a_no(question, again, free):
    earlier = [ask(refused=1), question]
    assert (problems_of_limits(again, earlier, NOW, answers=question) == ()) is free


def test_other_days_in_answer_are_counted_as_questions():
    question = ask(by=B, waits=True)
    assert problems_of_limits(ask(), [ask(ELSEWHERE, waits=True)] * 5, NOW, answers=question)
    assert problems_of_limits(ask(), [ask(ELSEWHERE, days_ago=2)] * 20, NOW, answers=question)


def protective(begins, ends, children=()):
    return Window(Layer.PROTECTIVE_ORDER, A, at(begins), at(ends), NOW, children)


@pytest.mark.parametrize(
    ("window", "touched"),
    [
        (protective("03-06T10:00", "03-06T12:00"), True),
        (protective("03-07T20:00", "03-09T12:00"), True),  # the same day, later
        (protective("03-08T00:00", "03-09T12:00"), False),
        (protective("03-01T00:00", "03-05T00:00"), False),
        (protective("03-06T10:00", "03-06T12:00", (MIO,)), False),
        (replace(protective("03-06T10:00", "03-06T12:00"), layer=Layer.INTERIM_ORDER), False),
    ],
)
def test_a_day_under_a_protective_decision_cannot_be_moved(window, touched):
    assert touches_protection([WEEKEND], [LOU], [window]) is touched


def test_before_sending_it_is_told_which_nights_and_handovers_change_and_what_the_balance_does():
    swap = asked(make_up=MakeUp.BACK, back=BACK, children=(LOU,))
    found = effect([PLAN], CHILDREN, PLAIN, Laid(swaps.as_if_accepted(swap, [swap], NOW)))
    assert [(one.child, one.date.isoformat(), one.to_home) for one in found.nights] == [
        (LOU, "2027-03-05", B),
        (LOU, "2027-03-06", B),
        (LOU, "2027-03-12", A),
        (LOU, "2027-03-13", A),
    ]
    assert len(found.handovers_new) == 4
    assert found.handovers_gone == ()
    assert found.nights_more[LOU] == {A: 0, B: 0}
    assert found.hours_more[MIO] == {A: 0.0, B: 0.0}


def test_hours_without_a_night_move_no_night():
    swap = asked(span=span("03-03T13:00", "03-03T17:00"), respond_by=at("03-03T08:00"))
    found = effect([PLAN], CHILDREN, PLAIN, Laid(swaps.as_if_accepted(swap, [swap], NOW)))
    assert (found.nights, len(found.moved)) == ((), 2)
    assert found.hours_more[LOU] == {A: -4.0, B: 4.0}


@pytest.mark.parametrize(
    ("days", "hours"),
    [(("03-27T18:00", "03-28T18:00"), 23.0), (("10-30T18:00", "10-31T18:00"), 25.0)],
)
def test_the_nights_when_the_clock_changes_have_another_length(days, hours):
    plan = replace(PLAN, terms=Terms(Regular("A", date(2027, 3, 1), A, time(18))))
    found = effect([plan], CHILDREN, PLAIN, Laid((Window(Layer.SWAP, B, at(days[0]), at(days[1]), NOW),)))
    assert found.hours_more[LOU][B] == hours
    assert found.nights_more[LOU] == {A: -1, B: 1}


def test_under_an_interim_decision_the_swap_moves_only_the_rest():
    order = Window(Layer.INTERIM_ORDER, A, at("03-06T00:00"), at("03-20T00:00"), NOW)
    swap = asked(children=(LOU,))
    found = effect([PLAN], CHILDREN, Laid((order,)), Laid((order, *swaps.as_if_accepted(swap, [swap], NOW))))
    assert [(one.starts_at, one.ends_at) for one in found.moved] == [(at("03-05T18:00"), at("03-06T00:00"))]


def test_what_is_shown_has_another_digest_when_anything_else_would_change():
    one, other = (
        effect([PLAN], CHILDREN, PLAIN, Laid(swaps.as_if_accepted(s, [s], NOW))) for s in (asked(), asked(2))
    )
    assert one.shown == other.shown
    order = Window(Layer.INTERIM_ORDER, A, at("03-06T00:00"), at("03-20T00:00"), NOW)
    assert (
        effect([PLAN], CHILDREN, Laid((order,)), Laid((order, *swaps.as_if_accepted(asked(), [], NOW)))).shown
        != one.shown
    )


@given(
    st.lists(
        st.tuples(st.sampled_from(list(Home)), st.integers(1, 400), st.integers(1, 31 * 24), st.booleans()),
        max_size=6,
    )
)
@settings(max_examples=40, deadline=None)
def test_whatever_is_swapped_each_child_is_in_exactly_one_home_and_the_effect_adds_up(drawn):
    start = at("03-01T18:00")
    made = []
    for number, (home, hour, length, both) in enumerate(drawn):
        begins = start + timedelta(hours=hour)
        swap = asked(
            number,
            by=home,
            home=home,
            span=Span(begins, begins + timedelta(hours=length)),
            children=(LOU, MIO) if both else (LOU,),
            respond_by=begins,
        )
        made.append(swaps.accept(swap, home.other, NOW + timedelta(minutes=number)))
    over = swaps.windows(made)
    end = start + 60 * DAY
    for child in CHILDREN:
        stays = expand([PLAN], child, start, end, Laid(over))
        assert (stays[0].starts_at, stays[-1].ends_at) == (start, end)
        assert all(one.ends_at == other.starts_at for one, other in pairwise(stays))
    found = effect([PLAN], CHILDREN, PLAIN, Laid(over))
    for child in CHILDREN:
        assert sum(found.nights_more[child.id].values()) == 0
        assert abs(sum(found.hours_more[child.id].values())) < 1e-6


AWAY = Absence((LOU,), span("03-05T18:00", "03-06T20:00"), at("03-04T23:59"))


@pytest.mark.parametrize(
    ("agreed", "hours"),
    [
        ({}, None),
        ({"C07": {"enabled": "no"}}, None),
        ({"C07": {"enabled": "yes", "threshold": 24}}, 24),
        ({"C07": {"enabled": "yes"}}, None),
    ],
)
def test_first_choice_to_care_is_offered_only_under_a_plan_that_says_so(agreed, hours):
    assert care_offers.threshold_in(agreed) == hours


def test_an_absence_shorter_than_the_plan_says_is_no_offer():
    assert care_offers.problems_of_absence(AWAY, (LOU, MIO), 24, NOW) == ()
    assert fields(care_offers.problems_of_absence(AWAY, (LOU, MIO), 30, NOW)) == ["ends_at"]


def test_an_offer_counts_only_when_the_other_parent_says_yes():
    made = care_offers.offer(AWAY, threshold=24, family_id=FAMILY, by=A, id=UUID(int=3), now=NOW)
    assert care_offers.windows([made, care_offers.decline(made, B, NOW)]) == ()
    assert care_offers.standing(made, AWAY.respond_by) is OfferStanding.EXPIRED
    (window,) = care_offers.windows([care_offers.accept(made, B, NOW)])
    assert (window.layer, window.home, window.clause) == (Layer.SWAP, B, "C07")
    stays = expand([PLAN], CHILDREN[0], at("03-04T00:00"), at("03-09T00:00"), Laid((window,)))
    assert [one.because.clause for one in stays] == ["C02", "C07", "C02", "C02"]
    for say, who, wrong in (
        (care_offers.accept, A, NotYourTurn),
        (care_offers.decline, A, NotYourTurn),
        (care_offers.withdraw, B, NotYourOwn),
    ):
        with pytest.raises(wrong):
            say(made, who, NOW)
    with pytest.raises(TimeToAnswerOver):
        care_offers.accept(made, B, AWAY.respond_by)
    with pytest.raises(AlreadyAnswered):
        care_offers.withdraw(care_offers.accept(made, B, NOW), A, NOW)


def decision(**said):
    whole = {
        "kind": OrderKind.PROTECTIVE,
        "measure": Measure.NO_CONTACT,
        "homes": ((LOU, A), (MIO, A)),
        "reference": "27/123/A",
        "decided_on": date(2027, 2, 26),
        "starts_at": at("02-26T18:00"),
        "ends_at": None,
    }
    return Decision(**{**whole, **said})


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, []),
        ({"homes": ()}, ["homes"]),
        ({"homes": ((LOU, A), (LOU, B))}, ["homes", "homes"]),
        ({"homes": ((LOU, A), (MIO, B))}, ["homes"]),
        ({"homes": ((LOU, A), (MIO, B)), "measure": Measure.RESIDENCE}, []),
        ({"kind": OrderKind.INTERIM}, ["measure"]),
        ({"reference": ""}, ["reference"]),
        ({"reference": "he hit her"}, ["reference"]),
        ({"reference": "a" * 41}, ["reference"]),
        ({"reference": "<b>"}, ["reference"]),
        ({"decided_on": date(2027, 3, 2)}, ["decided_on", "starts_at"]),
        ({"starts_at": at("02-25T18:00")}, ["starts_at"]),
        ({"starts_at": at("03-28T02:30")}, ["starts_at"]),
        ({"ends_at": at("02-26T18:00")}, ["ends_at"]),
        ({"ends_at": datetime(2100, 1, 1, tzinfo=ZONE)}, ["ends_at"]),
    ],
)
def test_a_decision_is_noted_only_as_a_document_can_say_it(said, wrong):
    assert fields(orders.problems_of_decision(decision(**said), (LOU, MIO), NOW)) == wrong


def test_a_decision_shows_the_child_in_the_safe_home_until_it_ends():
    noted = orders.record(decision(), family_id=FAMILY, by=UUID(int=50), id=UUID(int=4), now=NOW)
    (window,) = orders.windows([noted])
    swap = swaps.accept(asked(), A, NOW + DAY)
    stays = expand(
        [PLAN], CHILDREN[0], at("03-01T18:00"), at("04-01T00:00"), Laid((*swaps.windows([swap]), window))
    )
    assert {one.home for one in stays} == {A}
    ended = orders.end(noted, at("03-06T12:00"), by=UUID(int=51), now=NOW + DAY)
    after = expand(
        [PLAN],
        CHILDREN[0],
        at("03-01T18:00"),
        at("04-01T00:00"),
        Laid((*swaps.windows([swap]), *orders.windows([noted, ended]))),
    )
    assert after[0].ends_at == at("03-06T12:00")
    assert after[1].because.layer is Layer.SWAP
    for late in (orders.correct, orders.end):
        with pytest.raises(OrderEnded):
            late(ended, decision() if late is orders.correct else at("03-07T12:00"), by=UUID(int=5), now=NOW)


def test_a_correction_is_one_more_row_and_the_last_one_counts():
    noted = orders.record(decision(), family_id=FAMILY, by=UUID(int=50), id=UUID(int=4), now=NOW)
    right = decision(homes=((LOU, A), (MIO, B)), measure=Measure.RESIDENCE)
    corrected = orders.correct(noted, right, by=UUID(int=51), now=NOW + DAY)
    assert (noted.number, corrected.number, corrected.id) == (1, 2, noted.id)
    assert orders.newest([corrected, noted]) == (corrected,)
    assert [(one.home, one.children) for one in orders.windows([noted, corrected])] == [
        (A, (LOU,)),
        (B, (MIO,)),
    ]


def test_a_decision_that_ends_before_it_begins_never_counts():
    noted = orders.record(decision(starts_at=at("03-10T18:00")), family_id=FAMILY, by=LOU, id=MIO, now=NOW)
    assert orders.windows([orders.end(noted, at("03-10T18:00"), by=LOU, now=NOW)]) == ()
    assert fields(orders.problems_of_end(noted, at("03-09T18:00"), NOW)) == ["ended_at"]
    assert fields(orders.problems_of_end(noted, at("03-28T02:30"), NOW)) == ["ended_at"]
