"""2-2-5-5 (5-2-2-5). A common pattern."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="2-2-5-5",
    order=6,
    name={
        "nl": "2-2-5-5",
        "fr": "2-2-5-5",
        "de": "2-2-5-5",
        "en": "2-2-5-5",
    },
    nights="AABBAAAAABBBBB",
    note={
        "nl": "Maandag en dinsdag altijd in het ene huis, woensdag en donderdag altijd in het andere. De weekends wisselen af. De weekdagen liggen vast, wat helpt voor hobby’s en werk.",
        "fr": "Lundi et mardi toujours dans une maison, mercredi et jeudi toujours dans l’autre. Les week-ends alternent. Les jours de semaine sont fixes, ce qui aide pour les activités et le travail.",
        "de": "Montag und Dienstag immer in einem Zuhause, Mittwoch und Donnerstag immer im anderen. Die Wochenenden wechseln sich ab. Die Wochentage bleiben gleich, was bei Hobbys und Arbeit hilft.",
        "en": "Monday and Tuesday always in one home, Wednesday and Thursday always in the other. Weekends alternate. The weekdays are fixed, which helps with hobbies and work.",
    },
    examples=(
        Example(date(2026, 1, 5), Home.A),
        Example(date(2026, 1, 7), Home.B),
        Example(date(2026, 1, 9), Home.A),
        Example(date(2026, 1, 13), Home.A),
        Example(date(2026, 1, 14), Home.B),
        Example(date(2026, 1, 18), Home.B),
    ),
)
