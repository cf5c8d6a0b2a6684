"""Easter Sunday."""

from datetime import date

from parenting_plans.easter import easter
from parenting_plans.special_days import Example, Feast

DAY = Feast(
    id="easter_day",
    order=13,
    name={"nl": "Paaszondag", "fr": "Dimanche de Pâques", "de": "Ostersonntag", "en": "Easter Sunday"},
    on=lambda year, _child: easter(year),
    examples=(
        Example(2026, date(2026, 4, 5)),
        Example(2027, date(2027, 3, 28)),
    ),
)
