"""Letters for pictures, out of the fonts of the app: for each script the one that has it.

A letter that no font has is left out: an empty box would say nothing either.
"""

from __future__ import annotations

import contextlib
import io
import unicodedata
from collections.abc import Iterator
from importlib.resources.abc import Traversable

from PIL import Image, ImageDraw, ImageFont

from portfolio_app.settings import asset

FOLDER = "vendor"
FIRST = ("lexend-latin.woff2", "lexend-latin-ext.woff2", "lexend-vietnamese.woff2")
LAST = "notosanskr"
"""Has ideographs too, in the shapes of another language than most who write them."""

COLOURED = "notocoloremoji"
ENDING = ".woff2"
PROBE_PX = 16
REGULAR = 400
_WEIGHT = ("Weight", b"Weight")
_NOBODY_HAS = "\uffff"


class Letters:
    """The fonts that were needed so far; each is opened at most once a size."""

    def __init__(self) -> None:
        self._files: list[Traversable] | None = None
        self._raw: dict[str, bytes] = {}
        self._fonts: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}

    def line(self, text: str, size_px: int, ink: tuple[int, int, int]) -> Image.Image:
        """A line of text on nothing, its upper left corner where the line begins."""
        runs = list(self._runs(text))
        fonts = [(run, self._font(name, size_px)) for name, run in runs]
        width = sum(font.getlength(run) for run, font in fonts)
        picture = Image.new("RGBA", (int(width) + size_px, 2 * size_px), (*ink, 0))
        brush = ImageDraw.Draw(picture)
        x = 0.0
        for run, font in fonts:
            brush.text((x, size_px), run, fill=(*ink, 255), font=font, anchor="ls")
            x += font.getlength(run)
        return picture

    def _runs(self, text: str) -> Iterator[tuple[str, str]]:
        """Parts of a text, each with the name of a font that has all its letters."""
        whole = self._having(text)
        if whole:
            yield whole, text
            return
        name, run = "", ""
        for letter in text:
            if name and self._has(name, letter):
                run += letter
                continue
            found = self._having(letter)
            if not found:
                continue
            if run:
                yield name, run
            name, run = found, letter
        if run:
            yield name, run

    def _having(self, text: str) -> str:
        named = (file.name for file in self._all())
        return next((name for name in named if all(self._has(name, one) for one in text)), "")

    def _has(self, name: str, letter: str) -> bool:
        if letter.isspace():
            return True
        if _is_slice(name) and not _is_east_asian(letter):
            return False
        probe = self._font(name, PROBE_PX)
        return bytes(probe.getmask(letter)) != bytes(probe.getmask(_NOBODY_HAS))

    def _font(self, name: str, size_px: int) -> ImageFont.FreeTypeFont:
        found = self._fonts.get((name, size_px))
        if found is None:
            if name not in self._raw:
                file = next(one for one in self._all() if one.name == name)
                self._raw[name] = file.read_bytes()
            found = _regular(ImageFont.truetype(io.BytesIO(self._raw[name]), size_px))
            self._fonts[name, size_px] = found
        return found

    def _all(self) -> list[Traversable]:
        """Every font file: those of our own letters first, the many slices of one script last."""
        if self._files is None:
            folders = [one for one in asset(FOLDER).iterdir() if one.is_dir()]
            files = [
                file
                for folder in sorted(folders, key=lambda one: one.name)
                if folder.name != COLOURED
                for file in sorted(folder.iterdir(), key=lambda one: one.name)
                if file.name.endswith(ENDING)
            ]
            self._files = sorted(files, key=lambda file: _rank(file.name))
        return self._files


def _regular(font: ImageFont.FreeTypeFont) -> ImageFont.FreeTypeFont:
    """One file may hold all weights of a typeface, and begin with the thinnest."""
    with contextlib.suppress(OSError):  # it has one weight only
        axes = font.get_variation_axes()
        font.set_variation_by_axes(
            [REGULAR if axis["name"] in _WEIGHT else axis["default"] or 0 for axis in axes]
        )
    return font


def _rank(name: str) -> int:
    if name in FIRST:
        return FIRST.index(name)
    return len(FIRST) + _is_slice(name) + name.startswith(LAST)


def _is_east_asian(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF" and unicodedata.category(letter) != "So"


def _is_slice(name: str) -> bool:
    """Whether a file is one of the many that the ideographs of one typeface are spread over."""
    return name.removesuffix(ENDING).rpartition(".")[2].isdigit()
