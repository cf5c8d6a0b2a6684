"""Christmas Day: 25 December."""

from datetime import date

from parenting_plans.special_days import Example, Feast

DAY = Feast(
    id="christmas_day",
    order=9,
    name={"nl": "Kerstdag", "fr": "Jour de Noël", "de": "Weihnachtstag", "en": "Christmas Day"},
    on=lambda year, _child: date(year, 12, 25),
    examples=(Example(2026, date(2026, 12, 25)),),
)
