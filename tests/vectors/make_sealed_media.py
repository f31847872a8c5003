"""Makes sealed-media-1.json: `python -m tests.vectors.make_sealed_media`. Always the same bytes."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

from tests.vectors.plain_writer import CHUNK_BYTES, in_chunks, media_chunks, media_context

PATH = Path(__file__).parent / "sealed-media-1.json"
VAULT, OTHER_VAULT = "00" * 15 + "01", "00" * 15 + "02"
KEY, OTHER_KEY = bytes(range(16)), bytes(range(1, 17))
SALT, OTHER_SALT = bytes(range(100, 124)), bytes(range(200, 224))
PREFIX, SEALED = 56, CHUNK_BYTES + 16
LONG = 2 * CHUNK_BYTES + 5

Part = str | list[Any]
"""Hex, or [name of a file, start, stop]."""


def main() -> None:
    """Write the file anew."""
    text = json.dumps(vectors(), indent=1)
    PATH.write_text(text + "\n", encoding="ascii")


def plain(size_bytes: int) -> bytes:
    return bytes(place % 251 for place in range(size_bytes))


def files() -> dict[str, list[bytes]]:
    """Prefix and chunks of what the vectors are made of."""
    context = media_context(VAULT)
    return {
        "long": media_chunks(KEY, SALT, context, in_chunks(plain(LONG))),
        "long, other salt": media_chunks(KEY, OTHER_SALT, context, in_chunks(plain(LONG))),
        "full": media_chunks(KEY, SALT, context, in_chunks(plain(CHUNK_BYTES))),
        "short": media_chunks(KEY, SALT, context, [plain(100)]),
        "empty": media_chunks(KEY, SALT, context, [b""]),
    }


def vectors() -> dict[str, Any]:
    return {
        "about": "docs/formats/sealed-media.md. Content: byte i is i mod 251. A vector's `sealed` "
        "is what stands in its parts, one behind the other: hex, or [file, start, stop].",
        "vault": VAULT,
        "key": KEY.hex(),
        "files": {
            name: base64.b64encode(b"".join(parts)).decode() for name, parts in files().items()
        },
        "good": _good(),
        "bad": [*_lengths(), *_turned(), *_places(), *_keys(), *_writers()],
    }


def _good() -> list[dict[str, Any]]:
    sizes = {"long": LONG, "long, other salt": LONG, "full": CHUNK_BYTES, "short": 100, "empty": 0}
    parts = ((0, 0), (0, 1), (16_383, 16_385), (16_384, 32_768), (5, 32_773), (32_772, 32_773))
    return [
        {
            "name": name,
            "sealed": [[name, 0, None]],
            "size_bytes": size_bytes,
            "sha256": hashlib.sha256(plain(size_bytes)).hexdigest(),
            "parts": [
                [start, stop, hashlib.sha256(plain(size_bytes)[start:stop]).hexdigest()]
                for start, stop in parts
                if stop <= size_bytes
            ],
        }
        for name, size_bytes in sizes.items()
    ]


def _bad(name: str, size_bytes: int, *sealed: Part, error: str, **more: str) -> dict[str, Any]:
    return {"name": name, "size_bytes": size_bytes, "sealed": [*sealed], "error": error, **more}


def _lengths() -> list[dict[str, Any]]:
    """Sizes that are not what the document of the media says."""
    size, end = "cut short or longer", PREFIX + 2 * SEALED
    return [
        _bad("nothing", 0, error=size),
        _bad("prefix alone", 0, ["empty", 0, PREFIX], error=size),
        _bad("prefix cut", 100, ["short", 0, 40], error=size),
        _bad("last byte missing", LONG, ["long", 0, -1], error=size),
        _bad("last chunk missing", LONG, ["long", 0, end], error=size),
        _bad("last two chunks missing", LONG, ["long", 0, PREFIX + SEALED], error=size),
        _bad("empty last chunk missing", CHUNK_BYTES, ["full", 0, PREFIX + SEALED], error=size),
        _bad("one byte more", LONG, ["long", 0, None], "00", error=size),
        _bad("one empty chunk more", 100, ["short", 0, None], ["empty", PREFIX, None], error=size),
        _bad("a chunk twice", LONG, ["long", 0, end], ["long", end - SEALED, None], error=size),
        _bad("document says one byte less", LONG - 1, ["long", 0, None], error=size),
        _bad("document says a chunk more", LONG + CHUNK_BYTES, ["long", 0, None], error=size),
        # What follows has a size that some content would have.
        _bad(
            "cut to a shorter content, document cut as well",
            CHUNK_BYTES + 5,
            ["long", 0, PREFIX + SEALED + 21],
            error="changed, moved or cut",
        ),
        _bad(
            "first chunk missing, document cut as well",
            CHUNK_BYTES + 5,
            ["long", 0, PREFIX],
            ["long", PREFIX + SEALED, None],
            error="changed, moved or cut",
        ),
    ]


def _turned() -> list[dict[str, Any]]:
    """The right size, but a bit is another."""
    first, second, third = PREFIX, PREFIX + SEALED, PREFIX + 2 * SEALED
    broken, unfit = "changed, moved or cut", "does not fit its key"

    def flipped(name: str, place: int, error: str) -> dict[str, Any]:
        byte = b"".join(media_chunks(KEY, SALT, media_context(VAULT), in_chunks(plain(LONG))))[
            place
        ]
        parts: list[Part] = [["long", 0, place], f"{byte ^ 1:02x}", ["long", place + 1, None]]
        return _bad(f"a bit turned in {name}", LONG, *parts, error=error)

    return [
        flipped("the salt", 3, unfit),
        flipped("the commitment", 30, unfit),
        flipped("the first chunk", first, broken),
        flipped("the first tag", second - 1, broken),
        flipped("the second chunk", second + 9, broken),
        flipped("the last chunk", third + 2, broken),
        flipped("the last tag", third + 20, broken),
    ]


def _places() -> list[dict[str, Any]]:
    """The right size, but not every byte where it was written."""
    first, second, third = PREFIX, PREFIX + SEALED, PREFIX + 2 * SEALED
    unfit = "does not fit its key"

    def swapped(name: str, *parts: Part) -> dict[str, Any]:
        return _bad(name, LONG, *parts, error="changed, moved or cut")

    return [
        swapped(
            "two chunks exchanged",
            ["long", 0, first],
            ["long", second, third],
            ["long", first, second],
            ["long", third, None],
        ),
        swapped(
            "the first chunk in the place of the second",
            ["long", 0, second],
            ["long", first, second],
            ["long", third, None],
        ),
        swapped(
            "a chunk of another file",
            ["long", 0, second],
            ["long, other salt", second, third],
            ["long", third, None],
        ),
        swapped(
            "the last chunk of another file", ["long", 0, third], ["long, other salt", third, None]
        ),
        swapped(
            "the prefix of another file", ["long, other salt", 0, first], ["long", first, None]
        ),
        swapped("zeros for a chunk", ["long", 0, second], "00" * SEALED, ["long", third, None]),
        _bad(
            "salt of one file, commitment of another",
            LONG,
            ["long", 0, 24],
            ["long, other salt", 24, None],
            error=unfit,
        ),
        _bad("prefix of zeros", 100, "00" * PREFIX, ["short", PREFIX, None], error=unfit),
    ]


def _keys() -> list[dict[str, Any]]:
    """Whole files that are read with another key, or were made in another vault."""
    unfit = "does not fit its key"
    contexts = {
        "another vault": media_context(OTHER_VAULT),
        "the context of a later version": b"portfolio media 2 " + VAULT.encode(),
        "a context without its space": b"portfolio media 1" + VAULT.encode(),
        "no context": b"",
    }
    made = {
        f"made in {name}": b"".join(media_chunks(KEY, SALT, context, [plain(100)]))
        for name, context in contexts.items()
    }
    return [
        *(_bad(name, 100, sealed.hex(), error=unfit) for name, sealed in made.items()),
        _bad("read with another key", 100, ["short", 0, None], error=unfit, key=OTHER_KEY.hex()),
        _bad("another key, long", LONG, ["long", 0, None], error=unfit, key=OTHER_KEY.hex()),
    ]


def _writers() -> list[dict[str, Any]]:
    """Made with the right key by writers that do not keep the format."""
    context, broken = media_context(VAULT), "changed, moved or cut"

    def written(name: str, size_bytes: int, chunks: list[bytes], first: int = 0) -> dict[str, Any]:
        sealed = b"".join(media_chunks(KEY, SALT, context, chunks, first=first))
        return _bad(name, size_bytes, sealed.hex(), error=broken)

    return [
        written("chunks counted from one", 100, [plain(100)], first=1),
        written("chunks counted from 2^32", 100, [plain(100)], first=2**32),
        # The same number of bytes on the storage as the longer content has in one chunk.
        written("two short chunks", 116, [plain(60), plain(40)]),
    ]


if __name__ == "__main__":
    main()
