"""Text out of the little HTML that learning platforms keep in descriptions."""

import html
import re

# A tag begins with a letter: "a < b and c > d" is no tag.
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>|<!--[^<>]{0,2000}-->")
_LINE_END = re.compile(r"<(?:br\s*/?|/p|/li|/h[1-6]|/div|/tr)>", re.IGNORECASE)


def plain_text(formatted: str) -> str:
    """The words alone, a line for each block, entities as the letters they mean."""
    plain = html.unescape(_TAG.sub("", _LINE_END.sub("\n", formatted)))
    return "\n".join(line.strip() for line in plain.splitlines() if line.strip())
