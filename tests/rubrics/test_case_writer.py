"""What we write is CASE 1.1 by its own schema, and reads back as it was."""

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

from rubrics.case import CasePackage, read_case, write_case
from rubrics.framework import Framework
from rubrics.report import ImportReport
from tests.rubrics.case_files import SAMPLE_NAMES, SCHEMA, sample
from tests.rubrics.openapi import faults

OWN_FILES = sorted(
    (folder, entry.name)
    for folder in ("frameworks", "scales")
    for entry in files("rubrics").joinpath(folder).iterdir()
    if entry.name.endswith(".json")
)


def own(folder: str, name: str) -> bytes:
    return files("rubrics").joinpath(folder, name).read_bytes()


def faults_of(raw: bytes) -> list[str]:
    if not SCHEMA.is_file():
        pytest.skip("the published CASE schema is not on this machine")
    whole = json.loads(SCHEMA.read_bytes())
    package = whole["components"]["schemas"]["CFPackageDType"]
    return list(faults(json.loads(raw), package, whole, "package"))


def without_source(package: CasePackage) -> CasePackage:
    """The package apart from what belongs to one file: report and hash."""
    framework = package.framework
    return replace(
        package,
        framework=replace(framework, source_hash="") if framework else None,
        rubrics=tuple(replace(rubric, source_hash="") for rubric in package.rubrics),
        report=ImportReport(),
    )


@pytest.mark.parametrize(("folder", "name"), OWN_FILES)
def test_own_files_follow_the_schema(folder: str, name: str) -> None:
    assert faults_of(own(folder, name)) == []


@pytest.mark.parametrize(("folder", "name"), OWN_FILES)
def test_own_files_are_in_the_writers_form(folder: str, name: str) -> None:
    raw = own(folder, name)
    assert write_case(read_case(raw)) == raw


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_samples_come_back_as_they_were(name: str) -> None:
    first = read_case(sample(name))
    again = read_case(write_case(first))
    ours, theirs = without_source(first), without_source(again)
    assert ours.document == theirs.document
    assert ours.rubrics == theirs.rubrics
    assert ours.framework == theirs.framework


def test_a_written_sample_with_rubrics_follows_the_schema() -> None:
    written = write_case(read_case(sample("case11-japanese-with-rubrics.json")))
    # Its made-up ids are no UUIDs of a known version; everything else must fit.
    assert [fault for fault in faults_of(written) if "pattern" not in fault] == []


def test_what_a_package_lacks_is_filled_in_as_the_schema_demands() -> None:
    bare = read_case(b'{"CFDocument":{"identifier":"057b2a45-d091-5b18-b0ef-2ab63b3e10ac"}}')
    assert isinstance(bare.framework, Framework)
    assert faults_of(write_case(bare)) == []


def drop_title(plain: dict[str, Any]) -> None:
    del plain["CFDocument"]["title"]


def add_null(plain: dict[str, Any]) -> None:
    plain["CFItems"][0]["notes"] = None


def add_unknown(plain: dict[str, Any]) -> None:
    plain["CFItems"][0]["childWording"] = {}


def spoil_kind(plain: dict[str, Any]) -> None:
    plain["CFAssociations"][0]["associationType"] = "isParentOf"


def spoil_id(plain: dict[str, Any]) -> None:
    plain["CFItems"][0]["identifier"] = "1"


@pytest.mark.parametrize("spoil", [drop_title, add_null, add_unknown, spoil_kind, spoil_id])
def test_the_schema_check_catches_planted_faults(spoil: Any) -> None:
    plain = json.loads(own("frameworks", "primary-i-can.json"))
    spoil(plain)
    assert len(faults_of(json.dumps(plain).encode())) == 1
