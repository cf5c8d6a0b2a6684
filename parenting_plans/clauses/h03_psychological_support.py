"""H03: whether a child who asks for it may talk to a counsellor, without waiting for its parents to agree each time."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled, sentences

_CONSENT: tuple[tuple[str, Words], ...] = (
    (
        "both_in_advance",
        {
            "nl": "beide ouders gaan nu al akkoord",
            "fr": "les deux parents sont d'accord dès maintenant",
            "de": "beide Eltern sind schon jetzt einverstanden",
            "en": "both parents agree now already",
        },
    ),
    (
        "case_by_case",
        {
            "nl": "de ouders beslissen telkens samen",
            "fr": "les parents décident ensemble à chaque fois",
            "de": "die Eltern entscheiden jedes Mal gemeinsam",
            "en": "the parents decide together each time",
        },
    ),
)
_AGREED: dict[str, Words] = {
    "both_in_advance": {
        "nl": "Beide ouders gaan er nu al mee akkoord dat een kind psychologische hulp krijgt als het daarom vraagt.",
        "fr": "Les deux parents acceptent dès maintenant qu'un enfant reçoive une aide psychologique s'il la demande.",
        "de": "Beide Eltern sind schon jetzt damit einverstanden, dass ein Kind psychologische Hilfe bekommt, wenn es darum bittet.",
        "en": "Both parents already agree that a child may get psychological support when it asks for it.",
    },
    "case_by_case": {
        "nl": "Vraagt een kind psychologische hulp, dan beslissen de ouders daar snel en samen over.",
        "fr": "Si un enfant demande une aide psychologique, les parents en décident rapidement et ensemble.",
        "de": "Bittet ein Kind um psychologische Hilfe, entscheiden die Eltern bald und gemeinsam darüber.",
        "en": "If a child asks for psychological support, the parents decide on it soon and together.",
    },
}
_PROVIDER: Words = {
    "nl": "Zij denken daarbij aan: {provider}.",
    "fr": "Ils pensent à : {provider}.",
    "de": "Sie denken dabei an: {provider}.",
    "en": "They have in mind: {provider}.",
}
_OWN: Words = {
    "nl": "Het kind kiest zelf of het thuis vertelt wat daar gezegd is.",
    "fr": "L'enfant choisit lui-même s'il raconte à la maison ce qui s'y est dit.",
    "de": "Das Kind entscheidet selbst, ob es zu Hause erzählt, was dort gesagt wurde.",
    "en": "The child decides itself whether to tell at home what was said there.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    provider = answers.get("provider")
    named = [filled(_PROVIDER, provider=provider)] if provider else []
    return sentences([_AGREED[answers["consent"]], *named, _OWN])


CLAUSE = Clause(
    code="H03",
    section="H",
    title={
        "nl": "Psychologische hulp",
        "fr": "Aide psychologique",
        "de": "Psychologische Hilfe",
        "en": "Psychological support",
    },
    question={
        "nl": "Mag een kind met een hulpverlener praten?",
        "fr": "Un enfant peut-il parler à un professionnel ?",
        "de": "Darf ein Kind mit einer Fachperson sprechen?",
        "en": "May a child talk to a counsellor?",
    },
    hint={
        "nl": "Een kind dat oud genoeg is, mag zelf beslissen over hulp. Een akkoord vooraf spaart wachttijd.",
        "fr": "Un enfant assez mûr peut décider lui-même de se faire aider. Un accord à l'avance évite d'attendre.",
        "de": "Ein Kind, das reif genug ist, darf selbst über Hilfe entscheiden. Ein Einverständnis im Voraus spart Wartezeit.",
        "en": "A child who is mature enough may decide on help itself. Agreeing in advance saves waiting.",
    },
    fields=(
        Field(
            "consent",
            Kind.CHOICE,
            {
                "nl": "Akkoord van de ouders",
                "fr": "Accord des parents",
                "de": "Einverständnis der Eltern",
                "en": "The parents' consent",
            },
            options=_CONSENT,
        ),
        Field(
            "provider",
            Kind.TEXT,
            {
                "nl": "Aan wie denken jullie?",
                "fr": "À qui pensez-vous ?",
                "de": "An wen denken Sie?",
                "en": "Who do you have in mind?",
            },
            hint={
                "nl": "Bijvoorbeeld: het CLB, een eerstelijnspsycholoog, JAC, Awel. Schrijf geen adres.",
                "fr": "Par exemple : le centre PMS, un psychologue de première ligne, une AMO. N'écrivez pas d'adresse.",
                "de": "Zum Beispiel: Kaleido, ein Psychologe. Schreiben Sie keine Adresse.",
                "en": "For example: the school guidance centre, a primary care psychologist. Do not write an address.",
            },
            required=False,
            maximum=120,
        ),
    ),
    default={"consent": "both_in_advance"},
    source="art. 374 §1 old Civil Code; law of 22 August 2002 on patients' rights, art. 12 (a capable minor decides)",
    words=_words,
    examples=(
        Example(
            {"consent": "both_in_advance"},
            sentence={
                "nl": "Beide ouders gaan er nu al mee akkoord dat een kind psychologische hulp krijgt als het daarom vraagt. Het kind kiest zelf of het thuis vertelt wat daar gezegd is.",
                "fr": "Les deux parents acceptent dès maintenant qu'un enfant reçoive une aide psychologique s'il la demande. L'enfant choisit lui-même s'il raconte à la maison ce qui s'y est dit.",
                "de": "Beide Eltern sind schon jetzt damit einverstanden, dass ein Kind psychologische Hilfe bekommt, wenn es darum bittet. Das Kind entscheidet selbst, ob es zu Hause erzählt, was dort gesagt wurde.",
                "en": "Both parents already agree that a child may get psychological support when it asks for it. The child decides itself whether to tell at home what was said there.",
            },
        ),
        Example(
            {"consent": "case_by_case", "provider": "CLB / PMS"},
            sentence={
                "nl": "Vraagt een kind psychologische hulp, dan beslissen de ouders daar snel en samen over. Zij denken daarbij aan: CLB / PMS. Het kind kiest zelf of het thuis vertelt wat daar gezegd is.",
                "fr": "Si un enfant demande une aide psychologique, les parents en décident rapidement et ensemble. Ils pensent à : CLB / PMS. L'enfant choisit lui-même s'il raconte à la maison ce qui s'y est dit.",
                "de": "Bittet ein Kind um psychologische Hilfe, entscheiden die Eltern bald und gemeinsam darüber. Sie denken dabei an: CLB / PMS. Das Kind entscheidet selbst, ob es zu Hause erzählt, was dort gesagt wurde.",
                "en": "If a child asks for psychological support, the parents decide on it soon and together. They have in mind: CLB / PMS. The child decides itself whether to tell at home what was said there.",
            },
        ),
        Example({}, problems=("consent",)),
        Example({"consent": "never", "provider": "x" * 121}, problems=("consent", "provider")),
        Example({"consent": "case_by_case", "provider": ["CLB"]}, problems=("provider",)),
    ),
)
