"""Assumption Day."""

from datetime import date

from parenting_plans.public_holidays import PublicHoliday

HOLIDAY = PublicHoliday(
    id="15_aug",
    order=9,
    name={
        "nl": "Onze-Lieve-Vrouw-Hemelvaart",
        "fr": "Assomption",
        "de": "Mariä Himmelfahrt",
        "en": "Assumption Day",
    },
    on=lambda year: date(year, 8, 15),
    examples=(date(2026, 8, 15),),
)
