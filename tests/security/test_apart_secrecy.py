"""Two worlds: until both have submitted, nothing that one parent can get tells what the other does with a sealed sheet."""

from typing import Any

import pytest

from mediation.people import Person
from mediation.usecases import plan_apart
from tests.security.house import Browser, House
from tests.security.test_secrecy import TOKEN, looked, told

SECTION = "A"  # the one that the house's doors lead to
Answer = tuple[int, str, bytes]


async def ben_begins(house: House) -> None:
    await _run(house, house.people["Ben"], plan_apart.save, SECTION, "A01", {"children": _children(house)})


async def ben_leaves_it_unfinished(house: House) -> None:
    await _run(house, house.people["Ben"], plan_apart.save, SECTION, "A01", {"children": []})


async def ben_submits(house: House) -> None:
    await ben_begins(house)
    await _run(house, house.people["Ben"], plan_apart.submit, SECTION)


async def ben_takes_it_back(house: House) -> None:
    await ben_submits(house)
    await _run(house, house.people["Ben"], plan_apart.take_back, SECTION)


async def _run(house: House, who: Person, usecase: Any, *said: Any) -> Any:
    return await house.world.run(who, usecase, house.ours.couple.family_id, *said)


def _children(house: House) -> list[str]:
    return [str(child) for child in house.ours.couple.children]


async def ana_does(house: House, ana: Browser) -> list[Answer]:
    """What Ana gets for every form she can send before she submits, on pages and over JSON."""
    family = house.ours.couple.family_id
    page, api = f"/f/{family}/plan/apart/{SECTION}", f"/api/families/{family}/plan/apart/{SECTION}"
    child = _children(house)[:1]
    sent: list[tuple[str, str, Any]] = [
        ("POST", f"{page}/submit", {}),  # with nothing in it
        ("POST", f"{page}/back", {}),
        ("POST", f"{page}/again", {}),
        ("POST", f"{page}/draft", {}),
        ("POST", f"{page}/answers/A01", {"children": child}),
        ("PUT", f"{api}/answers/A01", {"answers": {"children": child}}),
        ("POST", f"{api}/withdrawal", None),
        ("POST", f"{api}/round", None),
        ("POST", f"{api}/draft", None),
    ]
    answers = []
    for method, path, body in sent:
        answer = await ana.send(method, path, body)
        answers.append(
            (
                answer.status_code,
                answer.headers.get("location", ""),
                TOKEN.sub(rb"\1", answer.content),
            )
        )
    return answers


@pytest.mark.parametrize("dialect", ["sqlite"])
@pytest.mark.parametrize("what", [ben_begins, ben_leaves_it_unfinished, ben_submits, ben_takes_it_back])
async def test_what_ben_does_shows_nowhere_while_ana_writes(what: Any, house: House) -> None:
    browsers = {who: await house.browser(who) for who in ("Ana", "Mia")}
    for browser in browsers.values():
        await looked(house, browser)
    before = {who: await looked(house, one) for who, one in browsers.items()}
    mails = await told(house, "Ana", "Mia", "Leo")
    await what(house)
    after = {who: await looked(house, one) for who, one in browsers.items()}
    assert [
        (who, door) for who in before for door in before[who] if before[who][door] != after[who][door]
    ] == []
    assert await told(house, "Ana", "Mia", "Leo") == mails
    assert before["Ana"]["GET /f/{family_id}/plan/apart/{section}"].status == 200


@pytest.mark.parametrize("dialect", ["sqlite"])
@pytest.mark.parametrize("what", [ben_begins, ben_submits, ben_takes_it_back])
async def test_ana_gets_the_same_bytes_for_every_form_in_both_worlds(
    what: Any, house: House, request: pytest.FixtureRequest
) -> None:
    ana = await house.browser("Ana")
    quiet = await ana_does(house, ana)
    assert {status for status, _, _ in quiet} == {200, 303, 400, 409}
    await _run(house, house.people["Ana"], plan_apart.save, SECTION, "A01", {})  # as she began
    await what(house)
    assert await ana_does(house, ana) == quiet


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_ana_waits_alike_whether_ben_has_begun_or_not_and_then_both_see_both(house: House) -> None:
    ana, family = await house.browser("Ana"), house.ours.couple.family_id
    await _run(
        house, house.people["Ana"], plan_apart.save, SECTION, "A01", {"children": _children(house)[:1]}
    )
    assert not await _run(house, house.people["Ana"], plan_apart.submit, SECTION)
    assert [one for one in await told(house, "Ben") if "apart" in one[2]] == [], "Ben is told nothing"
    ben_before = await looked(house, await house.browser("Ben"))
    assert b"both once both have answered" not in ben_before["GET /f/{family_id}/plan/apart/{section}"].body
    await looked(house, ana)
    before = await looked(house, ana)
    assert (
        b"You will both see it once both have answered"
        in before["GET /f/{family_id}/plan/apart/{section}"].body
    )
    await ben_begins(house)
    after = await looked(house, ana)
    assert [door for door in before if before[door] != after[door]] == []
    assert await _run(house, house.people["Ben"], plan_apart.submit, SECTION)
    page = (await ana.send("GET", f"/f/{family}/plan/apart/{SECTION}")).text
    assert "Where the answers differ" in page
    assert "Lou and Mio" in page
    assert [one[1] for one in await told(house, "Ana") if "apart" in one[2]] == ["plan"]


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_what_ben_alone_answered_stays_closed_even_when_both_submitted(house: House) -> None:
    secret = {"promises": ["no_denigration"]}
    ben, ana = house.people["Ben"], house.people["Ana"]
    await _run(house, ben, plan_apart.save, SECTION, "A02", secret)
    await ben_submits(house)
    await _run(house, ana, plan_apart.save, SECTION, "A01", {"children": _children(house)})
    assert await _run(house, ana, plan_apart.submit, SECTION)
    browsers = {who: await house.browser(who) for who in ("Ana", "Mia")}
    for who, browser in browsers.items():
        for door, answer in (await looked(house, browser)).items():
            if not door.endswith("/plan/clauses") or "/api/" not in door:  # the catalogue names every choice
                assert b"no_denigration" not in answer.body, (who, door)
