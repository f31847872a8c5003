"""What a learner writes, as changes that follow on what this device shows; nothing is stored."""

from collections.abc import Callable, Sequence

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model import records
from portfolio_app.model.deletion import ASKED
from portfolio_app.model.people import OWN_SCOPE
from portfolio_app.student.portfolio_shapes import Write
from portfolio_app.student.vault.records import RecordStore
from sync import merge
from sync.change import Change, Rule
from sync.clock import HybridClock


def changes_of(
    writes: Sequence[Write],
    store: RecordStore,
    clock: HybridClock,
    now_ms: int,
    new_id: Callable[[], str],
) -> tuple[list[Change], HybridClock]:
    """The changes of one action, in order, and the clock after them.

    Raises NotFound for a field that no record has, BadInput for a value it must not have.
    """
    group = new_id() if len(writes) > 1 else ""
    changes: list[Change] = []
    states: dict[str, merge.RecordState] = {}
    for write in writes:
        rule = _checked_rule(write)
        if write.record not in states:
            states[write.record] = store.state(OWN_SCOPE, write.record)
        seen = _seen(states[write.record], write, rule)
        if write.removes is not None and not seen:
            continue
        clock = clock.tick(now_ms)
        changes.append(
            Change(
                new_id(),
                OWN_SCOPE,
                write.record,
                write.kind,
                write.field,
                Rule(rule),
                write.value,
                clock.last,
                seen,
                group,
                extra={ASKED: True} if write.is_asked else {},
                schema=records.SCHEMA,
            )
        )
    return changes, clock


def _checked_rule(write: Write) -> str:
    row = records.KINDS.get(write.kind)
    if row is None or write.field not in row.fields:
        raise NotFound(f"There is no field '{write.field}' of a {write.kind}; check the spelling.")
    rule = row.fields[write.field].rule
    problem = records.problem_with(
        write.kind, write.field, rule, write.value, is_removal=write.removes is not None
    )
    if problem:
        raise BadInput(problem)
    return rule


def _seen(state: merge.RecordState, write: Write, rule: str) -> tuple[str, ...]:
    if rule == Rule.TEXT.value:
        return merge.live_ids(state, write.field)
    return merge.live_ids(state, write.field, write.removes) if write.removes is not None else ()
