"""A written case (family + timeline) becomes facts, and is played back: what would have been raised, when, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from risk.assess import assess
from risk.because import as_json, explain
from risk.clock import ZONE
from risk.events import NOTHING, READERS, thing
from risk.facts import Child, CustodyPeriod, Facts, Family
from risk.fields import Fields
from risk.rule import Rule
from risk.rules import load
from risk.values import Finding, Parent, Problem, Severity


class BadVignette(ValueError):
    """The document cannot be read. `problems` says everything that is wrong, each with its path."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.field}: {p.text.format_map(p.values)}" for p in self.problems))


@dataclass(frozen=True, slots=True)
class Written:
    """What was read: the facts with the moment each became known, and the moments at which to look."""

    facts: Facts
    instants: tuple[datetime, ...]
    as_of: datetime | None


def parse(vignette: Any) -> Facts:
    """The facts of one vignette, each with its `recorded_at`. Raises BadVignette."""
    return read(vignette).facts


def read(vignette: Any) -> Written:
    """The facts and the instants of the timeline, in order. Raises BadVignette with every problem found."""
    problems: list[Problem] = []
    top = Fields(vignette, "vignette", problems)
    lines = sorted(_timeline(top), key=lambda line: line[0])
    records: dict[str, list[Any]] = {}
    known: dict[tuple[str, str], tuple[datetime, Mapping[str, Any]]] = {}
    for at, event in lines:
        kind = str(event.source.get("type"))
        if kind in NOTHING:
            continue
        if kind not in READERS:
            event.wrong("type", "This type of event is not known.")
            continue
        first = at
        if (what := thing(event.source)) is not None:
            first, before = known.get(what, (at, {}))
            event.source = {**before, **event.source}
            known[what] = (first, event.source)
        name, reader = READERS[kind]
        records.setdefault(name, []).append(reader(event, at, first))
    family, periods = _family(top.object("family"))
    as_of = top.maybe_instant("as_of")
    facts = Facts(
        family=family, custody_periods=periods, **{name: tuple(found) for name, found in records.items()}
    )
    _references(facts, top)
    if problems:
        raise BadVignette(problems)
    return Written(facts, tuple(dict.fromkeys(at for at, _ in lines)), as_of)


def replay(
    vignette: Any, as_of: datetime | None = None, rules: tuple[Rule, ...] | None = None
) -> dict[str, Any]:
    """What the rules raise over time, evaluated at every instant of the timeline up to `as_of`.

    `as_of` (aware) defaults to the vignette's own. One entry each time a (rule, subject) first reaches a new
    higher level. Raises BadVignette.
    """
    if as_of is not None and as_of.tzinfo is None:
        raise BadVignette(
            (Problem("as_of", "Give a date and time with an offset, such as 2027-07-01T08:00+02:00."),)
        )
    written, every = read(vignette), rules if rules is not None else load()
    end = as_of or written.as_of
    reached: dict[tuple[str, Parent], Severity] = {}
    entries: list[Finding] = []
    for at in written.instants:
        if end is not None and at > end:
            break
        for finding in assess(written.facts, every, at).findings:
            who = (finding.rule, finding.subject)
            if who not in reached or finding.severity > reached[who]:
                reached[who] = finding.severity
                entries.append(finding)
    entries.sort(key=lambda finding: (finding.raised_at, finding.rule, finding.subject))
    by_id = {rule.id: rule for rule in every}
    return {
        "case_level": str(max(reached.values())) if reached else "none",
        "level_by_subject": _levels(reached),
        "findings": [_entry(finding, by_id[finding.rule]) for finding in entries],
    }


def _entry(finding: Finding, rule: Rule) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "subject": str(finding.subject),
        "severity": str(finding.severity),
        "raised_at": _local(finding.raised_at),
        "due_by": _local(finding.due_by),
        "because": {
            "explanation": explain(rule.explanation, finding.inputs, "en"),
            "inputs": [as_json(item) for item in finding.inputs],
        },
        "unknown": list(finding.unknown),
    }


def _levels(reached: Mapping[tuple[str, Parent], Severity]) -> dict[str, str]:
    levels: dict[str, Severity] = {}
    for (_, subject), level in sorted(reached.items()):
        levels[subject] = max(level, levels.get(subject, level))
    return {subject: str(level) for subject, level in sorted(levels.items())}


def _local(instant: datetime) -> str:
    return instant.astimezone(ZONE).isoformat()


def _timeline(top: Fields) -> list[tuple[datetime, Fields]]:
    if not top.has("timeline"):
        top.wrong("timeline", "Give the events in a list.")
    return [(event.instant("at"), event) for event in top.objects("timeline")]


def _family(family: Fields) -> tuple[Family, tuple[CustodyPeriod, ...]]:
    people = [
        (person.parent("id"), person.flag("parental_authority")) for person in family.objects("parents")
    ]
    if sorted(parent for parent, _ in people) != list(Parent):
        family.wrong("parents", "Give the two parents, A and B.")
    children = tuple(
        Child(id=child.text("id"), born=child.maybe_day("born")) for child in family.objects("children")
    )
    if not children:
        family.wrong("children", "Give at least one child.")
    found = Family(
        children=children,
        authority=tuple((parent, holds) for parent, holds in people if holds is not None),
        home_country=family.country("habitual_residence") if family.has("habitual_residence") else "BE",
        notice_days=family.maybe_count("notice_days"),
        document_with=family.maybe_parent("child_document_with"),
    )
    return found, tuple(_period(period) for period in family.objects("custody_periods"))


def _period(period: Fields) -> CustodyPeriod:
    period.in_order("from", "to")
    return CustodyPeriod(
        parent=period.parent("parent"), starts_at=period.instant("from"), ends_at=period.instant("to")
    )


def _references(facts: Facts, top: Fields) -> None:
    """What an event speaks about must be somewhere in the timeline."""
    trips = {trip.id for trip in facts.trips}
    consents = {consent.id for consent in facts.consents}
    handovers = {handover.id for handover in facts.handovers}
    children = {child.id for child in facts.family.children}
    about_trips: tuple[Any, ...] = (
        *facts.departures,
        *facts.returns,
        *facts.objections,
        *facts.restarts,
        *facts.disruptions,
    )
    with_children: tuple[Any, ...] = (*facts.trips, *facts.consents, *facts.handovers)
    for trip in sorted({record.trip for record in about_trips if record.trip is not None} - trips):
        top.wrong("timeline", "No event describes trip {trip}.", trip=trip)
    for consent in sorted({record.consent for record in facts.revocations} - consents):
        top.wrong("timeline", "No event describes consent {consent}.", consent=consent)
    for handover in sorted({record.handover for record in facts.disruptions if record.handover} - handovers):
        top.wrong("timeline", "No event describes handover {handover}.", handover=handover)
    named = {child for record in with_children for child in record.children}
    for child in sorted(named - children):
        top.wrong("timeline", "No child {child} is in the family.", child=child)
