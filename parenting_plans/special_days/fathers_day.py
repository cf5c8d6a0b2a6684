"""Father's Day: the second Sunday of June."""

from datetime import date

from parenting_plans.special_days import Example, Feast, sunday

DAY = Feast(
    id="fathers_day",
    order=3,
    name={"nl": "Vaderdag", "fr": "Fête des pères", "de": "Vatertag", "en": "Father's Day"},
    on=lambda year, _child: sunday(year, 6, 2),
    examples=(
        Example(2026, date(2026, 6, 14)),
        Example(2027, date(2027, 6, 13)),
    ),
)
