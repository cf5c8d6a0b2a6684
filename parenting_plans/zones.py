"""Which time zones a country has, and the instant of a time as a ticket prints it. Pure.

The zones come from the tables of the IANA time zone database (zone.tab of the tzdata package).
"""

from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

# Countries of our list that the tables leave out: Kosovo has no code of its own there, and nobody lives in the others.
LEFT_OUT = {"XK": ("Europe/Belgrade",), "BV": ("Etc/UTC",), "HM": ("Etc/UTC",)}


@cache
def _by_country() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    table = files("tzdata").joinpath("zoneinfo/zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            found.setdefault(country, []).append(zone)
    return {country: tuple(sorted(zones)) for country, zones in found.items()} | LEFT_OUT


def zones_of(country: str) -> tuple[str, ...]:
    """IANA names by alphabet, at least one for every country that we know; none for any other text."""
    return _by_country().get(country, ())


def only_zone(country: str) -> str:
    """The zone of a country that has one; empty where one must be chosen."""
    zones = zones_of(country)
    return zones[0] if len(zones) == 1 else ""


def exists(wall: datetime, zone: str) -> bool:
    """False for a naive time that the clocks of the zone skip."""
    placed = wall.replace(tzinfo=ZoneInfo(zone), fold=0)
    return placed.astimezone(UTC).astimezone(placed.tzinfo).replace(tzinfo=None, fold=0) == wall.replace(
        fold=0
    )


def placed(wall: datetime, zone: str, not_before: datetime | None = None) -> datetime:
    """The instant, in UTC, of a naive time in the zone. One that comes twice is the first that is not too early."""
    first = wall.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)
    if not_before is None or first >= not_before:
        return first
    return wall.replace(tzinfo=ZoneInfo(zone), fold=1).astimezone(UTC)


def as_printed(at: datetime, zone: str) -> datetime:
    """The naive time on a clock of the zone, to the minute."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0, second=0, microsecond=0)
