"""Which residence patterns could fit: a few neutral questions, two or three patterns, and why each. Pure.

It is a talk-starter, never a norm (belgium.md 4.1): every reason is a fact about the cycle of nights that the reader can
check, and nothing is ranked by what is "best" for children.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from parenting_plans import patterns
from parenting_plans.fields import Field, Kind
from parenting_plans.patterns import Pattern
from parenting_plans.values import Words
from parenting_plans.wording import filled

MOST = 3
LOWEST = -6
FORTNIGHT = 14
HALF = 0.5
Chosen = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Suggestion:
    pattern: Pattern
    reasons: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be counted of a pattern. `changes`: handovers in two weeks; `apart`: most nights away from one parent."""

    pattern: Pattern
    apart: int
    changes: float
    equal: bool
    fixed_days: bool  # each weekday from Monday to Thursday is always with the same parent
    both_weeks: bool  # both parents have a night in every week
    school_nights_in_one: bool  # Sunday to Thursday nights are all in one home
    weekdays_in_one: bool  # Monday to Thursday nights are all in one home


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to look at: when it speaks, how much it weighs, and what it says. A negative weight says nothing."""

    when: tuple[str, tuple[str, ...]]
    holds: Callable[[Facts], bool]
    weight: int
    reason: Words | None = None


QUESTIONS: tuple[Field, ...] = (
    Field(
        "age",
        Kind.CHOICE,
        {
            "nl": "Hoe oud is het jongste kind?",
            "fr": "Quel âge a le plus jeune enfant ?",
            "de": "Wie alt ist das jüngste Kind?",
            "en": "How old is the youngest child?",
        },
        options=(
            ("0-2", {"nl": "jonger dan 3", "fr": "moins de 3 ans", "de": "unter 3", "en": "under 3"}),
            ("3-5", {"nl": "3 tot 5", "fr": "3 à 5 ans", "de": "3 bis 5", "en": "3 to 5"}),
            ("6-11", {"nl": "6 tot 11", "fr": "6 à 11 ans", "de": "6 bis 11", "en": "6 to 11"}),
            (
                "12+",
                {"nl": "12 of ouder", "fr": "12 ans ou plus", "de": "12 oder älter", "en": "12 or older"},
            ),
        ),
        required=False,
    ),
    Field(
        "distance",
        Kind.CHOICE,
        {
            "nl": "Hoe ver wonen jullie van elkaar en van de school?",
            "fr": "À quelle distance habitez-vous l'un de l'autre et de l'école ?",
            "de": "Wie weit wohnen Sie voneinander und von der Schule?",
            "en": "How far do you live from each other and from school?",
        },
        options=(
            (
                "near",
                {
                    "nl": "dichtbij: school is van beide huizen vlot bereikbaar",
                    "fr": "près : l'école est facile à atteindre des deux maisons",
                    "de": "nah: die Schule ist von beiden Zuhause gut erreichbar",
                    "en": "near: school is easy to reach from both homes",
                },
            ),
            (
                "drive",
                {
                    "nl": "een rit, maar het lukt op schooldagen",
                    "fr": "un trajet, mais possible les jours d'école",
                    "de": "eine Fahrt, aber an Schultagen machbar",
                    "en": "a drive, but possible on school days",
                },
            ),
            (
                "far",
                {
                    "nl": "te ver voor schooldagen",
                    "fr": "trop loin pour les jours d'école",
                    "de": "zu weit für Schultage",
                    "en": "too far for school days",
                },
            ),
        ),
        required=False,
    ),
    Field(
        "work",
        Kind.CHOICE,
        {
            "nl": "Hoe werken jullie?",
            "fr": "Comment travaillez-vous ?",
            "de": "Wie arbeiten Sie?",
            "en": "How do you work?",
        },
        options=(
            (
                "fixed_days",
                {
                    "nl": "vaste vrije weekdagen voor een ouder",
                    "fr": "des jours libres fixes pour un parent",
                    "de": "feste freie Wochentage für einen Elternteil",
                    "en": "one parent has fixed free weekdays",
                },
            ),
            (
                "alike",
                {
                    "nl": "elke week ongeveer hetzelfde",
                    "fr": "à peu près la même chose chaque semaine",
                    "de": "jede Woche ungefähr gleich",
                    "en": "about the same every week",
                },
            ),
            (
                "by_week",
                {
                    "nl": "drukke en rustige weken om de beurt",
                    "fr": "des semaines chargées et calmes en alternance",
                    "de": "abwechselnd volle und ruhige Wochen",
                    "en": "busy and quiet weeks in turn",
                },
            ),
            (
                "weekdays_away",
                {
                    "nl": "een ouder is op weekdagen vaak weg",
                    "fr": "un parent est souvent absent en semaine",
                    "de": "ein Elternteil ist unter der Woche oft weg",
                    "en": "one parent is often away on weekdays",
                },
            ),
        ),
        required=False,
    ),
    Field(
        "apart",
        Kind.CHOICE,
        {
            "nl": "Hoeveel nachten zonder een ouder kan het jongste kind nu aan?",
            "fr": "Combien de nuits sans l'un des parents le plus jeune enfant supporte-t-il bien maintenant ?",
            "de": "Wie viele Nächte ohne einen Elternteil schafft das jüngste Kind jetzt gut?",
            "en": "How many nights without one parent can the youngest child handle now?",
        },
        options=(
            ("3", {"nl": "2 of 3", "fr": "2 ou 3", "de": "2 oder 3", "en": "2 or 3"}),
            ("5", {"nl": "4 of 5", "fr": "4 ou 5", "de": "4 oder 5", "en": "4 or 5"}),
            ("7", {"nl": "een week", "fr": "une semaine", "de": "eine Woche", "en": "a week"}),
            (
                "14",
                {
                    "nl": "langer dan een week",
                    "fr": "plus d'une semaine",
                    "de": "länger als eine Woche",
                    "en": "longer than a week",
                },
            ),
        ),
        required=False,
    ),
    Field(
        "midweek",
        Kind.CHOICE,
        {
            "nl": "Moet het kind elke week bij allebei slapen?",
            "fr": "L'enfant doit-il dormir chaque semaine chez les deux ?",
            "de": "Soll das Kind jede Woche bei beiden schlafen?",
            "en": "Should the child sleep at both homes every week?",
        },
        options=(
            (
                "yes",
                {
                    "nl": "ja, liefst",
                    "fr": "oui, de préférence",
                    "de": "ja, am liebsten",
                    "en": "yes, rather",
                },
            ),
            (
                "no",
                {
                    "nl": "nee, liever lang op één plek",
                    "fr": "non, plutôt longtemps au même endroit",
                    "de": "nein, lieber länger an einem Ort",
                    "en": "no, rather longer in one place",
                },
            ),
        ),
        required=False,
    ),
    Field(
        "handovers",
        Kind.CHOICE,
        {
            "nl": "Hoe lopen de wissels?",
            "fr": "Comment se passent les changements de maison ?",
            "de": "Wie laufen die Wechsel?",
            "en": "How do handovers go?",
        },
        options=(
            ("well", {"nl": "goed", "fr": "bien", "de": "gut", "en": "well"}),
            (
                "tense",
                {
                    "nl": "gespannen: liever weinig",
                    "fr": "avec des tensions : plutôt peu",
                    "de": "angespannt: lieber wenige",
                    "en": "tense: rather few",
                },
            ),
        ),
        required=False,
    ),
)

_APART: Words = {
    "nl": "Nooit meer dan {nights} nachten na elkaar zonder een van beiden.",
    "fr": "Jamais plus de {nights} nuits de suite sans l'un des deux.",
    "de": "Nie mehr als {nights} Nächte hintereinander ohne einen der beiden.",
    "en": "Never more than {nights} nights in a row without one of you.",
}
_LONG: Words = {
    "nl": "De langste tijd zonder een van beiden is {nights} nachten.",
    "fr": "Le temps le plus long sans l'un des deux est de {nights} nuits.",
    "de": "Die längste Zeit ohne einen der beiden sind {nights} Nächte.",
    "en": "The longest time without one of you is {nights} nights.",
}
_CHANGES: Words = {
    "nl": "{changes} wissels in twee weken.",
    "fr": "{changes} changements en deux semaines.",
    "de": "{changes} Wechsel in zwei Wochen.",
    "en": "{changes} handovers in two weeks.",
}
_FEW: Words = {
    "nl": "Weinig wissels; ze kunnen via de school gaan.",
    "fr": "Peu de changements ; ils peuvent se faire par l'école.",
    "de": "Wenige Wechsel; sie können über die Schule gehen.",
    "en": "Few handovers; they can go by way of school.",
}
_FIXED: Words = {
    "nl": "De weekdagen liggen vast: dat past bij vaste vrije dagen.",
    "fr": "Les jours de semaine sont fixes : cela va avec des jours libres fixes.",
    "de": "Die Wochentage stehen fest: Das passt zu festen freien Tagen.",
    "en": "The weekdays are fixed: that goes with fixed free days.",
}
_BLOCKS: Words = {
    "nl": "Hele weken om de beurt: dat past bij drukke en rustige weken.",
    "fr": "Des semaines entières à tour de rôle : cela va avec des semaines chargées et calmes.",
    "de": "Ganze Wochen abwechselnd: Das passt zu vollen und ruhigen Wochen.",
    "en": "Whole weeks in turn: that goes with busy and quiet weeks.",
}
_SCHOOL: Words = {
    "nl": "De meeste schoolnachten zijn in één huis: minder rijden op schooldagen.",
    "fr": "La plupart des nuits d'école sont dans une seule maison : moins de trajets les jours d'école.",
    "de": "Die meisten Schulnächte sind in einem Zuhause: weniger Fahrten an Schultagen.",
    "en": "Most school nights are in one home: less travel on school days.",
}
_WEEKENDS: Words = {
    "nl": "De weekdagen zijn vooral in één huis: dat past als een ouder op weekdagen weg is.",
    "fr": "La semaine est surtout dans une seule maison : cela va si un parent est absent en semaine.",
    "de": "Die Wochentage sind vor allem in einem Zuhause: Das passt, wenn ein Elternteil unter der Woche weg ist.",
    "en": "Weekdays are mostly in one home: that fits when one parent is away on weekdays.",
}
_BOTH: Words = {
    "nl": "Het kind slaapt elke week bij allebei.",
    "fr": "L'enfant dort chaque semaine chez les deux.",
    "de": "Das Kind schläft jede Woche bei beiden.",
    "en": "The child sleeps at both homes every week.",
}
_ONE_PLACE: Words = {
    "nl": "Het kind blijft telkens een hele tijd op één plek.",
    "fr": "L'enfant reste chaque fois longtemps au même endroit.",
    "de": "Das Kind bleibt jedes Mal länger an einem Ort.",
    "en": "The child stays in one place for a good while each time.",
}
_YOUNG: Words = {
    "nl": "Kort en vaak bij allebei; gidsen noemen dat voor jonge kinderen, maar kinderen verschillen.",
    "fr": "Des séjours courts et fréquents chez les deux ; des guides en parlent pour les jeunes enfants, mais chaque enfant est différent.",
    "de": "Kurz und oft bei beiden; Ratgeber nennen das für kleine Kinder, aber Kinder sind verschieden.",
    "en": "Short and frequent stays with both; guides mention this for young children, but children differ.",
}
_TEEN: Words = {
    "nl": "Lange blokken: tieners met eigen plannen vragen daar soms om.",
    "fr": "De longs blocs : des adolescents avec leurs propres projets le demandent parfois.",
    "de": "Lange Blöcke: Jugendliche mit eigenen Plänen wünschen das manchmal.",
    "en": "Long blocks: teenagers with plans of their own sometimes ask for this.",
}
_EQUAL: Words = {
    "nl": "De nachten zijn gelijk verdeeld.",
    "fr": "Les nuits sont réparties à égalité.",
    "de": "Die Nächte sind gleich aufgeteilt.",
    "en": "The nights are equally shared.",
}
_UNEQUAL: Words = {
    "nl": "De nachten zijn niet gelijk verdeeld: {a} en {b} per cyclus.",
    "fr": "Les nuits ne sont pas réparties à égalité : {a} et {b} par cycle.",
    "de": "Die Nächte sind nicht gleich aufgeteilt: {a} und {b} je Zyklus.",
    "en": "The nights are not equally shared: {a} and {b} in a cycle.",
}

RULES: tuple[Rule, ...] = (
    Rule(("distance", ("far",)), lambda one: one.school_nights_in_one, 6, _SCHOOL),
    Rule(("distance", ("far",)), lambda one: not one.school_nights_in_one, -20),
    Rule(("distance", ("drive",)), lambda one: one.changes <= 2, 1),
    Rule(("age", ("0-2",)), lambda one: one.apart <= 4, 3, _YOUNG),
    Rule(("age", ("0-2", "3-5")), lambda one: one.apart > 7, -3),
    Rule(("age", ("0-2", "3-5", "6-11")), lambda one: one.apart >= FORTNIGHT, -3),
    Rule(("age", ("12+",)), lambda one: one.changes <= 2 and one.equal, 2, _TEEN),
    Rule(("work", ("fixed_days",)), lambda one: one.fixed_days, 3, _FIXED),
    Rule(("work", ("by_week",)), lambda one: one.equal and one.changes <= 2, 3, _BLOCKS),
    Rule(("work", ("weekdays_away",)), lambda one: one.weekdays_in_one, 3, _WEEKENDS),
    Rule(("midweek", ("yes",)), lambda one: one.both_weeks, 3, _BOTH),
    Rule(("midweek", ("yes",)), lambda one: not one.both_weeks, -3),
    Rule(("midweek", ("no",)), lambda one: one.changes <= 2, 2, _ONE_PLACE),
    Rule(("handovers", ("tense",)), lambda one: one.changes <= 2, 3, _FEW),
    Rule(("handovers", ("tense",)), lambda one: one.changes > 4, -4),
)


def age_group(years: int) -> str:
    """The answer to the first question for a child of so many years."""
    return "0-2" if years < 3 else "3-5" if years < 6 else "6-11" if years < 12 else "12+"


def suggest(chosen: Chosen) -> tuple[Suggestion, ...]:
    """Two or three patterns that are not alike, those that meet most of what was said first; questions may stay open.

    Patterns with a longer time apart than was said come last. Where it can be, both ways of sharing nights are among
    them, equal and not, so that no answer pushes to one side.
    """
    fits = sorted(facts(), key=lambda one: (-_weight(one, chosen), one.pattern.order))
    fits = _unlike(fits)
    picked = [one for one in fits if _weight(one, chosen) > 0][:MOST]
    picked = picked if len(picked) > 1 else fits[:2]
    other = next((one for one in fits if one.equal != picked[0].equal), None)
    if len({one.equal for one in picked}) == 1 and other and _weight(other, chosen) > 0:
        picked = [*picked[:-1], other]
    return tuple(Suggestion(one.pattern, _reasons(one, chosen)) for one in picked)


def _unlike(fits: Sequence[Facts]) -> list[Facts]:
    """Of patterns that count alike only the first: week and week on another day is no other choice."""
    found: dict[tuple[int, float, bool], Facts] = {}
    for one in fits:
        found.setdefault((one.apart, one.changes, one.equal), one)
    return list(found.values())


def _weight(one: Facts, chosen: Chosen) -> int:
    limit = int(chosen.get("apart") or 0)
    # How long a child can be apart weighs most; a distance that rules school nights out still weighs more.
    apart = 0 if not limit else 4 if one.apart <= limit else max(-2 * (one.apart - limit), LOWEST)
    return apart + sum(rule.weight for rule in RULES if _speaks(rule, one, chosen))


def _speaks(rule: Rule, one: Facts, chosen: Chosen) -> bool:
    question, values = rule.when
    return chosen.get(question) in values and rule.holds(one)


def _reasons(one: Facts, chosen: Chosen) -> tuple[Words, ...]:
    limit = int(chosen.get("apart") or 0)
    apart = filled(_APART if limit and one.apart <= limit else _LONG, nights=str(one.apart))
    said = [rule.reason for rule in RULES if rule.reason and _speaks(rule, one, chosen)]
    nights = patterns.figures(one.pattern.nights).nights
    shared = _EQUAL if one.equal else filled(_UNEQUAL, a=str(nights["A"]), b=str(nights["B"]))
    return (apart, *said, filled(_CHANGES, changes=f"{one.changes:g}"), shared)


@cache
def facts() -> tuple[Facts, ...]:
    """Every pattern that two homes can live by, counted. Bird-nesting needs a third home and is asked in C08."""
    return tuple(_counted(pattern) for pattern in patterns.load() if not pattern.nest)


def _counted(pattern: Pattern) -> Facts:
    figures = patterns.figures(pattern.nights)
    weeks = _weeks(pattern.nights)
    return Facts(
        pattern=pattern,
        apart=max(figures.longest.values()),
        changes=figures.handovers * FORTNIGHT / len(pattern.nights),
        equal=figures.share_a == HALF,
        fixed_days=all(len({week[day] for week in weeks}) == 1 for day in range(4))
        and figures.share_a == HALF,
        both_weeks=all(len(set(week)) == 2 for week in weeks),
        school_nights_in_one=len({week[day] for week in weeks for day in (0, 1, 2, 3, 6)}) == 1,
        weekdays_in_one=len({week[day] for week in weeks for day in range(4)}) == 1,
    )


def _weeks(nights: str) -> Sequence[str]:
    return [nights[start : start + 7] for start in range(0, len(nights), 7)]
