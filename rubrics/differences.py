"""What a newer version of a framework or rubric changes, matched by identifier.

Identity is the identifier alone: an item with other words or another code is the same item, and one
with the same words and another identifier is not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields

from rubrics.framework import Competency, Framework
from rubrics.limits import REPORT_EXAMPLE_CHARACTERS_MAX, REPORT_EXAMPLE_COUNT_MAX
from rubrics.report import Remark
from rubrics.rubric import Criterion, Level, Rubric

_PLACE = frozenset({"parent_id", "position", "depth"})
_NOT_SHOWN = frozenset({"framework_id", "uri", "competency_uri", "competency_title"})
_PARTS = frozenset({"criteria", "levels", "groups", "framework_id", "source_hash", "uri", "_by_id"})


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids that are new, gone, changed in their words, or moved, in the order of the versions.

    `changed` maps an id to the names of the fields that say something else.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    moved: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether both versions say the same."""
        return not (self.added or self.removed or self.changed or self.moved or self.remarks)


def framework_difference(before: Framework, after: Framework) -> Difference:
    """What `after` changes in `before`. Moved: another parent, or another order there."""
    olds, news = before.by_id, after.by_id
    added = tuple(one for one in news if one not in olds)
    removed = tuple(one for one in olds if one not in news)
    changed: dict[str, tuple[str, ...]] = {}
    moved: list[str] = []
    orders = _orders(before, after)
    for item_id, new in news.items():
        old = olds.get(item_id)
        if old is None:
            continue
        names = _unlike(old, new, _PLACE | _NOT_SHOWN)
        if names:
            changed[item_id] = names
        if old.parent_id != new.parent_id or item_id in orders:
            moved.append(item_id)
    remarks = (
        *_head_remark(_unlike(before, after, frozenset({"competencies", *_PARTS, "_children"}))),
        *_remark("items-new", (_name(news[one]) for one in added)),
        *_remark("items-gone", (_name(olds[one]) for one in removed)),
        *_remark("items-changed", (_name(news[one]) for one in changed)),
        *_remark("items-moved", (_name(news[one]) for one in moved)),
    )
    return Difference(added, removed, changed, tuple(moved), remarks)


def rubric_difference(before: Rubric, after: Rubric) -> Difference:
    """What `after` changes in `before`: ids of criteria and of levels."""
    olds, news = _parts(before), _parts(after)
    added = tuple(one for one in news if one not in olds)
    removed = tuple(one for one in olds if one not in news)
    changed = {
        one: names
        for one, new in news.items()
        if one in olds and (names := _unlike(olds[one], new, _PARTS | _NOT_SHOWN | {"position"}))
    }
    moved = tuple(_out_of_order(list(olds), list(news)))
    remarks = (
        *_head_remark(_unlike(before, after, _PARTS)),
        *_remark("parts-new", (_label(news[one]) for one in added)),
        *_remark("parts-gone", (_label(olds[one]) for one in removed)),
        *_remark("parts-changed", (_label(news[c]) for c in changed)),
        *_remark("parts-moved", (_label(news[m]) for m in moved)),
    )
    return Difference(added, removed, changed, moved, remarks)


def _orders(before: Framework, after: Framework) -> set[str]:
    """Ids that stand in another order among the siblings that both versions have."""
    found: set[str] = set()
    for parent in (None, *after.by_id):
        olds = [one.id for one in before.children(parent)]
        news = [one.id for one in after.children(parent)]
        if olds != news:
            found.update(_out_of_order(olds, news))
    return found


def _out_of_order(olds: Sequence[str], news: Sequence[str]) -> list[str]:
    """Of the ids in both, those whose place among these is another."""
    both = set(olds) & set(news)
    old_order = [one for one in olds if one in both]
    new_order = [one for one in news if one in both]
    return [new for old, new in zip(old_order, new_order, strict=True) if old != new]


def _unlike(old: object, new: object, left_out: frozenset[str]) -> tuple[str, ...]:
    names = (one.name for one in fields(old) if one.name not in left_out)  # type: ignore[arg-type]
    return tuple(name for name in names if getattr(old, name) != getattr(new, name))


def _parts(rubric: Rubric) -> dict[str, Criterion | Level]:
    found: dict[str, Criterion | Level] = {}
    for criterion in rubric.criteria:
        found[criterion.id] = criterion
        # Levels may share an id across criteria; together with the criterion it names one.
        found.update((f"{criterion.id}/{level.id}", level) for level in criterion.levels)
    return found


def _name(competency: Competency) -> str:
    return competency.code or competency.wording()


def _label(part: Criterion | Level) -> str:
    return part.title if isinstance(part, Criterion) else part.name


def _head_remark(names: tuple[str, ...]) -> tuple[Remark, ...]:
    """That something of the whole is another; its examples are the names of all such fields."""
    return (Remark("whole-changed", len(names), names),) if names else ()


def _remark(code: str, names: Iterable[str]) -> tuple[Remark, ...]:
    found = list(names)
    if not found:
        return ()
    shown = (
        " ".join(one.split())[:REPORT_EXAMPLE_CHARACTERS_MAX]
        for one in found[:REPORT_EXAMPLE_COUNT_MAX]
    )
    return (Remark(code, len(found), tuple(shown)),)
