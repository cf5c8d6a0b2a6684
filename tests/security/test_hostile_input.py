"""Everything that can be sent to every form and every errand: a clear answer, never a fall, and nothing comes back unescaped."""

import html
import json
from html.parser import HTMLParser
from typing import Any

import httpx
import pytest
from sqlmodel import select

from mediation.tables import ChildRow, PersonRow
from notifications.tables import OutboxRow
from portal import jobs
from tests.security.house import Browser, Door, House, examples
from tests.security.test_roles import FORM, LAST, WHO, address
from tests.visitor import check_page

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])

SCRIPT, SUM, MARK = "<script>alert(1)</script>", "{{7*7}}", "zq-typed-here"
TEXTS = {
    "nothing": "",
    "too much": "x" * 100_000,
    "a script": SCRIPT,
    "a template": SUM + "{% for x in y %}${7*7}#{7*7}",
    "new lines": "a\r\nBcc: x@example.be\r\n\r\n<b>",
    "a NUL": "a\x00b",
    "a lone surrogate": "\ud800",
    "no such day": "2027-02-30",
    "no such hour": "2027-02-30T25:61",
    "the first day": "0001-01-01T00:00",
    "the last day": "9999-12-31T23:59",
    "a number": "-99999999999999999999",
    "no number": "nan",
    "an id": "00000000-0000-0000-0000-000000000000",
    "a list": "[]",
    "signs": "\u202e\U0001f600';--\"\\%s%n",
}


class _Fields(HTMLParser):
    """The names of every field on a page, by the address its form is sent to."""

    def __init__(self, here: str) -> None:
        super().__init__()
        self.here, self.action = here, ""
        self.found: dict[str, set[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "form":
            self.action = said.get("action") or self.here
            self.found.setdefault(self.action, set())
        elif tag in {"input", "select", "textarea", "button"} and said.get("name") and self.action:
            self.found[self.action].add(str(said["name"]))

    def handle_endtag(self, tag: str) -> None:
        self.action = "" if tag == "form" else self.action


async def fields_of(house: House, browser: Browser) -> dict[str, set[str]]:
    """What every form that this person can see asks for."""
    found: dict[str, set[str]] = {}
    for door in house.doors():
        if door.method == "GET" and not door.is_api and door.name != "GET /exit":
            path = address(door, house.ours.ids)
            answer = await browser.send("GET", path)
            if answer.status_code == 200 and answer.headers["content-type"].startswith("text/html"):
                reader = _Fields(path)
                reader.feed(answer.text)
                for action, names in reader.found.items():
                    found.setdefault(action, set()).update(names - {"_csrf_token"})
    return found


def sound(door: Door, what: str, answer: httpx.Response) -> None:
    said = (door.name, what, answer.status_code)
    assert answer.status_code < 500, said
    if answer.headers.get("content-type", "").startswith("text/html"):
        if "content-disposition" not in answer.headers:  # a page to keep is one file, with its own style
            check_page(answer.text)
        assert answer.text or answer.is_redirect, said
    if answer.headers.get("content-type", "").startswith("application/problem+json"):
        assert answer.json()["title"], said
    assert SCRIPT not in answer.text, said
    assert ">49<" not in answer.text, said
    assert "Traceback" not in answer.text, said


def posts(house: House, who: str, *, api: bool) -> list[Door]:
    return [
        door
        for door in house.doors()
        if door.method not in {"GET", "HEAD"}
        and door.is_api is api
        and who in WHO[door.name]
        and door.name not in LAST
    ]


@pytest.mark.parametrize("who", ["Ana", "Mia", "Nora", "nobody"])
async def test_every_form_takes_anything(who: str, house: House) -> None:
    browser = await house.browser(who)
    await browser.send("POST", "/confirm")  # fetches the form token
    known = await fields_of(house, browser)
    assert browser.token
    asked = 0
    for door in posts(house, who, api=False):
        path = address(door, house.ours.ids)
        names = known.get(path, set()) | set(FORM.get(door.name, ())) | {"unforeseen"}
        for what, text in TEXTS.items():
            if what == "too much" and len(names) > 9:
                form = dict.fromkeys(names, "x" * (900_000 // len(names)))
            else:
                form = dict.fromkeys(names, text)
            encoded = "&".join(f"{name}={_encoded(value)}" for name, value in form.items())
            answer = await browser.client.post(path, content=encoded.encode(), headers=_form(browser))
            sound(door, what, answer)
            assert answer.status_code != 403, "a form without its token proves nothing"
            asked += 1
        await browser.forget_how_often()
    assert asked > 30


def _encoded(text: str) -> str:
    from urllib.parse import quote_plus

    return quote_plus(text.encode("utf-8", "surrogatepass"))


def _form(browser: Browser) -> dict[str, str]:
    kind = "application/x-www-form-urlencoded"
    return {"content-type": kind, "x-csrftoken": browser.token, "accept-language": "en"}


async def test_every_form_takes_any_kind_of_body(house: House) -> None:
    browser = await house.browser("Ana")
    await browser.send("POST", "/confirm")  # fetches the token
    bodies = {
        "no type": ({}, b"a=b"),
        "json": ({"content-type": "application/json"}, b"{"),
        "deep json": ({"content-type": "application/json"}, b"[" * 100_000),
        "xml": (
            {"content-type": "application/xml"},
            b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        ),
        "half multipart": (
            {"content-type": "multipart/form-data; boundary=x"},
            b"--x\r\nContent-Disposition: form-da",
        ),
        "no boundary": ({"content-type": "multipart/form-data"}, b"--x"),
        "a file": (
            {"content-type": "multipart/form-data; boundary=x"},
            b'--x\r\nContent-Disposition: form-data; name="name"; filename="../a.html"\r\n\r\n<b>\r\n--x--\r\n',
        ),
        "no utf-8": ({"content-type": "application/x-www-form-urlencoded"}, b"name=%ff%fe&\xff=1"),
        "many fields": (
            {"content-type": "application/x-www-form-urlencoded"},
            b"&".join(b"a%d=1" % n for n in range(20_000)),
        ),
        "odd charset": ({"content-type": "application/x-www-form-urlencoded; charset=nonsense"}, b"name=a"),
    }
    for door in posts(house, "Ana", api=False):
        for what, (headers, body) in bodies.items():
            said = {"x-csrftoken": browser.token, **headers}
            answer = await browser.client.post(address(door, house.ours.ids), content=body, headers=said)
            sound(door, what, answer)
        await browser.forget_how_often()


async def test_too_large_a_body_gets_a_page_that_says_so(house: House) -> None:
    browser = await house.browser("Ana")
    await browser.send("POST", "/confirm")
    for path in ("/begin", f"/f/{house.ours.ids['family_id']}/trips/ask", "/sign-in"):
        answer = await browser.client.post(path, content=b"a=" + b"x" * 5_000_000, headers=_form(browser))
        assert answer.status_code in {413, 303}, path
        if answer.status_code == 413:
            check_page(answer.text)
            assert "This is too big" in answer.text
    large = {"content-type": "application/json", "x-csrftoken": browser.token}
    path = f"/api/families/{house.ours.ids['family_id']}/children"
    answer = await browser.client.post(path, content=b'{"a":"' + b"x" * 5_000_000 + b'"}', headers=large)
    assert answer.status_code == 413
    assert answer.json()["status"] == 413


def spoiled(body: Any) -> list[tuple[str, Any]]:
    """The example with each of its fields replaced by each bad value, one at a time."""
    values: list[Any] = [
        *(text for what, text in TEXTS.items() if what != "a lone surrogate"),
        None,
        True,
        -1,
        1e308,
        [],
        {},
        [[]],
        {"a": {}},
        [None],
        ["x"],
    ]
    if not isinstance(body, dict):
        return []
    return [(f"{name}={str(value)[:30]}", {**body, name: value}) for name in body for value in values]


@pytest.mark.parametrize("who", ["Ana", "Mia", "Nora"])
async def test_every_errand_takes_any_json(who: str, house: House) -> None:
    browser = await house.browser(who)
    await browser.send("POST", "/confirm")
    text = (await browser.client.get("/api/openapi.json")).text
    bodies = examples(json.loads(text))
    asked = 0
    for door in posts(house, who, api=True):
        path, body = address(door, house.ours.ids), bodies.get(door.name)
        raw = [
            b"",
            b"{",
            b"null",
            b"[]",
            b'"x"',
            b"1",
            b"[" * 50_000,
            b'{"a":' * 50_000,
            b"\xff\xfe",
            b'{"a":"\\ud800"}',
            b"{}",
            b'{"unforeseen":1}',
            b"NaN",
        ]
        headers = {"content-type": "application/json", "x-csrftoken": browser.token}
        if body is not None:
            surrogate = {name: "\ud800" if isinstance(value, str) else value for name, value in body.items()}
            raw += [json.dumps(surrogate).encode(), json.dumps({**body, "role": "admin", "id": "x"}).encode()]
        for content in raw:
            answer = await browser.client.request(door.method, path, content=content, headers=headers)
            sound(door, content[:40].decode("latin-1"), answer)
            if body is not None and b"role" in content:
                assert answer.status_code >= 400, (door.name, "a field nobody asked for is taken")
        for what, one in spoiled(body):
            answer = await browser.send(door.method, path, one)
            sound(door, what, answer)
            assert answer.status_code != 403, "a form without its token proves nothing"
            asked += 1
        await browser.forget_how_often()
        wrong = await browser.client.request(door.method, path, content=b"a=b", headers=_form(browser))
        sound(door, "a form", wrong)
    assert asked > 25


QUERIES = (
    "",
    "-1",
    "9" * 30,
    "2027-13",
    "0001-01",
    "0001-01-01",
    "9999-12",
    "9999-12-31",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "%00",
    "%ff",
    "a%0d%0ab",
)


@pytest.mark.parametrize("page", ["queries", "paths"])
async def test_any_address_can_be_asked(page: str, house: House) -> None:
    browser = await house.browser("Ana")
    for door in house.doors():
        if door.method != "GET" or door.name == "GET /exit":
            continue
        if page == "queries":
            names = ("page", "month", "view", "done", "lang", "from", "to", "limit", "then")
            for text in QUERIES:
                query = "&".join(f"{name}={text}" for name in names)
                answer = await browser.client.get(f"{door.at(house.ours.ids)}?{query}")
                sound(door, query, answer)
        else:
            for text in (
                "..%2f..%2fetc%2fpasswd",
                "%00",
                "%ff",
                "a%0d%0aSet-Cookie:a=b",
                "x" * 5000,
                "-1",
                "9" * 25,
                "%3Cscript%3Ealert(1)%3C/script%3E",
            ):
                path = door.path
                for name in door.named:
                    path = (
                        path.replace(f"{{{name}}}", text, 1)
                        if name != "family_id" or len(door.named) == 1
                        else path
                    )
                answer = await browser.client.get(path.format(**house.ours.ids))
                sound(door, text[:30], answer)
                assert "a" not in answer.cookies


async def test_what_was_typed_is_shown_again_escaped(house: House) -> None:
    """One field wrong, another one typed: the typed one is kept."""
    browser = await house.browser("Ana")
    family = house.ours.ids["family_id"]
    typed = f"{MARK} {SCRIPT} {SUM}"
    forms = {
        f"/f/{family}/family/children": {"given_name": typed, "born": "2027-02-30", "community": "FL"},
        f"/f/{family}/trips/ask": {"address": typed, "carrier": typed, "depart_at": "2027-02-30T09:00"},
        "/settings/tokens": {"token_name": typed, "scope": "everything"},
    }
    for path, form in forms.items():
        answer = await browser.send("POST", path, form)
        assert answer.status_code == 400, path
        assert html.escape(SCRIPT, quote=False) in answer.text.replace("&#34;", '"'), path
        assert MARK in answer.text, path
        assert SCRIPT not in answer.text
        assert SUM in answer.text


async def test_names_with_code_in_them_stay_text_everywhere(house: House) -> None:
    """Stored in the name of a parent, a child, a place, a device and a trip; read on every page, in the feed and in every message."""
    world, ids = house.world, house.ours.ids
    name = f"{SCRIPT}{SUM}"
    async with world.database.writing() as session:
        for row in [
            *(await session.exec(select(PersonRow))).all(),
            *(
                await session.exec(select(ChildRow).where(ChildRow.family_id == house.ours.couple.family_id))
            ).all(),
        ]:
            if isinstance(row, PersonRow):
                row.name = name
            else:
                row.given_name = name
            session.add(row)
    await house.ours.couple.trip(
        house.ours.couple.ana, address=name, phone=name, carrier=name, return_details=name
    )
    ana = await house.browser("Ana")
    assert (
        await ana.send("POST", f"/f/{ids['family_id']}/calendar/devices", {"name": name})
    ).status_code < 400
    shown = 0
    for who in ("Ana", "Ben", "Mia", "Lia", "Nora"):
        browser = await house.browser(who)
        for door in house.doors():
            if door.method == "GET" and door.name != "GET /exit":
                answer = await browser.send("GET", address(door, ids))
                if not door.is_api:  # JSON carries what was said; it is never read as a page
                    sound(door, "a stored name", answer)
                    shown += SUM in answer.text
                else:
                    assert "html" not in answer.headers.get("content-type", "") or answer.status_code == 404
    assert shown > 20
    feed = (await ana.send("GET", f"/agenda/{ids['rest']}")).text
    assert "BEGIN:VEVENT" in feed
    await jobs.send_messages(world.service)
    mails = [path.read_text() for path in world.service.settings.mail_folder.glob("*.eml")]
    assert len(mails) > 5
    for text in (feed, *mails):
        assert "script" not in text
        assert "7*7" not in text
        assert ">49<" not in text
    async with world.database.reading() as session:
        facts = json.dumps([row.facts for row in (await session.exec(select(OutboxRow))).all()])
    assert "script" not in facts
