"""Week/week, Monday. Source: ouders.tweehuizen.be PageId=234, item 2."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="ww_mon",
    order=2,
    name={
        "nl": "Week-week, wissel maandag",
        "fr": "Semaine/semaine, lundi",
        "de": "Wochenwechsel, Montag",
        "en": "Week/week, Monday",
    },
    nights="AAAAAAABBBBBBB",
    note={
        "nl": "Zeven nachten in het ene huis, dan zeven in het andere. De wissel is op maandag, vaak via school: ouders hoeven elkaar dan niet te zien.",
        "fr": "Sept nuits dans une maison, puis sept dans l’autre. Le changement a lieu le lundi, souvent par l’école : les parents ne doivent alors pas se voir.",
        "de": "Sieben Nächte in einem Zuhause, dann sieben im anderen. Gewechselt wird am Montag, oft über die Schule: Die Eltern müssen sich dann nicht sehen.",
        "en": "Seven nights in one home, then seven in the other. The change is on Monday, often through school, so parents need not meet.",
    },
    examples=(
        Example(date(2026, 1, 5), Home.A),
        Example(date(2026, 1, 11), Home.A),
        Example(date(2026, 1, 12), Home.B),
        Example(date(2026, 1, 18), Home.B),
    ),
)
