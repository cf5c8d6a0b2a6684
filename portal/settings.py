"""Settings, read once from ENTENTE_* and passed down. Insecure values stop the start, except in a demo."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

SECRET_LENGTH = 32
REFLECTION_HOURS = 48
LONGEST_REFLECTION_HOURS = 60 * 24


class SettingsRefused(Exception):
    """The settings are incomplete or unsafe. The message names every variable to mend."""


@dataclass(frozen=True, slots=True)
class Smtp:
    host: str
    port: int
    user: str
    password: str
    start_tls: bool


@dataclass(frozen=True, slots=True)
class Settings:
    database_url: str
    base_url: str
    secret: bytes  # 32 bytes or more; keys for sealing, the journal and throttles are derived from it
    data_folder: Path
    mail_from: str
    smtp: Smtp | None
    demo: bool
    trusted_proxies: tuple[str, ...] = ()
    staff_second_factor: bool = True  # professionals set one up before anything else; a demo does not ask
    password_cost: tuple[int, int, int] = (3, 64 * 1024, 1)  # argon2id time, memory in KiB, lanes
    reflection: timedelta = timedelta(0)  # between accepting the text of a plan and the first signature

    @property
    def secure(self) -> bool:
        return self.base_url.startswith("https://")

    @property
    def host(self) -> str:
        return urlsplit(self.base_url).netloc

    @property
    def mail_folder(self) -> Path:
        return self.data_folder / "mail"


def from_environment(
    environ: Mapping[str, str] = os.environ, *, demo: bool = False, port: int = 8000
) -> Settings:
    """The settings of this process. `demo` also fills what is missing, with a secret of its own kept in var/."""
    demo = demo or environ.get("ENTENTE_DEMO") == "1"
    folder = Path(environ.get("ENTENTE_DATA", "var"))
    base_url = environ.get("ENTENTE_BASE_URL", f"http://127.0.0.1:{port}" if demo else "").rstrip("/")
    secret = environ.get("ENTENTE_SECRET", "")
    if demo and not secret:
        secret = _kept_secret(folder / "secret")
    mail_from = environ.get("ENTENTE_MAIL_FROM", "agenda@localhost" if demo else "")
    problems = [] if demo else list(_unsafe(environ, base_url, secret, mail_from))
    reflection = _reflection(environ, demo=demo)
    if reflection is None:
        problems.append(
            f"ENTENTE_REFLECTION_HOURS: set a whole number of hours from 0 to {LONGEST_REFLECTION_HOURS}."
        )
    if problems or reflection is None:
        raise SettingsRefused("\n".join(problems))
    return Settings(
        database_url=environ.get("ENTENTE_DATABASE_URL", f"sqlite+aiosqlite:///{folder / 'entente.sqlite3'}"),
        base_url=base_url,
        secret=secret.encode(),
        data_folder=folder,
        mail_from=mail_from,
        smtp=_smtp(environ),
        demo=demo,
        staff_second_factor=not demo,
        reflection=reflection,
        trusted_proxies=tuple(filter(None, environ.get("ENTENTE_TRUSTED_PROXIES", "").split(","))),
    )


def _unsafe(environ: Mapping[str, str], base_url: str, secret: str, mail_from: str) -> list[str]:
    problems = []
    if not base_url.startswith("https://"):
        problems.append("ENTENTE_BASE_URL: set the public https:// address of the service.")
    if len(secret) < SECRET_LENGTH:
        problems.append(
            f"ENTENTE_SECRET: set at least {SECRET_LENGTH} random characters and keep them outside the database."
        )
    if not mail_from:
        problems.append("ENTENTE_MAIL_FROM: set the neutral address that messages come from.")
    if environ.get("ENTENTE_SMTP_PASSWORD") and environ.get("ENTENTE_SMTP_START_TLS", "1") != "1":
        problems.append(
            "ENTENTE_SMTP_START_TLS: a password may not travel without encryption; remove this setting."
        )
    return problems


def _reflection(environ: Mapping[str, str], *, demo: bool) -> timedelta | None:
    """The time to think before signing; a demo does not wait. None: what is set cannot be read."""
    hours = environ.get("ENTENTE_REFLECTION_HOURS", "0" if demo else str(REFLECTION_HOURS))
    if not (hours.isascii() and hours.isdigit()) or int(hours) > LONGEST_REFLECTION_HOURS:
        return None
    return timedelta(hours=int(hours))


def _smtp(environ: Mapping[str, str]) -> Smtp | None:
    host = environ.get("ENTENTE_SMTP_HOST", "")
    if not host:
        return None
    return Smtp(
        host=host,
        port=int(environ.get("ENTENTE_SMTP_PORT", "587")),
        user=environ.get("ENTENTE_SMTP_USER", ""),
        password=environ.get("ENTENTE_SMTP_PASSWORD", ""),
        start_tls=environ.get("ENTENTE_SMTP_START_TLS", "1") == "1",
    )


def _kept_secret(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(SECRET_LENGTH), encoding="ascii")
    return path.read_text(encoding="ascii")
