"""A body with a key that means nothing here is refused, whatever the key is called."""

from collections.abc import Callable

import pytest

from tests.visitor import Visitor
from tests.world import World


@pytest.fixture
def dialect() -> str:
    return "sqlite"  # no statement is involved


@pytest.mark.parametrize("key", ["visit", "reading", "writing", "errand", "who", "fresh", "anything"])
async def test_a_stray_key_is_refused_and_nothing_is_kept(
    world: World, visitor: Callable[[], Visitor], key: str
) -> None:
    couple = await world.couple()
    browser = await visitor().sign_in_as(couple.ana)
    body = {"given_name": "Eli", "born": "2020-01-01", "community": "FL", key: "1"}
    answer = await browser.json("POST", f"/api/families/{couple.family_id}/children", body)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    family = await browser.json("GET", f"/api/families/{couple.family_id}")
    assert [child["given_name"] for child in family.json()["children"]] == ["Lou", "Mio"]
