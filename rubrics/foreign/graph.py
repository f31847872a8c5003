"""JSON-LD as files hold it: nodes out of a graph, names without prefixes, texts in languages.

No context is fetched and nothing is expanded by it: the local name of a term says enough.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rubrics.case.fields import Row, made_identifier
from rubrics.case.file import Json
from rubrics.report import Notes

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_KEYS = frozenset({"@graph", "@context", "@type", "@id"})
_MEMBERS_LOOKED_AT = 100
_TYPE_TERM = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_HOLDERS = ("@graph", "@list", "@set", "@included")


@dataclass(slots=True)
class Node:
    """One thing of a graph: its address; its kinds and its terms by their local names."""

    address: str
    kinds: frozenset[str]
    terms: Row = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The UUID that the address or the CTID ends in, or an id made from the address."""
        ctid = self.terms.get("ctid")
        for text in (ctid if isinstance(ctid, str) else "", self.address):
            found = _UUID.findall(text)
            if found:
                return str(found[-1]).lower()
        if self.address.startswith("_:"):
            # Such names count from the start in every file; what the node is called tells it apart.
            return made_identifier("node", self.address, self.said("name", "benchmarkLabel"))
        return made_identifier("node", self.address)

    @property
    def uri(self) -> str:
        """The address, when it is one on the web."""
        return self.address if self.address.startswith(("http://", "https://")) else ""

    def said(self, *names: str, language: str = "") -> str:
        """The text under the first of several terms that has one, in a language if there."""
        return next((text for one in names if (text := _text(self.terms.get(one), language))), "")

    def languages(self, name: str) -> dict[str, str]:
        """The texts under a term by language."""
        return dict(_texts(self.terms.get(name)))

    def targets(self, *names: str) -> list[str]:
        """The addresses that terms point to, in order and once."""
        found: dict[str, None] = {}
        for name in names:
            found.update(dict.fromkeys(_addresses(self.terms.get(name))))
        return list(found)


def local_name(term: str) -> str:
    """A term without its prefix or the address before it."""
    return re.split(r"[:/#]", term)[-1] if not term.startswith("@") else term


def unwrapped(value: Json) -> Json:
    """The graph in a request or answer of a registry, which hold it under a name of their own."""
    if not isinstance(value, dict) or has_graph(value):
        return value
    if _is_rdf_json(value):
        return {"@graph": [_of_rdf_json(name, about) for name, about in value.items()]}
    return next(
        (inner for inner in value.values() if isinstance(inner, dict) and "@graph" in inner), value
    )


def has_graph(value: Json) -> bool:
    """Whether JSON is JSON-LD."""
    some = value[:_MEMBERS_LOOKED_AT] if isinstance(value, list) else [value]
    return any(isinstance(one, dict) and not _KEYS.isdisjoint(one) for one in some)


def rows_of_graph(value: Json) -> list[Row]:
    """The objects of a graph as they stand."""
    graph = value.get("@graph", value) if isinstance(value, dict) else value
    members = graph if isinstance(graph, list) else [graph]
    return [member for member in members if isinstance(member, dict)]


def nodes_of(value: Json, notes: Notes) -> dict[str, Node]:
    """Every node of a file by address, in order, also those that stand inside others.

    A node without an address, such as a level written inside its criterion, is given one.
    """
    nodes: dict[str, Node] = {}
    waiting: list[Json] = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, list):
            waiting.extend(reversed(current))
        elif isinstance(current, dict):
            if "@type" in current or "type" in current:
                _enter(current, nodes, notes)
            children = [child for key, child in current.items() if key != "@context"]
            waiting.extend(child for child in reversed(children) if isinstance(child, (dict, list)))
    return nodes


def _enter(row: Row, nodes: dict[str, Node], notes: Notes) -> None:
    address = row.get("@id") or row.get("id")
    if not isinstance(address, str) or not address:
        address = f"_:made-{len(nodes)}"
        row["@id"] = address
    kinds = row.get("@type") or row.get("type")
    named = kinds if isinstance(kinds, list) else [kinds]
    node = nodes.setdefault(address, Node(address, frozenset()))
    node.kinds |= {local_name(kind) for kind in named if isinstance(kind, str)}
    for key, value in row.items():
        before = node.terms.setdefault(local_name(key), value)
        if before != value and not key.startswith("@"):
            notes.left_out("term-twice", f"{local_name(key)}: {value}"[:100])


def _is_rdf_json(value: Row) -> bool:
    """Whether JSON is RDF/JSON (W3C note, 2013), which the Achievement Standards Network gives."""
    about = next(iter(value.values()), None)
    said = next(iter(about.values()), None) if isinstance(about, dict) else None
    first = said[0] if isinstance(said, list) and said else None
    return isinstance(first, dict) and "value" in first and "type" in first


def _of_rdf_json(address: str, about: Json) -> Json:
    row: Row = {"@id": address}
    for term, said in about.items() if isinstance(about, dict) else ():
        found = [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []
        if term == _TYPE_TERM:
            row["@type"] = [one.get("value") for one in found]
            continue
        row[term] = [
            {"@value": one.get("value"), "@language": one.get("lang")}
            if one.get("type") == "literal"
            else {"@id": one.get("value")}
            for one in found
        ]
    return row


def _addresses(value: Json) -> Iterator[str]:
    for member in _members(value):
        if isinstance(member, str):
            yield member
        elif isinstance(member, dict):
            address = member.get("@id") or member.get("id")
            if isinstance(address, str):
                yield address


def _members(value: Json) -> Iterable[Json]:
    if isinstance(value, dict):
        held = next((value[key] for key in _HOLDERS if key in value), None)
        value = value if held is None else held
    return value if isinstance(value, list) else () if value is None else (value,)


def _text(value: Json, language: str) -> str:
    found = list(_texts(value))
    start = language.casefold().partition("-")[0]
    for tag, text in found:
        if start and tag.casefold().partition("-")[0] == start:
            return text
    return found[0][1] if found else ""


def _texts(value: Json) -> Iterator[tuple[str, str]]:
    """Pairs of language ("" when not said) and text; several texts in one language are joined."""
    for member in _members(value):
        if isinstance(member, bool):
            continue
        if isinstance(member, (str, int, float)):
            yield "", str(member)
        elif isinstance(member, dict):
            yield from _texts_by_language(member)


def _texts_by_language(value: Row) -> Iterator[tuple[str, str]]:
    if "@value" in value:
        text, tag = value["@value"], value.get("@language")
        if isinstance(text, (str, int, float)):
            yield tag if isinstance(tag, str) else "", str(text)
        return
    for tag, text in value.items():
        if not _LANGUAGE_TAG.fullmatch(tag):
            continue
        words = [
            one for one in (text if isinstance(text, list) else [text]) if isinstance(one, str)
        ]
        if words:
            yield tag, "; ".join(words)
