"""A gap in the permission for a trip to where no treaty is known to help: unlikely, and hard to undo."""

from operator import attrgetter

from risk.because import fires
from risk.case import Case
from risk.clock import civil_day
from risk.examples import consent, trip
from risk.rule import FLIGHT_FROM_VIOLENCE, Combination, Example, each, words
from risk.treaties import Regime, regime
from risk.values import Category, Finding, Severity, Verdict, Words

GAPS = {
    "travel_no_consent_on_file": Severity.MODERATE,
    "consent_dates_gap": Severity.MODERATE,
    "consent_destination_gap": Severity.INFO,
    "consent_revoked": Severity.INFO,
    "consent_signature_doubt": Severity.INFO,
}
NO_REMEDY = {
    "travel_destination_no_return_treaty": Severity.INFO,
    "travel_destination_treaty_unverified": Severity.INFO,
}
SAID: dict[str, Words] = {
    "travel_no_consent_on_file": words(
        "geen genoteerd akkoord",
        "pas d'accord enregistré",
        "keine eingetragene Zustimmung",
        "no recorded permission",
    ),
    "consent_dates_gap": words(
        "dagen zonder toestemming",
        "des dates non couvertes",
        "nicht gedeckte Tage",
        "dates the consent does not cover",
    ),
    "consent_destination_gap": words(
        "een land zonder toestemming",
        "un pays non couvert",
        "ein nicht gedecktes Land",
        "a country the consent does not name",
    ),
    "consent_revoked": words(
        "een ingetrokken toestemming",
        "une autorisation retirée",
        "eine widerrufene Genehmigung",
        "a withdrawn consent",
    ),
    "consent_signature_doubt": words(
        "twijfel over de handtekening",
        "un doute sur la signature",
        "Zweifel an der Unterschrift",
        "a doubt about the signature",
    ),
}


def condition(case: Case, parts: tuple[Finding, ...]) -> Verdict:
    plan = next(trip for trip in case.trips if trip.id == parts[0].key)
    day = civil_day(plan.depart_at)
    weak = {Regime.NONE, Regime.UNVERIFIED}
    return fires(
        "",
        country=sorted(code for code in case.countries(plan) if regime(code, day) in weak),
        gap=tuple(SAID[part.rule] for part in parts if part.rule in SAID),
    )


def severity(case: Case, parts: tuple[Finding, ...]) -> Severity:  # noqa: ARG001 -- every combination has this shape
    return Severity.HIGH


RULE = Combination(
    id="combo_gap_and_no_remedy",
    title=words(
        "Toestemming onvolledig en geen zekere weg terug in het recht",
        "Autorisation incomplète et pas de recours conventionnel établi",
        "Genehmigung unvollständig und kein gesicherter Vertragsweg zurück",
        "Permission gap and no verified return treaty",
    ),
    category=Category.COMBINATION,
    version=1,
    needs=(GAPS, NO_REMEDY),
    same=attrgetter("key"),
    condition=condition,
    severity=severity,
    why=words(
        "De kans is klein, het gevolg is moeilijk te herstellen.",
        "La probabilité est faible, la conséquence difficile à réparer.",
        "Die Wahrscheinlichkeit ist gering, die Folge schwer umkehrbar.",
        "Low probability, but a consequence that is hard to undo.",
    ),
    explanation=words(
        "Voor de reis naar {country} is er: {gap}. Als er iets misloopt, is er misschien geen verdragsweg terug.",
        "Pour le voyage ({country}), il y a : {gap}. En cas de problème, il n'y a peut-être pas de voie conventionnelle de retour.",
        "Bei der Reise ({country}) gibt es: {gap}. Wenn etwas schiefgeht, gibt es vielleicht keinen Vertragsweg zurück.",
        "The trip to {country} has {gap}; if something went wrong there may be no treaty route back.",
    ),
    innocent=(
        *each(
            (
                "Een gezin dat elkaar vertrouwt, vergat een papier.",
                "Une famille qui se fait confiance a oublié un papier.",
                "Eine Familie, die sich vertraut, hat ein Papier vergessen.",
                "A paperwork slip by a trusting family.",
            ),
        ),
        FLIGHT_FROM_VIOLENCE,
    ),
    steps=each(
        (
            "Leg aan beide ouders uit welke middelen er zijn.",
            "Expliquer les recours aux deux parents.",
            "Beiden Eltern die Rechtsmittel erklären.",
            "Explain the remedies to both parents.",
        ),
        (
            "Los het gat op vóór het vertrek.",
            "Combler la lacune avant le départ.",
            "Die Lücke vor der Abreise schließen.",
            "Solve the gap before departure.",
        ),
    ),
    sources=("U7(8)", "UC7"),
    active_for=words(
        "tot de reis voorbij is",
        "jusqu'à la fin du voyage",
        "bis die Reise vorbei ist",
        "until the trip ends",
    ),
    mitigators=("M03", "M07"),
    examples=(
        Example(
            "the Emirates, no permission",
            "2027-01-05T10:00+01:00",
            (trip("2027-02-12T10:00+01:00", "2027-02-20T18:00+01:00", "AE"),),
            Severity.HIGH,
        ),
        Example(
            "Algeria, the permission ends two days before the return",
            "2027-06-01T10:00+02:00",
            (
                trip("2027-07-05T10:00+02:00", "2027-07-14T18:00+02:00", "DZ"),
                consent("2027-07-05", "2027-07-12", "DZ"),
            ),
            Severity.HIGH,
        ),
        Example(
            "Algeria with a permission for everything",
            "2027-06-01T10:00+02:00",
            (
                trip("2027-07-05T10:00+02:00", "2027-07-12T18:00+02:00", "DZ"),
                consent("2027-07-05", "2027-07-12", "DZ"),
            ),
            None,
        ),
        Example(
            "the United States, two hours short",
            "2027-06-01T10:00+02:00",
            (
                trip("2027-07-05T10:00+02:00", "2027-07-13T02:00+02:00", "US"),
                consent("2027-07-05", "2027-07-12", "US"),
            ),
            None,
        ),
    ),
)
