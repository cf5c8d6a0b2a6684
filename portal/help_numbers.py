"""The numbers of the help page: read seldom, kept in the process, and there without a database too.

Nobody who is in need waits for a database: after a second, or when it fails, what was last read counts, else what ships.
"""

import asyncio
from datetime import datetime, timedelta

import structlog

from mediation.help_contact import Contact
from mediation.usecases import help_contact
from parenting_plans.values import ZONE
from portal.database import Database

log = structlog.get_logger()

KEPT = timedelta(minutes=1)
ASK_AGAIN = timedelta(seconds=15)  # after the database did not answer
LONGEST_WAIT = 1.0  # seconds


class HelpNumbers:
    """One for each process. What somebody notes elsewhere counts here within a minute."""

    def __init__(self, longest_wait: float = LONGEST_WAIT) -> None:
        self._longest_wait = longest_wait
        self._known: tuple[Contact, ...] | None = None
        self._good_until: datetime | None = None

    async def at(self, now: datetime, database: Database) -> tuple[Contact, ...]:
        """Never fails and never waits long."""
        if self._good_until is None or not self._good_until - KEPT <= now < self._good_until:
            self._good_until = now + ASK_AGAIN  # who comes meanwhile does not wait too
            read = await self._read(now, database)
            if read is not None:
                self._known, self._good_until = read, now + KEPT
        return help_contact.shipped(now.astimezone(ZONE).date()) if self._known is None else self._known

    def forget(self) -> None:
        """Ask the database at the next request."""
        self._good_until = None

    async def _read(self, now: datetime, database: Database) -> tuple[Contact, ...] | None:
        async def read() -> tuple[Contact, ...]:
            async with database.reading() as session:
                return await help_contact.counting(session, now.astimezone(ZONE).date())

        try:
            return await asyncio.wait_for(read(), self._longest_wait)
        except Exception as failed:  # noqa: BLE001  # whatever keeps the database away, the numbers are there
            log.warning("help.without_database", kind=type(failed).__name__)
            return None
