"""Trips as parents see them: asking, answering with a consent or an objection, leaving and coming back."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import update

from mediation.people import Profession
from mediation.usecases import consent
from parenting_plans.values import ZONE, CountryStay, Tickets, Transit
from portal.languages import day, moment
from portal.pages import trips_answers
from portal.pages.trips import TOLD
from portal.tables import WebSessionRow
from portal.visit import FACTOR_FIELD
from tests.portal.trips_house import (
    ASKED,
    HOSTILE,
    LAST,
    SOON,
    TOLD_TEXTS,
    Browser,
    House,
    at,
    house_of,
    words,
)
from tests.world import PASSWORD, World

# The same errands run on both databases in test_trips_api.py.
pytestmark = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)


@pytest.fixture
async def house(world: World, visitor: Browser) -> House:
    return await house_of(world, visitor)


async def test_a_trip_goes_from_asking_to_agreed(house: House) -> None:
    assert "No trips yet" in words(await house.get("Ana"))
    asked = await house.post("Ana", "/ask", house.form())
    place = asked.headers["location"].partition("?")[0].removeprefix(house.path)
    for who in ("Ana", "Ben"):
        page = words(await house.get(who, place))
        assert "Spain" in page
        assert "Asked, no answer yet" in page
        assert "No answer is not a yes." in page
    assert "We wait for Ben." in words(await house.get("Ana"))
    assert "Your answer is asked for." in words(await house.get("Ben"))
    filled = (await house.get("Ben", f"{place}/consent")).text
    assert f'value="{SOON}"' in filled
    assert f'value="{LAST}"' in filled
    assert len(re.findall(r"checked", filled)) == 4  # two children, Spain, and no limit to who comes along
    review = words(await house.post("Ben", f"{place}/consent", house.answer(step="look")))
    assert "You consent that Ana travels with Lou and Mio to: Spain." in review
    assert "This covers the whole trip" in review
    assert "Asked, no answer yet" in words(
        await house.get("Ana", place)
    )  # nothing counts before it is confirmed
    assert (await house.post("Ben", f"{place}/consent", house.answer())).status_code == 303
    for who, title in (("Ana", "Ben consented"), ("Ben", "You consented")):
        page = words(await house.get(who, place))
        assert "Agreed" in page
        assert title in page
        assert f"up to and including {day(LAST, 'en')}, until 23:59 Brussels time." in page


async def test_both_parents_can_do_the_same(house: House) -> None:
    pages = []
    for traveller, other in (("Ana", "Ben"), ("Ben", "Ana")):
        trip_id = await house.trip(traveller)
        await house.consent(other, trip_id, countries=("FR",))
        swap = {traveller: "T", other: "O"}
        seen = [
            words(await house.get(who, path))
            for who, path in (
                (traveller, f"/{trip_id}"),
                (other, f"/{trip_id}"),
                (other, f"/{trip_id}/consent"),
            )
        ]
        named = [re.sub(r"\b(Ana|Ben)\b", lambda found, swap=swap: swap[found[0]], page) for page in seen]
        pages.append([re.sub(r"\d\d:\d\d", "", page) for page in named])
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    ("back", "covered"),
    [
        (at(7, 23, 59), True),
        (at(8, 0, 0), False),  # whoever is back at midnight is back on the next day (risk.md 3.4)
        (at(8, 0, 1), False),
    ],
)
async def test_the_last_day_counts_until_its_end(house: House, back: datetime, *, covered: bool) -> None:
    trip_id = await house.trip(return_at=back)
    review = words(await house.post("Ben", f"/{trip_id}/consent", house.answer(step="look")))
    await house.consent("Ben", trip_id)
    page = words(await house.get("Ana", f"/{trip_id}"))
    assert (
        f"From {day(SOON, 'en')}, 00:00, up to and including {day(LAST, 'en')}, until 23:59 Brussels time."
        in page
    )
    for text in (review, page):
        assert ("The consent ends before the children are back." in text) is not covered
        assert (f"Still open: from {moment(at(8, 0), 'en')} to {moment(back, 'en')}" in text) is not covered


async def test_the_first_day_counts_from_its_beginning(house: House) -> None:
    early, late = await house.trip(depart_at=at(0, 0, 0)), await house.trip(depart_at=at(-1, 23, 59))
    for one in (early, late):
        await house.consent("Ben", one)
    assert "The consent begins after the departure." not in words(await house.get("Ana", f"/{early}"))
    assert "The consent begins after the departure." in words(await house.get("Ana", f"/{late}"))


async def test_part_of_a_trip_can_be_agreed_and_the_rest_is_named(house: House) -> None:
    lou, _mio = house.couple.children
    trip_id = await house.trip(stays=(CountryStay("ES", 3), CountryStay("MA", 4)))
    await house.consent("Ben", trip_id, children=(lou,), countries=("SCHENGEN",))
    for who in ("Ana", "Ben"):
        page = words(await house.get(who, f"/{trip_id}"))
        assert "Agreed in part" in page
        assert "Not named: Mio." in page
        assert "Not named: Morocco." in page
        assert "all Schengen countries" in page


async def test_a_return_nobody_knows_yet_can_be_asked_for(house: House) -> None:
    neither = await house.post("Ana", "/ask", house.form(return_at=""))
    both = await house.post("Ana", "/ask", house.form(return_unknown="on"))
    assert (neither.status_code, both.status_code) == (400, 400)
    asked = await house.post("Ana", "/ask", house.form(return_at="", return_unknown="on"))
    page = words(await house.follow_as("Ben", asked))
    assert "Not known yet" in page


async def test_the_traveller_cannot_consent_object_or_withdraw(house: House) -> None:
    trip_id = await house.trip()
    given = await house.consent("Ben", trip_id, countries=("FR",))
    answers = [
        await house.get("Ana", f"/{trip_id}/consent"),
        await house.post("Ana", f"/{trip_id}/consent", house.answer()),
        await house.post("Ana", f"/{trip_id}/object", {"reason": ""}),
        await house.post("Ana", f"/{trip_id}/consents/{given}/withdraw"),
    ]
    assert [answer.status_code for answer in answers] == [409] * 4
    assert (await house.get("Ana", f"/{trip_id}/consents/{given}/withdraw")).status_code == 404
    page = await house.get("Ana", f"/{trip_id}")
    assert f'{trip_id}/consent"' not in page.text
    assert "/object" not in page.text


async def test_the_other_parent_cannot_change_cancel_or_leave(house: House) -> None:
    trip_id = await house.trip()
    answers = [
        await house.get("Ben", f"/{trip_id}/change"),
        await house.post("Ben", f"/{trip_id}/change", house.form()),
        await house.post("Ben", f"/{trip_id}/cancel"),
        await house.post("Ben", f"/{trip_id}/left", {"left_at": f"{SOON}T09:00"}),
    ]
    assert [answer.status_code for answer in answers] == [409] * 4


async def test_what_binds_needs_a_password_shown_a_moment_ago(house: House) -> None:
    trip_id = await house.trip()
    given = await house.consent("Ben", trip_id)
    other = await house.trip()
    async with house.couple.world.database.writing() as session:
        await session.exec(update(WebSessionRow).values(fresh_at=datetime.now(UTC) - timedelta(minutes=6)))
    for path in (f"/{other}/consent", f"/{trip_id}/consents/{given}/withdraw"):
        for answer in (await house.get("Ben", path), await house.post("Ben", path, house.answer())):
            assert "Confirm that it is you" in words(answer)
    assert "Agreed" in words(await house.get("Ana", f"/{trip_id}"))
    assert "Asked, no answer yet" in words(await house.get("Ana", f"/{other}"))
    shown = await house.post("Ben", f"/{other}/consent", house.answer(**{FACTOR_FIELD: PASSWORD}))
    assert shown.status_code == 303
    assert "Agreed" in words(await house.get("Ana", f"/{other}"))


async def test_a_withdrawn_consent_is_shown_and_covers_nothing(house: House) -> None:
    trip_id = await house.trip()
    given = await house.consent("Ben", trip_id)
    before = words(await house.get("Ben", f"/{trip_id}/consents/{given}/withdraw"))
    assert "From the moment you choose, this consent covers nothing any more" in before
    assert "The consent was withdrawn, so there is none for this trip now." in before
    assert "No trip that is still to come rests on this consent" not in before
    assert (await house.post("Ben", f"/{trip_id}/consents/{given}/withdraw")).status_code == 303
    for who, said in (("Ana", "Ben withdrew the consent"), ("Ben", "You withdrew your consent")):
        page = words(await house.get(who, f"/{trip_id}"))
        assert "The consent was withdrawn, so there is none for this trip now." in page
        assert said in page
        assert "Agreed" not in page
    assert (await house.post("Ben", f"/{trip_id}/consents/{given}/withdraw")).status_code == 409
    assert (await house.post("Ben", f"/{trip_id}/consent", house.answer())).status_code == 303
    assert "Agreed" in words(await house.get("Ana", f"/{trip_id}"))


async def test_an_objection_stands_until_its_author_consents(house: House) -> None:
    trip_id = await house.trip()
    await house.post("Ben", f"/{trip_id}/object", {"reason": "Lou has an exam\r\nthat week."})
    page = await house.get("Ana", f"/{trip_id}")
    assert "Not agreed" in words(page)
    assert "Lou has an exam\nthat week." in page.text
    assert (await house.post("Ben", f"/{trip_id}/object", {"reason": ""})).status_code == 409
    assert "Your objection ends." in words(
        await house.post("Ben", f"/{trip_id}/consent", house.answer(step="look"))
    )
    await house.post("Ben", f"/{trip_id}/consent", house.answer())
    assert "Your objection ended" in words(await house.get("Ben", f"/{trip_id}"))


async def test_an_objection_does_not_take_back_a_consent_without_a_factor(house: House) -> None:
    trip_id = await house.trip()
    await house.consent("Ben", trip_id)
    refused = await house.post("Ben", f"/{trip_id}/object", {"reason": "no"})
    assert refused.status_code == 400
    assert "Withdraw your consent first." in refused.text
    assert "Agreed" in words(await house.get("Ana", f"/{trip_id}"))


async def test_a_trip_changed_after_it_was_looked_at_is_not_consented_to(house: House) -> None:
    trip_id = await house.trip()
    page = (await house.get("Ben", f"/{trip_id}/consent")).text
    seen = re.search(r'name="seen" value="([^"]+)"', page)
    assert seen is not None
    await house.post("Ana", f"/{trip_id}/change", house.form(stay_country_1="MA"))
    late = await house.post("Ben", f"/{trip_id}/consent", house.answer(seen=seen.group(1)))
    assert late.status_code == 409
    assert "Asked, no answer yet" in words(await house.get("Ana", f"/{trip_id}"))


async def test_going_back_from_the_review_keeps_what_was_chosen(house: House) -> None:
    trip_id = await house.trip()
    chosen = house.answer(countries=["EU"], valid_to=f"{LAST + timedelta(days=2)}", step="back")
    page = (await house.post("Ben", f"/{trip_id}/consent", chosen)).text
    assert f'value="{LAST + timedelta(days=2)}"' in page
    assert re.search(r'value="EU" checked', page)
    assert not re.search(r'value="ES" checked', page)


async def test_a_change_keeps_the_consent_and_shows_what_it_no_longer_covers(house: House) -> None:
    rows = tuple(CountryStay(code, 1) for code in ("ES", "PT", "FR", "IT", "CH", "AT", "DE"))
    stop = (Transit("GB", 3.5, landside=True, through_ticket=False),)
    trip_id = await house.trip(stays=rows, transits=stop, tickets=Tickets(child_out=True, child_return=False))
    await house.consent("Ben", trip_id, countries=("EU", "CH"))
    page = await house.get("Ana", f"/{trip_id}/change")
    typed = house.typed_in(page.text)
    assert typed["stay_country_7"] == "DE"
    assert (typed["stop_hours_1"], typed["stop_landside_1"], typed["tickets"]) == ("3.5", "on", "outward")
    same = await house.post("Ana", f"/{trip_id}/change", typed)
    assert same.status_code == 303
    assert "Agreed" in words(await house.get("Ben", f"/{trip_id}"))
    later = {**typed, "return_at": f"{LAST + timedelta(days=3)}T10:00", "stay_country_7": "MA"}
    await house.post("Ana", f"/{trip_id}/change", later)
    after = words(await house.get("Ben", f"/{trip_id}"))
    assert "Agreed in part" in after
    assert "Not named: Morocco." in after


async def test_leaving_and_coming_back(house: House) -> None:
    world = house.couple.world
    now = datetime.now(UTC)
    world.now = now - timedelta(days=4)
    trip_id = await house.trip(
        depart_at=now - timedelta(days=2), return_at=now + timedelta(days=2), stays=(CountryStay("ES", 4),)
    )
    world.now = now
    wall = now.astimezone(ZONE)
    early = await house.post(
        "Ana", f"/{trip_id}/left", {"left_at": f"{wall + timedelta(days=1):%Y-%m-%dT%H:%M}"}
    )
    assert early.status_code == 400
    assert "Give a time that is not in the future." in early.text
    await house.post("Ana", f"/{trip_id}/left", {"left_at": f"{wall - timedelta(hours=30):%Y-%m-%dT%H:%M}"})
    assert "On the way" in words(await house.get("Ben"))
    before = await house.post(
        "Ben", f"/{trip_id}/back", {"back_at": f"{wall - timedelta(hours=31):%Y-%m-%dT%H:%M}"}
    )
    assert before.status_code == 400
    done = await house.post(
        "Ben", f"/{trip_id}/back", {"back_at": f"{wall - timedelta(minutes=2):%Y-%m-%dT%H:%M}"}
    )
    assert done.status_code == 303
    page = words(await house.get("Ana", f"/{trip_id}"))
    assert "The children were back" in page
    assert "Change this trip" not in page
    assert (await house.post("Ana", f"/{trip_id}/cancel")).status_code == 409
    assert "Past" in words(await house.get("Ana"))


async def test_a_cancelled_trip_is_past_and_nobody_is_waited_for(house: House) -> None:
    trip_id = await house.trip()
    await house.post("Ana", f"/{trip_id}/cancel")
    for who in ("Ana", "Ben"):
        page = words(await house.get(who))
        assert "Cancelled" in page
        assert "We wait for" not in page
        assert "Your answer is asked for" not in page
    assert (await house.get("Ben", f"/{trip_id}/consent")).status_code == 409


async def test_both_get_a_message_when_a_consent_is_given(house: House) -> None:
    trip_id = await house.trip()
    world = house.couple.world
    given = await house.consent("Ben", trip_id)
    assert await house.told() == {"Ben": 2, "Ana": 1}  # asked; then a consent, with a receipt for Ben
    await world.run(house.couple.ben, consent.withdraw, house.couple.family_id, given)
    assert await house.told() == {"Ben": 3, "Ana": 2}


async def test_strangers_and_professionals_do_not_find_it(house: House, visitor: Browser) -> None:
    world = house.couple.world
    trip_id, given = await house.trip(), None
    given = await house.consent("Ben", trip_id)
    sam, mia = await world.person("Sam"), await world.person("Mia", Profession.MEDIATOR)
    await house.couple.ask(mia)
    eva = (await world.couple("Eva", "Tom")).ana
    own = f"/{trip_id}"
    for person in (sam, mia, eva):
        browser = await visitor().sign_in_as(person)
        for path in ("", "/ask", own, f"{own}/change", f"{own}/consent", f"{own}/consents/{given}/withdraw"):
            assert (await browser.get(house.path + path)).status_code == 404, path
        for path in (
            "/ask",
            *(own + tail for tail in ("/change", "/consent", "/object", "/cancel", "/left", "/back")),
        ):
            form = {**house.form(), **house.answer(), "left_at": f"{SOON}T09:00", "back_at": f"{SOON}T09:00"}
            assert (await browser.post(house.path + path, form)).status_code == 404, path
        assert (await browser.post(f"{house.path}{own}/consents/{given}/withdraw")).status_code == 404
    assert (await house.get("Ana", f"/{uuid4()}")).status_code == 404


async def test_a_trip_of_one_family_is_not_in_another(house: House, visitor: Browser) -> None:
    trip_id = await house.trip()
    others = await house.couple.world.couple("Eva", "Tom")
    tom = await visitor().sign_in_as(others.ben)
    for path in ("", "/consent", "/change"):
        assert (await tom.get(f"/f/{others.family_id}/trips/{trip_id}{path}")).status_code == 404


async def test_nothing_typed_into_the_form_breaks_it(house: House) -> None:
    for text in HOSTILE:
        everything = await house.post("Ana", "/ask", house.form(**dict.fromkeys(ASKED, text)))
        assert everything.status_code == 400
        assert everything.text.count('class="mistake"') >= 2
        told = await house.post("Ana", "/ask", house.form(**dict.fromkeys(TOLD_TEXTS, text)))
        page = told if told.status_code == 400 else await house.follow_as("Ben", told)
        assert page.status_code in {200, 400}
        for answer in (everything, page):
            assert "<script>alert" not in answer.text
            assert ">49" not in answer.text
        assert told.status_code == 303 or f'value="{SOON}T09:00"' in told.text  # what was typed is kept
    assert (await house.get("Ben")).status_code == 200


async def test_nothing_typed_into_an_answer_breaks_it(house: House) -> None:
    trip_id = await house.trip()
    for text in HOSTILE:
        for names in (("children", "countries"), ("valid_from",), ("valid_to", "seen"), ("step", "seen")):
            given = house.answer(**{"step": "look", **dict.fromkeys(names, text)})
            answer = await house.post("Ben", f"/{trip_id}/consent", given)
            assert answer.status_code in {200, 400}, (names, text)
            assert "<script>alert" not in answer.text
        for path, name in (("left", "left_at"), ("back", "back_at"), ("object", "reason")):
            answer = await house.post("Ana" if path == "left" else "Ben", f"/{trip_id}/{path}", {name: text})
            assert answer.status_code in {303, 400, 409}
    assert "<script>alert" not in (await house.get("Ana", f"/{trip_id}")).text


async def test_a_parent_who_sends_too_much_is_slowed(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trips_answers, "TOLD", replace(TOLD, hits=2))
    trip_id = await house.trip()
    answers = [
        (await house.post("Ben", f"/{trip_id}/object", {"reason": "x" * 1001})).status_code for _ in range(3)
    ]
    assert answers == [400, 400, 429]


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
async def test_countries_and_days_are_said_in_the_language_of_the_reader(house: House, language: str) -> None:
    trip_id = await house.trip()
    await house.consent("Ben", trip_id)
    page = await house.get("Ana", f"/{trip_id}?lang={language}")
    assert {"nl": "Spanje", "fr": "Espagne", "de": "Spanien"}[language] in words(page)
    assert day(LAST, language) in words(page)
