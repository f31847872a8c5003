"""The same rubric or competency in another language, where its maker gave the words.

Nothing is translated here: a text without words in the language stays as it is.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rubrics.framework import Competency, Translations
from rubrics.rubric import Criterion, Group, Level, Rubric

COMPETENCY_TEXTS = ("statement", "short_statement", "notes")
LEVEL_TEXTS = ("name", "description", "feedback", "picture_words")
TITLED_TEXTS = ("title", "description")


def rubric_in(language: str, rubric: Rubric) -> Rubric:
    """A rubric with every text that it has in a language (a BCP 47 tag) in that language."""
    return replace(
        rubric,
        **_words(language, rubric.translations, TITLED_TEXTS),
        criteria=tuple(_criterion_in(language, one) for one in rubric.criteria),
        groups=tuple(_group_in(language, one) for one in rubric.groups),
    )


def competency_in(language: str, competency: Competency) -> Competency:
    """A competency with the texts that it has in a language in that language."""
    return replace(competency, **_words(language, competency.translations, COMPETENCY_TEXTS))


def _criterion_in(language: str, criterion: Criterion) -> Criterion:
    return replace(
        criterion,
        **_words(language, criterion.translations, TITLED_TEXTS),
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
    start = wanted.partition("-")[0]
    alike = sorted(tag for tag in plain if tag.partition("-")[0] == start)
    return plain[alike[0]] if alike else {}
