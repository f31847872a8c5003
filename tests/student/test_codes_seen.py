"""Square codes in pictures: turned, small, dim, blurred, mirrored, several, none."""

import random
import sys
from collections.abc import Mapping
from typing import Any

import pytest
from PIL import Image

from portfolio_app.errors import UnsupportedPicture
from portfolio_app.sealing.codes import code_of
from portfolio_app.student import pictures
from tests.photo_maker import make_photo
from tests.qr_maker import jpeg, seen

CODE = code_of(bytes(range(16)))
OTHER = code_of(bytes(range(1, 17)))


@pytest.fixture
def _reader() -> None:
    pytest.importorskip("zxingcpp", reason="this machine has no reader for square codes")


@pytest.mark.usefixtures("_reader")
@pytest.mark.parametrize(
    "how",
    [
        {},
        {"turned": 30},
        {"turned": 180},
        {"side_px": 90},
        {"light": 0.25},
        {"blur_px": 1.5},
        {"is_mirrored": True},
        {"side_px": 140, "turned": 12, "light": 0.5, "blur_px": 1, "is_mirrored": True},
    ],
)
def test_a_code_is_read_however_it_is_held(how: Mapping[str, Any]) -> None:
    assert pictures.codes_in(jpeg(seen([CODE], **how))) == (CODE,)


@pytest.mark.usefixtures("_reader")
def test_several_codes_are_all_seen() -> None:
    found = pictures.codes_in(jpeg(seen([CODE, OTHER])))
    assert sorted(found) == sorted([CODE, OTHER])


@pytest.mark.usefixtures("_reader")
def test_the_same_code_twice_is_one() -> None:
    assert pictures.codes_in(jpeg(seen([CODE, CODE]))) == (CODE,)


@pytest.mark.usefixtures("_reader")
@pytest.mark.parametrize(
    "picture",
    [make_photo(None, 0.2), jpeg(seen([])), jpeg(seen([CODE], blur_px=12))],
    ids=["photo", "empty room", "a blur"],
)
def test_where_no_code_is_none_is_seen(picture: bytes) -> None:
    assert pictures.codes_in(picture) == ()


@pytest.mark.usefixtures("_reader")
def test_what_is_no_picture_is_refused() -> None:
    noise = random.Random(7).randbytes(2000)
    for raw in (b"", noise, jpeg(seen([CODE]))[:700]):
        with pytest.raises(UnsupportedPicture):
            pictures.codes_in(raw)


@pytest.mark.usefixtures("_reader")
def test_a_large_picture_is_made_small_first() -> None:
    large = seen([CODE]).resize((4000, 3000), Image.Resampling.NEAREST)
    assert pictures.codes_in(jpeg(large)) == (CODE,)


def test_without_the_reader_nothing_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zxingcpp", None)
    assert not pictures.can_read_codes()
    assert pictures.codes_in(jpeg(seen([CODE]))) == ()
