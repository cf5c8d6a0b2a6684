"""Mother's Day: the second Sunday of May."""

from datetime import date

from parenting_plans.special_days import Example, Feast, sunday

DAY = Feast(
    id="mothers_day",
    order=1,
    name={"nl": "Moederdag", "fr": "Fête des mères", "de": "Muttertag", "en": "Mother's Day"},
    on=lambda year, _child: sunday(year, 5, 2),
    examples=(
        Example(2026, date(2026, 5, 10)),
        Example(2027, date(2027, 5, 9)),
    ),
)
