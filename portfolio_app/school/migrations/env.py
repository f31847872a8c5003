"""What Alembic runs: every step on the connection, and in the transaction, that it was given."""

from alembic import context

from portfolio_app.school.database.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter most things in place
    transactional_ddl=True,  # it can roll back schema steps, once nobody commits behind its back
)
with context.begin_transaction():
    context.run_migrations()
