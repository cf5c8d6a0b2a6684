"""The permission was withdrawn. During an agreed trip that is often a quarrel; before departure it ends the cover."""

from datetime import datetime

from risk.because import QUIET, fires
from risk.case import Case
from risk.examples import consent, event, trip
from risk.facts import Trip
from risk.rule import FLIGHT_FROM_VIOLENCE, Example, Sign, each, travelling, words
from risk.values import Category, Severity, Verdict

JULY = trip("2027-07-01T08:00+02:00", "2027-07-14T21:00+02:00", "GR")
GIVEN = consent("2027-07-01", "2027-07-14", "GR")


def withdrawn(case: Case, trip: Trip) -> tuple[str, datetime] | None:
    """The newest withdrawal among the permissions for this trip: (permission, moment)."""
    found = [(case.withdrawn_at(consent), consent.id) for consent in case.given(trip)]
    return max(
        ((consent, at) for at, consent in found if at is not None), key=lambda pair: pair[1], default=None
    )


def condition(case: Case, trip: Trip) -> Verdict:
    newest = withdrawn(case, trip)
    if newest is None or case.all_named(trip):
        return QUIET
    consent, at = newest
    return fires(f"consent:{consent}:withdrawn", other=trip.traveller.other, revoked=at, dep=trip.depart_at)


def severity(case: Case, trip: Trip) -> Severity:
    newest = withdrawn(case, trip)
    left = case.departed_at(trip) or trip.depart_at
    return Severity.HIGH if newest is not None and newest[1] < left else Severity.MODERATE


RULE = Sign(
    id="consent_revoked",
    title=words(
        "Toestemming ingetrokken", "Autorisation retirée", "Genehmigung widerrufen", "Consent withdrawn"
    ),
    category=Category.CONSENT,
    version=1,
    over=travelling,
    condition=condition,
    severity=severity,
    replaces=("travel_no_consent_on_file",),
    why=words(
        "Intrekken vóór het vertrek maakt een einde aan de dekking. Intrekken tijdens een afgesproken reis is vaak een conflict, geen ontvoering.",
        "Un retrait avant le départ met fin à la couverture. Un retrait pendant un voyage convenu est souvent un conflit, pas un enlèvement.",
        "Ein Widerruf vor der Abreise beendet die Deckung. Ein Widerruf während einer vereinbarten Reise ist oft ein Konflikt, keine Entführung.",
        "Withdrawal before departure ends the legal cover. Withdrawal during an agreed trip is often conflict, not abduction.",
    ),
    explanation=words(
        "{other} trok de toestemming in op {revoked}. Het vertrek is op {dep}.",
        "{other} a retiré l'autorisation le {revoked}. Le départ est prévu le {dep}.",
        "{other} hat die Genehmigung am {revoked} widerrufen. Die Abreise ist am {dep}.",
        "{other} withdrew the consent on {revoked}. Departure is {dep}.",
    ),
    innocent=(
        *each(
            (
                "Een tactische intrekking.",
                "Un retrait tactique.",
                "Ein taktischer Widerruf.",
                "A tactical withdrawal.",
            ),
            (
                "Een reactie op ruzie over geld.",
                "Une réaction à une dispute d'argent.",
                "Eine Reaktion auf einen Streit um Geld.",
                "A reaction to a quarrel about money.",
            ),
        ),
        FLIGHT_FROM_VIOLENCE,
    ),
    steps=each(
        (
            "Hoor beide ouders dezelfde dag.",
            "Entendre les deux parents le jour même.",
            "Beide Eltern am selben Tag anhören.",
            "Hear both parents the same day.",
        ),
        (
            "Zie een intrekking tijdens de reis niet als bewijs.",
            "Ne pas considérer un retrait pendant le voyage comme une preuve.",
            "Einen Widerruf während der Reise nicht als Beweis sehen.",
            "Do not treat a withdrawal during the trip as proof.",
        ),
    ),
    sources=("H80-13(1)(a)", "POLICY", "TLR"),
    active_for=words("tot opgelost", "jusqu'à résolution", "bis zur Klärung", "until resolved"),
    mitigators=("M03", "M07"),
    examples=(
        Example(
            "36 hours before departure",
            "2027-06-29T20:00+02:00",
            (JULY, GIVEN, event("2027-06-29T20:00+02:00", "consent_revoked", id="C1")),
            Severity.HIGH,
        ),
        Example(
            "during the agreed trip",
            "2027-07-05T12:00+02:00",
            (
                JULY,
                GIVEN,
                event("2027-07-01T08:10+02:00", "departed", trip="T1"),
                event("2027-07-05T12:00+02:00", "consent_revoked", id="C1"),
            ),
            Severity.MODERATE,
        ),
        Example(
            "signed again before departure",
            "2027-06-30T12:00+02:00",
            (
                JULY,
                GIVEN,
                event("2027-06-29T20:00+02:00", "consent_revoked", id="C1"),
                consent("2027-07-01", "2027-07-14", "GR", id="C2", at="2027-06-30T11:00+02:00"),
            ),
            None,
        ),
        Example(
            "the trip was cancelled the same day",
            "2027-06-29T22:00+02:00",
            (
                JULY,
                GIVEN,
                event("2027-06-29T20:00+02:00", "consent_revoked", id="C1"),
                JULY | {"at": "2027-06-29T21:00+02:00", "status": "cancelled"},
            ),
            None,
        ),
    ),
)
