"""Reads CASE packages: finds them in a file, reads their document, puts the parts together.

Source: 1EdTech CASE 1.0 and 1.1, CFPackage. Real files differ from the standard in many small
ways; whatever can be understood is taken, whatever is changed or left out is reported.
"""

import hashlib
from dataclasses import replace

from rubrics.case import fields
from rubrics.case.associations import links_of
from rubrics.case.collecting import uncollected
from rubrics.case.fields import Row
from rubrics.case.file import Json, json_of
from rubrics.case.items import Items, items_of
from rubrics.case.originals import with_original_ids
from rubrics.case.package import NO_CREATOR, NO_TIME, CasePackage, Document
from rubrics.case.rubric_rows import rubrics_of
from rubrics.case.tree import placed
from rubrics.case.wrapping import PARTS, package_rows, refuse_totals
from rubrics.framework import Framework
from rubrics.limits import LICENCE_COUNT_MAX
from rubrics.report import Notes, Remark

_READ = frozenset({*PARTS, "CFAssociations", "CFDefinitions", "extensions"})
_READ_DOCUMENT = frozenset(
    {
        *("identifier", "uri", "title", "creator", "publisher", "description", "language"),
        *("version", "licenseURI", "adoptionStatus", "lastChangeDateTime", "extensions"),
        *("caseVersion", "CFPackageURI"),
    }
)
_READ_DEFINITIONS = frozenset({"CFLicenses", "CFItemTypes", "extensions"})


def read_packages(raw: bytes) -> tuple[CasePackage, ...]:
    """Every CASE package in a file: one, wrapped or bare, or an array of them; gzip or not.

    Raises `UnreadableDocument`, and nothing else, for any bytes.
    """
    with uncollected():
        return packages_of(json_of(raw), hashlib.sha256(raw).hexdigest())


def packages_of(value: Json, source_hash: str) -> tuple[CasePackage, ...]:
    """Every CASE package in JSON that was parsed. Raises `UnreadableDocument`."""
    notes = Notes()
    found = tuple(package_rows(value, notes))
    refuse_totals(found)
    # What was remarked about the whole file stands in the report of its first package.
    return tuple(
        package_of(row, source_hash, None if place else notes) for place, row in enumerate(found)
    )


def read_case(raw: bytes) -> CasePackage:
    """The first CASE package in a file; its report says when there were more.

    Raises `UnreadableDocument`, and nothing else, for any bytes.
    """
    first, *others = read_packages(raw)
    if not others:
        return first
    remark = Remark("other-packages", len(others))
    return replace(first, report=replace(first.report, left_out=(*first.report.left_out, remark)))


def package_of(row: Row, source_hash: str, notes: Notes | None = None) -> CasePackage:
    """The package that a CFPackage object holds; other formats are read by turning into one.

    `notes` may hold what was remarked before. Raises `UnreadableDocument`.
    """
    notes = notes or Notes()
    notes.took("packages")
    row = with_original_ids(row)
    notes.unread("CFPackage", sorted(row.keys() - _READ))
    document = _document(row, source_hash, notes)
    items = items_of(row, document, notes)
    rubrics = rubrics_of(row, document, items, source_hash, notes)
    framework = None
    if items.rows or not rubrics:
        framework = _framework(row, document, items, source_hash, notes)
    return CasePackage(document, framework, rubrics, notes.report())


def _framework(
    row: Row, document: Document, items: Items, source_hash: str, notes: Notes
) -> Framework:
    links = links_of(row, items, document, notes)
    competencies, others = placed(items, document, links, notes)
    return Framework(
        id=document.id,
        title=document.title,
        creator=document.creator,
        language=document.language,
        licence=document.licence,
        version=document.version,
        competencies=competencies,
        associations=others,
        description=document.description,
        source_hash=source_hash,
        translations=fields.translations(fields.extensions(_head(row)), notes),
    )


def _head(row: Row) -> Row:
    found = row.get("CFDocument")
    if isinstance(found, list):
        found = next((one for one in found if isinstance(one, dict)), None)
    return found if isinstance(found, dict) else {}


def _document(row: Row, source_hash: str, notes: Notes) -> Document:
    head = _head(row)
    document_id = fields.identifier(head)
    if not document_id:
        document_id = fields.made_identifier("document", source_hash)
        notes.mended("document-unnamed")
    title = fields.label(head, "title", notes)
    if not title:
        title = "Untitled"
        notes.mended("document-untitled")
    licence_uri, licence = _licence(row, head, notes)
    ours = fields.extensions(head)
    notes.unread("CFDocument", sorted(head.keys() - _READ_DOCUMENT))
    definitions = row.get("CFDefinitions")
    if isinstance(definitions, dict):
        filled = {key for key, value in definitions.items() if value}
        notes.unread("CFDefinitions", sorted(filled - _READ_DEFINITIONS))
    return Document(
        id=document_id,
        title=title,
        creator=_unless(NO_CREATOR, fields.label(head, "creator", notes)),
        publisher=fields.label(head, "publisher", notes),
        description=fields.text(head, "description", notes),
        language=fields.label(head, "language", notes),
        version=fields.label(head, "version", notes),
        licence=licence,
        licence_uri=fields.label(ours, "licenceUri", notes) or licence_uri,
        adoption_status=fields.label(head, "adoptionStatus", notes),
        changed_at=fields.label(ours, "changedAt", notes)
        or _unless(NO_TIME, fields.label(head, "lastChangeDateTime", notes)),
        uri=fields.address(head, "uri", notes),
    )


def _unless(stand_in: str, found: str) -> str:
    """Nothing where our writer had to write something because CASE demands it."""
    return "" if found == stand_in else found


def _licence(row: Row, head: Row, notes: Notes) -> tuple[str, str]:
    """Address and name of the licence: the document's link, named by the definitions if need be."""
    pointed = fields.link(head.get("licenseURI"), notes)
    if pointed is None:
        return "", ""
    if pointed.title:
        return pointed.uri, pointed.title
    definitions = row.get("CFDefinitions")
    if isinstance(definitions, dict):
        for definition in fields.rows(definitions, "CFLicenses", notes, LICENCE_COUNT_MAX):
            if fields.identifier(definition) == pointed.id:
                return pointed.uri, fields.label(definition, "title", notes)
    return pointed.uri, pointed.uri
