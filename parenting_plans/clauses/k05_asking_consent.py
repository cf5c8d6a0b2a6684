"""K05: how parents ask and answer before an extraordinary cost is made.

The terms of the law stand beside any other term the parents choose (art. 203bis §3 old Civil Code; RD 22 April 2019).
"""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Problem, Words
from parenting_plans.wording import counted, euros, filled, joined

LEGAL_DAYS, LEGAL_HOLIDAY_DAYS = 21, 30

_ASK: Words = {
    "nl": "Wij vragen elkaar vooraf akkoord over de nood en het bedrag van een buitengewone kost",
    "fr": "Nous nous demandons l'accord à l'avance sur la nécessité et le montant d'un frais extraordinaire",
    "de": "Wir fragen einander vorher um Zustimmung zu Notwendigkeit und Betrag einer außergewöhnlichen Ausgabe",
    "en": "We ask each other beforehand to agree on the need for and the amount of an extraordinary cost",
}
_SILENCE: Words = {
    "nl": "geen antwoord binnen {days} telt als akkoord, of binnen {holiday} als de vraag komt in een schoolvakantie van minstens een week",
    "fr": "l'absence de réponse dans un délai de {days} vaut accord, ou de {holiday} si la demande arrive pendant des vacances scolaires d'au moins une semaine",
    "de": "keine Antwort innerhalb von {days} gilt als Zustimmung, oder innerhalb von {holiday}, wenn die Frage in Schulferien von mindestens einer Woche kommt",
    "en": "no answer within {days} counts as agreement, or within {holiday} if the request comes during a school holiday of at least a week",
}
_LEGAL: Words = {
    "nl": "zonder deze afspraak geldt {days}, of {holiday} in zo'n vakantie",
    "fr": "sans cet accord, le délai serait de {days}, ou de {holiday} pendant de telles vacances",
    "de": "ohne diese Absprache gelten {days}, oder {holiday} in solchen Ferien",
    "en": "without this agreement it would be {days}, or {holiday} in such a holiday",
}
_URGENT: Words = {
    "nl": "als het dringend is, hoeft dat niet vooraf",
    "fr": "en cas d'urgence, l'accord préalable n'est pas nécessaire",
    "de": "wenn es dringend ist, muss man nicht vorher fragen",
    "en": "when it is urgent, asking first is not needed",
}
_ALWAYS: Words = {
    "nl": "ook als het dringend is, proberen we eerst de andere ouder te bereiken",
    "fr": "même en cas d'urgence, nous essayons d'abord de joindre l'autre parent",
    "de": "auch wenn es dringend ist, versuchen wir zuerst, den anderen Elternteil zu erreichen",
    "en": "also when it is urgent, we first try to reach the other parent",
}
_SMALL: Words = {
    "nl": "onder {amount} is vragen niet nodig",
    "fr": "en dessous de {amount}, demander n'est pas nécessaire",
    "de": "unter {amount} ist keine Frage nötig",
    "en": "below {amount} there is no need to ask",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    if answers["holiday_answer_days"] < answers["answer_days"]:
        return (Problem("holiday_answer_days", "Give at least as much time in a holiday as in other weeks."),)
    return ()


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    days, holiday = answers["answer_days"], answers["holiday_answer_days"]
    parts = [
        _ASK,
        filled(
            _SILENCE, days=counted(days, "day", dative=True), holiday=counted(holiday, "day", dative=True)
        ),
    ]
    if (days, holiday) != (LEGAL_DAYS, LEGAL_HOLIDAY_DAYS):
        legal = {"days": counted(LEGAL_DAYS, "day"), "holiday": counted(LEGAL_HOLIDAY_DAYS, "day")}
        parts.append(filled(_LEGAL, **legal))
    parts.append(_URGENT if answers["urgent_exempt"] == "yes" else _ALWAYS)
    if answers.get("threshold"):
        parts.append(filled(_SMALL, amount=euros(answers["threshold"])))
    return joined(parts)


_DAYS: Words = {"nl": "dagen", "fr": "jours", "de": "Tage", "en": "days"}

CLAUSE = Clause(
    code="K05",
    section="K",
    title={
        "nl": "Buitengewone kosten: akkoord vragen",
        "fr": "Frais extraordinaires : accord",
        "de": "Außergewöhnliche Kosten: Zustimmung",
        "en": "Extraordinary costs: asking consent",
    },
    question={
        "nl": "Hoe vragen jullie akkoord voor een buitengewone kost?",
        "fr": "Comment demandez-vous l'accord pour un frais extraordinaire ?",
        "de": "Wie fragen Sie um Zustimmung zu einer außergewöhnlichen Ausgabe?",
        "en": "How do you ask each other about an extraordinary cost?",
    },
    hint={
        "nl": "De wet geeft 21 dagen, en 30 dagen in een schoolvakantie. Wie dan niet antwoordt, gaat akkoord.",
        "fr": "La loi donne 21 jours, et 30 jours pendant les vacances scolaires. Sans réponse, c'est un accord.",
        "de": "Das Gesetz gibt 21 Tage, in Schulferien 30 Tage. Keine Antwort gilt dann als Zustimmung.",
        "en": "The law gives 21 days, and 30 days in a school holiday. No answer then counts as agreement.",
    },
    fields=(
        Field(
            "answer_days",
            Kind.INTEGER,
            {
                "nl": "Hoeveel dagen om te antwoorden?",
                "fr": "Combien de jours pour répondre ?",
                "de": "Wie viele Tage zum Antworten?",
                "en": "How many days to answer?",
            },
            minimum=1,
            maximum=90,
            unit=_DAYS,
        ),
        Field(
            "holiday_answer_days",
            Kind.INTEGER,
            {
                "nl": "En in een schoolvakantie?",
                "fr": "Et pendant les vacances scolaires ?",
                "de": "Und in den Schulferien?",
                "en": "And in a school holiday?",
            },
            minimum=1,
            maximum=90,
            unit=_DAYS,
        ),
        Field(
            "urgent_exempt",
            Kind.YES_NO,
            {
                "nl": "Mag het zonder vragen als het dringend is?",
                "fr": "En cas d'urgence, peut-on agir sans demander ?",
                "de": "Geht es ohne Frage, wenn es dringend ist?",
                "en": "May it be done without asking when it is urgent?",
            },
        ),
        Field(
            "threshold",
            Kind.MONEY,
            {
                "nl": "Onder welk bedrag is vragen niet nodig?",
                "fr": "En dessous de quel montant n'est-il pas nécessaire de demander ?",
                "de": "Unter welchem Betrag ist keine Frage nötig?",
                "en": "Below which amount is asking not needed?",
            },
            required=False,
            minimum=1,
            maximum=10_000,
        ),
    ),
    default={"answer_days": LEGAL_DAYS, "holiday_answer_days": LEGAL_HOLIDAY_DAYS, "urgent_exempt": "yes"},
    source="art. 203bis §3 old Civil Code; Royal Decree of 22 April 2019 (21 days, 30 days during a school holiday of a week or more)",
    words=_words,
    together=_together,
    examples=(
        Example(
            {"answer_days": 21, "holiday_answer_days": 30, "urgent_exempt": "yes"},
            sentence={
                "nl": "Wij vragen elkaar vooraf akkoord over de nood en het bedrag van een buitengewone kost; geen antwoord binnen 21 dagen telt als akkoord, of binnen 30 dagen als de vraag komt in een schoolvakantie van minstens een week; als het dringend is, hoeft dat niet vooraf.",
                "fr": "Nous nous demandons l'accord à l'avance sur la nécessité et le montant d'un frais extraordinaire ; l'absence de réponse dans un délai de 21 jours vaut accord, ou de 30 jours si la demande arrive pendant des vacances scolaires d'au moins une semaine ; en cas d'urgence, l'accord préalable n'est pas nécessaire.",
                "de": "Wir fragen einander vorher um Zustimmung zu Notwendigkeit und Betrag einer außergewöhnlichen Ausgabe; keine Antwort innerhalb von 21 Tagen gilt als Zustimmung, oder innerhalb von 30 Tagen, wenn die Frage in Schulferien von mindestens einer Woche kommt; wenn es dringend ist, muss man nicht vorher fragen.",
                "en": "We ask each other beforehand to agree on the need for and the amount of an extraordinary cost; no answer within 21 days counts as agreement, or within 30 days if the request comes during a school holiday of at least a week; when it is urgent, asking first is not needed.",
            },
        ),
        Example(
            {"answer_days": 7, "holiday_answer_days": 14, "urgent_exempt": "no", "threshold": "50.00"},
            sentence={
                "nl": "Wij vragen elkaar vooraf akkoord over de nood en het bedrag van een buitengewone kost; geen antwoord binnen 7 dagen telt als akkoord, of binnen 14 dagen als de vraag komt in een schoolvakantie van minstens een week; zonder deze afspraak geldt 21 dagen, of 30 dagen in zo'n vakantie; ook als het dringend is, proberen we eerst de andere ouder te bereiken; onder 50,00 euro is vragen niet nodig.",
                "fr": "Nous nous demandons l'accord à l'avance sur la nécessité et le montant d'un frais extraordinaire ; l'absence de réponse dans un délai de 7 jours vaut accord, ou de 14 jours si la demande arrive pendant des vacances scolaires d'au moins une semaine ; sans cet accord, le délai serait de 21 jours, ou de 30 jours pendant de telles vacances ; même en cas d'urgence, nous essayons d'abord de joindre l'autre parent ; en dessous de 50,00 euros, demander n'est pas nécessaire.",
                "de": "Wir fragen einander vorher um Zustimmung zu Notwendigkeit und Betrag einer außergewöhnlichen Ausgabe; keine Antwort innerhalb von 7 Tagen gilt als Zustimmung, oder innerhalb von 14 Tagen, wenn die Frage in Schulferien von mindestens einer Woche kommt; ohne diese Absprache gelten 21 Tage, oder 30 Tage in solchen Ferien; auch wenn es dringend ist, versuchen wir zuerst, den anderen Elternteil zu erreichen; unter 50,00 Euro ist keine Frage nötig.",
                "en": "We ask each other beforehand to agree on the need for and the amount of an extraordinary cost; no answer within 7 days counts as agreement, or within 14 days if the request comes during a school holiday of at least a week; without this agreement it would be 21 days, or 30 days in such a holiday; also when it is urgent, we first try to reach the other parent; below 50.00 euros there is no need to ask.",
            },
        ),
        Example({}, problems=("answer_days", "holiday_answer_days", "urgent_exempt")),
        Example(
            {"answer_days": 21, "holiday_answer_days": 20, "urgent_exempt": "yes"},
            problems=("holiday_answer_days",),
        ),
        Example(
            {"answer_days": 0, "holiday_answer_days": 91, "urgent_exempt": "maybe", "threshold": "0.50"},
            problems=("answer_days", "holiday_answer_days", "urgent_exempt", "threshold"),
        ),
    ),
)
