"""Files that arrive in pieces, and what erasing leaves: who was told, and which device did it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "uploads",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("offset_bytes", sa.BigInteger(), nullable=False),
        sa.Column("until_ms", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uploads")),
        sa.UniqueConstraint("scope", "sha256", name=op.f("uq_uploads_scope_sha256")),
    )
    op.create_table(
        "upload_pieces",
        sa.Column("upload", sa.String(), nullable=False),
        sa.Column("start_bytes", sa.BigInteger(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("upload", "start_bytes", name=op.f("pk_upload_pieces")),
    )
    op.create_table(
        "bins",
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("since_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "record", name=op.f("pk_bins")),
    )
    op.create_table(
        "erasures",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("learner_id", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("counts", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasures")),
    )
    op.create_table(
        "erasure_devices",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("erasure", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("last_ms", sa.BigInteger(), nullable=True),
        sa.Column("told_ms", sa.BigInteger(), nullable=True),
        sa.Column("confirmed_ms", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_erasure_devices")),
    )
    op.create_index(
        op.f("ix_erasure_devices_erasure"), "erasure_devices", ["erasure"], unique=False
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_index(op.f("ix_erasure_devices_erasure"), table_name="erasure_devices")
    op.drop_table("erasure_devices")
    op.drop_table("erasures")
    op.drop_table("bins")
    op.drop_table("upload_pieces")
    op.drop_table("uploads")
