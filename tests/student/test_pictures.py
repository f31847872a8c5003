"""Pictures: upright and small, without place or device, pixels untouched, hostile files refused."""

from __future__ import annotations

import io
import random
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageOps, PngImagePlugin

from portfolio_app.errors import UnsupportedPicture
from portfolio_app.student.pictures import prepare, strip
from portfolio_app.student.pictures.strip_jpeg import strip_jpeg
from tests.conftest import SAMPLES
from tests.photo_maker import CAMERA, SERIAL_NUMBER, draw_scene, make_photo, phone_exif

MEDIA = SAMPLES / "media"
TRACES = (CAMERA.encode(), SERIAL_NUMBER.encode(), b"Lumo", b"at home")


def decoded(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    output = io.BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def sample_files(folder: str) -> list[Path]:
    if not MEDIA.is_dir():
        pytest.skip("the sample pictures are not beside this checkout")
    return sorted((MEDIA / folder).iterdir())


def upright_sample() -> bytes:
    """A small scene, so that turning it wrongly shows."""
    return encoded(draw_scene(0.1, seed=3), "PNG")


def difference(left: Image.Image, right: Image.Image) -> float:
    """Mean difference of two pictures, 0 to 255, at a size where coding does not matter."""
    small = [image.convert("RGB").resize((12, 16)).tobytes() for image in (left, right)]
    total = sum(abs(one - two) for one, two in zip(*small, strict=True))
    return float(total) / len(small[0])


@pytest.fixture(scope="module")
def photo() -> bytes:
    return make_photo(None)


def test_a_phone_photo_is_shown_upright_small_and_bare(photo: bytes) -> None:
    prepared = prepare(photo, "photo.jpg")
    assert (prepared.width, prepared.height) == (3000, 4000)
    assert prepared.media_type == "image/jpeg"
    for content, size in (
        (prepared.preview_jpeg, (1200, 1600)),
        (prepared.thumbnail_jpeg, (240, 320)),
    ):
        shown = decoded(content)
        assert (shown.format, shown.size) == ("JPEG", size)
        assert not shown.getexif()
        assert {"exif", "comment", "icc_profile", "xmp"}.isdisjoint(shown.info)
        assert not [trace for trace in TRACES if trace in content]
        assert difference(shown, draw_scene(0.1, seed=1)) < 6
    assert len(prepared.thumbnail_jpeg) < 30_000
    assert prepare(io.BytesIO(photo)) == prepared


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_comes_upright_and_stays_so_when_stripped(orientation: int) -> None:
    turned = make_photo(None, megapixels=0.1, seed=3, orientation=orientation)
    prepared = prepare(turned)
    assert prepared.width < prepared.height
    for content in (prepared.preview_jpeg, prepared.thumbnail_jpeg):
        assert difference(decoded(content), decoded(upright_sample())) < 6
    left = strip(turned)
    assert difference(ImageOps.exif_transpose(decoded(left)), decoded(upright_sample())) < 6
    assert dict(decoded(left).getexif()) == ({274: orientation} if orientation != 1 else {})


def test_the_orientation_test_would_see_a_wrong_turn() -> None:
    turned = decoded(upright_sample()).rotate(180)
    assert difference(turned, decoded(upright_sample())) > 20


def test_sample_photos_agree_with_pillows_own_turning() -> None:
    for path in sample_files("exif-orientation"):
        whole = path.read_bytes()
        upright = ImageOps.exif_transpose(decoded(whole))
        prepared = prepare(whole, path.name)
        assert (prepared.width, prepared.height) == upright.size
        assert difference(decoded(prepared.preview_jpeg), upright) < 3
        assert decoded(strip(whole)).tobytes() == decoded(whole).tobytes()


def test_what_leaves_has_no_place_and_the_same_pixels(photo: bytes) -> None:
    left = strip(photo)
    assert decoded(photo).getexif().get_ifd(34853), "the made photo has a place"
    assert decoded(photo).getexif().get_ifd(-1), "and an embedded thumbnail"
    assert not [trace for trace in TRACES if trace in left]
    assert dict(decoded(left).getexif()) == {274: 6}
    assert left.count(b"\xff\xd8\xff") == 1
    assert decoded(left).tobytes() == decoded(photo).tobytes()
    assert strip(left) == left


def test_a_second_picture_or_film_behind_a_jpeg_does_not_leave() -> None:
    first = make_photo(None, megapixels=0.1)
    assert strip(first + make_photo(None, megapixels=0.1, seed=2)) == strip(first)
    assert strip(first + b"ftypmp42" + b"at home" * 100) == strip(first)


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_keeps_its_colours_and_loses_its_comments(*, progressive: bool) -> None:
    profile = b"profile " * 20_000  # more than one segment
    whole = encoded(
        draw_scene(0.2, seed=5),
        "JPEG",
        progressive=progressive,
        comment=b"at home",
        icc_profile=profile,
        exif=phone_exif(6, b""),
        xmp=b"<x:xmpmeta>at home</x:xmpmeta>",
        restart_marker_rows=1,
    )
    left = strip(whole)
    assert b"at home" in whole
    assert not [trace for trace in TRACES if trace in left]
    assert decoded(left).info["icc_profile"] == profile
    assert decoded(left).tobytes() == decoded(whole).tobytes()
    prepare(whole)


def png_with_words() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Location", "at home")
    words.add_text("Comment", "at home" * 20, zip=True)
    words.add_itxt("XML:com.adobe.xmp", "at home")
    exif = Image.Exif()
    exif[274], exif[271] = 6, "Lumo"
    return encoded(draw_scene(0.05, seed=6), "PNG", pnginfo=words, exif=exif, dpi=(72, 72))


HIDDEN = b"52.5200,13.4050 at home"


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


@pytest.mark.parametrize("marker", [0x02, 0xBF, 0xE0, 0xE3, 0xED, 0xEF, 0xF0, 0xF7, 0xFD, 0xFE])
@pytest.mark.parametrize("place", ["front", "back"])
def test_no_segment_of_a_jpeg_carries_anything_out(marker: int, place: str) -> None:
    raw = encoded(draw_scene(0.05, seed=3), "JPEG", progressive=True)
    at = 2 if place == "front" else len(raw) - 2
    left = strip_jpeg(raw[:at] + segment(marker, HIDDEN) + raw[at:], 1)
    assert HIDDEN not in left
    assert decoded(left).tobytes() == decoded(raw).tobytes()


def test_the_small_picture_inside_a_jfif_head_does_not_leave() -> None:
    raw = encoded(draw_scene(0.05, seed=3), "JPEG", dpi=(72, 96))
    small = HIDDEN[: 3 * 7]
    left = strip(raw[:2] + segment(0xE0, raw[6:18] + bytes((7, 1)) + small) + raw[20:])
    assert small not in left
    assert decoded(left).info["dpi"] == (72, 96)
    assert decoded(left).tobytes() == decoded(raw).tobytes()


def test_nothing_hides_behind_the_loop_of_a_gif_or_in_the_end_of_a_png() -> None:
    frames = [Image.new("P", (8, 8), shade) for shade in (0, 1, 2)]
    gif = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], loop=3)
    at = gif.index(b"NETSCAPE2.0") + 15
    hiding = gif[:at] + bytes((len(HIDDEN),)) + HIDDEN + gif[at:]
    assert HIDDEN in hiding
    assert HIDDEN not in strip(hiding)
    assert decoded(strip(hiding)).info["loop"] == 3
    png = encoded(draw_scene(0.05, seed=3), "PNG")
    crc = zlib.crc32(b"IEND" + HIDDEN).to_bytes(4, "big")
    left = strip(png[:-12] + len(HIDDEN).to_bytes(4, "big") + b"IEND" + HIDDEN + crc)
    assert left == strip(png)


def test_a_png_loses_words_and_keeps_pixels_and_turn() -> None:
    whole = png_with_words()
    left = strip(whole + b"at home behind the end")
    assert not [trace for trace in TRACES if trace in left]
    assert not [name for name in decoded(left).info if name not in ("dpi", "exif")]
    assert dict(decoded(left).getexif()) == {274: 6}
    assert decoded(left).tobytes() == decoded(whole).tobytes()
    shown = decoded(prepare(whole).preview_jpeg)
    assert shown.size == decoded(whole).size[::-1]


@pytest.mark.parametrize("form", ['tiff:Orientation="6"', "<tiff:Orientation>6</tiff:Orientation>"])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_which_way_is_up_is_also_read_from_xmp(kind: str, form: str) -> None:
    words = f"<x:xmpmeta {form if '=' in form else '>' + form} at home</x:xmpmeta>"
    scene = draw_scene(0.05, seed=9)
    if kind == "JPEG":
        whole = encoded(scene, "JPEG", xmp=words.encode())
    else:
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", words)
        whole = encoded(scene, "PNG", pnginfo=info)
    assert decoded(prepare(whole).preview_jpeg).size == scene.size[::-1]
    left = strip(whole)
    assert b"at home" not in left
    assert dict(decoded(left).getexif()) == {274: 6}


def heif_box(kind: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return struct.pack(">I4s", len(body) + 8, kind) + body


def made_heic(*, exif_over_picture: bool = False) -> tuple[bytes, bytes]:
    """A HEIC file with a picture no decoder is asked for, a place and a description; and the
    picture's own bytes.
    """
    picture, place = b"coded picture " * 40, b"\0\0\0\6Exif\0\0" + phone_exif(6, b"")[6:]
    words = b"<x:xmpmeta>at home</x:xmpmeta>"

    def meta(start: int) -> bytes:
        kinds = ((1, b"hvc1"), (2, b"Exif"), (3, b"mime"))
        entries = [
            heif_box(b"infe", b"\2\0\0\0", struct.pack(">HH4s", item, 0, kind), b"\0")
            for item, kind in kinds
        ]
        sizes = (len(picture), len(place), len(words))
        places = [start, start + sizes[0], start + sizes[0] + sizes[1]]
        if exif_over_picture:
            places[1] = start
        rows = b"".join(
            struct.pack(">HHHII", item, 0, 1, at, size)
            for (item, _), at, size in zip(kinds, places, sizes, strict=True)
        )
        described = heif_box(b"udes", bytes(4), b"en\0at home\0")
        return heif_box(
            b"meta",
            bytes(4),
            heif_box(b"hdlr", bytes(8), b"pict", bytes(13)),
            heif_box(b"pitm", bytes(4), b"\0\1"),
            heif_box(b"iinf", bytes(4), struct.pack(">H", 3), *entries),
            heif_box(b"iloc", bytes(4), b"\x44\0", struct.pack(">H", 3), rows),
            heif_box(b"iprp", heif_box(b"ipco", heif_box(b"irot", b"\1"), described)),
            heif_box(b"uuid", bytes(16), b"at home"),
        )

    head = heif_box(b"ftyp", b"heic", bytes(4), b"mif1heic")
    start = len(head) + len(meta(0)) + 8
    return head + meta(start) + heif_box(b"mdat", picture, place, words, b"at home"), picture


def test_a_heic_loses_its_place_without_a_decoder() -> None:
    whole, picture = made_heic()
    left = strip(whole)
    assert all(trace in whole for trace in TRACES)
    assert not [trace for trace in TRACES if trace in left]
    assert len(left) == len(whole)
    assert left.index(picture) == whole.index(picture)
    assert left.count(b"irot") == 1
    assert strip(left) == left


def test_a_heic_whose_place_lies_over_its_picture_keeps_the_picture() -> None:
    whole, picture = made_heic(exif_over_picture=True)
    left = strip(whole)
    assert picture in left
    assert b"Lumo" not in left


def test_broken_heics_are_refused_and_real_ones_keep_every_byte_of_their_pictures() -> None:
    whole, _ = made_heic()
    source, refused = random.Random(4), 0
    for _ in range(300):
        mutated = bytearray(whole)
        for _ in range(source.choice((1, 4))):
            mutated[source.randrange(24, 600)] = source.choice((0, 255, 1, 127))
        try:
            strip(bytes(mutated))
        except UnsupportedPicture:
            refused += 1
    assert refused > 50
    for path in sample_files("heif"):
        assert len(strip(path.read_bytes())) == path.stat().st_size


def supported(kind: str) -> bool:
    Image.init()
    return kind in Image.SAVE


@pytest.mark.skipif(not supported("WEBP"), reason="this Pillow has no WebP")
def test_a_webp_loses_words_and_keeps_pixels_and_turn() -> None:
    exif = Image.Exif()
    exif[274], exif[271] = 8, "Lumo"
    whole = encoded(draw_scene(0.05, seed=7), "WEBP", exif=exif, xmp=b"at home")
    left = strip(whole)
    assert b"at home" in whole
    assert not [trace for trace in TRACES if trace in left]
    assert dict(decoded(left).getexif()) == {274: 8}
    assert decoded(left).tobytes() == decoded(whole).tobytes()
    assert decoded(prepare(whole).preview_jpeg).size == decoded(whole).size[::-1]


def test_a_gif_loses_words_and_keeps_its_frames() -> None:
    frames = [draw_scene(0.01, seed=seed).quantize(32) for seed in (1, 2, 3)]
    whole = encoded(
        frames[0], "GIF", save_all=True, append_images=frames[1:], comment=b"at home", loop=0
    )
    left = strip(whole)
    assert b"at home" in whole
    assert b"at home" not in left
    before, after = decoded(whole), decoded(left)
    for number in range(3):
        before.seek(number)
        after.seek(number)
        assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()
    assert prepare(whole).media_type == "image/gif"


def test_all_kinds_of_png_are_shown() -> None:
    for path in sample_files("pngsuite"):
        if path.name.startswith("x"):
            with pytest.raises(UnsupportedPicture, match=path.name):
                prepare(path.read_bytes(), path.name)
            continue
        whole = path.read_bytes()
        prepared = prepare(whole, path.name)
        assert decoded(prepared.thumbnail_jpeg).size == (32, 32), "small pictures stay small"
        assert decoded(strip(whole)).tobytes() == decoded(whole).tobytes()


def test_deep_and_clear_pictures_keep_their_brightness() -> None:
    deep = Image.frombytes("I;16", (64, 64), struct.pack("<H", 200 * 256) * 64 * 64)
    shown = decoded(prepare(encoded(deep, "PNG")).preview_jpeg)
    assert abs(shown.convert("L").getpixel((30, 30)) - 200) < 4  # type: ignore[operator]
    clear = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    shown = decoded(prepare(encoded(clear, "PNG")).preview_jpeg)
    assert shown.convert("L").getpixel((30, 30)) == 255
    cmyk = Image.new("CMYK", (64, 64), (0, 0, 0, 0))
    shown = decoded(prepare(encoded(cmyk, "JPEG")).preview_jpeg)
    assert shown.convert("L").getpixel((30, 30)) == 255


def bomb(width: int, height: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    )


@pytest.mark.parametrize(
    "size", [(12_000, 12_000), (10_000, 9_000), (100_000, 100_000), (70_000, 9)]
)
def test_decompression_bombs_are_refused_before_they_unfold(size: tuple[int, int]) -> None:
    with pytest.raises(UnsupportedPicture, match="80 million pixels"):
        prepare(bomb(*size), "small.png")
    with pytest.raises(UnsupportedPicture, match="80 million pixels"):
        strip(bomb(*size))


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"\xff\xd8\xff", b"%PDF-1.7", b"GIF89a", bytes(5000)],
    ids=["empty", "text", "start of a JPEG", "PDF", "start of a GIF", "zeros"],
)
def test_what_is_no_picture_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(UnsupportedPicture, match=r"'work\.jpg' cannot be shown"):
        prepare(content, "work.jpg")
    with pytest.raises(UnsupportedPicture):
        strip(content)


def test_pictures_without_a_decoder_are_refused_in_words() -> None:
    for path in sample_files("heif"):
        if supported("HEIF"):
            prepare(path.read_bytes(), path.name)
        else:
            with pytest.raises(UnsupportedPicture, match="JPEG or PNG"):
                prepare(path.read_bytes(), path.name)


def small_pictures() -> list[bytes]:
    scene = draw_scene(0.005, seed=8)
    kinds = [make_photo(None, megapixels=0.005), png_with_words(), encoded(scene, "GIF")]
    if supported("WEBP"):
        kinds.append(encoded(scene, "WEBP", exif=phone_exif(6, b"")))
    return kinds


def test_mutated_pictures_are_shown_or_refused_and_nothing_else() -> None:
    source = random.Random(11)
    refused = 0
    for whole in small_pictures():
        for _ in range(120):
            mutated = bytearray(whole)
            for _ in range(source.choice((1, 3, 20))):
                mutated[source.randrange(len(mutated))] = source.randrange(256)
            if source.random() < 0.3:
                del mutated[source.randrange(len(mutated)) :]
            for read in (prepare, strip):
                try:
                    read(bytes(mutated))
                except UnsupportedPicture:
                    refused += 1
    assert refused > 100


def test_the_made_photo_is_the_same_every_time(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    made = make_photo(path, megapixels=0.1, seed=4)
    assert path.read_bytes() == made == make_photo(None, megapixels=0.1, seed=4)
    assert made != make_photo(None, megapixels=0.1, seed=5)
