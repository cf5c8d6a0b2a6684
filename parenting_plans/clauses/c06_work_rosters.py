"""C06: a parent who works shifts says in time when the children can come; without a roster C02 applies."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled

_DUE: tuple[tuple[str, Words], ...] = (
    ("monthly", {"nl": "elke maand", "fr": "chaque mois", "de": "jeden Monat", "en": "every month"}),
    (
        "quarterly",
        {"nl": "elk kwartaal", "fr": "chaque trimestre", "de": "jedes Quartal", "en": "every quarter"},
    ),
    ("yearly", {"nl": "elk jaar", "fr": "chaque année", "de": "jedes Jahr", "en": "every year"}),
)
_SENTENCE: Words = {
    "nl": "{parent} deelt {period} het uurrooster, minstens {days} voor het begint; de ouders passen de dagen dan samen aan met een ruil; zonder uurrooster geldt de gewone verblijfsregeling.",
    "fr": "{parent} communique {period} son horaire, au moins {days} avant qu'il commence ; les parents adaptent alors les jours ensemble par un échange ; sans horaire, l'hébergement habituel s'applique.",
    "de": "{parent} teilt {period} den Dienstplan mit, mindestens {days} vor dessen Beginn; die Eltern passen die Tage dann gemeinsam mit einem Tausch an; ohne Dienstplan gilt die gewöhnliche Regelung.",
    "en": "{parent} shares the work roster {period}, at least {days} before it begins; the parents then adapt the days together with a swap; without a roster the regular schedule applies.",
}


def _words(answers: Answers, names: Names) -> Words:
    period = option(_PERIOD, answers["roster_period"])
    days = counted(answers["days_ahead"], "day")
    return filled(_SENTENCE, parent=names[answers["roster_parent"]], period=period, days=days)


_PERIOD = Field(
    "roster_period",
    Kind.CHOICE,
    {
        "nl": "Hoe vaak komt er een nieuw uurrooster?",
        "fr": "À quel rythme y a-t-il un nouvel horaire ?",
        "de": "Wie oft gibt es einen neuen Dienstplan?",
        "en": "How often is there a new roster?",
    },
    options=_DUE,
)

CLAUSE = Clause(
    code="C06",
    section="C",
    title={
        "nl": "Wisselende werkuren",
        "fr": "Horaires variables",
        "de": "Wechselnde Arbeitszeiten",
        "en": "Work rosters and shifts",
    },
    question={
        "nl": "Werkt een van jullie in ploegen of met een wisselend uurrooster?",
        "fr": "L'un de vous travaille-t-il en équipes ou avec un horaire variable ?",
        "de": "Arbeitet einer von Ihnen im Schichtdienst?",
        "en": "Does one of you work shifts?",
    },
    hint={
        "nl": "Het uurrooster zelf hoeft niet in het plan.",
        "fr": "L'horaire même ne doit pas figurer dans le plan.",
        "de": "Der Dienstplan selbst muss nicht in den Plan.",
        "en": "The roster itself need not be in the plan.",
    },
    fields=(
        Field(
            "roster_parent",
            Kind.PARENT,
            {
                "nl": "Wie werkt met een uurrooster?",
                "fr": "Qui travaille avec un horaire variable ?",
                "de": "Wer arbeitet im Schichtdienst?",
                "en": "Who works with a roster?",
            },
        ),
        _PERIOD,
        Field(
            "days_ahead",
            Kind.INTEGER,
            {
                "nl": "Hoelang vooraf gedeeld?",
                "fr": "Communiqué combien de temps à l'avance ?",
                "de": "Wie lange vorher mitgeteilt?",
                "en": "Shared how long ahead?",
            },
            minimum=1,
            maximum=120,
            unit={"nl": "dagen", "fr": "jours", "de": "Tage", "en": "days"},
        ),
    ),
    default={"roster_period": "yearly", "days_ahead": 30},
    source="Flemish model clauses for shift work: roster by 30 November for the next year",
    words=_words,
    examples=(
        Example(
            {"roster_parent": "B", "roster_period": "monthly", "days_ahead": 14},
            sentence={
                "nl": "Ben deelt elke maand het uurrooster, minstens 14 dagen voor het begint; de ouders passen de dagen dan samen aan met een ruil; zonder uurrooster geldt de gewone verblijfsregeling.",
                "fr": "Ben communique chaque mois son horaire, au moins 14 jours avant qu'il commence ; les parents adaptent alors les jours ensemble par un échange ; sans horaire, l'hébergement habituel s'applique.",
                "de": "Ben teilt jeden Monat den Dienstplan mit, mindestens 14 Tage vor dessen Beginn; die Eltern passen die Tage dann gemeinsam mit einem Tausch an; ohne Dienstplan gilt die gewöhnliche Regelung.",
                "en": "Ben shares the work roster every month, at least 14 days before it begins; the parents then adapt the days together with a swap; without a roster the regular schedule applies.",
            },
        ),
        Example({}, problems=("roster_parent", "roster_period", "days_ahead")),
        Example(
            {"roster_parent": "C", "roster_period": "daily", "days_ahead": 0},
            problems=("roster_parent", "roster_period", "days_ahead"),
        ),
    ),
)
