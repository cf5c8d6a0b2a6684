"""D04: what travels with the children, and what there is in both homes."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Problem, Words
from parenting_plans.wording import filled, joined, listed

_THINGS: tuple[tuple[str, Words], ...] = (
    ("school_bag", {"nl": "schooltas", "fr": "cartable", "de": "Schultasche", "en": "school bag"}),
    ("medication", {"nl": "medicatie", "fr": "médicaments", "de": "Medikamente", "en": "medication"}),
    ("cuddly_toy", {"nl": "knuffel", "fr": "doudou", "de": "Kuscheltier", "en": "cuddly toy"}),
    (
        "eid",
        {"nl": "Kids-ID of eID", "fr": "Kids-ID ou eID", "de": "Kids-ID oder eID", "en": "Kids-ID or eID"},
    ),
    ("clothes", {"nl": "kleren", "fr": "vêtements", "de": "Kleidung", "en": "clothes"}),
    (
        "coat",
        {
            "nl": "jas",
            "fr": "manteau",
            "de": "Jacke",
            "en": "coat",
        },
    ),
    (
        "sports_gear",
        {"nl": "sportspullen", "fr": "affaires de sport", "de": "Sportsachen", "en": "sports gear"},
    ),
    (
        "instrument",
        {
            "nl": "muziekinstrument",
            "fr": "instrument de musique",
            "de": "Musikinstrument",
            "en": "musical instrument",
        },
    ),
    (
        "phone",
        {"nl": "gsm of tablet", "fr": "gsm ou tablette", "de": "Handy oder Tablet", "en": "phone or tablet"},
    ),
)
_TRAVELS: Words = {
    "nl": "Met de kinderen reizen mee: {things}",
    "fr": "Voyagent avec les enfants : {things}",
    "de": "Mit den Kindern reisen mit: {things}",
    "en": "These travel with the children: {things}",
}
_BOTH: Words = {
    "nl": "in beide huizen zijn er: {things}",
    "fr": "il y a dans les deux maisons : {things}",
    "de": "in beiden Zuhause gibt es: {things}",
    "en": "both homes have: {things}",
}
_BACK: Words = {
    "nl": "wat meekomt, gaat ook mee terug",
    "fr": "ce qui vient repart aussi",
    "de": "was mitkommt, geht auch wieder mit zurück",
    "en": "what comes along also goes back",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    if set(answers["travels"]) & set(answers.get("both_homes", ())):
        return (Problem("both_homes", "A thing either travels or is in both homes. Choose one for each."),)
    return ()


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    things: list[Words | str] = [option(_TRAVEL, one) for one in answers["travels"]]
    if answers.get("other"):
        things.append(answers["other"].rstrip("."))
    parts = [filled(_TRAVELS, things=listed(things))]
    if answers.get("both_homes"):
        parts.append(filled(_BOTH, things=listed([option(_TRAVEL, one) for one in answers["both_homes"]])))
    return joined([*parts, _BACK])


_TRAVEL = Field(
    "travels",
    Kind.CHOICES,
    {
        "nl": "Wat reist mee?",
        "fr": "Qu'est-ce qui voyage ?",
        "de": "Was reist mit?",
        "en": "What travels along?",
    },
    options=_THINGS,
)

CLAUSE = Clause(
    code="D04",
    section="D",
    title={
        "nl": "Kleren, medicatie en spullen",
        "fr": "Vêtements, médicaments et affaires",
        "de": "Kleidung, Medikamente und Sachen",
        "en": "Clothes, medicines and belongings",
    },
    question={
        "nl": "Wat gaat er mee met de kinderen?",
        "fr": "Qu'est-ce qui suit les enfants ?",
        "de": "Was geht mit den Kindern mit?",
        "en": "What goes along with the children?",
    },
    hint={
        "nl": "De spullen zijn van de kinderen, niet van een huis.",
        "fr": "Les affaires sont aux enfants, pas à une maison.",
        "de": "Die Sachen gehören den Kindern, nicht einem Zuhause.",
        "en": "The things belong to the children, not to a home.",
    },
    fields=(
        _TRAVEL,
        Field(
            "both_homes",
            Kind.CHOICES,
            {
                "nl": "Wat is er in beide huizen?",
                "fr": "Qu'y a-t-il dans les deux maisons ?",
                "de": "Was gibt es in beiden Zuhause?",
                "en": "What do both homes have?",
            },
            options=_THINGS,
            required=False,
        ),
        Field(
            "other",
            Kind.TEXT,
            {
                "nl": "Nog iets dat meereist",
                "fr": "Autre chose qui voyage",
                "de": "Noch etwas, das mitreist",
                "en": "Something else that travels",
            },
            required=False,
            maximum=120,
        ),
    ),
    default={"travels": ["school_bag", "medication", "cuddly_toy", "eid"]},
    source="Own design",
    words=_words,
    together=_together,
    examples=(
        Example(
            {
                "travels": ["school_bag", "medication"],
                "both_homes": ["clothes", "coat"],
                "other": "fiets",
            },
            sentence={
                "nl": "Met de kinderen reizen mee: schooltas, medicatie en fiets; in beide huizen zijn er: kleren en jas; wat meekomt, gaat ook mee terug.",
                "fr": "Voyagent avec les enfants : cartable, médicaments et fiets ; il y a dans les deux maisons : vêtements et manteau ; ce qui vient repart aussi.",
                "de": "Mit den Kindern reisen mit: Schultasche, Medikamente und fiets; in beiden Zuhause gibt es: Kleidung und Jacke; was mitkommt, geht auch wieder mit zurück.",
                "en": "These travel with the children: school bag, medication and fiets; both homes have: clothes and coat; what comes along also goes back.",
            },
        ),
        Example(
            {"travels": ["eid"]},
            sentence={
                "nl": "Met de kinderen reizen mee: Kids-ID of eID; wat meekomt, gaat ook mee terug.",
                "fr": "Voyagent avec les enfants : Kids-ID ou eID ; ce qui vient repart aussi.",
                "de": "Mit den Kindern reisen mit: Kids-ID oder eID; was mitkommt, geht auch wieder mit zurück.",
                "en": "These travel with the children: Kids-ID or eID; what comes along also goes back.",
            },
        ),
        Example({}, problems=("travels",)),
        Example({"travels": ["clothes"], "both_homes": ["clothes"]}, problems=("both_homes",)),
        Example({"travels": ["sofa"], "other": "x" * 121}, problems=("travels", "other")),
    ),
)
