"""The ways a family can go. To add one, write one file here with a PATHWAY; it is found by itself."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from mediation.pathways.deadlines import Due, deadline_of
from mediation.pathways.guards import GUARDS, NEUTRAL
from mediation.pathways.machine import Choice, allowed, begin, decide, stage_for, take_back
from mediation.pathways.rail import Step, progress
from mediation.pathways.values import Actor, GuardFacts, MoveNotAllowed, Pathway, Standing

__all__ = [
    "NEUTRAL",
    "Actor",
    "Choice",
    "Due",
    "GuardFacts",
    "MoveNotAllowed",
    "Pathway",
    "Standing",
    "Step",
    "allowed",
    "begin",
    "deadline_of",
    "decide",
    "load",
    "progress",
    "stage_for",
    "take_back",
]

_MACHINERY = frozenset({"deadlines", "everywhere", "guards", "machine", "rail", "values"})


@cache
def load() -> Mapping[str, Pathway]:
    """Every pathway by its id, in order. Fails loudly on a file without PATHWAY, a double id or a loose end."""
    names = [module.name for module in iter_modules(__path__) if module.name not in _MACHINERY]
    found: list[Pathway] = [import_module(f"{__name__}.{name}").PATHWAY for name in sorted(names)]
    by_id = {pathway.id: pathway for pathway in found}
    if len(by_id) != len(found):
        raise RuntimeError(f"Two pathways share an id: {sorted(pathway.id for pathway in found)}")
    loose = [end for pathway in found for end in _loose_ends(pathway, by_id)]
    if loose:
        raise RuntimeError(f"Pathways name what is not there: {loose}")
    return by_id


def _loose_ends(pathway: Pathway, by_id: Mapping[str, Pathway]) -> list[str]:
    ends: list[str] = [
        f"{pathway.id}: stage {stage}" for stage in pathway.rail if stage not in pathway.stages
    ]
    for (stage, move), rule in pathway.rules.items():
        target = by_id.get(rule.leads_into or pathway.id)
        here = f"{pathway.id}: {stage}, {move}"
        if stage not in pathway.stages or move not in pathway.moves:
            ends.append(f"{here}: no words")
        if target is None or (rule.to or stage) not in target.stages:
            ends.append(f"{here}: leads nowhere")
        ends += [f"{here}: guard {name}" for name in rule.needs if name not in GUARDS]
    return ends
