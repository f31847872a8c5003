"""What one CASE package holds once it is read."""

from dataclasses import dataclass, field

from rubrics.framework import Framework, check_identifier
from rubrics.report import ImportReport
from rubrics.rubric import Rubric

NO_TIME = "1970-01-01T00:00:00Z"
"""CASE demands a time of change; a package that has none gets the oldest one there is."""
NO_CREATOR = "…"
"""And a creator."""


@dataclass(frozen=True, slots=True)
class Document:
    """The head of a package (CASE 1.1 CFDocument): who published what, and under which licence.

    `changed_at` is the RFC 3339 time of the file, kept as text. `uri` may be empty.
    """

    id: str
    title: str
    creator: str = ""
    publisher: str = ""
    description: str = ""
    language: str = ""
    version: str = ""
    licence: str = ""
    licence_uri: str = ""
    adoption_status: str = ""
    changed_at: str = ""
    uri: str = ""

    def __post_init__(self) -> None:
        check_identifier(self.id, "document")


@dataclass(frozen=True, slots=True)
class CasePackage:
    """A package: its document, the framework in it if any, its rubrics, and how the reading went.

    `framework` is None when the package was made only to carry rubrics.
    """

    document: Document
    framework: Framework | None = None
    rubrics: tuple[Rubric, ...] = ()
    report: ImportReport = field(default_factory=ImportReport)
