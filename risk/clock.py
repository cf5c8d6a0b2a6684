"""The only way a rule can ask what time it is, so that nobody has to remember when to look again.

Every question that is answered "not yet" notes the first moment at which the answer becomes "yes". A rule is a
function of the record and of these answers; while none of them flips, nothing can change. The earliest noted
moment is therefore exactly when the family must be looked at again, for any rule anyone will ever write.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Brussels")
INSTANT = datetime.resolution  # one microsecond: the first moment after a strict bound


def midnight(day: date, zone: ZoneInfo = ZONE) -> datetime:
    """The instant (UTC) at which a civil day begins there."""
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)


def civil_day(instant: datetime) -> date:
    """The day it is in Brussels at that instant."""
    return instant.astimezone(ZONE).date()


def after_months(day: date, months: int) -> date:
    """Month arithmetic that clamps to the end of the month (31 March + 11 months = 28 February)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


class Clock:
    """Answers questions about one instant and remembers when an answer will change."""

    __slots__ = ("_now", "next_at")

    def __init__(self, now: datetime) -> None:
        self._now = now.astimezone(UTC)
        self.next_at: datetime | None = None

    def reached(self, instant: datetime) -> bool:
        """Inclusive: true from `instant` itself."""
        return self._now >= instant or self._not_yet(instant)

    def past(self, instant: datetime) -> bool:
        """Strict: false at `instant` itself, true right after."""
        return self._now > instant or self._not_yet(instant + INSTANT)

    def day_reached(self, day: date) -> bool:
        """True from 00:00 Brussels time on that civil day."""
        return self.reached(midnight(day))

    def day_past(self, day: date) -> bool:
        """True from 00:00 Brussels time on the next civil day."""
        return self.reached(midnight(day + timedelta(days=1)))

    def _not_yet(self, instant: datetime) -> bool:
        moment = instant.astimezone(UTC)
        if self.next_at is None or moment < self.next_at:
            self.next_at = moment
        return False
