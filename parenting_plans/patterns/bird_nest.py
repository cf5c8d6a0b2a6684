"""Bird-nesting, week/week. Source: parentskids.be (nestzorg)."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="birdnest_ww",
    order=19,
    name={
        "nl": "Nestzorg (birdnesting)",
        "fr": "Garde en nid (birdnesting)",
        "de": "Nestmodell (Birdnesting)",
        "en": "Bird-nesting, week/week",
    },
    nights="BBBBAAAAAAABBB",
    note={
        "nl": "De kinderen blijven in één huis; de ouders wisselen elke week af, op vrijdag. De kalender zegt welke ouder bij de kinderen is.",
        "fr": "Les enfants restent dans une seule maison ; les parents s’y relaient chaque semaine, le vendredi. Le calendrier dit quel parent est avec les enfants.",
        "de": "Die Kinder bleiben in einem Zuhause; die Eltern wechseln sich dort jede Woche ab, am Freitag. Der Kalender sagt, welcher Elternteil bei den Kindern ist.",
        "en": "The children stay in one home; the parents take turns there every week, on Friday. The calendar says which parent is with the children.",
    },
    examples=(
        Example(date(2026, 1, 8), Home.B),
        Example(date(2026, 1, 9), Home.A),
        Example(date(2026, 1, 15), Home.A),
        Example(date(2026, 1, 16), Home.B),
    ),
    nest=True,
)
