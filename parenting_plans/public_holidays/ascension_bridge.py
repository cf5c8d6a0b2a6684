"""Ascension Day with the bridge day: Thursday and the Friday after it, for parents who count both as one long weekend."""

from datetime import date, timedelta

from parenting_plans.easter import easter
from parenting_plans.public_holidays import PublicHoliday

HOLIDAY = PublicHoliday(
    id="ascension_bridge",
    order=5,
    name={
        "nl": "Hemelvaartsdag met de brugdag",
        "fr": "Ascension avec le pont",
        "de": "Christi Himmelfahrt mit dem Brückentag",
        "en": "Ascension Day with the bridge day",
    },
    on=lambda year: easter(year) + timedelta(days=39),
    examples=(
        date(2025, 5, 29),
        date(2026, 5, 14),
        date(2027, 5, 6),
        date(2028, 5, 25),
    ),
    bridge=True,
)
