"""Writes our own frameworks and rubrics as CASE 1.1 CFPackage JSON, the same bytes every time.

Source: CASE 1.1 OpenAPI schema (closed: what CASE has no field for goes into `extensions`). Reading
the result again gives an equal package, apart from the report and the hash of the file. Rubrics
have a module of their own beside this one.
"""

import json

from rubrics.case import rows
from rubrics.case.associations import CHILD_OF, KINDS
from rubrics.case.fields import Row, made_identifier
from rubrics.case.file import Json
from rubrics.case.originals import MARK, is_allowed
from rubrics.case.package import NO_CREATOR, CasePackage, Document
from rubrics.case.rows import filled
from rubrics.case.rubric_writer import rubric_row
from rubrics.framework import Association, Competency, Framework, NodeLink


def write_case(package: CasePackage) -> bytes:
    """The package as UTF-8 JSON, indented, with a last line break; valid CASE 1.1."""
    document, framework = package.document, package.framework
    changed = rows.time_or_none(document.changed_at)
    competencies = framework.competencies if framework else ()
    parts: Row = {
        "CFDocument": _document(document, framework, changed),
        "CFItems": [_item(competency, changed) for competency in competencies],
        "CFAssociations": [*_tree(document, competencies, changed), *_others(framework, changed)],
    }
    if document.licence:
        parts["CFDefinitions"] = {"CFLicenses": [_licence(document, changed)]}
    if package.rubrics:
        parts["CFRubrics"] = [
            rubric_row(rubric, document, framework, changed) for rubric in package.rubrics
        ]
    if not all(is_allowed(identifier) for identifier in _ids(package)):
        parts["extensions"] = {MARK: True}
    return (json.dumps(parts, ensure_ascii=False, indent=1) + "\n").encode()


def _ids(package: CasePackage) -> list[str]:
    framework = package.framework
    criteria = [one for rubric in package.rubrics for one in rubric.criteria]
    return [
        package.document.id,
        *(one.id for one in (framework.competencies if framework else ())),
        *(one.id for one in (framework.associations if framework else ())),
        *(one.id for one in package.rubrics),
        *(one.id for one in criteria),
        *(level.id for one in criteria for level in one.levels),
    ]


def _document(document: Document, framework: Framework | None, changed: str) -> Row:
    row = filled(
        rows.head(document.id, document.uri, changed),
        caseVersion="1.1",
        creator=document.creator or NO_CREATOR,
        title=document.title,
        publisher=document.publisher,
        description=document.description,
        language=document.language,
        version=document.version,
        adoptionStatus=document.adoption_status,
        licenseURI=_licence_link(document),
    )
    ours: Row = {}
    if document.changed_at and document.changed_at != changed:
        ours["changedAt"] = document.changed_at
    if document.licence_uri and not rows.is_address(document.licence_uri):
        ours["licenceUri"] = document.licence_uri
    if framework is not None and framework.translations:
        ours["translations"] = rows.languages(framework.translations)
    return rows.extended(row, ours)


def _licence_link(document: Document) -> Row | None:
    if not document.licence:
        return None
    return rows.link(NodeLink(_licence_id(document), document.licence_uri, document.licence))


def _licence(document: Document, changed: str) -> Row:
    return {
        **rows.head(_licence_id(document), document.licence_uri, changed),
        "title": document.licence,
        "licenseText": document.licence_uri or document.licence,
    }


def _licence_id(document: Document) -> str:
    return made_identifier("licence", document.licence, document.licence_uri)


def _item(competency: Competency, changed: str) -> Row:
    row = filled(
        rows.head(competency.id, competency.uri, changed),
        fullStatement=competency.statement,
        abbreviatedStatement=competency.short_statement,
        humanCodingScheme=competency.code,
        listEnumeration=competency.enumeration,
        CFItemType=competency.kind,
        conceptKeywords=list(competency.keywords),
        educationLevel=list(competency.education_levels),
        language=competency.language,
        notes=competency.notes,
    )
    ours: Row = filled(
        {},
        childWording=dict(competency.child_wording),
        childPictures=dict(competency.child_pictures),
        translations=rows.languages(competency.translations),
    )
    return rows.extended(row, ours)


def _tree(document: Document, competencies: tuple[Competency, ...], changed: str) -> list[Json]:
    by_id = {competency.id: competency for competency in competencies}
    top = NodeLink(document.id, document.uri, document.title)
    here = {document.id, *by_id}
    links: list[Json] = []
    for competency in competencies:
        parent = by_id.get(competency.parent_id or "")
        association = Association(
            id=made_identifier("association", CHILD_OF, document.id, competency.id),
            kind=CHILD_OF,
            origin=_node(competency),
            destination=_node(parent) if parent else top,
            sequence=competency.position + 1,
        )
        links.append(_association(association, here, changed))
    return links


def _others(framework: Framework | None, changed: str) -> list[Json]:
    if framework is None:
        return []
    here = {framework.id, *framework.by_id}
    return [_association(association, here, changed) for association in framework.associations]


def _association(association: Association, here: set[str], changed: str) -> Row:
    kind = association.kind
    row = filled(
        rows.head(association.id, association.uri, changed),
        associationType=kind if kind in KINDS else _extended_kind(kind),
        originNodeURI=rows.link(association.origin, here),
        destinationNodeURI=rows.link(association.destination, here),
        sequenceNumber=association.sequence,
    )
    ours: Row = {} if row["associationType"] == kind else {"associationType": kind}
    for name, end in (("origin", association.origin), ("destination", association.destination)):
        if end.uri and not rows.is_address(end.uri):
            ours[f"{name}Uri"] = end.uri
    return rows.extended(row, ours)


def _extended_kind(kind: str) -> str:
    """CASE 1.1 lets others name kinds of their own, after "ext:" and in plain letters."""
    name = kind.removeprefix("ext:")
    plain = "".join(
        one if one.isascii() and (one.isalnum() or one in ".-_") else "_" for one in name
    )
    return f"ext:{plain or '_'}"


def _node(competency: Competency) -> NodeLink:
    return NodeLink(competency.id, competency.uri, competency.code or competency.wording())
