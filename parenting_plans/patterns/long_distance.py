"""Long distance: one weekend a month. A common pattern; 28 nights come close to "the first weekend of the month"."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home, Monthly

PATTERN = Pattern(
    id="long_distance",
    order=20,
    name={
        "nl": "Lange afstand: één weekend per maand",
        "fr": "Longue distance : un week-end par mois",
        "de": "Große Entfernung: ein Wochenende im Monat",
        "en": "Long distance: one weekend a month",
    },
    nights="AAAABBAAAAAAAAAAAAAAAAAAAAAA",
    note={
        "nl": "Om de vier weken een weekend in het tweede huis, van vrijdag tot zondag. Voor ouders die ver van elkaar wonen; vaak met een groter deel van de schoolvakanties.",
        "fr": "Un week-end toutes les quatre semaines dans la deuxième maison, du vendredi au dimanche. Pour des parents qui habitent loin l’un de l’autre ; souvent avec une plus grande part des vacances scolaires.",
        "de": "Alle vier Wochen ein Wochenende im zweiten Zuhause, von Freitag bis Sonntag. Für Eltern, die weit voneinander entfernt wohnen; oft mit einem größeren Teil der Schulferien.",
        "en": "One weekend every four weeks in the second home, from Friday to Sunday. For parents who live far apart; often with a larger part of the school holidays.",
    },
    examples=(
        Example(date(2026, 1, 8), Home.A),
        Example(date(2026, 1, 9), Home.B),
        Example(date(2026, 1, 10), Home.B),
        Example(date(2026, 1, 11), Home.A),
        Example(date(2026, 1, 23), Home.A),
    ),
    monthly=Monthly(ordinals=(1,), weekday=4, nights=2),
)
