"""Saint Nicholas: 6 December."""

from datetime import date

from parenting_plans.special_days import Example, Feast

DAY = Feast(
    id="saint_nicholas",
    order=7,
    name={"nl": "Sinterklaas", "fr": "Saint-Nicolas", "de": "Nikolaus", "en": "Saint Nicholas"},
    on=lambda year, _child: date(year, 12, 6),
    examples=(Example(2026, date(2026, 12, 6)),),
)
