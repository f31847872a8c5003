"""The files of a work: what is shown, what something newer replaces, what belongs to another."""

from typing import Any

import pytest

from portfolio_app.model import values
from portfolio_app.model.artifact import Work, assemble, content_fingerprint


def work_of(*files: dict[str, Any]) -> Work:
    return assemble({"id": "w", "made_ms": 1}, [("file", file) for file in files])


def ids(files: tuple[Any, ...]) -> list[str]:
    return [file.id for file in files]


def test_a_newer_version_stands_where_the_older_one_stood() -> None:
    work = work_of(
        {"id": "a", "place": "5"},
        {"id": "b", "place": "7"},
        {"id": "c", "place": "5", "replaces": "a"},
        {"id": "d", "place": "5", "replaces": "c"},
    )
    assert ids(work.files) == ["d", "b"]
    assert ids(work.earlier_files) == ["a", "c"]
    assert ids(work.versions_of(work.files[0])) == ["c", "a"]
    assert [work.shown_for(one) for one in ("a", "d", "no")] == [work.files[0]] * 2 + [None]


def test_of_two_that_replace_the_same_both_are_shown() -> None:
    work = work_of({"id": "a"}, {"id": "b", "replaces": "a"}, {"id": "c", "replaces": "a"})
    assert ids(work.files) == ["b", "c"]


@pytest.mark.parametrize(
    "files",
    [
        [{"id": "a", "replaces": "a"}],
        [{"id": "a", "replaces": "b"}, {"id": "b", "replaces": "a"}],
        [{"id": "a", "replaces": "nowhere"}],
        [{"id": "a", "part_of": "nowhere"}],
        [{"id": "a", "part_of": "b"}, {"id": "b", "part_of": "a"}],
    ],
)
def test_nothing_goes_out_of_sight_by_what_it_names(files: list[dict[str, Any]]) -> None:
    work = work_of(*files)
    assert ids(work.files) == ids(tuple(sorted(work.every_file, key=lambda one: one.id)))
    assert work.versions_of(work.files[0]) is not None  # and asking for versions comes to an end


def test_what_belongs_to_a_file_stands_beside_it() -> None:
    work = work_of({"id": "a"}, {"id": "s", "part_of": "a"})
    assert (ids(work.files), ids(work.parts)) == (["a"], ["s"])
    assert work.file("s") is not None


def test_a_guest_is_asked_for_again_when_a_text_or_a_link_changes() -> None:
    plain = {"id": "a", "media": "1" * 64}
    assert content_fingerprint(work_of(plain)) == content_fingerprint(
        work_of({**plain, "place": "5"})
    )
    before = work_of({"id": "t", "words": ["One"]})
    assert content_fingerprint(before) != content_fingerprint(
        work_of({"id": "t", "words": ["Two"]})
    )
    assert content_fingerprint(work_of({"id": "l", "address": "https://a.org"})) != (
        content_fingerprint(work_of({"id": "l", "address": "https://b.org"}))
    )
    assert content_fingerprint(work_of(plain)) != (
        content_fingerprint(work_of({**plain, "seen": "A fox"}))
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org/a/b?c=d#e",
        "https://пример.рф/это",
        "http://h:80/",
    ],
)
def test_the_address_of_a_page_is_taken(address: str) -> None:
    assert values.web_address(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://", "example.org",
        "https://a b", "https://you@evil.org", 'https://a"onclick', "https://a\n.org", "", None, 5,
        "https://a.org/" + "x" * values.ADDRESS_LIMIT,
    ],
)  # fmt: skip
def test_anything_else_is_not(address: object) -> None:
    assert values.web_address(address)
