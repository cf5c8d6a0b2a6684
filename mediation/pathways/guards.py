"""What must be true before a move: one small question per guard, answered from facts alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from mediation.pathways.values import DIVERTED, PARENTS, Actor, GuardFacts, Missing, Standing
from parenting_plans.values import ZONE

# One sentence for everything a parent must not be able to tell apart: the other parent has not answered yet,
# the centre is still looking, or a safety flag stands.
NEUTRAL = Missing("The centre will contact you about the next step.").text
TIME_TO_THINK = timedelta(days=7)
INFORMED = {Actor.PARENT_A: "informed_a", Actor.PARENT_B: "informed_b"}
LAWYER_INFORMED = {Actor.PARENT_A: "lawyer_informed_a", Actor.PARENT_B: "lawyer_informed_b"}


@dataclass(frozen=True, slots=True)
class Ask:
    """One person asks, in these roles, at this moment."""

    standing: Standing
    facts: GuardFacts
    acting: frozenset[Actor]
    now: datetime


Guard = Callable[[Ask], Missing | None]


def both_screened(ask: Ask) -> Missing | None:
    if ask.facts.screened_a and ask.facts.screened_b:
        return None
    return Missing("Both parents must have answered the private questions first.", private=True)


def joint_work_safe(ask: Ask) -> Missing | None:
    """Invariant (v): a flag blocks joint work until two professionals lift it."""
    if not ask.facts.safety_flag or ask.facts.flag_lifted_by_two:
        return None
    return Missing("Two professionals must lift the safety flag first.", private=True)


def two_disciplines(ask: Ask) -> Missing | None:
    if ask.facts.advising_disciplines >= 2:
        return None
    return Missing("Two disciplines must have given their advice on the route first.")


def both_informed(ask: Ask) -> Missing | None:
    if set(INFORMED.values()) <= set(ask.standing.facts):
        return None
    return Missing("Both of you must have attended the information talk first.")


def accredited_mediator(ask: Ask) -> Missing | None:
    """Only an agreement reached with an accredited mediator can be homologated (art. 1733 Judicial Code)."""
    if ask.facts.accredited_mediator:
        return None
    return Missing("An accredited mediator must have accepted the mandate first.")


def conflict_check_clear(ask: Ask) -> Missing | None:
    if ask.facts.conflict_check_clear:
        return None
    return Missing("The conflict check must be done and clear first.")


def seven_days_to_think(ask: Ask) -> Missing | None:
    """Each parent consents at least seven days after they were informed alone (belgium.md 2.4)."""
    asking = [name for actor, name in LAWYER_INFORMED.items() if actor in ask.acting]
    told = [ask.standing.facts[name] for name in asking if name in ask.standing.facts]
    if len(told) < len(asking):
        return Missing("You must have had your own information talk with the family lawyer first.")
    opens = max(told, default=ask.now - TIME_TO_THINK) + TIME_TO_THINK
    if ask.now >= opens:
        return None
    return Missing("You can say yes from {date} on.", {"date": opens.astimezone(ZONE).date().isoformat()})


def plan_signed(ask: Ask) -> Missing | None:
    return None if ask.facts.plan_signed else Missing("Both of you must have signed the plan first.")


def closing_asked(ask: Ask) -> Missing | None:
    if ask.facts.closing_asked:
        return None
    return Missing("Both parents must ask for it, or the youngest child must be 18.")


def handed_over(ask: Ask) -> Missing | None:
    """A diversion always ends at a named service with a contact."""
    if DIVERTED not in ask.standing.facts or ask.facts.service_named:
        return None
    return Missing("Name the service and the contact that take over first.", private=True)


_ALL: tuple[Guard, ...] = (
    both_screened,
    joint_work_safe,
    two_disciplines,
    both_informed,
    accredited_mediator,
    conflict_check_clear,
    seven_days_to_think,
    plan_signed,
    closing_asked,
    handed_over,
)
GUARDS: Mapping[str, Guard] = {guard.__name__: guard for guard in _ALL}


def heard_by(missing: tuple[Missing, ...], roles: frozenset[Actor]) -> tuple[Missing, ...]:
    """The same list as this person may hear it: for a parent what is private becomes one neutral sentence, last."""
    if not roles & PARENTS:
        return missing
    told = tuple(m for m in missing if not m.private)
    return told if len(told) == len(missing) else (*told, Missing(NEUTRAL))
