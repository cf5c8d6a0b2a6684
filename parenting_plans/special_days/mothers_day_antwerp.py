"""Mother's Day as around Antwerp: 15 August."""

from datetime import date

from parenting_plans.special_days import Example, Feast

DAY = Feast(
    id="mothers_day_antwerp",
    order=2,
    name={
        "nl": "Moederdag in Antwerpen (15 augustus)",
        "fr": "Fête des mères à Anvers (15 août)",
        "de": "Muttertag in Antwerpen (15. August)",
        "en": "Mother's Day in Antwerp (15 August)",
    },
    on=lambda year, _child: date(year, 8, 15),
    examples=(Example(2026, date(2026, 8, 15)),),
)
