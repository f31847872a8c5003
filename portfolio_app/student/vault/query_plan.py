"""From a TinyDB query to the documents that may be meant, where an index can say.

A query describes itself by its `_hash` (TinyDB 4.9, queries.py): a tuple such as
("any", ("tags",), ("c017",)), nested by "and", "or" and "not". Whatever is found here is only a
candidate: the query itself is still asked about each. Whatever is not surely understood is left
to looking through everything, so a plan can be slow but never wrong.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from tinydb.queries import QueryLike

from portfolio_app.student.vault.indexes import Path
from portfolio_app.student.vault.table_state import Candidates, Pair, TableState

MAXIMUM_PARTS = 64
_SCALARS = (str, int, float, bool, type(None))


def candidate_pieces(state: TableState, query: object) -> Iterator[list[Pair]]:
    """(number, document) of whoever the query has to be asked about, in order, some at a time."""
    meant = candidates(state, query)
    return state.pieces() if meant is None else state.chosen(meant)


def may_be_kept(query: object) -> bool:
    """Say whether a query describes itself wholly, so that its results may stand for it again.

    Patterns do not (their flags are left out), nor do functions.
    """
    match getattr(query, "_hash", None):
        case ("==" | "one_of" | "any" | "all", tuple(), tuple() | str() | int() | float()):
            return True
        case ("exists", tuple()):
            return True
    return False


def asking(query: QueryLike) -> Callable[[Mapping[str, Any]], bool]:
    """The query, or for two frequent kinds the same question without TinyDB's way through it.

    Wherever a document's field is not what is expected there, the query itself is asked.
    """
    match getattr(query, "_hash", None):
        case ("any", (str() as key,), (value,)) if type(value) in _SCALARS:

            def has(document: Mapping[str, Any]) -> bool:
                values = document.get(key)
                return value in values if type(values) is list else query(document)

            return has
        case ("==", (str() as key,), str() as value):
            return lambda document: document.get(key) == value
    return query


def candidates(state: TableState, query: object) -> Candidates | None:
    """Return who may be meant, or None if every document has to be asked."""
    return _planned(state, getattr(query, "_hash", None)) if state.is_indexed else None


def _planned(state: TableState, described: object) -> Candidates | None:
    match described:
        case ("and" | "or" as kind, frozenset() as parts) if len(parts) <= MAXIMUM_PARTS:
            planned = [_planned(state, part) for part in parts]
            return _smallest(planned) if kind == "and" else _together(planned)
        case (str() as kind, tuple() as path, value) if all(isinstance(k, str) for k in path):
            return _compared(state, kind, path, value)
    return None


def _compared(state: TableState, kind: str, path: Path, value: object) -> Candidates | None:
    found: Candidates | None = None
    if kind == "==":
        found = _equal(state, path, value)
    elif kind in ("<", "<=", ">", ">="):
        found = _ordered(state, path, kind, value)
    elif isinstance(value, tuple) and 0 < len(value) <= MAXIMUM_PARTS:
        if kind == "one_of":
            found = _together([_equal(state, path, one) for one in value])
        elif kind == "any":
            found = _together([_member(state, path, one) for one in value])
        elif kind == "all":
            found = _smallest(_member(state, path, one) for one in value)
    return found


def _equal(state: TableState, path: Path, value: object) -> Candidates | None:
    if type(value) not in _SCALARS:
        return None
    codes = state.terms.equal_codes(path, value)  # type: ignore[arg-type]  # a scalar, see above
    if codes is not None:
        return state.with_codes(codes)
    if path in state.terms.index.ordered and isinstance(value, int | float):
        return _ordered(state, path, "==", value)
    return None


def _member(state: TableState, path: Path, value: object) -> Candidates | None:
    if type(value) not in _SCALARS:
        return None
    codes = state.terms.member_codes(path, value)  # type: ignore[arg-type]  # a scalar, see above
    return None if codes is None else state.with_codes(codes)


def _ordered(state: TableState, path: Path, kind: str, value: object) -> Candidates | None:
    """Bounds are taken in, and rounding keeps the order, so too many are found and never too few.

    Documents whose field is no number are candidates too: TinyDB raises TypeError for those.
    """
    if path not in state.terms.index.ordered or not isinstance(value, int | float):
        return None
    try:
        bound = float(value)
    except OverflowError:
        return None
    if math.isnan(bound):
        return None
    low = bound if kind in (">", ">=", "==") else -math.inf
    high = bound if kind in ("<", "<=", "==") else math.inf
    ordered = state.terms.index.ordered.index(path)
    return state.between(ordered, low, high, state.terms.odd_code(path))


def _smallest(parts: Iterable[Candidates | None]) -> Candidates | None:
    known = [part for part in parts if part is not None]
    return min(known, key=lambda part: part.size, default=None)


def _together(parts: list[Candidates | None]) -> Candidates | None:
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    if len(known) == 1:
        return known[0]
    positions = {position for part in known for position in part.positions}
    newer = {number for part in known for number in part.newer}
    return Candidates(positions, newer, len(positions) + len(newer))
