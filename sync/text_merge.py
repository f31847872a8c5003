"""Two texts written apart from one ancestor: joined where neither touched what the other wrote.

Only the server asks this, and only through `sync.versions`; a device never joins texts by itself.
Where two edits touch, nobody but a person can tell what was meant, so the answer is None and both
texts stay. Line and word diffs that also joined touching edits lost typed words; this one cannot:
of every word the joined text holds as many as one text plus the other less their ancestor.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

EDITS_LIMIT = 400  # words put in and taken out by one side; the work grows with the square of it
STEPS_LIMIT = 400_000  # all that one push may spend on comparing, whatever it sends

_ENDS = r"\s,.;:!?…、。，；：！？।۔؟"
_WORD = re.compile(f"[^{_ENDS}]+[{_ENDS}]*|[{_ENDS}]+")
_ONLY_ENDS = re.compile(f"[{_ENDS}]*")


@dataclass(slots=True)
class Effort:
    """How many steps of comparing are left; shared by all the texts of one push."""

    steps: int = STEPS_LIMIT


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Words `start` to `stop` of the ancestor that one side replaced by `words`."""

    start: int
    stop: int
    words: tuple[str, ...]


def joined(ancestor: str, one: str, other: str, effort: Effort) -> str | None:
    """Both edits of `ancestor` in one text; None where they touch, or where there are too many.

    The same whichever of the two is named first. A word is what stands between spaces and clause
    marks, with those that follow it; edits touch unless a whole untouched word lies between them.
    """
    if one == other:
        return one
    words = split(ancestor)
    mine = _hunks(words, split(one), effort)
    theirs = _hunks(words, split(other), effort)
    if mine is None or theirs is None:
        return None
    hunks = sorted((*mine, *theirs), key=lambda hunk: (hunk.start, hunk.stop))
    own = {id(hunk) for hunk in mine}
    for before, after in itertools.pairwise(hunks):
        is_same_hand = (id(before) in own) == (id(after) in own)
        if not is_same_hand and not _has_word(words[before.stop : after.start]):
            return None
    pieces: list[str] = []
    place = 0
    for hunk in hunks:
        pieces += words[place : hunk.start]
        pieces += hunk.words
        place = hunk.stop
    return "".join((*pieces, *words[place:]))


def split(text: str) -> list[str]:
    """The words of a text, each with the spaces and clause marks that follow it."""
    return _WORD.findall(text)


def _has_word(words: Sequence[str]) -> bool:
    return any(_ONLY_ENDS.fullmatch(word) is None for word in words)


def _hunks(before: Sequence[str], after: Sequence[str], effort: Effort) -> list[_Hunk] | None:
    """What turns `before` into `after`, in order; None beyond EDITS_LIMIT."""
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    least = min(len(before), len(after)) - head
    while tail < least and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    kept = _kept(old, new, effort)
    if kept is None:
        return None
    hunks = []
    x = y = 0
    for at_old, at_new in (*kept, (len(old), len(new))):
        if x < at_old or y < at_new:
            hunks.append(_Hunk(head + x, head + at_old, tuple(new[y:at_new])))
        x, y = at_old + 1, at_new + 1
    return hunks


def _kept(old: Sequence[str], new: Sequence[str], effort: Effort) -> list[tuple[int, int]] | None:
    """Places (in old, in new) of a longest common subsequence; None beyond a limit.

    Source: Myers, "An O(ND) difference algorithm and its variations" (1986), greedy, with the
    furthest points of each round kept to walk back along.
    """
    if set(old).isdisjoint(new):
        return []
    furthest = {1: 0}
    rounds: list[dict[int, int]] = []
    for edits in range(min(EDITS_LIMIT, len(old) + len(new)) + 1):
        effort.steps -= edits + 1
        if effort.steps < 0:
            return None
        rounds.append(dict(furthest))
        for diagonal in range(-edits, edits + 1, 2):
            x = _step(furthest, diagonal, edits)
            y = x - diagonal
            while x < len(old) and y < len(new) and old[x] == new[y]:
                x, y = x + 1, y + 1
            furthest[diagonal] = x
            if x >= len(old) and y >= len(new):
                return _walked_back(rounds, len(old), len(new))
    return None


def _step(furthest: dict[int, int], diagonal: int, edits: int) -> int:
    """How far one more edit reaches on a diagonal: down by an insertion, or right by a removal."""
    is_down = _is_down(furthest, diagonal, edits)
    return furthest[diagonal + 1] if is_down else furthest[diagonal - 1] + 1


def _is_down(furthest: dict[int, int], diagonal: int, edits: int) -> bool:
    return diagonal == -edits or (
        diagonal != edits and furthest[diagonal - 1] < furthest[diagonal + 1]
    )


def _walked_back(rounds: list[dict[int, int]], x: int, y: int) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for edits in range(len(rounds) - 1, -1, -1):
        diagonal, furthest = x - y, rounds[edits]
        start_x = _step(furthest, diagonal, edits)
        start_y = start_x - diagonal
        while x > start_x and y > start_y:
            x, y = x - 1, y - 1
            kept.append((x, y))
        is_down = _is_down(furthest, diagonal, edits)
        x, y = (start_x, start_y - 1) if is_down else (start_x - 1, start_y)
    kept.reverse()
    return kept
