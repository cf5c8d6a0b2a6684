"""Week/week with one mid-week night. Source: ouders.tweehuizen.be PageId=234, item 6."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="ww_fri_midnight",
    order=4,
    name={
        "nl": "Week-week met nacht tussendoor",
        "fr": "Semaine/semaine avec une nuit",
        "de": "Wochenwechsel mit Zwischennacht",
        "en": "Week/week with one mid-week night",
    },
    nights="BBABAAAAABABBB",
    note={
        "nl": "Week om week met wissel op vrijdag, en elke woensdagnacht in het andere huis. Zo is een kind nooit langer dan vijf nachten weg van een ouder. Er zijn wel meer wissels.",
        "fr": "Une semaine sur deux avec changement le vendredi, et chaque nuit du mercredi dans l’autre maison. L’enfant n’est ainsi jamais plus de cinq nuits sans voir un parent. Il y a par contre plus de changements.",
        "de": "Wochenwechsel am Freitag und jede Mittwochnacht im anderen Zuhause. So ist ein Kind nie länger als fünf Nächte von einem Elternteil weg. Dafür gibt es mehr Wechsel.",
        "en": "Week and week with the change on Friday, and every Wednesday night in the other home. A child is never away from a parent for more than five nights. There are more changes.",
    },
    examples=(
        Example(date(2026, 1, 7), Home.A),
        Example(date(2026, 1, 8), Home.B),
        Example(date(2026, 1, 9), Home.A),
        Example(date(2026, 1, 14), Home.B),
        Example(date(2026, 1, 15), Home.A),
        Example(date(2026, 1, 16), Home.B),
    ),
)
