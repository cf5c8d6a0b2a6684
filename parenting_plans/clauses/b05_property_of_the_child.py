"""B05: savings and property of the children. Of an account number at most the last four digits are kept."""

from collections.abc import Mapping
from typing import Any

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Problem, Words
from parenting_plans.wording import filled, listed

_TYPES: tuple[tuple[str, Words], ...] = (
    (
        "savings",
        {"nl": "spaarrekening", "fr": "compte d'épargne", "de": "Sparkonto", "en": "savings account"},
    ),
    ("current", {"nl": "zichtrekening", "fr": "compte à vue", "de": "Girokonto", "en": "current account"}),
    (
        "other",
        {"nl": "ander vermogen", "fr": "autre avoir", "de": "anderes Vermögen", "en": "other property"},
    ),
)
_WITHDRAWALS: tuple[tuple[str, Words], ...] = (
    (
        "both_sign",
        {
            "nl": "opnemen kan alleen met de handtekening van beide ouders",
            "fr": "un retrait demande la signature des deux parents",
            "de": "Abhebungen brauchen die Unterschrift beider Eltern",
            "en": "withdrawals need the signatures of both parents",
        },
    ),
    (
        "not_allowed",
        {
            "nl": "tot het kind 18 is, wordt er niets opgenomen",
            "fr": "rien n'est retiré avant les 18 ans de l'enfant",
            "de": "bis das Kind 18 ist, wird nichts abgehoben",
            "en": "nothing is withdrawn until the child is 18",
        },
    ),
)
_PLAIN: Words = {
    "nl": "Wij beheren samen wat van de kinderen is; {withdrawals}.",
    "fr": "Nous gérons ensemble ce qui appartient aux enfants ; {withdrawals}.",
    "de": "Wir verwalten gemeinsam, was den Kindern gehört; {withdrawals}.",
    "en": "We manage together what belongs to the children; {withdrawals}.",
}
_WITH_ACCOUNTS: Words = {
    "nl": "Wij beheren samen wat van de kinderen is: {accounts}; {withdrawals}.",
    "fr": "Nous gérons ensemble ce qui appartient aux enfants : {accounts} ; {withdrawals}.",
    "de": "Wir verwalten gemeinsam, was den Kindern gehört: {accounts}; {withdrawals}.",
    "en": "We manage together what belongs to the children: {accounts}; {withdrawals}.",
}
_BLOCKED: Words = {"nl": "geblokkeerd", "fr": "bloqué", "de": "gesperrt", "en": "blocked"}


def _together(answers: Answers) -> tuple[Problem, ...]:
    return tuple(
        Problem(f"accounts.{place}.last_digits", "Write only the last four digits.")
        for place, account in enumerate(answers.get("accounts", ()))
        if account.get("last_digits") and not _four_digits(account["last_digits"])
    )


def _four_digits(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit()


def _account(account: Mapping[str, Any]) -> Words:
    parts: list[Words | str] = [option(_TYPE, account["type"]), account["bank"]]
    if account.get("last_digits"):
        parts.append(f"…{account['last_digits']}")
    if account.get("blocked") == "yes":
        parts.append(_BLOCKED)
    return {
        language: ", ".join(part if isinstance(part, str) else part[language] for part in parts)
        for language in ("nl", "fr", "de", "en")
    }


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    withdrawals = option(_WITHDRAWAL, answers["withdrawals"])
    accounts = answers.get("accounts", ())
    if not accounts:
        return filled(_PLAIN, withdrawals=withdrawals)
    each = [{language: f"({text})" for language, text in _account(one).items()} for one in accounts]
    return filled(_WITH_ACCOUNTS, accounts=listed(each), withdrawals=withdrawals)


_TYPE = Field("type", Kind.CHOICE, {"nl": "Soort", "fr": "Type", "de": "Art", "en": "Kind"}, options=_TYPES)
_WITHDRAWAL = Field(
    "withdrawals",
    Kind.CHOICE,
    {"nl": "Geld opnemen", "fr": "Retraits", "de": "Abhebungen", "en": "Withdrawals"},
    options=_WITHDRAWALS,
)

CLAUSE = Clause(
    code="B05",
    section="B",
    title={
        "nl": "Beheer van de goederen van het kind",
        "fr": "Gestion des biens de l'enfant",
        "de": "Verwaltung des Vermögens des Kindes",
        "en": "Management of the child's property",
    },
    question={
        "nl": "Hebben de kinderen spaargeld of bezit?",
        "fr": "Les enfants ont-ils de l'épargne ou des biens ?",
        "de": "Haben die Kinder Ersparnisse oder Besitz?",
        "en": "Do the children have savings or property?",
    },
    hint={
        "nl": "Schrijf nooit een heel rekeningnummer.",
        "fr": "N'écrivez jamais un numéro de compte complet.",
        "de": "Schreiben Sie nie eine ganze Kontonummer.",
        "en": "Never write a whole account number.",
    },
    fields=(
        Field(
            "accounts",
            Kind.ROWS,
            {
                "nl": "Rekening of bezit",
                "fr": "Compte ou bien",
                "de": "Konto oder Besitz",
                "en": "Account or property",
            },
            required=False,
            maximum=10,
            columns=(
                Field(
                    "bank",
                    Kind.TEXT,
                    {
                        "nl": "Bank of omschrijving",
                        "fr": "Banque ou description",
                        "de": "Bank oder Beschreibung",
                        "en": "Bank or description",
                    },
                    maximum=60,
                ),
                _TYPE,
                Field(
                    "last_digits",
                    Kind.TEXT,
                    {
                        "nl": "Laatste vier cijfers",
                        "fr": "Quatre derniers chiffres",
                        "de": "Letzte vier Ziffern",
                        "en": "Last four digits",
                    },
                    required=False,
                    maximum=4,
                ),
                Field(
                    "blocked",
                    Kind.YES_NO,
                    {
                        "nl": "Geblokkeerd tot 18 jaar?",
                        "fr": "Bloqué jusqu'à 18 ans ?",
                        "de": "Gesperrt bis 18 Jahre?",
                        "en": "Blocked until 18?",
                    },
                    required=False,
                ),
            ),
        ),
        _WITHDRAWAL,
    ),
    default={"withdrawals": "both_sign"},
    needed_for=frozenset({"EOT"}),
    source="art. 376 old Civil Code; art. 1288 2° Jud. Code",
    words=_words,
    together=_together,
    examples=(
        Example({"withdrawals": "both_sign"}, sentence=filled(_PLAIN, withdrawals=_WITHDRAWALS[0][1])),
        Example(
            {
                "accounts": [
                    {"bank": "Spaarbank", "type": "savings", "last_digits": "1234", "blocked": "yes"},
                    {"bank": "een stuk bos", "type": "other"},
                ],
                "withdrawals": "not_allowed",
            },
            sentence={
                "nl": "Wij beheren samen wat van de kinderen is: (spaarrekening, Spaarbank, …1234, geblokkeerd) en (ander vermogen, een stuk bos); tot het kind 18 is, wordt er niets opgenomen.",
                "fr": "Nous gérons ensemble ce qui appartient aux enfants : (compte d'épargne, Spaarbank, …1234, bloqué) et (autre avoir, een stuk bos) ; rien n'est retiré avant les 18 ans de l'enfant.",
                "de": "Wir verwalten gemeinsam, was den Kindern gehört: (Sparkonto, Spaarbank, …1234, gesperrt) und (anderes Vermögen, een stuk bos); bis das Kind 18 ist, wird nichts abgehoben.",
                "en": "We manage together what belongs to the children: (savings account, Spaarbank, …1234, blocked) and (other property, een stuk bos); nothing is withdrawn until the child is 18.",
            },
        ),
        Example({}, problems=("withdrawals",)),
        Example(
            {"accounts": [{"type": "gold"}], "withdrawals": "both_sign"},
            problems=("accounts.0.bank", "accounts.0.type"),
        ),
        Example(
            {"accounts": [{"bank": "x", "type": "other", "last_digits": "12a4"}], "withdrawals": "both_sign"},
            problems=("accounts.0.last_digits",),
        ),
        Example({"accounts": "all", "withdrawals": "both_sign"}, problems=("accounts",)),
        Example(
            {"accounts": [{"bank": "x", "type": "other", "iban": "BE00"}], "withdrawals": "both_sign"},
            problems=("accounts.0.iban",),
        ),
    ),
)
