"""How one learner likes the app to look, to move and to lock: the choices, and what is kept."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from types import MappingProxyType
from typing import Any

from portfolio_app.student.theme import TEXT_SCALES, TYPEFACES

APPEARANCES = ("auto", "light", "dark")
CONTRASTS = ("auto", "usual", "strong")
SPACINGS = ("usual", "wide")
MOTIONS = ("auto", "still")
LOCK_AFTER_CHOICES_SECONDS = (120, 300, 600, 1800)


@dataclass(frozen=True, slots=True)
class Preferences:
    """How one learner likes the app. Kept sealed with their work."""

    appearance: str = "auto"
    contrast: str = "auto"
    text_scale: float = 1.0
    typeface: str = "lexend"
    spacing: str = "usual"
    motion: str = "auto"
    reads_aloud: bool = False
    lock_after_seconds: int = 600

    @staticmethod
    def read(stored: Any, default: "Preferences") -> "Preferences":
        """From stored JSON; whatever does not fit is as in `default`."""
        if not isinstance(stored, Mapping):
            return default
        fitting = {
            name: choice
            for name, choices in _CHOICES.items()
            for choice in choices
            # True is 1 to Python, and would be a size of words.
            if choice == (kept := stored.get(name))
            and isinstance(choice, bool) is isinstance(kept, bool)
        }
        return replace(default, **fitting)

    def stored(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)


_CHOICES: Mapping[str, tuple[Any, ...]] = MappingProxyType(
    {
        "appearance": APPEARANCES,
        "contrast": CONTRASTS,
        "text_scale": TEXT_SCALES,
        "typeface": tuple(TYPEFACES),
        "spacing": SPACINGS,
        "motion": MOTIONS,
        "reads_aloud": (False, True),
        "lock_after_seconds": LOCK_AFTER_CHOICES_SECONDS,
    }
)
