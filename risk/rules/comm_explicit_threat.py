"""A message that says the child will be taken or kept. A text match is a candidate; a person decides what it means."""

from datetime import timedelta

from risk.because import QUIET, fires
from risk.case import Case
from risk.clock import civil_day
from risk.examples import message
from risk.facts import Message, Reading
from risk.rule import FLIGHT_FROM_VIOLENCE, Example, Sign, each, messages, words
from risk.values import Category, Severity, Verdict, Words

ACTIVE = timedelta(days=180)  # civil days, inclusive
READ: dict[Reading | None, Words] = {
    None: words(
        "heeft dit nog niet beoordeeld", "n'a pas encore lu", "hat noch nicht beurteilt", "has not yet judged"
    ),
    Reading.THREAT: words("bevestigde", "a confirmé", "bestätigte", "confirmed"),
    Reading.AMBIGUOUS: words("vond onduidelijk", "trouve ambigu", "fand unklar", "found unclear"),
}
SUNDAY = "You will never see her again, we leave Sunday"


def condition(case: Case, message: Message) -> Verdict:
    suspected = message.candidate if message.reading is None else message.reading is not Reading.NONE
    if not suspected or case.clock.day_past(civil_day(message.recorded_at) + ACTIVE):
        return QUIET
    return fires(
        f"message:{message.id}",
        ("message.confirmed",) if message.reading is None else (),
        date=civil_day(message.sent_at),
        parent=message.sender,
        quote=message.quote,
        status=READ[message.reading],
    )


def severity(case: Case, message: Message) -> Severity:
    old = message.reading is Reading.THREAT and case.clock.day_past(civil_day(message.sent_at) + ACTIVE)
    return Severity.HIGH if message.reading is Reading.THREAT and not old else Severity.MODERATE


RULE = Sign(
    id="comm_explicit_threat",
    title=words(
        "Uitdrukkelijke dreiging om het kind mee te nemen of te houden",
        "Menace explicite d'emmener ou de garder l'enfant",
        "Ausdrückliche Drohung, das Kind mitzunehmen oder zu behalten",
        "Explicit threat to take or keep the child",
    ),
    category=Category.COMMUNICATIONS,
    version=1,
    over=messages,
    condition=condition,
    severity=severity,
    # A candidate must be read by a person within a day, whatever its level.
    terms={Severity.MODERATE: timedelta(hours=24)},
    why=words(
        "Een eerdere dreiging staat in elke gepubliceerde lijst. Maar alleen een mens kan ze in haar context lezen.",
        "Une menace antérieure figure dans toutes les listes publiées. Mais seule une personne peut la lire dans son contexte.",
        "Eine frühere Drohung steht in jeder veröffentlichten Liste. Aber nur ein Mensch kann sie im Zusammenhang lesen.",
        "An earlier threat is in every published list. But only a person can read it in context.",
    ),
    explanation=words(
        "Op {date} schreef {parent}: “{quote}”. Lezing door een medewerker als dreiging om het kind mee te nemen: {status}.",
        "Le {date}, {parent} a écrit : « {quote} ». Lecture par un collaborateur comme menace d'emmener l'enfant : {status}.",
        "Am {date} schrieb {parent}: „{quote}“. Lesart einer Fachkraft als Drohung, das Kind mitzunehmen: {status}.",
        "On {date} {parent} wrote: “{quote}”. A reviewer {status} this as a threat to take the child away.",
    ),
    innocent=(
        *each(
            ("Sarcasme.", "Du sarcasme.", "Sarkasmus.", "Sarcasm."),
            ("Een citaat.", "Une citation.", "Ein Zitat.", "A quotation."),
            (
                "Een machinevertaling.",
                "Une traduction automatique.",
                "Eine maschinelle Übersetzung.",
                "Machine translation.",
            ),
            (
                "De aankondiging van een stap naar de rechter.",
                "L'annonce d'une démarche en justice.",
                "Die Ankündigung eines Gangs zum Gericht.",
                "Announcing a step to the court.",
            ),
            (
                "De telefoon van een tiener.",
                "Le téléphone d'un adolescent.",
                "Das Telefon eines Jugendlichen.",
                "A teenager's phone.",
            ),
        ),
        FLIGHT_FROM_VIOLENCE,
    ),
    steps=each(
        (
            "Een mens leest de hele context, in beide richtingen.",
            "Une personne lit tout le contexte, dans les deux sens.",
            "Ein Mensch liest den ganzen Zusammenhang, in beide Richtungen.",
            "A person reads the full context, both ways.",
        ),
        (
            "Veiligheidsgesprek, bemiddeling, juridisch advies.",
            "Entretien de sécurité, médiation, conseil juridique.",
            "Sicherheitsgespräch, Vermittlung, Rechtsberatung.",
            "Safety talk, mediation, legal advice.",
        ),
    ),
    sources=("U7(2)", "OJ1", "DOS-1"),
    active_for=words("180 dagen", "180 jours", "180 Tage", "180 days"),
    examples=(
        Example(
            "confirmed by a reviewer",
            "2027-04-02T10:00+02:00",
            (
                message("2027-04-01T22:00+02:00", SUNDAY),
                message("2027-04-02T09:00+02:00", SUNDAY, confirmed="threat"),
            ),
            Severity.HIGH,
        ),
        Example(
            "a candidate",
            "2027-04-02T10:00+02:00",
            (message("2027-04-01T22:00+02:00", SUNDAY),),
            Severity.MODERATE,
        ),
        Example(
            "unclear",
            "2027-04-02T10:00+02:00",
            (message("2027-04-01T22:00+02:00", SUNDAY, confirmed="ambiguous"),),
            Severity.MODERATE,
        ),
        Example(
            "confirmed long after it was written",
            "2027-10-20T10:00+02:00",
            (
                message("2027-04-01T22:00+02:00", SUNDAY),
                message("2027-10-19T09:00+02:00", SUNDAY, confirmed="threat"),
            ),
            Severity.MODERATE,
        ),
        Example(
            "asking the judge",
            "2027-04-02T10:00+02:00",
            (
                message(
                    "2027-04-01T22:00+02:00",
                    "I will ask the judge to let us move to Lyon",
                    candidate=False,
                    confirmed="none",
                ),
            ),
            None,
        ),
        Example(
            "friendly exaggeration",
            "2027-04-02T10:00+02:00",
            (
                message(
                    "2027-04-01T22:00+02:00", "I could kill you for being late again lol", candidate=False
                ),
            ),
            None,
        ),
        Example(
            "181 days later",
            "2027-09-29T00:00+02:00",
            (message("2027-04-01T22:00+02:00", SUNDAY),),
            None,
        ),
    ),
)
