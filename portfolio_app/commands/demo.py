"""portfolio demo: a made-up class, both real programs, and a page to begin at."""

import argparse
import json
import os
import sys
import webbrowser
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portfolio_app.commands.output import EXIT_DONE
from portfolio_app.locales import Words
from portfolio_app.settings import PORT_LIMIT, Settings

if TYPE_CHECKING:
    from portfolio_app.demo.supervisor import Ready


def add_arguments(families: Any) -> None:
    """Add the command to the command line."""
    family = families.add_parser(
        "demo", help="a made-up class on this machine, ready to be played with"
    )
    family.add_argument(
        "--data",
        type=Path,
        default=None,
        help="folder that keeps the demo; without it, each run is new",
    )
    family.add_argument(
        "--port", type=_port, default=None, help="port of the student app; 0 for any free one"
    )
    family.add_argument(
        "--school-port",
        type=_port,
        default=None,
        help="port of the school server; 0 for any free one",
    )
    family.add_argument("--no-browser", action="store_true", help="only print the addresses")
    family.add_argument(
        "--json", action="store_true", help="print one line with addresses and sign-ins"
    )
    family.set_defaults(run=_run)


def _run(arguments: argparse.Namespace, settings: Settings) -> int:
    # Both programs' libraries take a while to load, and other commands do without them.
    from portfolio_app.demo import supervisor  # noqa: PLC0415

    words = Words(settings.language)
    plan = supervisor.Plan(
        folder=arguments.data,
        cache=_cache(os.environ),
        student_port=arguments.port,
        school_port=arguments.school_port,
        usual_student_port=settings.student_port,
        usual_school_port=settings.school_port,
        language=settings.language,
        environment=os.environ,
    )

    def tell(step: str) -> None:
        print(words(f"demo-say-{step}"), file=sys.stderr, flush=True)

    def ready(found: "Ready") -> None:
        if arguments.json:
            print(json.dumps(_document(found), ensure_ascii=False), flush=True)
        else:
            print("\n".join(_lines(words, found)), flush=True)
        if not arguments.no_browser:
            webbrowser.open(found.stage)

    try:
        supervisor.run_demo(plan, tell=tell, ready=ready)
    except KeyboardInterrupt:
        print(words("demo-say-ended"), file=sys.stderr)
    return EXIT_DONE


def _document(ready: "Ready") -> dict[str, Any]:
    return {
        "stage": ready.stage,
        "student": ready.sign_ins.student,
        "school": ready.sign_ins.school,
        "teacher": {
            "url": ready.sign_ins.school,
            "email": ready.story.teacher_email,
            "password": ready.sign_ins.password,
        },
        "join_code": ready.sign_ins.join_code,
        "class": ready.story.classroom,
        "learners": [
            {"name": learner.name, "secret": learner.pin, "band": learner.band}
            for learner in ready.story.learners
        ],
        "data": str(ready.folder),
        "pid": os.getpid(),
    }


def _lines(words: Words, ready: "Ready") -> Iterator[str]:
    pins = ", ".join(f"{learner.name} {learner.pin}" for learner in ready.story.learners)
    sign_in = words(
        "demo-say-teacher", email=ready.story.teacher_email, password=ready.sign_ins.password
    )
    kept = "cleared" if ready.is_cleared else "kept"
    yield ""
    yield words("demo-say-ready")
    yield f"  {ready.stage}"
    yield ""
    yield f"{words('demo-say-student')}: {ready.sign_ins.student}"
    yield f"{words('demo-say-school')}: {ready.sign_ins.school} ({sign_in})"
    yield f"{words('demo-say-code')}: {ready.sign_ins.join_code}"
    yield f"{words('demo-say-pins')}: {pins}"
    yield words(f"demo-say-{kept}", folder=str(ready.folder))
    yield words("demo-say-stop")


def _cache(environment: Mapping[str, str]) -> Path:
    if chosen := environment.get("XDG_CACHE_HOME"):
        return Path(chosen) / "portfolio"
    return Path(environment.get("HOME", ".")) / ".cache" / "portfolio"


def _port(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() else -1
    if not PORT_LIMIT.smallest <= number <= PORT_LIMIT.largest:
        raise argparse.ArgumentTypeError(
            f"a port is a whole number from {PORT_LIMIT.smallest} to {PORT_LIMIT.largest}"
        )
    return number
