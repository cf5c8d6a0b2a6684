"""What staff note over the shipped school calendars: what counts, what is refused, and that history stays."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from parenting_plans import school_dates, store
from parenting_plans.errors import ChangedMeanwhile
from parenting_plans.holidays import ORDER, SHIPPED, SchoolHoliday, known_until
from parenting_plans.values import Community
from portal.database import Database

KIM = UUID(int=7)
AT = datetime(2027, 3, 1, 10, tzinfo=UTC)
AUTUMN = SchoolHoliday(
    "autumn", Community.FRENCH, date(2026, 10, 26), date(2026, 11, 8), "Circular 1234", "high"
)


def note(
    *rows: school_dates.Noted, said: SchoolHoliday = AUTUMN, year: int = 2026, withdrawn: bool = False
) -> school_dates.Noted:
    return school_dates.next_row(rows, said, year, by=KIM, now=AT, withdrawn=withdrawn)


def test_the_newest_row_counts_and_a_withdrawn_one_lets_the_shipped_dates_return() -> None:
    first = note()
    second = note(first, said=replace(AUTUMN, last=date(2026, 11, 9)))
    gone = note(first, second, said=second.holiday, withdrawn=True)
    shipped = school_dates.holiday_in(Community.FRENCH, 2026, "autumn", SHIPPED)
    counts = [
        school_dates.holiday_in(Community.FRENCH, 2026, "autumn", school_dates.calendars(rows))
        for rows in ((first,), (second, first), (first, second, gone))
    ]
    assert counts == [AUTUMN, second.holiday, shipped]
    assert [one.number for one in (first, second, gone)] == [1, 2, 3]


def test_a_year_that_nobody_knew_becomes_known() -> None:
    until = known_until(Community.FRENCH)
    assert until is not None
    year = until.year
    autumn = replace(AUTUMN, first=date(year, 10, 25), last=date(year, 11, 5))
    later = known_until(Community.FRENCH, school_dates.calendars([note(said=autumn, year=year)]))
    assert later == autumn.last


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"first": date(2028, 10, 26), "last": date(2028, 11, 8)}, "first"),  # another school year
        ({"last": date(2026, 10, 25)}, "last"),
        ({"last": date(2026, 12, 20)}, "last"),  # too long
        ({"first": date(2026, 12, 20), "last": date(2026, 12, 28)}, "first"),  # in the Christmas holiday
        ({"first": date(2027, 6, 1), "last": date(2027, 6, 8)}, "first"),  # after Easter
        ({"source": " "}, "source"),
        ({"source": "x" * 201}, "source"),
        ({"confidence": "sure"}, "confidence"),
    ],
)
def test_what_cannot_be_is_refused(said: dict[str, object], field: str) -> None:
    holiday = replace(AUTUMN, **said)  # type: ignore[arg-type]
    found = school_dates.problems_of(holiday, 2026, SHIPPED, single_day=False)
    assert [one.field for one in found] == [field]


def test_what_can_be_is_not_refused() -> None:
    assert school_dates.problems_of(AUTUMN, 2026, SHIPPED, single_day=False) == ()
    for community in Community:
        for name in school_dates.names_of(community):
            there = school_dates.holiday_in(community, 2025, name, SHIPPED)
            if there:
                single = name not in ORDER
                assert school_dates.problems_of(there, 2025, SHIPPED, single_day=single) == (), name


async def test_the_store_keeps_every_row_and_lets_one_of_two_win(database: Database) -> None:
    first = note()
    second = note(first, said=replace(AUTUMN, last=date(2026, 11, 9)))
    async with database.writing() as session:
        await store.save_school_dates(session, first)
        await store.save_school_dates(session, second)
    async with database.reading() as session:
        assert await store.school_dates(session) == (first, second)
    with pytest.raises(ChangedMeanwhile):
        async with database.writing() as session:
            await store.save_school_dates(session, second)
