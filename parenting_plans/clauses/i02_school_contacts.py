"""I02: who goes to parents' evenings, and who gets reports and school messages."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled, sentences

_ATTEND: tuple[tuple[str, Words], ...] = (
    (
        "together",
        {"nl": "samen", "fr": "ensemble", "de": "gemeinsam", "en": "together"},
    ),
    (
        "separate",
        {
            "nl": "elk op een eigen moment",
            "fr": "chacun à un moment différent",
            "de": "jeder zu einer eigenen Zeit",
            "en": "each at their own time",
        },
    ),
    (
        "alternate",
        {"nl": "om de beurt", "fr": "à tour de rôle", "de": "abwechselnd", "en": "in turn"},
    ),
)
_ATTEND_SENTENCES: dict[str, Words] = {
    "together": {
        "nl": "De ouders gaan samen naar het oudercontact.",
        "fr": "Les parents vont ensemble aux réunions de parents.",
        "de": "Die Eltern gehen gemeinsam zum Elternabend.",
        "en": "The parents go to parents' evenings together.",
    },
    "separate": {
        "nl": "Elke ouder mag naar het oudercontact en vraagt daarvoor een eigen moment.",
        "fr": "Chaque parent peut aller aux réunions de parents et demande un moment pour lui.",
        "de": "Jeder Elternteil darf zum Elternabend gehen und bittet um einen eigenen Termin.",
        "en": "Each parent may go to parents' evenings and asks for an appointment of their own.",
    },
    "alternate": {
        "nl": "De ouders gaan om de beurt naar het oudercontact, {first} het eerst; wie gaat, vertelt de andere ouder wat besproken is.",
        "fr": "Les parents vont à tour de rôle aux réunions de parents, {first} en premier ; celui qui y va raconte à l'autre ce qui a été dit.",
        "de": "Die Eltern gehen abwechselnd zum Elternabend, {first} zuerst; wer hingeht, erzählt dem anderen, was besprochen wurde.",
        "en": "The parents go to parents' evenings in turn, {first} first; whoever goes tells the other what was said.",
    },
}
_ACCOUNTS: dict[str, Words] = {
    "yes": {
        "nl": "Beide ouders hebben een eigen toegang tot het schoolplatform en krijgen er rapporten en berichten.",
        "fr": "Les deux parents ont chacun leur accès à la plateforme de l'école et y reçoivent bulletins et messages.",
        "de": "Beide Eltern haben einen eigenen Zugang zur Schulplattform und bekommen dort Zeugnisse und Nachrichten.",
        "en": "Both parents have their own access to the school platform and get reports and messages there.",
    },
    "no": {
        "nl": "De ouder die de rapporten en berichten van de school krijgt, geeft ze binnen enkele dagen door.",
        "fr": "Le parent qui reçoit les bulletins et les messages de l'école les transmet dans les quelques jours.",
        "de": "Der Elternteil, der Zeugnisse und Nachrichten der Schule bekommt, gibt sie innerhalb weniger Tage weiter.",
        "en": "The parent who gets the reports and messages from the school passes them on within a few days.",
    },
}


def _words(answers: Answers, names: Names) -> Words:
    attend = _ATTEND_SENTENCES[answers["attend"]]
    if answers["attend"] == "alternate":
        attend = filled(attend, first=names[answers["first"]])
    return sentences([attend, _ACCOUNTS[answers["account_both"]]])


CLAUSE = Clause(
    code="I02",
    section="I",
    title={
        "nl": "Oudercontact en rapport",
        "fr": "Bulletins et réunions",
        "de": "Zeugnisse und Elternabende",
        "en": "School contacts, reports, parents' evenings",
    },
    question={
        "nl": "Wie gaat naar het oudercontact en wie krijgt de rapporten?",
        "fr": "Qui va aux réunions de parents et qui reçoit les bulletins ?",
        "de": "Wer geht zum Elternabend und wer bekommt die Zeugnisse?",
        "en": "Who goes to parents' evenings and who gets reports?",
    },
    hint={
        "nl": "Veel scholen geven elke ouder een eigen toegang en een eigen moment. Vraag ernaar.",
        "fr": "Beaucoup d'écoles donnent à chaque parent un accès et un moment séparés. Demandez-le.",
        "de": "Viele Schulen geben jedem Elternteil einen eigenen Zugang und einen eigenen Termin. Fragen Sie danach.",
        "en": "Many schools give each parent their own access and their own appointment. Ask for it.",
    },
    fields=(
        Field(
            "attend",
            Kind.CHOICE,
            {
                "nl": "Naar het oudercontact",
                "fr": "Aux réunions de parents",
                "de": "Zum Elternabend",
                "en": "To parents' evenings",
            },
            options=_ATTEND,
        ),
        Field(
            "first",
            Kind.PARENT,
            {
                "nl": "Wie gaat het eerst?",
                "fr": "Qui y va en premier ?",
                "de": "Wer geht zuerst?",
                "en": "Who goes first?",
            },
            asked_when=("attend", ("alternate",)),
        ),
        Field(
            "account_both",
            Kind.YES_NO,
            {
                "nl": "Hebben jullie allebei toegang tot het schoolplatform?",
                "fr": "Avez-vous tous les deux accès à la plateforme de l'école ?",
                "de": "Haben Sie beide Zugang zur Schulplattform?",
                "en": "Do you both have access to the school platform?",
            },
        ),
    ),
    default={"attend": "separate", "account_both": "yes"},
    source="art. 374 §1 old Civil Code: both parents may follow their children's education",
    words=_words,
    examples=(
        Example(
            {"attend": "separate", "account_both": "yes"},
            sentence={
                "nl": "Elke ouder mag naar het oudercontact en vraagt daarvoor een eigen moment. Beide ouders hebben een eigen toegang tot het schoolplatform en krijgen er rapporten en berichten.",
                "fr": "Chaque parent peut aller aux réunions de parents et demande un moment pour lui. Les deux parents ont chacun leur accès à la plateforme de l'école et y reçoivent bulletins et messages.",
                "de": "Jeder Elternteil darf zum Elternabend gehen und bittet um einen eigenen Termin. Beide Eltern haben einen eigenen Zugang zur Schulplattform und bekommen dort Zeugnisse und Nachrichten.",
                "en": "Each parent may go to parents' evenings and asks for an appointment of their own. Both parents have their own access to the school platform and get reports and messages there.",
            },
        ),
        Example(
            {"attend": "alternate", "first": "B", "account_both": "no"},
            sentence={
                "nl": "De ouders gaan om de beurt naar het oudercontact, Ben het eerst; wie gaat, vertelt de andere ouder wat besproken is. De ouder die de rapporten en berichten van de school krijgt, geeft ze binnen enkele dagen door.",
                "fr": "Les parents vont à tour de rôle aux réunions de parents, Ben en premier ; celui qui y va raconte à l'autre ce qui a été dit. Le parent qui reçoit les bulletins et les messages de l'école les transmet dans les quelques jours.",
                "de": "Die Eltern gehen abwechselnd zum Elternabend, Ben zuerst; wer hingeht, erzählt dem anderen, was besprochen wurde. Der Elternteil, der Zeugnisse und Nachrichten der Schule bekommt, gibt sie innerhalb weniger Tage weiter.",
                "en": "The parents go to parents' evenings in turn, Ben first; whoever goes tells the other what was said. The parent who gets the reports and messages from the school passes them on within a few days.",
            },
        ),
        Example(
            {"attend": "together", "account_both": "yes"},
            sentence={
                "nl": "De ouders gaan samen naar het oudercontact. Beide ouders hebben een eigen toegang tot het schoolplatform en krijgen er rapporten en berichten.",
                "fr": "Les parents vont ensemble aux réunions de parents. Les deux parents ont chacun leur accès à la plateforme de l'école et y reçoivent bulletins et messages.",
                "de": "Die Eltern gehen gemeinsam zum Elternabend. Beide Eltern haben einen eigenen Zugang zur Schulplattform und bekommen dort Zeugnisse und Nachrichten.",
                "en": "The parents go to parents' evenings together. Both parents have their own access to the school platform and get reports and messages there.",
            },
        ),
        Example({}, problems=("attend", "account_both")),
        Example({"attend": "alternate", "account_both": "yes"}, problems=("first",)),
        Example({"attend": "nobody", "account_both": 1}, problems=("attend", "account_both")),
    ),
)
