"""The permission does not cover every moment of the trip. Its days are inclusive: until, not at, the next midnight."""

from datetime import timedelta

from risk.because import QUIET, fires
from risk.case import Case, consent_span, joined
from risk.examples import consent, trip
from risk.facts import Trip
from risk.rule import FLIGHT_FROM_VIOLENCE, Example, Sign, each, travelling, words
from risk.values import Category, Severity, Verdict

NARROW = timedelta(hours=3)
DAY = timedelta(hours=24)


def gap(case: Case, trip: Trip) -> timedelta | None:
    """Elapsed time of the trip that no permission covers; None when nothing is uncovered.

    Arriving exactly when the permission ends is outside it, so the gap can be zero long. No return date: without end.
    """
    back = trip.return_at
    if back is None:
        return timedelta.max
    spans = joined(consent_span(consent) for consent in case.consents(trip))
    inside = ((max(trip.depart_at, start), min(back, end)) for start, end in spans)
    covered = sum((max(last - first, timedelta(0)) for first, last in inside), timedelta(0))
    uncovered = back - trip.depart_at - covered
    arrives_inside = any(start <= back < end for start, end in spans)
    return None if arrives_inside and not uncovered else uncovered


def condition(case: Case, trip: Trip) -> Verdict:
    consents = case.consents(trip)
    uncovered = gap(case, trip)
    if not consents or uncovered is None:
        return QUIET
    return fires(
        f"trip:{trip.id}:return",
        **{"from": min(consent.valid_from for consent in consents)},
        to=max(consent.valid_to for consent in consents),
        dep=trip.depart_at,
        ret=trip.return_at,
        gap=None if trip.return_at is None else uncovered,
    )


def severity(case: Case, trip: Trip) -> Severity:
    uncovered = gap(case, trip) or timedelta(0)
    if uncovered > DAY:
        return Severity.HIGH
    return Severity.MODERATE if uncovered > NARROW else Severity.LOW


RULE = Sign(
    id="consent_dates_gap",
    title=words(
        "De toestemming dekt niet alle reisdagen",
        "L'autorisation ne couvre pas toutes les dates du voyage",
        "Die Genehmigung deckt nicht alle Reisetage",
        "Consent does not cover all travel dates",
    ),
    category=Category.CONSENT,
    version=1,
    over=travelling,
    condition=condition,
    severity=severity,
    why=words(
        "Een meetbaar verschil; de grootte van het gat bepaalt het gewicht.",
        "Un écart objectif ; c'est sa taille qui compte.",
        "Ein messbarer Unterschied; seine Größe bestimmt das Gewicht.",
        "An objective difference; the width of the gap carries the weight.",
    ),
    explanation=words(
        "De toestemming geldt van {from} tot en met {to} (tot 23:59 Brusselse tijd). De reis loopt van {dep} tot {ret}; niet gedekt: {gap}.",
        "L'autorisation vaut du {from} au {to} inclus (jusqu'à 23 h 59, heure de Bruxelles). Le voyage va du {dep} au {ret} ; non couvert : {gap}.",
        "Die Genehmigung gilt vom {from} bis einschließlich {to} (bis 23:59 Uhr Brüsseler Zeit). Die Reise dauert vom {dep} bis {ret}; nicht gedeckt: {gap}.",
        "The consent is valid {from} to {to} (until 23:59 Brussels time). The trip runs {dep} to {ret}; not covered: {gap}.",
    ),
    innocent=(
        *each(
            ("Een nachtvlucht.", "Un vol de nuit.", "Ein Nachtflug.", "A night flight."),
            (
                "Verwarring over tijdzones.",
                "Une confusion de fuseaux horaires.",
                "Verwechslung der Zeitzonen.",
                "Confusion about time zones.",
            ),
            (
                "Een tikfout in het jaar.",
                "Une faute dans l'année.",
                "Ein Tippfehler im Jahr.",
                "A typing error in the year.",
            ),
        ),
        FLIGHT_FROM_VIOLENCE,
    ),
    steps=each(
        (
            "Vraag om de toestemming te verlengen.",
            "Demander de prolonger l'autorisation.",
            "Um Verlängerung der Genehmigung bitten.",
            "Ask for an extension of the consent.",
        ),
        (
            "Zeg het vóór het vertrek aan de reizende ouder.",
            "Prévenir le parent qui voyage avant le départ.",
            "Dem reisenden Elternteil vor der Abreise Bescheid sagen.",
            "Tell the travelling parent before departure.",
        ),
    ),
    sources=("POLICY", "CF-form", "H80-13(1)(a)"),
    active_for=words("tot verbeterd", "jusqu'à correction", "bis zur Berichtigung", "until fixed"),
    mitigators=("M03", "M09"),
    examples=(
        Example(
            "arrival 23:30 in New York is 05:30 in Brussels",
            "2027-06-01T10:00+02:00",
            (
                trip("2027-08-01T10:00+02:00", "2027-08-15T23:30-04:00", "US"),
                consent("2027-08-01", "2027-08-15", "US"),
            ),
            Severity.MODERATE,
        ),
        Example(
            "a leap day missed",
            "2027-12-01T10:00+01:00",
            (
                trip("2028-02-20T10:00+01:00", "2028-02-29T22:10+01:00"),
                consent("2028-02-20", "2028-02-28", "PT"),
            ),
            Severity.MODERATE,
        ),
        Example(
            "the last second",
            "2027-06-01T10:00+02:00",
            (
                trip("2027-08-01T10:00+02:00", "2027-08-15T23:59:59+02:00"),
                consent("2027-08-01", "2027-08-15", "PT"),
            ),
            None,
        ),
        Example(
            "midnight is outside",
            "2027-06-01T10:00+02:00",
            (
                trip("2027-08-01T10:00+02:00", "2027-08-16T00:00:00+02:00"),
                consent("2027-08-01", "2027-08-15", "PT"),
            ),
            Severity.LOW,
        ),
        Example(
            "a leap day covered",
            "2027-12-01T10:00+01:00",
            (
                trip("2028-02-20T10:00+01:00", "2028-02-29T22:10+01:00"),
                consent("2028-02-20", "2028-02-29", "PT"),
            ),
            None,
        ),
        Example(
            "a day of 25 hours",
            "2026-10-01T10:00+02:00",
            (
                trip("2026-10-20T10:00+02:00", "2026-10-25T23:30+01:00"),
                consent("2026-10-20", "2026-10-25", "PT"),
            ),
            None,
        ),
        Example(
            "a day of 23 hours",
            "2027-03-01T10:00+01:00",
            (
                trip("2027-03-20T10:00+01:00", "2027-03-28T23:30+02:00"),
                consent("2027-03-20", "2027-03-28", "PT"),
            ),
            None,
        ),
        Example(
            "no return date",
            "2027-06-01T10:00+02:00",
            (trip("2027-08-01T10:00+02:00", None), consent("2027-08-01", "2027-08-15", "PT")),
            Severity.HIGH,
        ),
    ),
)
