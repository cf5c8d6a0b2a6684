"""Father's Day as around Antwerp: 19 March."""

from datetime import date

from parenting_plans.special_days import Example, Feast

DAY = Feast(
    id="fathers_day_antwerp",
    order=4,
    name={
        "nl": "Vaderdag in Antwerpen (19 maart)",
        "fr": "Fête des pères à Anvers (19 mars)",
        "de": "Vatertag in Antwerpen (19. März)",
        "en": "Father's Day in Antwerp (19 March)",
    },
    on=lambda year, _child: date(year, 3, 19),
    examples=(Example(2026, date(2026, 3, 19)),),
)
