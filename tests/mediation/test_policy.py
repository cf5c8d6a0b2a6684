"""All cells of the role x data matrix, and every errand, deny by default."""

import csv
from itertools import product
from pathlib import Path

import pytest

import mediation
from mediation.people import NotYours
from mediation.policy import (
    ERRANDS,
    NEVER_EXPORTED,
    Action,
    Condition,
    Relation,
    Thing,
    matrix,
    may,
    may_do,
    require,
)

FILE = Path(mediation.__file__).parent / "data" / "access_matrix.csv"
LINES = FILE.read_text(encoding="utf-8").splitlines()
ROWS = list(csv.DictReader(line for line in LINES if not line.startswith("#")))
CELLS = [(row["data"], column, letter) for row in ROWS for column, letter in row.items() if column != "data"]
PARENT, OTHER = frozenset({Relation.PARENT_SELF}), frozenset({Relation.OTHER_PARENT})
MIA = frozenset({Relation.MEDIATOR})
LAWYER = frozenset({Relation.FAMILY_LAWYER})
CENTRE = frozenset(r for r in Relation if r.value.startswith("centre_"))


def test_the_matrix_is_whole():
    assert len(ROWS) == len(Thing) == 33
    assert len(matrix()) == len(CELLS) == 33 * 16 == 528
    assert {letter for _, _, letter in CELLS} <= {*"OWR-", *Condition}


@pytest.mark.parametrize(("name", "column", "letter"), CELLS)
def test_every_cell_gives_what_its_letter_says_and_no_more(name, column, letter):
    thing, relation = Thing(name[:2]), frozenset({Relation(column)})
    assert may(relation, Action.READ, thing) == (letter in {"O", "W", "R"})
    assert may(relation, Action.WRITE, thing) == (letter in {"O", "W"})
    for condition in Condition:
        given = frozenset({condition})
        opens = letter in {"O", "W", "R", condition.value}
        assert may(relation, Action.READ, thing, disclosed=given) == opens
        writes = letter in {"O", "W"} or (letter == condition.value == "o")
        assert may(relation, Action.WRITE, thing, disclosed=given) == writes


@pytest.mark.parametrize(
    ("relations", "action", "thing", "expected"),
    [
        (OTHER, Action.READ, Thing.PROTECTED_ADDRESS, False),
        (OTHER, Action.READ, Thing.SCREENING_ANSWERS, False),
        (MIA, Action.READ, Thing.SCREENING_ANSWERS, False),
        (PARENT, Action.WRITE, Thing.SCREENING_ANSWERS, True),
        (MIA, Action.READ, Thing.SAFETY_FLAG, True),
        (MIA, Action.WRITE, Thing.WORKING_NOTES, True),
        (PARENT, Action.READ, Thing.WORKING_NOTES, False),
        (LAWYER, Action.READ, Thing.SESSION_CONTENT, False),
        (PARENT, Action.READ, Thing.DELIBERATION, False),
        (PARENT, Action.WRITE, Thing.CALENDAR, True),
    ],
)
def test_what_matters_most_said_by_hand(relations, action, thing, expected):
    assert may(relations, action, thing) == expected


def test_sam_who_is_nothing_to_the_family_may_nothing():
    everything = frozenset(Condition)
    for thing, action in product(Thing, Action):
        assert not may(frozenset(), action, thing, disclosed=everything)
    assert not any(may_do(frozenset(), action) or may(frozenset(), action) for action in Action)


def test_no_role_inherits_from_the_administrator():
    admin = frozenset({Relation.ADMIN})
    assert {one for one in Action if may_do(admin, one)} == {
        Action.EDIT_SCHOOL_CALENDARS,
        Action.EDIT_HELP_CONTACTS,
    }  # of no family
    for thing, other, given in product(Thing, Relation, (frozenset(), frozenset(Condition))):
        both = may(admin | {other}, Action.READ, thing, disclosed=given)
        alone = may(frozenset({other}), Action.READ, thing, disclosed=given)
        assert both == (alone or may(admin, Action.READ, thing, disclosed=given))
    assert {t for t in Thing if may(admin, Action.READ, t)} == set()
    assert not any(may(admin, Action.WRITE, t, disclosed=frozenset(Condition)) for t in Thing)


def test_mediator_and_family_lawyer_are_never_the_same_person():
    for thing, action in product(Thing, (Action.READ, Action.WRITE)):
        assert not may(MIA | LAWYER, action, thing, disclosed=frozenset(Condition))
    assert not any(may_do(MIA | LAWYER, action) for action in Action)


def test_every_errand_is_listed_and_reading_is_no_errand():
    assert set(ERRANDS) == set(Action) - {Action.READ, Action.WRITE}
    assert all(ERRANDS.values())
    assert not may(PARENT, Action.READ)
    assert not may(PARENT, Action.SIGN_PLAN, Thing.SIGNED_PLAN)


@pytest.mark.parametrize("action", [Action.SEE_ALERTS, Action.REVIEW_ALERT, Action.SECOND_DECISION])
def test_warning_signs_are_the_centres_alone(action):
    assert {r for r in Relation if may_do(frozenset({r}), action)} == CENTRE


@pytest.mark.parametrize("action", [Action.SIGN_PLAN, Action.CONSENT, Action.REQUEST_TRIP, Action.INVITE])
def test_what_only_parents_do(action):
    assert {r for r in Relation if may_do(frozenset({r}), action)} == PARENT | OTHER


def test_only_the_disciplines_that_may_read_the_screen_read_or_judge_it():
    for action in (Action.READ_SCREENING, Action.LIFT_SAFETY_FLAG):
        for relation in ERRANDS[action]:
            assert may(frozenset({relation}), Action.READ, Thing.SCREENING_ANSWERS)


def test_what_can_never_be_exported():
    assert {thing.value for thing in NEVER_EXPORTED} == {"15", "16", "19", "21", "27"}


def test_not_allowed_looks_like_not_there():
    require(may_do(PARENT, Action.SIGN_PLAN))
    with pytest.raises(NotYours) as refused:
        require(may_do(MIA, Action.SIGN_PLAN))
    assert str(refused.value) == ""
