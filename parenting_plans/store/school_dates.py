"""What staff noted of the school calendars, for all families: rows are added, never changed."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.errors import ChangedMeanwhile
from parenting_plans.holidays import SchoolHoliday
from parenting_plans.school_dates import Noted
from parenting_plans.store.rows import add, every
from parenting_plans.tables import SchoolDatesRow
from parenting_plans.values import Community


async def school_dates(session: AsyncSession) -> tuple[Noted, ...]:
    """Every row, oldest first (school_dates.newest picks what counts)."""
    rows = select(SchoolDatesRow).order_by(col(SchoolDatesRow.noted_at), col(SchoolDatesRow.number))
    return tuple(_from(row) for row in await every(session, rows))


async def save_school_dates(session: AsyncSession, noted: Noted) -> None:
    """Store one more row. Raises ChangedMeanwhile when somebody noted the row of that number first."""
    row = SchoolDatesRow(
        community=noted.holiday.community.value,
        year=noted.year,
        holiday=noted.holiday.id,
        number=noted.number,
        first=noted.holiday.first,
        last=noted.holiday.last,
        source=noted.holiday.source,
        confidence=noted.holiday.confidence,
        withdrawn=noted.withdrawn,
        noted_by=noted.noted_by,
        noted_at=noted.noted_at,
    )
    await add(session, row, otherwise=ChangedMeanwhile)


def _from(row: SchoolDatesRow) -> Noted:
    community = Community(row.community)
    holiday = SchoolHoliday(row.holiday, community, row.first, row.last, row.source, row.confidence)
    return Noted(holiday, row.year, row.number, row.withdrawn, row.noted_by, row.noted_at)
