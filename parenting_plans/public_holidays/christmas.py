"""Christmas Day."""

from datetime import date

from parenting_plans.public_holidays import PublicHoliday

HOLIDAY = PublicHoliday(
    id="25_dec",
    order=14,
    name={"nl": "Kerstmis", "fr": "Noël", "de": "Weihnachten", "en": "Christmas Day"},
    on=lambda year: date(year, 12, 25),
    examples=(date(2026, 12, 25),),
)
