"""The same rubric, competency or package in another language, where its maker gave the words.

Nothing is translated here: a text without words in the language stays as it is.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rubrics.case import CasePackage
from rubrics.framework import AGE_BANDS, CHILD, Competency, Framework, Translations
from rubrics.rubric import Criterion, Group, Level, Rubric

COMPETENCY_TEXTS = ("statement", "short_statement", "notes")
CHILD_TEXTS = tuple(f"{CHILD}{band}" for band in AGE_BANDS)
LEVEL_TEXTS = ("name", "description", "feedback", "picture_words")
TITLED_TEXTS = ("title", "description")


def rubric_in(language: str, rubric: Rubric) -> Rubric:
    """A rubric with every text that it has in a language (a BCP 47 tag) in that language."""
    groups = tuple(_group_in(language, one) for one in rubric.groups)
    headings = {one.title: said.title for one, said in zip(rubric.groups, groups, strict=True)}
    return replace(
        rubric,
        **_words(language, rubric.translations, TITLED_TEXTS),
        criteria=tuple(_criterion_in(language, one, headings) for one in rubric.criteria),
        groups=groups,
    )


def competency_in(language: str, competency: Competency) -> Competency:
    """A competency with the texts that it has in a language in that language."""
    found = _nearest(language.casefold(), competency.translations)
    if not found:
        return competency
    for_children = {
        name.removeprefix(CHILD): words for name, words in found.items() if name.startswith(CHILD)
    }
    return replace(
        competency,
        **_words(language, competency.translations, COMPETENCY_TEXTS),
        child_wording={**competency.child_wording, **for_children},
    )


def package_in(language: str, package: CasePackage) -> CasePackage:
    """A package with the texts that it has in a language; itself when it has none to change.

    What is written in the language already stays: `en` needs no words in `en-US` for `en-GB`.
    """
    framework = package.framework and _framework_in(language, package.framework)
    rubrics = tuple(
        one if _is_own(language, one.language, one) else rubric_in(language, one)
        for one in package.rubrics
    )
    if framework == package.framework and rubrics == package.rubrics:
        return package
    return replace(package, framework=framework, rubrics=rubrics)


def _framework_in(language: str, framework: Framework) -> Framework:
    own = framework.language
    if framework.translations and not _is_own(language, own, framework):
        said = _words(language, framework.translations, TITLED_TEXTS)
        framework = replace(framework, **said)
    if not any(one.translations for one in framework.competencies):
        return framework
    items = tuple(
        one
        if not one.translations or _is_own(language, one.language or own, one)
        else competency_in(language, one)
        for one in framework.competencies
    )
    return replace(framework, competencies=items)


def _is_own(wanted: str, own: str, one: Rubric | Competency | Framework) -> bool:
    """Whether something is written in a language, and not better said in exactly that one."""
    exactly = {tag.casefold() for tag in one.translations}
    return own.casefold() == wanted.casefold() or (
        wanted.casefold() not in exactly and _start(own) == _start(wanted)
    )


def _start(tag: str) -> str:
    return tag.casefold().partition("-")[0]


def _criterion_in(language: str, criterion: Criterion, headings: Mapping[str, str]) -> Criterion:
    words = _words(language, criterion.translations, TITLED_TEXTS)
    # The category of CASE is the title of one criterion, or the heading of the several in a group.
    own = {criterion.title: words.get("title", criterion.title)}
    return replace(
        criterion,
        **words,
        category={**headings, **own}.get(criterion.category, criterion.category),
        levels=tuple(_level_in(language, one) for one in criterion.levels),
    )


def _group_in(language: str, group: Group) -> Group:
    return replace(group, **_words(language, group.translations, TITLED_TEXTS))


def _level_in(language: str, level: Level) -> Level:
    return replace(level, **_words(language, level.translations, LEVEL_TEXTS))


def _words(language: str, translations: Translations, texts: tuple[str, ...]) -> dict[str, Any]:
    """The texts in exactly this language, or in the same one of another place."""
    found = _nearest(language.casefold(), translations)
    return {name: found[name] for name in texts if found.get(name)}


def _nearest(wanted: str, translations: Translations) -> Mapping[str, str]:
    plain = {tag.casefold(): words for tag, words in translations.items()}
    if wanted in plain:
        return plain[wanted]
    alike = sorted(tag for tag in plain if _start(tag) == _start(wanted))
    return plain[alike[0]] if alike else {}
