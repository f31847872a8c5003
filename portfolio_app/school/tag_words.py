"""Competencies in words, for teachers as published and for families as the child reads them."""

from collections.abc import Sequence
from dataclasses import dataclass

from rubrics.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Tag:
    """A competency in the school's words, with its code."""

    words: str
    code: str


def tags(refs: Sequence[str], catalog: Catalog, band: str | None = None) -> tuple[Tag, ...]:
    """Competencies in words; those that no document here explains are left out."""
    found = (catalog.competency(ref) for ref in refs)
    return tuple(Tag(one.wording(band), one.code) for one in found if one is not None)
