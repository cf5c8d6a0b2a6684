"""The child's own birthday; born on 29 February, it is 1 March in common years."""

from datetime import date

from parenting_plans.special_days import Example, Feast, yearly

DAY = Feast(
    id="birthday",
    order=5,
    name={
        "nl": "Verjaardag van het kind",
        "fr": "Anniversaire de l’enfant",
        "de": "Geburtstag des Kindes",
        "en": "Child's birthday",
    },
    on=lambda year, child: yearly(child.born, year),
    examples=(
        Example(2026, date(2026, 3, 1)),
        Example(2027, date(2027, 3, 1), born=date(2016, 2, 29)),
        Example(2028, date(2028, 2, 29), born=date(2016, 2, 29)),
    ),
)
