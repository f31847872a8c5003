"""A sheet becomes a photo that a child took: on a table, a little askew, light from one side.

Some are held sideways and say so in their EXIF orientation, as phones do. No subject may enter.
"""

import io
import random

from PIL import Image, ImageDraw, ImageFilter

from portfolio_app.demo.drawings.sheet import Colour

PHOTO_SIZE_PX = (1120, 840)
JPEG_QUALITY = 84
CAMERA = "Classroom tablet"

_TABLES: tuple[Colour, ...] = (
    (186, 148, 106), (160, 120, 84), (206, 196, 180),
    (92, 118, 122), (214, 180, 136), (122, 98, 82),
)  # fmt: skip
_TURNS = {
    1: None, 3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270,
}  # fmt: skip
_ORIENTATION, _MAKE, _MADE_AT = 0x0112, 0x010F, 0x0132
_MARGIN_PX = 60


def photograph(sheet: Image.Image, dice: random.Random, *, orientation: int, made_at: str) -> bytes:
    """JPEG bytes of a photo of `sheet`. `orientation` is the EXIF value (1, 3, 6 or 8), `made_at`
    an EXIF date such as 2026:10:05 10:20:00.
    """
    photo = _table(dice)
    paper, mask = _laid_down(sheet, dice)
    photo.paste((38, 30, 22), (10, 14), _shadow(mask))
    photo.paste(paper, (0, 0), mask)
    photo.paste((24, 18, 8), (0, 0), _shade(dice))
    return _jpeg(photo, orientation, made_at)


def _table(dice: random.Random) -> Image.Image:
    red, green, blue = dice.choice(_TABLES)
    rows = 60
    grain = Image.frombytes("L", (6, rows), dice.randbytes(6 * rows))
    grain = grain.resize((280, 210), Image.Resampling.BICUBIC)
    bands = [
        grain.point([max(0, min(255, value - 20 + tone * 40 // 255)) for tone in range(256)])
        for value in (red, green, blue)
    ]
    return Image.merge("RGB", bands).resize(PHOTO_SIZE_PX, Image.Resampling.BILINEAR)


def _laid_down(sheet: Image.Image, dice: random.Random) -> tuple[Image.Image, Image.Image]:
    """The sheet as the camera sees it, and where it is."""
    width, height = PHOTO_SIZE_PX
    corners = [
        (x + dice.uniform(-26, 26), y + dice.uniform(-20, 20))
        for x, y in (
            (_MARGIN_PX + 30, _MARGIN_PX), (width - _MARGIN_PX - 30, _MARGIN_PX),
            (width - _MARGIN_PX, height - _MARGIN_PX), (_MARGIN_PX, height - _MARGIN_PX),
        )
    ]  # fmt: skip
    sides = sheet.size
    target = [(0, 0), (sides[0], 0), (sides[0], sides[1]), (0, sides[1])]
    matrix = _perspective(corners, [(float(x), float(y)) for x, y in target])
    paper = sheet.transform(
        PHOTO_SIZE_PX, Image.Transform.PERSPECTIVE, matrix, Image.Resampling.BILINEAR
    )
    mask = Image.new("L", PHOTO_SIZE_PX, 0)
    ImageDraw.Draw(mask).polygon(corners, fill=255)
    return paper, mask


def _shadow(mask: Image.Image) -> Image.Image:
    """A soft shadow of the sheet; small while it is blurred, for speed."""
    small = mask.resize((280, 210)).filter(ImageFilter.GaussianBlur(3))
    return small.point([tone * 11 // 20 for tone in range(256)]).resize(PHOTO_SIZE_PX)


def _shade(dice: random.Random) -> Image.Image:
    """Where less light falls, as a mask."""
    corners = bytes(dice.randrange(0, 52) for _ in range(9))
    shade = Image.frombytes("L", (3, 3), corners).resize((280, 210), Image.Resampling.BICUBIC)
    return shade.resize(PHOTO_SIZE_PX, Image.Resampling.BILINEAR)


def _jpeg(photo: Image.Image, orientation: int, made_at: str) -> bytes:
    turn = _TURNS[orientation]
    if turn is not None:
        photo = photo.transpose(turn)
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    exif[_MAKE] = CAMERA
    exif[_MADE_AT] = made_at
    held = io.BytesIO()
    photo.save(held, "JPEG", quality=JPEG_QUALITY, exif=exif)
    return held.getvalue()


def _perspective(
    source: list[tuple[float, float]], target: list[tuple[float, float]]
) -> tuple[float, ...]:
    """The eight numbers with which `source` corners of the photo show `target` ones.

    Linear equations of a projective map (Hartley and Zisserman, section 4.1), by elimination.
    """
    rows = []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows.append([x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u])
        rows.append([0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v])
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(size):
            if row != column:
                factor = rows[row][column] / rows[column][column]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column], strict=True)]
    return tuple(rows[row][size] / rows[row][row] for row in range(size))
