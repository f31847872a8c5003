"""Looks for a learner's words and pictures lying unsealed in folders: used after each step of a
journey.
"""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

WINDOW_BYTES = 64
WINDOWS_PER_FILE = 48
WINDOW_BEGINS = b"\xa7"
"""Where there is a choice, so that all windows are looked for at once: by the byte they share."""

WORDS_BYTES_LEAST = 8
_OVERLAP_BYTES = 4096
_READ_BYTES = 8 << 20


@dataclass(frozen=True, slots=True)
class Leak:
    """Where something lay open, and what it was."""

    path: Path
    what: str


def needles(texts: Mapping[str, str], contents: Mapping[str, bytes]) -> dict[bytes, str]:
    """What to look for: texts as UTF-8, UTF-16 and Base64; contents as evenly spread 64-byte
    windows.
    """
    wanted: dict[bytes, str] = {}
    for name, text in texts.items():
        raw = text.encode()
        assert len(raw) >= WORDS_BYTES_LEAST, f"{name} is too short to be found with certainty"
        wanted[raw] = name
        wanted[text.encode("utf-16-le")] = f"{name} in UTF-16"
        wanted[base64.b64encode(raw)[: len(raw) // 3 * 4]] = f"{name} in Base64"
    for name, content in contents.items():
        step = max(1, (len(content) - WINDOW_BYTES) // WINDOWS_PER_FILE)
        for start in range(0, len(content) - WINDOW_BYTES, step):
            found = content.find(WINDOW_BEGINS, start, min(start + step, len(content)))
            place = start if found < 0 or found + WINDOW_BYTES > len(content) else found
            window = content[place : place + WINDOW_BYTES]
            if len(set(window)) > WINDOW_BYTES // 4:  # a run of zeros would be found anywhere
                wanted.setdefault(window, name)
    return wanted


def leaks(folders: Iterable[Path], wanted: Mapping[bytes, str]) -> list[Leak]:
    """Every place where one of the needles lies open, in file contents and file names."""
    windows = {one: what for one, what in wanted.items() if _is_window(one)}
    others = {one: what for one, what in wanted.items() if not _is_window(one)}
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = str(path.relative_to(folder)).encode(errors="surrogateescape")
            found += [Leak(path, what) for needle, what in wanted.items() if needle in name]
            if path.is_file() and not path.is_symlink():
                found += [Leak(path, what) for what in _in_file(path, windows, others)]
    return found


def _is_window(needle: bytes) -> bool:
    return len(needle) == WINDOW_BYTES and needle.startswith(WINDOW_BEGINS)


def _in_file(path: Path, windows: Mapping[bytes, str], others: Mapping[bytes, str]) -> set[str]:
    found: set[str] = set()
    try:
        with path.open("rb") as file:
            tail = b""
            while chunk := file.read(_READ_BYTES):
                piece = tail + chunk
                found.update(what for needle, what in others.items() if needle in piece)
                found.update(_windows_in(piece, windows))
                tail = piece[-_OVERLAP_BYTES:]
    except FileNotFoundError:  # a temporary file that its program has just removed
        return found
    return found


def _windows_in(piece: bytes, windows: Mapping[bytes, str]) -> set[str]:
    found: set[str] = set()
    at = piece.find(WINDOW_BEGINS) if windows else -1
    while at >= 0:
        window = piece[at : at + WINDOW_BYTES]
        if window in windows:
            found.add(windows[window])
        at = piece.find(WINDOW_BEGINS, at + 1)
    return found
