"""Shelves: the same tests on a folder and on a bucket of a real S3-compatible store."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from portfolio_app.errors import BadInput, NotFound, StoreAway, StoreDamaged
from portfolio_app.school import app
from portfolio_app.school.places import Bucket, Places, PostgresAddress
from portfolio_app.school.shelves.bucket import PART_BYTES
from portfolio_app.school.shelves.shelf import Shelf, shelf_for
from tests.servers import ObjectStore

KINDS = ("folder", "bucket", "bucket with a folder")


@pytest.fixture(params=KINDS)
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    """An empty shelf."""
    if request.param == "folder":
        return shelf_for(tmp_path / "media")
    store: ObjectStore = request.getfixturevalue("file_store")
    return shelf_for(bucket_of(store, "school" if "folder" in request.param else ""))


def bucket_of(store: ObjectStore, folder: str = "") -> Bucket:
    files = Places.from_environment(Path("school"), store.environment(folder)).files
    assert isinstance(files, Bucket)
    return files


def whole(shelf: Shelf, name: str) -> bytes:
    with closing(shelf.source(name)) as source:
        return source.read_at(0, source.size_bytes())


def test_what_is_put_is_there_whole_and_from_the_middle(shelf: Shelf, tmp_path: Path) -> None:
    sizes = (1, 100, 70_000, PART_BYTES, PART_BYTES + 1, 2 * PART_BYTES + 12_345)
    for number, size_bytes in enumerate(sizes):
        content, name = os.urandom(size_bytes), f"{number:032x}"
        path = tmp_path / name
        path.write_bytes(content)
        shelf.put(name, path if number % 2 else content)
        assert whole(shelf, name) == content
        with closing(shelf.source(name)) as source:
            last = max(0, size_bytes - 3)
            for start in (0, 65_530, size_bytes // 2, last, size_bytes, size_bytes + 9):
                assert source.read_at(start, 100) == content[start : start + 100]
            assert source.read_at(0, 56) == content[:56]
    assert sorted(name for name, _ in shelf.names()) == [f"{n:032x}" for n in range(len(sizes))]
    now_ms = app.now_ms()
    assert all(abs(now_ms - put_ms) < 600_000 for _, put_ms in shelf.names())


def test_what_is_removed_is_gone_and_may_be_removed_again(shelf: Shelf) -> None:
    shelf.put("a" * 32, b"sealed")
    shelf.remove("a" * 32)
    shelf.remove("a" * 32)
    with pytest.raises(StoreDamaged):
        shelf.source("a" * 32)
    assert list(shelf.names()) == []
    assert shelf.has_room()


def test_a_repeated_request_of_ours_is_no_error(shelf: Shelf) -> None:
    shelf.put("b" * 32, b"sealed")
    shelf.put("b" * 32, b"sealed")
    assert whole(shelf, "b" * 32) == b"sealed"


@pytest.mark.parametrize("wrong", ["secret", "endpoint", "name"])
def test_a_store_that_says_no_or_nothing_is_away(file_store: ObjectStore, wrong: str) -> None:
    right = bucket_of(file_store)
    changes: dict[str, Callable[[], Bucket]] = {
        "secret": lambda: replace(right, secret="not the secret"),
        "endpoint": lambda: replace(right, endpoint="http://127.0.0.1:9"),
        "name": lambda: replace(right, name="never-made"),
    }
    with pytest.raises((StoreAway, StoreDamaged)) as caught:
        shelf_for(changes[wrong]()).put("c" * 32, b"sealed")
    assert right.secret not in str(caught.value)


def test_places_come_from_the_environment_and_hide_their_secrets(tmp_path: Path) -> None:
    inside = Places.from_environment(tmp_path, {})
    assert inside == Places.in_folder(tmp_path)
    (tmp_path / "secret").write_text("s3cret\n")
    found = Places.from_environment(
        tmp_path,
        {
            "PORTFOLIO_SCHOOL_DATABASE": "postgresql://school:hidden@db.example/school",
            "PORTFOLIO_SCHOOL_BUCKET": "https://s3.example.org:9000/files/hill",
            "PORTFOLIO_SCHOOL_BUCKET_KEY": "k3y",
            "PORTFOLIO_SCHOOL_BUCKET_SECRET_FILE": str(tmp_path / "secret"),
        },
    )
    assert found.files == Bucket("https://s3.example.org:9000", "files", "hill", "k3y", "s3cret")
    assert found.database == PostgresAddress("postgresql://school:hidden@db.example/school")
    assert found.spool == inside.spool
    assert not any(word in repr(found) for word in ("hidden", "k3y", "s3cret"))


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"PORTFOLIO_SCHOOL_DATABASE": "mysql://x"}, "PORTFOLIO_SCHOOL_DATABASE"),
        ({"PORTFOLIO_SCHOOL_BUCKET": "s3://bucket"}, "PORTFOLIO_SCHOOL_BUCKET"),
        ({"PORTFOLIO_SCHOOL_BUCKET": "https://s3.example.org"}, "PORTFOLIO_SCHOOL_BUCKET"),
        ({"PORTFOLIO_SCHOOL_BUCKET": "https://s3.example.org/b"}, "BUCKET_SECRET"),
        ({"PORTFOLIO_SCHOOL_DATABASE": "postgresql://" + "x" * 3000}, "longer"),
    ],
)
def test_an_address_that_will_not_do_is_named(environment: dict[str, str], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        Places.from_environment(Path("school"), environment)


def test_a_secrets_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="PORTFOLIO_SCHOOL_DATABASE_FILE"):
        Places.from_environment(tmp_path, {"PORTFOLIO_SCHOOL_DATABASE_FILE": str(tmp_path / "no")})
