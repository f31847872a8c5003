"""Words of one direction among those of the other: fenced in, so that none reorders its neighbours.

Two invisible characters do it (Unicode Standard Annex 9, sections 2.4 and 3.1). They stand only
where they are needed: screen readers, copied text and search meet them nowhere else. What people
wrote is kept without them; they come in on the way to the screen.
"""

import re
import unicodedata

_LEFT_TO_RIGHT_ISOLATE = "\u2066"
_FIRST_STRONG_ISOLATE = "\u2068"
_POP_DIRECTIONAL_ISOLATE = "\u2069"
_FENCED = re.compile(
    f"{_FIRST_STRONG_ISOLATE}[^{_POP_DIRECTIONAL_ISOLATE}]*{_POP_DIRECTIONAL_ISOLATE}"
)
_LEFT, _RIGHT = frozenset({"L"}), frozenset({"R", "AL"})


def fenced(text: str) -> str:
    """The text between the two characters: it runs in the direction of its first strong letter."""
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_DIRECTIONAL_ISOLATE}"


def as_printed(text: str) -> str:
    """Groups of digits or letters in the order in which paper and other screens have them."""
    return f"{_LEFT_TO_RIGHT_ISOLATE}{text}{_POP_DIRECTIONAL_ISOLATE}"


def runs_against(text: str, *, right_to_left: bool) -> bool:
    """Whether any letter runs against a sentence; what is fenced in already reorders nothing."""
    against = _LEFT if right_to_left else _RIGHT
    return any(unicodedata.bidirectional(one) in against for one in _FENCED.sub("", text))


def begins_against(text: str, *, right_to_left: bool) -> bool:
    """Whether the first letter that has a direction runs against the page (UAX 9, rule P2)."""
    for one in _FENCED.sub("", text):
        direction = unicodedata.bidirectional(one)
        if direction in _LEFT or direction in _RIGHT:
            return (direction in _RIGHT) is not right_to_left
    return False


def in_its_own_way(text: str, *, right_to_left: bool) -> str:
    """A text of its own on a page: each line that begins against the page runs its own way.

    Without that a full stop after an English sentence stands at its beginning on an Arabic page.
    """
    if text.isascii() and not right_to_left:
        return text
    return "\n".join(
        fenced(line) if begins_against(line, right_to_left=right_to_left) else line
        for line in text.split("\n")
    )
