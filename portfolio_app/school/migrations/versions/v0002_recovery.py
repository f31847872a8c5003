"""The school's recovery keys, whose vaults there are, and questions of those who forgot."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Make three tables; what was there stays as it is."""
    op.create_table(
        "recovery_keys",
        sa.Column("public_key", sa.String(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.Column("ended_ms", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("public_key", name=op.f("pk_recovery_keys")),
    )
    op.create_table(
        "vaults",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("learner_id", sa.String(), nullable=False),
        sa.Column("since_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vaults")),
    )
    op.create_index(op.f("ix_vaults_learner_id"), "vaults", ["learner_id"], unique=False)
    op.create_table(
        "recovery_questions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("vault_id", sa.String(), nullable=False),
        sa.Column("learner_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked_ms", sa.BigInteger(), nullable=False),
        sa.Column("until_ms", sa.BigInteger(), nullable=False),
        sa.Column("vouched_by", sa.String(), nullable=True),
        sa.Column("vouched_ms", sa.BigInteger(), nullable=True),
        sa.Column("closed_by", sa.String(), nullable=True),
        sa.Column("closed_ms", sa.BigInteger(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_questions")),
    )
    op.create_index(
        op.f("ix_recovery_questions_vault_id"), "recovery_questions", ["vault_id"], unique=False
    )
    op.create_index(
        op.f("ix_recovery_questions_learner_id_asked_ms"),
        "recovery_questions",
        ["learner_id", "asked_ms"],
        unique=False,
    )


def downgrade() -> None:
    """Take the three tables away."""
    op.drop_index(
        op.f("ix_recovery_questions_learner_id_asked_ms"), table_name="recovery_questions"
    )
    op.drop_index(op.f("ix_recovery_questions_vault_id"), table_name="recovery_questions")
    op.drop_table("recovery_questions")
    op.drop_index(op.f("ix_vaults_learner_id"), table_name="vaults")
    op.drop_table("vaults")
    op.drop_table("recovery_keys")
