"""What may lower a finding by one level, by name. M03, a court's permission, removes what it settles."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from risk.case import GRACE, Case
from risk.clock import after_months, civil_day
from risk.facts import TravelAgreement, Trip
from risk.rule import words
from risk.treaties import expand
from risk.values import Words

REMOVES = "M03"
HISTORY_MONTHS = 36
HISTORY_TRIPS = 3
AGREEMENT_MONTHS = 24
LAST_CONTACTS = 2


@dataclass(frozen=True, slots=True)
class Mitigator:
    code: str
    text: Words
    applies: Callable[[Case, Trip], bool]


def return_proof(case: Case, trip: Trip) -> bool:
    """The child's return leg and a verified restart of work or school at home."""
    way_back = trip.tickets is not None and trip.tickets.child_return is True
    return way_back and any(restart.trip == trip.id for restart in case.facts.restarts)


def consistent_returns(case: Case, trip: Trip) -> bool:
    """Three international trips or more in the last 36 months, each back within the grace."""
    own = [other for other in case.trips if other.traveller is trip.traveller]
    back = [
        (other, at) for other in own if other.id != trip.id and (at := case.returned_at(other)) is not None
    ]
    recent = [
        (other, at)
        for other, at in back
        if not case.clock.day_past(after_months(civil_day(at), HISTORY_MONTHS))
    ]
    dues = [(case.return_due(other), at) for other, at in recent if case.departed_at(other) is not None]
    in_time = all(due is not None and at <= due + GRACE for due, at in dues)
    return len(dues) >= HISTORY_TRIPS and in_time and not any(_overdue(case, other) for other in own)


def mediated_agreement(case: Case, trip: Trip) -> bool:
    """A signed agreement of at most 24 months that covers these countries and this length."""
    return any(_covers(case, agreement, trip) for agreement in case.facts.agreements)


def contact_maintained(case: Case, trip: Trip) -> bool:
    """The last two agreed contacts with the travelling parent took place."""
    own = sorted(
        (c for c in case.facts.contacts if c.parent is trip.traveller), key=lambda contact: contact.at
    )
    return len(own) >= LAST_CONTACTS and all(contact.took_place for contact in own[-LAST_CONTACTS:])


def documented_disruption(case: Case, trip: Trip) -> bool:
    """Proof by a carrier, hospital or authority, and a new time."""
    return any(d.trip == trip.id and d.proof and d.new_at is not None for d in case.facts.disruptions)


def _overdue(case: Case, trip: Trip) -> bool:
    due = case.return_due(trip)
    return case.abroad(trip) is True and due is not None and case.clock.past(due + GRACE)


def _covers(case: Case, agreement: TravelAgreement, trip: Trip) -> bool:
    day = civil_day(trip.depart_at)
    until = trip.return_at
    short = agreement.most_nights is None or (
        until is not None and civil_day(until) - day <= timedelta(days=agreement.most_nights)
    )
    named = not agreement.countries or set(case.countries(trip)) <= expand(agreement.countries, day)
    return short and named and not case.clock.day_past(after_months(agreement.signed_on, AGREEMENT_MONTHS))


_ALL = (
    Mitigator(
        "M01",
        words(
            "Een toestemming dekt het kind, de landen en alle dagen.",
            "Une autorisation couvre l'enfant, les pays et toutes les dates.",
            "Eine Genehmigung deckt das Kind, die Länder und alle Tage.",
            "A consent covers the child, the countries and all dates.",
        ),
        lambda case, trip: case.full_consent(trip),
    ),
    Mitigator(
        "M02",
        words(
            "De terugreis van het kind en de herstart van werk of school zijn bewezen.",
            "Le retour de l'enfant et la reprise du travail ou de l'école sont prouvés.",
            "Rückreise des Kindes und Neubeginn von Arbeit oder Schule sind belegt.",
            "The child's return and the restart of work or school are proven.",
        ),
        return_proof,
    ),
    Mitigator(
        "M03",
        words(
            "De rechter gaf toelating voor deze reis.",
            "Le juge a autorisé ce voyage.",
            "Das Gericht hat diese Reise erlaubt.",
            "A court allowed this trip.",
        ),
        lambda case, trip: case.court_permission(trip),
    ),
    Mitigator(
        "M05",
        words(
            "Eerdere reizen eindigden telkens op tijd.",
            "Les voyages précédents se sont tous terminés à temps.",
            "Frühere Reisen endeten stets rechtzeitig.",
            "Earlier trips all ended in time.",
        ),
        consistent_returns,
    ),
    Mitigator(
        "M07",
        words(
            "Een ondertekend reisakkoord dekt dit soort reis.",
            "Un accord de voyage signé couvre ce type de voyage.",
            "Eine unterschriebene Reisevereinbarung deckt solche Reisen.",
            "A signed travel agreement covers this kind of trip.",
        ),
        mediated_agreement,
    ),
    Mitigator(
        "M08",
        words(
            "De laatste twee afgesproken contacten gingen door.",
            "Les deux derniers contacts convenus ont eu lieu.",
            "Die letzten zwei vereinbarten Kontakte fanden statt.",
            "The last two agreed contacts took place.",
        ),
        contact_maintained,
    ),
    Mitigator(
        "M09",
        words(
            "Een vertraging is bewezen, met een nieuw tijdstip.",
            "Un contretemps est prouvé, avec une nouvelle heure.",
            "Eine Verzögerung ist belegt, mit neuem Zeitpunkt.",
            "A delay is proven, with a new time.",
        ),
        documented_disruption,
    ),
)
MITIGATORS: Mapping[str, Mitigator] = {mitigator.code: mitigator for mitigator in _ALL}
