"""Consents as parents give and take them back, objections and wishes, and a court's word: on pages and over JSON."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete, update
from sqlmodel import select

from mediation.people import Profession
from mediation.usecases import certificate, certificate_check, consent
from notifications.tables import OutboxRow
from parenting_plans.consents import Scope
from parenting_plans.tables import ConsentRow
from parenting_plans.values import CountryStay
from portal import jobs, own_settings
from portal.languages import moment
from portal.tables import WebSessionRow
from tests.portal.trips_house import HOSTILE, LAST, SOON, Browser, House, at, house_of, words
from tests.visitor import Visitor
from tests.world import World

DAY = timedelta(days=1)
BOTH = pytest.mark.parametrize("dialect", ["sqlite", "postgres"])
ONE = pytest.mark.parametrize("dialect", ["sqlite"])


@pytest.fixture
async def house(world: World, visitor: Browser) -> House:
    return await house_of(world, visitor)


def travel(house: House, path: str = "") -> str:
    return f"/f/{house.couple.family_id}/travel{path}"


def api(house: House, path: str) -> str:
    return f"/api/families/{house.couple.family_id}{path}"


async def seen(house: House, who: str, path: str = "") -> str:
    return words(await house.browsers[who].get(travel(house, path)))


def general(house: House, **said: Any) -> dict[str, Any]:
    return {
        **house.answer(countries=["SCHENGEN"], valid_from=f"{SOON - 5 * DAY}", valid_to=f"{SOON + 90 * DAY}"),
        **said,
    }


async def mediator(house: House, visitor: Browser, name: str = "Mia") -> Visitor:
    person = await house.couple.world.person(name, Profession.MEDIATOR)
    await house.couple.ask(person)
    return await visitor().sign_in_as(person)


async def given_general(house: House, by: str = "Ben") -> UUID:
    scope = Scope(house.couple.children, ("SCHENGEN",), SOON - 5 * DAY, SOON + 90 * DAY)
    return UUID(
        str(
            await house.couple.world.run(
                house.person(by), consent.give_general, house.couple.family_id, scope
            )
        )
    )


# A consent with all that it can say


@ONE
async def test_a_consent_says_who_where_until_when_and_on_what_conditions(house: House) -> None:
    trip_id = await house.trip(adults=("Sam Peeters",))
    filled = (await house.get("Ben", f"/{trip_id}/consent")).text
    assert "Sam Peeters</textarea>" in filled
    said = house.answer(
        company="named",
        adults="Sam Peeters\nTess",
        conditions="Call every other day.",
        return_on=f"{LAST}",
        transit="on",
    )
    review = words(await house.post("Ben", f"/{trip_id}/consent", {**said, "step": "look"}))
    await house.post("Ben", f"/{trip_id}/consent", said)
    for page in (
        review,
        words(await house.get("Ana", f"/{trip_id}")),
        words(await house.get("Ben", f"/{trip_id}")),
    ):
        assert "Sam Peeters, Tess" in page
        assert "Call every other day." in page
        assert "until 23:59 Brussels time." in page
        assert "Also stops on the way in other countries." in page
    assert "Agreed" in words(await house.get("Ana", f"/{trip_id}"))


@ONE
async def test_who_comes_along_and_is_not_named_is_said_to_both(house: House) -> None:
    trip_id = await house.trip(adults=("Sam", "Tess"))
    await house.consent("Ben", trip_id, adults=("Sam",))
    for who in ("Ana", "Ben"):
        page = words(await house.get(who, f"/{trip_id}"))
        assert "The consent names other adults than those who come along." in page
        assert "Not named: Tess." in page


@ONE
async def test_after_a_change_only_what_is_open_is_asked_for(house: House) -> None:
    trip_id = await house.trip()
    await house.post("Ben", f"/{trip_id}/consent", house.answer(return_on=f"{LAST}"))
    typed = house.typed_in((await house.get("Ana", f"/{trip_id}/change")).text)
    later = {**typed, "return_at": f"{LAST + 2 * DAY}T10:00"}
    asking = await house.get("Ana", f"/{trip_id}/change")
    assert "No answer is not a yes: what is open stays open until it is consented to." in words(asking)
    assert (await house.post("Ana", f"/{trip_id}/change", later)).status_code == 303
    for who in ("Ana", "Ben"):
        page = words(await house.get(who, f"/{trip_id}"))
        assert "Agreed in part" in page
        assert "The children come back later than the consent says." in page
    filled = house.typed_in((await house.get("Ben", f"/{trip_id}/consent")).text)
    assert (filled["valid_from"], filled["valid_to"]) == (f"{LAST + DAY}", f"{LAST + 2 * DAY}")
    assert (await house.post("Ben", f"/{trip_id}/consent", {**filled, "step": "confirm"})).status_code == 303
    assert "Agreed in part" not in words(await house.get("Ana", f"/{trip_id}"))


# For every trip


@ONE
async def test_a_consent_for_every_trip_covers_those_of_the_other_parent_alone(house: House) -> None:
    page = await seen(house, "Ben", "/consent")
    assert "Who gives no consent for every trip has consented to none." in page
    form = general(house)
    review = words(await house.browsers["Ben"].post(travel(house, "/consent"), {**form, "step": "look"}))
    assert "You consent to every trip of Ana" in review
    assert "until 23:59 Brussels time." in review
    assert "None. A consent for one trip" in await seen(house, "Ana")
    assert (await house.browsers["Ben"].post(travel(house, "/consent"), form)).status_code == 303
    for who, said in (("Ben", "You consented"), ("Ana", "Ben consented")):
        assert said in await seen(house, who)
    anas, bens = await house.trip("Ana"), await house.trip("Ben")
    assert "Agreed" in words(await house.get("Ben", f"/{anas}"))
    assert "Asked, no answer yet" in words(await house.get("Ana", f"/{bens}"))


@ONE
async def test_a_consent_for_every_trip_elsewhere_leaves_this_one_asked_for(house: House) -> None:
    scope = Scope(house.couple.children, ("MA",), SOON - 5 * DAY, SOON + 90 * DAY)
    await house.couple.world.run(house.couple.ben, consent.give_general, house.couple.family_id, scope)
    page = words(await house.get("Ana", f"/{await house.trip()}"))
    assert "Asked, no answer yet" in page
    assert "There is no consent for this trip yet." in page
    assert "Morocco" not in page


@ONE
async def test_both_parents_see_and_do_the_same(house: House) -> None:
    pages = []
    for by, other in (("Ana", "Ben"), ("Ben", "Ana")):
        await given_general(house, by)
        found = [await seen(house, who, path) for who in (by, other) for path in ("", "/consent")]
        swap = {by: "G", other: "O"}
        pages.append(
            [re.sub(r"\b(Ana|Ben)\b", lambda name, swap=swap: swap[name[0]], page) for page in found]
        )
        async with house.couple.world.database.writing() as session:
            await session.exec(delete(ConsentRow))  # and then the other way round
    without_times = [[re.sub(r"\d\d:\d\d", "", page) for page in found] for found in pages]
    assert without_times[0] == without_times[1]


# Taking it back


@ONE
async def test_a_withdrawal_for_later_is_its_authors_alone_and_can_come_sooner(house: House) -> None:
    trip_id = await house.trip()
    given = await house.consent("Ben", trip_id)
    path = f"/{trip_id}/consents/{given}/withdraw"
    before = words(await house.get("Ana", f"/{trip_id}"))
    when = (datetime.now(UTC) + 10 * DAY).replace(second=0, microsecond=0)
    assert (await house.post("Ben", path, {"when": "later", "ends_at": ""})).status_code == 400
    too_late = await house.post(
        "Ben", path, {"when": "later", "ends_at": f"{datetime.now(UTC) + 32 * DAY:%Y-%m-%dT%H:%M}"}
    )
    assert "Choose a moment within 30 days." in words(too_late)
    wall = when.astimezone(at(0).tzinfo)
    assert (
        await house.post("Ben", path, {"when": "later", "ends_at": f"{wall:%Y-%m-%dT%H:%M}"})
    ).status_code == 303
    assert words(await house.get("Ana", f"/{trip_id}")) == before
    own = words(await house.get("Ben", f"/{trip_id}"))
    assert f"Withdrawn from {moment(when, 'en')} on; only you know this until then." in own
    assert "Let the withdrawal count sooner" in own
    assert f"You withdrew it from {moment(when, 'en')} on." in words(await house.get("Ben", path))
    assert (
        await house.post("Ben", path, {"when": "later", "ends_at": f"{wall + DAY:%Y-%m-%dT%H:%M}"})
    ).status_code == 409
    assert (await house.post("Ben", path, {"when": "now"})).status_code == 303
    assert "Ben withdrew the consent" in words(await house.get("Ana", f"/{trip_id}"))
    assert await jobs.tell_withdrawals(house.couple.world.service) == 0


@BOTH
async def test_whoever_accompanies_the_family_is_told_of_consents_and_withdrawals(
    house: House, visitor: Browser
) -> None:
    await mediator(house, visitor)
    world, trip_id = house.couple.world, await house.trip()
    mia = world.people["Mia"]

    async def told() -> int:
        async with world.database.reading() as session:
            rows = await session.exec(
                select(OutboxRow).where(OutboxRow.to_id == mia.id, OutboxRow.kind == "trip")
            )
            return len(rows.all())

    given = await house.consent("Ben", trip_id)
    assert await told() == 1
    now = world.now
    await world.run(house.couple.ben, consent.withdraw, house.couple.family_id, given, now + DAY)
    assert await told() == 1
    assert not await consent.begin_to_count(
        world.database.writing, house.couple.family_id, given, now, key=world.keys.journal
    )
    counted = await consent.begin_to_count(
        world.database.writing, house.couple.family_id, given, now + DAY, key=world.keys.journal
    )
    assert counted
    assert await told() == 2
    assert await house.told() == {
        "Ben": 3,
        "Ana": 2,
    }  # asked, consent and receipt; receipt at once, word when it counts


@ONE
async def test_a_certificate_counts_until_a_withdrawal_does(house: House) -> None:
    world, family = house.couple.world, house.couple.family_id
    given = await house.consent("Ben", await house.trip())
    paper = await world.run(
        house.couple.ana, certificate.issue_for, family, given, "https://agenda.example.be"
    )
    await world.run(house.couple.ben, consent.withdraw, family, given, world.now + DAY)
    asked = certificate_check.Asked(paper.text)
    async with world.database.reading() as session:
        for moment_, state in ((DAY - timedelta(seconds=1), "valid"), (DAY, "withdrawn")):
            answer = await certificate_check.look(session, asked, world.keys.vault, world.now + moment_)
            assert answer.state.value == state


@ONE
async def test_i_did_not_give_this(house: House) -> None:
    nora, _otto, _kim = await house.couple.world.centre()
    trip_id = await house.trip()
    given = await house.consent("Ben", trip_id)
    page = words(await house.get("Ben", f"/{trip_id}"))
    assert "You did not give this consent yourself? You can say so until" in page
    assert "did not give this" not in words(await house.get("Ana", f"/{trip_id}"))
    assert (await house.post("Ana", f"/{trip_id}/consents/{given}/disown")).status_code == 409
    assert (await house.post("Ben", f"/{trip_id}/consents/{given}/disown")).status_code == 303
    for who in ("Ana", "Ben"):
        after = words(await house.get(who, f"/{trip_id}"))
        assert "Never counted" in after
        assert "Agreed" not in after
    async with house.couple.world.database.reading() as session:
        rows = (await session.exec(select(OutboxRow).where(OutboxRow.to_id == nora.id))).all()
    assert [row.kind for row in rows] == ["staff_alert"]
    assert (await house.post("Ben", f"/{trip_id}/consents/{given}/disown")).status_code == 409
    assert (await house.get("Ben", f"/{trip_id}/consents/{given}/withdraw")).status_code == 409


@ONE
async def test_after_two_days_it_is_too_late_to_say_so(house: House) -> None:
    world = house.couple.world
    now, trip_id = world.now, await house.trip()
    world.now = now - timedelta(hours=49)
    given = await house.consent("Ben", trip_id)
    world.now = now
    assert "You did not give this consent yourself?" not in words(await house.get("Ben", f"/{trip_id}"))
    assert (await house.post("Ben", f"/{trip_id}/consents/{given}/disown")).status_code == 409


@ONE
async def test_what_binds_needs_a_password_shown_a_moment_ago(house: House) -> None:
    given = await given_general(house)
    async with house.couple.world.database.writing() as session:
        await session.exec(update(WebSessionRow).values(fresh_at=datetime.now(UTC) - timedelta(minutes=6)))
    for path in ("/consent", f"/consents/{given}/withdraw"):
        assert "Confirm that it is you" in await seen(house, "Ben", path)
        answer = await house.browsers["Ben"].post(travel(house, path), general(house))
        assert "Confirm that it is you" in words(answer)
    disown = await house.browsers["Ben"].post(travel(house, f"/consents/{given}/disown"))
    assert "Confirm that it is you" in words(disown)
    assert (await house.browsers["Ben"].post(travel(house, "/wish"), {"reason": ""})).status_code == 303


@ONE
async def test_what_a_consent_for_every_trip_holds_is_shown_before_it_is_withdrawn(house: House) -> None:
    given = await given_general(house)
    path = f"/consents/{given}/withdraw"
    assert "No trip that is still to come rests on this consent" in await seen(house, "Ben", path)
    trip_id = await house.trip()
    page = await house.browsers["Ben"].get(travel(house, path))
    assert "No trip that is still to come" not in words(page)
    assert "The consent was withdrawn, so there is none for this trip now." in words(page)
    assert f"/trips/{trip_id}" in page.text
    await house.consent("Ben", trip_id)  # now that trip rests on one of its own too
    assert "No trip that is still to come rests on this consent" in await seen(house, "Ben", path)


@BOTH
async def test_nobody_drafts_a_consent_for_somebody_else(house: House, visitor: Browser) -> None:
    """The traveller, mediators, lawyers, the centre and strangers do not even find where it is given."""
    trip_id, given = await house.trip(), await given_general(house)
    world = house.couple.world
    knocking = {"Mia": await mediator(house, visitor)}
    for name, profession in (
        ("Leo", Profession.FAMILY_LAWYER),
        ("Nora", Profession.CENTRE_PSYCH),
        ("Sam", Profession.NONE),
    ):
        knocking[name] = await visitor().sign_in_as(await world.person(name, profession))
    whole = {
        "children": [str(one) for one in house.couple.children],
        "countries": ["ES"],
        "valid_from": f"{SOON}",
        "valid_to": f"{LAST}",
    }
    for name, browser in knocking.items():
        for path in (
            f"{house.path}/{trip_id}/consent",
            travel(house, "/consent"),
            travel(house, f"/consents/{given}/withdraw"),
        ):
            assert (await browser.get(path)).status_code == 404, (name, path)
            assert (await browser.post(path, house.answer())).status_code == 404, (name, path)
        for path in (f"/trips/{trip_id}/consents", "/consents", f"/consents/{given}/disowning"):
            assert (await browser.json("POST", api(house, path), whole)).status_code == 404, (name, path)
        for path in ("/wish", f"/consents/{given}/disown"):
            assert (await browser.post(travel(house, path), {})).status_code == 404, (name, path)
    assert (await house.post("Ana", f"/{trip_id}/consent", house.answer())).status_code == 409
    assert (await house.browsers["Ana"].get(travel(house, f"/consents/{given}/withdraw"))).status_code == 404
    assert [one["id"] for one in (await house.browsers["Ben"].get(api(house, "/consents"))).json()] == [
        str(given)
    ]


# Objections and wishes


@ONE
async def test_objections_and_a_wish_stand_on_one_page_with_what_the_law_offers(
    house: House, visitor: Browser
) -> None:
    mia = await mediator(house, visitor)
    trip_id = await house.trip()
    await house.post("Ben", f"/{trip_id}/object", {"reason": "School begins."})
    assert (
        await house.browsers["Ben"].post(travel(house, "/wish"), {"reason": "They said they would stay."})
    ).status_code == 303
    own, others = await seen(house, "Ben"), await seen(house, "Ana")
    professional = words(await mia.get(travel(house)))
    for page in (own, others, professional):
        assert "School begins." in page
    assert "article 374/1 of the old Civil Code" in own
    assert "They said they would stay." in own
    assert "They said they would stay." in professional
    assert "They said they would stay." not in others
    assert "Put my wish on record" in others  # as if there were none
    assert (await house.browsers["Ben"].post(travel(house, "/wish"), {"reason": ""})).status_code == 409
    [wish] = (await house.browsers["Ben"].get(api(house, "/travel"))).json()["wishes"]
    assert (await house.browsers["Ana"].get(api(house, "/travel"))).json()["wishes"] == []
    assert (await house.browsers["Ana"].post(travel(house, f"/wish/{wish['id']}/end"))).status_code == 404
    assert (await house.browsers["Ben"].post(travel(house, f"/wish/{wish['id']}/end"))).status_code == 303
    assert "Withdrawn" in await seen(house, "Ben")
    assert (
        await house.browsers["Ben"].post(travel(house, "/wish"), {"reason": "x" * 1001})
    ).status_code == 400


# A court's word


def decision(house: House, **said: Any) -> dict[str, Any]:
    whole = {
        "kind": "ban", "about": "A", "children": [str(one) for one in house.couple.children], "valid_from": f"{SOON - DAY}",
        "court": "Family court, Ghent", "reference": "27/123/A", "decided_on": f"{datetime.now(UTC) - 2 * DAY:%Y-%m-%d}", "given": "on",
    }  # fmt: skip
    return {**whole, **said}


@ONE
async def test_a_ban_stands_over_a_consent_until_it_counts_no_more(house: House, visitor: Browser) -> None:
    leo = await house.couple.world.person("Leo", Profession.FAMILY_LAWYER)
    await house.couple.ask(leo)
    lawyer = await visitor().sign_in_as(leo)
    trip_id, bens = await house.trip(), await house.trip("Ben")
    await house.consent("Ben", trip_id)
    await house.consent("Ana", bens)
    note = travel(house, "/decisions/note")
    not_given = await lawyer.post(
        note, {key: value for key, value in decision(house).items() if key != "given"}
    )
    assert not_given.status_code == 400
    assert (await lawyer.post(note, decision(house))).status_code == 303
    for who in ("Ana", "Ben"):
        page = words(await house.get(who, f"/{trip_id}"))
        assert "A decision of a court does not allow this trip." in page
        assert "A court does not allow it" in page
        assert "Agreed" in words(await house.get(who, f"/{bens}"))
        record = await seen(house, who)
        assert "Travel is not allowed" in record
        assert "Leo" not in record
        assert "27/123/A" not in record
    # Each was asked once, told of a consent and of the decision, and got one receipt.
    assert await house.told() == {"Ana": 4, "Ben": 4}
    own = (await lawyer.get(travel(house))).text
    assert f'href="/f/{house.couple.family_id}"' not in own  # a family has no page of that address
    [row] = (await lawyer.get(api(house, "/travel"))).json()["decisions"]
    assert (row["court"], row["reference"]) == ("Family court, Ghent", "27/123/A")
    assert (await house.browsers["Ana"].get(api(house, "/travel"))).json()["decisions"][0]["court"] is None
    assert (await lawyer.post(travel(house, f"/decisions/{row['id']}/end"))).status_code == 303
    assert "Agreed" in words(await house.get("Ana", f"/{trip_id}"))
    assert (await lawyer.post(travel(house, f"/decisions/{row['id']}/end"))).status_code == 409


@BOTH
async def test_a_permission_needs_no_consent_beside_it(house: House, visitor: Browser) -> None:
    mia = await mediator(house, visitor)
    trip_id = await house.trip(stays=(CountryStay("ES", 7),))
    said = {**decision(house, kind="permission", countries=["SCHENGEN"], valid_to=f"{LAST}"), "given": True}
    made = await mia.json("POST", api(house, "/travel/decisions"), said)
    assert made.status_code == 201, made.text
    for who in ("Ana", "Ben"):
        seen_by = (await house.browsers[who].get(api(house, f"/trips/{trip_id}"))).json()
        assert (seen_by["standing"], seen_by["gaps"]) == ("agreed", [])
    assert (
        await mia.json("POST", api(house, f"/travel/decisions/{made.json()['id']}/end"))
    ).status_code == 204
    assert (await house.browsers["Ana"].get(api(house, f"/trips/{trip_id}"))).json()["standing"] == "asked"


@ONE
async def test_parents_and_strangers_note_no_decision(house: House, visitor: Browser) -> None:
    sam = await visitor().sign_in_as(await house.couple.world.person("Sam"))
    for browser in (*house.browsers.values(), sam):
        assert (await browser.get(travel(house, "/decisions/note"))).status_code == 404
        assert (await browser.post(travel(house, "/decisions/note"), decision(house))).status_code == 404
        assert (await browser.post(travel(house, f"/decisions/{uuid4()}/end"))).status_code == 404
    assert (await sam.get(travel(house))).status_code == 404


# Over JSON


@BOTH
async def test_the_way_of_a_consent_for_every_trip_over_json(house: House) -> None:
    ben, ana = house.browsers["Ben"], house.browsers["Ana"]
    whole = {
        "children": [str(one) for one in house.couple.children], "countries": ["EU"], "valid_from": f"{SOON}", "valid_to": f"{LAST}",
        "adults": ["Sam"], "transit": True, "return_on": f"{LAST}", "conditions": "Call.",
    }  # fmt: skip
    made = await ben.json("POST", api(house, "/consents"), whole)
    assert made.status_code == 201
    own = api(house, f"/consents/{made.json()['id']}")
    shown = (await ana.get(own)).json()
    assert {key: shown[key] for key in whole} == whole
    assert (shown["trip"], shown["counts"], shown["residence"]) == (None, True, "BE")
    later = (datetime.now(UTC) + 3 * DAY).isoformat()
    assert (await ben.json("POST", f"{own}/withdrawal", {"ends_at": later})).status_code == 204
    assert (await ana.get(own)).json() == shown
    assert datetime.fromisoformat((await ben.get(own)).json()["ends_at"]) == datetime.fromisoformat(later)
    assert (await ben.json("POST", f"{own}/withdrawal", {"ends_at": later})).status_code == 409
    assert (await ana.json("POST", f"{own}/withdrawal", {})).status_code == 409
    assert (await ben.json("POST", f"{own}/disowning")).status_code == 204
    after = (await ana.get(own)).json()
    assert (after["counts"], after["ends_at"]) == (False, after["given_at"])


@ONE
async def test_a_token_may_wish_but_neither_consent_nor_withdraw(house: House, visitor: Browser) -> None:
    given = await given_general(house)
    async with house.couple.world.database.writing() as session:
        token = await own_settings.create_token(
            session, house.couple.ben, "script", "write", datetime.now(UTC)
        )
    client, headers = visitor().client, {"authorization": f"Bearer {token}"}
    whole = {
        "children": [str(one) for one in house.couple.children],
        "countries": ["EU"],
        "valid_from": f"{SOON}",
        "valid_to": f"{LAST}",
    }
    for path, body in (
        ("/consents", whole),
        (f"/consents/{given}/withdrawal", {}),
        (f"/consents/{given}/disowning", None),
    ):
        assert (await client.post(api(house, path), json=body, headers=headers)).status_code == 403, path
    assert (
        await client.post(api(house, "/travel/wishes"), json={"reason": ""}, headers=headers)
    ).status_code == 201


@ONE
async def test_nothing_typed_breaks_a_page(house: House, visitor: Browser) -> None:
    mia = await mediator(house, visitor)
    given = await given_general(house)
    for text in HOSTILE:
        for names in (
            ("children", "countries", "country_1"),
            ("valid_from", "return_on"),
            ("adults", "residence", "conditions"),
        ):
            form = general(house, step="look", company="named", **dict.fromkeys(names, text))
            answer = await house.browsers["Ben"].post(travel(house, "/consent"), form)
            assert answer.status_code in {200, 400}, (names, text)
            assert "<script>alert" not in answer.text
        path = travel(house, f"/consents/{given}/withdraw")
        answer = await house.browsers["Ben"].post(path, {"when": "later", "ends_at": text})
        assert answer.status_code == 400, text
        for names in (
            ("kind", "about"),
            ("children", "country_1"),
            ("valid_from", "valid_to"),
            ("court", "reference", "decided_on"),
        ):
            noted = await mia.post(
                travel(house, "/decisions/note"), decision(house, **dict.fromkeys(names, text))
            )
            assert noted.status_code in {303, 400}, (names, text)
            assert "<script>alert" not in noted.text
    for text in HOSTILE[:4]:
        wished = await house.browsers["Ben"].post(travel(house, "/wish"), {"reason": text})
        assert wished.status_code in {303, 400, 409}, text
    assert "<script>alert" not in (await mia.get(travel(house))).text
