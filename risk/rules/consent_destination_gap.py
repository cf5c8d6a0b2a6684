"""The plan holds a night in a country the permission does not name. A day visit is not a stay."""

from risk.because import QUIET, fires
from risk.case import Case
from risk.clock import civil_day
from risk.examples import consent, trip
from risk.facts import CountryStay, Trip
from risk.rule import FLIGHT_FROM_VIOLENCE, Example, Sign, each, travelling, words
from risk.treaties import Regime, regime
from risk.values import Category, Severity, Verdict

TREATY = frozenset({Regime.BRUSSELS_IIB, Regime.HAGUE1980_BE})


def outside(case: Case, trip: Trip) -> tuple[CountryStay, ...]:
    """Overnight stays in countries no permission names, the home country excepted. Open-ended stays count."""
    named = case.consented_countries(trip) | {case.facts.family.home_country}
    return tuple(stay for stay in trip.stays if stay.nights != 0 and stay.country not in named)


def condition(case: Case, trip: Trip) -> Verdict:
    consents, stays = case.consents(trip), outside(case, trip)
    if not consents or not stays:
        return QUIET
    return fires(
        f"consent:{trip.id}:countries",
        ("trip.stays.nights",) if any(stay.nights is None for stay in stays) else (),
        consent_countries=sorted({code for consent in consents for code in consent.countries}),
        nights=None
        if any(stay.nights is None for stay in stays)
        else sum(stay.nights or 0 for stay in stays),
        country=sorted({stay.country for stay in stays}),
    )


def severity(case: Case, trip: Trip) -> Severity:
    day = civil_day(trip.depart_at)
    covered = all(regime(stay.country, day) in TREATY for stay in outside(case, trip))
    return Severity.MODERATE if covered else Severity.HIGH


RULE = Sign(
    id="consent_destination_gap",
    title=words(
        "De toestemming noemt een land van verblijf niet",
        "L'autorisation ne couvre pas un pays de séjour",
        "Die Genehmigung nennt ein Aufenthaltsland nicht",
        "Consent does not cover a country of stay",
    ),
    category=Category.CONSENT,
    version=1,
    over=travelling,
    condition=condition,
    severity=severity,
    why=words(
        "Een toestemming geldt voor wat erin staat. Een extra land kan rechtsmiddelen wegnemen.",
        "Une autorisation vaut pour ce qu'elle mentionne. Un pays de plus peut supprimer des recours.",
        "Eine Genehmigung gilt für das, was darin steht. Ein weiteres Land kann Rechtsmittel wegnehmen.",
        "Consent is specific. An extra country may remove remedies.",
    ),
    explanation=words(
        "De toestemming noemt {consent_countries}; in het plan staan nachten ({nights}) in {country}.",
        "L'autorisation mentionne {consent_countries} ; le programme prévoit des nuits ({nights}) : {country}.",
        "Die Genehmigung nennt {consent_countries}; der Plan enthält Nächte ({nights}) in {country}.",
        "The consent names {consent_countries}; the plan includes nights ({nights}) in {country}.",
    ),
    innocent=(
        *each(
            (
                "Een hotel vlak over de grens.",
                "Un hôtel juste de l'autre côté de la frontière.",
                "Ein Hotel gleich hinter der Grenze.",
                "A hotel just over the border.",
            ),
            (
                "Een cruise met tussenstops.",
                "Une croisière avec escales.",
                "Eine Kreuzfahrt mit Zwischenhalten.",
                "A cruise that calls at ports.",
            ),
            (
                "“Schengen” is verkeerd begrepen.",
                "« Schengen » a été mal compris.",
                "„Schengen“ wurde falsch verstanden.",
                "“Schengen” was misunderstood.",
            ),
        ),
        FLIGHT_FROM_VIOLENCE,
    ),
    steps=each(
        (
            "Vraag toestemming voor het extra land.",
            "Demander l'autorisation pour le pays supplémentaire.",
            "Um Genehmigung für das weitere Land bitten.",
            "Request consent for the extra country.",
        ),
    ),
    sources=("POLICY", "CF-form"),
    active_for=words("tot verbeterd", "jusqu'à correction", "bis zur Berichtigung", "until fixed"),
    mitigators=("M03",),
    examples=(
        Example(
            "Spain is named, two nights in Morocco are not",
            "2027-05-12T12:00+02:00",
            (
                trip(
                    "2027-07-01T08:00+02:00",
                    "2027-07-14T21:00+02:00",
                    stays=[{"country": "ES", "nights": 11}, {"country": "MA", "nights": 2}],
                ),
                consent("2027-07-01", "2027-07-15", "ES"),
            ),
            Severity.MODERATE,
        ),
        Example(
            "Schengen does not hold Tunisia",
            "2027-05-12T12:00+02:00",
            (
                trip("2027-07-01T08:00+02:00", "2027-07-14T21:00+02:00", "TN"),
                consent("2027-07-01", "2027-07-15", "SCHENGEN"),
            ),
            Severity.HIGH,
        ),
        Example(
            "nor Cyprus, in the table",
            "2027-05-12T12:00+02:00",
            (
                trip("2027-07-01T08:00+02:00", "2027-07-14T21:00+02:00", "CY"),
                consent("2027-07-01", "2027-07-15", "SCHENGEN"),
            ),
            Severity.MODERATE,
        ),
        Example(
            "Croatia is in it",
            "2027-05-12T12:00+02:00",
            (
                trip("2027-07-01T08:00+02:00", "2027-07-14T21:00+02:00", "HR"),
                consent("2027-07-01", "2027-07-15", "SCHENGEN"),
            ),
            None,
        ),
        Example(
            "a day in Andorra, no night",
            "2027-05-12T12:00+02:00",
            (
                trip(
                    "2027-07-01T08:00+02:00",
                    "2027-07-14T21:00+02:00",
                    stays=[{"country": "ES", "nights": 13}, {"country": "AD", "nights": 0}],
                ),
                consent("2027-07-01", "2027-07-15", "ES"),
            ),
            None,
        ),
    ),
)
