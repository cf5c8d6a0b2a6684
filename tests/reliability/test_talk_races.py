"""Two people at the same clause or section in the same moment: one wins, the other is told, and nothing is done twice."""

from typing import Any
from uuid import UUID

from mediation.people import Profession
from mediation.refusals import Refused
from mediation.usecases import plan_apart, plan_clauses
from parenting_plans.apart import Opened
from parenting_plans.clause_talks import OfferStatus, Standing
from parenting_plans.errors import AlreadyAnswered, ProposalOpen
from parenting_plans.store.apart import opened_sheets
from parenting_plans.store.clause_talks import clause_offers
from tests.reliability.test_races import at_once, recorded, refusals
from tests.world import Couple, World


async def proposed(couple: Couple, notice: int = 9) -> UUID:
    return UUID(str(await offered(couple, couple.ana, notice)))


def offered(couple: Couple, who: Any, notice: int, seen: UUID | None = None) -> Any:
    said = {**couple.agreed()["D05"], "notice": notice}
    return couple.world.run(who, plan_clauses.propose, couple.family_id, "D05", said, "", seen=seen)


async def statuses(couple: Couple) -> list[str]:
    async with couple.world.database.reading() as reading:
        return sorted(one.status.value for one in await clause_offers(reading, couple.family_id))


async def test_accepted_and_withdrawn_at_once_is_one_of_the_two(world: World) -> None:
    couple = await world.couple()
    offer = await proposed(couple)
    answers = await at_once(
        world.run(couple.ben, plan_clauses.accept, couple.family_id, "D05", offer),
        world.run(couple.ana, plan_clauses.withdraw, couple.family_id, "D05", offer),
    )
    assert refusals(answers) == [AlreadyAnswered]
    accepted = not isinstance(answers[0], BaseException)
    assert await statuses(couple) == [(OfferStatus.ACCEPTED if accepted else OfferStatus.WITHDRAWN).value]
    last = (await recorded(world, couple))[-1]
    assert last == ("clause.accepted" if accepted else "clause.withdrawn")


async def test_accepted_countered_and_refused_at_once_is_one_of_the_three(world: World) -> None:
    couple = await world.couple()
    offer = await proposed(couple)
    answers = await at_once(
        world.run(couple.ben, plan_clauses.accept, couple.family_id, "D05", offer),
        offered(couple, couple.ben, 11, seen=offer),
        world.run(couple.ben, plan_clauses.refuse, couple.family_id, "D05", offer),
    )
    # A new proposal is possible after a yes or a no as well; but the first one has one answer only.
    assert AlreadyAnswered in refusals(answers)
    async with world.database.reading() as reading:
        kept = {one.id: one for one in await clause_offers(reading, couple.family_id)}
    assert kept[offer].status is not OfferStatus.OPEN
    assert sum(one.status is OfferStatus.OPEN for one in kept.values()) <= 1


async def test_both_propose_at_once_and_the_second_reads_the_first_before_answering(world: World) -> None:
    couple = await world.couple()
    answers = await at_once(offered(couple, couple.ana, 9), offered(couple, couple.ben, 11))
    assert refusals(answers) == [Refused]
    assert await statuses(couple) == ["open"]


async def test_one_parent_proposes_three_times_at_once_and_proposes_once(world: World) -> None:
    couple = await world.couple()
    answers = await at_once(*(offered(couple, couple.ana, number) for number in (9, 10, 11)))
    assert refusals(answers) == [ProposalOpen] * 2


async def test_neutral_wording_accepted_by_both_at_once_is_agreed(world: World) -> None:
    couple = await world.couple()
    mia = await world.person("Mia", Profession.MEDIATOR)
    await couple.ask(mia)
    offer = await offered(couple, mia, 9)
    answers = await at_once(
        *(
            world.run(parent, plan_clauses.accept, couple.family_id, "D05", offer)
            for parent in (couple.ana, couple.ben)
        )
    )
    assert refusals(answers) == []
    async with world.database.reading() as reading:
        seen = await plan_clauses.talk(reading, await _family(reading, couple), "D05")
    assert seen.standing is Standing.AGREED
    assert (await recorded(world, couple)).count("clause.accepted") == 2


async def _family(reading: Any, couple: Couple) -> Any:
    from mediation import families

    return await families.open_for(reading, couple.family_id, couple.ana, couple.world.now)


async def test_both_submit_at_once_and_it_opens_once(world: World) -> None:
    couple = await world.couple()
    said = couple.agreed()["D05"]
    for parent in (couple.ana, couple.ben):
        await world.run(parent, plan_apart.save, couple.family_id, "D", "D05", said)
    answers = await at_once(
        *(world.run(parent, plan_apart.submit, couple.family_id, "D") for parent in (couple.ana, couple.ben))
    )
    assert sorted(answers) == [False, True]
    async with world.database.reading() as reading:
        assert len(await opened_sheets(reading, couple.family_id)) == 2
    assert (await recorded(world, couple)).count("apart.opened") == 1
    begun = await at_once(
        *(
            world.run(parent, plan_apart.ask_again, couple.family_id, "D")
            for parent in (couple.ana, couple.ben)
        )
    )
    assert sorted(begun) == [False, True]


async def test_taken_back_while_the_other_submits_is_sealed_or_open_but_never_half(world: World) -> None:
    couple = await world.couple()
    for parent in (couple.ana, couple.ben):
        await world.run(parent, plan_apart.save, couple.family_id, "D", "D05", couple.agreed()["D05"])
    await world.run(couple.ana, plan_apart.submit, couple.family_id, "D")
    back, opened = await at_once(
        world.run(couple.ana, plan_apart.take_back, couple.family_id, "D"),
        world.run(couple.ben, plan_apart.submit, couple.family_id, "D"),
    )
    assert isinstance(back, Opened) is (opened is True)
    async with world.database.reading() as reading:
        assert len(await opened_sheets(reading, couple.family_id)) == (2 if opened else 0)
