"""Our own frameworks and rubrics: whole, worded for children, linked, and never renumbered."""

import re

import pytest

from rubrics.catalog import Catalog
from rubrics.framework import AGE_BANDS, Framework
from rubrics.rubric import Rubric

PRIMARY = "d5d8097d-04a6-5d4d-b94c-5270a40e4d4e"
SECONDARY = "59219bd5-f7ab-58cf-84c0-63e8d3466da3"
MY_WORK = "0cdcfa21-c23b-54c4-9339-65911f1813b6"
PROJECT_WORK = "182360b1-0315-5b33-99d5-b08551086e53"
ONE_CLEAR_AIM = "50e80b8a-0256-5e92-b31b-66ec99c765b3"

# On screen for children these never appear.
NEVER = re.compile(r"artifact|competenc|submit|sync|rubric|criteri|assess", re.IGNORECASE)
WORDS_MAX = {"5-7": 12, "8-10": 14, "11-13": 20, "14-18": 20}
LETTERS_PER_WORD_MAX = {"5-7": 4.3, "8-10": 5.0}


@pytest.fixture(name="catalog")
def catalog_fixture() -> Catalog:
    return Catalog.bundled()


def framework_of(catalog: Catalog, framework_id: str) -> Framework:
    framework = catalog.framework(framework_id)
    assert framework is not None
    return framework


def rubric_of(catalog: Catalog, rubric_id: str) -> Rubric:
    rubric = catalog.rubric(rubric_id)
    assert rubric is not None
    return rubric


@pytest.mark.parametrize(
    ("framework_id", "areas", "statements", "bands"),
    [(PRIMARY, 5, 24, AGE_BANDS), (SECONDARY, 5, 20, ("11-13", "14-18"))],
)
def test_frameworks_are_whole(
    catalog: Catalog, framework_id: str, areas: int, statements: int, bands: tuple[str, ...]
) -> None:
    framework = framework_of(catalog, framework_id)
    assert len(framework.children()) == areas
    assert sum(len(framework.children(area.id)) for area in framework.children()) == statements
    for competency in framework.competencies:
        assert tuple(competency.child_wording) == bands
        assert len({one.lower() for one in competency.child_wording.values()}) == len(bands)


def test_everything_is_openly_licensed_and_has_a_language(catalog: Catalog) -> None:
    published: list[Framework | Rubric] = [*catalog.frameworks, *catalog.rubrics]
    assert len(published) == 5
    for one in published:
        assert "CC BY 4.0" in one.licence
        assert one.language == "en"
        assert re.fullmatch(r"[0-9a-f]{64}", one.source_hash)


def test_childrens_words_are_short_plain_and_their_own(catalog: Catalog) -> None:
    for framework in catalog.frameworks:
        for competency in framework.competencies:
            for band, words in competency.child_wording.items():
                assert words.startswith("I can ")
                assert words.endswith(".")
                assert not NEVER.search(words)
                assert len(words.split()) <= WORDS_MAX[band], words


@pytest.mark.parametrize("band", LETTERS_PER_WORD_MAX)
def test_words_for_the_young_are_short(catalog: Catalog, band: str) -> None:
    framework = framework_of(catalog, PRIMARY)
    words = " ".join(one.wording(band) for one in framework.competencies).split()
    letters = sum(len(word.strip(".,?!")) for word in words)
    assert letters / len(words) <= LETTERS_PER_WORD_MAX[band]


@pytest.mark.parametrize(
    ("rubric_id", "kind", "level_count", "framework_id"),
    [
        (MY_WORK, "analytic", 3, PRIMARY),
        (PROJECT_WORK, "analytic", 4, SECONDARY),
        (ONE_CLEAR_AIM, "single_point", 3, None),
    ],
)
def test_rubrics_are_whole_and_linked(
    catalog: Catalog, rubric_id: str, kind: str, level_count: int, framework_id: str | None
) -> None:
    rubric = rubric_of(catalog, rubric_id)
    assert rubric.kind == kind
    assert len(rubric.criteria) >= 5
    for criterion in rubric.criteria:
        assert len(criterion.levels) == level_count
        assert criterion.description
        assert all(level.feedback and level.score is None for level in criterion.levels)
        if framework_id is None:
            assert criterion.competency_id is None
        else:
            assert catalog.competency(f"{framework_id}/{criterion.competency_id}")


def test_rubrics_speak_to_children(catalog: Catalog) -> None:
    for rubric in catalog.rubrics:
        assert not NEVER.search(f"{rubric.title} {rubric.description}")
        for criterion in rubric.criteria:
            texts = [criterion.title, criterion.description]
            for level in criterion.levels:
                texts += [level.name, level.description, level.feedback]
            assert not any(NEVER.search(text) for text in texts)


def test_analytic_levels_say_what_is_to_be_seen(catalog: Catalog) -> None:
    for rubric in catalog.rubrics:
        if rubric.kind == "analytic":
            for criterion in rubric.criteria:
                described = {level.description for level in criterion.levels}
                assert len(described - {""}) == len(criterion.levels)
