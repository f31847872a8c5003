"""The tables. Clear columns are ids, states and times; names, words and numbers are sealed.

Columns named `sealed` hold `ScopeKeys.seal` output, columns named `lookup` hold `Keyring.index`
output. Times are milliseconds since 1970. BigInteger from the first day: stamps and sequences
outgrow 32 bits on other databases.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

facts = Table(
    "facts",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

keys = Table(
    "keys",
    metadata,
    Column("scope", String, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("sign_in_lookup", String, unique=True),
    Column("password_hash", String),
    Column("source_lookup", String, unique=True),
    Column("made_ms", BigInteger, nullable=False),
)

classes = Table(
    "classes",
    metadata,
    Column("id", String, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("source_lookup", String, unique=True),
    Column("made_ms", BigInteger, nullable=False),
)

memberships = Table(
    "memberships",
    metadata,
    Column("class_id", String, primary_key=True),
    Column("person_id", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("how", String, nullable=False),
    Column("since_ms", BigInteger, nullable=False),
    Index(None, "person_id"),
)

codes = Table(
    "codes",
    metadata,
    Column("id", String, primary_key=True),
    Column("class_id", String, nullable=False),
    Column("learner_id", String),
    Column("lookup", String, nullable=False, unique=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("uses_left", Integer, nullable=False),
    Column("until_ms", BigInteger, nullable=False),
    Column("ended_ms", BigInteger),
    Column("made_ms", BigInteger, nullable=False),
    Index(None, "class_id"),
)

devices = Table(
    "devices",
    metadata,
    Column("id", String, primary_key=True),
    Column("learner_id", String, nullable=False),
    Column("code_id", String, nullable=False),
    Column("token_hash", String, nullable=False, unique=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("joined_ms", BigInteger, nullable=False),
    Column("last_ms", BigInteger),
    Column("revoked_ms", BigInteger),
    Index(None, "learner_id"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("hash", String, primary_key=True),
    Column("person_id", String, nullable=False),
    Column("made_ms", BigInteger, nullable=False),
    Column("last_ms", BigInteger, nullable=False),
    Index(None, "person_id"),
)

lockouts = Table(
    "lockouts",
    metadata,
    Column("lookup", String, primary_key=True),
    Column("misses", Integer, nullable=False),
    Column("until_ms", BigInteger, nullable=False),
    Column("last_ms", BigInteger, nullable=False),
)

scopes = Table(
    "scopes",
    metadata,
    Column("scope", String, primary_key=True),
    Column("head", BigInteger, nullable=False),
    Column("digest", String, nullable=False),
)

changes = Table(
    "changes",
    metadata,
    Column("scope", String, primary_key=True),
    Column("sequence", BigInteger, primary_key=True),
    Column("id", String, nullable=False),
    Column("record", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("stamp", String, nullable=False),
    Column("author", String, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("scope", "id"),
)

records = Table(
    "records",
    metadata,
    Column("scope", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("author", String, nullable=False),
    Column("artifact", String),
    Column("showcase", String),
    Column("hash", String),
    Column("at_ms", BigInteger),
    Column("is_gone", Boolean, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index(None, "scope", "artifact", "kind"),
    Index(None, "kind", "hash"),
)

media = Table(
    "media",
    metadata,
    Column("scope", String, primary_key=True),
    Column("sha256", String, primary_key=True),
    Column("size_bytes", BigInteger, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("stored_ms", BigInteger, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("actor", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("chain", String, nullable=False),
)

disclosures = Table(
    "disclosures",
    metadata,
    Column("id", String, primary_key=True),
    Column("scope", String, nullable=False),
    Column("link", String, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("works", Integer, nullable=False),
    Index(None, "scope", "at_ms"),
)

recovery_keys = Table(
    "recovery_keys",
    metadata,
    Column("public_key", String, primary_key=True),
    Column("made_ms", BigInteger, nullable=False),
    Column("ended_ms", BigInteger),
)

vaults = Table(
    "vaults",
    metadata,
    Column("id", String, primary_key=True),
    Column("learner_id", String, nullable=False),
    Column("since_ms", BigInteger, nullable=False),
    Index(None, "learner_id"),
)

recovery_questions = Table(
    "recovery_questions",
    metadata,
    Column("id", String, primary_key=True),
    Column("vault_id", String, nullable=False),
    Column("learner_id", String, nullable=False),
    Column("state", String, nullable=False),
    Column("asked_ms", BigInteger, nullable=False),
    Column("until_ms", BigInteger, nullable=False),
    Column("vouched_by", String),
    Column("vouched_ms", BigInteger),
    Column("closed_by", String),
    Column("closed_ms", BigInteger),
    Column("sealed", LargeBinary, nullable=False),
    Index(None, "vault_id"),
    Index(None, "learner_id", "asked_ms"),
)

uploads = Table(
    "uploads",
    metadata,
    Column("id", String, primary_key=True),
    Column("scope", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("offset_bytes", BigInteger, nullable=False),
    Column("until_ms", BigInteger, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("scope", "sha256"),
)

upload_pieces = Table(
    "upload_pieces",
    metadata,
    Column("upload", String, primary_key=True),
    Column("start_bytes", BigInteger, primary_key=True, autoincrement=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("name", String, nullable=False),
)

bins = Table(
    "bins",
    metadata,
    Column("scope", String, primary_key=True),
    Column("record", String, primary_key=True),
    Column("since_ms", BigInteger, nullable=False),
)

erasures = Table(
    "erasures",
    metadata,
    Column("id", String, primary_key=True),
    Column("learner_id", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("counts", String, nullable=False),
)

erasure_devices = Table(
    "erasure_devices",
    metadata,
    Column("token_hash", String, primary_key=True),
    Column("erasure", String, nullable=False),
    Column("device", String, nullable=False),
    Column("last_ms", BigInteger),
    Column("told_ms", BigInteger),
    Column("confirmed_ms", BigInteger),
    Index(None, "erasure"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", String, primary_key=True),
    Column("teacher_id", String, nullable=False),
    Column("kept_ms", BigInteger, nullable=False),
    Column("thrown_ms", BigInteger),
    Column("sealed", LargeBinary, nullable=False),
    Index(None, "teacher_id"),
)
