"""The page for a child: two weeks in pictures and few words in four languages, for both parents; nothing a parent typed."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from mediation.people import Profession
from tests.visitor import Visitor
from tests.world import Couple, World

on_sqlite = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
TYPED = "Kerkstraat 12"


@pytest.fixture
async def couple(world: World) -> Couple:
    world.now = datetime.now(UTC)
    return await world.couple()


def path(couple: Couple, number: int = 0) -> str:
    return f"/f/{couple.family_id}/plan/child/{couple.children[number]}"


async def test_both_parents_read_the_same_for_their_child(
    couple: Couple, visitor: Callable[[], Visitor]
) -> None:
    await couple.sealed_plan(
        D02={"place": "neutral", "neutral_place": TYPED, "transport": "receiving_fetches"},
        K03={"enabled": "no"},
    )
    pages = []
    for person in (couple.ana, couple.ben):
        browser = await visitor().sign_in_as(person)
        page = (await browser.get(path(couple))).text
        pages.append(page[page.index("for-child") : page.index("</main>")])
        assert path(couple) in (await browser.get(f"/f/{couple.family_id}/plan")).text
    assert pages[0] == pages[1]
    assert "The plan for Lou" in pages[0]
    assert pages[0].count("/static/icons/moon.svg") == 14
    assert "/static/icons/house-a.svg" in pages[0]
    assert "/static/icons/to-home.svg" in pages[0], "week about: there is a change within two weeks"
    assert "Whom can I talk to?" in pages[0]
    for never in (TYPED, "€", "Mio", " nights"):
        assert never not in pages[0]


@on_sqlite
@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nl", "Waar slaap ik?"),
        ("fr", "Où est-ce que je dors ?"),
        ("de", "Wo schlafe ich?"),
        ("en", "Where do I sleep?"),
        ("xx", "Where do I sleep?"),
    ],
)
async def test_this_one_page_can_be_read_in_the_childs_language(
    language: str, line: str, couple: Couple, visitor: Callable[[], Visitor]
) -> None:
    await couple.sealed_plan()
    browser = await visitor().sign_in_as(couple.ana)
    answer = await browser.get(f"{path(couple)}?in={language}")
    assert line in answer.text
    assert "language" not in answer.cookies, "the parent's own language stays"


@on_sqlite
async def test_before_a_plan_counts_the_page_says_what_belongs_there(
    couple: Couple, visitor: Callable[[], Visitor]
) -> None:
    browser = await visitor().sign_in_as(couple.ana)
    assert "No plan yet" in (await browser.get(path(couple))).text
    said = (
        await browser.json("GET", f"/api/families/{couple.family_id}/plan/children/{couple.children[0]}")
    ).json()
    assert (said["nights"], said["parts"]) == ([], [])


@on_sqlite
async def test_only_parents_and_only_for_their_own_child(
    couple: Couple, visitor: Callable[[], Visitor]
) -> None:
    await couple.sealed_plan()
    mia = await couple.world.person("Mia", Profession.MEDIATOR, accreditation="1")
    await couple.ask(mia)
    other = await couple.world.couple("Sam", "Eva")
    for person in (mia, other.ana):
        assert (await (await visitor().sign_in_as(person)).get(path(couple))).status_code == 404
    ana = await visitor().sign_in_as(couple.ana)
    for child in (other.children[0], uuid4()):
        assert (await ana.get(f"/f/{couple.family_id}/plan/child/{child}")).status_code == 404


@on_sqlite
async def test_when_the_parents_move_no_handover_is_drawn(
    couple: Couple, visitor: Callable[[], Visitor]
) -> None:
    nest = {"pattern": "birdnest_ww", "anchor_parent": "A", "handover_time": "18:00"}
    first = couple.agreed()["C02"]["anchor_date"]
    await couple.sealed_plan(C02={**nest, "anchor_date": first})
    page = (await (await visitor().sign_in_as(couple.ana)).get(path(couple))).text
    assert "to-home.svg" not in page
    assert "heart-a.svg" in page
    assert "You always stay in the same home." in page or "is with you" in page
