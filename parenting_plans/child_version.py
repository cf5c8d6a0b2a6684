"""The plan as a child reads it: where I sleep, when I change, who brings me, holidays, whom I can talk to. Pure.

Only the clauses in `READ` are looked at, and of those only chosen answers: nothing a parent typed, no money, no safety and
no counting of nights reaches a child (safety.md 5.6, belgium.md 6.6).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from babel.dates import format_date

from parenting_plans import clauses
from parenting_plans.clause import Names
from parenting_plans.fields import Answers
from parenting_plans.values import Agreed, Home, Words
from parenting_plans.wording import WEEKDAYS, filled, listed

Nights = Sequence[tuple[date, Home]]  # nights one after the other: the day on which each begins, and where

READ = frozenset({"C08", "D01", "D02", "E02", "E03", "E04", "E05", "G03"})
_DAY_FORMAT = {
    "nl": ("EEEE d MMMM", "nl_BE"),
    "fr": ("EEEE d MMMM", "fr_BE"),
    "de": ("EEEE, d. MMMM", "de_BE"),
    "en": ("EEEE d MMMM", "en_GB"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One thing a child wants to know: a title, and a few very simple sentences."""

    title: Words
    lines: tuple[Words, ...]


def child_version(agreed: Agreed, names: Names, nights: Nights) -> tuple[Part, ...]:
    """What one child reads. `names` has "A" and "B" as the child calls them; `nights` are this child's coming nights.

    Parts of which nothing is agreed are left out; answers that are not right are read as not agreed.
    """
    sound = _sound(agreed)
    parts = (
        Part(_WHERE, _where(sound, names, nights)),
        Part(_WHEN, _when(sound, nights)),
        Part(_WHO_BRINGS, _who_brings(sound)),
        Part(_HOLIDAYS, _holidays(sound, names)),
        Part(_TALK, _talk(sound)),
    )
    return tuple(part for part in parts if part.lines)


def as_text(parts: Sequence[Part], child: str, language: str) -> str:
    """The parts as plain text to print, with the child's name above."""
    blocks = [_FOR[language].format(child=child)]
    blocks += ["\n".join((part.title[language], *(line[language] for line in part.lines))) for part in parts]
    return "\n\n".join(blocks) + "\n"


def _sound(agreed: Agreed) -> Mapping[str, Answers]:
    known = clauses.by_code()
    return {
        code: agreed[code]
        for code in sorted(READ & agreed.keys() & known.keys())
        if agreed[code] and not known[code].problems(agreed[code])
    }


def _day(day: date) -> Words:
    return {
        language: format_date(day, form, locale=locale) for language, (form, locale) in _DAY_FORMAT.items()
    }


def _nest(sound: Mapping[str, Answers]) -> bool:
    return sound.get("C08", {}).get("nest") == "yes"


def _where(sound: Mapping[str, Answers], names: Names, nights: Nights) -> tuple[Words, ...]:
    one, more = (_NEST_NIGHT, _NEST_NIGHTS) if _nest(sound) else (_NIGHT, _NIGHTS)
    runs = [(home, [day for day, _ in run]) for home, run in groupby(nights, key=lambda night: night[1])]
    lines = [
        filled(more if len(days) > 1 else one, first=_day(days[0]), last=_day(days[-1]), home=names[home])
        for home, days in runs
    ]
    return (*([_NEST] if lines and _nest(sound) else []), *lines)


def _when(sound: Mapping[str, Answers], nights: Nights) -> tuple[Words, ...]:
    changes = {night[0].weekday() for before, night in pairwise(nights) if before[1] != night[1]}
    if not changes or _nest(sound):
        return ()
    days = listed([WEEKDAYS[day][1] for day in sorted(changes)])
    handover = sound.get("D01", {})
    if handover.get("moment") == "clock":
        return (filled(_CHANGE_AT, days=days, time=handover["time"]),)
    at_school = _AT_SCHOOL.get(handover.get("moment", ""))
    return (filled(_CHANGE, days=days), *([at_school] if at_school else []))


def _who_brings(sound: Mapping[str, Answers]) -> tuple[Words, ...]:
    handover = sound.get("D02")
    if not handover or _nest(sound):
        return ()
    return (_BRINGS[handover["transport"]],)


def _holidays(sound: Mapping[str, Answers], names: Names) -> tuple[Words, ...]:
    if _nest(sound):
        return ()
    both = {"a": names["A"], "b": names["B"]}
    return tuple(
        filled(_SPLITS[_split(sound[code])], holiday=holiday, **both)
        for code, holiday in _HOLIDAY_NAMES
        if code in sound
    )


def _split(answers: Answers) -> str:
    chosen = answers.get("split") or answers.get("mode")
    if chosen in ("alternate", "alternate_whole"):
        return "in_turn"
    return "as_usual" if chosen == "follow_regular" else "both"


def _talk(sound: Mapping[str, Answers]) -> tuple[Words, ...]:
    may_call = sound.get("G03", {}).get("free") == "yes"
    return (*([_CALL] if may_call else []), _TRUST, _SAY, _LINES)


_FOR = {
    "nl": "Dit is het plan voor {child}.",
    "fr": "Voici le plan pour {child}.",
    "de": "Das ist der Plan für {child}.",
    "en": "This is the plan for {child}.",
}
_WHERE: Words = {
    "nl": "Waar slaap ik?",
    "fr": "Où est-ce que je dors ?",
    "de": "Wo schlafe ich?",
    "en": "Where do I sleep?",
}
_WHEN: Words = {
    "nl": "Wanneer ga ik naar het andere huis?",
    "fr": "Quand est-ce que je change de maison ?",
    "de": "Wann gehe ich in das andere Zuhause?",
    "en": "When do I go to my other home?",
}
_WHO_BRINGS: Words = {
    "nl": "Wie brengt mij?",
    "fr": "Qui m'amène ?",
    "de": "Wer bringt mich?",
    "en": "Who brings me?",
}
_HOLIDAYS: Words = {
    "nl": "Waar ben ik in de vakantie?",
    "fr": "Où suis-je pendant les vacances ?",
    "de": "Wo bin ich in den Ferien?",
    "en": "Where am I in the holidays?",
}
_TALK: Words = {
    "nl": "Met wie kan ik praten?",
    "fr": "À qui puis-je parler ?",
    "de": "Mit wem kann ich sprechen?",
    "en": "Whom can I talk to?",
}
_NIGHT: Words = {
    "nl": "Op {first} slaap je bij {home}.",
    "fr": "Le {first}, tu dors chez {home}.",
    "de": "Am {first}, schläfst du bei {home}.",
    "en": "On {first} you sleep at {home}'s home.",
}
_NIGHTS: Words = {
    "nl": "Van {first} tot en met {last} slaap je bij {home}.",
    "fr": "Du {first} au {last}, tu dors chez {home}.",
    "de": "Von {first}, bis {last}, schläfst du bei {home}.",
    "en": "From {first} to {last} you sleep at {home}'s home.",
}
_NEST: Words = {
    "nl": "Jij blijft altijd in hetzelfde huis.",
    "fr": "Toi, tu restes toujours dans la même maison.",
    "de": "Du bleibst immer im selben Zuhause.",
    "en": "You always stay in the same home.",
}
_NEST_NIGHT: Words = {
    "nl": "Op {first} is {home} bij jou.",
    "fr": "Le {first}, {home} est avec toi.",
    "de": "Am {first}, ist {home} bei dir.",
    "en": "On {first} {home} is with you.",
}
_NEST_NIGHTS: Words = {
    "nl": "Van {first} tot en met {last} is {home} bij jou.",
    "fr": "Du {first} au {last}, {home} est avec toi.",
    "de": "Von {first}, bis {last}, ist {home} bei dir.",
    "en": "From {first} to {last} {home} is with you.",
}
_CHANGE: Words = {
    "nl": "Je wisselt op {days}.",
    "fr": "Tu changes de maison le {days}.",
    "de": "Du wechselst am {days}.",
    "en": "You change on {days}.",
}
_CHANGE_AT: Words = {
    "nl": "Je wisselt op {days}, om {time}.",
    "fr": "Tu changes de maison le {days}, à {time}.",
    "de": "Du wechselst am {days}, um {time} Uhr.",
    "en": "You change on {days}, at {time}.",
}
_AT_SCHOOL: Mapping[str, Words] = {
    "school_end": {
        "nl": "Dat is als de school uit is.",
        "fr": "C'est à la fin de l'école.",
        "de": "Das ist, wenn die Schule aus ist.",
        "en": "That is when school is over.",
    },
    "school_start": {
        "nl": "Dat is als de school begint.",
        "fr": "C'est au début de l'école.",
        "de": "Das ist, wenn die Schule beginnt.",
        "en": "That is when school begins.",
    },
}
_BRINGS: Mapping[str, Words] = {
    "receiving_fetches": {
        "nl": "De ouder naar wie je gaat, komt je halen.",
        "fr": "Le parent chez qui tu vas vient te chercher.",
        "de": "Der Elternteil, zu dem du gehst, holt dich ab.",
        "en": "The parent you go to comes to fetch you.",
    },
    "leaving_brings": {
        "nl": "De ouder bij wie je bent, brengt je.",
        "fr": "Le parent chez qui tu es t'amène.",
        "de": "Der Elternteil, bei dem du bist, bringt dich.",
        "en": "The parent you are with brings you.",
    },
    "shared": {
        "nl": "Je ouders spreken af wie je brengt.",
        "fr": "Tes parents se mettent d'accord pour t'amener.",
        "de": "Deine Eltern sprechen ab, wer dich bringt.",
        "en": "Your parents agree who brings you.",
    },
}
_HOLIDAY_NAMES: tuple[tuple[str, Words], ...] = (
    (
        "E02",
        {
            "nl": "In de herfst en bij carnaval",
            "fr": "En automne et au carnaval",
            "de": "Im Herbst und zu Karneval",
            "en": "In autumn and at carnival",
        },
    ),
    (
        "E03",
        {
            "nl": "In de kerstvakantie",
            "fr": "Aux vacances d'hiver",
            "de": "In den Weihnachtsferien",
            "en": "In the Christmas holiday",
        },
    ),
    (
        "E04",
        {
            "nl": "In de paasvakantie",
            "fr": "Aux vacances de printemps",
            "de": "In den Osterferien",
            "en": "In the Easter holiday",
        },
    ),
    (
        "E05",
        {
            "nl": "In de zomer",
            "fr": "En été",
            "de": "Im Sommer",
            "en": "In summer",
        },
    ),
)
_SPLITS: Mapping[str, Words] = {
    "both": {
        "nl": "{holiday} ben je een deel bij {a} en een deel bij {b}.",
        "fr": "{holiday}, tu es une partie chez {a} et une partie chez {b}.",
        "de": "{holiday} bist du einen Teil bei {a} und einen Teil bei {b}.",
        "en": "{holiday} you are with {a} for a part and with {b} for a part.",
    },
    "in_turn": {
        "nl": "{holiday} ben je het ene jaar bij de ene ouder en het andere jaar bij de andere.",
        "fr": "{holiday}, tu es une année chez un parent et l'année d'après chez l'autre.",
        "de": "{holiday} bist du ein Jahr bei einem Elternteil und das nächste Jahr beim anderen.",
        "en": "{holiday} you are with one parent one year and with the other the next year.",
    },
    "as_usual": {
        "nl": "{holiday} is het zoals in een gewone week.",
        "fr": "{holiday}, c'est comme une semaine ordinaire.",
        "de": "{holiday} ist es wie in einer gewöhnlichen Woche.",
        "en": "{holiday} it is as in an ordinary week.",
    },
}
_CALL: Words = {
    "nl": "Je mag altijd bellen naar de ouder bij wie je niet bent.",
    "fr": "Tu peux toujours appeler le parent chez qui tu n'es pas.",
    "de": "Du darfst immer den Elternteil anrufen, bei dem du nicht bist.",
    "en": "You may always call the parent you are not with.",
}
_TRUST: Words = {
    "nl": "Je mag praten met een grote mens die jij vertrouwt. Jij kiest wie.",
    "fr": "Tu peux parler à un adulte en qui tu as confiance. C'est toi qui choisis.",
    "de": "Du darfst mit einem Erwachsenen sprechen, dem du vertraust. Du wählst, wer das ist.",
    "en": "You may talk to a grown-up you trust. You choose who.",
}
_SAY: Words = {
    "nl": "Wil je iets anders? Zeg het. Je hoeft niet te kiezen: je ouders beslissen.",
    "fr": "Tu veux autre chose ? Dis-le. Tu ne dois pas choisir : tes parents décident.",
    "de": "Möchtest du etwas anderes? Sag es. Du musst nicht wählen: Deine Eltern entscheiden.",
    "en": "Do you want something else? Say so. You do not have to choose: your parents decide.",
}
_LINES: Words = {
    "nl": "Je kunt gratis bellen naar Awel: 102. In gevaar bel je 112.",
    "fr": "Tu peux appeler gratuitement Écoute-Enfants : 103. En danger, appelle le 112.",
    "de": "Du kannst die Telefonhilfe gratis anrufen: 108. In Gefahr rufst du 112 an.",
    "en": "You can call Awel (102, in Dutch) or Écoute-Enfants (103, in French). It is free. In danger call 112.",
}
