"""A drawing as a picture: paper or a photo below, the marks above, painted for good."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from portfolio_app.model.drawing import (
    BOX,
    LINE,
    LINE_HEIGHT,
    LONGEST,
    OVAL,
    RUBBER,
    WORDS,
    Drawing,
    Mark,
)
from portfolio_app.student.pictures.letters import Letters
from portfolio_app.student.pictures.opening import opened

LONGEST_PIXELS = 1600
FINER = 2
"""Marks are painted so many times larger and then shrunk: their edges come out smooth."""

JPEG_QUALITY = 90
_CLEAR = (0, 0, 0, 0)


def flatten(drawing: Drawing, beneath: bytes | None) -> tuple[bytes, str]:
    """Paint a drawing: bytes, and "png" for one on paper or "jpg" for one over a photo.

    `beneath` is the upright picture under it, without a place. Raises UnsupportedPicture for one
    that cannot be opened.
    """
    width, height = (max(1, side * LONGEST_PIXELS // LONGEST) for side in _sides(drawing))
    layer = Image.new("RGBA", (width * FINER, height * FINER), _CLEAR)
    brush, letters, scale = ImageDraw.Draw(layer), Letters(), width * FINER / drawing.width
    for mark in drawing.marks:
        if mark.tool == WORDS:
            _write(layer, letters, mark, scale)
        else:
            _paint(brush, mark, scale)
    layer = layer.resize((width, height), Image.Resampling.BOX)
    sheet = Image.new("RGB", (width, height), "white")
    if beneath is not None:
        with opened(beneath, "") as picture:
            sheet.paste(picture.convert("RGB").resize((width, height)))
    sheet.paste(layer, mask=layer.getchannel("A"))
    output = io.BytesIO()
    if beneath is None:
        sheet.save(output, "PNG")
        return output.getvalue(), "png"
    sheet.save(output, "JPEG", quality=JPEG_QUALITY)
    return output.getvalue(), "jpg"


def _sides(drawing: Drawing) -> tuple[int, int]:
    return drawing.width, drawing.height


def _paint(brush: ImageDraw.ImageDraw, mark: Mark, scale: float) -> None:
    ink = _CLEAR if mark.tool == RUBBER else _rgba(mark.colour)
    points = [(x * scale, y * scale) for x, y in mark.points]
    width = max(1, round(mark.width * scale))
    if mark.tool in (BOX, OVAL):
        (left, top), (right, bottom) = points
        corners = (min(left, right), min(top, bottom), max(left, right), max(top, bottom))
        half = width / 2
        outer = (corners[0] - half, corners[1] - half, corners[2] + half, corners[3] + half)
        if mark.tool == OVAL:
            brush.ellipse(outer, outline=ink, width=width)
        else:
            brush.rounded_rectangle(outer, radius=half, outline=ink, width=width)
        return
    if len(points) > 1:
        brush.line(points, fill=ink, width=width, joint="curve")
    for x, y in points if mark.tool != LINE else (points[0], points[-1]):
        brush.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=ink)


def _write(layer: Image.Image, letters: Letters, mark: Mark, scale: float) -> None:
    x, y = (side * scale for side in mark.points[0])
    size = max(1, round(mark.width * scale))
    for number, line in enumerate(mark.words.split("\n")):
        written = letters.line(line, size, _rgba(mark.colour)[:3])
        left, top = round(x), round(y + number * mark.width * scale * LINE_HEIGHT)
        hidden = (max(0, -left), max(0, -top))
        if hidden[0] < written.width and hidden[1] < written.height:
            layer.alpha_composite(written, (max(0, left), max(0, top)), hidden)


def _rgba(colour: str) -> tuple[int, int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16), 255
