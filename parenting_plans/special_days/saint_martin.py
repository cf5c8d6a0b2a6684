"""Saint Martin: 11 November."""

from datetime import date

from parenting_plans.special_days import Example, Feast

DAY = Feast(
    id="saint_martin",
    order=6,
    name={"nl": "Sint-Maarten", "fr": "Saint-Martin", "de": "Sankt Martin", "en": "Saint Martin"},
    on=lambda year, _child: date(year, 11, 11),
    examples=(Example(2026, date(2026, 11, 11)),),
)
