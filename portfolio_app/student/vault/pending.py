"""A batch under way: what it has changed so far, and what `with` holds on to meanwhile.

No log and no lock; `store` makes it one durable step.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from types import TracebackType

from portfolio_app.student.vault.batch import PUT, Operation
from portfolio_app.student.vault.table_state import Entry, TableState


@dataclass(slots=True)
class Draft:
    """What a batch under way makes of one table."""

    before: TableState | None  # as others see it, and never changed here; None: not there
    exists: bool
    changes: dict[int, Entry | None] = field(default_factory=dict)
    whole: TableState | None = None  # made when somebody looks at more than one document

    def note(self, operation: Operation) -> None:
        """A document is put or removed."""
        self.exists = True
        if self.whole is not None:
            self.whole.apply(operation)
        self.changes.pop(operation.document_id, None)  # put again, it comes last
        self.changes[operation.document_id] = operation if operation.kind == PUT else None


@dataclass(slots=True)
class Pending:
    """The operations of a batch in their order, and what they make of each table."""

    operations: list[Operation] = field(default_factory=list)
    drafts: dict[str, Draft] = field(default_factory=dict)
    begun: list[int] = field(default_factory=list)
    """How many operations there were when each batch began, the outermost first."""


class Batch(AbstractContextManager[None]):
    """What `Store.batch` gives, written out: a generator costs every write more than its record."""

    __slots__ = ("_begin", "_finish")

    def __init__(self, begin: Callable[[], None], finish: Callable[[bool], None]) -> None:
        self._begin = begin
        self._finish = finish

    def __enter__(self) -> None:
        self._begin()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._finish(kind is None)
