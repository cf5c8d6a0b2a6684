"""The permission is about to end while the child is abroad: the last moment to prevent a retention by talking."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from risk.because import QUIET, fires, unknown
from risk.case import Case
from risk.clock import civil_day
from risk.examples import consent, event, trip
from risk.facts import Trip
from risk.rule import FLIGHT_FROM_VIOLENCE, Example, Sign, each, travelling, words
from risk.values import Category, Known, Severity, Verdict

LOOK = timedelta(hours=72)
NEAR = timedelta(hours=24)
NO_WAY_BACK = {"child_out": True, "child_return": False}
GIVEN = consent("2027-08-01", "2027-08-15", "US")
LEFT = event("2027-08-01T10:30+02:00", "departed", trip="T1")


def condition(case: Case, trip: Trip) -> Verdict:
    end = case.consented_until(trip)
    if end is None or case.abroad(trip) is False or _way_back(trip, end):
        return QUIET
    if not case.clock.reached(end - LOOK) or case.clock.reached(end):
        return QUIET
    if case.abroad(trip) is None:
        return unknown("trip.departed")
    return fires(
        f"trip:{trip.id}:return",
        ("trip.tickets.child_return",) if trip.tickets is None or trip.tickets.child_return is None else (),
        to=civil_day(end) - timedelta(days=1),
        child=trip.children,
    )


def severity(case: Case, trip: Trip) -> Severity:
    end = case.consented_until(trip)
    return Severity.HIGH if end is not None and case.clock.reached(end - NEAR) else Severity.MODERATE


def look_before(case: Case, trip: Trip) -> Mapping[Severity, datetime]:
    end = case.consented_until(trip)
    return {Severity.HIGH: end} if end is not None else {}


def _way_back(trip: Trip, end: datetime) -> bool:
    """A booked return in time. A documented delay does not undo it: retention_after_return_due watches the new time."""
    booked = trip.tickets is not None and trip.tickets.child_return is True
    return booked and trip.return_at is not None and trip.return_at <= end


RULE = Sign(
    id="consent_expires_while_abroad",
    title=words(
        "Toestemming loopt af terwijl het kind in het buitenland is",
        "L'autorisation se termine pendant que l'enfant est à l'étranger",
        "Genehmigung endet, während das Kind im Ausland ist",
        "Consent about to end while the child is abroad",
    ),
    category=Category.CONSENT,
    version=1,
    over=travelling,
    condition=condition,
    severity=severity,
    look_before=look_before,
    why=words(
        "Het laatste moment om met een gesprek te voorkomen dat een kind te laat terugkomt.",
        "Le dernier moment pour éviter, en parlant, un retour tardif.",
        "Der letzte Moment, um eine verspätete Rückkehr durch ein Gespräch zu vermeiden.",
        "The last moment to prevent a late return by talking.",
    ),
    explanation=words(
        "De toestemming eindigt op {to} om 23:59 (Brussel). We hebben geen bevestigde terugkeer van {child} vóór dat moment.",
        "L'autorisation se termine le {to} à 23 h 59 (Bruxelles). Nous n'avons pas de retour confirmé de {child} avant ce moment.",
        "Die Genehmigung endet am {to} um 23:59 Uhr (Brüssel). Eine bestätigte Rückkehr von {child} davor liegt nicht vor.",
        "The consent ends on {to} at 23:59 (Brussels). We have no confirmed return of {child} before that.",
    ),
    innocent=(
        *each(
            (
                "Terug met de auto, zonder vast uur.",
                "Retour en voiture, sans heure fixe.",
                "Rückfahrt mit dem Auto ohne feste Zeit.",
                "An open return by car.",
            ),
            (
                "Een verlenging die telefonisch is afgesproken.",
                "Une prolongation convenue par téléphone.",
                "Eine telefonisch vereinbarte Verlängerung.",
                "An extension agreed by telephone.",
            ),
        ),
        FLIGHT_FROM_VIOLENCE,
    ),
    steps=each(
        (
            "Bel de reizende ouder met een vriendelijke herinnering.",
            "Appeler le parent qui voyage pour un rappel amical.",
            "Den reisenden Elternteil freundlich erinnern.",
            "Call the travelling parent with a friendly reminder.",
        ),
        (
            "Bereid een verlenging of een terugkeer voor.",
            "Préparer une prolongation ou un retour.",
            "Eine Verlängerung oder eine Rückkehr vorbereiten.",
            "Prepare an extension or a return plan.",
        ),
    ),
    sources=("H80-3", "ICARE", "POLICY"),
    active_for=words("tot de terugkeer", "jusqu'au retour", "bis zur Rückkehr", "until return"),
    mitigators=("M03", "M08"),
    examples=(
        Example(
            "62 hours left, no return leg",
            "2027-08-13T10:00+02:00",
            (trip("2027-08-01T10:00+02:00", None, "US", tickets=NO_WAY_BACK), GIVEN, LEFT),
            Severity.MODERATE,
        ),
        Example(
            "16 hours left",
            "2027-08-15T08:00+02:00",
            (trip("2027-08-01T10:00+02:00", None, "US", tickets=NO_WAY_BACK), GIVEN, LEFT),
            Severity.HIGH,
        ),
        Example(
            "a return flight that evening",
            "2027-08-15T08:00+02:00",
            (trip("2027-08-01T10:00+02:00", "2027-08-15T18:00+02:00", "US"), GIVEN, LEFT),
            None,
        ),
        Example(
            "73 hours left",
            "2027-08-12T23:00+02:00",
            (trip("2027-08-01T10:00+02:00", None, "US", tickets=NO_WAY_BACK), GIVEN, LEFT),
            None,
        ),
        Example(
            "nobody has said whether they left",
            "2027-08-13T10:00+02:00",
            (trip("2027-08-01T10:00+02:00", None, "US", tickets=NO_WAY_BACK), GIVEN),
            Known.UNKNOWN,
        ),
    ),
)
