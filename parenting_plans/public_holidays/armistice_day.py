"""Armistice Day."""

from datetime import date

from parenting_plans.public_holidays import PublicHoliday

HOLIDAY = PublicHoliday(
    id="11_nov",
    order=12,
    name={"nl": "Wapenstilstand", "fr": "Armistice", "de": "Waffenstillstand", "en": "Armistice Day"},
    on=lambda year: date(year, 11, 11),
    examples=(date(2026, 11, 11),),
)
