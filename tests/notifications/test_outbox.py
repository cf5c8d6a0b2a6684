"""Stored once, sent once, tried again when it may help, given up when it will not."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import select, text

from notifications import deliver
from notifications.outbox import enqueue
from notifications.retry import LIMIT, next_try
from notifications.tables import OutboxRow
from notifications.values import GiveUp, Message, TryLater
from portal.database import Database
from tests.notifications.people import ANA, BEN, SAM, Memory

BASE = "https://agenda.example"


async def store(database, *messages, at, not_before=None):
    async with database.writing() as session:
        for message in messages:
            await enqueue(session, message, at, not_before)


async def rows(database):
    async with database.reading() as session:
        return (await session.exec(select(OutboxRow).order_by(OutboxRow.dedupe_key))).all()


def sending(database, channel, contacts, at, worker="w1", **more):
    async def contact_of(person):
        return contacts.get(person)

    return deliver.deliver_due(
        database.writing,
        contact_of=contact_of,
        channel=channel,
        base_url=BASE,
        now_of=at if callable(at) else lambda: at,
        worker_id=worker,
        **{"limit": 100, **more},
    )


async def test_a_message_goes_once_in_the_language_of_its_receiver(database, contacts, now):
    channel = Memory()
    await store(database, Message(ANA, "update", "a"), Message(BEN, "update", "b"), at=now)
    assert await sending(database, channel, contacts, now) == 2
    assert await sending(database, channel, contacts, now + timedelta(days=1)) == 0
    assert sorted(seen[:2] for seen in channel.seen) == [
        ("ana@example.be", "U hebt een update"),
        ("ben@example.be", "Vous avez du nouveau"),
    ]
    for row in await rows(database):
        assert (row.sent_at, row.due_at, row.reference, row.attempts) == (now, None, "250 taken", 1)


async def test_the_same_event_is_stored_once_also_in_another_transaction(database, now):
    message = Message(ANA, "update", "plan:1:ana")
    await store(database, message, message, at=now)
    await store(database, message, at=now + timedelta(hours=1))
    stored = await rows(database)
    assert [row.stored_at for row in stored] == [now]


async def test_two_requests_at_once_store_one_and_neither_fails(database, now):
    message = Message(ANA, "update", "plan:1:ana")
    await asyncio.gather(*(store(database, message, at=now) for _ in range(5)))
    assert len(await rows(database)) == 1


async def test_what_is_rolled_back_is_never_sent(database, contacts, now):
    async def store_and_regret():
        async with database.writing() as session:
            await enqueue(session, Message(ANA, "update", "a"), now)
            raise RuntimeError("changed my mind")

    with pytest.raises(RuntimeError, match="changed my mind"):
        await store_and_regret()
    assert await sending(database, Memory(), contacts, now) == 0
    assert await rows(database) == []


@pytest.mark.parametrize(
    ("kind", "facts", "error"), [("gossip", {}, KeyError), ("update", {"name": "Lou"}, ValueError)]
)
async def test_what_has_no_discreet_wording_is_not_even_stored(database, now, kind, facts, error):
    with pytest.raises(error):
        await store(database, Message(ANA, kind, "a", facts), at=now)
    assert await rows(database) == []


async def test_nothing_goes_before_its_time(database, contacts, now):
    later = now + timedelta(hours=2)
    await store(database, Message(ANA, "update", "a"), at=now, not_before=later)
    assert await sending(database, Memory(), contacts, later - timedelta(seconds=1)) == 0
    assert await sending(database, Memory(), contacts, later) == 1


async def test_the_longest_due_goes_first_and_no_more_than_asked(database, contacts, now):
    channel = Memory()
    for n in (3, 1, 2):
        await store(database, Message(ANA, "update", f"m{n}"), at=now + timedelta(minutes=n))
    assert await sending(database, channel, contacts, now + timedelta(hours=1), limit=2) == 2
    assert [seen[2] for seen in channel.seen] == [deliver.message_id(f"m{n}", BASE) for n in (1, 2)]


async def test_what_may_pass_is_tried_again_later_under_the_same_message_id(database, contacts, now):
    channel = Memory([TryLater("smtp-451"), OSError("ana@example.be is unreachable")])
    await store(database, Message(ANA, "update", "a"), at=now)
    assert await sending(database, channel, contacts, now) == 0
    (row,) = await rows(database)
    assert (row.attempts, row.last_error, row.gave_up_at, row.claimed_at) == (1, "smtp-451", None, None)
    assert now + timedelta(minutes=1) <= row.due_at <= now + timedelta(minutes=2)
    assert await sending(database, channel, contacts, row.due_at) == 0
    (row,) = await rows(database)
    assert row.last_error == "OSError"
    assert await sending(database, channel, contacts, row.due_at) == 1
    (row,) = await rows(database)
    assert (row.attempts, row.last_error) == (3, None)
    assert len({seen[2] for seen in channel.seen}) == 1


@pytest.mark.parametrize(
    ("to", "refusal", "code"), [(ANA, GiveUp("smtp-550"), "smtp-550"), (SAM, None, "nobody")]
)
async def test_what_can_never_be_sent_is_given_up_and_stays_visible(
    database, contacts, now, to, refusal, code
):
    await store(database, Message(to, "update", "a"), at=now)
    assert await sending(database, Memory([refusal]), contacts, now) == 0
    (row,) = await rows(database)
    assert (row.due_at, row.gave_up_at, row.sent_at, row.last_error) == (None, now, None, code)


async def test_it_gives_up_after_enough_tries(database, contacts, now):
    channel = Memory([TryLater("timeout")] * LIMIT)
    await store(database, Message(ANA, "update", "a"), at=now)
    for day in range(LIMIT + 1):
        await sending(database, channel, contacts, now + timedelta(days=day))
    (row,) = await rows(database)
    assert (row.attempts, row.due_at, row.sent_at) == (LIMIT, None, None)
    assert row.gave_up_at == now + timedelta(days=LIMIT - 1)


async def test_one_that_breaks_does_not_hold_up_the_others(database, contacts, now):
    channel = Memory([ZeroDivisionError()])
    await store(database, Message(ANA, "update", "a"), Message(BEN, "update", "b"), at=now)
    assert await sending(database, channel, contacts, now) == 1


async def test_secrets_join_at_the_moment_of_sending_and_are_stored_nowhere(database, contacts, now):
    async def taken(text, *_):
        letters.append(text.body)
        raise TryLater("enough")

    letters = []
    channel = Memory()
    channel.send = taken
    await store(database, Message(ANA, "invitation", "i"), at=now)
    await sending(
        database, channel, contacts, now, facts_of=lambda kind, to: {"path": f"/{kind}/{to.int}-s3cret"}
    )
    assert f"{BASE}/invitation/1-s3cret" in letters[0]
    (row,) = await rows(database)
    assert "s3cret" not in str(row.model_dump())


async def test_a_worker_that_dies_after_sending_leaves_one_more_copy_with_the_same_message_id(
    database, contacts, now
):
    class Died(BaseException):
        pass

    class Dying(Memory):
        async def send(self, *message):
            await super().send(*message)
            raise Died

    first, second = Dying(), Memory()
    await store(database, Message(ANA, "update", "a"), at=now)
    with pytest.raises(Died):
        await sending(database, first, contacts, now, "w1")
    assert await sending(database, second, contacts, now + deliver.LEASE - timedelta(seconds=1), "w2") == 0
    assert await sending(database, second, contacts, now + deliver.LEASE, "w2") == 1
    assert first.seen == second.seen


async def test_who_lost_the_lease_records_nothing(database, contacts, now):
    class Overtaken(Memory):
        async def send(self, *_message):
            await sending(database, other, contacts, now + deliver.LEASE, "w2")
            raise TryLater("timeout")

    other = Memory()
    await store(database, Message(ANA, "update", "a"), at=now)
    assert await sending(database, Overtaken(), contacts, now, "w1") == 0
    (row,) = await rows(database)
    assert (row.sent_at, row.due_at, row.last_error) == (now + deliver.LEASE, None, None)


async def test_two_workers_send_each_of_a_hundred_once(database, database_url, contacts, now):
    await store(database, *(Message((ANA, BEN)[n % 2], "update", f"m{n}") for n in range(100)), at=now)
    channel = Memory()
    elsewhere = Database(database_url)
    try:
        sent = await asyncio.gather(
            sending(database, channel, contacts, now, "w1"), sending(elsewhere, channel, contacts, now, "w2")
        )
    finally:
        await elsewhere.close()
    assert sum(sent) == 100
    assert len({seen[2] for seen in channel.seen}) == len(channel.seen) == 100


async def test_looking_for_work_costs_what_is_due_not_what_is_stored(database, now):
    """The index is walked, never the table: what was sent has no `due_at` and lies at the far end of it."""
    plan = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"
    query = (
        f"{plan} SELECT id FROM outbox WHERE due_at <= '{now:%Y-%m-%d %H:%M:%S}' ORDER BY due_at, id LIMIT 10"
    )
    async with database.writing() as session:
        if not database.is_sqlite:
            await session.exec(text("SET LOCAL enable_seqscan = off"))
        steps = " ".join(str(step) for step in (await session.exec(text(query))).all())
    assert "ix_outbox_due_at" in steps
    assert "SCAN outbox" not in steps
    assert "Sort" not in steps
    assert "TEMP B-TREE" not in steps


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 1), (2, 2), (5, 16), (9, 256), (10, 360), (13, 360)])
def test_each_pause_is_twice_the_last_and_never_over_six_hours(attempts, minutes, now):
    assert next_try(attempts, now) == now + timedelta(minutes=minutes)
    assert next_try(attempts, now, 1.0) == now + timedelta(minutes=minutes) * 1.25


def test_after_enough_tries_there_is_no_next(now):
    assert next_try(LIMIT - 1, now) is not None
    assert next_try(LIMIT, now) is None
    assert sum((next_try(n, now) - now for n in range(1, LIMIT)), timedelta()) > timedelta(days=1)


def test_a_message_id_tells_neither_event_nor_receiver():
    made = deliver.message_id(f"trip:{UUID(int=7)}:{ANA}", "https://agenda.example:8443")
    assert made == deliver.message_id(f"trip:{UUID(int=7)}:{ANA}", "https://agenda.example:8443")
    assert made.endswith("@agenda.example>")
    assert "trip" not in made
