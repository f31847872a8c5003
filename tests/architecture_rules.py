"""The rules of the house that read source text: who may import what, sizes, names, module state.

Apart from the tests, so that each rule can be shown a planted fault. Rules about layers and cycles
are import-linter's and stand in pyproject.toml.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

MODULE_LINES_WALL = 400
TEST_LINES_WALL = 600
FUNCTION_LINES_WALL = 50

SCHEMA_STEPS = "portfolio_app/school/migrations/"
"""A step is one long list of columns, and Alembic runs the folder by importing it."""

BANNED_NAMES = frozenset(
    {
        *("utils", "util", "helpers", "helper", "common", "misc", "core", "base"),
        *("manager", "service", "handler", "data", "info"),
    }
)

STUDENT = "portfolio_app/student"
SCHOOL = "portfolio_app/school"

HOMES: dict[str, tuple[str, ...]] = {
    "flet": tuple(
        f"{STUDENT}/{room}"
        for room in (
            *("app", "session", "screens", "widgets", "theme", "state"),
            *("local_server", "local_gate", "gates"),
            *("focusing", "pressing", "written_field"),
        )
    ),
    "flet_charts": (f"{STUDENT}/screens/charts",),
    "flet_web": (f"{STUDENT}/local_server",),
    "fastapi": (f"{STUDENT}/local_server",),
    "starlette": (f"{STUDENT}/local_server",),
    "uvicorn": (f"{STUDENT}/local_server",),
    "tinydb": (f"{STUDENT}/vault",),
    "cryptography": ("portfolio_app/sealing",),
    "http.client": (f"{STUDENT}/school_line",),
    "urllib.request": (f"{STUDENT}/school_line",),
    "httpx": (),
    "requests": (),
    "sqlite3": (f"{SCHOOL}/database", f"{SCHOOL}/migrations"),
    "sqlalchemy": (f"{SCHOOL}/database", f"{SCHOOL}/migrations"),
    "alembic": (f"{SCHOOL}/database", f"{SCHOOL}/migrations"),
    "obstore": (f"{SCHOOL}/shelves",),
    "psycopg": (f"{SCHOOL}/database",),
    "argon2": (SCHOOL,),
    "granian": (SCHOOL,),
    "jinja2": (SCHOOL,),
    "limits": (SCHOOL,),
    "litestar": (SCHOOL,),
    "markdown_it": (SCHOOL,),
    "msgspec": (SCHOOL,),
    "multipart": (f"{SCHOOL}/forms",),
    "nh3": (SCHOOL,),
    "openpyxl": (f"{SCHOOL}/workbooks",),
    "segno": (SCHOOL, f"{STUDENT}/screens"),
    "zxingcpp": (f"{STUDENT}/pictures/codes",),
    "PIL": (
        f"{STUDENT}/pictures",
        f"{STUDENT}/picture_parts",
        SCHOOL,
        "portfolio_app/demo",
    ),
    "babel": ("portfolio_app/locales",),
    "fluent": ("portfolio_app/locales",),
}
"""An outside library or module, and the only rooms that may import it."""

SCREEN_ROOMS = tuple(f"{STUDENT}/{room}" for room in ("screens", "widgets", "state", "theme"))
HIDDEN_FROM_SCREENS = (
    *(f"portfolio_app.student.{room}" for room in ("vault", "connection", "recovery", "pictures")),
    *(f"portfolio_app.student.{room}" for room in ("school_line", "school_way", "parcels")),
    "portfolio_app.student.leaving",
    *("portfolio_app.sealing", "sync"),
)
TYPES_FOR_THE_MODEL = ("rubrics.framework", "rubrics.rubric")


def wrong_imports(path: str, source: str) -> Iterator[str]:
    """Each import in `source` that the room of `path` (from the root, `/`) may not make."""
    for name in _imported_names(ast.parse(source, path)):
        for library, homes in HOMES.items():
            if _is_within(name, library) and not _stands_in(path, homes):
                yield f"{path} imports {name}, whose home is {', '.join(homes) or 'nowhere'}"
        if _stands_in(path, SCREEN_ROOMS) and any(_is_within(name, h) for h in HIDDEN_FROM_SCREENS):
            yield f"{path} imports {name}, which screens do not see"
        types_only = _stands_in(path, ("portfolio_app/model",)) and _is_within(name, "rubrics")
        if types_only and not any(_is_within(name, allowed) for allowed in TYPES_FOR_THE_MODEL):
            yield f"{path} imports {name}; the model takes only types from rubrics"


def outside_imports(path: str, source: str) -> set[str]:
    """The top-level packages that `source` imports."""
    return {name.partition(".")[0] for name in _imported_names(ast.parse(source, path))}


def too_long(path: str, source: str) -> Iterator[str]:
    """Modules and functions beyond their wall. A docstring does not count against a function."""
    wall = TEST_LINES_WALL if path.startswith("tests/") else MODULE_LINES_WALL
    if (lines := len(source.splitlines())) > wall:
        yield f"{path} has {lines} lines; the wall is {wall}"
    for node in ast.walk(ast.parse(source, path)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if path.startswith(SCHEMA_STEPS):
            continue
        if (lines := _lines_of(node)) > FUNCTION_LINES_WALL:
            yield f"{path}: {node.name} has {lines} lines; the wall is {FUNCTION_LINES_WALL}"


def banned_names(path: str, source: str) -> Iterator[str]:
    """Folders, the module and classes whose names say nothing."""
    for part in PurePosixPath(path).with_suffix("").parts:
        if BANNED_NAMES & set(part.lower().split("_")):
            yield f"{path}: the name {part} says nothing"
    for node in ast.walk(ast.parse(source, path)):
        if isinstance(node, ast.ClassDef):
            words = re.findall(r"[A-Z][a-z]+", node.name)
            if BANNED_NAMES & {word.lower() for word in words}:
                yield f"{path}: the class name {node.name} says nothing"


def module_state(path: str, source: str) -> Iterator[str]:
    """State kept in a module, and work done while it is imported.

    A filled table under a name in capitals is a constant. An empty container is state to come,
    unless its annotation is a read-only type, which mypy then holds it to.
    """
    tree = ast.parse(source, path)
    runs_when_imported = path.startswith(SCHEMA_STEPS)
    for statement in tree.body:
        acts = isinstance(statement, ast.For | ast.While | ast.With | ast.Try)
        speaks = isinstance(statement, ast.Expr) and not isinstance(statement.value, ast.Constant)
        if (acts or speaks) and not runs_when_imported:
            yield f"{path}:{statement.lineno} works while it is imported"
        elif isinstance(statement, ast.Assign | ast.AnnAssign):
            yield from _kept_state(path, statement)
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield f"{path}:{node.lineno} changes the module's state"


def python_files(root: Path, *folders: str) -> Iterator[tuple[str, str]]:
    """Path from the root with forward slashes, and text, of every Python file in `folders`."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def _imported_names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _is_within(name: str, module: str) -> bool:
    return name == module or name.startswith(f"{module}.")


def _stands_in(path: str, rooms: tuple[str, ...]) -> bool:
    return any(path == f"{room}.py" or path.startswith(f"{room}/") for room in rooms)


def _lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first, last = function.lineno, function.end_lineno or function.lineno
    opening = function.body[0]
    is_docstring = isinstance(opening, ast.Expr) and isinstance(opening.value, ast.Constant)
    docstring = (opening.end_lineno or opening.lineno) - opening.lineno + 1 if is_docstring else 0
    return last - first + 1 - docstring


def _kept_state(path: str, statement: ast.Assign | ast.AnnAssign) -> Iterator[str]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    names = [target.id for target in targets if isinstance(target, ast.Name)]
    value = statement.value
    filled = isinstance(value, ast.List | ast.Set | ast.Dict | ast.ListComp | ast.DictComp)
    for name in names:
        constant = name.strip("_").isupper() or name == "__all__"
        may_change = _is_empty_container(value) and not _says_read_only(statement)
        if may_change or (filled and not constant):
            yield f"{path}:{statement.lineno} keeps state in {name}"


def _is_empty_container(value: ast.expr | None) -> bool:
    match value:
        case ast.List(elts=[]) | ast.Dict(keys=[]):
            return True
        case ast.Call(func=ast.Name(id="list" | "dict" | "set" | "defaultdict" | "deque"), args=[]):
            return True
        case _:
            return False


def _says_read_only(statement: ast.Assign | ast.AnnAssign) -> bool:
    if not isinstance(statement, ast.AnnAssign):
        return False
    annotation = ast.unparse(statement.annotation).partition("[")[0].rpartition(".")[2]
    return annotation not in {"dict", "list", "set", "defaultdict", "deque", "MutableMapping"}
