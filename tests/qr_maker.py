"""Pictures with square codes in them, as a camera might see them, and a film of one for Chromium's
made-up camera.
"""

import io
from collections.abc import Sequence
from pathlib import Path

import segno
from PIL import Image, ImageFilter

WIDE_PX, HIGH_PX = 640, 480
FRAMES = 4


def drawn(text: str, side_px: int) -> Image.Image:
    """A printed code: black on white, with room around it."""
    held = io.BytesIO()
    segno.make_qr(text, error="m").save(held, kind="png", scale=8, border=4)
    return Image.open(held).convert("L").resize((side_px, side_px))


def seen(
    texts: Sequence[str],
    *,
    side_px: int = 220,
    turned: float = 0,
    light: float = 1.0,
    blur_px: float = 0,
    is_mirrored: bool = False,
) -> Image.Image:
    """A grey room with these codes held up beside each other."""
    room = Image.new("L", (WIDE_PX, HIGH_PX), 120)
    for place, text in enumerate(texts):
        card = drawn(text, side_px).rotate(turned, expand=True, fillcolor=120)
        middle = WIDE_PX * (2 * place + 1) // (2 * len(texts))
        room.paste(card, (middle - card.width // 2, (HIGH_PX - card.height) // 2))
    if is_mirrored:
        room = room.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return room.point(lambda value: value * light).filter(ImageFilter.GaussianBlur(blur_px))


def jpeg(picture: Image.Image) -> bytes:
    """As the camera hands it over."""
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=80)
    return held.getvalue()


def film_for_chromium(path: Path, picture: Image.Image) -> None:
    """A film (YUV4MPEG2) that shows one picture, for `--use-file-for-fake-video-capture`."""
    grey = picture.convert("L")
    colourless = b"\x80" * (grey.width // 2 * (grey.height // 2) * 2)
    frame = b"FRAME\n" + grey.tobytes() + colourless
    head = f"YUV4MPEG2 W{grey.width} H{grey.height} F10:1 Ip A1:1 C420jpeg\n".encode()
    path.write_bytes(head + frame * FRAMES)
