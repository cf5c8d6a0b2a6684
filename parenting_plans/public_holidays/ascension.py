"""Ascension Day: 39 days after Easter Sunday."""

from datetime import date, timedelta

from parenting_plans.easter import easter
from parenting_plans.public_holidays import PublicHoliday

HOLIDAY = PublicHoliday(
    id="ascension",
    order=4,
    name={"nl": "Hemelvaartsdag", "fr": "Ascension", "de": "Christi Himmelfahrt", "en": "Ascension Day"},
    on=lambda year: easter(year) + timedelta(days=39),
    examples=(
        date(2025, 5, 29),
        date(2026, 5, 14),
        date(2027, 5, 6),
        date(2028, 5, 25),
    ),
)
