# ruff: noqa: ARG002, N802 - names and arguments are those of the server's handler protocol
"""A real conversation with a mail server on this machine, in every mood; and letters in a folder."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.smtp import SMTP

from notifications.channels.maildir import Maildir
from notifications.channels.smtp import SmtpChannel
from notifications.values import Contact, GiveUp, Receipt, TryLater
from notifications.wording import Worded, worded

BASE = "https://agenda.example"
BEN = Contact("ben@example.be", "fr")
TEXT = worded("update", "fr", {}, BASE)


@dataclass(frozen=True)
class Where:
    port: int
    host: str = "127.0.0.1"
    user: str = ""
    password: str = ""
    start_tls: bool = False


class Willing:
    def __init__(self):
        self.taken = []

    async def handle_DATA(self, server, session, envelope):
        self.taken.append(envelope)
        return await self.answer(server)

    async def answer(self, server):
        return "250 taken as 42"


class RefusesReceiver(Willing):
    def __init__(self, answer):
        super().__init__()
        self.says = answer

    async def handle_RCPT(self, server, session, envelope, address, options):
        return self.says


class RefusesSender(Willing):
    async def handle_MAIL(self, server, session, envelope, address, options):
        return "550 we do not know you"


class RefusesText(Willing):
    def __init__(self, answer):
        super().__init__()
        self.says = answer

    async def answer(self, server):
        return self.says


class Hangs(Willing):
    async def answer(self, server):
        await asyncio.sleep(5)
        return "250 at last"


class DropsAfterTaking(Willing):
    async def answer(self, server):
        server.transport.abort()
        await asyncio.sleep(0.01)
        return "250 never heard"


@asynccontextmanager
async def server(handler):
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(
        lambda: SMTP(handler, loop=loop, enable_SMTPUTF8=True), "127.0.0.1", 0
    )
    try:
        yield Where(listening.sockets[0].getsockname()[1])
    finally:
        listening.close()


def channel(where, patience=5.0):
    return SmtpChannel(where, "agenda@agenda.example", patience)


async def send(handler, now, contact=BEN, text=TEXT, patience=5.0):
    async with server(handler) as where:
        return await channel(where, patience).send(text, contact, "<one@agenda.example>", now)


async def test_a_willing_server_takes_the_letter(now):
    handler = Willing()
    receipt = await send(handler, now)
    assert "taken as 42" in receipt.reference
    (envelope,) = handler.taken
    assert (envelope.mail_from, envelope.rcpt_tos) == ("agenda@agenda.example", ["ben@example.be"])
    mail = message_from_bytes(envelope.content, policy=default)
    assert mail["Message-ID"] == "<one@agenda.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["From"] == "Agenda <agenda@agenda.example>"
    assert mail.get_content().replace("\r\n", "\n") == TEXT.body
    assert b"127.0.0.1" not in envelope.content


@pytest.mark.parametrize(
    ("handler", "outcome", "code"),
    [
        (RefusesReceiver("451 full for now"), TryLater, "smtp-451"),
        (RefusesReceiver("550 no such person"), GiveUp, "smtp-550"),
        (RefusesText("452 no room"), TryLater, "smtp-452"),
        (RefusesText("554 not like this"), GiveUp, "smtp-554"),
        (RefusesSender(), TryLater, "sender-550"),
        (DropsAfterTaking(), TryLater, "SMTPServerDisconnected"),
    ],
)
async def test_each_mood_of_a_server_means_try_later_or_give_up(now, handler, outcome, code):
    with pytest.raises(outcome) as refusal:
        await send(handler, now)
    assert str(refusal.value) == code


async def test_a_server_that_hangs_is_left(now):
    with pytest.raises(TryLater, match="timeout"):
        await send(Hangs(), now, patience=0.2)


async def test_a_server_that_is_not_there_may_be_there_later(now):
    async with server(Willing()) as where:
        gone = where
    with pytest.raises(TryLater, match="SMTPConnectError"):
        await channel(gone).send(TEXT, BEN, "<one@agenda.example>", now)


async def test_a_letter_taken_without_an_answer_comes_again_as_the_same_letter(now):
    dropping, willing = DropsAfterTaking(), Willing()
    with pytest.raises(TryLater):
        await send(dropping, now)
    await send(willing, now)
    first, second = (
        message_from_bytes(handler.taken[0].content)["Message-ID"] for handler in (dropping, willing)
    )
    assert first == second


@pytest.mark.parametrize(
    "address",
    [
        "ben@example.be\r\nBcc: sam@example.be",
        "ben@example.be\nX: y",
        "ben",
        "",
        "a b@c d",
        "ben@example.be, sam@x.be",
    ],
)
async def test_an_address_that_is_more_than_an_address_goes_nowhere(now, address):
    handler = Willing()
    with pytest.raises(GiveUp, match="address"):
        await send(handler, now, Contact(address, "nl"))
    assert handler.taken == []


async def test_a_subject_with_a_line_break_goes_nowhere(now):
    handler = Willing()
    with pytest.raises(ValueError, match="linefeed"):
        await send(handler, now, text=Worded("Hello\r\nBcc: sam@example.be", "x"))
    assert handler.taken == []


async def test_an_address_in_another_script_arrives(now):
    handler = Willing()
    await send(handler, now, Contact("zoë@example.be", "nl"))
    assert handler.taken[0].rcpt_tos == ["zoë@example.be"]


async def test_without_a_server_a_letter_is_a_file_that_is_whole(tmp_path, now):
    folder = tmp_path / "var" / "mail"
    box = Maildir(folder, "agenda@agenda.example")
    assert await box.send(TEXT, BEN, "<0a1b@agenda.example>", now) == Receipt("0a1b.eml")
    assert await box.send(TEXT, BEN, "<0a1b@agenda.example>", now) == Receipt("0a1b.eml")
    assert [path.name for path in folder.iterdir()] == ["0a1b.eml"]
    mail = message_from_bytes((folder / "0a1b.eml").read_bytes(), policy=default)
    assert (mail["To"], mail["Subject"]) == ("ben@example.be", TEXT.subject)
    assert BASE in mail.get_content()


async def test_a_file_never_lands_outside_its_folder(tmp_path, now):
    await Maildir(tmp_path / "mail", "a@b.example").send(TEXT, BEN, "<../../escaped@x>", now)
    assert [path.name for path in tmp_path.iterdir()] == ["mail"]
