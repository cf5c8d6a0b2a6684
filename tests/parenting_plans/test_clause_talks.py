"""Talking over one clause: a table of Ana's, Ben's and Mia's moves, and of what courts decide."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from parenting_plans import clause_talks
from parenting_plans.clause_talks import (
    Decision,
    JustRefused,
    NoDecision,
    NothingAgreed,
    Offer,
    OfferStatus,
    Ruling,
    SameAsAgreed,
    SameAsOffered,
    Standing,
    Talk,
    TooManyOpen,
)
from parenting_plans.errors import AlreadyAnswered, ChangedMeanwhile, NotYourOwn, NotYourTurn, ProposalOpen
from parenting_plans.store.clause_talks import (
    add_clause_decision,
    add_clause_offer,
    answer_clause_offer,
    clause_decisions,
    clause_offers,
)
from parenting_plans.values import Home, Version
from tests.parenting_plans.people import ANA_AND_BEN, NOW, START, STRANGERS, whole_plan

ANA, BEN, MIA, LEO = (UUID(int=number) for number in range(1, 5))
HOME = {ANA: Home.A, BEN: Home.B}
SUMMER = whole_plan()["E05"]
BEN_FIRST = {**SUMMER, "first_half_even": "B"}
DAY = timedelta(days=1)


def offer(author=ANA, answers=SUMMER, status=OfferStatus.OPEN, **said):
    whole = {"id": UUID(int=99), "clause": "E05", "note": "", "made_at": NOW, **said}
    return Offer(
        family_id=ANA_AND_BEN, by=HOME.get(author), author=author, answers=answers, status=status, **whole
    )


def closed(author=ANA, answers=SUMMER, status=OfferStatus.ACCEPTED, at=NOW, **said):
    return offer(author, answers, status, answered_at=at, **said)


def proposed(talk, author=ANA, answers=SUMMER, now=NOW, everywhere=None, note=""):
    return clause_talks.offer(
        talk,
        talk.offers if everywhere is None else everywhere,
        family_id=ANA_AND_BEN,
        by=HOME.get(author),
        author=author,
        answers=answers,
        note=note,
        id=UUID(int=7),
        now=now,
    )


def talk(*offers, **said):
    return Talk("E05", offers, **said)


def decided(kind=Ruling.HOMOLOGATED, answers=SUMMER, at=NOW):
    return Decision(
        UUID(int=5), ANA_AND_BEN, "E05", kind, answers, "27/12/A", NOW.date(), recorded_by=MIA, recorded_at=at
    )


def test_a_first_proposal_answers_nothing_and_waits_for_the_other():
    before, made = proposed(talk())
    assert before is None
    assert (made.by, made.status, made.waits_for) == (Home.A, OfferStatus.OPEN, (Home.B,))


def test_a_counter_proposal_closes_the_first_and_names_it():
    before, made = proposed(talk(offer()), BEN, BEN_FIRST)
    assert before.status is OfferStatus.COUNTERED
    assert made.counters == before.id
    assert made.waits_for == (Home.A,)


@pytest.mark.parametrize(
    ("there", "author", "answers", "refused"),
    [
        (talk(offer()), ANA, BEN_FIRST, ProposalOpen),
        (talk(offer()), MIA, BEN_FIRST, ProposalOpen),  # nobody but a parent closes a parent's proposal
        (talk(offer(MIA)), LEO, BEN_FIRST, ProposalOpen),
        (talk(offer()), BEN, SUMMER, SameAsOffered),
        (talk(closed()), BEN, SUMMER, SameAsAgreed),
        (talk(closed(status=OfferStatus.REFUSED)), ANA, SUMMER, JustRefused),
        (talk(closed(status=OfferStatus.COUNTERED), offer(BEN, BEN_FIRST)), ANA, SUMMER, JustRefused),
        (talk(closed(MIA, status=OfferStatus.REFUSED)), MIA, SUMMER, JustRefused),
    ],
)
def test_what_cannot_be_proposed_now(there, author, answers, refused):
    with pytest.raises(refused):
        proposed(there, author, answers)


@pytest.mark.parametrize(
    ("there", "author", "answers", "now"),
    [
        (talk(closed(status=OfferStatus.REFUSED)), ANA, SUMMER, NOW + 7 * DAY),
        (talk(closed(status=OfferStatus.REFUSED)), ANA, BEN_FIRST, NOW),
        (talk(closed(status=OfferStatus.REFUSED)), BEN, SUMMER, NOW),  # Ben came round to it
        (talk(closed(status=OfferStatus.WITHDRAWN)), ANA, SUMMER, NOW),
        (talk(closed()), BEN, BEN_FIRST, NOW),  # agreed is open to a new proposal
        (talk(offer(MIA)), ANA, BEN_FIRST, NOW),
    ],
)
def test_what_can(there, author, answers, now):
    assert proposed(there, author, answers, now)[1].status is OfferStatus.OPEN


def test_exactly_the_same_again_waits_seven_days_to_the_second():
    no = talk(closed(status=OfferStatus.REFUSED))
    with pytest.raises(JustRefused) as quiet:
        proposed(no, now=NOW + 7 * DAY - timedelta(seconds=1))
    assert quiet.value.until == NOW + 7 * DAY
    assert quiet.value.problem.values == {"day": "08/06/2027"}


@pytest.mark.parametrize(
    ("waiting", "refused"),
    [
        ([offer() for _ in range(5)], True),
        ([offer() for _ in range(4)] + [offer(BEN)], False),
        ([offer() for _ in range(4)] + [closed(status=OfferStatus.WITHDRAWN, at=NOW - DAY / 2)], True),
        ([offer() for _ in range(4)] + [closed(status=OfferStatus.WITHDRAWN, at=NOW - DAY)], False),
        ([offer() for _ in range(4)] + [closed(status=OfferStatus.REFUSED)], False),
        ([offer(MIA) for _ in range(5)], False),
    ],
)
def test_five_wait_at_most_for_each_sender(waiting, refused):
    if refused:
        with pytest.raises(TooManyOpen):
            proposed(talk(), everywhere=waiting)
    else:
        assert proposed(talk(), everywhere=waiting)


def test_two_professionals_have_five_each():
    with pytest.raises(TooManyOpen):
        proposed(talk(), MIA, everywhere=[offer(MIA) for _ in range(5)])
    assert proposed(talk(), LEO, everywhere=[offer(MIA) for _ in range(5)])


def test_neutral_wording_needs_both_and_either_can_refuse_it():
    once = clause_talks.accept(offer(MIA), Home.B, NOW)
    assert (once.status, once.waits_for) == (OfferStatus.OPEN, (Home.A,))
    assert clause_talks.accept(once, Home.A, NOW).status is OfferStatus.ACCEPTED
    assert clause_talks.refuse(once, Home.B, NOW).status is OfferStatus.REFUSED
    with pytest.raises(AlreadyAnswered):
        clause_talks.accept(once, Home.B, NOW)


def test_each_move_belongs_to_one_of_the_two():
    assert clause_talks.accept(offer(), Home.B, NOW).status is OfferStatus.ACCEPTED
    assert clause_talks.withdraw(offer(), ANA, NOW).status is OfferStatus.WITHDRAWN
    for wrong in (clause_talks.accept, clause_talks.refuse):
        with pytest.raises(NotYourTurn):
            wrong(offer(), Home.A, NOW)
    for other in (BEN, MIA):
        with pytest.raises(NotYourOwn):
            clause_talks.withdraw(offer(), other, NOW)


@pytest.mark.parametrize("status", [one for one in OfferStatus if one is not OfferStatus.OPEN])
def test_a_closed_proposal_stays_closed(status):
    for move in (
        lambda: clause_talks.accept(offer(status=status), Home.B, NOW),
        lambda: clause_talks.refuse(offer(status=status), Home.B, NOW),
        lambda: clause_talks.withdraw(offer(status=status), ANA, NOW),
    ):
        with pytest.raises(AlreadyAnswered):
            move()


LATER = NOW + DAY


@pytest.mark.parametrize(
    ("there", "standing", "holds", "change"),
    [
        (talk(), Standing.OPEN, None, None),
        (talk(offer()), Standing.OPEN, None, None),
        (talk(closed()), Standing.AGREED, SUMMER, None),
        (talk(closed(), offer(BEN, BEN_FIRST)), Standing.AGREED, SUMMER, None),
        (talk(closed(), closed(BEN, BEN_FIRST, at=LATER)), Standing.AGREED, BEN_FIRST, None),
        (talk(signed=(SUMMER, NOW)), Standing.AGREED, SUMMER, None),
        (talk(closed(answers=BEN_FIRST), signed=(SUMMER, LATER)), Standing.AGREED, SUMMER, None),
        (talk(closed(), decisions=(decided(),)), Standing.HOMOLOGATED, SUMMER, None),
        (talk(decisions=(decided(Ruling.ORDERED),)), Standing.ORDERED, SUMMER, None),
        (
            talk(closed(BEN, BEN_FIRST, at=LATER), decisions=(decided(),)),
            Standing.HOMOLOGATED,
            SUMMER,
            BEN_FIRST,
        ),
        (talk(closed(at=LATER), decisions=(decided(),)), Standing.HOMOLOGATED, SUMMER, None),
        (talk(closed(), decisions=(decided(), decided(Ruling.LIFTED, {}))), Standing.AGREED, SUMMER, None),
        (talk(decisions=(decided(Ruling.ORDERED), decided(Ruling.LIFTED, {}))), Standing.OPEN, None, None),
    ],
)
def test_where_a_clause_stands(there, standing, holds, change):
    assert (there.standing, there.holds, there.change) == (standing, holds, change)
    assert there.newest == (change or holds)


def test_words_alone_agree_on_nothing():
    words = closed(MIA, {}, note="Each of us chooses in turn.")
    assert (talk(words).standing, talk(words).words) == (Standing.OPEN, "Each of us chooses in turn.")
    assert talk(closed(), words).holds == SUMMER
    assert talk(words, closed(at=LATER)).words == ""


def test_a_court_approves_only_what_is_agreed_and_only_its_own_word_is_lifted():
    assert clause_talks.text_of_decision(talk(closed()), Ruling.HOMOLOGATED, BEN_FIRST) == SUMMER
    assert clause_talks.text_of_decision(talk(), Ruling.ORDERED, BEN_FIRST) == BEN_FIRST
    with pytest.raises(NothingAgreed):
        clause_talks.text_of_decision(talk(), Ruling.HOMOLOGATED, SUMMER)
    with pytest.raises(NoDecision):
        clause_talks.text_of_decision(talk(closed()), Ruling.LIFTED, {})


def version(number, agreed, sealed_at=NOW):
    return Version(
        UUID(int=number), ANA_AND_BEN, number, agreed, START, "", (), accepted_at=NOW, sealed_at=sealed_at
    )


def test_only_the_newest_sealed_plan_counts_as_signed():
    versions = [version(1, {"E05": SUMMER}), version(2, {"E03": {}}), version(3, {"E05": BEN_FIRST}, None)]
    found = clause_talks.talks_of((), (), versions)
    assert (found["E05"].standing, found["E05"].signed) == (Standing.OPEN, None)
    assert clause_talks.talks_of((), (), versions[:1])["E05"].holds == SUMMER
    both = [talk(closed()), Talk("E03", (closed(clause="E03", answers=whole_plan()["E03"]),)), Talk("D05")]
    assert clause_talks.together(both) == {"E05": SUMMER, "E03": whole_plan()["E03"]}


async def test_the_store_keeps_a_chain_and_one_open_link(database):
    first = replace(offer(), id=UUID(int=1))
    second = replace(offer(BEN, BEN_FIRST), id=UUID(int=2), counters=first.id, made_at=LATER, note="Why not?")
    async with database.writing() as session:
        await add_clause_offer(session, first)
        done = replace(first, status=OfferStatus.COUNTERED, answered_at=LATER)
        await answer_clause_offer(session, first, done)
        await add_clause_offer(session, second)
        await add_clause_decision(session, decided())
    async with database.reading() as session:
        assert await clause_offers(session, ANA_AND_BEN) == (done, second)
        assert await clause_offers(session, STRANGERS) == ()
        assert await clause_decisions(session, ANA_AND_BEN) == (decided(),)
    with pytest.raises(ChangedMeanwhile):
        async with database.writing() as session:
            await add_clause_offer(session, replace(offer(), id=UUID(int=3)))
    async with database.writing() as session:
        with pytest.raises(AlreadyAnswered):
            await answer_clause_offer(session, first, done)


async def test_the_store_takes_one_yes_at_a_time(database):
    words = offer(MIA)
    yes = clause_talks.accept(words, Home.A, NOW)
    async with database.writing() as session:
        await add_clause_offer(session, words)
        await answer_clause_offer(session, words, yes)
        with pytest.raises(AlreadyAnswered):  # read before Ana's yes
            await answer_clause_offer(session, words, clause_talks.accept(words, Home.B, NOW))
        await answer_clause_offer(session, yes, clause_talks.accept(yes, Home.B, LATER))
        [kept] = await clause_offers(session, ANA_AND_BEN)
    assert (kept.status, kept.accepted_by) == (OfferStatus.ACCEPTED, (Home.A, Home.B))


def test_what_is_noted_now_comes_last_even_when_a_clock_was_set_back():
    said = talk(closed(at=NOW + DAY), signed=(SUMMER, NOW + 2 * DAY), decisions=(decided(at=NOW + 3 * DAY),))
    assert said.moment(NOW) > NOW + 3 * DAY
    assert said.moment(NOW + 4 * DAY) == NOW + 4 * DAY
    assert talk().moment(NOW) == NOW
    answered = closed(answers=BEN_FIRST, at=said.moment(NOW), id=UUID(int=98))
    later = talk(closed(at=NOW + DAY), answered, decisions=(decided(at=NOW + 3 * DAY),))
    assert later.agreed == BEN_FIRST
    assert later.change == BEN_FIRST  # it waits for the court, whatever the clock said
