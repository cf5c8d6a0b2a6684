"""Easter Monday: the day after Easter Sunday."""

from datetime import date, timedelta

from parenting_plans.easter import easter
from parenting_plans.public_holidays import PublicHoliday

HOLIDAY = PublicHoliday(
    id="easter_monday",
    order=2,
    name={"nl": "Paasmaandag", "fr": "Lundi de Pâques", "de": "Ostermontag", "en": "Easter Monday"},
    on=lambda year: easter(year) + timedelta(days=1),
    examples=(
        date(2025, 4, 21),
        date(2026, 4, 6),
        date(2027, 3, 29),
        date(2028, 4, 17),
    ),
)
