"""Words in other languages for the rubrics that come with the product.

They stand beside the published file, not in it: whoever checked a work against the rubric means
that file by its hash, and a new language must not make it another one.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from rubrics.case import CasePackage
from rubrics.rubric import Criterion, Level, Rubric

Words = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Language (a BCP 47 tag) -> id of a rubric, criterion or level -> name of a text -> the text."""

_Part = TypeVar("_Part", Rubric, Criterion, Level)


def package_worded(package: CasePackage, words: Words) -> CasePackage:
    """A package whose rubrics also say these words; what it already says in a language stays."""
    return replace(
        package, rubrics=tuple(_rubric_worded(rubric, words) for rubric in package.rubrics)
    )


def _rubric_worded(rubric: Rubric, words: Words) -> Rubric:
    criteria = tuple(
        replace(
            _worded(criterion, words),
            levels=tuple(_worded(level, words) for level in criterion.levels),
        )
        for criterion in rubric.criteria
    )
    return replace(_worded(rubric, words), criteria=criteria)


def _worded(part: _Part, words: Words) -> _Part:
    said = {language: dict(found[part.id]) for language, found in words.items() if part.id in found}
    return replace(part, translations={**said, **part.translations})
