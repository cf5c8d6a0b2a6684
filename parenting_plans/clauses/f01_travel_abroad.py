"""F01: what each parent does before travelling abroad with a child."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled, listed

_WITHIN: tuple[tuple[str, Words], ...] = (
    (
        "free_inform",
        {
            "nl": "vrij, na een bericht aan de andere ouder",
            "fr": "libre, après avoir prévenu l'autre parent",
            "de": "frei, nach einer Nachricht an den anderen Elternteil",
            "en": "free, after telling the other parent",
        },
    ),
    (
        "consent",
        {
            "nl": "alleen met toestemming van de andere ouder",
            "fr": "seulement avec l'accord de l'autre parent",
            "de": "nur mit Einwilligung des anderen Elternteils",
            "en": "only with the consent of the other parent",
        },
    ),
)
_OUTSIDE: tuple[tuple[str, Words], ...] = (
    (
        "consent_written",
        {
            "nl": "alleen met schriftelijke toestemming van de andere ouder",
            "fr": "seulement avec l'accord écrit de l'autre parent",
            "de": "nur mit schriftlicher Einwilligung des anderen Elternteils",
            "en": "only with the written consent of the other parent",
        },
    ),
)
_INFO: tuple[tuple[str, Words], ...] = (
    ("destination", {"nl": "bestemming", "fr": "destination", "de": "Reiseziel", "en": "destination"}),
    ("dates", {"nl": "data", "fr": "dates", "de": "Daten", "en": "dates"}),
    (
        "address",
        {"nl": "verblijfsadres", "fr": "adresse de séjour", "de": "Adresse vor Ort", "en": "address of stay"},
    ),
    (
        "phone",
        {"nl": "telefoonnummer", "fr": "numéro de téléphone", "de": "Telefonnummer", "en": "phone number"},
    ),
    ("flight", {"nl": "reisgegevens", "fr": "détails du voyage", "de": "Reisedaten", "en": "travel details"}),
)
_FREE: Words = {
    "nl": "Binnen Schengen reist elke ouder vrij met de kinderen na een bericht {days} vooraf; buiten Schengen is schriftelijke toestemming van de andere ouder nodig; we delen: {info}.",
    "fr": "Dans l'espace Schengen, chaque parent voyage librement avec les enfants après avoir prévenu l'autre {days} à l'avance ; hors Schengen, l'accord écrit de l'autre parent est nécessaire ; nous communiquons : {info}.",
    "de": "Im Schengen-Raum reist jeder Elternteil frei mit den Kindern nach einer Nachricht {days} vorher; außerhalb von Schengen ist die schriftliche Einwilligung des anderen Elternteils nötig; wir teilen mit: {info}.",
    "en": "Within Schengen each parent travels freely with the children after telling the other {days} ahead; outside Schengen the written consent of the other parent is needed; we share: {info}.",
}
_CONSENT: Words = {
    "nl": "Voor elke reis naar het buitenland is toestemming van de andere ouder nodig, gevraagd {days} vooraf; buiten Schengen schriftelijk; we delen: {info}.",
    "fr": "Pour chaque voyage à l'étranger, l'accord de l'autre parent est nécessaire, demandé {days} à l'avance ; hors Schengen par écrit ; nous communiquons : {info}.",
    "de": "Für jede Reise ins Ausland ist die Einwilligung des anderen Elternteils nötig, {days} vorher angefragt; außerhalb von Schengen schriftlich; wir teilen mit: {info}.",
    "en": "Every trip abroad needs the consent of the other parent, asked {days} ahead; outside Schengen in writing; we share: {info}.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    template = _FREE if answers["schengen"] == "free_inform" else _CONSENT
    info = listed([option(_INFO_FIELD, one) for one in answers["info"]])
    return filled(template, days=counted(answers["inform_days"], "day"), info=info)


_INFO_FIELD = Field(
    "info",
    Kind.CHOICES,
    {
        "nl": "Wat laten jullie elkaar weten?",
        "fr": "Que vous communiquez-vous ?",
        "de": "Was teilen Sie einander mit?",
        "en": "What do you tell each other?",
    },
    options=_INFO,
)

CLAUSE = Clause(
    code="F01",
    section="F",
    title={
        "nl": "Reizen naar het buitenland",
        "fr": "Voyages à l'étranger",
        "de": "Reisen ins Ausland",
        "en": "Travel abroad",
    },
    question={
        "nl": "Mag elke ouder met de kinderen naar het buitenland reizen?",
        "fr": "Chaque parent peut-il voyager à l'étranger avec les enfants ?",
        "de": "Darf jeder Elternteil mit den Kindern ins Ausland reisen?",
        "en": "May each parent travel abroad with the children?",
    },
    hint={
        "nl": "Een schriftelijke toestemming helpt ook aan de grens.",
        "fr": "Un accord écrit aide aussi à la frontière.",
        "de": "Eine schriftliche Einwilligung hilft auch an der Grenze.",
        "en": "A written consent also helps at the border.",
    },
    fields=(
        Field(
            "schengen",
            Kind.CHOICE,
            {
                "nl": "Binnen Schengen",
                "fr": "Dans l'espace Schengen",
                "de": "Im Schengen-Raum",
                "en": "Within Schengen",
            },
            options=_WITHIN,
        ),
        Field(
            "outside",
            Kind.CHOICE,
            {
                "nl": "Buiten Schengen",
                "fr": "Hors Schengen",
                "de": "Außerhalb von Schengen",
                "en": "Outside Schengen",
            },
            options=_OUTSIDE,
        ),
        Field(
            "inform_days",
            Kind.INTEGER,
            {
                "nl": "Hoeveel dagen vooraf?",
                "fr": "Combien de jours à l'avance ?",
                "de": "Wie viele Tage vorher?",
                "en": "How many days ahead?",
            },
            minimum=0,
            maximum=180,
        ),
        _INFO_FIELD,
    ),
    default={
        "schengen": "free_inform",
        "outside": "consent_written",
        "inform_days": 14,
        "info": [one for one, _ in _INFO],
    },
    core=True,
    source="Belgian practice for separated parents' holidays abroad; risk.md 2.7 (no State form, written consent advised)",
    words=_words,
    examples=(
        Example(
            {
                "schengen": "free_inform",
                "outside": "consent_written",
                "inform_days": 14,
                "info": ["destination", "dates"],
            },
            sentence={
                "nl": "Binnen Schengen reist elke ouder vrij met de kinderen na een bericht 14 dagen vooraf; buiten Schengen is schriftelijke toestemming van de andere ouder nodig; we delen: bestemming en data.",
                "fr": "Dans l'espace Schengen, chaque parent voyage librement avec les enfants après avoir prévenu l'autre 14 jours à l'avance ; hors Schengen, l'accord écrit de l'autre parent est nécessaire ; nous communiquons : destination et dates.",
                "de": "Im Schengen-Raum reist jeder Elternteil frei mit den Kindern nach einer Nachricht 14 Tage vorher; außerhalb von Schengen ist die schriftliche Einwilligung des anderen Elternteils nötig; wir teilen mit: Reiseziel und Daten.",
                "en": "Within Schengen each parent travels freely with the children after telling the other 14 days ahead; outside Schengen the written consent of the other parent is needed; we share: destination and dates.",
            },
        ),
        Example(
            {"schengen": "consent", "outside": "consent_written", "inform_days": 30, "info": ["dates"]},
            sentence=filled(
                _CONSENT,
                days=counted(30, "day"),
                info={"nl": "data", "fr": "dates", "de": "Daten", "en": "dates"},
            ),
        ),
        Example({}, problems=("schengen", "outside", "inform_days", "info")),
        Example(
            {"schengen": "free_inform", "outside": "none", "inform_days": 181, "info": ["dates", "dates"]},
            problems=("outside", "inform_days", "info"),
        ),
    ),
)
