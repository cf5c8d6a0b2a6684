"""Safeguarding first: steps of a parent a court protects are for the safeguarding team, never an ordinary finding.

It needs a decision or a professional's record, never a bare allegation. With measures in both directions a
violence-trained reviewer decides by hand, so nothing is rerouted here.
"""

from datetime import date, timedelta

from risk.case import Case
from risk.facts import CourtMeasure, MeasureKind
from risk.values import Evidence, Parent

PROTECTIVE = frozenset({MeasureKind.PROTECTIVE_ORDER, MeasureKind.TEMPORARY_RESIDENCE_BAN})
AFTERWARDS = timedelta(days=180)
LONG_AGO = date(1970, 1, 1)


def protected(case: Case) -> frozenset[Parent]:
    """The parent whose steps are rerouted at this moment: until 180 days after the measure ends."""
    found = frozenset(
        measure.protects
        for measure in case.facts.court_measures
        if measure.protects is not None
        and measure.evidence in {Evidence.A, Evidence.B}
        and _in_force(case, measure)
    )
    return found if len(found) == 1 else frozenset()


def _in_force(case: Case, measure: CourtMeasure) -> bool:
    begun = case.clock.day_reached(measure.valid_from or LONG_AGO)
    over = measure.valid_to is not None and case.clock.day_past(measure.valid_to + AFTERWARDS)
    return measure.kind in PROTECTIVE and begun and not over
