"""New Year's Eve: 31 December. Even or odd is the year that ends."""

from datetime import date

from parenting_plans.special_days import Example, Feast

DAY = Feast(
    id="new_years_eve",
    order=11,
    name={"nl": "Oudejaarsavond", "fr": "Réveillon du Nouvel An", "de": "Silvester", "en": "New Year's Eve"},
    on=lambda year, _child: date(year, 12, 31),
    examples=(Example(2026, date(2026, 12, 31)),),
)
