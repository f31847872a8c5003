"""portfolio school bundle-in and bundle-out: what devices send on sticks, and the way back."""

import argparse
from pathlib import Path
from typing import Any

from portfolio_app.commands.bundle_file import BundleFile, write_whole
from portfolio_app.commands.output import EXIT_DONE, EXIT_FAILED, show
from portfolio_app.commands.school_opening import opened_school
from portfolio_app.errors import PortfolioError, StorageFull
from portfolio_app.school import bundles
from portfolio_app.school.bundles import Asked
from portfolio_app.school.wiring import School
from portfolio_app.settings import Settings

ANSWER_SUFFIX = ".answer.bundle"


def bundle_in(arguments: argparse.Namespace, settings: Settings) -> int:
    """Import bundles of devices; with --answers, write the bundles back."""
    totals = {"bundles": 0, "accepted": 0, "refused": 0, "files": 0, "answers": 0}
    problems: list[str] = []
    with opened_school(arguments, settings) as school:
        for path in arguments.files:
            try:
                with BundleFile(path) as source:
                    taken = bundles.take(school, source)
                for name in ("accepted", "refused", "files"):
                    totals[name] += getattr(taken, name)
                totals["bundles"] += 1
                if arguments.answers is not None:
                    _write_answer(school, taken.asked, arguments.answers)
                    totals["answers"] += 1
            except PortfolioError as problem:
                problems.append(f"{path.name}: {problem}")
    lines = [
        f"Took {totals['bundles']} bundles: {totals['accepted']} changes and {totals['files']}"
        f" files; {totals['refused']} changes were not taken. {totals['answers']} answers written.",
        *problems,
    ]
    show({**totals, "problems": problems}, lines, as_json=arguments.json)
    return EXIT_FAILED if problems else EXIT_DONE


def bundle_out(arguments: argparse.Namespace, settings: Settings) -> int:
    """Write a bundle for every device that ever sent one, from where it was then."""
    with opened_school(arguments, settings) as school:
        names = [
            _write_answer(school, asked, arguments.answers) for asked in bundles.waiting(school)
        ]
    document: dict[str, Any] = {"answers": names}
    show(document, [f"{len(names)} bundles written."], as_json=arguments.json)
    return EXIT_DONE


def _write_answer(school: School, asked: Asked, folder: Path) -> str:
    """Write so that the file is there as a whole or not at all; its name tells the device only."""
    name = asked.device_id + ANSWER_SUFFIX
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise StorageFull(f"No bundle could be written to {folder}; is there room?") from None
    write_whole(folder / name, bundles.answer(school, asked))
    return name
