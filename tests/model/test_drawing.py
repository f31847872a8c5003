"""A drawing's document: what is taken, what is refused, and the limits."""

import json
from pathlib import Path
from typing import Any

import pytest

from portfolio_app.errors import BadInput
from portfolio_app.model.drawing import (
    DOCUMENT_BYTES_LIMIT,
    LONGEST,
    MARKS_LIMIT,
    POINTS_LIMIT,
    SHEET,
    Drawing,
    Mark,
    read_drawing,
    sheet_like,
    write_drawing,
)

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "vectors" / "drawing-1.json").read_text()
)
DOT = Mark("pen", "#000000", 5, ((1, 2),))


def named(one: dict[str, Any]) -> str:
    return str(one["name"])


@pytest.mark.parametrize("vector", VECTORS["take"], ids=named)
def test_a_document_is_taken_and_written_again_as_it_was(vector: dict[str, Any]) -> None:
    drawing = read_drawing(json.dumps(vector["document"]).encode())
    assert len(drawing.marks) == vector["marks"]
    assert read_drawing(write_drawing(drawing)) == drawing


@pytest.mark.parametrize("vector", VECTORS["refuse"], ids=named)
def test_what_does_not_fit_is_refused(vector: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        read_drawing(json.dumps(vector["document"]).encode())


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_json_is_refused(raw: bytes) -> None:
    with pytest.raises(BadInput):
        read_drawing(raw)


def test_one_over_each_limit_is_refused() -> None:
    with pytest.raises(BadInput):
        write_drawing(Drawing(*SHEET, (DOT,) * (MARKS_LIMIT + 1)))
    whole = write_drawing(Drawing(*SHEET, (DOT,) * MARKS_LIMIT))
    assert len(read_drawing(whole).marks) == MARKS_LIMIT
    one_more = b'"marks":[' + json.dumps(DOT.as_json()).encode() + b","
    with pytest.raises(BadInput):
        read_drawing(whole.replace(b'"marks":[', one_more))
    with pytest.raises(BadInput):
        Mark.read({**DOT.as_json(), "points": [0, 0] * (POINTS_LIMIT + 1)})
    with pytest.raises(BadInput):
        read_drawing(b" " * (DOCUMENT_BYTES_LIMIT + 1))


@pytest.mark.parametrize(
    ("pixels", "sheet"),
    [
        ((400, 300), (4000, 3000)),
        ((1, 5000), (1, LONGEST)),
        ((0, 0), SHEET),
    ],
)
def test_a_sheet_has_the_shape_of_its_picture(
    pixels: tuple[int, int], sheet: tuple[int, int]
) -> None:
    assert sheet_like(*pixels) == sheet
