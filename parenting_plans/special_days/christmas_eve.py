"""Christmas Eve: 24 December."""

from datetime import date

from parenting_plans.special_days import Example, Feast

DAY = Feast(
    id="christmas_eve",
    order=8,
    name={"nl": "Kerstavond", "fr": "Réveillon de Noël", "de": "Heiligabend", "en": "Christmas Eve"},
    on=lambda year, _child: date(year, 12, 24),
    examples=(Example(2026, date(2026, 12, 24)),),
)
