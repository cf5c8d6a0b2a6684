"""One history for the tables of all packages. `migrate(url)` brings a database to the newest shape."""

from pathlib import Path

from alembic import command
from alembic.config import Config


def configuration(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config


def migrate(url: str, revision: str = "head") -> None:
    """Upgrade. Call it where no event loop runs: it opens one of its own."""
    command.upgrade(configuration(url), revision)
