"""Bringing a database file to this program's schema, in place and all or nothing."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from portfolio_app.errors import BadInput
from portfolio_app.school.database.engine import write_engine

_STEPS = Path(__file__).parent.parent / "migrations"


def upgrade(path: Path) -> None:
    """Take every schema step that the file lacks, in one transaction: it works whole or not at all.

    Raises BadInput for a file that a newer program wrote.
    """
    engine = write_engine(path)
    try:
        with engine.begin() as connection:
            config = _config()
            known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
            current = MigrationContext.configure(connection).get_current_revision()
            if current is not None and current not in known:
                raise BadInput(
                    f"The database {path} was written by a newer version; update this program."
                )
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
