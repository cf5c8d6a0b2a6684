"""New Year's Day: 1 January. Even or odd is the year that begins."""

from datetime import date

from parenting_plans.special_days import Example, Feast

DAY = Feast(
    id="new_years_day",
    order=12,
    name={"nl": "Nieuwjaarsdag", "fr": "Jour de l’An", "de": "Neujahrstag", "en": "New Year's Day"},
    on=lambda year, _child: date(year, 1, 1),
    examples=(Example(2026, date(2026, 1, 1)),),
)
