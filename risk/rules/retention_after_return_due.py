"""The child is not back three hours after the agreed return. This is where the clocks of the Conventions start."""

from risk.because import QUIET, fires, unknown
from risk.case import GRACE, Case
from risk.examples import consent, event, trip
from risk.facts import Trip
from risk.rule import FLIGHT_FROM_VIOLENCE, Example, Sign, each, every_trip, words
from risk.values import Category, Known, Severity, Verdict

DUE_15 = trip("2027-08-01T10:00+02:00", "2027-08-15T22:00+02:00", "US")
LEFT = event("2027-08-01T10:30+02:00", "departed", trip="T1")
REBOOKED = event(
    "2027-08-15T20:00+02:00", "disruption", trip="T1", new_return_at="2027-08-16T18:00+02:00", proof=True
)


def condition(case: Case, trip: Trip) -> Verdict:
    away, due = case.abroad(trip), case.return_due(trip)
    if away is False or (due is not None and not case.clock.past(due + GRACE)):
        return QUIET
    missing = tuple(name for name, fact in (("trip.departed", away), ("trip.return_at", due)) if fact is None)
    return unknown(*missing) if missing else fires(f"trip:{trip.id}:back", child=trip.children, due=due)


def severity(case: Case, trip: Trip) -> Severity:
    new = case.rebooked_to(trip)
    if new is not None and not case.clock.past(new + GRACE):
        return Severity.LOW
    return Severity.CRITICAL


RULE = Sign(
    id="retention_after_return_due",
    title=words(
        "Kind niet terug na de afgesproken terugkeer",
        "Enfant non rentré après le retour convenu",
        "Kind nach der vereinbarten Rückkehr nicht zurück",
        "Child not back after the agreed return",
    ),
    category=Category.HANDOVER,
    version=1,
    over=every_trip,
    condition=condition,
    severity=severity,
    lowered=False,
    why=words(
        "Zo begint een ongeoorloofd achterhouden; wettelijke termijnen gaan lopen (één jaar).",
        "C'est ainsi que commence un non-retour illicite ; des délais légaux courent (un an).",
        "So beginnt ein widerrechtliches Zurückhalten; gesetzliche Fristen laufen (ein Jahr).",
        "This is how a wrongful retention begins; legal terms start to run (one year).",
    ),
    explanation=words(
        "{child} moest terug zijn op {due}. Er is geen aankomst en geen afgesproken verlenging genoteerd.",
        "{child} devait être de retour le {due}. Ni arrivée ni prolongation convenue ne sont enregistrées.",
        "{child} sollte am {due} zurück sein. Weder Ankunft noch vereinbarte Verlängerung sind eingetragen.",
        "{child} was due back {due}. No arrival and no agreed extension are recorded.",
    ),
    innocent=(
        *each(
            ("Een geschrapte vlucht.", "Un vol annulé.", "Ein gestrichener Flug.", "A cancelled flight."),
            (
                "Een verkeerd gelezen datum.",
                "Une date mal lue.",
                "Ein falsch gelesenes Datum.",
                "A misread date.",
            ),
            (
                "Wachten aan de grens.",
                "Une file à la frontière.",
                "Wartezeit an der Grenze.",
                "A queue at the border.",
            ),
        ),
        FLIGHT_FROM_VIOLENCE,
    ),
    steps=each(
        (
            "Neem nu contact op met de reizende ouder.",
            "Contacter maintenant le parent qui voyage.",
            "Jetzt den reisenden Elternteil kontaktieren.",
            "Contact the travelling parent now.",
        ),
        (
            "Federaal Aanspreekpunt 02 542 67 00, Child Focus 116 000, advocaat.",
            "Point de contact fédéral 02 542 67 00, Child Focus 116 000, avocat.",
            "Föderale Kontaktstelle 02 542 67 00, Child Focus 116 000, Rechtsanwalt.",
            "Federal Contact Point 02 542 67 00, Child Focus 116 000, a lawyer.",
        ),
        (
            "Noteer het tijdstip: vanaf dan telt de termijn van één jaar.",
            "Noter l'heure : le délai d'un an court à partir de là.",
            "Den Zeitpunkt notieren: ab dann läuft die Jahresfrist.",
            "Record the time: the one-year term runs from it.",
        ),
    ),
    sources=("H80-3", "H80-12", "FPSJ-return", "CF"),
    active_for=words("tot de terugkeer", "jusqu'au retour", "bis zur Rückkehr", "until return"),
    mitigators=("M09",),
    as_written=frozenset({"M09"}),
    examples=(
        Example("three hours and a minute", "2027-08-16T01:01+02:00", (DUE_15, LEFT), Severity.CRITICAL),
        Example("exactly three hours", "2027-08-16T01:00+02:00", (DUE_15, LEFT), None),
        Example(
            "an agreed extension ended",
            "2027-08-18T15:30+02:00",
            (
                DUE_15,
                LEFT,
                consent("2027-08-01", "2027-08-18", "US", at="2027-08-14T09:00+02:00"),
                DUE_15 | {"at": "2027-08-14T10:00+02:00", "return_at": "2027-08-18T12:00+02:00"},
            ),
            Severity.CRITICAL,
        ),
        Example(
            "within an agreed extension",
            "2027-08-16T08:00+02:00",
            (
                DUE_15,
                LEFT,
                consent("2027-08-01", "2027-08-18", "US", at="2027-08-14T09:00+02:00"),
                DUE_15 | {"at": "2027-08-14T10:00+02:00", "return_at": "2027-08-18T12:00+02:00"},
            ),
            None,
        ),
        Example(
            "a later date nobody agreed to is no extension",
            "2027-08-16T08:00+02:00",
            (DUE_15, LEFT, DUE_15 | {"at": "2027-08-14T10:00+02:00", "return_at": "2027-08-18T12:00+02:00"}),
            Severity.CRITICAL,
        ),
        Example(
            "cancelled flight, rebooked with proof",
            "2027-08-16T08:00+02:00",
            (DUE_15, LEFT, REBOOKED),
            Severity.LOW,
        ),
        Example(
            "three hours after the new time",
            "2027-08-16T21:01+02:00",
            (DUE_15, LEFT, REBOOKED),
            Severity.CRITICAL,
        ),
        Example(
            "back at home",
            "2027-08-16T21:01+02:00",
            (DUE_15, LEFT, event("2027-08-15T23:00+02:00", "returned", trip="T1")),
            None,
        ),
        Example("nobody has said whether they left", "2027-08-16T08:00+02:00", (DUE_15,), Known.UNKNOWN),
    ),
)
