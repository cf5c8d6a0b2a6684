"""Sealed answers: each parent answers a section alone, and nothing shows to the other until both have submitted. Pure.

What a parent sees follows from their own sheet alone until it is opened, and it is opened by the second of the two who
submit. So no page can tell whether the other one has begun. What one parent alone has answered stays closed even then:
an answer is seen only by who gave one (peers.md row 11).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from parenting_plans import clauses
from parenting_plans.alike import differing
from parenting_plans.clause import Clause
from parenting_plans.errors import Missing, Refusal
from parenting_plans.values import Agreed, Home, Problem


class SectionMissing(Missing):
    """No such section in the catalogue."""


class Submitted(Refusal):
    """The sheet was submitted, so it can no longer be written on."""

    problem = Problem("", "You have submitted this section. Take your answers back first to change them.")


class NotSubmitted(Refusal):
    """There is nothing to take back."""

    problem = Problem("", "You have not submitted this section.")


class Opened(Refusal):
    """Both have submitted: the answers are fixed."""

    problem = Problem(
        "",
        "Both of you have submitted this section, so the answers stay as they are. You can both ask for a new round.",
    )


class NotOpened(Refusal):
    """Not both have submitted: there is nothing to compare and no round to end."""

    problem = Problem("", "This is possible once both of you have submitted.")


class Stage(StrEnum):
    """How far a parent's own sheet is. There is no stage that depends on what the other one does in private."""

    WRITING = "writing"
    WAITING = "waiting"  # submitted; both see everything once both have answered
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One parent's answers to one section in one round. `again_at`: its author would like a new round.

    `opened_at` and `closed_at` (both asked for a new round) are the same on both parents' sheets of a round.
    """

    family_id: UUID
    section: str
    round: int
    author: Home
    agreed: Agreed
    changed_at: datetime
    submitted_at: datetime | None = None
    opened_at: datetime | None = None
    again_at: datetime | None = None
    closed_at: datetime | None = None

    @property
    def stage(self) -> Stage:
        if self.opened_at is not None:
            return Stage.OPEN
        return Stage.WRITING if self.submitted_at is None else Stage.WAITING


def sections() -> tuple[str, ...]:
    """The letters of the sections that have clauses, in order."""
    return tuple(sorted({clause.section for clause in clauses.load()}))


def clauses_in(section: str) -> tuple[Clause, ...]:
    """The clauses of a section. Raises SectionMissing."""
    found = tuple(clause for clause in clauses.load() if clause.section == section)
    if not found:
        raise SectionMissing
    return found


def current(own: Sequence[Sheet], family_id: UUID, section: str, author: Home, now: datetime) -> Sheet:
    """The sheet that counts now among a parent's own of this section; an empty one when a round has just begun.

    A new round begins with what its author answered in the last one.
    """
    rounds = sorted((sheet for sheet in own if sheet.section == section), key=lambda sheet: sheet.round)
    if not rounds:
        return Sheet(family_id, section, 1, author, {}, now)
    last = rounds[-1]
    if last.closed_at is None:
        return last
    return Sheet(family_id, section, last.round + 1, author, last.agreed, now)


def write(sheet: Sheet, agreed: Agreed, now: datetime) -> Sheet:
    """The sheet with other answers. Raises Opened or Submitted."""
    _still_own(sheet)
    if sheet.stage is Stage.WAITING:
        raise Submitted
    return replace(sheet, agreed=agreed, changed_at=now)


def submit(sheet: Sheet, now: datetime) -> Sheet:
    """The sheet, given. Raises Opened or Submitted; its answers have no problems by then."""
    _still_own(sheet)
    if sheet.stage is Stage.WAITING:
        raise Submitted
    return replace(sheet, submitted_at=now)


def take_back(sheet: Sheet) -> Sheet:
    """Writing again. Raises Opened when both have submitted, NotSubmitted."""
    _still_own(sheet)
    if sheet.stage is Stage.WRITING:
        raise NotSubmitted
    return replace(sheet, submitted_at=None)


def ask_again(sheet: Sheet, now: datetime) -> Sheet:
    """Its author would like a new round; it begins when both would. Raises NotOpened."""
    if sheet.stage is not Stage.OPEN:
        raise NotOpened
    return replace(sheet, again_at=sheet.again_at or now)


def _still_own(sheet: Sheet) -> None:
    if sheet.stage is Stage.OPEN:
        raise Opened


@dataclass(frozen=True, slots=True)
class Differs:
    """A clause that both answered, not alike; `fields` names the questions that differ."""

    clause: Clause
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two opened sheets side by side. `not_both`: clauses that one of the two, or neither, answered; it is not said which."""

    sheets: tuple[Sheet, Sheet]  # of home A and of home B
    common: tuple[Clause, ...]
    different: tuple[Differs, ...]
    not_both: tuple[Clause, ...]

    def of(self, home: Home) -> Sheet:
        return self.sheets[0] if home is Home.A else self.sheets[1]

    @property
    def common_ground(self) -> Agreed:
        """What both answered alike, as answers for a plan."""
        return {clause.code: self.sheets[0].agreed[clause.code] for clause in self.common}


def compare(one: Sheet, other: Sheet) -> Comparison:
    """Clause by clause. Raises NotOpened unless both sheets are opened ones of the same round."""
    if one.opened_at is None or other.opened_at is None or one.round != other.round:
        raise NotOpened
    first, second = (one, other) if one.author is Home.A else (other, one)
    common, different, not_both = [], [], []
    for clause in clauses_in(one.section):
        mine, theirs = first.agreed.get(clause.code), second.agreed.get(clause.code)
        if not mine or not theirs:
            not_both.append(clause)
            continue
        fields = differing(clause, mine, theirs)
        if fields:
            different.append(Differs(clause, fields))
        else:
            common.append(clause)
    return Comparison((first, second), tuple(common), tuple(different), tuple(not_both))


def last_comparison(opened: Sequence[Sheet], section: str) -> Comparison | None:
    """The newest round that both have submitted, side by side."""
    rounds = {sheet.round for sheet in opened if sheet.section == section}
    if not rounds:
        return None
    one, other = (sheet for sheet in opened if (sheet.section, sheet.round) == (section, max(rounds)))
    return compare(one, other)
