"""The vocabulary of warning signs: how soon to look, about whom, on what evidence, and yes / no / not known."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, IntEnum, StrEnum

Words = Mapping[str, str]  # the same text in nl, fr, de and en
LANGUAGES = ("nl", "fr", "de", "en")
POLICY = "2027.1"  # thresholds and terms of this catalogue; stored with every finding


class Severity(IntEnum):
    """How soon a person must look; never how guilty someone is."""

    INFO = 1
    LOW = 2
    MODERATE = 3
    HIGH = 4
    CRITICAL = 5

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def named(cls, word: str) -> "Severity":
        """The level written as one lower-case word. Raises KeyError for any other word."""
        return cls[word.upper()]

    @property
    def lowered(self) -> "Severity":
        """One level down; info stays info."""
        return Severity(max(Severity.INFO, self - 1))


class Category(StrEnum):
    TRAVEL = "travel"
    CONSENT = "consent"
    DOCUMENTS = "documents"
    HANDOVER = "handover"
    TIES = "ties"
    COMMUNICATIONS = "communications"
    HISTORY = "history"
    LEGAL = "legal"
    COMBINATION = "combination"
    META = "meta"


class Parent(StrEnum):
    """One of the two parents. The letters are arbitrary: swapping them everywhere swaps the result and nothing else."""

    A = "A"
    B = "B"

    @property
    def other(self) -> "Parent":
        return Parent.B if self is Parent.A else Parent.A


class Evidence(StrEnum):
    """A official or system record, B document or named professional, C a parent or someone close, D anonymous."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Label(StrEnum):
    """What the reviewer must know before reading on."""

    VERIFY_FIRST = "verify_first"
    DATA_CONTESTED = "data_contested"


class Known(Enum):
    """The three answers of a rule. A missing fact is never "no"."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Input:
    """One named value an explanation rests on, ready for JSON. `kind` says how to write it for a reader."""

    name: str
    kind: str  # instant, day, term (minutes), number, code, codes, words, text
    value: str | int | tuple[str, ...] | Words


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule answers about one thing. `missing` names the facts nobody has recorded."""

    answer: Known
    inputs: tuple[Input, ...] = ()
    missing: tuple[str, ...] = ()
    strand: str = ""  # where the fact comes from; the same origin seen twice is one strand


@dataclass(frozen=True, slots=True)
class Part:
    """One finding that a combination rests on."""

    rule: str
    severity: Severity
    key: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One warning sign about one parent. `key` names the fact it rests on (a trip, a handover, a message)."""

    rule: str
    version: int
    policy: str
    subject: Parent
    key: str
    severity: Severity
    unmitigated: Severity
    inputs: tuple[Input, ...]
    unknown: tuple[str, ...]
    mitigators: tuple[str, ...]
    parts: tuple[Part, ...]
    strands: tuple[str, ...]
    evidence: Evidence
    labels: tuple[Label, ...]
    raised_at: datetime
    due_by: datetime
    depart_at: datetime | None = None

    @property
    def place(self) -> tuple[str, Parent, str]:
        """What makes two findings the same one at two moments."""
        return (self.rule, self.subject, self.key)


@dataclass(frozen=True, slots=True)
class NotKnown:
    """A rule that could be answered neither yes nor no, and the facts that would answer it."""

    rule: str
    subject: Parent
    key: str
    missing: tuple[str, ...]

    @property
    def place(self) -> tuple[str, Parent, str]:
        return (self.rule, self.subject, self.key)


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the record says at one moment. `rerouted` is for the safeguarding team alone.

    `next_at` is the next moment at which time alone can change the answer; None: it never will.
    """

    findings: tuple[Finding, ...]
    unknown: tuple[NotKnown, ...]
    rerouted: tuple[Finding, ...]
    next_at: datetime | None

    @property
    def level(self) -> Severity | None:
        """The highest severity, never a sum; None when there is no finding."""
        return max((finding.severity for finding in self.findings), default=None)

    @property
    def level_by_subject(self) -> dict[Parent, Severity]:
        levels: dict[Parent, Severity] = {}
        for finding in self.findings:
            levels[finding.subject] = max(finding.severity, levels.get(finding.subject, Severity.INFO))
        return levels


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in what was read. `field` is its path; `text` an English message id with {named} places."""

    field: str
    text: str
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
