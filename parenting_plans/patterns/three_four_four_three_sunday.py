"""3-4-4-3 (Sunday start). A common pattern."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="3-4-4-3_sun",
    order=8,
    name={
        "nl": "3-4-4-3 (zondag)",
        "fr": "3-4-4-3 (dimanche)",
        "de": "3-4-4-3 (Sonntag)",
        "en": "3-4-4-3 (Sunday start)",
    },
    nights="AABBBBAAAABBBA",
    note={
        "nl": "Drie nachten, vier nachten, dan vier en drie, met wissel op zondag. Zaterdagnacht is altijd in het ene huis, zondagnacht altijd in het andere.",
        "fr": "Trois nuits, quatre nuits, puis quatre et trois, avec un changement le dimanche. La nuit du samedi est toujours dans une maison, celle du dimanche toujours dans l’autre.",
        "de": "Drei Nächte, vier Nächte, dann vier und drei, mit einem Wechsel am Sonntag. Die Samstagnacht ist immer in einem Zuhause, die Sonntagnacht immer im anderen.",
        "en": "Three nights, four nights, then four and three, with a change on Sunday. Saturday night is always in one home, Sunday night always in the other.",
    },
    examples=(
        Example(date(2026, 1, 6), Home.A),
        Example(date(2026, 1, 7), Home.B),
        Example(date(2026, 1, 10), Home.B),
        Example(date(2026, 1, 11), Home.A),
        Example(date(2026, 1, 14), Home.A),
        Example(date(2026, 1, 15), Home.B),
        Example(date(2026, 1, 18), Home.A),
    ),
)
