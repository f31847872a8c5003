"""Words in other languages for the frameworks and rubrics that come with the product.

They stand beside the published file, not in it: whoever checked a work against a rubric means that
file by its hash, and a new language must not make it another one.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from rubrics.case import CasePackage
from rubrics.framework import Competency, Framework
from rubrics.rubric import Criterion, Level, Rubric

Words = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Language (a BCP 47 tag) -> id of whatever carries words -> name of a text -> the text."""

_Part = TypeVar("_Part", Framework, Competency, Rubric, Criterion, Level)


def package_worded(package: CasePackage, words: Words) -> CasePackage:
    """A package whose parts also say these words; what it already says in a language stays."""
    return replace(
        package,
        framework=package.framework and _framework_worded(package.framework, words),
        rubrics=tuple(_rubric_worded(rubric, words) for rubric in package.rubrics),
    )


def _framework_worded(framework: Framework, words: Words) -> Framework:
    items = tuple(_worded(one, words) for one in framework.competencies)
    return replace(_worded(framework, words), competencies=items)


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
