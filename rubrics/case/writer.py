"""Writes our own frameworks and rubrics as CASE 1.1 CFPackage JSON, the same bytes every time.

Source: CASE 1.1 OpenAPI schema (closed: what CASE has no field for goes into `extensions`). Reading
the result again gives an equal package, apart from the report and the hash of the file.
"""

import json

from rubrics.case.associations import CHILD_OF
from rubrics.case.fields import made_identifier
from rubrics.case.file import Json
from rubrics.case.package import CasePackage, Document
from rubrics.framework import Association, Competency, Framework, NodeLink
from rubrics.limits import LABEL_CHARACTERS_MAX
from rubrics.rubric import Criterion, Level, Rubric

_Row = dict[str, Json]

# CASE demands a time of change; a package that has none gets the oldest one there is.
_NO_TIME = "1970-01-01T00:00:00Z"


def write_case(package: CasePackage) -> bytes:
    """The package as UTF-8 JSON, indented, with a last line break.

    Ids are written as they are: those that are not UUIDs fit our types but not the CASE schema.
    """
    document, framework = package.document, package.framework
    changed = document.changed_at or _NO_TIME
    competencies = framework.competencies if framework else ()
    rows: _Row = {
        "CFDocument": _document(document, changed),
        "CFItems": [_item(competency, changed) for competency in competencies],
        "CFAssociations": [*_tree(document, competencies, changed), *_others(framework, changed)],
    }
    if document.licence:
        rows["CFDefinitions"] = {"CFLicenses": [_licence(document, changed)]}
    if package.rubrics:
        rows["CFRubrics"] = [_rubric(rubric, framework, changed) for rubric in package.rubrics]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def _document(document: Document, changed: str) -> _Row:
    return _filled(
        _head(document.id, document.uri, changed),
        caseVersion="1.1",
        creator=document.creator or "…",
        title=document.title,
        publisher=document.publisher,
        description=document.description,
        language=document.language,
        version=document.version,
        adoptionStatus=document.adoption_status,
        licenseURI=_licence_link(document),
    )


def _licence_link(document: Document) -> _Row | None:
    if not document.licence:
        return None
    return _link(NodeLink(_licence_id(document), document.licence_uri, document.licence))


def _licence(document: Document, changed: str) -> _Row:
    return {
        **_head(_licence_id(document), document.licence_uri, changed),
        "title": document.licence,
        "licenseText": document.licence_uri or document.licence,
    }


def _licence_id(document: Document) -> str:
    return made_identifier("licence", document.licence, document.licence_uri)


def _item(competency: Competency, changed: str) -> _Row:
    row = _filled(
        _head(competency.id, competency.uri, changed),
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
    if competency.child_wording:
        row["extensions"] = {"childWording": dict(competency.child_wording)}
    return row


def _tree(document: Document, competencies: tuple[Competency, ...], changed: str) -> list[Json]:
    by_id = {competency.id: competency for competency in competencies}
    top = NodeLink(document.id, document.uri, document.title)
    rows: list[Json] = []
    for competency in competencies:
        parent = by_id.get(competency.parent_id or "")
        association = Association(
            id=made_identifier("association", CHILD_OF, document.id, competency.id),
            kind=CHILD_OF,
            origin=_node(competency),
            destination=_node(parent) if parent else top,
            sequence=competency.position + 1,
        )
        rows.append(_association(association, changed))
    return rows


def _others(framework: Framework | None, changed: str) -> list[Json]:
    found = framework.associations if framework else ()
    return [_association(association, changed) for association in found]


def _association(association: Association, changed: str) -> _Row:
    return _filled(
        _head(association.id, association.uri, changed),
        associationType=association.kind,
        originNodeURI=_link(association.origin),
        destinationNodeURI=_link(association.destination),
        sequenceNumber=association.sequence,
    )


def _rubric(rubric: Rubric, framework: Framework | None, changed: str) -> _Row:
    extensions: _Row = {"rubricKind": rubric.kind}
    if rubric.bands:
        extensions["ageBands"] = list(rubric.bands)
    return _filled(
        _head(rubric.id, rubric.uri, changed),
        title=rubric.title,
        description=rubric.description,
        CFRubricCriteria=[
            _criterion(criterion, rubric, framework, position, changed)
            for position, criterion in enumerate(rubric.criteria, start=1)
        ],
        extensions=extensions,
    )


def _criterion(
    criterion: Criterion, rubric: Rubric, framework: Framework | None, position: int, changed: str
) -> _Row:
    named_by_category = criterion.title == criterion.category
    return _filled(
        _head(criterion.id, criterion.uri, changed),
        category=criterion.category,
        description=criterion.description if named_by_category else criterion.title,
        CFItemURI=_shown(criterion, framework),
        weight=criterion.weight,
        position=position,
        rubricId=rubric.id,
        CFRubricCriterionLevels=[_level(level, criterion, changed) for level in criterion.levels],
    )


def _shown(criterion: Criterion, framework: Framework | None) -> _Row | None:
    """The link to the competency a criterion shows, named from the framework when it is here."""
    if criterion.competency_id is None:
        return None
    here = framework.by_id.get(criterion.competency_id) if framework else None
    title = criterion.competency_title or (here.wording() if here else criterion.competency_id)
    return _link(NodeLink(criterion.competency_id, criterion.competency_uri, title))


def _level(level: Level, criterion: Criterion, changed: str) -> _Row:
    return _filled(
        _head(level.id, level.uri, changed),
        quality=level.name,
        description=level.description,
        score=level.score,
        feedback=level.feedback,
        position=level.position + 1,
        rubricCriterionId=criterion.id,
    )


def _node(competency: Competency) -> NodeLink:
    return NodeLink(competency.id, competency.uri, competency.code or competency.wording())


def _link(target: NodeLink) -> _Row:
    # CASE calls the title of a link a NormalizedString: one line.
    title = " ".join(target.title.split())[:LABEL_CHARACTERS_MAX].strip()
    return {
        "title": title or target.id,
        "identifier": target.id,
        "uri": target.uri or _address(target.id),
    }


def _head(identifier: str, uri: str, changed: str) -> _Row:
    return {
        "identifier": identifier,
        "uri": uri or _address(identifier),
        "lastChangeDateTime": changed,
    }


def _address(identifier: str) -> str:
    return f"urn:uuid:{identifier}"


def _filled(row: _Row, **values: Json) -> _Row:
    """The row with those values that say something; CASE leaves fields out, it has no null."""
    row.update({key: value for key, value in values.items() if value not in (None, "", [])})
    return row
