"""Drawings being made, on a real sealed vault in a folder: nothing of them is lost."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from portfolio_app.errors import BadInput
from portfolio_app.model.drawing import MARKS_LIMIT, Drawing, Mark
from portfolio_app.student import actions, capturing, pictures, sketching
from portfolio_app.student.actions import Source
from portfolio_app.student.learner import open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from tests.photo_maker import make_photo
from tests.student.scenes import SECRET, Script, make_portfolio

RED, BLUE = "#d32f2f", "#1976d2"
SMALL = (400, 300)
"""A sheet that is painted in a moment."""

ACROSS = Mark("pen", RED, 40, ((0, 150), (400, 150)))
DOT = Mark("pen", BLUE, 40, ((200, 150),))
RUB = Mark("rubber", RED, 40, ((100, 150),))


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path)
    yield opened
    opened.close()


def colour_at(raw: bytes, x: float, y: float) -> tuple[int, ...]:
    image = Image.open(io.BytesIO(raw)).convert("RGB")
    found = image.getpixel((int(x * (image.width - 1)), int(y * (image.height - 1))))
    assert isinstance(found, tuple)
    return tuple(int(one) for one in found)


def test_marks_are_painted_over_each_other_and_rubbed_out() -> None:
    raw, ending = pictures.flatten(Drawing(*SMALL, (ACROSS, DOT, RUB)), None)
    assert ending == "png"
    assert colour_at(raw, 0.1, 0.5) == (0xD3, 0x2F, 0x2F)
    assert colour_at(raw, 0.5, 0.5) == (0x19, 0x76, 0xD2)
    assert colour_at(raw, 0.25, 0.5) == (255, 255, 255)  # rubbed down to the paper
    assert colour_at(raw, 0.1, 0.1) == (255, 255, 255)


@pytest.mark.parametrize("said", ["boat", "човен", "βάρκα", "قارب", "船", "보트", "boat 船 ★"])
def test_words_of_any_script_are_painted_and_rubbed_out(said: str) -> None:
    words = Mark("words", RED, 100, ((20, 20),), said)
    raw, _ = pictures.flatten(Drawing(*SMALL, (words,)), None)
    ink = Image.open(io.BytesIO(raw)).convert("L").point(lambda light: 255 * (light < 200))
    left, top, right, bottom = ink.getbbox() or (0, 0, 0, 0)
    assert 20 * 0.4 - 2 <= left < right
    assert 20 * 0.4 - 2 <= top < bottom <= 150 * 0.4, "in one line of its height"
    rub = Mark("rubber", RED, 400, ((0, 150), (400, 150)))
    assert pictures.flatten(Drawing(*SMALL, (words, rub)), None) == pictures.flatten(
        Drawing(*SMALL), None
    )


@pytest.mark.parametrize("place", [(-4000, -4000), (8000, 8000), (-30, 290)])
def test_words_beside_the_sheet_hurt_nobody(place: tuple[int, int]) -> None:
    pictures.flatten(Drawing(*SMALL, (Mark("words", RED, 40, (place,), "boat\n\U0001f600"),)), None)


def test_a_rubber_leaves_the_photo_beneath() -> None:
    beneath = io.BytesIO()
    Image.new("RGB", (40, 30), (0, 128, 0)).save(beneath, "PNG")
    raw, ending = pictures.flatten(Drawing(*SMALL, (ACROSS, RUB), over="f"), beneath.getvalue())
    assert ending == "jpg"
    red, green, _ = colour_at(raw, 0.1, 0.5)
    assert red > 180 > green
    red, green, _ = colour_at(raw, 0.25, 0.5)
    assert red < 40
    assert green > 100


@pytest.mark.parametrize("tool", ["box", "oval"])
def test_a_shape_is_an_outline_whichever_way_it_was_drawn(tool: str) -> None:
    one = Mark(tool, RED, 4, ((50, 50), (350, 250)))
    other = Mark(tool, RED, 4, ((350, 250), (50, 50)))
    first, _ = pictures.flatten(Drawing(*SMALL, (one,)), None)
    assert first == pictures.flatten(Drawing(*SMALL, (other,)), None)[0]
    assert colour_at(first, 0.5, 0.5) == (255, 255, 255)


def test_marks_wait_through_a_crash_and_become_a_work(tmp_path: Path) -> None:
    portfolio = make_portfolio(tmp_path)
    vault_id = portfolio.vault.id
    sketching.keep_marks(portfolio, "", [ACROSS])
    sketching.keep_marks(portfolio, "", [ACROSS, DOT])
    assert portfolio.works() == ()
    portfolio.close()

    again = open_portfolio(
        open_vaults(tmp_path), vault_id, SECRET, Script(now=2_000_000_000_000).world()
    )
    assert sketching.waiting_sketches(again) == (sketching.NEW,)
    assert sketching.open_sheet(again).drawing.marks == (ACROSS, DOT)
    work_id, file_id = sketching.finish(again)
    work = again.existing_work(work_id)
    assert [file.id for file in work.files] == [file_id]
    assert sketching.is_drawn_on(work, work.files[0])
    assert sketching.waiting_sketches(again) == ()
    assert sketching.open_sheet(again).drawing.marks == ()
    again.close()


def test_words_that_are_put_nowhere_yet_wait_too(portfolio: Portfolio) -> None:
    sketching.keep_said(portfolio, "", "Mum on her")
    sketching.keep_said(portfolio, "", "Mum on her boat")
    assert sketching.waiting_sketches(portfolio) == (sketching.NEW,)
    assert sketching.finish(portfolio) == ("", "")  # nothing was drawn, and nothing is lost
    assert sketching.open_sheet(portfolio).said == "Mum on her boat"
    sketching.keep_marks(portfolio, "", [ACROSS])
    work_id, file_id = sketching.finish(portfolio)
    assert (sketching.open_sheet(portfolio).said, sketching.waiting_sketches(portfolio)) == ("", ())
    sheet = sketching.open_sheet(portfolio, work_id, file_id)
    assert (sheet.said, sheet.drawing.marks) == ("Mum on her boat", (ACROSS,))
    sketching.keep_said(portfolio, file_id, "")
    assert sketching.open_sheet(portfolio, work_id, file_id).said == ""


def test_what_waits_for_a_deleted_picture_goes_with_it(portfolio: Portfolio) -> None:
    for name in ("a" * 32, "b" * 32):
        sketching.keep_marks(portfolio, name, [DOT])
        sketching.keep_said(portfolio, name, "boat")
    sketching.forget_files(portfolio, ["a" * 32])
    assert sketching.waiting_sketches(portfolio) == ("b" * 32,)
    for table in (sketching.TABLE, sketching.SAID):
        assert {one["sketch"] for one in portfolio.vault.db.table(table)} == {"b" * 32}


def test_what_is_taken_back_is_gone_and_nothing_drawn_is_no_work(portfolio: Portfolio) -> None:
    sketching.keep_marks(portfolio, "", [ACROSS, DOT])
    sketching.keep_marks(portfolio, "", [ACROSS])
    assert sketching.open_sheet(portfolio).drawing.marks == (ACROSS,)
    sketching.keep_marks(portfolio, "", [])
    assert sketching.finish(portfolio) == ("", "")
    assert portfolio.works() == ()


def test_a_drawing_goes_on_and_the_older_one_stays(portfolio: Portfolio) -> None:
    sketching.keep_marks(portfolio, "", [ACROSS])
    work_id, first = sketching.finish(portfolio)
    assert sketching.open_sheet(portfolio, work_id, first).drawing.marks == (ACROSS,)
    assert sketching.finish(portfolio, work_id, first) == (work_id, first)  # nothing was changed
    sketching.keep_marks(portfolio, first, [ACROSS, DOT])
    _, second = sketching.finish(portfolio, work_id, first)
    work = portfolio.existing_work(work_id)
    assert [file.id for file in work.files] == [second]
    assert [file.id for file in work.versions_of(work.files[0])] == [first]
    assert sketching.open_sheet(portfolio, work_id, first).drawing.marks == (ACROSS,)
    capturing.use_again(portfolio, work_id, first)
    shown = portfolio.existing_work(work_id).files[0].id
    assert sketching.open_sheet(portfolio, work_id, shown).drawing.marks == (ACROSS,)
    capturing.use_again(portfolio, work_id, second)
    work = portfolio.existing_work(work_id)
    (row,) = portfolio.gallery()
    assert row.thumbnail == work.files[0].thumbnail


def test_a_photo_that_is_drawn_on_stays_as_it_came(portfolio: Portfolio) -> None:
    photo = make_photo(None, 0.2)
    work_id = actions.add_work(portfolio, [Source("boat.jpg", [photo])])
    before = portfolio.existing_work(work_id).files[0]
    sketching.keep_marks(portfolio, before.id, [DOT])
    _, drawn = sketching.finish(portfolio, work_id, before.id)
    work = portfolio.existing_work(work_id)
    assert [file.id for file in work.files] == [drawn]
    original = portfolio.original_of(before.id)
    assert original is not None
    assert b"".join(portfolio.read_media(original)) == photo
    # Going on with it paints on the photo anew, not on the picture that was painted.
    sheet = sketching.open_sheet(portfolio, work_id, drawn)
    assert (sheet.drawing.marks, sheet.drawing.over) == ((DOT,), before.id)
    assert sheet.beneath == before.preview
    # All that shows it is on its way to school, the marks too.
    waiting = set(portfolio.media_queue.in_order())
    assert {file.media for file in work.every_file} <= waiting


def test_one_mark_too_many_is_refused_and_the_others_stay(portfolio: Portfolio) -> None:
    sketching.keep_marks(portfolio, "", [DOT])
    with pytest.raises(BadInput):
        sketching.keep_marks(portfolio, "", [DOT] * (MARKS_LIMIT + 1))
    assert sketching.open_sheet(portfolio).drawing.marks == (DOT,)


def test_a_picture_that_is_not_here_cannot_be_drawn_on(portfolio: Portfolio) -> None:
    work_id = actions.add_work(portfolio, [Source("boat.jpg", [make_photo(None, 0.1)])])
    file = portfolio.existing_work(work_id).files[0]
    with portfolio.durable():
        portfolio.vault.media.drop([file.preview])
    with pytest.raises(BadInput, match="not on this device"):
        sketching.open_sheet(portfolio, work_id, file.id)
