"""The private questions each parent answers alone, and whom to call. A person looks whenever an answer is not clearly safe."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from parenting_plans.values import Problem, Words


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    RATHER_NOT_SAY = "rather_not_say"


ANSWERS: Mapping[Answer, Words] = {
    Answer.YES: {"nl": "Ja", "fr": "Oui", "de": "Ja", "en": "Yes"},
    Answer.NO: {"nl": "Nee", "fr": "Non", "de": "Nein", "en": "No"},
    Answer.RATHER_NOT_SAY: {
        "nl": "Dat zeg ik liever niet",
        "fr": "Je préfère ne pas répondre",
        "de": "Das möchte ich nicht sagen",
        "en": "I would rather not say",
    },
}


@dataclass(frozen=True, slots=True)
class Question:
    """`safe` is the answer that raises no worry; `urgent`: any worry here means that someone looks the same day."""

    id: str
    text: Words
    safe: Answer = Answer.NO
    urgent: bool = False


QUESTIONS: tuple[Question, ...] = (
    Question(
        "afraid",
        {
            "nl": "Bent u soms bang voor de andere ouder?",
            "fr": "Avez-vous parfois peur de l'autre parent ?",
            "de": "Haben Sie manchmal Angst vor dem anderen Elternteil?",
            "en": "Are you sometimes afraid of the other parent?",
        },
    ),
    Question(
        "threatened",
        {
            "nl": "Heeft de andere ouder u ooit bedreigd, of iemand die u dierbaar is?",
            "fr": "L'autre parent vous a-t-il déjà menacé, vous ou un proche ?",
            "de": "Hat der andere Elternteil Sie oder jemanden, der Ihnen nahesteht, schon einmal bedroht?",
            "en": "Has the other parent ever threatened you or someone close to you?",
        },
    ),
    Question(
        "controlled",
        {
            "nl": "Beslist de andere ouder over uw geld, of kijkt die mee op uw telefoon of volgt die waar u bent?",
            "fr": "L'autre parent décide-t-il de votre argent, surveille-t-il votre téléphone ou suit-il vos déplacements ?",
            "de": "Bestimmt der andere Elternteil über Ihr Geld, liest Ihr Telefon mit oder verfolgt, wo Sie sind?",
            "en": "Does the other parent decide about your money, check your phone or follow where you are?",
        },
    ),
    Question(
        "hurt",
        {
            "nl": "Heeft de andere ouder u ooit pijn gedaan, geduwd of geslagen?",
            "fr": "L'autre parent vous a-t-il déjà fait mal, poussé ou frappé ?",
            "de": "Hat der andere Elternteil Ihnen schon einmal wehgetan, Sie gestoßen oder geschlagen?",
            "en": "Has the other parent ever hurt, pushed or hit you?",
        },
    ),
    Question(
        "strangled_or_weapon",
        {
            "nl": "Heeft de andere ouder u ooit bij de keel gegrepen of met een wapen gedreigd?",
            "fr": "L'autre parent vous a-t-il déjà serré la gorge ou menacé avec une arme ?",
            "de": "Hat der andere Elternteil Sie schon einmal gewürgt oder mit einer Waffe bedroht?",
            "en": "Has the other parent ever held you by the throat or threatened you with a weapon?",
        },
        urgent=True,
    ),
    Question(
        "child_hurt",
        {
            "nl": "Heeft iemand uw kind pijn gedaan of bedreigd, of bent u daar bang voor?",
            "fr": "Quelqu'un a-t-il fait mal à votre enfant ou l'a-t-il menacé, ou le craignez-vous ?",
            "de": "Hat jemand Ihrem Kind wehgetan oder es bedroht, oder haben Sie Angst davor?",
            "en": "Has anyone hurt or threatened your child, or are you afraid of that?",
        },
        urgent=True,
    ),
    Question(
        "taken_abroad",
        {
            "nl": "Bent u bang dat uw kind zonder uw toestemming naar het buitenland gebracht wordt?",
            "fr": "Craignez-vous que votre enfant soit emmené à l'étranger sans votre accord ?",
            "de": "Haben Sie Angst, dass Ihr Kind ohne Ihre Zustimmung ins Ausland gebracht wird?",
            "en": "Are you afraid that your child will be taken abroad without your consent?",
        },
        urgent=True,
    ),
    Question(
        "speak_freely",
        {
            "nl": "Kunt u vrij zeggen wat u wilt als de andere ouder in dezelfde ruimte is?",
            "fr": "Pouvez-vous dire librement ce que vous voulez quand l'autre parent est dans la même pièce ?",
            "de": "Können Sie frei sagen, was Sie möchten, wenn der andere Elternteil im selben Raum ist?",
            "en": "Can you freely say what you want when the other parent is in the same room?",
        },
        safe=Answer.YES,
    ),
)
_BY_ID: Mapping[str, Question] = {question.id: question for question in QUESTIONS}


@dataclass(frozen=True, slots=True)
class Outcome:
    """`flag`: joint work waits for two professionals. `urgent`: look the same day. `reasons` are question ids;
    `unknown` are the questions without a clear answer.
    """

    flag: bool
    urgent: bool
    reasons: tuple[str, ...] = ()
    unknown: tuple[str, ...] = field(default=())


def problems_of(answers: Mapping[str, str]) -> tuple[Problem, ...]:
    """Every question needs one of the three answers; "rather not say" is one of them."""
    known = {answer.value for answer in Answer}
    return tuple(
        Problem(question.id, "Choose one of the answers.")
        for question in QUESTIONS
        if answers.get(question.id) not in known
    )


def outcome(answers: Mapping[str, str]) -> Outcome:
    """What the answers mean. Silence and "rather not say" are never read as "no": a person has to look.

    Raises ValueError for a question that is not ours or an answer that is none of the three.
    """
    if not set(answers) <= set(_BY_ID):
        raise ValueError("An answer to a question that was not asked.")
    said = {question_id: Answer(answer) for question_id, answer in answers.items()}
    unclear = {Answer.RATHER_NOT_SAY, None}
    unknown = tuple(q.id for q in QUESTIONS if said.get(q.id) in unclear)
    reasons = tuple(q.id for q in QUESTIONS if said.get(q.id) not in {q.safe} | unclear)
    return Outcome(
        flag=bool(reasons or unknown),
        urgent=any(_BY_ID[reason].urgent for reason in reasons),
        reasons=reasons,
        unknown=unknown,
    )


@dataclass(frozen=True, slots=True)
class HelpLine:
    """`number` as people write it; `verified`: it was read in a source, the others are to be confirmed before launch;
    `speaks` the languages of those who answer; `for_child` when children may call."""

    number: str
    name: Words
    speaks: frozenset[str]
    for_child: bool = False
    verified: bool = False

    @property
    def href(self) -> str:
        return "tel:" + self.number.replace(" ", "")


_ALL = frozenset({"nl", "fr", "de", "en"})


def _same(name: str) -> Mapping[str, str]:
    return dict.fromkeys(("nl", "fr", "de", "en"), name)


HELP_LINES: tuple[HelpLine, ...] = (
    HelpLine(
        "112",
        {
            "nl": "Noodnummer: ziekenwagen en brandweer",
            "fr": "Urgences : ambulance et pompiers",
            "de": "Notruf: Rettungsdienst und Feuerwehr",
            "en": "Emergency: ambulance and fire brigade",
        },
        _ALL,
        for_child=True,
    ),
    HelpLine(
        "101",
        {
            "nl": "Dringende politiehulp",
            "fr": "Police, aide urgente",
            "de": "Polizeinotruf",
            "en": "Police, urgent help",
        },
        _ALL,
        for_child=True,
    ),
    HelpLine("116 000", _same("Child Focus"), _ALL, for_child=True, verified=True),
    HelpLine(
        "1712",
        {
            "nl": "1712, hulplijn bij geweld",
            "fr": "1712, ligne d'aide contre les violences",
            "de": "1712, Hilfe bei Gewalt",
            "en": "1712, help with violence",
        },
        frozenset({"nl"}),
        for_child=True,
    ),
    HelpLine("0800 30 030", _same("Écoute violences conjugales"), frozenset({"fr"})),
    HelpLine("102", _same("Awel"), frozenset({"nl"}), for_child=True),
    HelpLine("103", _same("Écoute-Enfants"), frozenset({"fr"}), for_child=True),
)


def lines_for(language: str) -> tuple[HelpLine, ...]:
    """The lines that answer in this language first, then the rest: better another language than nobody."""
    return tuple(sorted(HELP_LINES, key=lambda line: language not in line.speaks))
