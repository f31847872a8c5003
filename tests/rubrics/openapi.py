"""Checks JSON against the published OpenAPI 3 schema of CASE: the few words that it uses.

Small enough to read in a minute; a word of the schema language it does not know is an error, so
that nothing passes unchecked.
"""

import re
from collections.abc import Iterator
from typing import Any

_ANNOTATIONS = {"description", "title", "format", "minItems", "nullable", "example", "default"}
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
        yield from _fault(word, rule, value, schema, whole, at)


def _fault(
    word: str, rule: Any, value: Any, schema: dict[str, Any], whole: dict[str, Any], at: str
) -> Iterator[str]:
    if word == "$ref":
        target = whole["components"]["schemas"][rule.rpartition("/")[2]]
        yield from faults(value, target, whole, at)
    elif word == "anyOf":
        if all(any(True for _one in faults(value, option, whole, at)) for option in rule):
            yield f"{at}: fits none of the choices"
    elif word == "type":
        if not isinstance(value, _TYPES[rule]) or isinstance(value, bool):
            yield f"{at}: is not of type {rule}"
    elif word == "required":
        yield from (f"{at}: lacks {name}" for name in rule if name not in value)
    elif word == "properties":
        for name, inner in rule.items():
            if name in value:
                yield from faults(value[name], inner, whole, f"{at}.{name}")
    elif word == "additionalProperties":
        strange = set(value) - set(schema["properties"])
        if not rule and strange:
            yield f"{at}: has unknown {sorted(strange)}"
    elif word == "items":
        for number, member in enumerate(value):
            yield from faults(member, rule, whole, f"{at}[{number}]")
    elif word == "enum":
        if value not in rule:
            yield f"{at}: is none of {rule}"
    elif word == "pattern":
        if not re.fullmatch(rule, value):
            yield f"{at}: does not fit the pattern"
    else:
        raise NotImplementedError(f"the schema uses {word}, which this check does not know")
