"""The frameworks and rubrics that a learner's classes gave, added to the bundled ones.

A class's file that nobody can read must never stop a learner: it is left out, kept as it is, and
the log says so without a word of it. No network and no screen may enter here.
"""

import logging
from collections.abc import Iterable, Iterator

from portfolio_app.errors import PortfolioError
from portfolio_app.student.vault.media import MediaStore
from rubrics.catalog import Catalog
from rubrics.errors import RubricsError

log = logging.getLogger(__name__)

LIBRARY_BYTES_LIMIT = 64 << 20
"""A larger file is no framework and no rubric; it would only fill a small tablet's memory."""

_NAMED_DIGITS = 12


def with_class_files(catalog: Catalog, media: MediaStore, hashes: Iterable[str]) -> Catalog:
    """The catalogue with every one of these files that is here and can be read."""
    for sha256_hex in dict.fromkeys(hashes):
        if not media.has(sha256_hex):
            continue
        try:
            if media.size_bytes(sha256_hex) > LIBRARY_BYTES_LIMIT:
                log.warning("Class file %s is left out: too large", sha256_hex[:_NAMED_DIGITS])
                continue
            catalog = catalog.with_document(b"".join(_pieces(media, sha256_hex)))
        except (RubricsError, PortfolioError) as problem:
            kind = type(problem).__name__
            log.warning("Class file %s is left out: %s", sha256_hex[:_NAMED_DIGITS], kind)
    return catalog


class Spoken:
    """A catalogue in the learner's language, made once until either is another.

    Each text is in that language where its maker gave it, and as it was first written elsewhere.
    """

    def __init__(self) -> None:
        self._made: tuple[Catalog, str, Catalog] | None = None

    def of(self, catalog: Catalog, language: str) -> Catalog:
        """The catalogue in a language (a BCP 47 tag)."""
        made = self._made
        if made is None or made[0] is not catalog or made[1] != language:
            made = self._made = (catalog, language, catalog.in_language(language))
        return made[2]


def _pieces(media: MediaStore, sha256_hex: str) -> Iterator[bytes]:
    with media.reader(sha256_hex) as reader:
        yield from reader.read()
