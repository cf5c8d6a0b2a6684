"""A stay in a country with no return treaty with Belgium: it tells a consequence, never an intention."""

from risk.because import QUIET, fires
from risk.case import Case
from risk.clock import civil_day
from risk.examples import consent, trip
from risk.facts import Trip
from risk.rule import FLIGHT_FROM_VIOLENCE, Example, Sign, each, travelling, words
from risk.treaties import Regime, regime
from risk.values import Category, Severity, Verdict


def condition(case: Case, trip: Trip) -> Verdict:
    day = civil_day(trip.depart_at)
    without = tuple(sorted(code for code in case.countries(trip) if regime(code, day) is Regime.NONE))
    if not without:
        return QUIET
    return fires(
        f"treaty:{'+'.join(without)}", country=without, child=trip.children, traveller=trip.traveller
    )


def severity(case: Case, trip: Trip) -> Severity:
    settled = case.full_consent(trip) or case.court_permission(trip)
    return Severity.INFO if settled else Severity.MODERATE


RULE = Sign(
    id="travel_destination_no_return_treaty",
    title=words(
        "Verblijf in een land zonder terugkeerverdrag met België",
        "Séjour dans un pays sans traité de retour avec la Belgique",
        "Aufenthalt in einem Land ohne Rückgabevertrag mit Belgien",
        "Stay in a country with no return treaty with Belgium",
    ),
    category=Category.TRAVEL,
    version=1,
    over=travelling,
    condition=condition,
    severity=severity,
    why=words(
        "Dit gaat over hoe moeilijk een terugkeer zou zijn, niet over de ouder. De meeste ontvoeringen gebeuren naar buurlanden in de EU.",
        "Il s'agit de la difficulté d'un retour, pas du parent. La plupart des enlèvements ont lieu vers des pays voisins de l'UE.",
        "Es geht darum, wie schwierig eine Rückkehr wäre, nicht um den Elternteil. Die meisten Entführungen führen in nahe EU-Staaten.",
        "This is about how difficult a return would be, not about the parent. Most abductions go to nearby EU States.",
    ),
    explanation=words(
        "{country} staat niet op de lijst van het Haags Verdrag van 1980. Als {child} niet terug zou komen, is er geen verdragsprocedure; de FOD Buitenlandse Zaken is dan het aanspreekpunt. Dit zegt niets over de bedoelingen van {traveller}.",
        "{country} ne figure pas parmi les parties à la Convention de La Haye de 1980. Si {child} ne revenait pas, il n'y aurait pas de procédure conventionnelle ; le SPF Affaires étrangères serait le point de contact. Cela ne dit rien des intentions de {traveller}.",
        "{country} ist nicht als Vertragsstaat des Haager Übereinkommens von 1980 aufgeführt. Käme {child} nicht zurück, gäbe es kein Vertragsverfahren; Ansprechpartner wäre der FÖD Auswärtige Angelegenheiten. Das sagt nichts über die Absichten von {traveller}.",
        "{country} is not listed as a party to the 1980 Hague Convention. If {child} were not brought back, there would be no treaty procedure; FPS Foreign Affairs would be the contact. This says nothing about {traveller}'s intentions.",
    ),
    innocent=(
        *each(
            (
                "De gegevens over het land zijn verouderd.",
                "Les données sur le pays ne sont plus à jour.",
                "Die Angaben zum Land sind veraltet.",
                "The country data are out of date.",
            ),
            (
                "Een gewone vakantie of een bezoek aan familie.",
                "Des vacances ordinaires ou une visite à la famille.",
                "Ein gewöhnlicher Urlaub oder Familienbesuch.",
                "An ordinary holiday or family visit.",
            ),
        ),
        FLIGHT_FROM_VIOLENCE,
    ),
    steps=each(
        (
            "Leg aan beide ouders uit welke middelen er bestaan.",
            "Expliquer aux deux parents quels recours existent.",
            "Beiden Eltern erklären, welche Rechtsmittel es gibt.",
            "Tell both parents which remedies exist.",
        ),
        (
            "Bied schriftelijke afspraken, een korter verblijf of een contactplan aan.",
            "Proposer des engagements écrits, un séjour plus court ou un plan de contact.",
            "Schriftliche Zusagen, einen kürzeren Aufenthalt oder einen Kontaktplan anbieten.",
            "Offer undertakings, a shorter stay or a contact plan.",
        ),
    ),
    sources=("U7(8)", "CSV", "FPSFA", "CF-stat", "IKO-2024"),
    active_for=words(
        "tot de reis voorbij is",
        "jusqu'à la fin du voyage",
        "bis die Reise vorbei ist",
        "until the trip ends",
    ),
    mitigators=("M01", "M02", "M03", "M05", "M07"),
    examples=(
        Example(
            "Algeria with a permission for everything",
            "2027-06-01T10:00+02:00",
            (
                trip("2027-07-05T10:00+02:00", "2027-07-12T18:00+02:00", "DZ"),
                consent("2027-07-05", "2027-07-12", "DZ"),
            ),
            Severity.INFO,
        ),
        Example(
            "the Emirates without one",
            "2027-01-05T10:00+01:00",
            (trip("2027-02-12T10:00+01:00", "2027-02-20T18:00+01:00", "AE"),),
            Severity.MODERATE,
        ),
        Example(
            "Türkiye has ratified",
            "2027-06-01T10:00+02:00",
            (trip("2027-07-05T10:00+02:00", "2027-07-12T18:00+02:00", "TR"),),
            None,
        ),
        Example(
            "three hours airside in Doha",
            "2027-06-01T10:00+02:00",
            (
                trip(
                    "2027-07-05T10:00+02:00",
                    "2027-07-12T18:00+02:00",
                    "JP",
                    transits=[{"country": "QA", "hours": 3, "landside": False, "through_ticket": True}],
                ),
            ),
            None,
        ),
        Example(
            "Poland",
            "2027-06-01T10:00+02:00",
            (trip("2027-07-05T10:00+02:00", "2027-07-12T18:00+02:00", "PL"),),
            None,
        ),
    ),
)
