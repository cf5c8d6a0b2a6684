"""The progress rail: what is behind a family, where it stands, what lies ahead. Says no more than the viewer may know."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mediation.pathways.everywhere import SAFETY_WORDS
from mediation.pathways.machine import stage_for
from mediation.pathways.values import SAFETY_DIVERT, Pathway, Stage, Standing
from parenting_plans.values import Words


@dataclass(frozen=True, slots=True)
class Step:
    stage: Stage
    label: Words
    place: Literal["done", "now", "ahead"]


def progress(
    pathways: Mapping[str, Pathway], standing: Standing, *, professional: bool = False
) -> tuple[Step, ...]:
    """The steps in order. Off the straight way (a pause, an end) the present stage comes last and nothing lies ahead."""
    table, stage = pathways[standing.pathway], stage_for(standing, professional=professional)
    before = pathways["opening"].rail if standing.pathway != "opening" else ()
    past = tuple(Step(name, pathways["opening"].stages[name], "done") for name in before)
    if stage not in table.rail:
        label = SAFETY_WORDS[stage] if stage == SAFETY_DIVERT else table.stages[stage]
        return (*past, Step(stage, label, "now"))
    here = table.rail.index(stage)
    return past + tuple(
        Step(name, table.stages[name], "done" if i < here else "now" if i == here else "ahead")
        for i, name in enumerate(table.rail)
    )
