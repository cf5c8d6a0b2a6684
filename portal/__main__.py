"""The `entente` command."""

import asyncio
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import uvicorn

from mediation.people import LANGUAGES, Profession
from portal import demo as demo_families
from portal import jobs, logs
from portal.app import make_app, make_service
from portal.consent_commands import consent, keys
from portal.migrations import migrate as migrate_database
from portal.settings import Settings, SettingsRefused, from_environment


def _warn_of(settings: Settings) -> None:
    if settings.smtp is None and not settings.demo:
        click.echo(
            f"ENTENTE_SMTP_HOST is not set: messages are written to {settings.mail_folder} and reach nobody.",
            err=True,
        )


def _settings(*, demo: bool = False, port: int = 8000) -> Settings:
    try:
        settings = from_environment(demo=demo, port=port)
    except SettingsRefused as refused:
        raise click.ClickException(f"These settings must be mended first:\n{refused}") from refused
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    return settings


@click.group()
def main() -> None:
    """Family mediation and co-parenting coordination: one plan, one calendar, guarded trips."""
    logs.configure()


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--all-in-one", is_flag=True, help="Migrate first, and run the worker in this process.")
@click.option("--demo", is_flag=True, help="Fill synthetic families once and print how to sign in.")
def serve(host: str, port: int, *, all_in_one: bool, demo: bool) -> None:
    """Serve the portal and the API."""
    settings = _settings(demo=demo, port=port)
    if all_in_one:
        migrate_database(settings.database_url)
    _warn_of(settings)
    service = make_service(settings)
    if demo:
        asyncio.run(_print_demo(settings))
    app = make_app(service, with_worker=all_in_one)
    click.echo(f"Entente is at {settings.base_url}")
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_config=None,
        access_log=False,  # paths carry feed tokens
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies) or None,
    )


async def _print_demo(settings: Settings) -> None:
    service = make_service(settings)
    try:
        sheet = await demo_families.fill_once(service, datetime.now(UTC))
    finally:
        service.passwords.close()
        await service.database.close()
    click.echo(sheet)


@main.command()
def worker() -> None:
    """Send messages, look at families, keep calendars fresh. Any number of workers may run."""
    settings = _settings()
    _warn_of(settings)
    asyncio.run(jobs.work(make_service(settings)))


@main.command()
def migrate() -> None:
    """Bring the database to the newest shape."""
    migrate_database(_settings().database_url)


@main.command()
def demo() -> None:
    """Fill the synthetic families once and print how to sign in."""
    settings = _settings(demo=True)
    migrate_database(settings.database_url)
    asyncio.run(_print_demo(settings))


@main.command()
def verify() -> None:
    """Walk the journal and name the first entry that is not as it was written."""
    broken = asyncio.run(_verify())
    if broken is not None:
        raise click.ClickException(str(broken))
    click.echo("The journal is whole.")


async def _verify() -> object:
    from mediation import journal  # noqa: PLC0415  # only this command needs it

    service = make_service(_settings())
    try:
        async with service.database.reading() as session:
            return await journal.verify(session, key=service.derived("journal"))
    finally:
        service.passwords.close()
        await service.database.close()


@main.group()
def person() -> None:
    """People who work here."""


@person.command("add")
@click.option("--email", required=True)
@click.option("--name", required=True)
@click.option("--profession", required=True, type=click.Choice([one.value for one in Profession]))
@click.option("--language", default="nl", show_default=True, type=click.Choice(LANGUAGES))
@click.option("--accreditation", default="", help="Number of the Federal Mediation Commission.")
@click.password_option()
def person_add(
    email: str, name: str, profession: str, language: str, accreditation: str, password: str
) -> None:
    """Add a professional. They change the password and set up a second factor at their first visit."""
    from portal import staff  # noqa: PLC0415  # only this command needs it

    try:
        asyncio.run(
            staff.add(make_service(_settings()), email, name, profession, language, accreditation, password)
        )
    except staff.NotAdded as refused:
        raise click.ClickException(str(refused)) from refused
    click.echo("Added.")


@main.group()
def rules() -> None:
    """The warning signs."""


@rules.command("list")
@click.option("--language", default="en", show_default=True, type=click.Choice(LANGUAGES))
def rules_list(language: str) -> None:
    """Print each rule: its id, version and title."""
    from risk.rules import load  # noqa: PLC0415  # only this command needs it

    for rule in load():
        click.echo(f"{rule.id}  v{rule.version}  {rule.title[language]}")


@main.group("risk")
def risk_group() -> None:
    """Assess described cases."""


@risk_group.command("assess")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--as-of", default=None, help="An instant with its offset, for example 2027-07-01T08:00+02:00.")
def risk_assess(file: Path, as_of: str | None) -> None:
    """Print what the rules find in FILE (one family and its timeline), as JSON."""
    from risk import vignette  # noqa: PLC0415  # only this command needs it

    try:
        instant = datetime.fromisoformat(as_of) if as_of else None
        found = vignette.replay(json.loads(file.read_text(encoding="utf-8")), as_of=instant)
    except (ValueError, vignette.BadVignette) as refused:
        raise click.ClickException(f"This file cannot be read: {refused}") from refused
    json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
    click.echo()


@main.group()
def schedule() -> None:
    """Residence schedules."""


@schedule.command("expand")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_context
def schedule_expand(context: click.Context, file: Path) -> None:
    """Print every stay, handover and the balance of the schedule in FILE (docs/schedules.md), as JSON."""
    from portal import schedule_answer, schedule_file  # noqa: PLC0415  # only this command needs it

    try:
        described = schedule_file.read(file.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        click.echo("This file is not UTF-8 text.", err=True)
        context.exit(2)
    except schedule_file.FileRefused as refused:
        click.echo(str(refused), err=True)
        context.exit(2)
    for note in schedule_answer.notes(described):
        click.echo(note, err=True)
    json.dump(schedule_answer.answer(described), sys.stdout, ensure_ascii=False, indent=1)
    click.echo()


main.add_command(consent)
main.add_command(keys)


if __name__ == "__main__":
    main()
