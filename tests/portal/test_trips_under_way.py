"""Ana is on the way with the children: she is late, both say when they left and are back, and are asked when nobody did."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from mediation.usecases import assess, on_the_way, trip
from mediation.usecases.on_the_way import Late
from parenting_plans import store
from parenting_plans.errors import AlreadyAnswered
from parenting_plans.on_the_way import Cause, What
from portal import jobs
from tests.portal.trips_house import House, house_of, words
from tests.visitor import Visitor
from tests.world import Couple, World

HOUR = timedelta(hours=1)
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 50


@pytest.fixture
async def house(world: World, visitor: object) -> House:
    return await house_of(world, visitor)  # type: ignore[arg-type]


async def under_way(house: House, *, back_in: timedelta = 5 * HOUR) -> UUID:
    """A trip that Ana began an hour ago."""
    now = datetime.now(UTC).replace(microsecond=0)
    world = house.couple.world
    world.now = now - 2 * HOUR
    trip_id = await house.trip(depart_at=now - HOUR, return_at=now + back_in, stays=house.nights("ES", 0))
    world.now = now
    await world.run(house.couple.ana, trip.depart, house.couple.family_id, trip_id, now - HOUR)
    return trip_id


async def upload(browser: Visitor, path: str, data: dict[str, str], file: bytes = b"") -> object:
    files = {"proof": ("board.png", file, "image/png")} if file else None
    return await browser.post(path, data, files=files) if files else await browser.post(path, data)


def later(hours: int) -> str:
    from parenting_plans.values import ZONE

    return (datetime.now(ZONE) + hours * HOUR).strftime("%Y-%m-%dT%H:%M")


async def test_late_is_told_with_a_proof_that_only_the_centre_opens(house: House, visitor: object) -> None:
    trip_id = await under_way(house)
    path = f"{house.path}/{trip_id}/late"
    said = {"new_return_at": later(20), "cause": "carrier", "reference": "SN 3632"}
    answer = await upload(house.browsers["Ana"], path, said, PNG)
    assert answer.status_code == 303  # type: ignore[attr-defined]
    for who in ("Ana", "Ben"):
        page = words(await house.get(who, f"/{trip_id}"))
        assert "SN 3632" in page
        assert "Proof is with the centre" in page
    assert (await house.told())["Ben"] >= 1
    world, couple = house.couple.world, house.couple
    async with world.database.reading() as reading:
        from parenting_plans.store import on_the_way as kept

        delay = (await kept.delays_of(reading, couple.family_id))[0]
    proof = f"{path}/{delay.id}/proof"
    assert (await house.browsers["Ana"].get(proof)).content == PNG
    assert (await house.browsers["Ben"].get(proof)).status_code == 404
    nora, *_ = await world.centre()
    staff = await visitor().sign_in_as(nora)  # type: ignore[operator]
    seen = await staff.get(proof)
    assert seen.content == PNG
    assert seen.headers["content-disposition"].startswith("attachment")
    facts = await gathered(world, couple)
    assert [(one.proof, one.trip) for one in facts.disruptions] == [(True, str(trip_id))]


async def gathered(world: World, couple: Couple) -> object:
    async with world.database.reading() as reading:
        return await assess.gather(reading, couple.family_id, datetime.now(UTC) + HOUR)


async def test_slips_keep_what_was_typed(house: House) -> None:
    trip_id = await under_way(house)
    path = f"{house.path}/{trip_id}/late"
    answer = await upload(
        house.browsers["Ana"], path, {"new_return_at": later(1), "cause": "", "reference": "SN 9"}
    )
    assert answer.status_code == 400  # type: ignore[attr-defined]
    assert 'value="SN 9"' in answer.text  # type: ignore[attr-defined]
    html = await upload(
        house.browsers["Ana"],
        path,
        {"new_return_at": later(9), "cause": "road"},
        b"<script>alert(1)</script>",
    )
    assert html.status_code == 400  # type: ignore[attr-defined]
    assert "Choose a PDF, a PNG or a JPEG file." in html.text  # type: ignore[attr-defined]
    assert (await house.get("Ben", f"/{trip_id}/late")).status_code == 409


async def test_both_have_a_word_on_the_return_and_the_other_can_doubt_it(house: House) -> None:
    trip_id = await under_way(house)
    world, couple = house.couple.world, house.couple
    await world.run(couple.ana, trip.come_back, couple.family_id, trip_id, world.now)
    assert "I confirm that they are back" in words(await house.get("Ben", f"/{trip_id}"))
    doubt = await house.post("Ben", f"/{trip_id}/confirm", {"what": "not_back"})
    assert doubt.status_code == 303
    page = words(await house.get("Ana", f"/{trip_id}"))
    assert "You do not say the same about the return." in page
    assert not (await gathered(world, couple)).returns  # type: ignore[attr-defined]  # not taken as back
    with pytest.raises(AlreadyAnswered):
        await world.run(couple.ben, on_the_way.confirm, couple.family_id, trip_id, What.NOT_BACK, world.now)
    await world.run(couple.ben, on_the_way.confirm, couple.family_id, trip_id, What.BACK, world.now)
    page = words(await house.get("Ana", f"/{trip_id}"))
    assert "You do not say the same" not in page
    assert (await gathered(world, couple)).returns  # type: ignore[attr-defined]


async def test_both_are_asked_alike_once_three_hours_after_the_return(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    trip_id = await under_way(house, back_in=HOUR)
    world = house.couple.world
    due = world.now + HOUR
    before = await house.told()
    monkeypatch.setattr(jobs, "now", lambda: due + 3 * HOUR - timedelta(minutes=1))
    assert await jobs.ask_about_returns(world.service) == 0
    monkeypatch.setattr(jobs, "now", lambda: due + 3 * HOUR)
    assert await jobs.ask_about_returns(world.service) == 1
    assert await jobs.ask_about_returns(world.service) == 0
    after = await house.told()
    assert {who: after[who] - before[who] for who in ("Ana", "Ben")} == {"Ana": 1, "Ben": 1}
    async with world.database.reading() as reading:
        assert (await store.trip(reading, house.couple.family_id, trip_id)).returned_at is None


async def test_a_proof_moves_the_moment_and_a_return_cancels_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    trip_id = await under_way(house, back_in=HOUR)
    world, couple = house.couple.world, house.couple
    due = world.now + HOUR
    late = Late(Cause.CARRIER, due + 20 * HOUR, "SN 3632", PNG)
    await world.run(couple.ana, on_the_way.say_late, couple.family_id, trip_id, late)
    monkeypatch.setattr(jobs, "now", lambda: due + 4 * HOUR)
    assert await jobs.ask_about_returns(world.service) == 0
    world.now = due + 21 * HOUR
    await world.run(couple.ben, trip.come_back, couple.family_id, trip_id, world.now)
    monkeypatch.setattr(jobs, "now", lambda: due + 40 * HOUR)
    assert await jobs.ask_about_returns(world.service) == 0


async def test_the_api_says_the_same(house: House) -> None:
    trip_id = await under_way(house)
    path = f"/api/families/{house.couple.family_id}/trips/{trip_id}/journey"
    new_at = (house.couple.world.now + 9 * HOUR).isoformat()
    ana, ben = house.browsers["Ana"], house.browsers["Ben"]
    made = await ana.json("POST", f"{path}/delays", {"cause": "road", "new_return_at": new_at})
    assert made.status_code == 201, made.text
    broken = await ana.json(
        "POST", f"{path}/delays", {"cause": "road", "new_return_at": new_at, "proof": "%%"}
    )
    assert broken.status_code == 422
    left = {"what": "left", "at": (house.couple.world.now - HOUR).isoformat()}
    assert (await ben.json("POST", f"{path}/words", left)).status_code == 204
    seen = (await ben.json("GET", path)).json()
    assert [one["cause"] for one in seen["delays"]] == ["road"]
    assert [(one["what"], one["by"]) for one in seen["words"]] == [("left", "A"), ("left", "B")]
    assert seen == (await ana.json("GET", path)).json()
