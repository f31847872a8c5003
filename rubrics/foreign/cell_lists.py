"""Lists that stand in one cell of a table: taken apart, and put together so that they come back."""

import re
from collections.abc import Iterable

from rubrics.case.file import Json

_BAR = re.compile(r"(?<!\\)\|")
_OTHER_MARKS = re.compile("[,;]")


def split_list(text: str, marks: str = ",;|") -> list[Json]:
    """The members of a list; where bars part it, commas belong to what is said.

    A bar after a backslash is part of its member.
    """
    if "|" in marks and (_BAR.search(text) or marks == "|"):
        parts = [part.replace("\\|", "|") for part in _BAR.split(text)]
    else:
        parts = re.split(f"[{marks}]", text)
    return [part.strip() for part in parts if part.strip()]


def joined_list(members: Iterable[str]) -> str:
    """A list as one text, as `split_list` takes it apart again."""
    parts = [f"{one} " if one.endswith("\\") else one for one in members]
    escaped = [one.replace("|", "\\|") for one in parts]
    alone = len(escaped) == 1 and (_OTHER_MARKS.search(escaped[0]) or "|" in escaped[0])
    return f"{escaped[0]}|" if alone else "|".join(escaped)
