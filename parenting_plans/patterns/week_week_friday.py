"""Week/week, Friday. Source: ouders.tweehuizen.be PageId=234, items 4-7."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="ww_fri",
    order=1,
    name={
        "nl": "Week-week, wissel vrijdag",
        "fr": "Une semaine/une semaine, vendredi",
        "de": "Wochenwechsel, Freitag",
        "en": "Week/week, Friday",
    },
    nights="BBBBAAAAAAABBB",
    note={
        "nl": "Zeven nachten in het ene huis, dan zeven in het andere. De wissel is op vrijdag: de week begint met het weekend. In België is dit de meest gebruikte regeling bij gelijk verdeeld verblijf.",
        "fr": "Sept nuits dans une maison, puis sept dans l’autre. Le changement a lieu le vendredi : la semaine commence par le week-end. C’est la formule la plus courante en Belgique pour un hébergement égalitaire.",
        "de": "Sieben Nächte in einem Zuhause, dann sieben im anderen. Gewechselt wird am Freitag: Die Woche beginnt mit dem Wochenende. Das ist in Belgien die häufigste Regelung bei gleichmäßig aufgeteilter Unterbringung.",
        "en": "Seven nights in one home, then seven in the other. The change is on Friday, so each week starts with the weekend. It is the most common form of equal residence in Belgium.",
    },
    examples=(
        Example(date(2026, 1, 8), Home.B),
        Example(date(2026, 1, 9), Home.A),
        Example(date(2026, 1, 15), Home.A),
        Example(date(2026, 1, 16), Home.B),
    ),
)
