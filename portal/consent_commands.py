"""`entente consent ...` and `entente keys ...`: check a certificate without a network, and look after the keys that sign."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import click

from mediation import certificate_keys
from mediation.people import LANGUAGES
from parenting_plans.certificate.checking import Checked, Refusal, check
from parenting_plans.certificate.keys import KeysUnreadable, PublicKeys, key_set, read_key_set
from parenting_plans.certificate.serial import in_groups
from parenting_plans.certificate.statement import Statement
from parenting_plans.verification import plain
from portal.app import make_service
from portal.languages import words
from portal.offline_check import LABELS, REASONS, page_with
from portal.settings import SettingsRefused, from_environment
from portal.visit import Service

REFUSED = 1
LONGEST_FILE = 100_000


@click.group()
def consent() -> None:
    """Certificates of a consent to travel."""


@click.group()
def keys() -> None:
    """The keys that sign certificates."""


def _service() -> Service:
    try:
        return make_service(from_environment(demo=False, port=8000))
    except SettingsRefused as refused:
        raise click.UsageError(f"These settings must be mended first:\n{refused}") from refused


@consent.command("check")
@click.argument("statement")
@click.option(
    "--keys",
    "key_file",
    type=click.Path(exists=True, dir_okay=False),
    help="Published key set; else this installation's.",
)
@click.option("--serial", default="", help="The code printed on the paper, to compare.")
@click.option("--at", "at", type=click.DateTime(["%Y-%m-%dT%H:%M:%S%z"]), help="Another moment than now.")
@click.option("--lang", default="en", show_default=True, type=click.Choice(LANGUAGES))
@click.pass_context
def consent_check(
    context: click.Context, statement: str, key_file: str | None, serial: str, at: datetime | None, lang: str
) -> None:
    """Check STATEMENT, a file or the text itself, without a network. Ends with 0 when it is valid and with 1 when not."""
    published = _keys_of(key_file)
    wanted = plain(serial)
    if serial and wanted is None:
        raise click.UsageError("A code on paper has 20 letters and digits.")
    say = words(lang)
    found = check(_text(statement), published, at or datetime.now(UTC), serial=wanted)
    if isinstance(found, Refusal):
        click.echo(f"{found.reason.value}: {say.gettext(REASONS[found.reason])}")
    else:
        click.echo(f"valid: {say.gettext(LABELS['valid'])}")
    said = found.statement
    for label, value in _rows(said) if said else ():
        click.echo(
            f"  {say.gettext(LABELS[label])}: {say.gettext(LABELS[value]) if value in LABELS else value}"
        )
    context.exit(0 if isinstance(found, Checked) else REFUSED)


def _text(statement: str) -> str:
    """The content of a file of that name, else the text itself."""
    if len(statement) < 200 and Path(statement).is_file():
        return Path(statement).read_bytes()[:LONGEST_FILE].decode("utf-8", "replace")
    return statement


def _keys_of(key_file: str | None) -> PublicKeys:
    if key_file is None:
        return asyncio.run(_published())
    try:
        return read_key_set(Path(key_file).read_bytes())
    except KeysUnreadable as unreadable:
        raise click.UsageError("This is not a published set of keys.") from unreadable


def _rows(said: Statement) -> list[tuple[str, str]]:
    children = ", ".join(
        f"{child.given_name} {child.family_name}".strip() + f" ({child.born.isoformat()})"
        for child in said.children
    )
    found = [
        ("c", children),
        ("tp", said.travelling),
        ("cp", said.consenting),
        ("ad", "anyone" if said.adults is None else ", ".join(said.adults) or "no"),
        ("co", ", ".join(said.countries)),
        ("tr", "yes" if said.transit else "no"),
        ("f", said.first_day.isoformat()),
        ("u", said.last_day.isoformat()),
        ("re", said.return_on.isoformat() if said.return_on else ""),
        ("hr", said.residence),
        ("cd", said.conditions.replace("\n", " / ")),
        ("jti", in_groups(said.serial)),
    ]
    return [(label, value) for label, value in found if value]


@consent.command("page")
@click.option("--lang", default="en", show_default=True, type=click.Choice(LANGUAGES))
def consent_page(lang: str) -> None:
    """Write the page that checks certificates without a network, with the keys of this installation."""
    published = asyncio.run(_published())
    click.echo(page_with(list(published.values()), datetime.now(UTC).date(), words(lang)), nl=False)


@keys.command("list")
def keys_list() -> None:
    """Print the published keys as a JSON Web Key Set, the one that signs first."""
    click.echo(json.dumps(key_set(asyncio.run(_published()).values()), indent=2))


@keys.command("rotate")
def keys_rotate() -> None:
    """Let a new key sign from now on. Certificates signed before still verify until they have run out."""
    click.echo(asyncio.run(_rotate()))


async def _published() -> PublicKeys:
    service = _service()
    try:
        async with service.database.reading() as session:
            return await certificate_keys.published(session, datetime.now(UTC))
    finally:
        service.passwords.close()
        await service.database.close()


async def _rotate() -> str:
    service = _service()
    try:
        async with service.database.writing() as session:
            return await certificate_keys.rotate(session, service.vault, datetime.now(UTC))
    finally:
        service.passwords.close()
        await service.database.close()
