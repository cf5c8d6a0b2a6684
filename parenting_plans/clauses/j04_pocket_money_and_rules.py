"""J04: what is the same in both homes: pocket money, bedtimes and house rules. Everything may be left empty but not all."""

from collections.abc import Mapping
from typing import Any

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Problem, Words
from parenting_plans.wording import euros, filled, listed, sentences

_PER: tuple[tuple[str, Words], ...] = (
    ("week", {"nl": "per week", "fr": "par semaine", "de": "pro Woche", "en": "a week"}),
    ("month", {"nl": "per maand", "fr": "par mois", "de": "pro Monat", "en": "a month"}),
)
_POCKET_MONEY: Words = {
    "nl": "Elk kind krijgt {amount} zakgeld {per}.",
    "fr": "Chaque enfant reçoit {amount} d'argent de poche {per}.",
    "de": "Jedes Kind bekommt {amount} Taschengeld {per}.",
    "en": "Each child gets {amount} pocket money {per}.",
}
_BEDTIMES: Words = {
    "nl": "Op schooldagen is het in beide huizen bedtijd: {bedtimes}.",
    "fr": "Les jours d'école, l'heure du coucher dans les deux maisons est : {bedtimes}.",
    "de": "An Schultagen ist in beiden Haushalten Schlafenszeit: {bedtimes}.",
    "en": "On school days bedtime in both homes is: {bedtimes}.",
}
_FROM_AGE: Words = {
    "nl": "vanaf {age} jaar om {time}",
    "fr": "à partir de {age} ans à {time}",
    "de": "ab {age} Jahren um {time} Uhr",
    "en": "from the age of {age} at {time}",
}
_RULES: Words = {
    "nl": "Deze regels gelden in beide huizen: {rules}.",
    "fr": "Ces règles valent dans les deux maisons : {rules}.",
    "de": "Diese Regeln gelten in beiden Haushalten: {rules}.",
    "en": "These rules are the same in both homes: {rules}.",
}
_STOPS: Words = {"nl": "; ", "fr": " ; ", "de": "; ", "en": "; "}


def _together(answers: Answers) -> tuple[Problem, ...]:
    if not any(answers.get(name) for name in ("pocket_money", "bedtimes", "rules")):
        return (Problem("rules", "Agree on at least one thing, or leave this agreement out."),)
    found = []
    if answers.get("pocket_money") and not answers.get("per"):
        found.append(Problem("per", "Say whether this is for a week or for a month."))
    ages = [row["from_age"] for row in answers.get("bedtimes") or ()]
    found += [
        Problem(f"bedtimes.{place}.from_age", "Give the ages from young to old, each once.")
        for place in range(1, len(ages))
        if ages[place] <= ages[place - 1]
    ]
    return tuple(found)


def _bedtime(row: Mapping[str, Any]) -> Words:
    return filled(_FROM_AGE, age=str(row["from_age"]), time=row["time"])


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    parts = []
    if answers.get("pocket_money"):
        per = option(_PER_FIELD, answers["per"])
        parts.append(filled(_POCKET_MONEY, amount=euros(answers["pocket_money"]), per=per))
    if answers.get("bedtimes"):
        parts.append(filled(_BEDTIMES, bedtimes=listed([_bedtime(row) for row in answers["bedtimes"]])))
    if answers.get("rules"):
        rules = [row["rule"].rstrip(".") for row in answers["rules"]]
        # Semicolons: a rule that people type often has a comma of its own.
        parts.append(filled(_RULES, rules={one: _STOPS[one].join(rules) for one in _STOPS}))
    return sentences(parts)


_PER_FIELD = Field(
    "per",
    Kind.CHOICE,
    {"nl": "Zakgeld per", "fr": "Argent de poche par", "de": "Taschengeld pro", "en": "Pocket money for"},
    options=_PER,
    required=False,
)

CLAUSE = Clause(
    code="J04",
    section="J",
    title={
        "nl": "Zakgeld en regels",
        "fr": "Argent de poche et règles",
        "de": "Taschengeld und Regeln",
        "en": "Pocket money and rules",
    },
    question={
        "nl": "Welke regels zijn dezelfde in beide huizen?",
        "fr": "Quelles règles sont les mêmes dans les deux maisons ?",
        "de": "Welche Regeln sind in beiden Haushalten gleich?",
        "en": "Which rules are the same in both homes?",
    },
    hint={
        "nl": "Niet alles hoeft gelijk te zijn. Kies wat voor de kinderen echt telt.",
        "fr": "Tout ne doit pas être pareil. Choisissez ce qui compte vraiment pour les enfants.",
        "de": "Nicht alles muss gleich sein. Wählen Sie, was für die Kinder wirklich zählt.",
        "en": "Not everything has to be the same. Choose what really matters to the children.",
    },
    fields=(
        Field(
            "pocket_money",
            Kind.MONEY,
            {"nl": "Zakgeld", "fr": "Argent de poche", "de": "Taschengeld", "en": "Pocket money"},
            required=False,
            maximum=500,
        ),
        _PER_FIELD,
        Field(
            "bedtimes",
            Kind.ROWS,
            {
                "nl": "Bedtijd op schooldagen",
                "fr": "Heure du coucher les jours d'école",
                "de": "Schlafenszeit an Schultagen",
                "en": "Bedtime on school days",
            },
            required=False,
            maximum=6,
            columns=(
                Field(
                    "from_age",
                    Kind.INTEGER,
                    {
                        "nl": "Vanaf welke leeftijd",
                        "fr": "À partir de quel âge",
                        "de": "Ab welchem Alter",
                        "en": "From what age",
                    },
                    minimum=0,
                    maximum=17,
                    unit={"nl": "jaar", "fr": "ans", "de": "Jahre", "en": "years"},
                ),
                Field("time", Kind.TIME, {"nl": "Uur", "fr": "Heure", "de": "Uhrzeit", "en": "Time"}),
            ),
        ),
        Field(
            "rules",
            Kind.ROWS,
            {"nl": "Huisregels", "fr": "Règles de vie", "de": "Hausregeln", "en": "House rules"},
            required=False,
            maximum=10,
            columns=(
                Field(
                    "rule",
                    Kind.TEXT,
                    {"nl": "Regel", "fr": "Règle", "de": "Regel", "en": "Rule"},
                    maximum=120,
                ),
            ),
        ),
    ),
    source="Own design: few shared rules that matter to children in both homes",
    words=_words,
    together=_together,
    examples=(
        Example(
            {
                "pocket_money": "2.50",
                "per": "week",
                "bedtimes": [{"from_age": 6, "time": "19:30"}, {"from_age": 10, "time": "20:30"}],
                "rules": [{"rule": "eerst huiswerk, dan spelen."}, {"rule": "{samen} eten"}],
            },
            sentence={
                "nl": "Elk kind krijgt 2,50 euro zakgeld per week. Op schooldagen is het in beide huizen bedtijd: vanaf 6 jaar om 19:30 en vanaf 10 jaar om 20:30. Deze regels gelden in beide huizen: eerst huiswerk, dan spelen; {samen} eten.",
                "fr": "Chaque enfant reçoit 2,50 euros d'argent de poche par semaine. Les jours d'école, l'heure du coucher dans les deux maisons est : à partir de 6 ans à 19:30 et à partir de 10 ans à 20:30. Ces règles valent dans les deux maisons : eerst huiswerk, dan spelen ; {samen} eten.",
                "de": "Jedes Kind bekommt 2,50 Euro Taschengeld pro Woche. An Schultagen ist in beiden Haushalten Schlafenszeit: ab 6 Jahren um 19:30 Uhr und ab 10 Jahren um 20:30 Uhr. Diese Regeln gelten in beiden Haushalten: eerst huiswerk, dan spelen; {samen} eten.",
                "en": "Each child gets 2.50 euros pocket money a week. On school days bedtime in both homes is: from the age of 6 at 19:30 and from the age of 10 at 20:30. These rules are the same in both homes: eerst huiswerk, dan spelen; {samen} eten.",
            },
        ),
        Example(
            {"pocket_money": "20.00", "per": "month"},
            sentence={
                "nl": "Elk kind krijgt 20,00 euro zakgeld per maand.",
                "fr": "Chaque enfant reçoit 20,00 euros d'argent de poche par mois.",
                "de": "Jedes Kind bekommt 20,00 Euro Taschengeld pro Monat.",
                "en": "Each child gets 20.00 euros pocket money a month.",
            },
        ),
        Example(
            {"bedtimes": [{"from_age": 0, "time": "19:00"}]},
            sentence={
                "nl": "Op schooldagen is het in beide huizen bedtijd: vanaf 0 jaar om 19:00.",
                "fr": "Les jours d'école, l'heure du coucher dans les deux maisons est : à partir de 0 ans à 19:00.",
                "de": "An Schultagen ist in beiden Haushalten Schlafenszeit: ab 0 Jahren um 19:00 Uhr.",
                "en": "On school days bedtime in both homes is: from the age of 0 at 19:00.",
            },
        ),
        Example({}, problems=("rules",)),
        Example({"per": "week"}, problems=("rules",)),
        Example({"pocket_money": "5.00"}, problems=("per",)),
        Example(
            {"bedtimes": [{"from_age": 10, "time": "20:30"}, {"from_age": 10, "time": "19:30"}]},
            problems=("bedtimes.1.from_age",),
        ),
        Example(
            {
                "pocket_money": "501.00",
                "per": "day",
                "bedtimes": [{"from_age": 18, "time": "02:15"}],
                "rules": [{"rule": "x" * 121}],
            },
            problems=("pocket_money", "per", "bedtimes.0.from_age", "bedtimes.0.time", "rules.0.rule"),
        ),
    ),
)
