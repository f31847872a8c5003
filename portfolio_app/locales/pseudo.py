"""A language that nobody speaks, made of the first one: it shows what was not translated.

Every message comes accented, about 40 % longer and in «quotes»; whatever stands on a screen without
them is not from these files, and what is cut off here would be cut off in a longer language.
"""

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer, Visitor

PSEUDO_LANGUAGE = "en-XA"
"""The tag that is private to such languages (Unicode CLDR, "pseudolocales"); never offered."""

OPENING, CLOSING = "«", "»"
LONGER = 0.4

_ACCENTS = str.maketrans(
    "aceginorsuyzACEGINORSUYZ", "áçéğíñóřšúýžÁÇÉĞÍÑÓŘŠÚÝŽ"
)  # letters that the bundled typeface has


def pseudo(source: str) -> str:
    """A Fluent file in the language that nobody speaks, with the keys and arguments it has."""
    resource = FluentParser().parse(source)
    for entry in resource.body:
        if isinstance(entry, ast.Message) and entry.value is not None:
            _Accenting().visit(entry.value)
            _fence(entry.value)
        elif isinstance(entry, ast.Term):  # stands inside of a message, which has the quotes
            _Accenting().visit(entry.value)
    return FluentSerializer().serialize(resource)


class _Accenting(Transformer):
    """Gives the words between the arguments their accents."""

    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:  # noqa: N802
        node.value = node.value.translate(_ACCENTS)
        return node


class _Measuring(Visitor):
    """Counts the letters of a message; of a choice, all branches."""

    def __init__(self) -> None:
        self.letters = 0
        self.branches = 1

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.letters += len(node.value)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        self.branches = max(self.branches, len(node.variants))
        self.generic_visit(node)


def _fence(pattern: ast.Pattern) -> None:
    measured = _Measuring()
    measured.visit(pattern)
    more = "·" * max(1, round(measured.letters / measured.branches * LONGER))
    # In pieces, so that a long line may still break.
    pieces = " ".join(more[at : at + 6] for at in range(0, len(more), 6))
    pattern.elements = [
        ast.TextElement(OPENING), *pattern.elements, ast.TextElement(f" {pieces}{CLOSING}"),
    ]  # fmt: skip
