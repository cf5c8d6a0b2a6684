"""Z01: agreements of the parents' own, in their own words, beside the catalogue. They never move the calendar."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import LANGUAGES

MOST, LONGEST = 20, 1500


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    # The parents' own words stand in every language as they wrote them: nobody translates an agreement for them.
    text = "\n".join(f"{row['title']}: {row['text']}" for row in answers["agreements"])
    return dict.fromkeys(LANGUAGES, text)


CLAUSE = Clause(
    code="Z01",
    section="Z",
    title={
        "nl": "Eigen afspraken",
        "fr": "Accords propres",
        "de": "Eigene Absprachen",
        "en": "Own agreements",
    },
    question={
        "nl": "Willen jullie nog iets anders afspreken?",
        "fr": "Voulez-vous convenir d'autre chose ?",
        "de": "Möchten Sie noch etwas anderes vereinbaren?",
        "en": "Do you want to agree on anything else?",
    },
    hint={
        "nl": "Schrijf in gewone woorden wat jullie allebei doen. Deze tekst verandert de kalender niet. Schrijf geen adres.",
        "fr": "Écrivez en mots simples ce que vous faites tous les deux. Ce texte ne change pas le calendrier. N'écrivez pas d'adresse.",
        "de": "Schreiben Sie in einfachen Worten, was Sie beide tun. Dieser Text ändert den Kalender nicht. Schreiben Sie keine Adresse.",
        "en": "Write in plain words what both of you do. This text does not change the calendar. Do not write an address.",
    },
    fields=(
        Field(
            "agreements",
            Kind.ROWS,
            {"nl": "Eigen afspraak", "fr": "Accord propre", "de": "Eigene Absprache", "en": "Own agreement"},
            maximum=MOST,
            columns=(
                Field(
                    "title",
                    Kind.TEXT,
                    {
                        "nl": "Waarover gaat het?",
                        "fr": "De quoi s'agit-il ?",
                        "de": "Worum geht es?",
                        "en": "What is it about?",
                    },
                    maximum=80,
                ),
                Field(
                    "text",
                    Kind.LONG_TEXT,
                    {
                        "nl": "Wat spreken jullie af?",
                        "fr": "Que convenez-vous ?",
                        "de": "Was vereinbaren Sie?",
                        "en": "What do you agree?",
                    },
                    maximum=LONGEST,
                ),
            ),
        ),
    ),
    source="Own design: parents may agree on more than a catalogue knows",
    words=_words,
    examples=(
        Example(
            {"agreements": [{"title": "Hond", "text": "Bobbie reist mee met de kinderen."}]},
            sentence=dict.fromkeys(LANGUAGES, "Hond: Bobbie reist mee met de kinderen."),
        ),
        Example(
            {"agreements": [{"title": "Un", "text": "a\nb"}, {"title": "Deux", "text": "c"}]},
            sentence=dict.fromkeys(LANGUAGES, "Un: a\nb\nDeux: c"),
        ),
        Example({}, problems=("agreements",)),
        Example(
            {"agreements": [{"title": "Hond"}, {"text": "x"}]},
            problems=("agreements.0.text", "agreements.1.title"),
        ),
        Example(
            {"agreements": [{"title": "a\nb", "text": "x" * 1501}]},
            problems=("agreements.0.title", "agreements.0.text"),
        ),
        Example({"agreements": [{"title": "x", "text": "y"}] * 21}, problems=("agreements",)),
    ),
)
