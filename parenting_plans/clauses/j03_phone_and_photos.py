"""J03: the children's first phone, screens, public photos, and location sharing.

Location sharing on a child's phone shows where the other parent lives (safety.md DV-05, DV-12); so it is asked here,
and both answers keep it off unless both parents agree in writing.
"""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled, sentences

_PHOTOS: tuple[tuple[str, Words], ...] = (
    ("no", {"nl": "nooit", "fr": "jamais", "de": "nie", "en": "never"}),
    (
        "both_consent",
        {
            "nl": "alleen als beide ouders akkoord gaan",
            "fr": "seulement si les deux parents sont d'accord",
            "de": "nur wenn beide Eltern einverstanden sind",
            "en": "only if both parents agree",
        },
    ),
)
_LOCATION: tuple[tuple[str, Words], ...] = (
    ("off", {"nl": "blijft uit", "fr": "reste désactivé", "de": "bleibt aus", "en": "stays off"}),
    (
        "both_consent",
        {
            "nl": "alleen als beide ouders schriftelijk akkoord gaan",
            "fr": "seulement si les deux parents sont d'accord par écrit",
            "de": "nur wenn beide Eltern schriftlich zustimmen",
            "en": "only if both parents agree in writing",
        },
    ),
)
_PHOTO_SENTENCES: dict[str, Words] = {
    "no": {
        "nl": "De ouders zetten geen foto's van de kinderen openbaar online.",
        "fr": "Les parents ne publient pas de photos des enfants en ligne.",
        "de": "Die Eltern stellen keine Fotos der Kinder öffentlich ins Internet.",
        "en": "The parents do not put photos of the children online in public.",
    },
    "both_consent": {
        "nl": "Een foto van de kinderen komt alleen openbaar online als beide ouders akkoord gaan, en het kind zelf als het oud genoeg is.",
        "fr": "Une photo des enfants n'est publiée en ligne que si les deux parents sont d'accord, et l'enfant aussi s'il est assez grand.",
        "de": "Ein Foto der Kinder kommt nur öffentlich ins Internet, wenn beide Eltern einverstanden sind, und das Kind selbst, wenn es alt genug ist.",
        "en": "A photo of the children goes online in public only if both parents agree, and the child too when old enough.",
    },
}
_LOCATION_SENTENCES: dict[str, Words] = {
    "off": {
        "nl": "Op de toestellen van de kinderen staat het delen van de locatie uit.",
        "fr": "Le partage de la position est désactivé sur les appareils des enfants.",
        "de": "Auf den Geräten der Kinder ist das Teilen des Standorts ausgeschaltet.",
        "en": "On the children's devices location sharing is off.",
    },
    "both_consent": {
        "nl": "Op de toestellen van de kinderen staat het delen van de locatie alleen aan als beide ouders schriftelijk akkoord gaan.",
        "fr": "Le partage de la position n'est activé sur les appareils des enfants que si les deux parents sont d'accord par écrit.",
        "de": "Auf den Geräten der Kinder ist das Teilen des Standorts nur an, wenn beide Eltern schriftlich zustimmen.",
        "en": "On the children's devices location sharing is on only if both parents agree in writing.",
    },
}
_FIRST_PHONE: Words = {
    "nl": "Een kind krijgt een eigen telefoon vanaf {age} jaar.",
    "fr": "Un enfant reçoit son propre téléphone à partir de {age} ans.",
    "de": "Ein Kind bekommt ein eigenes Telefon ab {age} Jahren.",
    "en": "A child gets a phone of its own from the age of {age}.",
}
_SCREENS: Words = {
    "nl": "Voor schermen geldt in beide huizen: {rule}.",
    "fr": "Pour les écrans, la règle dans les deux maisons est : {rule}.",
    "de": "Für Bildschirme gilt in beiden Haushalten: {rule}.",
    "en": "For screens the rule in both homes is: {rule}.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    parts = []
    if answers.get("phone_age"):
        parts.append(filled(_FIRST_PHONE, age=str(answers["phone_age"])))
    if answers.get("screen"):
        parts.append(filled(_SCREENS, rule=answers["screen"].rstrip(".")))
    parts.append(_PHOTO_SENTENCES[answers["photos_public"]])
    return sentences([*parts, _LOCATION_SENTENCES[answers["location"]]])


CLAUSE = Clause(
    code="J03",
    section="J",
    title={
        "nl": "Gsm, sociale media en foto's",
        "fr": "GSM, réseaux sociaux et photos",
        "de": "Handy, soziale Medien und Fotos",
        "en": "Phone, social media and photos",
    },
    question={
        "nl": "Welke regels maken jullie over schermen, telefoon en foto's?",
        "fr": "Quelles règles fixez-vous pour les écrans, le téléphone et les photos ?",
        "de": "Welche Regeln vereinbaren Sie für Bildschirme, Telefon und Fotos?",
        "en": "Which rules do you make for screens, phone and photos?",
    },
    hint={
        "nl": "Kinderen hebben ook recht op privacy. Praat er met hen over.",
        "fr": "Les enfants aussi ont droit à leur vie privée. Parlez-en avec eux.",
        "de": "Auch Kinder haben ein Recht auf Privatsphäre. Sprechen Sie mit ihnen darüber.",
        "en": "Children have a right to privacy too. Talk with them about it.",
    },
    fields=(
        Field(
            "phone_age",
            Kind.INTEGER,
            {
                "nl": "Vanaf welke leeftijd een eigen telefoon?",
                "fr": "À partir de quel âge un téléphone à soi ?",
                "de": "Ab welchem Alter ein eigenes Telefon?",
                "en": "From what age a phone of their own?",
            },
            required=False,
            minimum=6,
            maximum=18,
            unit={"nl": "jaar", "fr": "ans", "de": "Jahre", "en": "years"},
        ),
        Field(
            "screen",
            Kind.TEXT,
            {
                "nl": "Regel voor schermen",
                "fr": "Règle pour les écrans",
                "de": "Regel für Bildschirme",
                "en": "Rule for screens",
            },
            hint={
                "nl": "Bijvoorbeeld: geen schermen in de slaapkamer.",
                "fr": "Par exemple : pas d'écran dans la chambre.",
                "de": "Zum Beispiel: keine Bildschirme im Schlafzimmer.",
                "en": "For example: no screens in the bedroom.",
            },
            required=False,
            maximum=200,
        ),
        Field(
            "photos_public",
            Kind.CHOICE,
            {
                "nl": "Foto's van de kinderen openbaar online",
                "fr": "Photos des enfants publiées en ligne",
                "de": "Fotos der Kinder öffentlich im Internet",
                "en": "Photos of the children online in public",
            },
            options=_PHOTOS,
        ),
        Field(
            "location",
            Kind.CHOICE,
            {
                "nl": "De locatie delen op toestellen van de kinderen",
                "fr": "Partage de la position sur les appareils des enfants",
                "de": "Standort teilen auf Geräten der Kinder",
                "en": "Location sharing on the children's devices",
            },
            options=_LOCATION,
        ),
    ),
    default={"photos_public": "no", "location": "off"},
    source="General Data Protection Regulation, recital 38 (children's data); safety.md DV-05 for location sharing",
    words=_words,
    examples=(
        Example(
            {
                "phone_age": 12,
                "screen": "geen {schermen} aan tafel.",
                "photos_public": "no",
                "location": "off",
            },
            sentence={
                "nl": "Een kind krijgt een eigen telefoon vanaf 12 jaar. Voor schermen geldt in beide huizen: geen {schermen} aan tafel. De ouders zetten geen foto's van de kinderen openbaar online. Op de toestellen van de kinderen staat het delen van de locatie uit.",
                "fr": "Un enfant reçoit son propre téléphone à partir de 12 ans. Pour les écrans, la règle dans les deux maisons est : geen {schermen} aan tafel. Les parents ne publient pas de photos des enfants en ligne. Le partage de la position est désactivé sur les appareils des enfants.",
                "de": "Ein Kind bekommt ein eigenes Telefon ab 12 Jahren. Für Bildschirme gilt in beiden Haushalten: geen {schermen} aan tafel. Die Eltern stellen keine Fotos der Kinder öffentlich ins Internet. Auf den Geräten der Kinder ist das Teilen des Standorts ausgeschaltet.",
                "en": "A child gets a phone of its own from the age of 12. For screens the rule in both homes is: geen {schermen} aan tafel. The parents do not put photos of the children online in public. On the children's devices location sharing is off.",
            },
        ),
        Example(
            {"photos_public": "both_consent", "location": "both_consent"},
            sentence={
                "nl": "Een foto van de kinderen komt alleen openbaar online als beide ouders akkoord gaan, en het kind zelf als het oud genoeg is. Op de toestellen van de kinderen staat het delen van de locatie alleen aan als beide ouders schriftelijk akkoord gaan.",
                "fr": "Une photo des enfants n'est publiée en ligne que si les deux parents sont d'accord, et l'enfant aussi s'il est assez grand. Le partage de la position n'est activé sur les appareils des enfants que si les deux parents sont d'accord par écrit.",
                "de": "Ein Foto der Kinder kommt nur öffentlich ins Internet, wenn beide Eltern einverstanden sind, und das Kind selbst, wenn es alt genug ist. Auf den Geräten der Kinder ist das Teilen des Standorts nur an, wenn beide Eltern schriftlich zustimmen.",
                "en": "A photo of the children goes online in public only if both parents agree, and the child too when old enough. On the children's devices location sharing is on only if both parents agree in writing.",
            },
        ),
        Example({}, problems=("photos_public", "location")),
        Example(
            {"phone_age": 5, "screen": "x" * 201, "photos_public": "yes", "location": "on"},
            problems=("phone_age", "screen", "photos_public", "location"),
        ),
        Example({"phone_age": "12", "photos_public": "no", "location": "off"}, problems=("phone_age",)),
    ),
)
