"""Small CASE packages made for tests, and the published samples where they are at hand."""

import json
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "case"
SAMPLE_NAMES = (
    "AdoptedTestFramework.json",
    "EmptyExternalFramework.json",
    "MarkdownFramework.json",
    "SequenceNumberFramework.json",
    "Utf8TestFramework.json",
    "case11-japanese-with-rubrics.json",
    "g3-math-c1.json",
    "webb-dok-levels.json",
)
SCHEMA = SAMPLES / "schema" / "imscasev1p1_openapi3_v1p0.json"

DOCUMENT = "d0000000-0000-4000-8000-000000000000"


def sample(name: str) -> bytes:
    """A published file; the test is skipped where the samples are not at hand."""
    path = SAMPLES / name
    if not path.is_file():
        pytest.skip(f"the published sample {name} is not on this machine")
    return path.read_bytes()


def item_id(number: int) -> str:
    return f"a0000000-0000-4000-8000-{number:012d}"


def item(number: int, **more: Any) -> dict[str, Any]:
    identifier = item_id(number)
    return {
        "identifier": identifier,
        "uri": f"https://example.org/items/{identifier}",
        "fullStatement": f"Statement {number}",
        **more,
    }


def child_of(child: int, parent: int | None, **more: Any) -> dict[str, Any]:
    """The link from a child to its parent; None is the document."""
    destination = DOCUMENT if parent is None else item_id(parent)
    return {
        "identifier": f"b{child:07d}-0000-4000-8000-{0 if parent is None else parent:012d}",
        "associationType": "isChildOf",
        "originNodeURI": {"title": "child", "identifier": item_id(child), "uri": ""},
        "destinationNodeURI": {"title": "parent", "identifier": destination, "uri": ""},
        **more,
    }


def package(
    items: Any = (), associations: Any = (), rubrics: Any = None, **more: Any
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "CFDocument": {"identifier": DOCUMENT, "title": "Made for a test", "creator": "A tester"},
        "CFItems": list(items) if isinstance(items, (list, tuple)) else items,
        "CFAssociations": (
            list(associations) if isinstance(associations, (list, tuple)) else associations
        ),
        **more,
    }
    if rubrics is not None:
        made["CFRubrics"] = rubrics
    return made


def as_bytes(value: Any) -> bytes:
    return json.dumps(value).encode()
