"""What the school did not take, kept with its content until its learner says what becomes of it.

Nothing here leaves by itself: a refused change waits again, or goes, by a tap. Deletions that the
school asks about first stand apart, as one question. So does what was not taken from a device that
the learner had left: it came back as a record of theirs. No Flet and no HTTP may enter.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from portfolio_app.model.deletion import ASKED, ASKS_FIRST, was_put_back
from portfolio_app.model.people import OWN_SCOPE
from portfolio_app.model.returned import RETURNED, record_of, standing
from portfolio_app.model.sending import Sending
from portfolio_app.student.portfolio import Portfolio, Write
from portfolio_app.student.portfolio_shapes import Outlook
from sync.change import JSON, Change, from_json
from sync.errors import PeerError

ERASED = "erased"
_WORDS_FIELDS = ("title", "caption", "words", "story", "name", "competencies", "next_step")

Refusal = tuple[Change, str]
"""A change and why the school did not take it."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What the school did not take of one record, for one `reason` (a word of wire.md).

    `words` are what was typed or chosen in it; `work` is the work it belongs to, or "".
    """

    kind: str
    record: str
    fields: tuple[str, ...]
    reason: str
    work: str
    words: tuple[str, ...]
    changes: tuple[str, ...]

    @property
    def can_be_offered(self) -> bool:
        """Whether to offer it again makes sense: not where everything was erased for good."""
        return self.reason != ERASED


@dataclass(frozen=True, slots=True)
class Attention:
    """All that waits for the learner's word. `going`: works that the school asks about before they
    are in the bin.
    """

    troubles: tuple[Trouble, ...] = ()
    going: tuple[str, ...] = ()


def attention(portfolio: Portfolio) -> Attention:
    """What waits for the learner's word, oldest first."""
    with portfolio.lock:
        refused = (*portfolio.store.refused(), *_returned(portfolio))
        asked = [change.record for change, reason in refused if reason == ASKS_FIRST]
        together: dict[tuple[str, str, str], list[Change]] = {}
        for change, reason in refused:
            if reason != ASKS_FIRST:
                together.setdefault((change.scope, change.record, reason), []).append(change)
        troubles = [_trouble(portfolio, key[2], changes) for key, changes in together.items()]
    return Attention(tuple(troubles), tuple(dict.fromkeys(asked)))


def outlook(portfolio: Portfolio) -> Outlook:
    """What of everything has not reached the school, or waits for the learner's word."""
    with portfolio.lock:
        found, more = portfolio.sending_overall(), len(_returned(portfolio))
    return replace(found, state=Sending.ASK, refused=found.refused + more) if more else found


def offer_again(portfolio: Portfolio, changes: Sequence[str]) -> None:
    """Keep what was refused, and send it again as what was said last."""
    with portfolio.durable():
        _take_over(portfolio, lambda one: one[0].id in changes)
        _offer(portfolio, _refused(portfolio, changes))


def let_go(portfolio: Portfolio, changes: Sequence[str]) -> tuple[Refusal, ...]:
    """Take refused changes away; what the school has shows again. Returns them for `put_back`."""
    with portfolio.durable():
        _take_over(portfolio, lambda one: one[0].id in changes)
        gone = _refused(portfolio, changes)
        portfolio.store.let_go(change.id for change, _ in gone)
    return gone


def put_back(portfolio: Portfolio, gone: Iterable[Refusal]) -> None:
    """Undo `let_go`: they are refused and shown as before."""
    with portfolio.durable():
        portfolio.store.put_refused(list(gone))


def bin_them(portfolio: Portfolio) -> None:
    """Yes: the works that the school asks about go into the bin."""
    with portfolio.durable():
        _take_over(portfolio, _asks_first)
        _offer(portfolio, _asked(portfolio), extra={ASKED: True})


def keep_them(portfolio: Portfolio) -> None:
    """No: the works that the school asks about are back in My work, here and everywhere."""
    with portfolio.durable():
        _take_over(portfolio, _asks_first)
        gone = _asked(portfolio)
        portfolio.store.let_go(change.id for change, _ in gone)
        binned = [
            record
            for record in dict.fromkeys(change.record for change, _ in gone)
            if (portfolio.store.view(OWN_SCOPE, record) or {}).get("binned_ms") is not None
        ]
        if binned:
            portfolio.write([Write("artifact", record, "binned_ms", None) for record in binned])


def settle(portfolio: Portfolio) -> None:
    """Ask no more about works that were taken out of the bin since; inside a durable step."""
    settled = [one.id for one, _ in _asked(portfolio) if _was_put_back(portfolio, one)]
    portfolio.store.let_go(settled)


def _refused(portfolio: Portfolio, changes: Sequence[str]) -> tuple[Refusal, ...]:
    """Those of these changes that are refused: what waits is not touched from here."""
    return tuple(one for one in portfolio.store.refused() if one[0].id in changes)


def _asked(portfolio: Portfolio) -> tuple[Refusal, ...]:
    return tuple(filter(_asks_first, portfolio.store.refused()))


def _asks_first(refusal: Refusal) -> bool:
    return refusal[1] == ASKS_FIRST


def _was_put_back(portfolio: Portfolio, deletion: Change) -> bool:
    state = portfolio.store.state(deletion.scope, deletion.record)
    return was_put_back(deletion.stamp, state.get(deletion.field))


def _returned(portfolio: Portfolio) -> tuple[Refusal, ...]:
    """What came back from a device that was left; nothing that this device refused itself, and no
    question about works that were taken out of the bin since.
    """
    here = {change.id for change, _ in portfolio.store.refused()}
    found: list[Refusal] = []
    for one in standing(view for _, view in portfolio.records(RETURNED)):
        with suppress(PeerError):
            found.append((from_json(one.change), one.reason))
    return tuple(
        one
        for one in found
        if one[0].id not in here and not (_asks_first(one) and _was_put_back(portfolio, one[0]))
    )


def _take_over(portfolio: Portfolio, wanted: Callable[[Refusal], bool]) -> None:
    """Let what came back be as if this very device had been told no; the others hear of it."""
    mine = [one for one in _returned(portfolio) if wanted(one)]
    if mine:
        now_ms = portfolio.now_ms()
        portfolio.store.put_refused(mine)
        portfolio.write(
            [Write(RETURNED, record_of(one.id), "settled_ms", now_ms) for one, _ in mine]
        )


def _offer(
    portfolio: Portfolio, refused: Sequence[Refusal], extra: Mapping[str, JSON] | None = None
) -> None:
    """With their old ids, which the school has never taken, and stamps of now."""
    with portfolio.durable():
        clock, now_ms = portfolio.clock(), portfolio.now_ms()
        again: list[Change] = []
        for change, _ in refused:
            clock = clock.tick(now_ms)
            parts = {**change.extra, **(extra or {})}
            again.append(replace(change, stamp=clock.last, extra=parts))
        portfolio.keep_clock(clock)
        portfolio.store.offer_again(again)


def _trouble(portfolio: Portfolio, reason: str, changes: Sequence[Change]) -> Trouble:
    first = changes[0]
    view = portfolio.store.view(first.scope, first.record) or {}
    work = first.record if first.kind == "artifact" else view.get("artifact")
    return Trouble(
        first.kind,
        first.record,
        tuple(dict.fromkeys(change.field for change in changes)),
        reason,
        work if isinstance(work, str) else "",
        tuple(words for change in changes for words in _words(change)),
        tuple(change.id for change in changes),
    )


def _words(change: Change) -> Iterable[str]:
    """What a person typed or chose in a change; never ids, hashes or sizes."""
    value = change.value
    if change.field in _WORDS_FIELDS and isinstance(value, str) and value:
        yield value
    elif change.field == "ratings" and isinstance(value, dict):
        whys = (one.get("why") for one in value.values() if isinstance(one, dict))
        yield from (why for why in whys if isinstance(why, str) and why)
