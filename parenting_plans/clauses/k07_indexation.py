"""K07: how the contribution follows the cost of living."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import MONTHS, filled, joined

_INDEXES: tuple[tuple[str, Words], ...] = (
    (
        "cpi",
        {
            "nl": "het indexcijfer van de consumptieprijzen",
            "fr": "l'indice des prix à la consommation",
            "de": "der Verbraucherpreisindex",
            "en": "the consumer price index",
        },
    ),
    (
        "health_index",
        {
            "nl": "de gezondheidsindex",
            "fr": "l'indice santé",
            "de": "der Gesundheitsindex",
            "en": "the health index",
        },
    ),
)
_BASES: tuple[tuple[str, Words], ...] = (
    (
        "before_agreement",
        {
            "nl": "de maand voor dit akkoord",
            "fr": "le mois qui précède cet accord",
            "de": "der Monat vor dieser Vereinbarung",
            "en": "the month before this agreement",
        },
    ),
    (
        "other",
        {"nl": "een andere maand", "fr": "un autre mois", "de": "ein anderer Monat", "en": "another month"},
    ),
)
_DATES: tuple[tuple[str, Words], ...] = (
    (
        "anniversary",
        {
            "nl": "op de verjaardag van dit akkoord",
            "fr": "à la date anniversaire de cet accord",
            "de": "am Jahrestag dieser Vereinbarung",
            "en": "on the anniversary of this agreement",
        },
    ),
    ("january", {"nl": "op 1 januari", "fr": "le 1er janvier", "de": "am 1. Januar", "en": "on 1 January"}),
)
_ROUNDINGS: tuple[tuple[str, Words], ...] = (
    ("cent", {"nl": "op een cent", "fr": "au centime", "de": "auf einen Cent", "en": "to a cent"}),
    ("euro", {"nl": "op een euro", "fr": "à l'euro", "de": "auf einen Euro", "en": "to a euro"}),
)
_FOLLOWS: Words = {
    "nl": "De onderhoudsbijdrage past zich elk jaar {date} vanzelf aan",
    "fr": "La contribution alimentaire s'adapte d'elle-même chaque année {date}",
    "de": "Der Unterhaltsbeitrag passt sich jedes Jahr {date} von selbst an",
    "en": "The child maintenance adjusts by itself every year {date}",
}
_FORMULA: Words = {
    "nl": "nieuw bedrag = basisbedrag × nieuw indexcijfer ÷ basisindexcijfer",
    "fr": "nouveau montant = montant de base × nouvel indice ÷ indice de base",
    "de": "neuer Betrag = Grundbetrag × neuer Index ÷ Grundindex",
    "en": "new amount = base amount × new index ÷ base index",
}
_INDEX_IS: Words = {
    "nl": "de index is {index}; de basismaand is {month}",
    "fr": "l'indice est {index} ; le mois de base est {month}",
    "de": "der Index ist {index}; der Grundmonat ist {month}",
    "en": "the index is {index}; the base month is {month}",
}
_ROUNDED: Words = {
    "nl": "wij ronden af {rounding}",
    "fr": "nous arrondissons {rounding}",
    "de": "wir runden {rounding}",
    "en": "we round {rounding}",
}
_MONTH: Words = {
    "nl": "{month} {year}",
    "fr": "{month} {year}",
    "de": "{month} {year}",
    "en": "{month} {year}",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    month = option(_BASE, answers["base"])
    if answers["base"] == "other":
        month = filled(
            _MONTH, month=option(_BASE_MONTH, answers["base_month"]), year=str(answers["base_year"])
        )
    return joined(
        [
            filled(_FOLLOWS, date=option(_DATE, answers["date"])),
            _FORMULA,
            filled(_INDEX_IS, index=option(_INDEX, answers["index"]), month=month),
            filled(_ROUNDED, rounding=option(_ROUNDING, answers["rounding"])),
        ]
    )


_INDEX = Field(
    "index",
    Kind.CHOICE,
    {"nl": "Welke index?", "fr": "Quel indice ?", "de": "Welcher Index?", "en": "Which index?"},
    options=_INDEXES,
)
_BASE = Field(
    "base",
    Kind.CHOICE,
    {
        "nl": "Vanaf welke maand tellen we?",
        "fr": "À partir de quel mois comptons-nous ?",
        "de": "Ab welchem Monat zählen wir?",
        "en": "From which month do we count?",
    },
    options=_BASES,
)
_BASE_MONTH = Field(
    "base_month",
    Kind.CHOICE,
    {"nl": "Basismaand", "fr": "Mois de base", "de": "Grundmonat", "en": "Base month"},
    options=MONTHS,
    asked_when=("base", ("other",)),
)
_DATE = Field(
    "date",
    Kind.CHOICE,
    {
        "nl": "Wanneer verandert het bedrag?",
        "fr": "Quand le montant change-t-il ?",
        "de": "Wann ändert sich der Betrag?",
        "en": "When does the amount change?",
    },
    options=_DATES,
)
_ROUNDING = Field(
    "rounding",
    Kind.CHOICE,
    {"nl": "Afronden", "fr": "Arrondir", "de": "Runden", "en": "Rounding"},
    options=_ROUNDINGS,
)

CLAUSE = Clause(
    code="K07",
    section="K",
    title={"nl": "Indexering", "fr": "Indexation", "de": "Indexierung", "en": "Indexation"},
    question={
        "nl": "Hoe volgt de bijdrage de prijzen?",
        "fr": "Comment la contribution suit-elle les prix ?",
        "de": "Wie folgt der Beitrag den Preisen?",
        "en": "How does the contribution follow prices?",
    },
    hint={
        "nl": "De wet past het bedrag elk jaar aan, ook als jullie niets afspreken.",
        "fr": "La loi adapte le montant chaque année, même si vous ne convenez de rien.",
        "de": "Das Gesetz passt den Betrag jedes Jahr an, auch ohne Absprache.",
        "en": "The law adjusts the amount every year, also when you agree nothing.",
    },
    fields=(
        _INDEX,
        _BASE,
        _BASE_MONTH,
        Field(
            "base_year",
            Kind.INTEGER,
            {"nl": "Basisjaar", "fr": "Année de base", "de": "Grundjahr", "en": "Base year"},
            minimum=2000,
            maximum=2099,
            asked_when=("base", ("other",)),
        ),
        _DATE,
        _ROUNDING,
    ),
    default={"index": "cpi", "base": "before_agreement", "date": "anniversary", "rounding": "cent"},
    source="art. 203quater §1 old Civil Code: consumer price index, month before the agreement, every 12 months",
    words=_words,
    examples=(
        Example(
            {"index": "cpi", "base": "before_agreement", "date": "anniversary", "rounding": "cent"},
            sentence={
                "nl": "De onderhoudsbijdrage past zich elk jaar op de verjaardag van dit akkoord vanzelf aan; nieuw bedrag = basisbedrag × nieuw indexcijfer ÷ basisindexcijfer; de index is het indexcijfer van de consumptieprijzen; de basismaand is de maand voor dit akkoord; wij ronden af op een cent.",
                "fr": "La contribution alimentaire s'adapte d'elle-même chaque année à la date anniversaire de cet accord ; nouveau montant = montant de base × nouvel indice ÷ indice de base ; l'indice est l'indice des prix à la consommation ; le mois de base est le mois qui précède cet accord ; nous arrondissons au centime.",
                "de": "Der Unterhaltsbeitrag passt sich jedes Jahr am Jahrestag dieser Vereinbarung von selbst an; neuer Betrag = Grundbetrag × neuer Index ÷ Grundindex; der Index ist der Verbraucherpreisindex; der Grundmonat ist der Monat vor dieser Vereinbarung; wir runden auf einen Cent.",
                "en": "The child maintenance adjusts by itself every year on the anniversary of this agreement; new amount = base amount × new index ÷ base index; the index is the consumer price index; the base month is the month before this agreement; we round to a cent.",
            },
        ),
        Example(
            {
                "index": "health_index",
                "base": "other",
                "base_month": "8",
                "base_year": 2027,
                "date": "january",
                "rounding": "euro",
            },
            sentence={
                "nl": "De onderhoudsbijdrage past zich elk jaar op 1 januari vanzelf aan; nieuw bedrag = basisbedrag × nieuw indexcijfer ÷ basisindexcijfer; de index is de gezondheidsindex; de basismaand is augustus 2027; wij ronden af op een euro.",
                "fr": "La contribution alimentaire s'adapte d'elle-même chaque année le 1er janvier ; nouveau montant = montant de base × nouvel indice ÷ indice de base ; l'indice est l'indice santé ; le mois de base est août 2027 ; nous arrondissons à l'euro.",
                "de": "Der Unterhaltsbeitrag passt sich jedes Jahr am 1. Januar von selbst an; neuer Betrag = Grundbetrag × neuer Index ÷ Grundindex; der Index ist der Gesundheitsindex; der Grundmonat ist August 2027; wir runden auf einen Euro.",
                "en": "The child maintenance adjusts by itself every year on 1 January; new amount = base amount × new index ÷ base index; the index is the health index; the base month is August 2027; we round to a euro.",
            },
        ),
        Example({}, problems=("index", "base", "date", "rounding")),
        Example(
            {"index": "cpi", "base": "other", "date": "january", "rounding": "cent"},
            problems=("base_month", "base_year"),
        ),
        Example(
            {
                "index": "gold",
                "base": "other",
                "base_month": "13",
                "base_year": 1999,
                "date": "never",
                "rounding": "up",
            },
            problems=("index", "base_month", "base_year", "date", "rounding"),
        ),
    ),
)
