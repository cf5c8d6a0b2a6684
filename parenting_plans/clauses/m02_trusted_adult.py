"""M02: each child may have a trusted adult and call that person.

The child decides who may know (belgium.md 6.3, 6.4). So the plan never holds a name; unless the child let its parents know,
it does not even say whether there is such a person.
"""

from parenting_plans.clause import LOU, MIO, Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled, joined

_VISIBLE: tuple[tuple[str, Words], ...] = (
    (
        "child_only",
        {
            "nl": "het kind beslist wie iets mag weten; wij vragen er niet naar",
            "fr": "l'enfant décide qui peut savoir ; nous ne posons pas la question",
            "de": "das Kind entscheidet, wer etwas wissen darf; wir fragen nicht danach",
            "en": "the child decides who may know; we do not ask",
        },
    ),
    (
        "parents_too",
        {
            "nl": "het kind koos iemand en wil dat beide ouders dat weten",
            "fr": "l'enfant a choisi quelqu'un et veut que les deux parents le sachent",
            "de": "das Kind hat jemanden gewählt und will, dass beide Eltern es wissen",
            "en": "the child chose somebody and wants both parents to know",
        },
    ),
)
_MAY: Words = {
    "nl": "{child} mag zelf een vertrouwenspersoon kiezen; wij vragen niet of en wie",
    "fr": "{child} peut choisir une personne de confiance ; nous ne demandons ni si, ni qui",
    "de": "{child} darf selbst eine Vertrauensperson wählen; wir fragen nicht, ob und wen",
    "en": "{child} may choose a trusted adult; we do not ask whether or whom",
}
_HAS: Words = {
    "nl": "{child} koos een vertrouwenspersoon; het centrum weet wie dat is",
    "fr": "{child} a choisi une personne de confiance ; le centre sait qui c'est",
    "de": "{child} hat eine Vertrauensperson gewählt; das Zentrum weiß, wer das ist",
    "en": "{child} chose a trusted adult; the centre knows who that is",
}
_CALL: Words = {
    "nl": "een kind mag zo iemand altijd bellen, bij beide ouders",
    "fr": "un enfant peut toujours appeler cette personne, chez les deux parents",
    "de": "ein Kind darf diese Person immer anrufen, bei beiden Eltern",
    "en": "a child may always call this person, in both homes",
}


def _words(answers: Answers, names: Names) -> Words:
    each = [
        filled(_HAS if choice == "parents_too" else _MAY, child=names[child])
        for child, choice in sorted(answers["name_visible_to"].items())
    ]
    return joined([*each, _CALL])


CLAUSE = Clause(
    code="M02",
    section="M",
    title={
        "nl": "Vertrouwenspersoon (Max)",
        "fr": "Personne de confiance (Max)",
        "de": "Vertrauensperson (Max)",
        "en": "Trusted adult (Max)",
    },
    question={
        "nl": "Mag elk kind een eigen vertrouwenspersoon hebben?",
        "fr": "Chaque enfant peut-il avoir sa personne de confiance ?",
        "de": "Darf jedes Kind eine eigene Vertrauensperson haben?",
        "en": "May each child have a trusted adult of its own?",
    },
    hint={
        "nl": "Het kind kiest die persoon zelf, het liefst iemand die buiten de scheiding staat. Schrijf nergens een naam.",
        "fr": "L'enfant choisit lui-même cette personne, de préférence en dehors de la séparation. N'écrivez aucun nom.",
        "de": "Das Kind wählt diese Person selbst, am besten jemanden außerhalb der Trennung. Schreiben Sie keinen Namen.",
        "en": "The child chooses this person, best somebody who is not part of the separation. Write no name anywhere.",
    },
    fields=(
        Field(
            "name_visible_to",
            Kind.CHILDREN_CHOICE,
            {
                "nl": "Wat mag hierover in het plan staan?",
                "fr": "Que peut dire le plan à ce sujet ?",
                "de": "Was darf der Plan dazu sagen?",
                "en": "What may the plan say about this?",
            },
            options=_VISIBLE,
        ),
    ),
    source="Max of Child Focus (the child chooses); person of trust: law of 27 March 2024, art. 1004/1 Jud. Code",
    words=_words,
    examples=(
        Example(
            {"name_visible_to": {LOU: "parents_too", MIO: "child_only"}},
            sentence={
                "nl": "Lou koos een vertrouwenspersoon; het centrum weet wie dat is; Mio mag zelf een vertrouwenspersoon kiezen; wij vragen niet of en wie; een kind mag zo iemand altijd bellen, bij beide ouders.",
                "fr": "Lou a choisi une personne de confiance ; le centre sait qui c'est ; Mio peut choisir une personne de confiance ; nous ne demandons ni si, ni qui ; un enfant peut toujours appeler cette personne, chez les deux parents.",
                "de": "Lou hat eine Vertrauensperson gewählt; das Zentrum weiß, wer das ist; Mio darf selbst eine Vertrauensperson wählen; wir fragen nicht, ob und wen; ein Kind darf diese Person immer anrufen, bei beiden Eltern.",
                "en": "Lou chose a trusted adult; the centre knows who that is; Mio may choose a trusted adult; we do not ask whether or whom; a child may always call this person, in both homes.",
            },
        ),
        Example(
            {"name_visible_to": {LOU: "child_only"}},
            sentence={
                "nl": "Lou mag zelf een vertrouwenspersoon kiezen; wij vragen niet of en wie; een kind mag zo iemand altijd bellen, bij beide ouders.",
                "fr": "Lou peut choisir une personne de confiance ; nous ne demandons ni si, ni qui ; un enfant peut toujours appeler cette personne, chez les deux parents.",
                "de": "Lou darf selbst eine Vertrauensperson wählen; wir fragen nicht, ob und wen; ein Kind darf diese Person immer anrufen, bei beiden Eltern.",
                "en": "Lou may choose a trusted adult; we do not ask whether or whom; a child may always call this person, in both homes.",
            },
        ),
        Example({}, problems=("name_visible_to",)),
        Example({"name_visible_to": {LOU: "everybody"}}, problems=("name_visible_to",)),
        Example({"name_visible_to": {LOU: "child_only"}, "name": "Max"}, problems=("name",)),
    ),
)
