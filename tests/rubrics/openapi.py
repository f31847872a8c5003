"""Checks JSON against the published OpenAPI 3 schema of CASE: the few words that it uses.

Small enough to read in a minute; a word of the schema language it does not know is an error, so
that nothing passes unchecked.
"""

import re
from collections.abc import Iterator
from typing import Any

_ANNOTATIONS = {"description", "title", "format", "minItems", "nullable", "example", "default"}
_INWARD = {"$ref", "anyOf", "properties", "items"}
_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
}


def faults(value: Any, schema: dict[str, Any], whole: dict[str, Any], at: str) -> Iterator[str]:
    """Each place where a value breaks the schema."""
    for word, rule in schema.items():
        if word in _ANNOTATIONS or word.startswith("x-"):
            continue
        if word in _INWARD:
            yield from _inner_faults(word, rule, value, whole, at)
        elif word == "additionalProperties":
            strange = set(value) - set(schema["properties"])
            if not rule and strange:
                yield f"{at}: has unknown {sorted(strange)}"
        elif _breaks(word, rule, value):
            yield f"{at}: breaks {word} {rule}"


def _inner_faults(
    word: str, rule: Any, value: Any, whole: dict[str, Any], at: str
) -> Iterator[str]:
    if word == "$ref":
        target = whole["components"]["schemas"][rule.rpartition("/")[2]]
        yield from faults(value, target, whole, at)
    elif word == "anyOf":
        if all(any(True for _one in faults(value, option, whole, at)) for option in rule):
            yield f"{at}: fits none of the choices"
    elif word == "properties":
        for name, inner in rule.items():
            if name in value:
                yield from faults(value[name], inner, whole, f"{at}.{name}")
    else:
        for number, member in enumerate(value):
            yield from faults(member, rule, whole, f"{at}[{number}]")


def _breaks(word: str, rule: Any, value: Any) -> bool:
    if word == "type":
        return not isinstance(value, _TYPES[rule]) or isinstance(value, bool)
    if word == "required":
        return not set(rule) <= set(value)
    if word == "enum":
        return value not in rule
    if word == "pattern":
        return re.fullmatch(rule, value) is None
    raise NotImplementedError(f"the schema uses {word}, which this check does not know")
