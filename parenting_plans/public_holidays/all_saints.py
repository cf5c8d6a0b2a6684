"""All Saints' Day."""

from datetime import date

from parenting_plans.public_holidays import PublicHoliday

HOLIDAY = PublicHoliday(
    id="1_nov",
    order=11,
    name={"nl": "Allerheiligen", "fr": "Toussaint", "de": "Allerheiligen", "en": "All Saints' Day"},
    on=lambda year: date(year, 11, 1),
    examples=(date(2026, 11, 1),),
)
