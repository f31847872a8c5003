"""Rubrics of CTDL-ASN as CASE CFRubric rows.

Source: Credential Engine, CTDL-ASN terms (ceasn:Rubric, RubricCriterion, CriterionLevel, and
RubricLevel, the head of a column); ASN rubrics for older names (asn:hasCriterion, asn:benchmark).
"""

from collections.abc import Iterator

from rubrics.case.file import Json
from rubrics.foreign.case_rows import Room, extensions, known, numbered, refuse_over
from rubrics.foreign.graph import Node
from rubrics.limits import RUBRIC_COUNT_MAX
from rubrics.report import Notes

RUBRICS = frozenset({"Rubric"})
CRITERIA = frozenset({"RubricCriterion", "RubricCriteria"})
LEVELS = frozenset({"CriterionLevel", "RubricLevel"})

_TITLED = {"name": "title", "description": "description"}
_READ_RUBRIC = frozenset(
    {
        *("@id", "@type", "@context", "id", "type", "ctid", "name", "title", "description"),
        *("hasRubricCriterion", "hasCriterion", "hasRubricLevel", "inLanguage", "language"),
        *("creator", "publisher", "publisherName", "license", "dateModified", "identifier"),
    }
)
_READ_CRITERION = frozenset(
    {
        *("@id", "@type", "@context", "id", "type", "ctid", "name", "title", "description"),
        *("hasCriterionLevel", "hasLevel", "criterionFor", "listID", "sequence", "weight"),
        *("hasCriterionCategory", "targetCompetency", "codedNotation", "isRubricCriterionOf"),
    }
)


def rubric_rows(nodes: dict[str, Node], language: str, notes: Notes) -> Iterator[Json]:
    """Each rubric of a graph."""
    rubrics = [node for node in nodes.values() if not RUBRICS.isdisjoint(node.kinds)]
    refuse_over(len(rubrics), RUBRIC_COUNT_MAX, "too-many-rubrics")
    said_by_criteria: dict[str, list[str]] = {}
    for node in nodes.values():
        for rubric in node.targets("criterionFor", "isRubricCriterionOf"):
            said_by_criteria.setdefault(rubric, []).append(node.address)
    room = Room()
    for node in rubrics:
        own = node.said("inLanguage", "language") or language
        _note_unread(node, _READ_RUBRIC, "rubric", notes)
        heads = _column_heads(node, nodes, own)
        members = _criteria(node, nodes, said_by_criteria.get(node.address, []))
        criteria = []
        for one in members:
            levels = one.targets("hasCriterionLevel", "hasLevel")
            room.take(len(members), len(levels))
            criteria.append(_criterion(one, nodes, heads, own, notes))
        yield known(
            {"identifier": node.id, "title": node.said("name", "title", language=own)},
            description=node.said("description", language=own),
            uri=node.uri,
            CFRubricCriteria=numbered(criteria),
            extensions=extensions(
                _others(node, own, {"name": "title", "description": "description"})
            ),
        )


def _criteria(rubric: Node, nodes: dict[str, Node], others: list[str]) -> list[Node]:
    named = [*rubric.targets("hasRubricCriterion", "hasCriterion"), *others]
    return _in_order([nodes[one] for one in dict.fromkeys(named) if one in nodes])


def _criterion(
    node: Node, nodes: dict[str, Node], heads: dict[str, str], language: str, notes: Notes
) -> Json:
    _note_unread(node, _READ_CRITERION, "criterion", notes)
    named = node.targets("hasCriterionLevel", "hasLevel")
    levels = _in_order([nodes[one] for one in named if one in nodes])
    category = next(iter(node.targets("hasCriterionCategory")), "")
    heading = nodes[category].said("prefLabel", "name") if category in nodes else ""
    title = node.said("name", "title", language=language)
    description = node.said("description", language=language)
    return known(
        {"identifier": node.id},
        category=heading or category.rpartition("/")[2],
        description=description or title,
        CFItemURI=_shown(node),
        weight=_number(node, "weight"),
        CFRubricCriterionLevels=numbered(
            _level(one, heads.get(one.address, ""), language, notes) for one in levels
        ),
        extensions=extensions(
            _others(node, language, _TITLED),
            title=title or description,
            description=description if title else "",
        ),
    )


def _level(node: Node, head: str, language: str, notes: Notes) -> Json:
    name = node.said("benchmarkLabel", "benchmark", "name", "title", language=language) or head
    terms = {"benchmarkLabel": "name", "benchmarkText": "description", "feedback": "feedback"}
    text = next(
        (one for one in ("benchmarkText", "BenchmarkText", "description") if node.said(one)), ""
    )
    ranges = [one for one in ("minValue", "minPercentage") if node.said(one)]
    if ranges:
        notes.mended("level-range", name)
    return known(
        {"identifier": node.id},
        quality=name,
        description=node.said(text, language=language) if text else "",
        score=_number(node, "value", "score", "maxValue", "percentage", "maxPercentage"),
        feedback=node.said("feedback", language=language),
        extensions=extensions(_others(node, language, terms)),
    )


def _column_heads(rubric: Node, nodes: dict[str, Node], language: str) -> dict[str, str]:
    """What the columns that levels stand in are called, by the address of the level."""
    heads: dict[str, str] = {}
    for address in rubric.targets("hasRubricLevel"):
        column = nodes.get(address)
        for level in column.targets("hasCriterionLevel") if column else ():
            heads.setdefault(level, column.said("name", language=language) if column else "")
    return heads


def _shown(node: Node) -> Json:
    """The first competency that a criterion is about, written as a link or as an alignment."""
    value = node.terms.get("targetCompetency")
    first = value[0] if isinstance(value, list) and value else value
    title = ""
    address = first if isinstance(first, str) else ""
    if isinstance(first, dict):
        for key, said in first.items():
            if key.endswith("targetNodeName"):
                title = Node("", frozenset(), {"name": said}).said("name")
            elif key.endswith("targetNode") and isinstance(said, str):
                address = said
            elif key in ("@id", "id") and isinstance(said, str) and not said.startswith("_:"):
                address = address or said
    if not address:
        return None
    far = Node(address, frozenset())
    return {"identifier": far.id, "uri": far.uri or address, "title": title}


def _in_order(nodes: list[Node]) -> list[Node]:
    """By sequence or list number where all have one, otherwise as they stand."""
    numbers = [_number(node, "sequence", "listID") for node in nodes]
    if None in numbers:
        return nodes
    pairs = sorted(
        zip(numbers, range(len(nodes)), strict=True), key=lambda pair: (pair[0] or 0, pair[1])
    )
    return [nodes[place] for _number_of, place in pairs]


def _number(node: Node, *names: str) -> float | None:
    for name in names:
        try:
            return float(node.said(name))
        except ValueError:
            continue
    return None


def _others(node: Node, language: str, terms: dict[str, str]) -> dict[str, dict[str, str]]:
    others: dict[str, dict[str, str]] = {}
    for term, text in terms.items():
        chosen = node.said(term, language=language)
        for tag, words in node.languages(term).items():
            if tag and words != chosen:
                others.setdefault(tag, {})[text] = words
    return others


def _note_unread(node: Node, read: frozenset[str], what: str, notes: Notes) -> None:
    for term in sorted(node.terms.keys() - read):
        notes.left_out("terms-strange", term, of=what)
