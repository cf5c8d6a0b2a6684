"""L04: where a pet lives, whether it moves along with the children, and who pays for it."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Problem, Words
from parenting_plans.wording import LANGUAGES, filled, joined, shares

_LIVES: Words = {
    "nl": "{pet} woont bij {owner}",
    "fr": "{pet} vit chez {owner}",
    "de": "{pet} lebt bei {owner}",
    "en": "{pet} lives with {owner}",
}
_FOLLOWS: dict[str, Words] = {
    "yes": {
        "nl": "en gaat mee met de kinderen",
        "fr": "et accompagne les enfants",
        "de": "und geht mit den Kindern mit",
        "en": "and moves with the children",
    },
    "no": {
        "nl": "en blijft daar als de kinderen wisselen",
        "fr": "et y reste quand les enfants changent de maison",
        "de": "und bleibt dort, wenn die Kinder wechseln",
        "en": "and stays there when the children change homes",
    },
}
_COSTS: Words = {
    "nl": "kosten: {shares}",
    "fr": "frais : {shares}",
    "de": "Kosten: {shares}",
    "en": "costs: {shares}",
}
_PET: Words = dict.fromkeys(LANGUAGES, "{lives} {follows} ({costs})")


def _together(answers: Answers) -> tuple[Problem, ...]:
    pets = [row["name"].casefold() for row in answers["pets"]]
    return tuple(
        Problem(f"pets.{place}.name", "Name each pet once.")
        for place, pet in enumerate(pets)
        if pet in pets[:place]
    )


def _pet(row: Answers, names: Names) -> Words:
    return filled(
        _PET,
        lives=filled(_LIVES, pet=row["name"], owner=names[row["owner"]]),
        follows=_FOLLOWS[row["follows_child"]],
        costs=filled(_COSTS, shares=shares(row["costs_share_a"], names["A"], names["B"])),
    )


def _words(answers: Answers, names: Names) -> Words:
    return joined([_pet(row, names) for row in answers["pets"]])


CLAUSE = Clause(
    code="L04",
    section="L",
    title={"nl": "Huisdieren", "fr": "Animaux", "de": "Haustiere", "en": "Pets"},
    question={
        "nl": "Gaat een huisdier mee met de kinderen?",
        "fr": "Un animal accompagne-t-il les enfants ?",
        "de": "Geht ein Haustier mit den Kindern mit?",
        "en": "Does a pet move with the children?",
    },
    hint={
        "nl": "Voor een kind kan een dier heel belangrijk zijn. Vraag ook wat het dier aankan.",
        "fr": "Pour un enfant, un animal peut être très important. Pensez aussi à l'animal.",
        "de": "Für ein Kind kann ein Tier sehr wichtig sein. Denken Sie auch an das Tier.",
        "en": "A pet can matter a lot to a child. Think also of what suits the animal.",
    },
    fields=(
        Field(
            "pets",
            Kind.ROWS,
            {"nl": "Huisdieren", "fr": "Animaux", "de": "Haustiere", "en": "Pets"},
            columns=(
                Field(
                    "name",
                    Kind.TEXT,
                    {
                        "nl": "Naam van het dier",
                        "fr": "Nom de l'animal",
                        "de": "Name des Tieres",
                        "en": "Name of the pet",
                    },
                    maximum=40,
                ),
                Field(
                    "owner",
                    Kind.PARENT,
                    {"nl": "Woont bij", "fr": "Vit chez", "de": "Lebt bei", "en": "Lives with"},
                ),
                Field(
                    "follows_child",
                    Kind.YES_NO,
                    {
                        "nl": "Gaat mee met de kinderen?",
                        "fr": "Accompagne les enfants ?",
                        "de": "Geht mit den Kindern mit?",
                        "en": "Moves with the children?",
                    },
                ),
                Field(
                    "costs_share_a",
                    Kind.PERCENT,
                    {
                        "nl": "Kosten: deel van ouder A",
                        "fr": "Frais : part du parent A",
                        "de": "Kosten: Anteil von Elternteil A",
                        "en": "Costs: share of parent A",
                    },
                ),
            ),
            maximum=6,
        ),
    ),
    source="Own design: a pet stays in one home unless the parents agree otherwise",
    words=_words,
    together=_together,
    examples=(
        Example(
            {"pets": [{"name": "Poes {Minoe}", "owner": "A", "follows_child": "no", "costs_share_a": 100}]},
            sentence={
                "nl": "Poes {Minoe} woont bij Ana en blijft daar als de kinderen wisselen (kosten: Ana 100% en Ben 0%).",
                "fr": "Poes {Minoe} vit chez Ana et y reste quand les enfants changent de maison (frais : Ana 100\xa0% et Ben 0\xa0%).",
                "de": "Poes {Minoe} lebt bei Ana und bleibt dort, wenn die Kinder wechseln (Kosten: Ana 100\xa0% und Ben 0\xa0%).",
                "en": "Poes {Minoe} lives with Ana and stays there when the children change homes (costs: Ana 100% and Ben 0%).",
            },
        ),
        Example(
            {
                "pets": [
                    {"name": "Bobby", "owner": "B", "follows_child": "yes", "costs_share_a": 50},
                    {"name": "Vic", "owner": "A", "follows_child": "no", "costs_share_a": 0},
                ]
            },
            sentence={
                "nl": "Bobby woont bij Ben en gaat mee met de kinderen (kosten: Ana 50% en Ben 50%); Vic woont bij Ana en blijft daar als de kinderen wisselen (kosten: Ana 0% en Ben 100%).",
                "fr": "Bobby vit chez Ben et accompagne les enfants (frais : Ana 50\xa0% et Ben 50\xa0%) ; Vic vit chez Ana et y reste quand les enfants changent de maison (frais : Ana 0\xa0% et Ben 100\xa0%).",
                "de": "Bobby lebt bei Ben und geht mit den Kindern mit (Kosten: Ana 50\xa0% und Ben 50\xa0%); Vic lebt bei Ana und bleibt dort, wenn die Kinder wechseln (Kosten: Ana 0\xa0% und Ben 100\xa0%).",
                "en": "Bobby lives with Ben and moves with the children (costs: Ana 50% and Ben 50%); Vic lives with Ana and stays there when the children change homes (costs: Ana 0% and Ben 100%).",
            },
        ),
        Example({}, problems=("pets",)),
        Example(
            {
                "pets": [
                    {"name": "Rex", "owner": "A", "follows_child": "no", "costs_share_a": 50},
                    {"name": "REX", "owner": "B", "follows_child": "no", "costs_share_a": 50},
                ]
            },
            problems=("pets.1.name",),
        ),
        Example(
            {"pets": [{"name": "Rex", "owner": "C", "follows_child": "maybe", "costs_share_a": -1}]},
            problems=("pets.0.owner", "pets.0.follows_child", "pets.0.costs_share_a"),
        ),
    ),
)
