"""The planned return lies after the end of the traveller's own time with the child."""

from datetime import timedelta

from risk.because import QUIET, fires, unknown
from risk.case import Case
from risk.examples import trip, with_a
from risk.facts import Trip
from risk.rule import FLIGHT_FROM_VIOLENCE, Example, Sign, each, travelling, words
from risk.values import Category, Known, Severity, Verdict

SHORT = timedelta(hours=24)
LONG = timedelta(days=7)
APRIL = with_a("2027-04-02T18:00+02:00", "2027-04-16T18:00+02:00")


def overrun(case: Case, trip: Trip) -> timedelta | None:
    """Elapsed time between the end of the traveller's own time and the planned return; negative when in time."""
    end = case.own_time_ends(trip)
    if end is None or trip.return_at is None:
        return None
    return trip.return_at - end


def condition(case: Case, trip: Trip) -> Verdict:
    if trip.both_parents:
        return QUIET
    over = overrun(case, trip)
    end = case.own_time_ends(trip)
    if over is None:
        facts = (("trip.return_at", trip.return_at), ("family.custody_periods", end))
        return unknown(*(name for name, fact in facts if fact is None))
    if over <= timedelta(0):
        return QUIET
    return fires(f"trip:{trip.id}:return", ret=trip.return_at, overrun=over, end=end)


def severity(case: Case, trip: Trip) -> Severity:
    over = overrun(case, trip) or timedelta(0)
    if over > LONG:
        return Severity.HIGH
    return Severity.MODERATE if over > SHORT else Severity.LOW


RULE = Sign(
    id="travel_return_after_custody_end",
    title=words(
        "Terugkeer gepland na de eigen periode van de reizende ouder",
        "Retour prévu après la période du parent qui voyage",
        "Rückkehr nach der eigenen Zeit des reisenden Elternteils geplant",
        "Planned return after the traveller's own time with the child",
    ),
    category=Category.TRAVEL,
    version=1,
    over=travelling,
    condition=condition,
    severity=severity,
    why=words(
        "De reis loopt over de afgesproken verdeling heen. Een lange overschrijding lijkt op achterhouden.",
        "Le voyage dépasse la répartition convenue. Un long dépassement ressemble à une rétention.",
        "Die Reise geht über die vereinbarte Aufteilung hinaus. Eine lange Überschreitung ähnelt einem Zurückhalten.",
        "The trip runs past the agreed schedule. A long overrun resembles keeping the child.",
    ),
    explanation=words(
        "De terugkeer is gepland op {ret}, {overrun} na het einde van de eigen periode ({end}).",
        "Le retour est prévu le {ret}, {overrun} après la fin de la période du parent ({end}).",
        "Die Rückkehr ist am {ret} geplant, {overrun} nach dem Ende der eigenen Zeit ({end}).",
        "Return is planned on {ret}, {overrun} after the traveller's own time ends ({end}).",
    ),
    innocent=(
        *each(
            ("Vluchturen.", "Les horaires de vol.", "Flugzeiten.", "Flight schedules."),
            (
                "De vakantiekalender is verkeerd gelezen.",
                "Le calendrier des vacances a été mal lu.",
                "Der Ferienkalender wurde falsch gelesen.",
                "The holiday calendar was misread.",
            ),
            (
                "Een mondelinge ruil.",
                "Un échange convenu oralement.",
                "Ein mündlicher Tausch.",
                "A verbal swap.",
            ),
        ),
        FLIGHT_FROM_VIOLENCE,
    ),
    steps=each(
        ("Stel een ruil voor.", "Proposer un échange.", "Einen Tausch vorschlagen.", "Propose a swap."),
        (
            "Toon precies welke uren overlappen.",
            "Montrer exactement les heures qui se chevauchent.",
            "Genau zeigen, welche Stunden sich überschneiden.",
            "Point out the exact overlap.",
        ),
    ),
    sources=("U7(5)", "OJ1"),
    active_for=words("tot verbeterd", "jusqu'à correction", "bis zur Berichtigung", "until corrected"),
    mitigators=("M03", "M07"),
    examples=(
        Example(
            "50 hours over",
            "2027-03-01T10:00+01:00",
            (trip("2027-04-05T10:00+02:00", "2027-04-18T20:00+02:00"),),
            Severity.MODERATE,
            APRIL,
        ),
        Example(
            "eleven days over",
            "2027-03-01T10:00+01:00",
            (trip("2027-04-05T10:00+02:00", "2027-04-27T18:00+02:00"),),
            Severity.HIGH,
            APRIL,
        ),
        Example(
            "a minute before",
            "2027-03-01T10:00+01:00",
            (trip("2027-04-05T10:00+02:00", "2027-04-16T17:59+02:00"),),
            None,
            APRIL,
        ),
        Example(
            "exactly at the end",
            "2027-03-01T10:00+01:00",
            (trip("2027-04-05T10:00+02:00", "2027-04-16T18:00+02:00"),),
            None,
            APRIL,
        ),
        Example(
            "a swap both accepted adds the days",
            "2027-04-02T10:00+02:00",
            (trip("2027-04-05T10:00+02:00", "2027-04-18T20:00+02:00"),),
            None,
            {
                "custody_periods": [
                    *APRIL["custody_periods"],
                    {"parent": "A", "from": "2027-04-16T18:00+02:00", "to": "2027-04-19T18:00+02:00"},
                ]
            },
        ),
        Example(
            "nobody recorded whose time it is",
            "2027-03-01T10:00+01:00",
            (trip("2027-04-05T10:00+02:00", "2027-04-18T20:00+02:00"),),
            Known.UNKNOWN,
        ),
    ),
)
