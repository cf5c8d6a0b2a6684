"""Whoever touches the record behind its back is found, and the first touched entry is named."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import SQLModel

from mediation import journal
from mediation.journal import START, Broken, Entry, digest_of, entries, heads, record, verify, verify_stream
from mediation.journal_tables import JournalHead, JournalRow
from portal.database import Database

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ANA, BEN, FAMILY = UUID(int=1), UUID(int=2), UUID(int=7)
STREAM = f"family:{FAMILY}"
KEY = b"kept outside the database"


@pytest.fixture
async def database(tmp_path):
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'journal.db'}")
    tables = [SQLModel.metadata.tables[row.__tablename__] for row in (JournalRow, JournalHead)]
    async with database.engine.begin() as connection:
        await connection.run_sync(lambda sync: SQLModel.metadata.create_all(sync, tables=tables))
    yield database
    await database.close()


async def write(database, count, stream=STREAM, key=KEY, actor=ANA):
    async with database.writing() as session:
        for i in range(count):
            await record(
                session,
                stream,
                actor,
                "plan.proposed",
                FAMILY,
                {"round": i},
                NOW + timedelta(minutes=i),
                key=key,
            )


async def run(database, *statements):
    async with database.writing() as session:
        for statement in statements:
            await session.exec(text(statement))


async def broken(database, key=KEY):
    async with database.reading() as session:
        return await verify(session, key=key)


async def test_five_entries_are_numbered_without_a_gap_and_verify(database):
    await write(database, 5)
    async with database.reading() as session:
        kept = await entries(session, STREAM)
        assert [entry.number for entry in kept] == [1, 2, 3, 4, 5]
        assert kept[0].prev == START
        assert [entry.prev for entry in kept[1:]] == [entry.digest for entry in kept[:-1]]
        assert [entry.number for entry in await entries(session, STREAM, after=2, limit=2)] == [3, 4]
        assert await verify_stream(session, STREAM, key=KEY) is None
        (head,) = await heads(session)
        assert (head.number, head.digest) == (5, kept[-1].digest)
    assert await broken(database) is None


async def test_an_empty_journal_is_whole(database):
    assert await broken(database) is None
    async with database.reading() as session:
        assert await verify_stream(session, STREAM, key=KEY) is None


async def test_what_is_rolled_back_leaves_no_gap(database):
    async def fail_after_writing():
        async with database.writing() as session:
            await record(session, STREAM, ANA, "plan.signed", FAMILY, {}, NOW, key=KEY)
            raise KeyError

    await write(database, 1)
    with pytest.raises(KeyError):
        await fail_after_writing()
    await write(database, 1)
    async with database.reading() as session:
        assert [entry.number for entry in await entries(session, STREAM)] == [1, 2]
    assert await broken(database) is None


COLUMNS = {
    "at": ("'2026-11-23 09:02:00.000001'", "changed"),
    "actor_id": ("'00000000000000000000000000000002'", "changed"),
    "action": ("'plan.proposee'", "changed"),
    "subject_id": ("NULL", "changed"),
    "facts": ("""'{"round": 3}'""", "changed"),
    "prev": (f"'{START}'", "changed"),
    "digest": (f"'{START}'", "changed"),
    "number": ("9", "missing"),
}


@pytest.mark.parametrize("column", COLUMNS)
async def test_a_changed_column_is_found(database, column):
    await write(database, 5)
    value, what = COLUMNS[column]
    await run(database, f"UPDATE journal SET {column} = {value} WHERE number = 3")
    assert await broken(database) == Broken(STREAM, 3, what)


def test_the_case_above_covers_every_column():
    assert set(COLUMNS) | {"stream"} == set(JournalRow.model_fields)


async def test_an_entry_moved_to_another_stream_is_missing_here(database):
    await write(database, 3)
    await run(database, "UPDATE journal SET stream = 'centre' WHERE number = 2")
    assert await broken(database) == Broken("centre", 1, "missing")
    async with database.reading() as session:
        assert await verify_stream(session, STREAM, key=KEY) == Broken(STREAM, 2, "missing")


@pytest.mark.parametrize("column", ["at", "actor_id", "facts", "subject_id"])
async def test_a_value_that_cannot_be_read_is_named_too(database, column):
    await write(database, 5)
    await run(database, f"UPDATE journal SET {column} = '~' WHERE number = 4")
    assert await broken(database) == Broken(STREAM, 4, "unreadable")


@pytest.mark.parametrize(
    ("statement", "number", "what"),
    [
        ("DELETE FROM journal WHERE number = 1", 1, "missing"),
        ("DELETE FROM journal WHERE number = 3", 3, "missing"),
        ("DELETE FROM journal WHERE number = 5", 5, "cut"),
        ("DELETE FROM journal WHERE number > 2", 3, "cut"),
        ("DELETE FROM journal", 1, "cut"),
        ("DELETE FROM journal_head", 5, "head"),
        ("UPDATE journal_head SET number = 4", 5, "head"),
        ("UPDATE journal_head SET digest = 'x'", 5, "head"),
        ("INSERT INTO journal SELECT stream, 0, at, actor_id, action, subject_id, facts, prev, digest FROM journal WHERE number = 1", 1, "missing"),
        ("INSERT INTO journal SELECT stream, 6, at, actor_id, action, subject_id, facts, prev, digest FROM journal WHERE number = 5", 6, "changed"),
    ],
)  # fmt: skip
async def test_deleted_cut_and_inserted_entries_are_found(database, statement, number, what):
    await write(database, 5)
    await run(database, statement)
    assert await broken(database) == Broken(STREAM, number, what)


async def test_two_swapped_entries_are_found(database):
    await write(database, 5)
    await run(
        database,
        "UPDATE journal SET number = 99 WHERE number = 2",
        "UPDATE journal SET number = 2 WHERE number = 4",
        "UPDATE journal SET number = 4 WHERE number = 99",
    )
    assert await broken(database) == Broken(STREAM, 2, "changed")


async def test_without_the_key_nobody_can_write_a_chain_that_verifies(database):
    await write(database, 3, key=b"another key")
    assert await broken(database) == Broken(STREAM, 1, "changed")
    assert await broken(database, key=None) == Broken(STREAM, 1, "changed")
    assert await broken(database, key=b"another key") is None


async def test_an_entry_resealed_alone_no_longer_links(database):
    await write(database, 3, key=None)
    async with database.reading() as session:
        second = (await entries(session, STREAM))[1]
    forged = Entry(**{name: getattr(second, name) for name in Entry.__slots__} | {"actor_id": BEN})
    statement = (
        f"UPDATE journal SET actor_id = '{BEN.hex}', digest = '{digest_of(forged, None)}' WHERE number = 2"
    )
    await run(database, statement)
    assert await broken(database, key=None) == Broken(STREAM, 3, "unlinked")


async def test_streams_do_not_know_each_other(database):
    await write(database, 2)
    await write(database, 3, stream="centre", actor=None)
    async with database.reading() as session:
        assert [(head.stream, head.number) for head in await heads(session)] == [("centre", 3), (STREAM, 2)]
    assert await broken(database) is None


async def test_longer_than_one_batch(database, monkeypatch):
    monkeypatch.setattr("mediation.journal.BATCH", 3)
    await write(database, 10)
    assert await broken(database) is None
    await run(database, "UPDATE journal SET action = 'x' WHERE number = 8")
    assert await broken(database) == Broken(STREAM, 8, "changed")


async def test_two_writers_at_once_leave_one_whole_chain(database):
    async def writer(actor):
        for _ in range(10):
            await write(database, 1, actor=actor)

    await asyncio.gather(writer(ANA), writer(BEN))
    async with database.reading() as session:
        kept = await entries(session, STREAM)
    assert [entry.number for entry in kept] == list(range(1, 21))
    assert {entry.actor_id for entry in kept} == {ANA, BEN}
    assert await broken(database) is None


async def test_an_entry_written_while_we_verify_is_no_fault(database, monkeypatch):
    await write(database, 3)
    look = journal._head

    async def look_and_be_overtaken(session, stream, **options):
        """As on PostgreSQL, where a long reading sees what others commit meanwhile."""
        found = await look(session, stream, **options)
        if found.number == 3 and not options:
            await session.rollback()
            await write(database, 2)
        return found

    monkeypatch.setattr(journal, "_head", look_and_be_overtaken)
    async with database.reading() as session:
        assert await verify_stream(session, STREAM, key=KEY) is None
        assert len(await entries(session, STREAM)) == 5


@pytest.mark.parametrize(
    ("stream", "action", "facts"),
    [
        (STREAM, "note.added", {"note": "he never pays"}),
        (STREAM, "note.added", {"who": ["Ana Peeters"]}),
        (STREAM, "Note added", {}),
        (STREAM, "note.added", {"Some Name": 1}),
        (STREAM, "note.added", {"many": 2**60}),
        ("family:ana", "note.added", {}),
    ],
)
async def test_nothing_that_could_be_personal_gets_in(database, stream, action, facts):
    async with database.writing() as session:
        with pytest.raises(ValueError):
            await record(session, stream, ANA, action, FAMILY, facts, NOW)
    async with database.reading() as session:
        assert await entries(session, stream) == ()


def test_the_same_moment_in_another_zone_is_the_same_entry():
    entry = Entry(STREAM, 1, NOW, ANA, "plan.signed", FAMILY, {"countries": ("FR", "ES")}, START, "")
    there = NOW.astimezone(timezone(timedelta(hours=9)))
    moved = Entry(STREAM, 1, there, ANA, "plan.signed", FAMILY, {"countries": ["FR", "ES"]}, START, "")
    assert digest_of(entry, KEY) == digest_of(moved, KEY) != digest_of(entry, None)


codes = st.text("abcXYZ019_.:+/-", max_size=20)
simple = st.one_of(
    codes, st.booleans(), st.none(), st.integers(-(2**53) + 1, 2**53 - 1), st.lists(codes, max_size=3)
)
names = st.text("abcdefgh_", min_size=1, max_size=8).filter(lambda name: name[0] != "_")


@settings(max_examples=15, deadline=None)
@given(facts=st.lists(st.dictionaries(names, simple, max_size=4), min_size=1, max_size=5))
def test_whatever_is_recorded_is_read_back_and_verifies(tmp_path_factory, facts):
    async def there_and_back():
        database = Database(f"sqlite+aiosqlite:///{tmp_path_factory.mktemp('round') / 'trip.db'}")
        tables = [SQLModel.metadata.tables[row.__tablename__] for row in (JournalRow, JournalHead)]
        async with database.engine.begin() as connection:
            await connection.run_sync(lambda sync: SQLModel.metadata.create_all(sync, tables=tables))
        async with database.writing() as session:
            written = [await record(session, "centre", None, "seen", None, f, NOW, key=KEY) for f in facts]
        async with database.reading() as session:
            assert list(await entries(session, "centre")) == written
            assert await verify(session, key=KEY) is None
        await database.close()

    asyncio.run(there_and_back())
