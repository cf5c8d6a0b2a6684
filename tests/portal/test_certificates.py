"""The certificate of a consent as a file: for both parents alike, in the languages they choose, while the consent counts."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import httpx
import pypdf
import pytest

from mediation.people import Profession
from parenting_plans import certificate_languages
from parenting_plans.values import ZONE
from tests.portal.trips_house import Browser, House, house_of, words
from tests.world import World

on_sqlite = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
CODE = re.compile(r"(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}")


@pytest.fixture
async def house(world: World, visitor: Browser) -> House:
    return await house_of(world, visitor)


async def consented(house: House) -> str:
    """The place of the certificate of Ben's consent to Ana's trip."""
    return f"/consents/{await house.consent('Ben', await house.trip())}/certificate"


async def pdf(house: House, who: str, place: str, language: str = "en", border: str = "es") -> httpx.Response:
    sent = await house.post(who, place, {"language": language, "border": border})
    assert sent.status_code == 303, sent.text
    return await house.follow_as(who, sent)


def text_of(answer: httpx.Response) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(answer.content)).pages)


def code_in(answer: httpx.Response) -> str:
    found = CODE.search(text_of(answer))
    assert found is not None
    return found[0]


async def said_of(house: House, code: str) -> str:
    """What the public page says about a code typed by anyone."""
    page = (await house.browsers["Ana"].post("/check/travel", {"code": code.lower()})).text
    return next(
        word for word in ("Valid", "Withdrawn", "Expired", "Not known") if f"<h2>{word}</h2>" in page
    ).lower()


async def test_both_parents_get_the_same_file_of_the_same_certificate(house: House) -> None:
    place = await consented(house)
    first = await pdf(house, "Ana", place)
    assert first.headers["content-type"] == "application/pdf"
    assert first.headers["content-disposition"] == 'attachment; filename="document.pdf"'
    assert first.headers["cache-control"] == "no-store"
    assert (await pdf(house, "Ben", place)).content == first.content
    text = text_of(first)
    assert "Spain" in text
    assert "España" in text
    assert "Travel authorisation for a child" in text
    other = await pdf(house, "Ben", place, "nl", "tr")
    assert code_in(other) == code_in(first)  # another language is no other certificate
    assert "İspanya" in text_of(other)
    page = words(await house.get("Ana", place))
    assert page.count("Counts") == 1
    consent = UUID(place.split("/")[2])
    api = f"/api/families/{house.couple.family_id}/consents/{consent}/certificate"
    said = (await house.browsers["Ben"].json("GET", api)).json()
    assert said["code"] == code_in(first)
    again = await house.browsers["Ana"].json("POST", api)
    assert again.status_code == 201
    assert again.json() == said
    file = await house.browsers["Ana"].json("GET", f"{api}/document?language=en&border=es")
    assert file.content == first.content


@on_sqlite
async def test_the_page_says_what_it_is_and_suggests_the_language_of_the_country(house: House) -> None:
    place = await consented(house)
    for who in ("Ana", "Ben"):
        answer = await house.get(who, place)
        assert "not legally binding in itself" in words(answer)
        assert "None yet." in words(answer)
        assert house.typed_in(answer.text)["border"] == "es"
        for one in certificate_languages.load():
            assert f'value="{one.code}"' in answer.text
    trip = re.findall(r"/trips/([0-9a-f-]{36})", (await house.get("Ana")).text)[0]
    assert f"{house.path}{place}" in (await house.get("Ana", f"/{trip}")).text


@on_sqlite
async def test_a_withdrawn_consent_has_no_certificate_any_more(house: House) -> None:
    from mediation.usecases import consent

    place = await consented(house)
    code = code_in(await pdf(house, "Ana", place))
    assert await said_of(house, code) == "valid"
    made = await house.post("Ana", place, {"language": "en", "border": "es"})
    await house.couple.world.run(
        house.couple.ben, consent.withdraw, house.couple.family_id, UUID(place.split("/")[2])
    )
    assert await said_of(house, code) == "withdrawn"
    assert (await house.follow_as("Ana", made)).status_code == 409
    assert (await house.post("Ana", place, {"language": "en", "border": "es"})).status_code in {400, 409}
    page = words(await house.get("Ana", place))
    assert "does not count any more" in page
    assert "Make and download" not in page


@on_sqlite
async def test_nothing_is_there_before_it_is_made_and_for_anyone_else(house: House, visitor: Browser) -> None:
    place = await consented(house)
    file = f"{place}/document.pdf?language=en&border=es"
    assert (await house.get("Ana", file)).status_code == 404
    assert (await house.get("Ana", f"/consents/{uuid4()}/certificate")).status_code == 404
    await pdf(house, "Ana", place)
    world = house.couple.world
    for person in (
        await world.person("Sam"),
        await world.person("Mia", Profession.MEDIATOR, accreditation="1"),
    ):
        browser = await visitor().sign_in_as(person)
        for path in (place, file):
            assert (await browser.get(house.path + path)).status_code == 404


@on_sqlite
@pytest.mark.parametrize(
    "typed", [{}, {"language": "es", "border": "es"}, {"language": "en", "border": "xx"}]
)
async def test_only_languages_there_are(house: House, typed: dict[str, Any]) -> None:
    place = await consented(house)
    assert (await house.post("Ana", place, typed)).status_code == 400
    wrong = "&".join(f"{name}={value}" for name, value in typed.items())
    if wrong:
        assert (await house.get("Ana", f"{place}/document.pdf?{wrong}")).status_code in {400, 404}


@on_sqlite
async def test_no_name_and_no_address_is_in_an_address_of_ours(house: House) -> None:
    place = await consented(house)
    sent = await house.post("Ana", place, {"language": "en", "border": "it"})
    where = sent.headers["location"]
    assert where == f"{house.path}{place}/document.pdf?language=en&border=it"
    text = text_of(await house.follow_as("Ana", sent))
    assert "Hotel" not in text  # the address of the stay
    checked = next(word for word in text.split() if word.endswith("/check/travel"))
    assert (await house.browsers["Ana"].get("/check/travel")).status_code == 200
    assert checked.startswith("http")


async def test_its_last_day_over_there_is_none(house: House) -> None:
    trip = await house.trip()
    today = house.couple.world.now.astimezone(ZONE).date()
    consent = await house.consent("Ben", trip, valid_from=today - timedelta(days=1), valid_to=today)
    place = f"/consents/{consent}/certificate"
    assert (await pdf(house, "Ana", place)).status_code == 200
