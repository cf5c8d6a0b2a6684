"""Decides every move of every pathway: (table, standing, move, who, facts, now) -> the next standing, or a clear refusal."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from mediation.pathways.guards import GUARDS, Ask, heard_by
from mediation.pathways.values import (
    DIVERTED,
    PARENTS,
    SAFETY_DIVERT,
    STAY,
    Actor,
    GuardFacts,
    Missing,
    Move,
    MoveNotAllowed,
    Pathway,
    Stage,
    Standing,
    Transition,
    When,
)

WRONG_STAGE = Missing("This step does not belong to the stage you are in now.").text
WRONG_PERSON = Missing("This step is for someone else.").text
ALREADY_YES = Missing("You have already said yes. We are waiting for the others.").text
STOPPED = Missing("Joint work is stopped for safety. Two professionals must reopen it first.", private=True)


@dataclass(frozen=True, slots=True)
class Choice:
    """A move this person could make from here. It is open when nothing is `missing` and they did not say yes yet."""

    move: Move
    to: Stage
    missing: tuple[Missing, ...]
    said_yes: bool
    waits_for: frozenset[Actor]
    done: bool

    @property
    def open(self) -> bool:
        return not self.missing and not self.said_yes


def begin(now: datetime) -> Standing:
    """Where every family starts."""
    return Standing("opening", "intake", now)


def stage_for(standing: Standing, *, professional: bool) -> Stage:
    """The stage to show: only professionals may see that joint work is stopped for safety."""
    return SAFETY_DIVERT if professional and DIVERTED in standing.facts else standing.stage


def decide(
    table: Pathway, standing: Standing, move: Move, roles: frozenset[Actor], facts: GuardFacts, now: datetime
) -> Standing:
    """The standing after `move`. Raises MoveNotAllowed: wrong stage, wrong person, or what is missing."""
    rule = table.rules.get((standing.stage, move))
    if rule is None or not _possible(rule, standing):
        raise MoveNotAllowed(WRONG_STAGE)
    acting = _acting(rule, roles, facts)
    if not acting:
        raise MoveNotAllowed(WRONG_PERSON)
    for missing in _missing(rule, Ask(standing, facts, acting, now), roles):
        raise MoveNotAllowed(missing.text, missing.values)
    if not rule.together:
        return _arrive(standing, rule, now)
    return _say_yes(standing, rule, move, acting, now)


def take_back(standing: Standing, roles: frozenset[Actor]) -> Standing:
    """Everyone may take back a yes as long as the others have not all said theirs."""
    return replace(standing, yes=frozenset(given for given in standing.yes if given[1] not in roles))


def allowed(
    table: Pathway, standing: Standing, roles: frozenset[Actor], facts: GuardFacts, now: datetime
) -> tuple[Choice, ...]:
    """What this person may do from here, in table order, with what is missing for what is not possible yet."""
    return tuple(
        _choice(move, rule, Ask(standing, facts, acting, now), roles)
        for (stage, move), rule in table.rules.items()
        if stage == standing.stage and _possible(rule, standing) and (acting := _acting(rule, roles, facts))
    )


def _possible(rule: Transition, standing: Standing) -> bool:
    return rule.when is not When.DIVERTED or DIVERTED in standing.facts


def _acting(rule: Transition, roles: frozenset[Actor], facts: GuardFacts) -> frozenset[Actor]:
    # A barred lawyer has no role in this family any more, whatever the table says (mirror of art. 1743 §3).
    barred = frozenset({Actor.FAMILY_LAWYER}) if facts.lawyer_barred else frozenset()
    return rule.who & (roles - barred)


def _missing(rule: Transition, ask: Ask, roles: frozenset[Actor]) -> tuple[Missing, ...]:
    answers = [GUARDS[name](ask) for name in rule.needs]
    if rule.when is When.OPEN and DIVERTED in ask.standing.facts:
        answers.append(STOPPED)
    return heard_by(tuple(answer for answer in answers if answer), roles)


def _choice(move: Move, rule: Transition, ask: Ask, roles: frozenset[Actor]) -> Choice:
    given = _given(ask.standing, move)
    return Choice(
        move=move,
        to=rule.to or ask.standing.stage,
        missing=_missing(rule, ask, roles),
        said_yes=rule.together and ask.acting <= given,
        waits_for=rule.who - given if rule.together else frozenset(),
        done=bool(rule.records) and set(rule.records) <= _readable(ask.standing.facts, roles),
    )


def _readable(facts: Mapping[str, datetime], roles: frozenset[Actor]) -> set[str]:
    return set(facts) - ({DIVERTED} if roles & PARENTS else set())


def _given(standing: Standing, move: Move) -> frozenset[Actor]:
    return frozenset(actor for said, actor in standing.yes if said == move)


def _say_yes(
    standing: Standing, rule: Transition, move: Move, acting: frozenset[Actor], now: datetime
) -> Standing:
    if acting <= _given(standing, move):
        raise MoveNotAllowed(ALREADY_YES)
    # One person, one answer: choosing another route replaces the earlier choice.
    agreed = replace(
        take_back(standing, acting), yes=take_back(standing, acting).yes | {(move, a) for a in acting}
    )
    return _arrive(agreed, rule, now) if rule.who <= _given(agreed, move) else agreed


def _arrive(standing: Standing, rule: Transition, now: datetime) -> Standing:
    kept = {name: at for name, at in standing.facts.items() if name not in rule.clears}
    facts = {**dict.fromkeys(rule.records, now), **kept}
    if rule.to == STAY:
        return replace(standing, facts=facts)
    return Standing(rule.leads_into or standing.pathway, rule.to, now, frozenset(), facts)
