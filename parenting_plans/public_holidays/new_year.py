"""New Year's Day."""

from datetime import date

from parenting_plans.public_holidays import PublicHoliday

HOLIDAY = PublicHoliday(
    id="1_jan",
    order=1,
    name={"nl": "Nieuwjaar", "fr": "Nouvel An", "de": "Neujahr", "en": "New Year's Day"},
    on=lambda year: date(year, 1, 1),
    examples=(date(2026, 1, 1),),
)
