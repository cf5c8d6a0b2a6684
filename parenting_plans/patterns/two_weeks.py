"""Two weeks/two weeks. A common pattern."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="2weeks",
    order=18,
    name={
        "nl": "Twee weken om twee weken",
        "fr": "Deux semaines/deux semaines",
        "de": "Zwei-Wochen-Wechsel",
        "en": "Two weeks/two weeks",
    },
    nights="AAAAAAAAAAAAAABBBBBBBBBBBBBB",
    note={
        "nl": "Veertien nachten in het ene huis, dan veertien in het andere. Weinig wissels, maar lang zonder de andere ouder: eerder voor tieners.",
        "fr": "Quatorze nuits dans une maison, puis quatorze dans l’autre. Peu de changements, mais longtemps sans l’autre parent : plutôt pour des adolescents.",
        "de": "Vierzehn Nächte in einem Zuhause, dann vierzehn im anderen. Wenige Wechsel, aber lange ohne den anderen Elternteil: eher für Jugendliche.",
        "en": "Fourteen nights in one home, then fourteen in the other. Few changes, but long without the other parent: rather for teenagers.",
    },
    examples=(
        Example(date(2026, 1, 5), Home.A),
        Example(date(2026, 1, 18), Home.A),
        Example(date(2026, 1, 19), Home.B),
    ),
)
