"""portfolio learner add: files and folders become works, each once, however often it is run."""

import argparse
import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from portfolio_app.commands.output import EXIT_DONE, EXIT_WRONG_USE, show
from portfolio_app.errors import BadInput
from portfolio_app.student.actions import Source, add_work
from portfolio_app.student.portfolio import Portfolio

FILES_LIMIT = 100_000
PROGRESS_STEP = 100
"""Where nobody looks on, one line for so many works."""
_CHUNK_BYTES = 256 * 1024


@dataclass(slots=True)
class _Tally:
    works: list[dict[str, object]] = field(default_factory=list)
    already: list[str] = field(default_factory=list)
    problems: list[dict[str, str]] = field(default_factory=list)


def add_arguments(verb: argparse.ArgumentParser) -> None:
    """The arguments of `add`."""
    verb.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=Path,
        help="a file, or a folder whose files become works",
    )
    verb.add_argument("--title", default="", help="title of the work; only with one work")
    verb.add_argument("--together", action="store_true", help="all files are one work")


def add(portfolio: Portfolio, arguments: argparse.Namespace) -> int:
    """Add files as works. A file that is already here is not added twice.

    Each work is one durable step. Whatever ends the program, the same command goes on from there.
    """
    paths = list(_paths(arguments.files))
    if arguments.title and len(paths) > 1 and not arguments.together:
        raise BadInput(
            "--title names one work, and several files were given. Use --together, or leave it out."
        )
    tally = _Tally()
    groups = [paths] if arguments.together else [[path] for path in paths]
    for done, group in enumerate(groups, 1):
        _add_group(portfolio, group, arguments.title, tally)
        _show_progress(done, len(groups))
    # What an earlier run sealed and could not keep any more.
    portfolio.vault.media.sweep()
    for problem in tally.problems:
        print(f"portfolio: {problem['problem']}", file=sys.stderr)
    document = {"works": tally.works, "already_here": tally.already, "problems": tally.problems}
    lines = [f"{work['id']}  {work['title']}" for work in tally.works]
    lines.append(
        f"Added {len(tally.works)}; already here {len(tally.already)}; not added "
        f"{len(tally.problems)}."
    )
    show(document, lines, as_json=arguments.json)
    return EXIT_WRONG_USE if tally.problems else EXIT_DONE


def _add_group(portfolio: Portfolio, group: list[Path], title: str, tally: _Tally) -> None:
    try:
        contents: dict[str, Path] = {}
        for path in group:
            sha256_hex = _sha256(path)
            if sha256_hex in contents or portfolio.has_original(sha256_hex):
                tally.already.append(path.name)
            else:
                contents[sha256_hex] = path
        fresh = list(contents.values())
        if not fresh:
            return
        name = title or fresh[0].stem
        work_id = add_work(portfolio, [Source(path.name, _chunks(path)) for path in fresh], name)
    except BadInput as problem:
        tally.problems.append({"file": str(group[0]), "problem": str(problem)})
    except OSError as problem:
        sentence = (
            f"'{group[0]}' cannot be read: {problem.strerror}. Check it and run the same again."
        )
        tally.problems.append({"file": str(group[0]), "problem": sentence})
    else:
        tally.works.append({"id": work_id, "title": name, "files": [path.name for path in fresh]})


def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == total else ""
        print(f"\r{done} of {total}", end=end, file=sys.stderr, flush=True)
    elif done % PROGRESS_STEP == 0:
        print(f"{done} of {total}", file=sys.stderr, flush=True)


def _paths(given: list[Path]) -> Iterator[Path]:
    found = 0
    for path in given:
        if not path.exists():
            raise BadInput(f"There is no file '{path}'. Check its name and folder.")
        inside = (
            sorted(p for p in path.rglob("*") if p.is_file() and not _is_hidden(p))
            if path.is_dir()
            else [path]
        )
        for file in inside:
            found += 1
            if found > FILES_LIMIT:
                raise BadInput(
                    f"More than {FILES_LIMIT} files were given. Add them a folder at a time."
                )
            yield file


def _is_hidden(path: Path) -> bool:
    return path.name.startswith(".")


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    for chunk in _chunks(path):
        digest.update(chunk)
    return digest.hexdigest()


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            yield chunk
