"""Rubrics as CASE 1.1 CFRubric objects, with what CASE has no field for in `extensions`.

CASE 1.1 has an object there for rubrics and criteria, and for levels a list of objects.
"""

from collections import Counter

from rubrics.case import rows
from rubrics.case.fields import Row
from rubrics.case.file import Json
from rubrics.case.originals import is_allowed, written_id
from rubrics.case.package import Document
from rubrics.case.rows import filled
from rubrics.case.rubric_rows import headings_as_groups, title_and_rest
from rubrics.framework import Framework, NodeLink
from rubrics.rubric import SCORE_UNITS, Criterion, Level, Rubric


def rubric_row(
    rubric: Rubric, document: Document, framework: Framework | None, changed: str
) -> Row:
    """One CFRubric; `document` is the head of the package it goes into."""
    groups_said = _says_groups(rubric)
    categories = Counter(one.category for one in rubric.criteria)
    row = filled(
        rows.head(rubric.id, rubric.uri, changed),
        title=rubric.title,
        description=rubric.description,
        CFRubricCriteria=[
            _criterion(
                criterion, rubric, framework, position, changed,
                shares=categories[criterion.category] > 1, says_group=groups_said,
            )
            for position, criterion in enumerate(rubric.criteria, start=1)
        ],
    )  # fmt: skip
    return rows.extended(row, _extensions(rubric, document, says_groups=groups_said))


def _extensions(rubric: Rubric, document: Document, *, says_groups: bool) -> Row:
    ours: Row = filled({"rubricKind": rubric.kind}, ageBands=list(rubric.bands))
    if not rubric.shows_scores:
        ours["showsScores"] = False
    if not rubric.shows_weights:
        ours["showsWeights"] = False
    if rubric.score_unit != SCORE_UNITS[0]:
        ours["scoreUnit"] = rubric.score_unit
    for name, own, general in (
        ("version", rubric.version, document.version),
        ("language", rubric.language, document.language),
        ("creator", rubric.creator, document.creator),
        ("licence", rubric.licence, document.licence),
    ):
        if own != general:
            ours[name] = own
    if says_groups:
        ours["groups"] = [
            filled(
                {"identifier": group.id, "title": group.title},
                description=group.description,
                translations=rows.languages(group.translations),
            )
            for group in rubric.groups
        ]
    return filled(ours, translations=rows.languages(rubric.translations))


def _says_groups(rubric: Rubric) -> bool:
    """Whether the groups are others than those that a reader sees in the categories."""
    seen = headings_as_groups(rubric.id, (one.category for one in rubric.criteria))
    ids = {group.title: group.id for group in seen}
    return rubric.groups != seen or any(
        one.group_id != ids.get(one.category) for one in rubric.criteria
    )


def _criterion(
    criterion: Criterion, rubric: Rubric, framework: Framework | None, position: int, changed: str,
    *, shares: bool, says_group: bool,
) -> Row:  # fmt: skip
    named_by_category = criterion.title == criterion.category
    described = criterion.description if named_by_category else criterion.title
    row = filled(
        rows.head(criterion.id, criterion.uri, changed),
        category=criterion.category,
        description=described,
        CFItemURI=_shown(criterion, framework),
        weight=criterion.weight,
        position=position,
        rubricId=written_id(rubric.id),
        CFRubricCriterionLevels=[_level(level, criterion, changed) for level in criterion.levels],
    )
    ours: Row = {}
    if title_and_rest(criterion.category, described, shares, "") != [
        criterion.title,
        criterion.description,
    ]:
        ours = filled({"title": criterion.title}, description=criterion.description)
    if says_group:
        ours["groupId"] = criterion.group_id or ""
    if criterion.is_negative:
        ours["isNegative"] = True
    if criterion.competency_id is not None:
        ours.update(_unsaid_of_link(criterion, row["CFItemURI"]))
    ours = filled(ours, translations=rows.languages(criterion.translations))
    return rows.extended(row, ours)


def _shown(criterion: Criterion, framework: Framework | None) -> Row | None:
    """The link to the competency a criterion shows, named from the framework when it is here."""
    if criterion.competency_id is None:
        return None
    here = framework.by_id.get(criterion.competency_id) if framework else None
    title = criterion.competency_title or (here.wording() if here else criterion.competency_id)
    # Unlike other links, this one must have a UUID wherever it leads.
    return rows.link(
        NodeLink(criterion.competency_id, criterion.competency_uri, title),
        {criterion.competency_id},
    )


def _unsaid_of_link(criterion: Criterion, link: Json) -> Row:
    ours: Row = {}
    if not is_allowed(criterion.competency_id or ""):
        ours["competencyId"] = criterion.competency_id
    if isinstance(link, dict) and link["title"] != criterion.competency_title:
        ours["competencyTitle"] = criterion.competency_title
    if criterion.competency_uri and not rows.is_address(criterion.competency_uri):
        ours["competencyUri"] = criterion.competency_uri
    return ours


def _level(level: Level, criterion: Criterion, changed: str) -> Row:
    row = filled(
        rows.head(level.id, level.uri, changed),
        quality=level.name,
        description=level.description,
        score=level.score,
        feedback=level.feedback,
        position=level.position + 1,
        rubricCriterionId=written_id(criterion.id),
    )
    ours: Row = filled(
        {},
        picture=level.picture,
        pictureWords=level.picture_words,
        educationLevel=list(level.education_levels),
        translations=rows.languages(level.translations),
    )
    together = rows.extended(row, ours).pop("extensions", None)
    if together:
        row["extensions"] = [together]
    return row
