"""Rubrics as CSV: one row for each level, in UTF-8, for any spreadsheet and for coming back.

No cell can run as a formula: one that would begin as such is given an apostrophe, which reading
takes away again. Other languages stand in columns of their own, such as "Criterion [nl]".
"""

import csv
import io
from collections.abc import Iterable, Iterator

from rubrics.foreign.cell_lists import joined_list
from rubrics.foreign.plain_rubric import CRITERION_TEXTS, GROUP_TEXTS, LEVEL_TEXTS, RUBRIC_TEXTS
from rubrics.foreign.table import FORMULA_STARTS
from rubrics.framework import Translations
from rubrics.rubric import Criterion, Group, Level, Rubric

MARK = "\ufeff"
_COLUMNS = (
    *("Rubric", "Rubric ID", "Rubric description", "Rubric kind", "Language", "Version"),
    *("Age bands", "Score unit", "Shows scores", "Shows weights"),
    *("Criterion", "Criterion ID", "Criterion description", "Group", "Weight", "Negative"),
    *("Competency", "Level", "Level ID", "Level description", "Score", "Feedback"),
    *("Picture", "Picture words", "Education level"),
)
_NO_LEVEL = 8 * [""]
_Spoken = tuple[tuple[str, str, str], ...]


def write_table(rubrics: Iterable[Rubric]) -> bytes:
    """The rubrics as one CSV file, levels from the least to the most."""
    chosen = tuple(rubrics)
    spoken = _Languages(chosen)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([*_COLUMNS, *spoken.headings])
    for rubric in chosen:
        groups = {group.id: group for group in rubric.groups}
        for criterion in rubric.criteria:
            group = groups.get(criterion.group_id or "")
            start = [*_of_rubric(rubric), *_of_criterion(criterion, group.title if group else "")]
            for level in criterion.levels or (None,):
                words = spoken.cells(rubric, criterion, group, level)
                writer.writerow([*start, *(_of_level(level) if level else _NO_LEVEL), *words])
    return (MARK + text.getvalue()).encode()


def language_columns(
    texts: Iterable[tuple[str, str]], translations: Iterable[Translations]
) -> _Spoken:
    """The columns that other languages need: (meaning, name of the text, language), in order."""
    used = {
        (name, language)
        for one in translations
        for language, words in one.items()
        for name, said in words.items()
        if said
    }
    languages = sorted({language for _name, language in used})
    return tuple(
        (meaning, name, language)
        for meaning, name in texts
        for language in languages
        if (name, language) in used
    )


def safe(text: str) -> str:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


class _Languages:
    """The columns for languages after the first, and what stands in them."""

    def __init__(self, rubrics: tuple[Rubric, ...]) -> None:
        criteria = [one for rubric in rubrics for one in rubric.criteria]
        groups = [one for rubric in rubrics for one in rubric.groups]
        levels = [level for one in criteria for level in one.levels]
        self._rubric = _columns(RUBRIC_TEXTS, (one.translations for one in rubrics))
        self._criterion = _columns(CRITERION_TEXTS, (one.translations for one in criteria))
        self._group = _columns(GROUP_TEXTS, (one.translations for one in groups))
        self._level = _columns(LEVEL_TEXTS, (one.translations for one in levels))

    @property
    def headings(self) -> list[str]:
        every = (*self._rubric, *self._criterion, *self._group, *self._level)
        return [
            f"{meaning.replace('_', ' ').capitalize()} [{tag}]" for meaning, _name, tag in every
        ]

    def cells(
        self, rubric: Rubric, criterion: Criterion, group: Group | None, level: Level | None
    ) -> Iterator[str]:
        for columns, part in (
            (self._rubric, rubric), (self._criterion, criterion), (self._group, group),
            (self._level, level),
        ):  # fmt: skip
            for _meaning, name, language in columns:
                yield safe(part.translations.get(language, {}).get(name, "") if part else "")


def _columns(texts: dict[str, str], translations: Iterable[Translations]) -> _Spoken:
    return language_columns(texts.items(), translations)


def _of_rubric(rubric: Rubric) -> list[str]:
    return [
        *map(safe, (rubric.title, rubric.id, rubric.description, rubric.kind, rubric.language)),
        *map(safe, (rubric.version, "|".join(rubric.bands), rubric.score_unit)),
        str(rubric.shows_scores).lower(),
        str(rubric.shows_weights).lower(),
    ]


def _of_criterion(criterion: Criterion, group: str) -> list[str]:
    return [
        *map(safe, (criterion.title, criterion.id, criterion.description, group)),
        _number(criterion.weight),
        "true" if criterion.is_negative else "",
        safe(criterion.competency_id or ""),
    ]


def _of_level(level: Level) -> list[str]:
    return [
        *map(safe, (level.name, level.id, level.description)),
        _number(level.score),
        *map(safe, (level.feedback, level.picture, level.picture_words)),
        safe(joined_list(level.education_levels)),
    ]


def _number(value: float | None) -> str:
    return "" if value is None else repr(value)
