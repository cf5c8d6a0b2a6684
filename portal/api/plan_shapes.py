"""What the plan looks like over JSON: the bodies that are read, the answers that are given."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictInt

from mediation.families import Family
from mediation.usecases import plan_findings, plan_preview
from mediation.usecases.plan import PlanDesk
from parenting_plans import fields, signing
from parenting_plans.clause import Clause
from parenting_plans.review_check import Finding, Kind
from parenting_plans.values import Agreed, Home, Problem, Proposal, ProposalStatus, Version, Words
from portal.pages.plan_text import called, changes, lines
from portal.visit import Visit

Text = Annotated[str, Field(max_length=4000)]
Name = Annotated[str, Field(max_length=100)]


def _no_truth(value: Any) -> Any:
    # Bodies are read leniently, which would make a number of true; no question is answered by true or false.
    if isinstance(value, bool):
        raise ValueError("Use text, a whole number, a list or a map.")  # noqa: TRY004 - pydantic reads ValueError
    return value


Part = Annotated[Text | StrictInt, BeforeValidator(_no_truth)]
Answer = Annotated[
    Text
    | StrictInt
    | Annotated[list[Text], Field(max_length=400)]
    | dict[Name, Text]
    | Annotated[list[dict[Name, Part]], Field(max_length=100)],
    BeforeValidator(_no_truth),
]


class ClauseIn(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "answers": {
                        "pattern": "ww_fri",
                        "anchor_date": "2027-09-06",
                        "anchor_parent": "A",
                        "handover_time": "18:00",
                    }
                }
            ]
        },
    )
    answers: dict[Name, Answer] = Field(max_length=100)


class StartIn(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"effective_on": "2027-09-06", "start_time": "08:30"}]},
    )
    effective_on: date
    start_time: time | None = None  # the handover time


class SignatureIn(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"digest": "0" * 64}]})
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


@dataclass(frozen=True, slots=True)
class ColumnOut:
    """One question. `asked_when`: it is asked only if the other field has, or holds, one of these answers."""

    name: str
    kind: fields.Kind
    label: Words
    hint: Words
    options: list[dict[str, Any]]
    required: bool
    minimum: int
    maximum: int
    asked_when: dict[str, list[str]]
    unit: Words


@dataclass(frozen=True, slots=True)
class FieldOut(ColumnOut):
    """One question of a clause. `columns`: what each row of a list holds."""

    columns: list[ColumnOut]


@dataclass(frozen=True, slots=True)
class ClauseOut:
    code: str
    section: str
    title: Words
    question: Words
    hint: Words
    source: str
    essential: bool
    needed_for: list[str]
    fields: list[FieldOut]


@dataclass(frozen=True, slots=True)
class ProblemOut:
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class SectionOut:
    """One clause of your own draft, with what is still open in it."""

    code: str
    answers: dict[str, Any]
    problems: list[ProblemOut]


@dataclass(frozen=True, slots=True)
class DraftOut:
    """Your own draft: nobody else can read it before you propose it."""

    effective_on: date | None
    changed_at: datetime | None
    problems: list[ProblemOut]
    sections: list[SectionOut]


@dataclass(frozen=True, slots=True)
class FindingOut:
    """Something to look at, in the reader's language. `clauses`: what it is about; `children`: whom, empty for all."""

    kind: Kind
    text: str
    field: str
    clauses: list[str]
    children: list[UUID]


@dataclass(frozen=True, slots=True)
class ForPurposeOut:
    """What the plan lacks for one use. `implied`: its own answers say that it is meant for it."""

    purpose: str
    implied: bool
    findings: list[FindingOut]


@dataclass(frozen=True, slots=True)
class LookOut:
    """Only `blocks` keep a plan from being proposed and signed; everything else leaves both parents free."""

    blocks: list[FindingOut]
    contradictions: list[FindingOut]
    missing: list[FindingOut]
    for_purposes: list[ForPurposeOut]
    information: list[FindingOut]


@dataclass(frozen=True, slots=True)
class LineOut:
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ChangeOut:
    code: str
    change: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ProposalOut:
    """`differences` compares with the plan both signed last. Sentences are in the reader's language."""

    id: UUID
    by: Home
    status: ProposalStatus
    proposed_at: datetime
    answered_at: datetime | None
    effective_on: date
    agreed: dict[str, dict[str, Any]]
    sentences: list[LineOut]
    differences: list[ChangeOut]


@dataclass(frozen=True, slots=True)
class SignatureOut:
    home: Home
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class VersionOut:
    """`digest`: SHA-256 of the canonical JSON (RFC 8785), which is what both sign."""

    id: UUID
    number: int
    effective_on: date
    accepted_at: datetime
    sealed_at: datetime | None
    counts_now: bool
    digest: str
    unaltered: bool
    signatures: list[SignatureOut]
    agreed: dict[str, dict[str, Any]]
    sentences: list[LineOut]


@dataclass(frozen=True, slots=True)
class SignedOut:
    sealed: bool


def problems_out(visit: Visit, problems: tuple[Problem, ...]) -> list[ProblemOut]:
    return [ProblemOut(problem.field, visit.say.say(problem)) for problem in problems]


def look_out(visit: Visit, look: plan_findings.Look) -> LookOut:
    def each(found: Iterable[Finding]) -> list[FindingOut]:
        return [
            FindingOut(
                one.kind,
                visit.say.say(one.problem),
                one.problem.field,
                list(one.clauses),
                list(one.children),
            )
            for one in found
        ]

    return LookOut(
        blocks=each(look.blocks),
        contradictions=each(look.contradictions),
        missing=each(look.missing),
        for_purposes=[
            ForPurposeOut(one.purpose.id, one.implied, each(one.findings)) for one in look.for_purposes
        ],
        information=each(look.information),
    )


def section_out(visit: Visit, section: plan_preview.Section) -> SectionOut:
    return SectionOut(section.clause.code, dict(section.answers), problems_out(visit, section.problems))


def _sentences(visit: Visit, family: Family, agreed: Agreed) -> list[LineOut]:
    return [
        LineOut(line.code, line.sentence) for line in lines(agreed, called(family, visit.say), visit.language)
    ]


def _plain(agreed: Agreed) -> dict[str, dict[str, Any]]:
    return {code: dict(answers) for code, answers in agreed.items()}


def proposal_out(visit: Visit, family: Family, desk: PlanDesk, one: Proposal) -> ProposalOut:
    held = desk.sealed.agreed if desk.sealed else {}
    found = changes(held, one.agreed, called(family, visit.say), visit.language)
    return ProposalOut(
        id=one.id,
        by=one.by,
        status=one.status,
        proposed_at=one.proposed_at,
        answered_at=one.answered_at,
        effective_on=one.effective_on,
        agreed=_plain(one.agreed),
        sentences=_sentences(visit, family, one.agreed),
        differences=[ChangeOut(each.code, each.change.value, each.before, each.after) for each in found],
    )


def version_out(visit: Visit, family: Family, desk: PlanDesk, one: Version) -> VersionOut:
    return VersionOut(
        id=one.id,
        number=one.number,
        effective_on=one.effective_on,
        accepted_at=one.accepted_at,
        sealed_at=one.sealed_at,
        counts_now=one == desk.governs(visit.now),
        digest=one.digest,
        unaltered=signing.is_unaltered(one),
        signatures=[SignatureOut(each.home, each.signed_at) for each in one.signatures],
        agreed=_plain(one.agreed),
        sentences=_sentences(visit, family, one.agreed),
    )


def clause_out(clause: Clause) -> ClauseOut:
    return ClauseOut(
        code=clause.code,
        section=clause.section,
        title=clause.title,
        question=clause.question,
        hint=clause.hint,
        source=clause.source,
        essential=clause.essential,
        needed_for=sorted(clause.needed_for),
        fields=[field_out(field) for field in clause.fields],
    )


def field_out(field: fields.Field) -> FieldOut:
    return FieldOut(**_column(field), columns=[ColumnOut(**_column(one)) for one in field.columns])


def _column(field: fields.Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "kind": field.kind,
        "label": field.label,
        "hint": field.hint or {},
        "options": [{"value": value, "label": dict(label)} for value, label in field.options],
        "required": field.required,
        "minimum": field.minimum,
        "maximum": field.maximum,
        "asked_when": {field.asked_when[0]: list(field.asked_when[1])} if field.asked_when else {},
        "unit": field.unit or {},
    }
