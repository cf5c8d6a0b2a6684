"""When to try again, as a pure function."""

from datetime import datetime, timedelta
from typing import Final

LIMIT: Final = 14
LONGEST: Final = timedelta(hours=6)
SPREAD: Final = 0.25


def next_try(attempts: int, now: datetime, spread: float = 0.0) -> datetime | None:
    """When to try again after `attempts` failures (1 or more): 1, 2, 4 ... minutes, at most 6 hours; None after 14.

    That is a day and a half in all. `spread` (0 to 1) adds up to a quarter, so that what failed together does not come
    back together.
    """
    if attempts >= LIMIT:
        return None
    pause = min(timedelta(minutes=2 ** (attempts - 1)), LONGEST)
    return now + pause * (1 + SPREAD * spread)
