"""L02: how the children meet a new partner, and what a partner may do. Parental decisions stay with the parents."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled, joined

_INTRODUCE: tuple[tuple[str, Words], ...] = (
    (
        "inform_first",
        {
            "nl": "we zeggen het eerst aan de andere ouder",
            "fr": "nous le disons d'abord à l'autre parent",
            "de": "wir sagen es zuerst dem anderen Elternteil",
            "en": "we tell the other parent first",
        },
    ),
    (
        "after_months",
        {
            "nl": "we wachten een tijd, en zeggen het dan eerst aan de andere ouder",
            "fr": "nous attendons un temps, puis nous le disons d'abord à l'autre parent",
            "de": "wir warten eine Zeit und sagen es dann zuerst dem anderen Elternteil",
            "en": "we wait a while, and then tell the other parent first",
        },
    ),
)
_INFORM: Words = {
    "nl": "Voor de kinderen een nieuwe partner ontmoeten, zeggen we het aan de andere ouder",
    "fr": "Avant que les enfants rencontrent un nouveau partenaire, nous le disons à l'autre parent",
    "de": "Bevor die Kinder einen neuen Partner oder eine neue Partnerin treffen, sagen wir es dem anderen Elternteil",
    "en": "Before the children meet a new partner, we tell the other parent",
}
_AFTER: Words = {
    "nl": "Voor de kinderen een nieuwe partner ontmoeten, wachten we minstens {months} en zeggen we het aan de andere ouder",
    "fr": "Avant que les enfants rencontrent un nouveau partenaire, nous attendons au moins {months} et nous le disons à l'autre parent",
    "de": "Bevor die Kinder einen neuen Partner oder eine neue Partnerin treffen, warten wir mindestens {months} und sagen es dem anderen Elternteil",
    "en": "Before the children meet a new partner, we wait at least {months} and tell the other parent",
}
_FETCH: dict[str, Words] = {
    "yes": {
        "nl": "een partner mag de kinderen brengen en ophalen",
        "fr": "un partenaire peut amener et venir chercher les enfants",
        "de": "ein Partner oder eine Partnerin darf die Kinder bringen und abholen",
        "en": "a partner may bring and fetch the children",
    },
    "no": {
        "nl": "een partner brengt of haalt de kinderen niet, tenzij we dat apart afspreken",
        "fr": "un partenaire n'amène pas et ne vient pas chercher les enfants, sauf accord séparé entre nous",
        "de": "ein Partner oder eine Partnerin bringt oder holt die Kinder nicht, außer wir sprechen das eigens ab",
        "en": "a partner does not bring or fetch the children, unless we agree so separately",
    },
}
_DECIDE: Words = {
    "nl": "alleen de ouders nemen de beslissingen van ouders",
    "fr": "seuls les parents prennent les décisions des parents",
    "de": "nur die Eltern treffen die Entscheidungen der Eltern",
    "en": "only the parents take the decisions of parents",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    first = _INFORM
    if answers["introduce"] == "after_months":
        first = filled(_AFTER, months=counted(answers["months"], "month"))
    return joined([first, _FETCH[answers["may_fetch"]], _DECIDE])


CLAUSE = Clause(
    code="L02",
    section="L",
    title={"nl": "Nieuwe partners", "fr": "Nouveaux partenaires", "de": "Neue Partner", "en": "New partners"},
    question={
        "nl": "Hoe leren de kinderen een nieuwe partner kennen?",
        "fr": "Comment les enfants rencontrent-ils un nouveau partenaire ?",
        "de": "Wie lernen die Kinder einen neuen Partner oder eine neue Partnerin kennen?",
        "en": "How do the children get to know a new partner?",
    },
    hint={
        "nl": "Dit geldt voor beide ouders gelijk, nu of later.",
        "fr": "Ceci vaut de la même façon pour les deux parents, maintenant ou plus tard.",
        "de": "Das gilt für beide Eltern gleich, jetzt oder später.",
        "en": "This is the same for both parents, now or later.",
    },
    fields=(
        Field(
            "introduce",
            Kind.CHOICE,
            {
                "nl": "Voor de eerste ontmoeting",
                "fr": "Avant la première rencontre",
                "de": "Vor dem ersten Treffen",
                "en": "Before the first meeting",
            },
            options=_INTRODUCE,
        ),
        Field(
            "months",
            Kind.INTEGER,
            {
                "nl": "Hoeveel maanden wachten?",
                "fr": "Attendre combien de mois ?",
                "de": "Wie viele Monate warten?",
                "en": "How many months do you wait?",
            },
            minimum=1,
            maximum=24,
            unit={"nl": "maanden", "fr": "mois", "de": "Monate", "en": "months"},
            asked_when=("introduce", ("after_months",)),
        ),
        Field(
            "may_fetch",
            Kind.YES_NO,
            {
                "nl": "Mag een partner de kinderen brengen en ophalen?",
                "fr": "Un partenaire peut-il amener et venir chercher les enfants ?",
                "de": "Darf ein Partner oder eine Partnerin die Kinder bringen und abholen?",
                "en": "May a partner bring and fetch the children?",
            },
        ),
    ),
    default={"introduce": "inform_first"},
    source="Parental authority stays with the parents: art. 373-374 old Civil Code; own design",
    words=_words,
    examples=(
        Example(
            {"introduce": "inform_first", "may_fetch": "yes"},
            sentence={
                "nl": "Voor de kinderen een nieuwe partner ontmoeten, zeggen we het aan de andere ouder; een partner mag de kinderen brengen en ophalen; alleen de ouders nemen de beslissingen van ouders.",
                "fr": "Avant que les enfants rencontrent un nouveau partenaire, nous le disons à l'autre parent ; un partenaire peut amener et venir chercher les enfants ; seuls les parents prennent les décisions des parents.",
                "de": "Bevor die Kinder einen neuen Partner oder eine neue Partnerin treffen, sagen wir es dem anderen Elternteil; ein Partner oder eine Partnerin darf die Kinder bringen und abholen; nur die Eltern treffen die Entscheidungen der Eltern.",
                "en": "Before the children meet a new partner, we tell the other parent; a partner may bring and fetch the children; only the parents take the decisions of parents.",
            },
        ),
        Example(
            {"introduce": "after_months", "months": 6, "may_fetch": "no"},
            sentence={
                "nl": "Voor de kinderen een nieuwe partner ontmoeten, wachten we minstens 6 maanden en zeggen we het aan de andere ouder; een partner brengt of haalt de kinderen niet, tenzij we dat apart afspreken; alleen de ouders nemen de beslissingen van ouders.",
                "fr": "Avant que les enfants rencontrent un nouveau partenaire, nous attendons au moins 6 mois et nous le disons à l'autre parent ; un partenaire n'amène pas et ne vient pas chercher les enfants, sauf accord séparé entre nous ; seuls les parents prennent les décisions des parents.",
                "de": "Bevor die Kinder einen neuen Partner oder eine neue Partnerin treffen, warten wir mindestens 6 Monate und sagen es dem anderen Elternteil; ein Partner oder eine Partnerin bringt oder holt die Kinder nicht, außer wir sprechen das eigens ab; nur die Eltern treffen die Entscheidungen der Eltern.",
                "en": "Before the children meet a new partner, we wait at least 6 months and tell the other parent; a partner does not bring or fetch the children, unless we agree so separately; only the parents take the decisions of parents.",
            },
        ),
        Example({}, problems=("introduce", "may_fetch")),
        Example({"introduce": "after_months", "may_fetch": "yes"}, problems=("months",)),
        Example({"introduce": "never", "may_fetch": "sometimes"}, problems=("introduce", "may_fetch")),
        Example({"introduce": "after_months", "months": 25, "may_fetch": "yes"}, problems=("months",)),
    ),
)
