"""Week/week, Wednesday. Source: ouders.tweehuizen.be PageId=234, item 3."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="ww_wed",
    order=3,
    name={
        "nl": "Week-week, wissel woensdag",
        "fr": "Semaine/semaine, mercredi",
        "de": "Wochenwechsel, Mittwoch",
        "en": "Week/week, Wednesday",
    },
    nights="BBAAAAAAABBBBB",
    note={
        "nl": "Zeven nachten in het ene huis, dan zeven in het andere. De wissel is op woensdag, bijvoorbeeld na school.",
        "fr": "Sept nuits dans une maison, puis sept dans l’autre. Le changement a lieu le mercredi, par exemple après l’école.",
        "de": "Sieben Nächte in einem Zuhause, dann sieben im anderen. Gewechselt wird am Mittwoch, zum Beispiel nach der Schule.",
        "en": "Seven nights in one home, then seven in the other. The change is on Wednesday, for example after school.",
    },
    examples=(
        Example(date(2026, 1, 6), Home.B),
        Example(date(2026, 1, 7), Home.A),
        Example(date(2026, 1, 13), Home.A),
        Example(date(2026, 1, 14), Home.B),
    ),
)
