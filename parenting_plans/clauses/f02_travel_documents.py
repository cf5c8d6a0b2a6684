"""F02: who applies for the children's documents, who pays for them, who keeps them, and when they are handed over."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled, sentences

_CARD: tuple[tuple[str, Words], ...] = (
    (
        "with_child",
        {
            "nl": "gaat mee met het kind",
            "fr": "accompagne l'enfant",
            "de": "geht mit dem Kind mit",
            "en": "travels with the child",
        },
    ),
    (
        "one_parent",
        {
            "nl": "blijft bij één ouder",
            "fr": "reste chez un des parents",
            "de": "bleibt bei einem Elternteil",
            "en": "stays with one parent",
        },
    ),
)
_PASSPORT: tuple[tuple[str, Words], ...] = (
    (
        "registered",
        {
            "nl": "bij de ouder bij wie het kind is ingeschreven",
            "fr": "chez le parent chez qui l'enfant est inscrit",
            "de": "bei dem Elternteil, bei dem das Kind eingetragen ist",
            "en": "with the parent at whose home the child is registered",
        },
    ),
    (
        "one_parent",
        {
            "nl": "bij een ouder die jullie kiezen",
            "fr": "chez un parent que vous choisissez",
            "de": "bei einem Elternteil, den Sie wählen",
            "en": "with a parent you choose",
        },
    ),
    (
        "with_child",
        {
            "nl": "het gaat mee met het kind",
            "fr": "il accompagne l'enfant",
            "de": "er geht mit dem Kind mit",
            "en": "it travels with the child",
        },
    ),
)
_APPLY: tuple[tuple[str, Words], ...] = (
    (
        "either",
        {
            "nl": "elk van beide ouders, na een bericht",
            "fr": "chacun des parents, après un message",
            "de": "jeder Elternteil, nach einer Nachricht",
            "en": "either parent, after a message",
        },
    ),
    (
        "together",
        {
            "nl": "beide ouders samen",
            "fr": "les deux parents ensemble",
            "de": "beide Eltern gemeinsam",
            "en": "both parents together",
        },
    ),
    (
        "one_parent",
        {
            "nl": "altijd dezelfde ouder",
            "fr": "toujours le même parent",
            "de": "immer derselbe Elternteil",
            "en": "always the same parent",
        },
    ),
)
_PAY: tuple[tuple[str, Words], ...] = (
    (
        "halves",
        {
            "nl": "De ouders betalen elk de helft van de kosten.",
            "fr": "Les parents paient chacun la moitié des frais.",
            "de": "Die Eltern zahlen je die Hälfte der Kosten.",
            "en": "Each parent pays half of the costs.",
        },
    ),
    (
        "applicant",
        {
            "nl": "De ouder die het document aanvraagt, betaalt het.",
            "fr": "Le parent qui demande le document le paie.",
            "de": "Der Elternteil, der das Dokument beantragt, bezahlt es.",
            "en": "The parent who applies for the document pays for it.",
        },
    ),
)
_CARD_SENTENCES: dict[str, Words] = {
    "with_child": {
        "nl": "De identiteitskaart van elk kind (Kids-ID of eID) gaat bij elke wissel mee met het kind.",
        "fr": "La carte d'identité de chaque enfant (Kids-ID ou eID) l'accompagne à chaque changement de maison.",
        "de": "Die Identitätskarte jedes Kindes (Kids-ID oder eID) geht bei jedem Wechsel mit.",
        "en": "Each child's identity card (Kids-ID or eID) goes along at every handover.",
    },
    "one_parent": {
        "nl": "{holder} bewaart de identiteitskaart van elk kind (Kids-ID of eID).",
        "fr": "{holder} garde la carte d'identité de chaque enfant (Kids-ID ou eID).",
        "de": "{holder} bewahrt die Identitätskarte jedes Kindes (Kids-ID oder eID) auf.",
        "en": "{holder} keeps each child's identity card (Kids-ID or eID).",
    },
}
_PASSPORT_SENTENCES: dict[str, Words] = {
    "registered": {
        "nl": "Het paspoort wordt bewaard door de ouder bij wie het kind is ingeschreven.",
        "fr": "Le passeport est gardé par le parent chez qui l'enfant est inscrit.",
        "de": "Den Reisepass bewahrt der Elternteil auf, bei dem das Kind eingetragen ist.",
        "en": "The passport is kept by the parent at whose home the child is registered.",
    },
    "one_parent": {
        "nl": "{holder} bewaart het paspoort.",
        "fr": "{holder} garde le passeport.",
        "de": "{holder} bewahrt den Reisepass auf.",
        "en": "{holder} keeps the passport.",
    },
    "with_child": {
        "nl": "Ook het paspoort gaat mee met het kind.",
        "fr": "Le passeport aussi accompagne l'enfant.",
        "de": "Auch der Reisepass geht mit dem Kind mit.",
        "en": "The passport travels with the child too.",
    },
}
# After a card that stays with one parent "too" would be wrong.
_PASSPORT_ALONE: Words = {
    "nl": "Het paspoort gaat mee met het kind.",
    "fr": "Le passeport accompagne l'enfant.",
    "de": "Der Reisepass geht mit dem Kind mit.",
    "en": "The passport travels with the child.",
}
_HAND_OVER: Words = {
    "nl": "Wie een document bewaart, geeft het minstens {days} voor een reis aan de andere ouder en krijgt het na de reis terug.",
    "fr": "Le parent qui garde un document le remet à l'autre au moins {days} avant un voyage et le récupère après le voyage.",
    "de": "Wer ein Dokument aufbewahrt, gibt es dem anderen Elternteil mindestens {days} vor einer Reise und bekommt es nach der Reise zurück.",
    "en": "Whoever keeps a document gives it to the other parent at least {days} before a trip and gets it back after the trip.",
}
_APPLY_SENTENCES: dict[str, Words] = {
    "either": {
        "nl": "Elke ouder mag een nieuw document aanvragen en laat dit vooraf weten.",
        "fr": "Chaque parent peut demander un nouveau document et en informe l'autre avant.",
        "de": "Jeder Elternteil darf ein neues Dokument beantragen und sagt es dem anderen vorher.",
        "en": "Either parent may apply for a new document and tells the other beforehand.",
    },
    "together": {
        "nl": "De ouders vragen een nieuw document samen aan.",
        "fr": "Les parents demandent ensemble un nouveau document.",
        "de": "Ein neues Dokument beantragen die Eltern gemeinsam.",
        "en": "The parents apply for a new document together.",
    },
    "one_parent": {
        "nl": "{applicant} vraagt nieuwe documenten aan.",
        "fr": "{applicant} demande les nouveaux documents.",
        "de": "{applicant} beantragt neue Dokumente.",
        "en": "{applicant} applies for new documents.",
    },
}


def _words(answers: Answers, names: Names) -> Words:
    card, passport, apply = answers["card"], answers["passport"], answers["apply"]
    parts = [_CARD_SENTENCES[card]]
    if card == "one_parent":
        parts = [filled(_CARD_SENTENCES[card], holder=names[answers["card_holder"]])]
    if passport == "one_parent":
        parts.append(filled(_PASSPORT_SENTENCES[passport], holder=names[answers["passport_holder"]]))
    elif (passport, card) == ("with_child", "one_parent"):
        parts.append(_PASSPORT_ALONE)
    else:
        parts.append(_PASSPORT_SENTENCES[passport])
    if (card, passport) != ("with_child", "with_child"):
        parts.append(filled(_HAND_OVER, days=counted(answers["hand_over_days"], "day")))
    if apply == "one_parent":
        parts.append(filled(_APPLY_SENTENCES[apply], applicant=names[answers["applicant"]]))
    else:
        parts.append(_APPLY_SENTENCES[apply])
    return sentences([*parts, option(_PAY_FIELD, answers["pay"])])


_PAY_FIELD = Field(
    "pay",
    Kind.CHOICE,
    {
        "nl": "Wie betaalt een nieuw document?",
        "fr": "Qui paie un nouveau document ?",
        "de": "Wer bezahlt ein neues Dokument?",
        "en": "Who pays for a new document?",
    },
    options=_PAY,
)

CLAUSE = Clause(
    code="F02",
    section="F",
    title={
        "nl": "Paspoort, Kids-ID en eID",
        "fr": "Passeport, Kids-ID et eID",
        "de": "Reisepass, Kids-ID und eID",
        "en": "Passport, Kids-ID and eID",
    },
    question={
        "nl": "Wie vraagt de documenten van de kinderen aan, betaalt ze en bewaart ze?",
        "fr": "Qui demande, paie et garde les documents des enfants ?",
        "de": "Wer beantragt, bezahlt und verwahrt die Dokumente der Kinder?",
        "en": "Who applies for, pays for and keeps the children's documents?",
    },
    hint={
        "nl": "Kijk op tijd of een document nog geldig is. Schrijf nergens een documentnummer.",
        "fr": "Vérifiez à temps si un document est encore valable. N'écrivez nulle part de numéro de document.",
        "de": "Prüfen Sie rechtzeitig, ob ein Dokument noch gültig ist. Schreiben Sie nirgends eine Dokumentnummer.",
        "en": "Check in time whether a document is still valid. Do not write a document number anywhere.",
    },
    fields=(
        Field(
            "card",
            Kind.CHOICE,
            {
                "nl": "De Kids-ID of eID",
                "fr": "La Kids-ID ou l'eID",
                "de": "Die Kids-ID oder eID",
                "en": "The Kids-ID or eID",
            },
            options=_CARD,
        ),
        Field(
            "card_holder",
            Kind.PARENT,
            {
                "nl": "Wie bewaart de Kids-ID of eID?",
                "fr": "Qui garde la Kids-ID ou l'eID ?",
                "de": "Wer bewahrt die Kids-ID oder eID auf?",
                "en": "Who keeps the Kids-ID or eID?",
            },
            asked_when=("card", ("one_parent",)),
        ),
        Field(
            "passport",
            Kind.CHOICE,
            {
                "nl": "Waar is het paspoort?",
                "fr": "Où est le passeport ?",
                "de": "Wo ist der Reisepass?",
                "en": "Where is the passport?",
            },
            options=_PASSPORT,
        ),
        Field(
            "passport_holder",
            Kind.PARENT,
            {
                "nl": "Wie bewaart het paspoort?",
                "fr": "Qui garde le passeport ?",
                "de": "Wer bewahrt den Reisepass auf?",
                "en": "Who keeps the passport?",
            },
            asked_when=("passport", ("one_parent",)),
        ),
        Field(
            "hand_over_days",
            Kind.INTEGER,
            {
                "nl": "Hoeveel dagen voor een reis geeft u het document?",
                "fr": "Combien de jours avant un voyage remettez-vous le document ?",
                "de": "Wie viele Tage vor einer Reise geben Sie das Dokument?",
                "en": "How many days before a trip do you give the document?",
            },
            minimum=0,
            maximum=60,
            unit={"nl": "dagen", "fr": "jours", "de": "Tage", "en": "days"},
        ),
        Field(
            "apply",
            Kind.CHOICE,
            {
                "nl": "Wie vraagt een nieuw document aan?",
                "fr": "Qui demande un nouveau document ?",
                "de": "Wer beantragt ein neues Dokument?",
                "en": "Who applies for a new document?",
            },
            options=_APPLY,
        ),
        Field(
            "applicant",
            Kind.PARENT,
            {
                "nl": "Welke ouder vraagt aan?",
                "fr": "Quel parent fait la demande ?",
                "de": "Welcher Elternteil stellt den Antrag?",
                "en": "Which parent applies?",
            },
            asked_when=("apply", ("one_parent",)),
        ),
        _PAY_FIELD,
    ),
    default={
        "card": "with_child",
        "passport": "registered",
        "hand_over_days": 7,
        "apply": "either",
        "pay": "halves",
    },
    core=True,
    source="Belgian practice: the identity card travels with the child, the passport stays at the registered address",
    words=_words,
    examples=(
        Example(
            {
                "card": "with_child",
                "passport": "registered",
                "hand_over_days": 7,
                "apply": "either",
                "pay": "halves",
            },
            sentence={
                "nl": "De identiteitskaart van elk kind (Kids-ID of eID) gaat bij elke wissel mee met het kind. Het paspoort wordt bewaard door de ouder bij wie het kind is ingeschreven. Wie een document bewaart, geeft het minstens 7 dagen voor een reis aan de andere ouder en krijgt het na de reis terug. Elke ouder mag een nieuw document aanvragen en laat dit vooraf weten. De ouders betalen elk de helft van de kosten.",
                "fr": "La carte d'identité de chaque enfant (Kids-ID ou eID) l'accompagne à chaque changement de maison. Le passeport est gardé par le parent chez qui l'enfant est inscrit. Le parent qui garde un document le remet à l'autre au moins 7 jours avant un voyage et le récupère après le voyage. Chaque parent peut demander un nouveau document et en informe l'autre avant. Les parents paient chacun la moitié des frais.",
                "de": "Die Identitätskarte jedes Kindes (Kids-ID oder eID) geht bei jedem Wechsel mit. Den Reisepass bewahrt der Elternteil auf, bei dem das Kind eingetragen ist. Wer ein Dokument aufbewahrt, gibt es dem anderen Elternteil mindestens 7 Tage vor einer Reise und bekommt es nach der Reise zurück. Jeder Elternteil darf ein neues Dokument beantragen und sagt es dem anderen vorher. Die Eltern zahlen je die Hälfte der Kosten.",
                "en": "Each child's identity card (Kids-ID or eID) goes along at every handover. The passport is kept by the parent at whose home the child is registered. Whoever keeps a document gives it to the other parent at least 7 days before a trip and gets it back after the trip. Either parent may apply for a new document and tells the other beforehand. Each parent pays half of the costs.",
            },
        ),
        Example(
            {
                "card": "one_parent",
                "card_holder": "A",
                "passport": "one_parent",
                "passport_holder": "B",
                "hand_over_days": 1,
                "apply": "one_parent",
                "applicant": "A",
                "pay": "applicant",
            },
            sentence={
                "nl": "Ana bewaart de identiteitskaart van elk kind (Kids-ID of eID). Ben bewaart het paspoort. Wie een document bewaart, geeft het minstens 1 dag voor een reis aan de andere ouder en krijgt het na de reis terug. Ana vraagt nieuwe documenten aan. De ouder die het document aanvraagt, betaalt het.",
                "fr": "Ana garde la carte d'identité de chaque enfant (Kids-ID ou eID). Ben garde le passeport. Le parent qui garde un document le remet à l'autre au moins 1 jour avant un voyage et le récupère après le voyage. Ana demande les nouveaux documents. Le parent qui demande le document le paie.",
                "de": "Ana bewahrt die Identitätskarte jedes Kindes (Kids-ID oder eID) auf. Ben bewahrt den Reisepass auf. Wer ein Dokument aufbewahrt, gibt es dem anderen Elternteil mindestens 1 Tag vor einer Reise und bekommt es nach der Reise zurück. Ana beantragt neue Dokumente. Der Elternteil, der das Dokument beantragt, bezahlt es.",
                "en": "Ana keeps each child's identity card (Kids-ID or eID). Ben keeps the passport. Whoever keeps a document gives it to the other parent at least 1 day before a trip and gets it back after the trip. Ana applies for new documents. The parent who applies for the document pays for it.",
            },
        ),
        Example(
            {
                "card": "with_child",
                "passport": "with_child",
                "hand_over_days": 0,
                "apply": "together",
                "pay": "halves",
            },
            sentence={
                "nl": "De identiteitskaart van elk kind (Kids-ID of eID) gaat bij elke wissel mee met het kind. Ook het paspoort gaat mee met het kind. De ouders vragen een nieuw document samen aan. De ouders betalen elk de helft van de kosten.",
                "fr": "La carte d'identité de chaque enfant (Kids-ID ou eID) l'accompagne à chaque changement de maison. Le passeport aussi accompagne l'enfant. Les parents demandent ensemble un nouveau document. Les parents paient chacun la moitié des frais.",
                "de": "Die Identitätskarte jedes Kindes (Kids-ID oder eID) geht bei jedem Wechsel mit. Auch der Reisepass geht mit dem Kind mit. Ein neues Dokument beantragen die Eltern gemeinsam. Die Eltern zahlen je die Hälfte der Kosten.",
                "en": "Each child's identity card (Kids-ID or eID) goes along at every handover. The passport travels with the child too. The parents apply for a new document together. Each parent pays half of the costs.",
            },
        ),
        Example(
            {
                "card": "one_parent",
                "card_holder": "B",
                "passport": "with_child",
                "hand_over_days": 3,
                "apply": "either",
                "pay": "halves",
            },
            sentence={
                "nl": "Ben bewaart de identiteitskaart van elk kind (Kids-ID of eID). Het paspoort gaat mee met het kind. Wie een document bewaart, geeft het minstens 3 dagen voor een reis aan de andere ouder en krijgt het na de reis terug. Elke ouder mag een nieuw document aanvragen en laat dit vooraf weten. De ouders betalen elk de helft van de kosten.",
                "fr": "Ben garde la carte d'identité de chaque enfant (Kids-ID ou eID). Le passeport accompagne l'enfant. Le parent qui garde un document le remet à l'autre au moins 3 jours avant un voyage et le récupère après le voyage. Chaque parent peut demander un nouveau document et en informe l'autre avant. Les parents paient chacun la moitié des frais.",
                "de": "Ben bewahrt die Identitätskarte jedes Kindes (Kids-ID oder eID) auf. Der Reisepass geht mit dem Kind mit. Wer ein Dokument aufbewahrt, gibt es dem anderen Elternteil mindestens 3 Tage vor einer Reise und bekommt es nach der Reise zurück. Jeder Elternteil darf ein neues Dokument beantragen und sagt es dem anderen vorher. Die Eltern zahlen je die Hälfte der Kosten.",
                "en": "Ben keeps each child's identity card (Kids-ID or eID). The passport travels with the child. Whoever keeps a document gives it to the other parent at least 3 days before a trip and gets it back after the trip. Either parent may apply for a new document and tells the other beforehand. Each parent pays half of the costs.",
            },
        ),
        Example({}, problems=("card", "passport", "hand_over_days", "apply", "pay")),
        Example(
            {
                "card": "one_parent",
                "passport": "one_parent",
                "hand_over_days": 61,
                "apply": "one_parent",
                "pay": "nobody",
            },
            problems=("card_holder", "passport_holder", "hand_over_days", "applicant", "pay"),
        ),
        Example(
            {
                "card": "one_parent",
                "card_holder": "aunt",
                "passport": "registered",
                "hand_over_days": 7,
                "apply": "either",
                "pay": "halves",
                "passport_number": "12",
            },
            problems=("card_holder", "passport_number"),
        ),
    ),
)
