"""H01: the children's doctor, and who decides on treatment. A doctor's name is optional; an address is never asked."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled, sentences

_CONSENT: tuple[tuple[str, Words], ...] = (
    (
        "both",
        {
            "nl": "beide ouders samen",
            "fr": "les deux parents ensemble",
            "de": "beide Eltern gemeinsam",
            "en": "both parents together",
        },
    ),
)
_VACCINATION: tuple[tuple[str, Words], ...] = (
    (
        "schedule_on",
        {
            "nl": "volgens het basisvaccinatieschema",
            "fr": "selon le calendrier de vaccination de base",
            "de": "nach dem Basis-Impfkalender",
            "en": "by the basic vaccination schedule",
        },
    ),
    (
        "each_together",
        {
            "nl": "de ouders beslissen samen over elk vaccin",
            "fr": "les parents décident ensemble de chaque vaccin",
            "de": "die Eltern entscheiden gemeinsam über jede Impfung",
            "en": "the parents decide on each vaccine together",
        },
    ),
)
_DOCTOR: Words = {
    "nl": "De huisarts van de kinderen is {gp}.",
    "fr": "Le médecin des enfants est {gp}.",
    "de": "Der Hausarzt der Kinder ist {gp}.",
    "en": "The children's family doctor is {gp}.",
}
_TREATMENT: Words = {
    "nl": "Over onderzoeken en behandelingen die niet dringend zijn, beslissen de ouders samen.",
    "fr": "Les parents décident ensemble des examens et des traitements non urgents.",
    "de": "Über Untersuchungen und Behandlungen, die nicht dringend sind, entscheiden die Eltern gemeinsam.",
    "en": "The parents decide together on examinations and treatments that are not urgent.",
}
_EMERGENCY: Words = {
    "nl": "In een noodgeval zorgt de ouder bij wie het kind is meteen voor hulp en verwittigt de andere ouder zo snel mogelijk.",
    "fr": "En cas d'urgence, le parent chez qui se trouve l'enfant le fait soigner tout de suite et prévient l'autre parent dès que possible.",
    "de": "In einem Notfall sorgt der Elternteil, bei dem das Kind ist, sofort für Hilfe und benachrichtigt den anderen Elternteil so schnell wie möglich.",
    "en": "In an emergency the parent the child is with gets help at once and tells the other parent as soon as possible.",
}
_VACCINES: dict[str, Words] = {
    "schedule_on": {
        "nl": "De kinderen krijgen de vaccins van het basisvaccinatieschema.",
        "fr": "Les enfants reçoivent les vaccins du calendrier de vaccination de base.",
        "de": "Die Kinder bekommen die Impfungen des Basis-Impfkalenders.",
        "en": "The children get the vaccines of the basic schedule.",
    },
    "each_together": {
        "nl": "Over elk vaccin beslissen de ouders samen, met het advies van de arts.",
        "fr": "Les parents décident ensemble de chaque vaccin, avec l'avis du médecin.",
        "de": "Über jede Impfung entscheiden die Eltern gemeinsam, mit dem Rat des Arztes.",
        "en": "The parents decide on each vaccine together, with the doctor's advice.",
    },
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    doctor = [filled(_DOCTOR, gp=answers["gp"])] if answers.get("gp") else []
    return sentences([*doctor, _TREATMENT, _EMERGENCY, _VACCINES[answers["vaccination"]]])


CLAUSE = Clause(
    code="H01",
    section="H",
    title={
        "nl": "Artsen en behandeling",
        "fr": "Médecins et traitements",
        "de": "Ärzte und Behandlung",
        "en": "Doctors and treatment",
    },
    question={
        "nl": "Wie is de huisarts, en wie beslist over een behandeling?",
        "fr": "Qui est le médecin, et qui décide d'un traitement ?",
        "de": "Wer ist der Hausarzt, und wer entscheidet über eine Behandlung?",
        "en": "Who is the family doctor, and who decides on treatment?",
    },
    hint={
        "nl": "De naam van de arts is genoeg. Schrijf geen adres. Een gewone doktersafspraak regelt de ouder bij wie het kind is.",
        "fr": "Le nom du médecin suffit. N'écrivez pas d'adresse. Une consultation ordinaire est l'affaire du parent chez qui se trouve l'enfant.",
        "de": "Der Name des Arztes genügt. Schreiben Sie keine Adresse. Um einen gewöhnlichen Arztbesuch kümmert sich der Elternteil, bei dem das Kind ist.",
        "en": "The doctor's name is enough. Do not write an address. An ordinary visit to the doctor is arranged by the parent the child is with.",
    },
    fields=(
        Field(
            "gp",
            Kind.TEXT,
            {
                "nl": "Naam van de huisarts",
                "fr": "Nom du médecin",
                "de": "Name des Hausarztes",
                "en": "Name of the family doctor",
            },
            required=False,
            maximum=80,
        ),
        Field(
            "specialist_consent",
            Kind.CHOICE,
            {
                "nl": "Wie beslist over een behandeling die niet dringend is?",
                "fr": "Qui décide d'un traitement non urgent ?",
                "de": "Wer entscheidet über eine Behandlung, die nicht dringend ist?",
                "en": "Who decides on a treatment that is not urgent?",
            },
            options=_CONSENT,
        ),
        Field(
            "vaccination",
            Kind.CHOICE,
            {"nl": "Vaccins", "fr": "Vaccins", "de": "Impfungen", "en": "Vaccines"},
            options=_VACCINATION,
        ),
    ),
    default={"specialist_consent": "both", "vaccination": "schedule_on"},
    core=True,
    source="art. 374 §1 old Civil Code: decisions on health are made together",
    words=_words,
    examples=(
        Example(
            {"gp": "dokter {Peeters}", "specialist_consent": "both", "vaccination": "schedule_on"},
            sentence={
                "nl": "De huisarts van de kinderen is dokter {Peeters}. Over onderzoeken en behandelingen die niet dringend zijn, beslissen de ouders samen. In een noodgeval zorgt de ouder bij wie het kind is meteen voor hulp en verwittigt de andere ouder zo snel mogelijk. De kinderen krijgen de vaccins van het basisvaccinatieschema.",
                "fr": "Le médecin des enfants est dokter {Peeters}. Les parents décident ensemble des examens et des traitements non urgents. En cas d'urgence, le parent chez qui se trouve l'enfant le fait soigner tout de suite et prévient l'autre parent dès que possible. Les enfants reçoivent les vaccins du calendrier de vaccination de base.",
                "de": "Der Hausarzt der Kinder ist dokter {Peeters}. Über Untersuchungen und Behandlungen, die nicht dringend sind, entscheiden die Eltern gemeinsam. In einem Notfall sorgt der Elternteil, bei dem das Kind ist, sofort für Hilfe und benachrichtigt den anderen Elternteil so schnell wie möglich. Die Kinder bekommen die Impfungen des Basis-Impfkalenders.",
                "en": "The children's family doctor is dokter {Peeters}. The parents decide together on examinations and treatments that are not urgent. In an emergency the parent the child is with gets help at once and tells the other parent as soon as possible. The children get the vaccines of the basic schedule.",
            },
        ),
        Example(
            {"specialist_consent": "both", "vaccination": "each_together"},
            sentence={
                "nl": "Over onderzoeken en behandelingen die niet dringend zijn, beslissen de ouders samen. In een noodgeval zorgt de ouder bij wie het kind is meteen voor hulp en verwittigt de andere ouder zo snel mogelijk. Over elk vaccin beslissen de ouders samen, met het advies van de arts.",
                "fr": "Les parents décident ensemble des examens et des traitements non urgents. En cas d'urgence, le parent chez qui se trouve l'enfant le fait soigner tout de suite et prévient l'autre parent dès que possible. Les parents décident ensemble de chaque vaccin, avec l'avis du médecin.",
                "de": "Über Untersuchungen und Behandlungen, die nicht dringend sind, entscheiden die Eltern gemeinsam. In einem Notfall sorgt der Elternteil, bei dem das Kind ist, sofort für Hilfe und benachrichtigt den anderen Elternteil so schnell wie möglich. Über jede Impfung entscheiden die Eltern gemeinsam, mit dem Rat des Arztes.",
                "en": "The parents decide together on examinations and treatments that are not urgent. In an emergency the parent the child is with gets help at once and tells the other parent as soon as possible. The parents decide on each vaccine together, with the doctor's advice.",
            },
        ),
        Example({}, problems=("specialist_consent", "vaccination")),
        Example(
            {"gp": "x" * 81, "specialist_consent": "A", "vaccination": "none"},
            problems=("gp", "specialist_consent", "vaccination"),
        ),
        Example({"gp": "a\nb", "specialist_consent": "both", "vaccination": "schedule_on"}, problems=("gp",)),
    ),
)
