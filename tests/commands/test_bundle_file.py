"""A bundle's file: read anywhere in it, and on the stick as a whole or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_app.commands.bundle_file import BundleFile, write_whole
from portfolio_app.errors import BadInput, NotFound, StorageFull, StoreDamaged


def test_a_file_is_read_anywhere_until_the_stick_is_pulled_out(tmp_path: Path) -> None:
    path = tmp_path / "work.bundle"
    path.write_bytes(b"0123456789")
    with BundleFile(path) as source:
        assert source.size_bytes() == 10
        assert (source.read_at(7, 100), source.read_at(2, 3)) == (b"789", b"234")
        os.close(source._file.fileno())
        with pytest.raises(StoreDamaged, match="stick"):
            source.read_at(0, 1)
        with pytest.raises(StoreDamaged, match="stick"):
            source.size_bytes()
    with pytest.raises(BadInput, match=r"none\.bundle"):
        BundleFile(tmp_path / "none.bundle")


def test_a_file_is_there_whole_or_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "work.bundle"
    write_whole(path, [b"old ", b"work"])

    def breaks_off() -> Iterator[bytes]:
        yield b"new"
        raise NotFound("A file is not here any more.")

    with pytest.raises(NotFound):
        write_whole(path, breaks_off())
    with pytest.raises(StorageFull, match=r"work\.bundle"):
        write_whole(tmp_path / "no folder" / "work.bundle", [b"new"])
    assert path.read_bytes() == b"old work"
    assert [one.name for one in tmp_path.iterdir()] == ["work.bundle"]
