"""Everything that a school keeps, opened, as bytes that two schools can be compared by."""

import hashlib
import json
from typing import Any

from sqlalchemy import select

from portfolio_app.school.database import access, blobs, people, tables, unsaved
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.wiring import School

SALTED = frozenset({"sealed", "wrapped", "password_hash"})
"""Columns that differ between any two schools; what is sealed is compared open."""


def dump(school: School) -> bytes:
    """The whole school as canonical JSON: clear columns, sealed ones opened, and all media."""
    found: dict[str, Any] = school.database.read(_rows)
    found["media"] = {}
    for scope, sha256 in sorted(school.database.read(blobs.all_of_them)):
        blob = school.media.find(scope, sha256)
        assert blob is not None
        content = b"".join(school.media.open(blob))
        found["media"][f"{scope} {sha256}"] = [len(content), hashlib.sha256(content).hexdigest()]
    return json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False).encode()


def _rows(transaction: Transaction) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for table in tables.metadata.sorted_tables:
        rows = transaction.connection.execute(select(table)).mappings()
        lines = []
        for row in rows:
            line = {name: value for name, value in row.items() if name not in SALTED}
            if "sealed" in row and table.name in _PURPOSES:
                line["opened"] = _opened(transaction, table.name, row)
            lines.append(line)
        found[f"table {table.name}"] = sorted(
            lines, key=lambda line: json.dumps(line, sort_keys=True)
        )
    return found


_PURPOSES = {
    "changes": unsaved.CHANGE, "records": unsaved.RECORD, "devices": access.DEVICE,
    "people": people.PERSON,
}  # fmt: skip


def _opened(transaction: Transaction, table: str, row: Any) -> Any:
    if table == "devices":
        keys = transaction.keys(f"p/{row['learner_id']}")
    elif table == "people":
        is_learner = row["role"] == people.LEARNER
        keys = transaction.keys(f"p/{row['id']}") if is_learner else transaction.keyring.own
    else:
        keys = transaction.keys(row["scope"])
    return keys.open(_PURPOSES[table], row["id"], row["sealed"])
