"""Whit Monday: 50 days after Easter Sunday."""

from datetime import date, timedelta

from parenting_plans.easter import easter
from parenting_plans.public_holidays import PublicHoliday

HOLIDAY = PublicHoliday(
    id="whit_monday",
    order=6,
    name={"nl": "Pinkstermaandag", "fr": "Lundi de Pentecôte", "de": "Pfingstmontag", "en": "Whit Monday"},
    on=lambda year: easter(year) + timedelta(days=50),
    examples=(
        date(2025, 6, 9),
        date(2026, 5, 25),
        date(2027, 5, 17),
        date(2028, 6, 5),
    ),
)
