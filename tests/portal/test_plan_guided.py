"""Guided by section: topics that are usual first, more behind them, left out and taken in again; lists; the pattern guide."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from mediation.families import children_of
from mediation.usecases import calendar
from parenting_plans import clauses, schedule
from parenting_plans.values import Home
from tests.portal.test_plan import MONDAY, TODAY, House, form_of, on_sqlite
from tests.visitor import Visitor
from tests.world import World

CORE = [clause.code for clause in clauses.load() if clause.core]


@pytest.fixture
async def house(world: World, visitor: Callable[[], Visitor]) -> House:
    world.now = datetime.now(UTC)
    couple = await world.couple()
    house = House(couple, visitor, {})
    await house.enter("Ana", couple.ana)
    await house.enter("Ben", couple.ben)
    return house


@on_sqlite
async def test_the_overview_names_sections_and_not_every_topic(house: House):
    page = (await house.get("Ana")).text
    for letter in clauses.SECTIONS:
        assert f'href="{house.path}/draft/{letter}"' in page
    assert f'href="{house.path}/draft/B05"' not in page
    assert f"0 of the {len(CORE)} usual topics are settled." in page


@on_sqlite
async def test_a_section_shows_the_usual_topics_first(house: House):
    for letter in clauses.SECTIONS:
        page = await house.get("Ana", f"/draft/{letter}")
        assert page.status_code == 200
        of_it = [clause for clause in clauses.load() if clause.section == letter]
        places = [
            page.text.index(f"/draft/{clause.code}") for clause in sorted(of_it, key=lambda one: not one.core)
        ]
        assert places == sorted(places)
    assert (await house.get("Ana", "/draft/X")).status_code == 404
    assert (await house.post("Ana", "/draft/C", {})).status_code == 404


@on_sqlite
async def test_every_topic_opens_saves_and_goes_on(house: House):
    for clause in clauses.load():
        example = next(one.answers for one in clause.examples if one.sentence)
        page = await house.get("Ana", f"/draft/{clause.code}")
        assert page.status_code == 200
        assert 'id="mistakes"' not in page.text
        sent = {**form_of({}), **_form_of_rows(example)}
        saved = await house.post("Ana", f"/draft/{clause.code}", sent)
        # Examples name children of no family: those are refused, all others are kept.
        assert saved.status_code in (303, 400)
        if saved.status_code == 303 and not clause.core:
            assert saved.headers["location"].startswith(f"{house.path}/draft/{clause.section}?")
        assert (await house.get("Ana", f"/draft/{clause.code}")).status_code == 200
    kept = await house.kept(Home.A)
    assert len(kept) > len(clauses.load()) - 8


def _form_of_rows(answers):
    sent = {}
    for name, value in answers.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for place, row in enumerate(value):
                sent |= {f"{name}.{place}.{column}": str(one) for column, one in row.items()}
        elif isinstance(value, dict):
            sent |= {f"{name}.{part}": one for part, one in value.items()}
        elif isinstance(value, list):
            sent[name] = value
        else:
            sent[name] = str(value)
    return sent


@on_sqlite
async def test_a_topic_is_left_out_and_taken_in_again(house: House):
    await house.post("Ana", "/draft/E10", {"mode": "visit", "hours": "2"})
    left = await house.post("Ana", "/draft/E10", {"mode": "visit", "then": "aside"})
    assert left.status_code == 303
    assert (await house.kept(Home.A)) == {"E10": {}}
    assert "Not in our plan" in (await house.get("Ana", "/draft/E")).text
    assert "You left this topic out" in (await house.get("Ana", "/draft/E10")).text
    await house.post("Ana", "/draft/E10", {"mode": "party_once"})
    assert (await house.kept(Home.A)) == {"E10": {"mode": "party_once"}}
    assert "You left this topic out" not in (await house.get("Ana", "/draft/E10")).text


@on_sqlite
async def test_what_no_plan_can_do_without_cannot_be_left_out(house: House):
    assert "Leave this out" not in (await house.get("Ana", "/draft/C02")).text
    assert "Leave this out" in (await house.get("Ana", "/draft/C01")).text
    refused = await house.post("Ana", "/draft/C02", {"then": "aside"})
    assert refused.status_code == 400
    assert "No plan can do without this." in refused.text
    assert await house.draft(Home.A) is None


@on_sqlite
async def test_what_was_left_out_is_not_in_the_proposal(house: House):
    await house.drafted(house.couple.ana)
    await house.post("Ana", "/draft/F01", {"then": "aside"})
    sent = await house.post("Ana", "/review")
    assert sent.status_code == 303
    shown = await house.browsers["Ben"].get(sent.headers["location"].partition("?")[0])
    assert "Travel abroad" not in shown.text
    assert "Not in our plan" not in shown.text


@on_sqlite
async def test_a_trial_that_ends_too_early_is_said_before_proposing(house: House):
    await house.drafted(house.couple.ana)
    await house.post("Ana", "/draft/A03", {"trial": "yes", "trial_end": "2020-01-01"})
    page = await house.get("Ana", "/review")
    assert f'href="{house.path}/draft/A03#f-trial_end"' in page.text
    assert "Propose this plan" not in page.text


@on_sqlite
async def test_a_list_grows_row_by_row_and_keeps_all_that_was_typed(house: House):
    typed = {
        "agreements.0.title": "Dog",
        "agreements.0.text": "",
        "agreements.1.title": "",
        "agreements.3.title": "Cat",
        "agreements.3.text": "Stays.",
        "then": "rows",
    }
    page = await house.post("Ana", "/draft/Z01", typed)
    assert page.status_code == 200
    assert await house.draft(Home.A) is None
    for name, value in (("0.title", "Dog"), ("1.title", "Cat")):
        assert f'name="agreements.{name}" type="text" autocomplete="off" value="{value}"' in page.text
    assert 'name="agreements.3.title"' in page.text
    assert 'name="agreements.4.title"' not in page.text

    saved = await house.post("Ana", "/draft/Z01", {**typed, "then": ""})
    assert saved.headers["location"] == f"{house.path}/draft/Z01?done=kept"
    page = await house.browsers["Ana"].follow(saved)
    assert 'href="#f-agreements.0.text"' in page.text
    assert (await house.kept(Home.A))["Z01"]["agreements"] == [
        {"title": "Dog"},
        {"title": "Cat", "text": "Stays."},
    ]


@on_sqlite
async def test_an_amount_is_shown_as_it_is_kept(house: House):
    code, field = next(
        (clause.code, one) for clause in clauses.load() for one in clause.fields if one.kind == "money"
    )
    await house.post("Ana", f"/draft/{code}", {field.name: "75,5", **_what_asks(code, field)})
    page = await house.get("Ana", f"/draft/{code}")
    assert 'value="75.50"' in page.text
    assert "€" in page.text


def _what_asks(code, field):
    return {field.asked_when[0]: field.asked_when[1][0]} if field.asked_when else {}


@on_sqlite
async def test_a_growing_schedule_shows_nights_before_and_after_each_step(house: House):
    await house.drafted(house.couple.ana)
    typed = {
        "steps.0.trigger": "date",
        "steps.0.on": "2040-01-02",
        "steps.0.pattern": "2-2-3",
        "then": "look",
    }
    page = await house.post("Ana", "/draft/C05", typed)
    assert "Before and after each step" in page.text
    assert re.search("Lou, from Monday,? 2 January 2040", page.text)
    assert "C05" not in await house.kept(Home.A)


@on_sqlite
async def test_a_signed_plan_that_grows_reaches_the_calendar(house: House):
    on = (TODAY + timedelta(days=30)).isoformat()
    steps = [{"trigger": "date", "on": on, "pattern": "2-2-3"}]
    couple = house.couple
    couple.world.now -= timedelta(days=3)
    await couple.sealed_plan(C05={"steps": steps})
    async with couple.world.database.reading() as session:
        versions = await calendar.in_force(session, couple.family_id)
        children = await children_of(session, couple.family_id)
    assert {step.child for step in versions[0].terms.steps} == {child.id for child in children}
    first = date.fromisoformat(on) + timedelta(days=1)
    for child in children:
        nights = schedule.nights(versions, child.for_schedule, first, 60)
        assert "C05" in {night.because.clause for night in nights}


@on_sqlite
async def test_the_pattern_guide_keeps_nothing_and_leads_into_the_draft(house: House):
    page = await house.get("Ana", "/pattern")
    assert page.status_code == 200
    assert 'class="strip"' not in page.text
    asked = {"age": "0-2", "apart": "3", "midweek": "yes"}
    shown = await house.post("Ana", "/pattern", asked)
    assert shown.status_code == 200
    assert 2 <= shown.text.count('class="strip"') <= 3
    assert "not advice" in shown.text
    assert await house.draft(Home.A) is None
    assert f'href="{house.path}/draft/C02?pattern=2-2-3"' in shown.text

    form = (await house.get("Ana", "/draft/C02?pattern=2-2-3")).text
    assert '<option value="2-2-3" selected>' in form
    assert await house.draft(Home.A) is None
    odd = await house.get("Ana", "/draft/C02?pattern=<script>")
    assert odd.status_code == 200
    assert "<script>" not in odd.text.replace("<script src", "")


@on_sqlite
@pytest.mark.parametrize("typed", [{}, {"age": "old"}, {"apart": ["3", "99"]}, {"distance": "<script>"}])
async def test_the_pattern_guide_says_what_it_needs(house: House, typed: dict[str, object]):
    page = await house.post("Ana", "/pattern", typed)
    assert page.status_code == 400
    assert 'id="mistakes"' in page.text


@on_sqlite
async def test_a_monthly_pattern_is_previewed(house: House):
    typed = {
        "pattern": "first_weekend",
        "anchor_date": MONDAY.isoformat(),
        "anchor_parent": "A",
        "then": "look",
    }
    page = await house.post("Ben", "/draft/C02", typed)
    assert page.status_code == 200
    assert page.text.count('<li class="home-b') >= 2
