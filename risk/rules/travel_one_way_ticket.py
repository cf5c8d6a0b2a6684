"""The booking takes the child out and not back. The adult's own ticket says nothing about the child's."""

from risk.because import QUIET, all_of, fires, unknown
from risk.case import Case
from risk.examples import consent, event, trip
from risk.facts import Trip
from risk.rule import FLIGHT_FROM_VIOLENCE, Example, Sign, each, travelling, words
from risk.treaties import Regime
from risk.values import Category, Known, Severity, Verdict


def condition(case: Case, trip: Trip) -> Verdict:
    if trip.mode == "car" or case.court_permission(trip):
        return QUIET
    if trip.tickets is None:
        return unknown("trip.tickets")
    way_back = trip.tickets.child_return
    stop = all_of(
        (trip.tickets.child_out, "trip.tickets.child_out"),
        (None if way_back is None else not way_back, "trip.tickets.child_return"),
    )
    return stop or fires(f"trip:{trip.id}:booking", child=trip.children, dep=trip.depart_at)


def severity(case: Case, trip: Trip) -> Severity:
    near = case.regimes(trip) <= {Regime.BRUSSELS_IIB}
    return Severity.MODERATE if near and case.full_consent(trip) else Severity.HIGH


RULE = Sign(
    id="travel_one_way_ticket",
    title=words(
        "Geen terugreis voor het kind in de boeking",
        "Pas de retour pour l'enfant dans la réservation",
        "Keine Rückreise für das Kind in der Buchung",
        "No way back for the child in the booking",
    ),
    category=Category.TRAVEL,
    version=1,
    over=travelling,
    condition=condition,
    severity=severity,
    why=words(
        "Een boeking is een daad. In elke gepubliceerde lijst wegen daden zwaarder dan kenmerken van een persoon.",
        "Une réservation est un acte. Dans toutes les listes publiées, les actes pèsent plus que les profils.",
        "Eine Buchung ist eine Handlung. In jeder veröffentlichten Liste wiegen Handlungen schwerer als Merkmale.",
        "A booking is an act. In every published list acts weigh more than anything about the person.",
    ),
    explanation=words(
        "In de boeking vertrekt {child} op {dep}; er staat geen terugreis voor {child} in.",
        "La réservation prévoit le départ de {child} le {dep}, mais aucun retour pour {child}.",
        "Laut Buchung reist {child} am {dep} ab; eine Rückreise für {child} ist nicht enthalten.",
        "The booking shows {child} leaving on {dep} but no return journey for {child}.",
    ),
    innocent=(
        *each(
            (
                "De terugreis is apart gekocht of met punten betaald.",
                "Le retour a été acheté à part ou avec des points.",
                "Die Rückreise wurde getrennt oder mit Punkten gekauft.",
                "The return was bought separately or with points.",
            ),
            (
                "Twee losse tickets bij twee maatschappijen.",
                "Deux billets séparés chez deux transporteurs.",
                "Zwei getrennte Tickets bei zwei Gesellschaften.",
                "Two separate tickets with two carriers.",
            ),
            (
                "Het ticket wordt nog gekocht.",
                "Le billet doit encore être acheté.",
                "Das Ticket wird noch gekauft.",
                "The ticket is still being bought.",
            ),
            (
                "Terug met de auto.",
                "Retour en voiture.",
                "Rückfahrt mit dem Auto.",
                "The way back is by car.",
            ),
        ),
        FLIGHT_FROM_VIOLENCE,
    ),
    steps=each(
        (
            "Vraag de boeking van de terugreis van het kind.",
            "Demander la réservation du retour de l'enfant.",
            "Nach der Buchung der Rückreise des Kindes fragen.",
            "Ask for the return booking of the child.",
        ),
        (
            "Leid niets af uit het ticket van de volwassene.",
            "Ne rien déduire du billet de l'adulte.",
            "Aus dem Ticket des Erwachsenen nichts ableiten.",
            "Do not infer anything from the adult's ticket.",
        ),
    ),
    sources=("U7(3)", "DOS-7", "OJ1"),
    active_for=words(
        "tot een terugreis genoteerd is",
        "jusqu'à ce qu'un retour soit enregistré",
        "bis eine Rückreise eingetragen ist",
        "until a return leg is recorded",
    ),
    mitigators=("M01", "M03"),
    examples=(
        Example(
            "to Canada, no return for the child",
            "2027-01-20T10:00+01:00",
            (trip("2027-02-12T10:00+01:00", None, "CA", tickets={"child_out": True, "child_return": False}),),
            Severity.HIGH,
        ),
        Example(
            "the adult has a return, the child has not",
            "2027-01-20T10:00+01:00",
            (
                trip(
                    "2027-02-12T10:00+01:00",
                    "2027-02-26T10:00+01:00",
                    "CA",
                    tickets={"child_out": True, "child_return": False},
                ),
            ),
            Severity.HIGH,
        ),
        Example(
            "to Canada with a permission for everything: one level lower (M01)",
            "2027-01-20T10:00+01:00",
            (
                trip(
                    "2027-02-12T10:00+01:00",
                    "2027-02-26T10:00+01:00",
                    "CA",
                    tickets={"child_out": True, "child_return": False},
                ),
                consent("2027-02-12", "2027-02-26", "CA"),
            ),
            Severity.MODERATE,
        ),
        Example(
            "two one-way tickets with two carriers, the child on both",
            "2027-01-20T10:00+01:00",
            (trip("2027-02-12T10:00+01:00", "2027-02-26T10:00+01:00", "CA"),),
            None,
        ),
        Example(
            "own car to Spain",
            "2027-01-20T10:00+01:00",
            (trip("2027-02-12T10:00+01:00", "2027-02-26T10:00+01:00", "ES", tickets=None, mode="car"),),
            None,
        ),
        Example(
            "a move to Ireland that the court allowed",
            "2027-01-20T10:00+01:00",
            (
                trip(
                    "2027-02-12T10:00+01:00", None, "IE", tickets={"child_out": True, "child_return": False}
                ),
                event("2027-01-10T10:00+01:00", "court_measure", kind="travel_permission", countries=["IE"]),
            ),
            None,
        ),
        Example(
            "by air, nobody has said what is booked",
            "2027-01-20T10:00+01:00",
            (trip("2027-02-12T10:00+01:00", "2027-02-26T10:00+01:00", "CA", tickets=None),),
            Known.UNKNOWN,
        ),
    ),
)
