"""Labour Day."""

from datetime import date

from parenting_plans.public_holidays import PublicHoliday

HOLIDAY = PublicHoliday(
    id="1_may",
    order=3,
    name={"nl": "Dag van de Arbeid", "fr": "Fête du Travail", "de": "Tag der Arbeit", "en": "Labour Day"},
    on=lambda year: date(year, 5, 1),
    examples=(date(2026, 5, 1),),
)
