"""CTDL-ASN: competency frameworks and rubrics as JSON-LD, each framework a CASE package.

Source: Credential Engine, CTDL-ASN terms (ceasn:CompetencyFramework, ceasn:Competency); Achievement
Standards Network for older names (asn:StandardDocument, asn:Statement). Prefixes do not matter.
"""

from collections.abc import Iterator

from rubrics.case.fields import Row, made_identifier
from rubrics.case.file import Json
from rubrics.errors import UnreadableDocument
from rubrics.foreign.case_rows import Draft, document, extensions
from rubrics.foreign.cell_lists import split_list
from rubrics.foreign.ctdl_rubrics import CRITERIA, LEVELS, RUBRICS, rubric_rows
from rubrics.foreign.graph import Node, nodes_of
from rubrics.refusals import TOP
from rubrics.report import Notes

_FRAMEWORKS = frozenset({"CompetencyFramework", "StandardDocument", "Collection"})
_COMPETENCIES = frozenset({"Competency", "Statement"})
_PARTS_OF_OTHERS = frozenset({"CredentialAlignmentObject", "Concept"})
_PLACES = {
    *("isChildOf", "isTopChildOf", "hasChild", "hasTopChild", "isPartOf", "isMemberOf"),
    *("@id", "@type", "@context", "id", "type", "ctid", "identifier"),
}
_TEXTS = {
    *("competencyText", "competencyLabel", "name", "title", "description", "label", "comment"),
    *("codedNotation", "statementNotation", "listID", "competencyCategory", "inLanguage"),
    *("language", "conceptKeyword", "keyword", "educationLevelType", "publisher", "creator"),
    *("publisherName", "creatorName", "license", "rights", "dateModified", "statementLabel"),
    *("educationLevel", "altCodedNotation"),
}
_LINKS = {
    "exactAlignment": "exactMatchOf",
    "isRelatedTo": "isRelatedTo",
    "isVersionOf": "ext:isVersionOf",
    **{
        name: f"ext:{name}"
        for name in (
            *("alignTo", "alignFrom", "broadAlignment", "narrowAlignment", "majorAlignment"),
            *("minorAlignment", "derivedFrom", "skillEmbodied", "knowledgeEmbodied"),
            *("abilityEmbodied", "taskEmbodied", "inferredCompetency", "substitutes"),
        )
    },
}
_PREREQUISITE = "prerequisiteAlignment"
_READ = frozenset({*_PLACES, *_TEXTS, *_LINKS, _PREREQUISITE})


def is_ctdl(nodes: dict[str, Node]) -> bool:
    """Whether a graph holds a framework, a competency or a rubric."""
    wanted = _FRAMEWORKS | _COMPETENCIES | RUBRICS
    return any(not wanted.isdisjoint(node.kinds) for node in nodes.values())


def packages_of_ctdl(value: Json, name: str, notes: Notes) -> list[Row]:
    """The frameworks of a file as CASE packages, with its rubrics in the first.

    `name` is what they are called when the file does not say. Raises `UnreadableDocument`.
    """
    nodes = nodes_of(value, notes)
    if not is_ctdl(nodes):
        raise UnreadableDocument("ctdl-none", TOP)
    heads = [node for node in nodes.values() if not _FRAMEWORKS.isdisjoint(node.kinds)]
    competencies = [node for node in nodes.values() if not _COMPETENCIES.isdisjoint(node.kinds)]
    drafts = {head.address: Draft(_document(head, name, notes)) for head in heads}
    if not drafts:
        drafts[""] = Draft(_rubric_document(nodes, name))
    tree = _Tree(nodes, heads, competencies)
    for one in competencies:
        address = tree.framework_of(one)
        draft = drafts.get(address) or next(iter(drafts.values()))
        language = str(draft.document.get("language") or "")
        draft.add_item(one.id, **_item(one, language, notes))
        tree.put(draft, one)
        for kind, origin, target in _links(one, nodes):
            draft.link(kind, origin, target)
    first = next(iter(drafts.values()))
    first.rubrics.extend(rubric_rows(nodes, str(first.document.get("language") or ""), notes))
    known = _FRAMEWORKS | _COMPETENCIES | RUBRICS | CRITERIA | LEVELS | _PARTS_OF_OTHERS
    for node in nodes.values():
        if known.isdisjoint(node.kinds):
            notes.left_out(
                "nodes-strange",
                node.said("name"),
                kind=", ".join(sorted(node.kinds))[:60] or "…",
            )
    return [draft.row() for draft in drafts.values()]


class _Tree:
    """Who stands under whom, said by the child, by the parent, or by both."""

    def __init__(self, nodes: dict[str, Node], heads: list[Node], members: list[Node]) -> None:
        self._nodes = nodes
        self._heads = {head.address for head in heads}
        self._parents: dict[str, list[str]] = {}
        self._frameworks: dict[str, str] = {}
        self._places: dict[tuple[str, str], int] = {}
        for node in (*heads, *members):
            for place, child in enumerate(node.targets("hasTopChild", "hasChild"), start=1):
                self._places.setdefault((node.address, child), place)
                self._parents.setdefault(child, []).append(node.address)
        for node in members:
            said = node.targets("isChildOf", "isTopChildOf")
            before = self._parents.get(node.address, [])
            self._parents[node.address] = list(dict.fromkeys((*said, *before)))

    def framework_of(self, node: Node) -> str:
        """The address of the framework a competency is part of; "" when nothing says it."""
        passed: dict[str, None] = {}
        current: Node | None = node
        found = ""
        while current is not None and not found and current.address not in passed:
            if (known := self._frameworks.get(current.address)) is not None:
                found = known
                break
            passed[current.address] = None
            above: tuple[str, ...] = (
                *current.targets("isPartOf"),
                *self._parents.get(current.address, ()),
            )
            found = next((one for one in above if one in self._heads), "")
            current = next((self._nodes[one] for one in above if one in self._nodes), None)
        # A chain of thousands is walked once, not once from each of its links.
        self._frameworks.update(dict.fromkeys(passed, found))
        return found

    def put(self, draft: Draft, node: Node) -> None:
        """Say in the draft where a competency stands; one that nothing places stands at the top."""
        parents = self._parents.get(node.address) or [""]
        for parent in parents:
            above = self._nodes.get(parent)
            is_top = not parent or parent in self._heads
            parent_id = None if is_top else above.id if above else _far_id(parent)
            draft.put_under(node.id, parent_id, self._places.get((parent, node.address)))


def _document(head: Node, name: str, notes: Notes) -> Row:
    language = head.said("inLanguage", "language")
    _note_unread(head, notes, "framework")
    return document(
        head.id,
        head.said("name", "title", "label", language=language) or name,
        description=head.said("description", language=language),
        language=language,
        creator=head.said("creatorName", "publisherName", "creator", "publisher"),
        publisher=head.said("publisherName", "publisher"),
        licence=head.said("license", "rights"),
        lastChangeDateTime=head.said("dateModified"),
        uri=head.uri,
    )


def _rubric_document(nodes: dict[str, Node], name: str) -> Row:
    """A head for what comes without a framework, called after the first rubric if there is one."""
    first = next((node for node in nodes.values() if not RUBRICS.isdisjoint(node.kinds)), None)
    some = first or next(iter(nodes.values()))
    title = (first.said("name", "title") if first else "") or name
    language = first.said("inLanguage") if first else ""
    return document(made_identifier("document", some.id), title, language=language)


def _item(node: Node, language: str, notes: Notes) -> dict[str, Json]:
    _note_unread(node, notes, "competency")
    label = node.said("competencyLabel", "name", "label", language=language)
    text_name = next(
        (one for one in ("competencyText", "description", "name") if node.said(one)), "name"
    )
    others: dict[str, dict[str, str]] = {}
    statement = node.said(text_name, language=language) or label
    for term, text in ((text_name, "statement"), ("competencyLabel", "short_statement")):
        chosen = node.said(term, language=language)
        for tag, words in node.languages(term).items():
            if tag and words != chosen:
                others.setdefault(tag, {})[text] = words
    keywords = node.said("conceptKeyword", "keyword", language=language)
    return {
        "fullStatement": statement,
        "abbreviatedStatement": "" if label == statement else label,
        "humanCodingScheme": node.said("codedNotation", "statementNotation", "altCodedNotation"),
        "listEnumeration": node.said("listID"),
        "CFItemType": node.said("competencyCategory", "statementLabel", language=language),
        "conceptKeywords": split_list(keywords, ";"),
        "educationLevel": [
            one.rpartition("/")[2].rpartition(":")[2]
            for one in node.targets("educationLevelType", "educationLevel")
        ],
        "notes": node.said("comment", language=language),
        "language": "",
        "uri": node.uri,
        "extensions": extensions(others),
    }


def _links(node: Node, nodes: dict[str, Node]) -> Iterator[tuple[str, str, str]]:
    def id_of(address: str) -> str:
        return nodes[address].id if address in nodes else _far_id(address)

    for term, kind in _LINKS.items():
        for target in node.targets(term):
            yield kind, node.id, id_of(target)
    for target in node.targets(_PREREQUISITE):
        yield "precedes", id_of(target), node.id


def _far_id(address: str) -> str:
    return Node(address, frozenset()).id


def _note_unread(node: Node, notes: Notes, what: str) -> None:
    for term in sorted(node.terms.keys() - _READ):
        notes.left_out("terms-strange", term, of=what)
