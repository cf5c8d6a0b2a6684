"""A child was not handed over as agreed. Most of the time it is traffic or a quarrel."""

from datetime import datetime, timedelta

from risk.because import QUIET, fires, unknown
from risk.case import Case
from risk.clock import civil_day, midnight
from risk.examples import event, handover
from risk.facts import Handover, MeasureKind
from risk.rule import FLIGHT_FROM_VIOLENCE, Example, Sign, each, handovers, words
from risk.values import Category, Known, Severity, Verdict, Words

LATE = timedelta(minutes=60)
SILENT = timedelta(hours=2)
LONG = timedelta(hours=6)
REMEMBERED = timedelta(days=7)
DELAYS: dict[Severity, Words] = {
    Severity.LOW: words("meer dan een uur", "plus d'une heure", "mehr als eine Stunde", "more than an hour"),
    Severity.MODERATE: words(
        "meer dan twee uur", "plus de deux heures", "mehr als zwei Stunden", "more than two hours"
    ),
    Severity.HIGH: words(
        "meer dan zes uur of een nacht",
        "plus de six heures ou une nuit",
        "mehr als sechs Stunden oder über Nacht",
        "more than six hours, or overnight",
    ),
}
CONTACT: dict[bool | None, Words] = {
    True: words("ja", "oui", "ja", "yes"),
    False: words("neen", "non", "nein", "no"),
    None: words("niet bekend", "inconnu", "nicht bekannt", "not known"),
}


def due(case: Case, handover: Handover) -> datetime:
    """The agreed moment, or the later one that a documented disruption gave (M09)."""
    proofs = (
        d for d in case.facts.disruptions if d.handover == handover.id and d.proof and d.new_at is not None
    )
    return max((d.new_at for d in proofs if d.new_at is not None), default=handover.due_at)


def later_than(case: Case, handover: Handover, bound: datetime) -> bool:
    """Whether the child was, or still is, not there after that instant."""
    if handover.delivered and handover.delivered_at is not None:
        return handover.delivered_at > bound
    return case.clock.past(bound)


def condition(case: Case, handover: Handover) -> Verdict:
    suspended = _suspended(case, handover)
    if suspended is True or (handover.delivered and handover.delivered_at is None):
        return QUIET
    if not later_than(case, handover, due(case, handover) + LATE) or _forgotten(case, handover):
        return QUIET
    missing = tuple(
        name
        for name, fact in (
            ("handover.delivered", handover.delivered),
            ("court_measure.suspends_contact", suspended),
        )
        if fact is None
    )
    if missing:
        return unknown(*missing)
    return fires(
        f"handover:{handover.id}",
        ("handover.contact",) if handover.contact is None and not handover.refused else (),
        due=handover.due_at,
        child=handover.children or tuple(child.id for child in case.facts.family.children),
        delay=DELAYS[severity(case, handover)],
        contact=CONTACT[handover.contact],
    )


def severity(case: Case, handover: Handover) -> Severity:
    start = due(case, handover)
    next_day = midnight(civil_day(start) + timedelta(days=1))
    if later_than(case, handover, start + LONG) or _overnight(case, handover, next_day):
        return Severity.HIGH
    silent = handover.refused or handover.contact is not True
    if silent and later_than(case, handover, start + SILENT):
        return Severity.MODERATE
    return Severity.LOW


def _overnight(case: Case, handover: Handover, next_day: datetime) -> bool:
    if handover.delivered and handover.delivered_at is not None:
        return handover.delivered_at >= next_day
    return case.clock.reached(next_day)


def _forgotten(case: Case, handover: Handover) -> bool:
    """Handed over more than a week ago."""
    return handover.delivered_at is not None and case.clock.past(handover.delivered_at + REMEMBERED)


def _suspended(case: Case, handover: Handover) -> bool | None:
    """Whether an order suspends contact; None when a protective order is in force and nobody noted what it says."""
    day = civil_day(handover.due_at)
    answers = [
        measure.suspends_contact if measure.suspends_contact is not None else _says(measure.kind)
        for measure in case.facts.court_measures
        if measure.against in {handover.receiver, handover.giver}
        and (measure.valid_from is None or measure.valid_from <= day)
        and (measure.valid_to is None or day <= measure.valid_to)
    ]
    if handover.suspended or True in answers:
        return True
    return None if None in answers else False


def _says(kind: MeasureKind) -> bool | None:
    """A residence ban forbids contact by law; a protective order may; the others do not."""
    if kind is MeasureKind.TEMPORARY_RESIDENCE_BAN:
        return True
    return None if kind is MeasureKind.PROTECTIVE_ORDER else False


FRIDAY = handover("2027-02-05T18:00+01:00")
RULE = Sign(
    id="handover_missed",
    title=words(
        "Kind niet overgedragen", "Enfant non remis", "Kind nicht übergeben", "Child not handed over"
    ),
    category=Category.HANDOVER,
    version=1,
    over=handovers,
    condition=condition,
    severity=severity,
    why=words(
        "Een vaststelbaar feit; meestal is het verkeer of een conflict.",
        "Un fait objectif ; le plus souvent, c'est la circulation ou un conflit.",
        "Eine feststellbare Tatsache; meistens Verkehr oder ein Konflikt.",
        "An objective fact; most cases are traffic or conflict.",
    ),
    explanation=words(
        "De wissel was op {due}. {child} werd niet overgedragen; vertraging: {delay}; contact: {contact}.",
        "L'échange était prévu le {due}. {child} n'a pas été remis ; retard : {delay} ; contact : {contact}.",
        "Die Übergabe war am {due} vorgesehen. {child} wurde nicht übergeben; Verspätung: {delay}; Kontakt: {contact}.",
        "Handover was due {due}. {child} was not handed over; delay: {delay}; contact: {contact}.",
    ),
    innocent=(
        *each(
            ("Een staking.", "Une grève.", "Ein Streik.", "A strike."),
            ("Ziekte.", "Une maladie.", "Krankheit.", "Illness."),
            ("De verkeerde plaats.", "Le mauvais endroit.", "Der falsche Ort.", "The wrong place."),
            (
                "De andere ouder was er niet.",
                "L'autre parent était absent.",
                "Der andere Elternteil war nicht da.",
                "The other parent was absent.",
            ),
        ),
        FLIGHT_FROM_VIOLENCE,
    ),
    steps=each(
        (
            "Bel beide ouders.",
            "Appeler les deux parents.",
            "Beide Eltern anrufen.",
            "Telephone both parents.",
        ),
        ("Noteer de redenen.", "Noter les raisons.", "Die Gründe notieren.", "Note the reasons."),
        (
            "Niemand bereikbaar: vraag de lokale politie om te gaan kijken.",
            "Personne n'est joignable : demander à la police locale d'aller voir.",
            "Niemand erreichbar: die lokale Polizei bitten nachzusehen.",
            "Nobody can be reached: ask the local police for a welfare check.",
        ),
    ),
    sources=("U7(5)", "OJ1", "BE432"),
    active_for=words(
        "tot zeven dagen na de wissel",
        "jusqu'à sept jours après l'échange",
        "bis sieben Tage nach der Übergabe",
        "until handed over, and seven days more",
    ),
    mitigators=("M09",),
    as_written=frozenset({"M09"}),
    examples=(
        Example("two hours and no answer", "2027-02-05T20:05+01:00", (FRIDAY,), Severity.MODERATE),
        Example("the next morning", "2027-02-06T08:00+01:00", (FRIDAY,), Severity.HIGH),
        Example("just over an hour", "2027-02-05T19:01+01:00", (FRIDAY,), Severity.LOW),
        Example(
            "arrived at 18:59",
            "2027-02-05T19:30+01:00",
            (FRIDAY, FRIDAY | {"at": "2027-02-05T19:00+01:00", "delivered_at": "2027-02-05T18:59+01:00"}),
            None,
        ),
        Example(
            "a documented train strike, delivered at the new time",
            "2027-02-05T21:30+01:00",
            (
                FRIDAY | {"id": "H1"},
                event(
                    "2027-02-05T17:00+01:00",
                    "disruption",
                    handover="H1",
                    new_at="2027-02-05T21:00+01:00",
                    proof=True,
                ),
                FRIDAY
                | {"id": "H1", "at": "2027-02-05T21:00+01:00", "delivered_at": "2027-02-05T21:00+01:00"},
            ),
            None,
        ),
        Example(
            "contact suspended by an order",
            "2027-02-06T08:00+01:00",
            (
                FRIDAY,
                event(
                    "2027-02-01T10:00+01:00",
                    "court_measure",
                    kind="protective_order",
                    against="B",
                    protects="A",
                    valid_from="2027-02-01",
                    valid_to="2027-08-01",
                    suspends_contact=True,
                ),
            ),
            None,
        ),
        Example(
            "an order of which nobody noted whether it suspends contact",
            "2027-02-06T08:00+01:00",
            (
                FRIDAY,
                event(
                    "2027-02-01T10:00+01:00",
                    "court_measure",
                    kind="protective_order",
                    against="B",
                    protects="A",
                    valid_from="2027-02-01",
                    valid_to="2027-08-01",
                ),
            ),
            Known.UNKNOWN,
        ),
        Example(
            "nobody has said whether it took place",
            "2027-02-06T08:00+01:00",
            (FRIDAY | {"delivered": None},),
            Known.UNKNOWN,
        ),
    ),
)
