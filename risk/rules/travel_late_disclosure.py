"""A trip entered later than the agreed notice. Notice is counted in civil days, so clock changes do not matter."""

from datetime import timedelta

from risk.because import QUIET, fires
from risk.case import Case
from risk.clock import civil_day
from risk.examples import trip
from risk.facts import Trip
from risk.rule import FLIGHT_FROM_VIOLENCE, Example, Sign, each, travelling, words
from risk.values import Category, Severity, Verdict

USUAL_NOTICE = 7
VERY_LATE = timedelta(hours=72)


def condition(case: Case, trip: Trip) -> Verdict:
    agreed = case.facts.family.notice_days
    notice = USUAL_NOTICE if agreed is None else agreed
    days = (civil_day(trip.depart_at) - civil_day(case.first_recorded(trip))).days
    if days >= notice:
        return QUIET
    return fires(
        f"trip:{trip.id}:request",
        countries=case.countries(trip),
        dep=trip.depart_at,
        n=max(days, 0),
        notice=notice,
    )


def severity(case: Case, trip: Trip) -> Severity:
    very_late = trip.depart_at - case.first_recorded(trip) < VERY_LATE
    return Severity.MODERATE if very_late else Severity.LOW


RULE = Sign(
    id="travel_late_disclosure",
    title=words(
        "Reis later gemeld dan afgesproken",
        "Voyage annoncé plus tard que convenu",
        "Reise später gemeldet als vereinbart",
        "Trip disclosed later than the agreed notice",
    ),
    category=Category.TRAVEL,
    version=1,
    over=travelling,
    condition=condition,
    severity=severity,
    gated=True,
    why=words(
        "Openheid beschermt. Een heel late melding laat geen tijd om de rechter iets te vragen.",
        "La transparence protège. Une annonce très tardive ne laisse pas le temps de saisir le juge.",
        "Offenheit schützt. Eine sehr späte Meldung lässt keine Zeit, das Gericht zu fragen.",
        "Openness protects. Very late notice leaves no time to ask a court.",
    ),
    explanation=words(
        "De reis naar {countries} met vertrek op {dep} werd {n} dagen vooraf ingevoerd; afgesproken zijn {notice} dagen.",
        "Le voyage ({countries}) avec départ le {dep} a été introduit {n} jours à l'avance ; le délai convenu est de {notice} jours.",
        "Die Reise ({countries}) mit Abreise am {dep} wurde {n} Tage vorher eingetragen; vereinbart sind {notice} Tage.",
        "The trip to {countries} starting {dep} was entered {n} days before departure; the agreed notice is {notice} days.",
    ),
    innocent=(
        *each(
            (
                "Een noodgeval of een begrafenis in de familie.",
                "Une urgence familiale ou des funérailles.",
                "Ein Notfall oder eine Beerdigung in der Familie.",
                "A family emergency or a funeral.",
            ),
            (
                "Een lastminuteaanbod.",
                "Une offre de dernière minute.",
                "Ein Last-Minute-Angebot.",
                "A last-minute fare.",
            ),
            (
                "De andere ouder wist het al langs een andere weg.",
                "L'autre parent le savait déjà par une autre voie.",
                "Der andere Elternteil wusste es schon auf anderem Weg.",
                "The other parent was told elsewhere.",
            ),
        ),
        FLIGHT_FROM_VIOLENCE,
    ),
    steps=each(
        ("Vraag de reden.", "Demander la raison.", "Nach dem Grund fragen.", "Ask for the reason."),
        (
            "Kijk na of de termijn in het vonnis of het akkoord staat.",
            "Vérifier si le délai figure dans le jugement ou l'accord.",
            "Prüfen, ob die Frist im Urteil oder in der Vereinbarung steht.",
            "Check whether the notice term is in the judgment or agreement.",
        ),
    ),
    sources=("POLICY", "U8(itinerary)"),
    active_for=words(
        "tot de reis voorbij is",
        "jusqu'à la fin du voyage",
        "bis die Reise vorbei ist",
        "until the trip ends",
    ),
    mitigators=("M05", "M09"),
    examples=(
        Example(
            "six days",
            "2026-12-14T08:00+01:00",
            (trip("2026-12-20T08:00+01:00", "2026-12-27T08:00+01:00", at="2026-12-14T08:00+01:00"),),
            Severity.LOW,
        ),
        Example(
            "44 hours",
            "2026-12-18T12:00+01:00",
            (trip("2026-12-20T08:00+01:00", "2026-12-27T08:00+01:00", at="2026-12-18T12:00+01:00"),),
            Severity.MODERATE,
        ),
        Example(
            "seven days",
            "2026-12-13T08:00+01:00",
            (trip("2026-12-20T08:00+01:00", "2026-12-27T08:00+01:00", at="2026-12-13T08:00+01:00"),),
            None,
        ),
        Example(
            "seven civil days over the clock change, although only 167 hours",
            "2027-03-23T08:00+01:00",
            (trip("2027-03-30T08:00+02:00", "2027-04-05T08:00+02:00", at="2027-03-23T08:00+01:00"),),
            None,
        ),
    ),
)
