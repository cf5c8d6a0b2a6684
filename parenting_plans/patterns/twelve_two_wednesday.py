"""Alternating weekends + Wednesday afternoon. Source: filiatio.be/article/64. The Wednesday afternoon is a slot without a night."""

from datetime import date, time

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home, Slot

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
        "nl": "Zoals om het andere weekend, met elke week ook de woensdagnamiddag in het tweede huis. Die namiddag telt niet als nacht; gebruikelijk is van 12 tot 18 uur.",
        "fr": "Comme un week-end sur deux, avec en plus le mercredi après-midi chaque semaine dans la deuxième maison. Cet après-midi ne compte pas comme une nuit ; d’habitude, c’est de 12 à 18 heures.",
        "de": "Wie jedes zweite Wochenende, dazu jede Woche der Mittwochnachmittag im zweiten Zuhause. Der Nachmittag zählt nicht als Nacht; üblich ist von 12 bis 18 Uhr.",
        "en": "As alternating weekends, with every Wednesday afternoon in the second home as well. The afternoon does not count as a night; usually it is from 12:00 to 18:00.",
    },
    examples=(
        Example(date(2026, 1, 7), Home.A),
        Example(date(2026, 1, 9), Home.B),
        Example(date(2026, 1, 11), Home.A),
    ),
    slots=(Slot(weekday=2, begins=time(12), ends=time(18), letter="B"),),
)
