"""School week / weekends. A common pattern."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="5-2_weekends",
    order=17,
    name={
        "nl": "Schoolweek-weekend",
        "fr": "Semaine scolaire/week-ends",
        "de": "Schulwoche/Wochenenden",
        "en": "School week / weekends",
    },
    nights="AAAABBBAAAABBB",
    note={
        "nl": "De schoolnachten in het eerste huis, elk weekend van vrijdag tot maandag in het tweede. Let op: het eerste huis heeft zo nooit een vrij weekend met het kind.",
        "fr": "Les nuits d’école dans la première maison, chaque week-end du vendredi au lundi dans la deuxième. Attention : la première maison n’a alors jamais de week-end avec l’enfant.",
        "de": "Die Schulnächte im ersten Zuhause, jedes Wochenende von Freitag bis Montag im zweiten. Achtung: Das erste Zuhause hat so nie ein Wochenende mit dem Kind.",
        "en": "School nights in the first home, every weekend from Friday to Monday in the second. Note: the first home then never has a weekend with the child.",
    },
    examples=(
        Example(date(2026, 1, 8), Home.A),
        Example(date(2026, 1, 9), Home.B),
        Example(date(2026, 1, 11), Home.B),
        Example(date(2026, 1, 12), Home.A),
        Example(date(2026, 1, 16), Home.B),
    ),
)
