"""Builds the vault's code with one line changed, in this process and for a while.

A change names a function and a text in it, wherever in the vault's rooms the function stands; a
text that is not there exactly once is an error, so that no sabotage goes stale unseen.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import pkgutil
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

ROOMS = ("portfolio_app.student.vault", "portfolio_app.sealing")
_FUTURE = "from __future__ import annotations\n"


class StaleSabotage(Exception):
    """The code has changed, and the table of sabotage must follow."""


@dataclass(frozen=True, slots=True)
class Sabotage:
    """A line that is wrong, in one function or several, and the test that must see it."""

    name: str
    caught_by: Callable[[], object]
    edits: tuple[tuple[str, str, str], ...]
    """Function (with its class), a text in it, and what stands there instead."""


@contextlib.contextmanager
def built_with(sabotage: Sabotage) -> Iterator[None]:
    """Let every user of the functions have the changed ones."""
    functions: dict[str, dict[str, str]] = {}
    for function, old, new in sabotage.edits:
        functions.setdefault(function, {})[old] = new
    with contextlib.ExitStack() as changed:
        for function, texts in functions.items():
            changed.enter_context(_changed(sabotage.name, function, texts))
        yield


@contextlib.contextmanager
def _changed(title: str, function: str, texts: Mapping[str, str]) -> Iterator[None]:
    module, owner, name, source = _found(title, function, texts)
    made: dict[str, Any] = {}
    # The sources are this repository's own.
    exec(compile(_FUTURE + source, module.__file__ or name, "exec"), vars(module), made)  # noqa: S102
    if owner:
        places: list[tuple[Any, str]] = [(getattr(module, owner), name)]
        original = vars(places[0][0])[name]
    else:
        original = getattr(module, name)
        places = [
            (user, alias)
            for user in list(sys.modules.values())
            if getattr(user, "__name__", "").startswith(("portfolio_app.", "tests."))
            for alias, value in list(vars(user).items())
            if value is original
        ]
    for place, alias in places:
        setattr(place, alias, made[name])
    try:
        yield
    finally:
        for place, alias in places:
            setattr(place, alias, original)


def _found(title: str, function: str, texts: Mapping[str, str]) -> tuple[ModuleType, str, str, str]:
    """Module, class or nothing, name, and the function's changed source."""
    owner, _, name = function.rpartition(".")
    matches = []
    for module in modules():
        text = _text(module)
        for found in _functions(ast.parse(text).body, owner, name):
            first = min([found.lineno, *(one.lineno for one in found.decorator_list)])
            source = "\n".join(text.splitlines()[first - 1 : found.end_lineno])
            if all(source.count(old) == 1 for old in texts):
                matches.append((module, source))
    if len(matches) != 1:
        raise StaleSabotage(f"'{title}' is stale: its text stands not once in one {function}.")
    module, source = matches[0]
    for old, new in texts.items():
        source = source.replace(old, new)
    return module, owner, name, textwrap.dedent(source)


def modules() -> list[ModuleType]:
    """All modules of the rooms that are tried."""
    found = []
    for room in ROOMS:
        package = importlib.import_module(room)
        names = [info.name for info in pkgutil.iter_modules(package.__path__)]
        found += [importlib.import_module(f"{room}.{name}") for name in names]
    return found


def _text(module: ModuleType) -> str:
    with open(str(module.__file__), encoding="utf-8") as file:  # noqa: PTH123
        return file.read()


def _functions(body: list[ast.stmt], owner: str, name: str) -> Iterator[ast.FunctionDef]:
    """Functions of that name in the class, or in the module itself, also one for some systems."""
    for node in body:
        if isinstance(node, ast.ClassDef) and node.name == owner:
            yield from _functions(node.body, "", name)
        elif isinstance(node, ast.FunctionDef) and node.name == name and not owner:
            yield node
        elif isinstance(node, ast.If):
            yield from _functions([*node.body, *node.orelse], owner, name)
