"""Facts and rules at one moment give findings, what is not known, and when to look again. Pure: same input, same bits.

The order is that of the policy: validate, gate, raw findings, allegation cap, one fact one finding, mitigation,
combinations, maximum. Between `now` and `next_at` the answer cannot change by time alone (see risk/clock.py).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from risk.case import Case, Item
from risk.clock import Clock
from risk.deadlines import due_by
from risk.facts import Facts, Trip
from risk.gate import protected
from risk.mitigators import MITIGATORS, REMOVES
from risk.rule import Combination, Rule, Sign
from risk.values import POLICY, Assessment, Evidence, Finding, Known, Label, NotKnown, Part, Severity, Verdict

CAPS: Mapping[Evidence, Severity] = {Evidence.C: Severity.MODERATE, Evidence.D: Severity.LOW}
STATED_SOON = timedelta(hours=72)
STRANDS = 2


@dataclass(frozen=True, slots=True)
class _Raised:
    """A finding with the rule and the thing it came from, while it passes the policy."""

    rule: Rule
    item: Item
    finding: Finding


def assess(facts: Facts, rules: Iterable[Rule], now: datetime) -> Assessment:
    """What these rules say at `now` (aware) about what was recorded by then.

    `raised_at` is `now` for every finding; who keeps alerts keeps the moment a level was first reached.
    """
    moment = now.astimezone(UTC)
    case = Case(facts.known_at(moment), Clock(moment))
    every = tuple(rules)
    raw, unknown = _signs(case, [rule for rule in every if isinstance(rule, Sign)], moment)
    hidden = protected(case)
    open_to_all = [each for each in raw if not (each.rule.gated and each.finding.subject in hidden)]
    rerouted = [each.finding for each in raw if each.rule.gated and each.finding.subject in hidden]
    single = _one_fact_one_finding([_capped(case, each) for each in open_to_all])
    settled = [final for each in single if (final := _mitigated(case, each)) is not None]
    combined, also_unknown = _combined(
        case, [r for r in every if isinstance(r, Combination)], single, unknown, moment
    )
    together = [final for each in combined if (final := _mitigated(case, each)) is not None]
    findings = (_dated(case, each) for each in (*settled, *together))
    return Assessment(
        findings=tuple(sorted(findings, key=_order)),
        unknown=tuple(n for n in (*unknown, *also_unknown) if not (_gated(n, every) and n.subject in hidden)),
        rerouted=tuple(rerouted),
        next_at=case.clock.next_at,
    )


def _signs(case: Case, rules: list[Sign], now: datetime) -> tuple[list[_Raised], list[NotKnown]]:
    raised: list[_Raised] = []
    unknown: list[NotKnown] = []
    for rule in rules:
        for item in rule.over(case):
            verdict = rule.condition(case, item.thing)
            if verdict.answer is Known.UNKNOWN:
                unknown.append(NotKnown(rule.id, item.subject, item.key, verdict.missing))
            elif verdict.answer is Known.YES:
                level = rule.severity(case, item.thing)
                raised.append(
                    _Raised(
                        rule, item, _finding(rule, item, level, verdict, now=now, strands=(verdict.strand,))
                    )
                )
    return raised, unknown


def _finding(
    rule: Rule,
    item: Item,
    level: Severity,
    verdict: Verdict,
    *,
    now: datetime,
    strands: tuple[str, ...],
    parts: tuple[Part, ...] = (),
) -> Finding:
    return Finding(
        rule=rule.id,
        version=rule.version,
        policy=POLICY,
        subject=item.subject,
        key=item.key,
        severity=level,
        unmitigated=level,
        inputs=verdict.inputs,
        unknown=verdict.missing,
        mitigators=(),
        parts=parts,
        strands=strands,
        evidence=item.evidence,
        labels=_contested(item),
        raised_at=now,
        due_by=now,
        depart_at=item.depart_at,
    )


def _contested(item: Item) -> tuple[Label, ...]:
    """Validation: a trip that ends before it begins cannot be right."""
    trip = item.thing
    wrong = isinstance(trip, Trip) and trip.return_at is not None and trip.return_at <= trip.depart_at
    return (Label.DATA_CONTESTED,) if wrong else ()


def _capped(case: Case, raised: _Raised) -> _Raised:
    """The allegation cap: what only people close to the matter say weighs less, unless a departure is stated soon."""
    finding = raised.finding
    cap = CAPS.get(finding.evidence, Severity.CRITICAL)
    if finding.severity <= cap:
        return raised
    leave = finding.depart_at
    soon = leave is not None and case.clock.reached(leave - STATED_SOON) and not case.clock.past(leave)
    level = min(finding.severity, Severity.HIGH) if soon else cap
    labels = (*finding.labels, Label.VERIFY_FIRST) if soon else finding.labels
    return replace(raised, finding=replace(finding, severity=level, unmitigated=level, labels=labels))


def _one_fact_one_finding(raised: list[_Raised]) -> list[_Raised]:
    gone = {(name, r.finding.subject, r.finding.key) for r in raised for name in r.rule.replaces}
    return [each for each in raised if each.finding.place not in gone]


def _mitigated(case: Case, raised: _Raised) -> _Raised | None:
    """One level down at most, naming why; None when a court's permission settles it."""
    rule, finding, trip = raised.rule, raised.finding, raised.item.thing
    if not isinstance(trip, Trip):
        return raised
    names = [name for name in rule.mitigators if name in MITIGATORS and name not in rule.as_written]
    if REMOVES in names and MITIGATORS[REMOVES].applies(case, trip):
        return None
    if not rule.lowered or finding.severity is Severity.CRITICAL:
        return raised
    why = tuple(name for name in names if MITIGATORS[name].applies(case, trip))
    if not why:
        return raised
    return replace(raised, finding=replace(finding, severity=finding.severity.lowered, mitigators=why))


def _combined(
    case: Case, rules: list[Combination], signs: list[_Raised], unknown: list[NotKnown], now: datetime
) -> tuple[list[_Raised], list[NotKnown]]:
    raised: list[_Raised] = []
    open_questions: list[NotKnown] = []
    for rule in rules:
        for subject, key in dict.fromkeys(_groups(rule, signs, unknown)):
            own = [r for r in signs if r.finding.subject is subject and rule.same(r.finding) == key]
            parts = [
                [r for r in own if r.finding.severity >= need.get(r.finding.rule, _NEVER)]
                for need in rule.needs
            ]
            missing = _missing(rule, parts, unknown, subject, key)
            if all(parts):
                raised.extend(_together(case, rule, [r for part in parts for r in part], now))
            elif missing:
                open_questions.append(NotKnown(rule.id, subject, str(key), missing))
    return raised, open_questions


_NEVER = 99


def _groups(rule: Combination, signs: list[_Raised], unknown: list[NotKnown]) -> Iterable[tuple[Any, Any]]:
    """What belongs together: (subject, what is the same), wherever a part fires or may fire."""
    wanted = {name for need in rule.needs for name in need}
    answers: tuple[Finding | NotKnown, ...] = (*(r.finding for r in signs), *unknown)
    return ((answer.subject, rule.same(answer)) for answer in answers if answer.rule in wanted)


def _missing(
    rule: Combination, parts: list[list[_Raised]], unknown: list[NotKnown], subject: Any, key: Any
) -> tuple[str, ...]:
    """The facts that would answer every need that is not met; empty when one need is answered with no."""
    answers: list[str] = []
    for need, found in zip(rule.needs, parts, strict=True):
        asked = [n for n in unknown if n.rule in need and n.subject is subject and rule.same(n) == key]
        if not found and not asked:
            return ()
        answers.extend(fact for n in asked if not found for fact in n.missing)
    return tuple(dict.fromkeys(answers))


def _together(case: Case, rule: Combination, found: list[_Raised], now: datetime) -> Iterable[_Raised]:
    """The combination, when its parts come from two independent origins or more."""
    findings = tuple(r.finding for r in found)
    strands = tuple(dict.fromkeys(strand for finding in findings for strand in finding.strands))
    if len(strands) < STRANDS:
        return
    verdict = rule.condition(case, findings)
    if verdict.answer is not Known.YES:
        return
    parts = tuple(Part(f.rule, f.severity, f.key) for f in findings)
    weakest = max(finding.evidence for finding in findings)
    item = replace(found[0].item, evidence=weakest)
    yield _Raised(
        rule,
        item,
        _finding(rule, item, rule.severity(case, findings), verdict, now=now, strands=strands, parts=parts),
    )


def _dated(case: Case, raised: _Raised) -> Finding:
    rule, finding = raised.rule, raised.finding
    before = rule.look_before(case, raised.item.thing) if rule.look_before is not None else {}
    due = due_by(
        finding.severity, finding.raised_at, finding.depart_at, rule.terms, before.get(finding.severity)
    )
    return replace(finding, due_by=due)


def _gated(question: NotKnown, rules: tuple[Rule, ...]) -> bool:
    return any(rule.id == question.rule and rule.gated for rule in rules)


def _order(finding: Finding) -> tuple[int, datetime, int, str, str, str]:
    return (
        -finding.severity,
        finding.due_by,
        -len(finding.strands),
        finding.rule,
        finding.subject,
        finding.key,
    )
