"""Texts, links, more files and newer versions, on a real sealed vault in a folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_app.errors import BadInput, NotFound
from portfolio_app.model.records import ITEMS_LIMIT, TEXT_LIMIT
from portfolio_app.student import actions, capturing
from portfolio_app.student.actions import Source
from portfolio_app.student.earlier import on_this_device
from portfolio_app.student.portfolio import Portfolio
from tests.photo_maker import make_photo
from tests.student.scenes import make_portfolio


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path)
    yield opened
    opened.close()


def letter(words: bytes = b"Dear grandma") -> Source:
    return Source("letter.txt", [words])


def test_a_text_is_a_work_and_keeps_what_it_said_before(portfolio: Portfolio) -> None:
    work_id, file_id = capturing.add_text(portfolio, "The fox")
    capturing.write_text(portfolio, work_id, file_id, "The fox ran.")
    pending = len(portfolio.store.pending())
    capturing.write_text(portfolio, work_id, file_id, "The fox ran.")
    assert len(portfolio.store.pending()) == pending  # nothing changed, nothing is written
    (file,) = portfolio.existing_work(work_id).files
    assert (file.words, file.is_writing, file.media) == (("The fox ran.",), True, "")
    said = [one.words for one in on_this_device(portfolio, file_id, "words").entries]
    assert said == ["The fox ran.", "The fox"]
    assert portfolio.find_works("ran") == (work_id,)


def test_a_text_one_letter_too_long_is_refused_and_nothing_is_added(portfolio: Portfolio) -> None:
    with pytest.raises(BadInput):
        capturing.add_text(portfolio, "x" * (TEXT_LIMIT + 1))
    assert portfolio.works() == ()


def test_only_a_text_can_be_written_in(portfolio: Portfolio) -> None:
    work_id = actions.add_work(portfolio, [letter()])
    file = portfolio.existing_work(work_id).files[0]
    with pytest.raises(BadInput):
        capturing.write_text(portfolio, work_id, file.id, "Other")
    with pytest.raises(NotFound):
        capturing.write_text(portfolio, work_id, "no-such-file", "Other")


@pytest.mark.parametrize(
    ("typed", "kept", "host"),
    [
        (" www.example.org/fox ", "https://www.example.org/fox", "www.example.org"),
        ("http://example.org", "http://example.org", "example.org"),
    ],
)
def test_a_link_is_kept_as_people_mean_it(
    portfolio: Portfolio, typed: str, kept: str, host: str
) -> None:
    work_id = capturing.add_link(portfolio, typed, " Foxes ")
    work = portfolio.existing_work(work_id)
    assert (work.title, work.files[0].address, work.files[0].name) == ("Foxes", kept, host)


@pytest.mark.parametrize("typed", ["", "javascript:alert(1)", "a fox", "file:///etc/passwd"])
def test_what_is_no_page_is_refused(portfolio: Portfolio, typed: str) -> None:
    with pytest.raises(BadInput):
        capturing.add_link(portfolio, typed)
    assert portfolio.works() == ()


def test_more_files_stand_after_those_that_are_there(portfolio: Portfolio) -> None:
    work_id = actions.add_work(portfolio, [letter(b"1"), letter(b"2")])
    first, second = (file.id for file in portfolio.existing_work(work_id).files)
    actions.arrange_files(portfolio, work_id, [second, first])
    actions.add_files(portfolio, [letter(b"3"), letter(b"4")], work_id=work_id)
    files = portfolio.existing_work(work_id).files
    said = [b"".join(portfolio.read_media(file.media)) for file in files]
    assert said == [b"2", b"1", b"3", b"4"]
    with pytest.raises(NotFound):
        actions.add_files(portfolio, [letter()], work_id="no-such-work")


def test_one_file_too_many_for_a_work_is_refused(portfolio: Portfolio) -> None:
    work_id = actions.add_work(portfolio, [letter(b"0")])
    for _ in range(ITEMS_LIMIT // actions.FILES_LIMIT):
        wanted = min(actions.FILES_LIMIT, ITEMS_LIMIT - len(portfolio.existing_work(work_id).files))
        actions.add_files(portfolio, [letter()] * wanted, work_id=work_id)
    with pytest.raises(BadInput, match=str(ITEMS_LIMIT)):
        actions.add_files(portfolio, [letter()], work_id=work_id)


def test_a_photo_taken_again_keeps_the_first_one(portfolio: Portfolio) -> None:
    photo = make_photo(None, 0.2)
    work_id = actions.add_work(portfolio, [Source("boat.jpg", [photo]), letter()])
    before = portfolio.existing_work(work_id).files[0]
    other = make_photo(None, 0.1)
    again = [Source("again.jpg", [other])]
    actions.replace_file(portfolio, again, work_id=work_id, file_id=before.id)
    work = portfolio.existing_work(work_id)
    assert [file.name for file in work.files] == ["again.jpg", "letter.txt"]
    assert [file.id for file in work.versions_of(work.files[0])] == [before.id]
    assert b"".join(portfolio.read_media(before.preview))  # it is still there
    newer = work.files[0]
    (row,) = portfolio.gallery()
    assert row.thumbnail == work.thumbnail != before.thumbnail
    # And may be shown again, with nothing sealed or sent anew.
    waiting = portfolio.media_queue.in_order()
    capturing.use_again(portfolio, work_id, before.id)
    work = portfolio.existing_work(work_id)
    assert (work.files[0].name, work.files[0].preview) == ("boat.jpg", before.preview)
    assert [file.id for file in work.versions_of(work.files[0])] == [newer.id, before.id]
    assert portfolio.media_queue.in_order() == waiting
