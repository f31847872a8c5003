"""The texts of a rubric in one more language: what there is to say, what is said, what is missing.

A level that is called alike in every criterion is asked for once. Nothing is translated here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import NamedTuple

from rubrics.framework import Translations
from rubrics.limits import LABEL_CHARACTERS_MAX, TEXT_CHARACTERS_MAX
from rubrics.rubric import Criterion, Group, Level, Rubric

SHORT = frozenset({"name", "picture_words"})


class Place(NamedTuple):
    """One text of one part: its kind, its ids, and the name of the text in translations."""

    kind: str
    part: str
    level: str
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """What stands at `places` in the first language, and what is `said` in the other one.

    `of` is the level that it is about, where it is about one.
    """

    field: str
    name: str
    original: str
    said: str
    places: tuple[Place, ...]
    of: str = ""

    @property
    def characters_max(self) -> int:
        """How long it may be."""
        return LABEL_CHARACTERS_MAX if self.name in SHORT else TEXT_CHARACTERS_MAX


@dataclass(frozen=True, slots=True)
class Section:
    """Texts that belong together: `kind` is rubric, levels, group or criterion.

    `number` counts criteria from 1; it is 0 for what is none.
    """

    kind: str
    number: int
    texts: tuple[Text, ...]


def sections(rubric: Rubric, language: str) -> tuple[Section, ...]:
    """Every text of a rubric that can be said in another language, in the order of the page."""
    found = [_Found("rubric", 0, _titled("rubric", "", rubric, language))]
    found.append(_Found("levels", 0, _level_names(rubric, language)))
    found += [_Found("group", 0, _titled("group", one.id, one, language)) for one in rubric.groups]
    for number, one in enumerate(rubric.criteria, start=1):
        texts = [*_titled("criterion", one.id, one, language)]
        for level in one.levels:
            texts += _of_level(one, level, language)
        found.append(_Found("criterion", number, texts))
    numbers = count()
    return tuple(
        Section(one.kind, one.number, tuple(
            replace(text, field=f"t{next(numbers)}") for text in one.texts
        ))
        for one in found if one.texts
    )  # fmt: skip


def missing(parts: Sequence[Section]) -> tuple[int, int]:
    """How many texts are not said yet, and how many there are."""
    texts = [text for part in parts for text in part.texts]
    return sum(not text.said for text in texts), len(texts)


def languages_of(rubric: Rubric) -> tuple[str, ...]:
    """The languages that some text of a rubric is said in, beside its first."""
    tags = {tag for one in _parts(rubric) for tag, words in one.translations.items() if words}
    return tuple(sorted(tags))


def typed(parts: Sequence[Section], form: Mapping[str, str]) -> tuple[Section, ...]:
    """The same with what a form says."""
    return tuple(
        replace(one, texts=tuple(
            replace(text, said=form.get(text.field, text.said).strip()) for text in one.texts
        ))
        for one in parts
    )  # fmt: skip


def carried(parts: Sequence[Section], onto: Sequence[Section]) -> tuple[Section, ...]:
    """What was typed for one version, at the same places of another."""
    said = {place: text.said for one in parts for text in one.texts for place in text.places}
    return tuple(
        replace(one, texts=tuple(
            replace(text, said=next((said[at] for at in text.places if at in said), text.said))
            for text in one.texts
        ))
        for one in onto
    )  # fmt: skip


def worded(rubric: Rubric, language: str, parts: Sequence[Section]) -> Rubric:
    """The rubric with these texts in a language; a text that is empty is not said in it."""
    said: dict[tuple[str, str, str], dict[str, str]] = {}
    for text in (text for one in parts for text in one.texts):
        for place in text.places:
            said.setdefault(place[:3], {})[place.text] = text.said

    def told(
        one: Rubric | Group | Criterion | Level, kind: str, part: str, level: str = ""
    ) -> dict[str, dict[str, str]]:
        return _merged(one.translations, language, said.get((kind, part, level), {}))

    return replace(
        rubric,
        translations=told(rubric, "rubric", ""),
        groups=tuple(
            replace(one, translations=told(one, "group", one.id)) for one in rubric.groups
        ),
        criteria=tuple(
            replace(
                one,
                translations=told(one, "criterion", one.id),
                levels=tuple(
                    replace(level, translations=told(level, "level", one.id, level.id))
                    for level in one.levels
                ),
            )
            for one in rubric.criteria
        ),
    )


class _Found(NamedTuple):
    kind: str
    number: int
    texts: Sequence[Text]


def _titled(kind: str, part: str, one: Rubric | Group | Criterion, language: str) -> list[Text]:
    said = _said(one.translations, language)
    pairs = (("title", one.title), ("description", one.description))
    return [
        Text("", name, original, said.get(name, ""), (Place(kind, part, "", name),))
        for name, original in pairs if original
    ]  # fmt: skip


def _level_names(rubric: Rubric, language: str) -> list[Text]:
    places: dict[tuple[str, str], list[Place]] = {}
    for one in rubric.criteria:
        for level in one.levels:
            now = _said(level.translations, language).get("name", "")
            place = Place("level", one.id, level.id, "name")
            places.setdefault((level.name, now), []).append(place)
    return [
        Text("", "name", original, now, tuple(found)) for (original, now), found in places.items()
    ]


def _of_level(one: Criterion, level: Level, language: str) -> Iterator[Text]:
    said = _said(level.translations, language)
    for name in ("description", "feedback", "picture_words"):
        if original := str(getattr(level, name)):
            place = Place("level", one.id, level.id, name)
            yield Text("", name, original, said.get(name, ""), (place,), level.name)


def _said(translations: Translations, language: str) -> Mapping[str, str]:
    return next(
        (words for tag, words in translations.items() if tag.casefold() == language.casefold()), {}
    )


def _merged(
    translations: Translations, language: str, words: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    others = {
        tag: dict(one) for tag, one in translations.items() if tag.casefold() != language.casefold()
    }
    now = {**_said(translations, language), **words}
    kept = {name: text for name, text in now.items() if text}
    return {**others, **({language: kept} if kept else {})}


def _parts(rubric: Rubric) -> Iterator[Rubric | Group | Criterion | Level]:
    yield rubric
    yield from rubric.groups
    for one in rubric.criteria:
        yield one
        yield from one.levels
