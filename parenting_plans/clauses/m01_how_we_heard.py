"""M01: how each child was involved, or why not. What a child said stands nowhere in a plan.

Only that a child itself released a summary may be mentioned (belgium.md 6.2); the summary stays where the child left it.
"""

from datetime import date

from parenting_plans.clause import LOU, MIO, Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Problem, Words
from parenting_plans.wording import filled, joined, long_date

_NOT_ASKED = frozenset({"too_young", "did_not_want", "too_heavy"})
_METHODS: tuple[tuple[str, Words], ...] = (
    (
        "talk_with_parents",
        {
            "nl": "een gesprek met de ouders",
            "fr": "une conversation avec les parents",
            "de": "ein Gespräch mit den Eltern",
            "en": "a talk with the parents",
        },
    ),
    ("drawing", {"nl": "een tekening", "fr": "un dessin", "de": "eine Zeichnung", "en": "a drawing"}),
    ("letter", {"nl": "een brief", "fr": "une lettre", "de": "einen Brief", "en": "a letter"}),
    (
        "trained_listener",
        {
            "nl": "een gesprek met een opgeleide luisteraar",
            "fr": "une conversation avec une personne formée à l'écoute",
            "de": "ein Gespräch mit einer geschulten zuhörenden Person",
            "en": "a talk with a trained listener",
        },
    ),
    (
        "trusted_adult",
        {
            "nl": "een gesprek met een vertrouwenspersoon",
            "fr": "une conversation avec une personne de confiance",
            "de": "ein Gespräch mit einer Vertrauensperson",
            "en": "a talk with a trusted adult",
        },
    ),
    (
        "too_young",
        {
            "nl": "niet gehoord: nog te jong",
            "fr": "pas interrogé : encore trop tôt",
            "de": "nicht gefragt: noch zu jung",
            "en": "not asked: still too young",
        },
    ),
    (
        "did_not_want",
        {
            "nl": "niet gehoord: wilde dat zelf niet",
            "fr": "pas interrogé : ne le souhaitait pas",
            "de": "nicht gefragt: wollte das selbst nicht",
            "en": "not asked: did not want to be",
        },
    ),
    (
        "too_heavy",
        {
            "nl": "niet gehoord: nu te zwaar voor het kind",
            "fr": "pas interrogé : trop lourd pour l'enfant en ce moment",
            "de": "nicht gefragt: jetzt zu belastend für das Kind",
            "en": "not asked: too heavy for the child just now",
        },
    ),
)
_SUMMARIES: tuple[tuple[str, Words], ...] = (
    (
        "released",
        {
            "nl": "ja, het kind gaf die zelf vrij",
            "fr": "oui, l'enfant l'a donné lui-même",
            "de": "ja, das Kind hat sie selbst freigegeben",
            "en": "yes, released by the child",
        },
    ),
    (
        "not_mentioned",
        {"nl": "niet vermelden", "fr": "ne pas mentionner", "de": "nicht erwähnen", "en": "do not mention"},
    ),
)
_THROUGH: Words = {
    "nl": "{child} werd betrokken door {method}",
    "fr": "{child} a participé par {method}",
    "de": "{child} wurde einbezogen durch {method}",
    "en": "{child} was involved through {method}",
}
_REASONS: dict[str, Words] = {
    "too_young": {
        "nl": "{child} is nog te jong om gehoord te worden",
        "fr": "pour {child}, il est encore trop tôt pour donner son avis",
        "de": "{child} ist noch zu jung, um gefragt zu werden",
        "en": "{child} is still too young to be asked",
    },
    "did_not_want": {
        "nl": "{child} wilde zelf niet gehoord worden",
        "fr": "{child} ne souhaitait pas donner son avis",
        "de": "{child} wollte selbst nicht gefragt werden",
        "en": "{child} did not want to be asked",
    },
    "too_heavy": {
        "nl": "voor {child} zijn vragen nu te zwaar",
        "fr": "pour {child}, des questions sont trop lourdes en ce moment",
        "de": "für {child} sind Fragen jetzt zu belastend",
        "en": "for {child} questions are too heavy just now",
    },
}
_LAST: Words = {
    "nl": "dat gebeurde het laatst op {day}",
    "fr": "la dernière fois, c'était le {day}",
    "de": "das geschah zuletzt am {day}",
    "en": "the last time was on {day}",
}
_RELEASED: Words = {
    "nl": "er is een samenvatting die {child} zelf vrijgaf; alleen wat daarin staat, mag genoemd worden",
    "fr": "il y a un résumé que {child} a bien voulu donner ; seul ce qui s'y trouve peut être mentionné",
    "de": "es gibt eine Zusammenfassung, die {child} selbst freigegeben hat; nur was darin steht, darf genannt werden",
    "en": "there is a summary that {child} chose to release; only what it says may be mentioned",
}


def _asked_children(answers: Answers) -> set[str]:
    return {child for child, method in answers["method"].items() if method not in _NOT_ASKED}


def _together(answers: Answers) -> tuple[Problem, ...]:
    problems = []
    if _asked_children(answers) and not answers.get("date"):
        problems.append(Problem("date", "Say when you last did this."))
    if set(_released(answers)) - _asked_children(answers):
        problems.append(Problem("summary", "Only a child that was asked can release a summary."))
    return tuple(problems)


def _released(answers: Answers) -> list[str]:
    given = answers.get("summary") or {}
    return sorted(child for child, choice in given.items() if choice == "released")


def _involved(child: str, method: str, names: Names) -> Words:
    if method in _NOT_ASKED:
        return filled(_REASONS[method], child=names[child])
    return filled(_THROUGH, child=names[child], method=option(_METHOD, method))


def _words(answers: Answers, names: Names) -> Words:
    asked, rest = _asked_children(answers), answers["method"].keys() - _asked_children(answers)
    parts = [_involved(child, answers["method"][child], names) for child in sorted(asked)]
    if asked:
        parts.append(filled(_LAST, day=long_date(date.fromisoformat(answers["date"]))))
    parts += [_involved(child, answers["method"][child], names) for child in sorted(rest)]
    parts += [filled(_RELEASED, child=names[child]) for child in _released(answers)]
    return _capital(joined(parts))


def _capital(text: Words) -> Words:
    return {language: words[:1].upper() + words[1:] for language, words in text.items()}


_METHOD = Field(
    "method",
    Kind.CHILDREN_CHOICE,
    {
        "nl": "Hoe werd elk kind betrokken, of waarom niet?",
        "fr": "Comment chaque enfant a-t-il participé, ou pourquoi pas ?",
        "de": "Wie wurde jedes Kind einbezogen, oder warum nicht?",
        "en": "How was each child involved, or why not?",
    },
    options=_METHODS,
)

CLAUSE = Clause(
    code="M01",
    section="M",
    title={
        "nl": "Hoe we naar onze kinderen luisterden",
        "fr": "Comment nous avons entendu nos enfants",
        "de": "Wie wir unsere Kinder gehört haben",
        "en": "How we heard our children",
    },
    question={
        "nl": "Hoe werd elk kind betrokken bij dit plan?",
        "fr": "Comment chaque enfant a-t-il participé à ce plan ?",
        "de": "Wie wurde jedes Kind in diesen Plan einbezogen?",
        "en": "How was each child involved in this plan?",
    },
    hint={
        "nl": "Schrijf niet op wat een kind zei. Een kind hoeft ook niet te kiezen tussen zijn ouders.",
        "fr": "N'écrivez pas ce qu'un enfant a dit. Un enfant ne doit pas choisir entre ses parents.",
        "de": "Schreiben Sie nicht auf, was ein Kind gesagt hat. Ein Kind muss nicht zwischen seinen Eltern wählen.",
        "en": "Do not write down what a child said. A child does not have to choose between its parents.",
    },
    fields=(
        _METHOD,
        Field(
            "date",
            Kind.DATE,
            {
                "nl": "Wanneer het laatst?",
                "fr": "Quand pour la dernière fois ?",
                "de": "Wann zuletzt?",
                "en": "When was the last time?",
            },
            required=False,
            hint={
                "nl": "Nodig als minstens één kind gehoord werd.",
                "fr": "Nécessaire si au moins un enfant a participé.",
                "de": "Nötig, wenn mindestens ein Kind gefragt wurde.",
                "en": "Needed when at least one child was asked.",
            },
        ),
        Field(
            "summary",
            Kind.CHILDREN_CHOICE,
            {
                "nl": "Is er een samenvatting die het kind zelf vrijgaf?",
                "fr": "Y a-t-il un résumé que l'enfant a donné lui-même ?",
                "de": "Gibt es eine Zusammenfassung, die das Kind selbst freigegeben hat?",
                "en": "Is there a summary that the child itself released?",
            },
            options=_SUMMARIES,
            required=False,
        ),
    ),
    core=True,
    needed_for=frozenset({"NL"}),
    source="art. 815 Rv (Netherlands): how the children were involved; art. 12 Convention on the Rights of the Child",
    words=_words,
    together=_together,
    examples=(
        Example(
            {
                "method": {LOU: "trained_listener", MIO: "too_young"},
                "date": "2027-05-12",
                "summary": {LOU: "released", MIO: "not_mentioned"},
            },
            sentence={
                "nl": "Lou werd betrokken door een gesprek met een opgeleide luisteraar; dat gebeurde het laatst op 12 mei 2027; Mio is nog te jong om gehoord te worden; er is een samenvatting die Lou zelf vrijgaf; alleen wat daarin staat, mag genoemd worden.",
                "fr": "Lou a participé par une conversation avec une personne formée à l'écoute ; la dernière fois, c'était le 12 mai 2027 ; pour Mio, il est encore trop tôt pour donner son avis ; il y a un résumé que Lou a bien voulu donner ; seul ce qui s'y trouve peut être mentionné.",
                "de": "Lou wurde einbezogen durch ein Gespräch mit einer geschulten zuhörenden Person; das geschah zuletzt am 12. Mai 2027; Mio ist noch zu jung, um gefragt zu werden; es gibt eine Zusammenfassung, die Lou selbst freigegeben hat; nur was darin steht, darf genannt werden.",
                "en": "Lou was involved through a talk with a trained listener; the last time was on 12 May 2027; Mio is still too young to be asked; there is a summary that Lou chose to release; only what it says may be mentioned.",
            },
        ),
        Example(
            {"method": {LOU: "too_heavy", MIO: "did_not_want"}},
            sentence={
                "nl": "Voor Lou zijn vragen nu te zwaar; Mio wilde zelf niet gehoord worden.",
                "fr": "Pour Lou, des questions sont trop lourdes en ce moment ; Mio ne souhaitait pas donner son avis.",
                "de": "Für Lou sind Fragen jetzt zu belastend; Mio wollte selbst nicht gefragt werden.",
                "en": "For Lou questions are too heavy just now; Mio did not want to be asked.",
            },
        ),
        Example({}, problems=("method",)),
        Example({"method": {LOU: "drawing"}}, problems=("date",)),
        Example(
            {
                "method": {LOU: "drawing", MIO: "too_young"},
                "date": "2027-05-12",
                "summary": {MIO: "released"},
            },
            problems=("summary",),
        ),
        Example({"method": {LOU: "telepathy"}, "date": "yesterday"}, problems=("method", "date")),
        Example({"method": {"Lou": "drawing"}, "summary": {LOU: "secret"}}, problems=("method", "summary")),
    ),
)
