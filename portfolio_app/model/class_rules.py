"""What a class chose: whether a self-assessment is sealed, what makes a level, what is enough.

Each decision is a record that stays; of each question the newest decision counts, so that a page
can say who chose it and when.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from portfolio_app.model.enough import EnoughRule
from portfolio_app.model.level_rules import METHODS, NEWEST_PERCENT, LevelRule

HUNDRED = 100
_ENOUGH = ("pieces", "contexts", "recent", "recent_days", "alone")


@dataclass(frozen=True, slots=True)
class ClassRules:
    """The rules that hold now. `seals`: teachers see a self-assessment only after rating it."""

    seals: bool = False
    level: LevelRule = field(default_factory=LevelRule)
    enough: EnoughRule = field(default_factory=EnoughRule)


def read_class_rules(records: Iterable[tuple[str, Mapping[str, Any]]]) -> ClassRules:
    """The rules from all decisions, as (scope of the class, record), of a learner's classes.

    Where two classes differ, the newest decision counts for a rule, and one class that seals is
    enough: a child who was promised to go first does go first.
    """
    now: dict[str, Any] = {}
    seals: dict[str, bool] = {}
    for scope, record in sorted(records, key=_when):
        now |= {name: value for name, value in record.items() if value is not None}
        if isinstance(record.get("seals_self_assessment"), bool):
            seals[scope] = record["seals_self_assessment"]
    method = now.get("level_method")
    chosen = now.get("enough")
    return ClassRules(
        any(seals.values()),
        LevelRule(
            method if method in METHODS else METHODS[0],
            _percent(now.get("newest_percent")),
        ),
        _enough(chosen if isinstance(chosen, Mapping) else {}),
    )


def rule_fields(rules: ClassRules) -> dict[str, Any]:
    """The rules as the fields of a record, and as `read_class_rules` reads them again."""
    enough = rules.enough
    return {
        "seals_self_assessment": rules.seals,
        "level_method": rules.level.method,
        "newest_percent": rules.level.newest_percent,
        "enough": {name: getattr(enough, name) for name in _ENOUGH},
    }


def _when(decision: tuple[str, Mapping[str, Any]]) -> tuple[int, str]:
    return decision[1].get("at_ms") or 0, str(decision[1].get("id"))


def _percent(stored: Any) -> int:
    return stored if isinstance(stored, int) and 0 < stored < HUNDRED else NEWEST_PERCENT


def _enough(stored: Mapping[str, Any]) -> EnoughRule:
    usual = EnoughRule()
    return EnoughRule(
        **{
            name: stored[name] if isinstance(stored.get(name), int) else getattr(usual, name)
            for name in _ENOUGH
        }
    )
