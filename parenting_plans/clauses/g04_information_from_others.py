"""G04: who outside the family tells both parents how the children are doing. Kinds of people, never a name or place."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled, listed, sentences

_THIRD_PARTIES: tuple[tuple[str, Words], ...] = (
    ("school", {"nl": "de school", "fr": "l'école", "de": "die Schule", "en": "the school"}),
    (
        "childcare",
        {
            "nl": "de kinderopvang",
            "fr": "le milieu d'accueil",
            "de": "die Kinderbetreuung",
            "en": "the childcare centre",
        },
    ),
    (
        "doctor",
        {
            "nl": "de huisarts",
            "fr": "le médecin",
            "de": "der Hausarzt",
            "en": "the family doctor",
        },
    ),
    (
        "school_guidance",
        {
            "nl": "het CLB of PMS-centrum",
            "fr": "le centre PMS ou CLB",
            "de": "Kaleido oder das PMS-Zentrum",
            "en": "the school guidance centre",
        },
    ),
    (
        "club",
        {
            "nl": "de club of de jeugdbeweging",
            "fr": "le club ou le mouvement de jeunesse",
            "de": "der Verein oder die Jugendbewegung",
            "en": "the club or the youth movement",
        },
    ),
)
_BOTH: Words = {
    "nl": "Beide ouders zijn contactpersoon van de kinderen voor: {others}.",
    "fr": "Les deux parents sont les personnes de contact des enfants pour : {others}.",
    "de": "Folgende Stellen kennen beide Eltern als Ansprechpersonen der Kinder: {others}.",
    "en": "Both parents are the children's contact persons for: {others}.",
}
_BOTH_MORE: Words = {
    "nl": "Elke ouder vraagt zelf om dezelfde informatie te krijgen.",
    "fr": "Chaque parent demande lui-même à recevoir les mêmes informations.",
    "de": "Jeder Elternteil bittet selbst darum, dieselben Informationen zu bekommen.",
    "en": "Each parent asks to receive the same information.",
}
_ONE: Words = {
    "nl": "{contact} is de contactpersoon van de kinderen voor: {others}.",
    "fr": "{contact} est la personne de contact des enfants pour : {others}.",
    "de": "Folgende Stellen wenden sich an {contact} als Ansprechperson der Kinder: {others}.",
    "en": "{contact} is the children's contact person for: {others}.",
}
_ONE_MORE: Words = {
    "nl": "{contact} geeft nieuws meteen door aan {other}; {other} mag ook zelf informatie vragen.",
    "fr": "{contact} transmet tout de suite les nouvelles à {other} ; {other} peut aussi demander directement des informations.",
    "de": "{contact} gibt Neuigkeiten gleich an {other} weiter; {other} darf auch selbst nach Informationen fragen.",
    "en": "{contact} passes news on to {other} at once; {other} may also ask for information directly.",
}


def _words(answers: Answers, names: Names) -> Words:
    others = listed([words for name, words in _THIRD_PARTIES if name in answers["third_parties"]])
    if answers["both"] == "yes":
        return sentences([filled(_BOTH, others=others), _BOTH_MORE])
    contact = names[answers["contact"]]
    other = names["B" if answers["contact"] == "A" else "A"]
    return sentences(
        [filled(_ONE, contact=contact, others=others), filled(_ONE_MORE, contact=contact, other=other)]
    )


CLAUSE = Clause(
    code="G04",
    section="G",
    title={
        "nl": "Informatie van derden",
        "fr": "Information par des tiers",
        "de": "Information durch Dritte",
        "en": "Information from third parties",
    },
    question={
        "nl": "Krijgen jullie allebei informatie van school, dokter en club?",
        "fr": "Recevez-vous tous les deux les informations de l'école, du médecin et du club ?",
        "de": "Bekommen Sie beide Informationen von Schule, Arzt und Verein?",
        "en": "Do you both get information from school, doctor and club?",
    },
    hint={
        "nl": "Beide ouders hebben recht op informatie over hun kinderen. U hoeft hier geen naam of adres te geven.",
        "fr": "Les deux parents ont droit aux informations sur leurs enfants. Aucun nom ni adresse n'est demandé ici.",
        "de": "Beide Eltern haben ein Recht auf Informationen über ihre Kinder. Namen oder Adressen brauchen Sie hier nicht anzugeben.",
        "en": "Both parents have a right to information about their children. You do not have to give a name or address here.",
    },
    fields=(
        Field(
            "third_parties",
            Kind.CHOICES,
            {
                "nl": "Van wie komt de informatie?",
                "fr": "De qui viennent les informations ?",
                "de": "Von wem kommen die Informationen?",
                "en": "Who does the information come from?",
            },
            options=_THIRD_PARTIES,
        ),
        Field(
            "both",
            Kind.YES_NO,
            {
                "nl": "Zijn jullie allebei contactpersoon?",
                "fr": "Êtes-vous tous les deux personnes de contact ?",
                "de": "Sind Sie beide Ansprechpersonen?",
                "en": "Are you both contact persons?",
            },
        ),
        Field(
            "contact",
            Kind.PARENT,
            {
                "nl": "Wie is de contactpersoon?",
                "fr": "Qui est la personne de contact ?",
                "de": "Wer ist die Ansprechperson?",
                "en": "Who is the contact person?",
            },
            asked_when=("both", ("no",)),
        ),
    ),
    default={"third_parties": ["school", "doctor", "club"], "both": "yes"},
    source="art. 374 §1 old Civil Code, last paragraph: the right to be informed",
    words=_words,
    examples=(
        Example(
            {"third_parties": ["club", "school", "doctor"], "both": "yes"},
            sentence={
                "nl": "Beide ouders zijn contactpersoon van de kinderen voor: de school, de huisarts en de club of de jeugdbeweging. Elke ouder vraagt zelf om dezelfde informatie te krijgen.",
                "fr": "Les deux parents sont les personnes de contact des enfants pour : l'école, le médecin et le club ou le mouvement de jeunesse. Chaque parent demande lui-même à recevoir les mêmes informations.",
                "de": "Folgende Stellen kennen beide Eltern als Ansprechpersonen der Kinder: die Schule, der Hausarzt und der Verein oder die Jugendbewegung. Jeder Elternteil bittet selbst darum, dieselben Informationen zu bekommen.",
                "en": "Both parents are the children's contact persons for: the school, the family doctor and the club or the youth movement. Each parent asks to receive the same information.",
            },
        ),
        Example(
            {"third_parties": ["childcare", "school_guidance"], "both": "no", "contact": "A"},
            sentence={
                "nl": "Ana is de contactpersoon van de kinderen voor: de kinderopvang en het CLB of PMS-centrum. Ana geeft nieuws meteen door aan Ben; Ben mag ook zelf informatie vragen.",
                "fr": "Ana est la personne de contact des enfants pour : le milieu d'accueil et le centre PMS ou CLB. Ana transmet tout de suite les nouvelles à Ben ; Ben peut aussi demander directement des informations.",
                "de": "Folgende Stellen wenden sich an Ana als Ansprechperson der Kinder: die Kinderbetreuung und Kaleido oder das PMS-Zentrum. Ana gibt Neuigkeiten gleich an Ben weiter; Ben darf auch selbst nach Informationen fragen.",
                "en": "Ana is the children's contact person for: the childcare centre and the school guidance centre. Ana passes news on to Ben at once; Ben may also ask for information directly.",
            },
        ),
        Example({}, problems=("third_parties", "both")),
        Example({"third_parties": ["school"], "both": "no"}, problems=("contact",)),
        Example({"third_parties": ["neighbour"], "both": True}, problems=("third_parties", "both")),
        Example(
            {"third_parties": ["school", "school"], "both": "no", "contact": "aunt"},
            problems=("third_parties", "contact"),
        ),
    ),
)
