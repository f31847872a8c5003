"""Whatever an import is given, it answers or says why not, and what it keeps is CASE."""

import csv
import gzip
import io
import json
import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rubrics.case import read_packages
from rubrics.documents import CASE, read_document
from rubrics.errors import UnreadableDocument
from tests.rubrics.case_files import SAMPLE_NAMES, sample
from tests.rubrics.foreign_files import (
    CANVAS,
    CTDL,
    D2L,
    DIGCOMP,
    PLAIN,
    as_json,
    framework_sample,
    moodle,
)
from tests.rubrics.test_case_fuzz import mutated
from tests.rubrics.test_case_writer import faults_of

TABLES = {"moodle": moodle(), "moodle of old": moodle(12), "canvas": CANVAS, "plain": PLAIN}
GRAPHS = {"ctdl": CTDL, "digcomp": DIGCOMP, "d2l": D2L}
KINDS = ("framework", "rubric")


def answers(raw: bytes, wanted: str = "") -> bool:
    """Read bytes and check what came out; True when something did."""
    try:
        read = read_document(raw, name="any.csv", wanted=wanted)
    except UnreadableDocument:
        return False
    if read.format != CASE:
        again = read_packages(read.content)
        assert [one.framework for one in again] == [one.framework for one in read.packages]
        assert [one.rubrics for one in again] == [one.rubrics for one in read.packages]
        assert len(read.packages) > 1 or faults_of(read.content) == []
    return True


@pytest.mark.parametrize("name", GRAPHS)
def test_mutated_graphs(name: str) -> None:
    chance = random.Random(name)
    assert answers(as_json(GRAPHS[name]))
    for _time in range(60):
        answers(as_json(mutated(GRAPHS[name], chance)), chance.choice(KINDS))


@pytest.mark.parametrize("name", TABLES)
def test_mutated_tables(name: str) -> None:
    chance = random.Random(name)
    for _time in range(60):
        raw = bytearray(TABLES[name])
        for _change in range(chance.randint(1, 4)):
            start = chance.randrange(len(raw))
            raw[start : start + chance.randint(0, 20)] = chance.choice(
                [b"", b'"', b"\x00", b"\xff", b",", b";", b"\n", b"1e999", b"nan", b"=1", b"'"]
            )
        answers(bytes(raw), chance.choice(KINDS))


@pytest.mark.parametrize("name", ["opensalt-ccsso_ela_item.csv", "digcomp3-core-framework-nl.csv"])
def test_mutated_published_tables(name: str) -> None:
    chance = random.Random(name)
    lines = framework_sample(name).splitlines(keepends=True)
    for _time in range(8):
        some = [lines[0], *chance.sample(lines[1:], min(40, len(lines) - 1))]
        raw = bytearray(b"".join(some))
        start = chance.randrange(len(raw))
        raw[start : start + chance.randint(0, 30)] = chance.randbytes(chance.randint(0, 3))
        answers(bytes(raw), chance.choice(KINDS))


@pytest.mark.parametrize("name", SAMPLE_NAMES[-3:])
def test_cut_samples(name: str) -> None:
    raw = sample(name)
    for cut in range(0, len(raw), len(raw) // 6 + 1):
        assert not answers(raw[:cut])
    assert answers(gzip.compress(raw))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "Statement", "Code", "Parent", "Criterion", "Level", "Score", "1",
                             "1.1", "a", "=1", "'x", "-5", "nan", "x" * 1200, "\u2028", "Is"]),
            max_size=15,
        ),
        max_size=8,
    ),
    st.sampled_from(KINDS),
)  # fmt: skip
def test_any_table(rows: list[list[str]], wanted: str) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    answers(text.getvalue().encode(), wanted)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.binary(max_size=120), st.sampled_from([b"", b"PK\x03\x04", b"a,b\n", b"\xff\xfe", b"["]))
def test_any_bytes(raw: bytes, start: bytes) -> None:
    answers(start + raw)


def planted_float(raw: bytes) -> None:
    """A reader that believes that points are numbers."""
    for row in csv.reader(io.StringIO(raw.decode())):
        if row[0] != "Rubric Name":
            float(row[6])


def planted_group(raw: bytes) -> None:
    """A reader that believes that groups have criteria."""
    for group in json.loads(raw)["CriteriaGroups"]:
        len(group["Criteria"])


@pytest.mark.parametrize(
    ("reader", "raw"),
    [
        (planted_float, CANVAS.replace(b",10,", b",ten,")),
        (planted_group, as_json({"Name": "x", "CriteriaGroups": [{"Criteria": None}]})),
    ],
)
def test_planted_faults_fall_on_what_ours_survives(
    reader: Callable[[bytes], None], raw: bytes
) -> None:
    with pytest.raises((ValueError, TypeError)):
        reader(raw)
    assert answers(raw, "rubric")
