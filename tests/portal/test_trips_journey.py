"""The journey part by part, who comes along, an address for the centre alone, and what changed since a consent."""

import logging
import re
from typing import Any

import pytest
from sqlmodel import select

from mediation import journal
from mediation.people import Profession
from mediation.usecases import feed
from parenting_plans.tables import TripAddressRow, TripRow, TripVersionRow
from tests.portal.trips_house import HOSTILE, LAST, SOON, Browser, House, house_of, words
from tests.world import World

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
ADDRESS = "Zeedijk-Kwartelhof 77\nFlat Wulpendal"
SHUT = {"address": ADDRESS, "address_with_centre": "on"}
LEGS = {
    "leg_way_1": "there", "leg_mode_1": "air", "leg_carrier_1": "Brussels Airlines", "leg_number_1": "SN 3721",
    "leg_from_country_1": "BE", "leg_departs_1": f"{SOON}T10:15", "leg_to_country_1": "ES",
    "leg_to_zone_1": "Atlantic/Canary", "leg_arrives_1": f"{SOON}T13:40", "leg_ends_in_1": "stay",
    "leg_way_2": "back", "leg_mode_2": "air", "leg_from_country_2": "ES", "leg_from_zone_2": "Atlantic/Canary",
    "leg_departs_2": f"{LAST}T10:00", "leg_to_country_2": "BE", "leg_arrives_2": f"{LAST}T15:20",
}  # fmt: skip


@pytest.fixture
async def house(world: World, visitor: Browser) -> House:
    return await house_of(world, visitor)


async def asked(house: House, who: str = "Ana", **said: Any) -> str:
    answer = await house.post(who, "/ask", house.form(**said))
    assert answer.status_code == 303, words(answer)
    return answer.headers["location"].partition("?")[0].removeprefix(house.path)


async def test_a_journey_is_shown_as_the_ticket_prints_it(house: House) -> None:
    place = await asked(house, **LEGS, adults="Sam Peeters\nTess")
    for who in ("Ana", "Ben"):
        page = words(await house.get(who, place))
        assert "SN 3721" in page
        assert ", 13:40" in page  # on the clock of the islands
        assert ", 14:40)" in page  # in Brussels
        assert "Sam Peeters, Tess" in page
        assert "as the ticket prints them" in page


async def test_a_zone_is_asked_for_where_a_country_has_several_and_nothing_typed_is_lost(
    house: House,
) -> None:
    typed = {name: text for name, text in LEGS.items() if "zone" not in name}
    page = await house.post("Ana", "/ask", house.form(**typed))
    assert page.status_code == 400
    assert words(page).count("This country has several time zones.") >= 2
    again = house.typed_in(page.text)
    assert {name: again[name] for name in typed if again[name] != []} == typed
    for name in ("leg_to_zone_1", "leg_from_zone_2"):
        assert f'name="{name}"' in page.text
    assert "leg_from_zone_1" not in page.text


async def test_what_was_asked_comes_back_in_the_form_to_change_it(house: House) -> None:
    place = await asked(house, **LEGS, adults="Sam", without_parent="on")
    page = (await house.get("Ana", f"{place}/change")).text
    for name in ("leg_to_zone_1", "leg_from_zone_2"):
        assert re.search(rf'name="{name}".*?value="Atlantic/Canary" selected', page, re.DOTALL)
    assert f'value="{SOON}T13:40"' in page
    typed = {**house.form(**LEGS), "adults": "Sam", "without_parent": "on"}
    assert (await house.post("Ana", f"{place}/change", typed)).status_code == 303


async def test_both_see_what_changed_since_the_consent_and_only_that_is_asked_for(house: House) -> None:
    place = await asked(house)
    assert (await house.post("Ben", f"{place}/consent", house.answer())).status_code == 303
    assert "Changed since the consent" not in words(await house.get("Ben", place))
    more = {"stay_nights_1": "5", "stay_country_2": "MA", "stay_nights_2": "2", "adults": "Sam"}
    await house.post("Ana", f"{place}/change", house.form(**more))
    for who in ("Ana", "Ben"):
        page = words(await house.get(who, place))
        assert "Changed since the consent" in page
        assert "New country: Morocco." in page
        assert "Who comes along: nobody, now Sam." in page
        assert "A new consent is asked only for what is still open." in page
    form = (await house.get("Ben", f"{place}/consent")).text
    assert re.search(r'value="MA"[^>]*checked', form)
    assert not re.search(r'value="ES"[^>]*checked', form)
    await house.post("Ben", f"{place}/consent", house.answer(countries=["MA"]))
    assert "Changed since the consent" not in words(await house.get("Ben", place))


async def test_a_slight_change_asks_nobody(house: House) -> None:
    place = await asked(house)
    await house.post("Ben", f"{place}/consent", house.answer())
    await house.post("Ana", f"{place}/change", house.form(return_at=f"{LAST}T21:00"))
    page = words(await house.get("Ben", place))
    assert "Nobody is asked again about this." in page
    assert "The consent still covers the trip." in page


def bare(text: str) -> str:
    """The page without what is another for every trip and every request."""
    plain = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "ID", text)
    plain = re.sub(r'(_csrf_token" value=")[^"]*', r"\1", plain)
    return re.sub(r"\d\d:\d\d(:\d\d)?(\.\d+)?(\+00:00)?", "", plain)


@pytest.mark.parametrize("path", ["", "/consent"])
async def test_the_other_parent_sees_no_difference_between_sealed_and_empty(house: House, path: str) -> None:
    sealed, empty = await asked(house, **SHUT), await asked(house)
    first, second = [bare((await house.get("Ben", one + path)).text) for one in (sealed, empty)]
    assert first == second
    api = f"/api/families/{house.couple.family_id}/trips"
    trips = [bare((await house.browsers["Ben"].get(f"{api}{place}")).text) for place in (sealed, empty)]
    assert trips[0] == trips[1]
    refused = [await house.get("Ben", f"{place}/address") for place in (sealed, empty)]
    assert [one.status_code for one in refused] == [404, 404]
    assert bare(refused[0].text) == bare(refused[1].text)


async def test_nothing_of_a_sealed_address_reaches_the_other_parent_or_a_log(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    place = await asked(house, **SHUT)
    await house.post("Ben", f"{place}/consent", house.answer())
    await house.post("Ana", f"{place}/change", house.form(address_with_centre="on", phone="1"))
    couple = house.couple
    await couple.world.run(couple.ben, feed.create, couple.family_id, "Mine", "k" * 43)
    family, trip = f"/f/{couple.family_id}", place.removeprefix("/")
    api = f"/api/families/{couple.family_id}"
    seen = [
        (await house.browsers["Ben"].get(path)).text
        for path in (
            family, f"{family}/trips", f"{family}/trips/{trip}", f"{family}/trips/{trip}/consent",
            f"{family}/trips/{trip}/change", f"{family}/trips/{trip}/address", f"{family}/calendar", f"{family}/travel",
            f"{api}/trips", f"{api}/trips/{trip}", f"{api}/trips/{trip}/address", f"{api}/travel",
            f"/feeds/{'k' * 43}.ics", "/",
        )
    ]  # fmt: skip
    async with couple.world.database.reading() as session:
        kept = [(await session.exec(select(table))).all() for table in (TripRow, TripVersionRow)]
        kept += [await journal.entries(session, one.stream) for one in await journal.heads(session)]
        (sealed,) = (await session.exec(select(TripAddressRow))).all()
    everything = "\n".join([*seen, repr(kept), caplog.text, repr(sealed.sealed)])
    for part in re.split(r"\W+", ADDRESS):
        assert len(part) < 4 or part not in everything
    assert "Kwartelhof" in (await house.get("Ana", f"{place}/address")).text


async def test_the_centre_reads_it_and_its_look_is_recorded(house: House, visitor: Browser) -> None:
    place = await asked(house, **SHUT)
    world = house.couple.world
    nora = await world.person("Nora", Profession.CENTRE_PSYCH)
    browser = await visitor().sign_in_as(nora)
    record = await browser.get(f"/f/{house.couple.family_id}/travel")
    assert "Address that only the centre keeps" in words(record)
    assert "Kwartelhof" in words(await browser.get(house.path + place + "/address"))
    async with world.database.reading() as session:
        noted = await journal.entries(session, "centre")
    assert [one.actor_id for one in noted if one.action == "address.read"] == [nora.id]


@pytest.mark.parametrize(
    ("then", "left"),
    [({"address_with_centre": "on"}, ADDRESS), ({"address_with_centre": "on", "address": "Elsewhere 1"}, "Elsewhere 1"), ({}, None)],
)  # fmt: skip
async def test_a_kept_address_stays_changes_or_goes(
    house: House, then: dict[str, str], left: str | None
) -> None:
    place = await asked(house, **SHUT)
    form = (await house.get("Ana", f"{place}/change")).text
    assert "The centre keeps an address already." in form
    assert "Kwartelhof" not in form
    assert (await house.post("Ana", f"{place}/change", house.form(**then))).status_code == 303
    answer = await house.get("Ana", f"{place}/address")
    if left is None:
        assert answer.status_code == 404
    else:
        assert left.split()[0] in answer.text


@pytest.mark.parametrize("name", [*LEGS, "adults", "without_parent", "address_with_centre", "leg_through_1"])
async def test_hostile_parts_are_refused_in_words(house: House, name: str) -> None:
    for text in HOSTILE:
        answer = await house.post("Ana", "/ask", house.form(**{**LEGS, name: text}))
        assert answer.status_code < 500
        assert "<script>alert(1)" not in answer.text
        if answer.status_code == 303:
            assert (await house.follow_as("Ben", answer)).status_code == 200


async def test_the_same_over_json(house: House) -> None:
    body = {
        "children": [str(child) for child in house.couple.children],
        "depart_at": f"{SOON}T09:00:00+02:00", "return_at": f"{LAST}T22:00:00+02:00",
        "stays": [{"country": "MA", "nights": 7}], "mode": "air", "adults": ["Sam"], "parent_travels": False,
        "legs": [{"homeward": False, "mode": "air", "from_country": "BE", "to_country": "MA",
                  "departs": f"{SOON}T12:00", "arrives": f"{SOON}T14:00", "number": "AT 833"}],
        "address": ADDRESS, "address_with_centre": True,
    }  # fmt: skip
    api = f"/api/families/{house.couple.family_id}/trips"
    ana, ben = house.browsers["Ana"], house.browsers["Ben"]
    made = await ana.json("POST", api, body)
    assert made.status_code == 201, made.text
    trip_id = made.json()["id"]
    own, others = [(await who.get(f"{api}/{trip_id}")).json() for who in (ana, ben)]
    assert own["legs"][0]["departs"].startswith(f"{SOON}T12:00")
    assert own["legs"][0]["to_zone"] == "Africa/Casablanca"
    assert (own["address_with_centre"], others["address_with_centre"]) == (True, False)
    assert {**own, "address_with_centre": False, "steps": []} == {**others, "steps": []}
    assert (await ana.get(f"{api}/{trip_id}/address")).json() == {"address": ADDRESS}
    assert (await ben.get(f"{api}/{trip_id}/address")).status_code == 404
    leg = {**body["legs"][0], "to_country": "US"}
    refused = await ana.json("POST", api, {**body, "legs": [leg, {**leg, "mode": "broom"}]})
    assert refused.status_code in {400, 422}
    refused = await ana.json("POST", api, {**body, "legs": [leg]})
    assert "leg_to_zone_1" in refused.text
