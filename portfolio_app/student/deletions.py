"""What the school deleted goes from this device too: rows and files, in one durable step.

Sealed files and what the log still holds of them follow after it; a crash between leaves a note,
and the next opening goes on.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from portfolio_app.model.people import OWN_SCOPE
from portfolio_app.student import arriving, attention, own_order, sketching
from portfolio_app.student.portfolio import LINK_TOKENS, Portfolio
from sync import merge
from sync.change import Change
from sync.client import Progress

_MEDIA_FIELDS = ("media", "preview", "thumbnail")

_Going = list[tuple[str, Mapping[str, Any]]]


def store_progress(portfolio: Portfolio, progress: Progress, pushed: Sequence[Change] = ()) -> bool:
    """Store an answer inside a durable step, with all that goes by it; True when anything went.

    `pushed`: what the request brought, where there was one: what waits stays behind it.

    Records that were erased lose their files, originals and links; a class that is closed to this
    learner its frameworks and rubrics. What another record still names stays.
    """
    going = _going(portfolio, progress)
    overtaker = own_order.overtaking(portfolio, progress, pushed)
    portfolio.store.put_progress(progress, portfolio.world.new_id)
    if overtaker is not None:
        own_order.fall_in(portfolio, progress, overtaker)
    attention.settle(portfolio)
    if not going:
        return False
    files = [view["id"] for kind, view in going if kind == "file"]
    portfolio.let_originals_go(files)
    sketching.forget_files(portfolio, files)
    _let_links_go(portfolio, [view["id"] for kind, view in going if kind == "link"])
    named = _named(view for _, view in going)
    named |= {original for _, view in going if (original := view.get("original"))}
    still = still_named(portfolio)
    named |= arriving.forget(portfolio.vault, named - still)
    portfolio.let_files_go(named - still)
    portfolio.note_deleting()
    return True


def still_named(portfolio: Portfolio) -> set[str]:
    """All files that a record or an original on this device stands for."""
    files = portfolio.store.of_kind("file")
    library = (view for _, view in portfolio.store.library())
    return _named(files) | _named(library) | portfolio.original_hashes()


def _going(portfolio: Portfolio, progress: Progress) -> _Going:
    """(kind, view) of what this answer takes away, as it is before; a file with its original."""
    found: _Going = []
    for key, (_, state) in progress.confirmed.items():
        shown = portfolio.store.shown(*key) if merge.is_erased(state) else None
        if shown is None or merge.ERASED_FIELD in shown[0].view:
            continue
        view = dict(shown[0].view)
        if shown[0].kind == "file":
            view["original"] = portfolio.original_of(view["id"])
        found.append((shown[0].kind, view))
    closed = set(progress.dropped) - {OWN_SCOPE}
    found += [("library", view) for scope, view in portfolio.store.library() if scope in closed]
    return found


def _named(views: Iterable[Mapping[str, Any]]) -> set[str]:
    named = (view.get(name) for view in views for name in _MEDIA_FIELDS)
    return {media for media in named if isinstance(media, str) and media}


def _let_links_go(portfolio: Portfolio, links: Iterable[str]) -> None:
    tokens = portfolio.vault.get_setting(LINK_TOKENS) or {}
    kept = {link: token for link, token in tokens.items() if link not in set(links)}
    if len(kept) < len(tokens):
        portfolio.vault.put_setting(LINK_TOKENS, kept)
