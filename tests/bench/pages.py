"""Which pages are looked at, by whom."""

from mediation.people import Person
from tests.bench.town import Household


def of_parent(house: Household) -> dict[str, str]:
    here = f"/f/{house.id}"
    return {
        "today": f"{here}/today",
        "plan": f"{here}/plan",
        "calendar": f"{here}/calendar",
        "trips": f"{here}/trips",
        "one trip": f"{here}/trips/{house.trips[0]}",
        "handovers": f"{here}/handovers",
        "family": f"{here}/family",
        "steps": f"{here}/steps",
        "devices": f"{here}/calendar/devices",
        "settings": "/settings",
        "API trips": f"/api/families/{house.id}/trips",
        "API plan": f"/api/families/{house.id}/plan/versions",
    }


def of_mediator(house: Household) -> dict[str, str]:
    return {
        "my day": "/my-day",
        "overview": f"/f/{house.id}/overview",
        "appointments": f"/f/{house.id}/appointments",
    }


def of_centre(_house: Household) -> dict[str, str]:
    return {"desk": "/desk", "openings": "/openings"}


def all_of(house: Household) -> list[tuple[Person, str, str]]:
    """Every page as (who looks, its name, its path)."""
    lists = ((house.couple.ana, of_parent), (house.mia, of_mediator), (house.nora, of_centre))
    return [(who, name, path) for who, pages in lists for name, path in pages(house).items()]
