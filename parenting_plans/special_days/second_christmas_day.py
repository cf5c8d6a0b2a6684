"""The second day of Christmas: 26 December."""

from datetime import date

from parenting_plans.special_days import Example, Feast

DAY = Feast(
    id="second_christmas_day",
    order=10,
    name={
        "nl": "Tweede kerstdag",
        "fr": "Lendemain de Noël",
        "de": "Zweiter Weihnachtstag",
        "en": "Second day of Christmas",
    },
    on=lambda year, _child: date(year, 12, 26),
    examples=(Example(2026, date(2026, 12, 26)),),
)
