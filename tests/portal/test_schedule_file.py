"""`entente schedule expand FILE`: what it prints, and what it says of a file that describes no schedule."""

import json
from copy import deepcopy
from pathlib import Path

import pytest
from click.testing import CliRunner

from portal.__main__ import main

FOLDER = Path(__file__).parent / "schedules"
EVERYTHING = json.loads((FOLDER / "everything.json").read_text(encoding="utf-8"))
PLAIN = {
    "zone": "Europe/Brussels",
    "from": "2027-01-04",
    "to": "2027-01-18",
    "children": [{"id": "K1", "born": "2018-03-01", "community": "FL"}],
    "regular": {"nights": "AAAAAAABBBBBBB", "anchor_date": "2027-01-04", "first": "A", "handover_time": "18:00"},
}  # fmt: skip


@pytest.fixture
def run(tmp_path):
    def run_on(content):
        file = tmp_path / "schedule.json"
        file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return CliRunner().invoke(main, ["schedule", "expand", str(file)])

    return run_on


def with_(path, value, base=PLAIN):
    """The file with one value changed; `path` is its keys, dots between."""
    changed = deepcopy(base)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = changed
    for step in way:
        place = place[step]
    place[last] = value
    return changed


def test_every_layer_of_a_described_family_is_printed_as_agreed(run):
    done = run(EVERYTHING)
    assert done.exit_code == 0
    assert json.loads(done.stdout) == json.loads(
        (FOLDER / "everything.expected.json").read_text(encoding="utf-8")
    )
    assert done.stderr == "Mio: 18 years old on 2027-01-20; the calendar ends there.\n"


def test_a_plain_week_and_week(run):
    told = json.loads(run(PLAIN).stdout)
    assert [(s["home"], s["starts_at"], s["ends_at"]) for s in told["stays"]] == [
        ("B", "2027-01-04T00:00:00+01:00", "2027-01-04T18:00:00+01:00"),
        ("A", "2027-01-04T18:00:00+01:00", "2027-01-11T18:00:00+01:00"),
        ("B", "2027-01-11T18:00:00+01:00", "2027-01-18T00:00:00+01:00"),
    ]
    assert told["handovers"][0] == {
        "at": "2027-01-04T18:00:00+01:00",
        "child": "K1",
        "from_home": "B",
        "to_home": "A",
    }
    assert told["balance"] == {"K1": {"nights": {"A": 7, "B": 7}, "hours": {"A": 168.0, "B": 168.0}}}


@pytest.mark.parametrize(
    ("start", "zone", "first"),
    [
        ("2027-07-01", "Europe/Brussels", "2027-07-01T00:00:00+02:00"),
        ("2027-07-01T10:30", "Europe/Brussels", "2027-07-01T10:30:00+02:00"),
        ("2027-07-01T10:30:00Z", "Europe/Brussels", "2027-07-01T12:30:00+02:00"),
        ("2027-07-01", "America/New_York", "2027-07-01T00:00:00-04:00"),
        ("2027-07-01", "UTC", "2027-07-01T00:00:00+00:00"),
    ],
)
def test_a_day_is_its_first_minute_in_the_zone_of_the_file(run, start, zone, first):
    file = {**PLAIN, "from": start, "to": "2027-08-01", "zone": zone}
    told = json.loads(run(file).stdout)
    assert told["stays"][0]["starts_at"] == first
    assert {stay["starts_at"][11:16] for stay in told["stays"][1:]} == {"18:00"}


@pytest.mark.parametrize("who", [{}, {"children": None}, {"children": ["K1"]}, {"children": "K1"}])
def test_a_swap_is_of_the_named_children_or_of_all(run, who):
    swap = {"from": "2027-01-05T10:00", "to": "2027-01-06T10:00", "home": "B", **who}
    told = json.loads(run({**PLAIN, "swaps": [swap]}).stdout)
    (moved,) = [stay for stay in told["stays"] if stay["layer"] == "swap"]
    assert moved["because"] == {"layer": "swap", "clause": "D05", "what": "swaps[0]"}


def test_a_later_swap_of_the_file_wins_and_an_order_beats_both(run):
    def window(home, days, **more):
        return {"from": f"2027-01-{days[0]:02}", "to": f"2027-01-{days[1]:02}", "home": home, **more}

    file = {
        **PLAIN,
        "swaps": [window("B", (5, 9)), window("A", (6, 7))],
        "orders": [window("A", (8, 9), kind="protective"), window("B", (8, 9), kind="interim")],
    }
    told = json.loads(run(file).stdout)["stays"]
    assert [
        (s["starts_at"][8:10], s["home"], s["because"]["what"]) for s in told if s["layer"] != "regular"
    ] == [
        ("05", "B", "swaps[0]"),
        ("06", "A", "swaps[1]"),
        ("07", "B", "swaps[0]"),
        ("08", "A", "orders[0]"),
    ]


def test_a_school_calendar_that_is_not_known_yet_is_said(run):
    file = {
        **PLAIN,
        "to": "2029-01-01",
        "children": [{"id": "K1", "born": "2018-03-01", "community": "FR"}],
        "holidays": [{"holiday": "summer", "split": "weeks", "first_half_even": "A", "switch": "fri 18:00"}],
    }
    assert "K1: the school calendar FR is not known from 2028-08-28" in run(file).stderr


def test_the_pattern_of_the_nest_and_nulls_everywhere(run):
    file = with_("regular.pattern", "birdnest_ww")
    file["regular"]["nights"] = None
    file |= dict.fromkeys(("holidays", "public_holidays", "special_days", "swaps", "orders"))
    assert run(file).exit_code == 0


SUMMER = {"holiday": "summer", "split": "halves", "first_half_even": "A", "switch": "sat 18:00"}
DAY = {"day": "mothers_day", "home": "A", "from": "10:00", "to": "18:00"}
SWAP = {"from": "2027-01-05T10:00", "to": "2027-01-06T10:00", "home": "B"}


@pytest.mark.parametrize(
    ("file", "line"),
    [
        (b"", "This is not JSON"),
        (b"{", "This is not JSON"),
        (b"[" * 100_000, "This is not JSON"),
        (b"\xff\xfe", "This file is not UTF-8 text."),
        ([], "Write one object"),
        (None, "Write one object"),
        (with_("zone", "Europe/Brussel"), "zone: choose a time zone"),
        (with_("zone", "../etc/passwd"), "zone: choose a time zone"),
        (with_("zone", 3), "zone: write it as text"),
        (with_("from", "2027-02-30"), "from: write a moment that exists"),
        (with_("from", None), "from: write it as text"),
        (with_("from", "1066-10-14"), "from: choose a year from 1900 to 2200"),
        (with_("to", "2027-01-04"), "to: choose a moment later than `from`."),
        (with_("children", []), "children: name at least one."),
        (with_("children", {}), "children: write a list."),
        (with_("children.0.born", "2018-02-29"), "children[0].born: write a day that exists"),
        (with_("children.0.community", "NL"), "children[0].community: choose one of: FL, FR, DG."),
        (with_("children.0.id", ""), "children[0].id: this is empty."),
        (with_("children", PLAIN["children"] * 2), "children[1].id: two children have this id."),
        (with_("regular", None), "regular: write an object."),
        (with_("regular.nights", ""), "regular.nights: A cycle has 2 to 366 nights; this one has 0."),
        (with_("regular.nights", "AB" * 200), "regular.nights: A cycle has 2 to 366 nights; this one has 400."),
        (with_("regular.nights", "AABC"), "regular.nights: Use only the letters A and B"),
        (with_("regular.nights", None), "regular: give either a pattern or nights."),
        (with_("regular.pattern", "ww_fri"), "regular: give either a pattern or nights."),
        (with_("regular.pattern", "9-9"), "regular.pattern: choose one of: ww_fri"),
        (
            {**PLAIN, "regular": {**EVERYTHING["regular"], "anchor_date": "2027-01-05"}},
            "regular.anchor_date: This pattern starts on a Monday.",
        ),
        (with_("regular.first", "C"), "regular.first: choose one of: A, B."),
        (with_("regular.handover_time", "02:30"), "regular.handover_time: Choose a time before 02:00"),
        (with_("regular.handover_time", 1080), "regular.handover_time: write it as text"),
        (with_("regular.handover_time", "18:00+01:00"), "regular.handover_time: leave the offset out"),
        (with_("regular.colour", "red"), "regular.colour: this is not known here."),
        ({**PLAIN, "colour": "red"}, "colour: this is not known here."),
        ({**PLAIN, "holidays": [{**SUMMER, "holiday": "ski"}]}, "holidays[0].holiday: choose one of: autumn"),
        ({**PLAIN, "holidays": [{**SUMMER, "split": "quarters"}]}, "holidays[0].split: choose one of: halves"),
        ({**PLAIN, "holidays": [{**SUMMER, "switch": "18:00"}]}, "holidays[0].switch: write a weekday and a time"),
        ({**PLAIN, "holidays": [{**SUMMER, "switch": None}]}, "holidays[0].switch: say when homes change"),
        ({**PLAIN, "holidays": [{**SUMMER, "switch": "sat 02:15"}]}, "holidays[0].switch: Choose a time before 02:00"),
        ({**PLAIN, "holidays": [{**SUMMER, "first_half_even": None}]}, "holidays[0].first_half_even: say who"),
        ({**PLAIN, "holidays": [SUMMER, SUMMER]}, "holidays[1].holiday: this school holiday has two rules"),
        ({**PLAIN, "public_holidays": {"extend": "perhaps"}}, "public_holidays.extend: write true or false."),
        ({**PLAIN, "public_holidays": {"extend": True, "days": ["12_nov"]}}, "public_holidays.days[0]: choose one of"),
        ({**PLAIN, "special_days": [{**DAY, "day": "2027-02-29"}]}, "special_days[0].day: write a date such as"),
        ({**PLAIN, "special_days": [{**DAY, "from": "2:00"}]}, "special_days[0].from: write a time of day"),
        ({**PLAIN, "special_days": [{**DAY, "to": "02:00"}]}, "special_days[0].to: Choose a time before 02:00"),
        ({**PLAIN, "swaps": [{**SWAP, "children": ["K9"]}]}, 'swaps[0].children: there is no child "K9"'),
        ({**PLAIN, "swaps": [{**SWAP, "children": []}]}, "swaps[0].children: name at least one child"),
        ({**PLAIN, "swaps": [{**SWAP, "to": SWAP["from"]}]}, "swaps[0].to: choose a moment later than `from`."),
        ({**PLAIN, "swaps": [{**SWAP, "from": "2026-03-29T02:30"}]}, "swaps[0].from: Choose a time before 02:00"),
        ({**PLAIN, "orders": [{**SWAP, "kind": "final"}]}, "orders[0].kind: choose one of: interim, protective."),
        (
            {**PLAIN, "orders": [{**SWAP, "kind": "interim", "from": "2026-03-29T02:30"}]},
            "orders[0].from: this hour does not exist on that day",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_a_schedule_is_told_in_words(run, file, line):
    done = run(file)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert any(told.startswith(line) for told in done.stderr.splitlines()), done.stderr
    assert all(told.endswith(".") for told in done.stderr.splitlines())


def test_everything_that_is_wrong_is_told_at_once(run):
    wrong = {
        "zone": "Mars",
        "from": "soon",
        "children": [{"id": "K1", "born": "2018-03-01"}],
        "regular": {"pattern": "9-9", "anchor_date": "2027-01-05", "first": "C", "handover_time": "02:00"},
        "swaps": [{**SWAP, "to": "2027-01-01", "children": ["K9"]}],
    }
    told = run(wrong).stderr
    assert [line.split(":")[0] for line in told.splitlines()] == [
        "zone", "from", "to", "children[0].community", "regular.pattern", "regular.first", "regular.handover_time",
        "swaps[0].to",
    ]  # fmt: skip


def test_a_file_that_is_not_there(tmp_path):
    done = CliRunner().invoke(main, ["schedule", "expand", str(tmp_path / "nothing.json")])
    assert done.exit_code == 2
    assert "does not exist" in done.stderr
