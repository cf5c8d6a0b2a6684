"""Alternating weekends + Wednesday afternoon. Source: filiatio.be/article/64. The Wednesday afternoon has no night and is a day slot."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="12-2_wed",
    order=10,
    name={
        "nl": "Om het andere weekend + woensdagnamiddag",
        "fr": "Un week-end sur deux + mercredi après-midi",
        "de": "Jedes zweite Wochenende + Mittwochnachmittag",
        "en": "Alternating weekends + Wednesday afternoon",
    },
    nights="AAAABBAAAAAAAA",
    note={
        "nl": "Zoals om het andere weekend, met elke week ook de woensdagnamiddag in het tweede huis. Die namiddag telt niet als nacht: spreek de uren apart af.",
        "fr": "Comme un week-end sur deux, avec en plus le mercredi après-midi chaque semaine dans la deuxième maison. Cet après-midi ne compte pas comme une nuit : convenez des heures à part.",
        "de": "Wie jedes zweite Wochenende, dazu jede Woche der Mittwochnachmittag im zweiten Zuhause. Der Nachmittag zählt nicht als Nacht: Vereinbaren Sie die Uhrzeiten gesondert.",
        "en": "As alternating weekends, with every Wednesday afternoon in the second home as well. The afternoon does not count as a night: agree on its hours separately.",
    },
    examples=(
        Example(date(2026, 1, 7), Home.A),
        Example(date(2026, 1, 9), Home.B),
        Example(date(2026, 1, 11), Home.A),
    ),
)
