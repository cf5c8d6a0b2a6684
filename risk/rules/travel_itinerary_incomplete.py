"""Key travel details are missing three days before departure. What the centre keeps for a protected parent is present."""

from datetime import timedelta

from risk.because import QUIET, fires, unknown
from risk.case import Case
from risk.examples import COMPLETE, trip
from risk.facts import Trip
from risk.rule import FLIGHT_FROM_VIOLENCE, Example, Sign, each, travelling, words
from risk.values import Category, Known, Severity, Verdict, Words

LOOK = timedelta(hours=72)
NEAR = timedelta(hours=48)
MANY = 3
NAMES: dict[str, Words] = {
    "address": words("verblijfadres", "adresse du séjour", "Aufenthaltsadresse", "stay address"),
    "phone": words("telefoonnummer", "numéro de téléphone", "Telefonnummer", "phone number"),
    "carrier": words(
        "vervoerder en nummer", "transporteur et numéro", "Beförderer und Nummer", "carrier and number"
    ),
    "return_details": words(
        "gegevens van de terugreis", "détails du retour", "Angaben zur Rückreise", "return details"
    ),
}


def condition(case: Case, trip: Trip) -> Verdict:
    on_file = {name: getattr(trip.details, name) for name in NAMES}
    if trip.details.held_by_centre or all(on_file.values()) or not case.clock.reached(trip.depart_at - LOOK):
        return QUIET
    unsaid = tuple(f"trip.details.{name}" for name, there in on_file.items() if there is None)
    lacking = tuple(NAMES[name] for name, there in on_file.items() if there is False)
    if not lacking:
        return unknown(*unsaid)
    return fires(f"trip:{trip.id}:details", unsaid, dep=trip.depart_at, missing=lacking)


def severity(case: Case, trip: Trip) -> Severity:
    absent = sum(1 for name in NAMES if not getattr(trip.details, name))
    if absent >= MANY and case.clock.reached(trip.depart_at - NEAR):
        return Severity.MODERATE
    return Severity.LOW


RULE = Sign(
    id="travel_itinerary_incomplete",
    title=words(
        "Reisgegevens ontbreken 72 uur voor vertrek",
        "Détails du voyage manquants 72 h avant le départ",
        "Reiseangaben fehlen 72 Stunden vor der Abreise",
        "Key travel details missing 72 hours before departure",
    ),
    category=Category.TRAVEL,
    version=1,
    over=travelling,
    condition=condition,
    severity=severity,
    why=words(
        "Route, adres en telefoonnummer kennen is de eerste voorzorg bij elke reis.",
        "Connaître l'itinéraire, l'adresse et le téléphone est la première précaution pour tout voyage.",
        "Strecke, Adresse und Telefonnummer zu kennen ist die erste Vorsorge bei jeder Reise.",
        "Knowing route, address and telephone number is the first precaution for any trip.",
    ),
    explanation=words(
        "Voor het vertrek op {dep} ontbreekt nog: {missing}.",
        "Avant le départ le {dep}, il manque encore : {missing}.",
        "Vor der Abreise am {dep} fehlt noch: {missing}.",
        "Before departure on {dep} we still miss: {missing}.",
    ),
    innocent=(
        *each(
            (
                "Het hotel is nog niet geboekt.",
                "L'hôtel n'est pas encore réservé.",
                "Das Hotel ist noch nicht gebucht.",
                "The hotel is not booked yet.",
            ),
            (
                "Verblijf bij vrienden.",
                "Séjour chez des amis.",
                "Aufenthalt bei Freunden.",
                "Staying with friends.",
            ),
            (
                "De ouder deelt het adres liever niet.",
                "Le parent préfère ne pas partager l'adresse.",
                "Der Elternteil teilt die Adresse ungern mit.",
                "The parent dislikes sharing the address.",
            ),
        ),
        FLIGHT_FROM_VIOLENCE,
    ),
    steps=each(
        ("Stuur een herinnering.", "Envoyer un rappel.", "Eine Erinnerung senden.", "Send a reminder."),
        (
            "Bij geweld: aanvaard dat alleen het centrum het adres krijgt.",
            "En cas de violence : accepter une communication réservée au centre.",
            "Bei Gewalt: eine Mitteilung nur an das Zentrum annehmen.",
            "Where there is violence: accept disclosure to the centre only.",
        ),
    ),
    sources=("U8(itinerary)", "CF-form"),
    active_for=words("tot ingevuld", "jusqu'à ce que ce soit complété", "bis zur Ergänzung", "until filled"),
    mitigators=("M05", "M10"),
    as_written=frozenset({"M10"}),
    examples=(
        Example(
            "the address, 48 hours before",
            "2027-04-29T09:00+02:00",
            (
                trip(
                    "2027-05-01T09:00+02:00", "2027-05-08T09:00+02:00", details=COMPLETE | {"address": False}
                ),
            ),
            Severity.LOW,
        ),
        Example(
            "three of four, 45 hours before",
            "2027-04-29T12:00+02:00",
            (
                trip(
                    "2027-05-01T09:00+02:00",
                    "2027-05-08T09:00+02:00",
                    details={"address": False, "phone": False, "carrier": True, "return": False},
                ),
            ),
            Severity.MODERATE,
        ),
        Example(
            "73 hours before",
            "2027-04-28T08:00+02:00",
            (
                trip(
                    "2027-05-01T09:00+02:00", "2027-05-08T09:00+02:00", details=COMPLETE | {"address": False}
                ),
            ),
            None,
        ),
        Example(
            "exactly 72 hours before",
            "2027-04-28T09:00+02:00",
            (
                trip(
                    "2027-05-01T09:00+02:00", "2027-05-08T09:00+02:00", details=COMPLETE | {"address": False}
                ),
            ),
            Severity.LOW,
        ),
        Example(
            "held by the centre",
            "2027-04-29T12:00+02:00",
            (
                trip(
                    "2027-05-01T09:00+02:00",
                    "2027-05-08T09:00+02:00",
                    details={"address": False, "phone": False, "held_by_centre": True},
                ),
            ),
            None,
        ),
        Example(
            "nobody has said what is on file",
            "2027-04-29T12:00+02:00",
            (trip("2027-05-01T09:00+02:00", "2027-05-08T09:00+02:00", details={}),),
            Known.UNKNOWN,
        ),
    ),
)
