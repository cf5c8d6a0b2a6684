"""G01: how parents write to each other, how soon they answer, and when it stays quiet."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Problem, Words
from parenting_plans.wording import counted, filled, sentences

_CHANNELS: tuple[tuple[str, Words], ...] = (
    (
        "platform",
        {
            "nl": "berichten op dit platform",
            "fr": "des messages sur cette plateforme",
            "de": "Nachrichten auf dieser Plattform",
            "en": "messages on this platform",
        },
    ),
    ("email", {"nl": "e-mail", "fr": "e-mail", "de": "E-Mail", "en": "email"}),
    ("phone", {"nl": "telefoon", "fr": "téléphone", "de": "Telefon", "en": "phone"}),
    (
        "notebook",
        {
            "nl": "een schriftje dat meegaat met de kinderen",
            "fr": "un carnet qui accompagne les enfants",
            "de": "ein Heft, das mit den Kindern mitgeht",
            "en": "a notebook that goes along with the children",
        },
    ),
)
_BY: dict[str, Words] = {
    "platform": {
        "nl": "Over de kinderen schrijven de ouders elkaar op een gedeeld online platform.",
        "fr": "Au sujet des enfants, les parents s'écrivent sur une plateforme en ligne partagée.",
        "de": "Über die Kinder schreiben die Eltern einander auf einer gemeinsamen Online-Plattform.",
        "en": "The parents write to each other about the children on a shared online platform.",
    },
    "email": {
        "nl": "Over de kinderen schrijven de ouders elkaar per e-mail.",
        "fr": "Au sujet des enfants, les parents s'écrivent par e-mail.",
        "de": "Über die Kinder schreiben die Eltern einander per E-Mail.",
        "en": "The parents write to each other about the children by email.",
    },
    "phone": {
        "nl": "Over de kinderen spreken de ouders elkaar per telefoon.",
        "fr": "Au sujet des enfants, les parents se parlent par téléphone.",
        "de": "Über die Kinder sprechen die Eltern miteinander am Telefon.",
        "en": "The parents talk to each other about the children by phone.",
    },
    "notebook": {
        "nl": "Over de kinderen schrijven de ouders elkaar in een schriftje dat bij elke wissel meegaat.",
        "fr": "Au sujet des enfants, les parents s'écrivent dans un carnet qui suit à chaque changement de maison.",
        "de": "Über die Kinder schreiben die Eltern einander in ein Heft, das bei jedem Wechsel mitgeht.",
        "en": "The parents write to each other about the children in a notebook that goes along at every handover.",
    },
}
_ANSWER: Words = {
    "nl": "Op een vraag komt binnen {hours} een antwoord.",
    "fr": "Le délai pour répondre à une question est de {hours} au plus.",
    "de": "Auf eine Frage kommt innerhalb von {hours} eine Antwort.",
    "en": "A question gets an answer within {hours}.",
}
_QUIET: Words = {
    "nl": "Tussen {start} en {end} blijft het stil, behalve als het dringend is voor een kind.",
    "fr": "Entre {start} et {end}, ils ne se contactent pas, sauf si c'est urgent pour un enfant.",
    "de": "Zwischen {start} und {end} Uhr bleibt es ruhig, außer wenn es für ein Kind dringend ist.",
    "en": "Between {start} and {end} it stays quiet, unless it is urgent for a child.",
}
_TONE: Words = {
    "nl": "Beide ouders gebruiken de schrijfhulp om hun berichten rustig te houden.",
    "fr": "Les deux parents utilisent l'aide à l'écriture pour garder des messages calmes.",
    "de": "Beide Eltern nutzen die Schreibhilfe, damit ihre Nachrichten ruhig bleiben.",
    "en": "Both parents use the writing help to keep their messages calm.",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    if answers["quiet_from"] == answers["quiet_until"]:
        return (Problem("quiet_until", "Give an end that differs from the start."),)
    return ()


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    channel = answers["channel"]
    parts = [
        _BY[channel],
        filled(_ANSWER, hours=counted(answers["response"], "hour", dative=True)),
        filled(_QUIET, start=answers["quiet_from"], end=answers["quiet_until"]),
    ]
    # The platform's own help cannot look at what is said on the phone or written elsewhere.
    if channel == "platform" and answers["tone_help"] == "yes":
        parts.append(_TONE)
    return sentences(parts)


CLAUSE = Clause(
    code="G01",
    section="G",
    title={
        "nl": "Communicatie tussen ouders",
        "fr": "Communication entre parents",
        "de": "Kommunikation zwischen den Eltern",
        "en": "Communication between parents",
    },
    question={
        "nl": "Hoe en wanneer laten jullie elkaar iets weten?",
        "fr": "Comment et quand communiquez-vous ?",
        "de": "Wie und wann teilen Sie einander etwas mit?",
        "en": "How and when do you let each other know things?",
    },
    hint={
        "nl": "Kies één weg voor gewone vragen. Kinderen brengen geen boodschappen over.",
        "fr": "Choisissez un seul moyen pour les questions ordinaires. Les enfants ne transmettent pas de messages.",
        "de": "Wählen Sie einen Weg für gewöhnliche Fragen. Kinder überbringen keine Nachrichten.",
        "en": "Choose one way for ordinary questions. Children do not carry messages.",
    },
    fields=(
        Field(
            "channel",
            Kind.CHOICE,
            {
                "nl": "Hoe bereiken jullie elkaar?",
                "fr": "Par quel moyen ?",
                "de": "Auf welchem Weg?",
                "en": "Which way?",
            },
            options=_CHANNELS,
        ),
        Field(
            "response",
            Kind.INTEGER,
            {
                "nl": "Binnen hoeveel uur antwoorden jullie?",
                "fr": "Répondre dans les combien d'heures ?",
                "de": "Innerhalb wie vieler Stunden antworten Sie?",
                "en": "Within how many hours do you answer?",
            },
            minimum=1,
            maximum=336,
            unit={"nl": "uur", "fr": "heures", "de": "Stunden", "en": "hours"},
        ),
        Field(
            "quiet_from",
            Kind.TIME,
            {
                "nl": "Stil vanaf",
                "fr": "Calme à partir de",
                "de": "Ruhe ab",
                "en": "Quiet from",
            },
        ),
        Field(
            "quiet_until",
            Kind.TIME,
            {"nl": "Stil tot", "fr": "Calme jusqu'à", "de": "Ruhe bis", "en": "Quiet until"},
        ),
        Field(
            "tone_help",
            Kind.YES_NO,
            {
                "nl": "Gebruiken jullie allebei de schrijfhulp?",
                "fr": "Utilisez-vous tous les deux l'aide à l'écriture ?",
                "de": "Nutzen Sie beide die Schreibhilfe?",
                "en": "Do you both use the writing help?",
            },
            hint={
                "nl": "De schrijfhulp stelt rustige woorden voor. U beslist zelf wat u verstuurt.",
                "fr": "L'aide propose des mots calmes. Vous décidez vous-même de ce que vous envoyez.",
                "de": "Die Schreibhilfe schlägt ruhige Worte vor. Sie entscheiden selbst, was Sie senden.",
                "en": "The help suggests calm words. You decide yourself what you send.",
            },
            asked_when=("channel", ("platform",)),
        ),
    ),
    default={
        "channel": "platform",
        "response": 48,
        "quiet_from": "21:00",
        "quiet_until": "07:00",
        "tone_help": "yes",
    },
    needed_for=frozenset({"NL"}),
    core=True,
    source="Own design: one written channel, time to answer, quiet hours; art. 815 Rv (informing and consulting each other)",
    words=_words,
    together=_together,
    examples=(
        Example(
            {
                "channel": "platform",
                "response": 48,
                "quiet_from": "21:00",
                "quiet_until": "07:00",
                "tone_help": "yes",
            },
            sentence={
                "nl": "Over de kinderen schrijven de ouders elkaar op een gedeeld online platform. Op een vraag komt binnen 48 uur een antwoord. Tussen 21:00 en 07:00 blijft het stil, behalve als het dringend is voor een kind. Beide ouders gebruiken de schrijfhulp om hun berichten rustig te houden.",
                "fr": "Au sujet des enfants, les parents s'écrivent sur une plateforme en ligne partagée. Le délai pour répondre à une question est de 48 heures au plus. Entre 21:00 et 07:00, ils ne se contactent pas, sauf si c'est urgent pour un enfant. Les deux parents utilisent l'aide à l'écriture pour garder des messages calmes.",
                "de": "Über die Kinder schreiben die Eltern einander auf einer gemeinsamen Online-Plattform. Auf eine Frage kommt innerhalb von 48 Stunden eine Antwort. Zwischen 21:00 und 07:00 Uhr bleibt es ruhig, außer wenn es für ein Kind dringend ist. Beide Eltern nutzen die Schreibhilfe, damit ihre Nachrichten ruhig bleiben.",
                "en": "The parents write to each other about the children on a shared online platform. A question gets an answer within 48 hours. Between 21:00 and 07:00 it stays quiet, unless it is urgent for a child. Both parents use the writing help to keep their messages calm.",
            },
        ),
        Example(
            {"channel": "email", "response": 1, "quiet_from": "20:30", "quiet_until": "08:00"},
            sentence={
                "nl": "Over de kinderen schrijven de ouders elkaar per e-mail. Op een vraag komt binnen 1 uur een antwoord. Tussen 20:30 en 08:00 blijft het stil, behalve als het dringend is voor een kind.",
                "fr": "Au sujet des enfants, les parents s'écrivent par e-mail. Le délai pour répondre à une question est de 1 heure au plus. Entre 20:30 et 08:00, ils ne se contactent pas, sauf si c'est urgent pour un enfant.",
                "de": "Über die Kinder schreiben die Eltern einander per E-Mail. Auf eine Frage kommt innerhalb von 1 Stunde eine Antwort. Zwischen 20:30 und 08:00 Uhr bleibt es ruhig, außer wenn es für ein Kind dringend ist.",
                "en": "The parents write to each other about the children by email. A question gets an answer within 1 hour. Between 20:30 and 08:00 it stays quiet, unless it is urgent for a child.",
            },
        ),
        Example(
            {"channel": "phone", "response": 24, "quiet_from": "12:00", "quiet_until": "14:00"},
            sentence={
                "nl": "Over de kinderen spreken de ouders elkaar per telefoon. Op een vraag komt binnen 24 uur een antwoord. Tussen 12:00 en 14:00 blijft het stil, behalve als het dringend is voor een kind.",
                "fr": "Au sujet des enfants, les parents se parlent par téléphone. Le délai pour répondre à une question est de 24 heures au plus. Entre 12:00 et 14:00, ils ne se contactent pas, sauf si c'est urgent pour un enfant.",
                "de": "Über die Kinder sprechen die Eltern miteinander am Telefon. Auf eine Frage kommt innerhalb von 24 Stunden eine Antwort. Zwischen 12:00 und 14:00 Uhr bleibt es ruhig, außer wenn es für ein Kind dringend ist.",
                "en": "The parents talk to each other about the children by phone. A question gets an answer within 24 hours. Between 12:00 and 14:00 it stays quiet, unless it is urgent for a child.",
            },
        ),
        Example(
            {"channel": "notebook", "response": 72, "quiet_from": "21:00", "quiet_until": "07:00"},
            sentence={
                "nl": "Over de kinderen schrijven de ouders elkaar in een schriftje dat bij elke wissel meegaat. Op een vraag komt binnen 72 uur een antwoord. Tussen 21:00 en 07:00 blijft het stil, behalve als het dringend is voor een kind.",
                "fr": "Au sujet des enfants, les parents s'écrivent dans un carnet qui suit à chaque changement de maison. Le délai pour répondre à une question est de 72 heures au plus. Entre 21:00 et 07:00, ils ne se contactent pas, sauf si c'est urgent pour un enfant.",
                "de": "Über die Kinder schreiben die Eltern einander in ein Heft, das bei jedem Wechsel mitgeht. Auf eine Frage kommt innerhalb von 72 Stunden eine Antwort. Zwischen 21:00 und 07:00 Uhr bleibt es ruhig, außer wenn es für ein Kind dringend ist.",
                "en": "The parents write to each other about the children in a notebook that goes along at every handover. A question gets an answer within 72 hours. Between 21:00 and 07:00 it stays quiet, unless it is urgent for a child.",
            },
        ),
        Example({}, problems=("channel", "response", "quiet_from", "quiet_until")),
        Example(
            {"channel": "platform", "response": 0, "quiet_from": "25:00", "quiet_until": "02:30"},
            problems=("response", "quiet_from", "quiet_until", "tone_help"),
        ),
        Example(
            {"channel": "email", "response": 48, "quiet_from": "21:00", "quiet_until": "21:00"},
            problems=("quiet_until",),
        ),
        Example(
            {
                "channel": "pigeon",
                "response": 337,
                "quiet_from": "9pm",
                "quiet_until": "07:00",
                "phone_number": "1",
            },
            problems=("channel", "response", "quiet_from", "phone_number"),
        ),
    ),
)
