"""2-2-3. A common pattern."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="2-2-3",
    order=5,
    name={
        "nl": "2-2-3",
        "fr": "2-2-3",
        "de": "2-2-3",
        "en": "2-2-3",
    },
    nights="AABBAAABBAABBB",
    note={
        "nl": "Twee nachten, twee nachten, dan een lang weekend van drie nachten. De week erna is het omgekeerd. Korte periodes en veel wissels; de vaste dagen wisselen elke week.",
        "fr": "Deux nuits, deux nuits, puis un long week-end de trois nuits. La semaine suivante, c’est l’inverse. Des séjours courts et beaucoup de changements ; les jours changent chaque semaine.",
        "de": "Zwei Nächte, zwei Nächte, dann ein langes Wochenende mit drei Nächten. In der Woche danach ist es umgekehrt. Kurze Aufenthalte und viele Wechsel; die Tage ändern sich jede Woche.",
        "en": "Two nights, two nights, then a long weekend of three nights. The next week it is the other way round. Short stays and many changes; the days differ each week.",
    },
    examples=(
        Example(date(2026, 1, 5), Home.A),
        Example(date(2026, 1, 7), Home.B),
        Example(date(2026, 1, 9), Home.A),
        Example(date(2026, 1, 12), Home.B),
        Example(date(2026, 1, 14), Home.A),
        Example(date(2026, 1, 16), Home.B),
    ),
)
