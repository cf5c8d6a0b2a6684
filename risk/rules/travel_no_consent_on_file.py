"""A trip abroad with one parent and no recorded permission. In Belgium that is paperwork, not in itself a warning."""

from datetime import timedelta

from risk.because import QUIET, all_of, fires
from risk.case import Case
from risk.examples import consent, permission, trip, with_a
from risk.facts import Trip
from risk.rule import FLIGHT_FROM_VIOLENCE, Example, Sign, each, travelling, words
from risk.treaties import Regime
from risk.values import Category, Known, Severity, Verdict

NEAR = timedelta(hours=72)
DAY_TRIP = timedelta(hours=24)
NEIGHBOURS = frozenset({"NL", "FR", "LU", "DE"})
WEAK = frozenset({Regime.NONE, Regime.UNVERIFIED})


def condition(case: Case, trip: Trip) -> Verdict:
    other = trip.traveller.other
    if trip.both_parents or trip.school_trip or case.all_named(trip) or case.court_permission(trip):
        return QUIET
    stop = all_of(
        (case.authority(other), "family.parental_authority"),
        (_not_a_day_trip(case, trip), "family.custody_periods"),
    )
    return stop or fires(
        f"consent:{trip.id}",
        _missing(case, trip),
        traveller=trip.traveller,
        child=trip.children,
        countries=case.countries(trip),
        dep=trip.depart_at,
        ret=trip.return_at,
        other=other,
    )


def severity(case: Case, trip: Trip) -> Severity:
    way_back = trip.tickets is not None and trip.tickets.child_return is True
    regimes = case.regimes(trip)
    if (not way_back or regimes & WEAK) and case.clock.reached(trip.depart_at - NEAR):
        return Severity.HIGH
    if regimes <= {Regime.BRUSSELS_IIB} and way_back and case.inside_own_time(trip) is True:
        return Severity.LOW
    return Severity.MODERATE


def _not_a_day_trip(case: Case, trip: Trip) -> bool | None:
    """False for less than 24 hours to a neighbour in one's own time; None when whose time it is is not known."""
    if trip.return_at is None or not set(case.countries(trip)) <= NEIGHBOURS:
        return True
    if trip.return_at - trip.depart_at >= DAY_TRIP:
        return True
    inside = case.inside_own_time(trip)
    return None if inside is None else not inside


def _missing(case: Case, trip: Trip) -> tuple[str, ...]:
    facts = (
        ("trip.return_at", trip.return_at),
        ("trip.tickets", trip.tickets and trip.tickets.child_return),
        ("family.custody_periods", case.own_time(trip.traveller)),
    )
    return tuple(name for name, fact in facts if fact is None)


RULE = Sign(
    id="travel_no_consent_on_file",
    title=words(
        "Reis naar het buitenland met één ouder zonder genoteerd akkoord",
        "Voyage à l'étranger avec un seul parent sans accord enregistré",
        "Auslandsreise mit einem Elternteil ohne eingetragene Zustimmung",
        "Cross-border trip with one parent and no recorded permission",
    ),
    category=Category.TRAVEL,
    version=1,
    over=travelling,
    condition=condition,
    severity=severity,
    why=words(
        "De Belgische wet vraagt geen reisformulier en gaat ervan uit dat de andere ouder akkoord is. Een ontbrekend papier zegt op zich weinig. Het weegt pas zwaar kort voor het vertrek, zonder weg terug.",
        "La loi belge n'exige pas de formulaire de voyage et présume l'accord de l'autre parent. Un papier manquant dit peu en soi. Il ne pèse que juste avant le départ, sans retour prévu.",
        "Das belgische Gesetz verlangt kein Reiseformular und vermutet das Einverständnis des anderen Elternteils. Ein fehlendes Papier sagt für sich wenig. Es wiegt erst kurz vor der Abreise ohne Rückweg.",
        "Belgian law asks for no travel form and presumes that the other parent agrees. A missing paper says little by itself. It weighs only close to departure with no way back.",
    ),
    explanation=words(
        "{traveller} wil met {child} reizen naar {countries}, van {dep} tot {ret}. We vonden geen genoteerd akkoord van {other} en geen toelating van de rechter. De Belgische wet vraagt geen schriftelijk formulier; misschien ontbreekt gewoon een papier.",
        "{traveller} prévoit un voyage avec {child} ({countries}), du {dep} au {ret}. Nous n'avons trouvé ni accord enregistré de {other}, ni autorisation du juge. La loi belge n'exige pas de formulaire écrit : il manque peut-être simplement un papier.",
        "{traveller} plant mit {child} eine Reise ({countries}) vom {dep} bis {ret}. Wir fanden keine eingetragene Zustimmung von {other} und keine Erlaubnis des Gerichts. Das belgische Gesetz verlangt kein schriftliches Formular; vielleicht fehlt nur ein Papier.",
        "{traveller} plans to take {child} to {countries} from {dep} to {ret}. We found no recorded agreement from {other} and no court permission. Belgian law does not require a written form, so this may simply be missing paperwork.",
    ),
    innocent=(
        *each(
            (
                "Een mondeling akkoord of een akkoord per bericht.",
                "Un accord oral ou par message.",
                "Ein mündliches Einverständnis oder eines per Nachricht.",
                "An informal agreement by telephone or message.",
            ),
            (
                "In dit gezin wordt zoiets nooit op papier gezet.",
                "Dans cette famille, on ne l'écrit jamais.",
                "In dieser Familie wird so etwas nie aufgeschrieben.",
                "This family never writes such things down.",
            ),
            (
                "De andere ouder is overleden of heeft geen gezag meer, en het dossier is niet bijgewerkt.",
                "L'autre parent est décédé ou n'a plus l'autorité, et le dossier n'est pas à jour.",
                "Der andere Elternteil ist verstorben oder hat keine elterliche Autorität mehr, und die Akte ist nicht aktuell.",
                "The other parent has died or no longer holds authority, and the file was not updated.",
            ),
        ),
        FLIGHT_FROM_VIOLENCE,
    ),
    steps=each(
        (
            "Vraag de andere ouder in neutrale woorden of die akkoord is.",
            "Demander à l'autre parent, en termes neutres, s'il est d'accord.",
            "Den anderen Elternteil neutral fragen, ob er einverstanden ist.",
            "Ask the other parent, in neutral words, whether they agree.",
        ),
        (
            "Bied het formulier of het akkoord in de toepassing aan.",
            "Proposer le formulaire ou l'accord dans l'application.",
            "Das Formular oder die Zustimmung in der Anwendung anbieten.",
            "Offer the form or the agreement in the application.",
        ),
        (
            "Bij weigering: eerst een gesprek met de bemiddelaar, dan de familierechtbank.",
            "En cas de refus : d'abord un rendez-vous de médiation, puis le tribunal de la famille.",
            "Bei Ablehnung: zuerst ein Vermittlungsgespräch, dann das Familiengericht.",
            "If refused: a mediation meeting first, then the family court.",
        ),
    ),
    sources=("BE373", "COM-form", "CF-form", "U7(3)"),
    active_for=words(
        "tot de reis voorbij is of er een akkoord is",
        "jusqu'à la fin du voyage ou l'accord",
        "bis die Reise vorbei ist oder eine Zustimmung vorliegt",
        "until the trip ends or a consent is recorded",
    ),
    mitigators=("M02", "M03", "M05", "M07"),
    examples=(
        Example(
            "Portugal inside the traveller's own time, with a return flight",
            "2027-06-01T10:00+02:00",
            (trip("2027-07-05T10:00+02:00", "2027-07-12T18:00+02:00"),),
            Severity.LOW,
            with_a("2027-07-02T18:00+02:00", "2027-07-16T18:00+02:00"),
        ),
        Example(
            "Algeria, one way, 48 hours before departure",
            "2027-07-03T10:00+02:00",
            (trip("2027-07-05T10:00+02:00", None, "DZ", tickets={"child_out": True, "child_return": False}),),
            Severity.HIGH,
        ),
        Example(
            "a court permission covers the stay",
            "2027-06-01T10:00+02:00",
            (
                trip("2027-07-05T10:00+02:00", "2027-07-12T18:00+02:00", "DZ"),
                permission("2027-07-01", "2027-07-31", "DZ", at="2027-05-20T09:00+02:00"),
            ),
            None,
        ),
        Example(
            "a day trip to Lille in own time",
            "2027-02-05T10:00+01:00",
            (trip("2027-02-06T09:00+01:00", "2027-02-06T18:00+01:00", "FR"),),
            None,
            with_a("2027-02-05T18:00+01:00", "2027-02-07T18:00+01:00"),
        ),
        Example(
            "the traveller alone holds parental authority",
            "2027-06-01T10:00+02:00",
            (trip("2027-07-05T10:00+02:00", "2027-07-12T18:00+02:00"),),
            None,
            {"parents": [{"id": "A", "parental_authority": True}, {"id": "B", "parental_authority": False}]},
        ),
        Example(
            "a permission names the child",
            "2027-06-01T10:00+02:00",
            (
                trip("2027-07-05T10:00+02:00", "2027-07-12T18:00+02:00"),
                consent("2027-07-05", "2027-07-12", "PT"),
            ),
            None,
        ),
        Example(
            "nobody recorded who holds authority",
            "2027-06-01T10:00+02:00",
            (trip("2027-07-05T10:00+02:00", "2027-07-12T18:00+02:00"),),
            Known.UNKNOWN,
            {"parents": [{"id": "A", "parental_authority": True}, {"id": "B", "parental_authority": None}]},
        ),
        Example(
            "a day trip, but whose time it is nobody recorded",
            "2027-02-05T10:00+01:00",
            (trip("2027-02-06T09:00+01:00", "2027-02-06T18:00+01:00", "FR"),),
            Known.UNKNOWN,
        ),
    ),
)
