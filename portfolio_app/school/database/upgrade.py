"""Bringing a database to this program's schema, in place and all or nothing."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, select
from sqlalchemy.exc import SQLAlchemyError

from portfolio_app.errors import BadInput
from portfolio_app.school.database import facts, tables
from portfolio_app.school.database.backing import read_engine, translated, write_engine
from portfolio_app.school.places import PostgresAddress

_STEPS = Path(__file__).parent.parent / "migrations"


def upgrade(place: Path | PostgresAddress) -> None:
    """Take every schema step that is lacking, in one transaction: it works whole or not at all.

    Several processes may do so at once: the writers' turn makes all but one find nothing to do.
    Raises BadInput for a database that a newer program wrote.
    """
    engine = write_engine(place)
    try:
        with engine.begin() as connection:
            config = _config()
            steps = ScriptDirectory.from_config(config)
            current = MigrationContext.configure(connection).get_current_revision()
            if current == steps.get_current_head():
                return
            if current is not None and current not in _names(steps):
                raise BadInput(
                    "The school's database was written by a newer version; update this program."
                )
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except SQLAlchemyError as error:
        raise translated(error) from None
    finally:
        engine.dispose()


def _names(steps: ScriptDirectory) -> set[str]:
    return {step.revision for step in steps.walk_revisions()}


def has_name(place: PostgresAddress) -> bool:
    """Whether a database has a school in it: its tables, and its name in them."""
    engine = read_engine(place)
    try:
        with engine.begin() as connection:
            if not inspect(connection).has_table(tables.facts.name):
                return False
            named = select(tables.facts.c.value).where(tables.facts.c.name == facts.NAME)
            return connection.scalar(named) is not None
    except SQLAlchemyError as error:
        raise translated(error) from None
    finally:
        engine.dispose()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
