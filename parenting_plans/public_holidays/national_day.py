"""National Day."""

from datetime import date

from parenting_plans.public_holidays import PublicHoliday

HOLIDAY = PublicHoliday(
    id="21_july",
    order=8,
    name={"nl": "Nationale feestdag", "fr": "Fête nationale", "de": "Nationalfeiertag", "en": "National Day"},
    on=lambda year: date(year, 7, 21),
    examples=(date(2026, 7, 21),),
)
