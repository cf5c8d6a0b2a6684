"""What a pathway is made of: stages, moves, who may make them, what must be true first. No place for a reason to end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from parenting_plans.values import Words

Stage = str
Move = str


class Actor(StrEnum):
    """In which role someone makes a move in this family."""

    PARENT_A = "parent_a"
    PARENT_B = "parent_b"
    MEDIATOR = "mediator"
    FAMILY_LAWYER = "family_lawyer"
    COORDINATOR = "coordinator"
    CENTRE_STAFF = "centre_staff"
    SYSTEM = "system"


PARENTS = frozenset({Actor.PARENT_A, Actor.PARENT_B})
CENTRE = frozenset({Actor.COORDINATOR, Actor.CENTRE_STAFF})
PROFESSIONALS = CENTRE | {Actor.MEDIATOR, Actor.FAMILY_LAWYER}

STAY: Stage = ""  # the move records something and the stage remains
DIVERTED = "diverted"  # the fact that joint work is stopped for safety; parents never read it
SAFETY_DIVERT: Stage = "safety_divert"  # what professionals see while that fact stands


class When(StrEnum):
    """Whether a move is possible while joint work is stopped for safety."""

    OPEN = "open"
    DIVERTED = "diverted"
    ALWAYS = "always"


class Kind(StrEnum):
    """A statutory deadline binds; a model deadline is good practice: shown when missed, never punished."""

    STATUTORY = "statutory"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Deadline:
    """Days from entering the stage until the move should have been made, to the end of that Brussels day."""

    days: int
    kind: Kind
    working_days: bool = False


@dataclass(frozen=True, slots=True)
class Transition:
    """Where a move leads. `together`: each of `who` must say yes; otherwise one of them is enough.

    `needs` names guards (guards.py); `records` stamps facts with the moment, the first moment wins;
    `leads_into` names another pathway whose stage `to` is.
    """

    to: Stage
    who: frozenset[Actor]
    needs: tuple[str, ...] = ()
    together: bool = False
    document: str = ""
    deadline: Deadline | None = None
    records: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    leads_into: str = ""
    when: When = When.OPEN


Rules = Mapping[tuple[Stage, Move], Transition]


@dataclass(frozen=True, slots=True)
class MoveWords:
    """What is on the button, and one sentence that says what the move does."""

    label: Words
    sentence: Words


@dataclass(frozen=True, slots=True)
class Pathway:
    """One table (stage, move) -> transition, with words for all of it. `rail` is the straight way through, in order."""

    id: str
    title: Words
    rules: Rules
    stages: Mapping[Stage, Words]
    moves: Mapping[Move, MoveWords]
    rail: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a family stands. `stage` is safe to show to parents: a diversion for safety does not change it.

    `yes` holds the answers given so far to moves that need several people; `facts` what was recorded, and when.
    """

    pathway: str
    stage: Stage
    since: datetime
    yes: frozenset[tuple[Move, Actor]] = frozenset()
    facts: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GuardFacts:
    """What guards may know about the family outside the pathway. What nobody said is False or 0: it never opens a door."""

    screened_a: bool = False
    screened_b: bool = False
    safety_flag: bool = False
    flag_lifted_by_two: bool = False
    advising_disciplines: int = 0
    accredited_mediator: bool = False
    conflict_check_clear: bool = False
    lawyer_barred: bool = False
    plan_signed: bool = False
    closing_asked: bool = False
    service_named: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """What must happen before a move is possible. `private`: parents hear the neutral sentence instead."""

    text: str
    values: Mapping[str, str] = field(default_factory=dict)
    private: bool = False


class MoveNotAllowed(Exception):
    """The move is refused. `text` is an English message id, `values` fill its {named} places."""

    def __init__(self, text: str, values: Mapping[str, str] | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.values: Mapping[str, str] = values or {}
