"""portfolio school: make a school server's folder, run it, and bring rosters and documents in."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from portfolio_app.commands.output import EXIT_DONE, show
from portfolio_app.errors import BadInput
from portfolio_app.settings import Settings

PASSWORD_VARIABLE = "PORTFOLIO_TEACHER_PASSWORD"  # noqa: S105 - the variable's name
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})

Job = Callable[[argparse.Namespace, Settings], int]


def add_arguments(families: Any) -> None:
    """Add the family to the command line."""
    family = families.add_parser("school", help="the school server: review, families, devices")
    verbs = family.add_subparsers(dest="verb", required=True, metavar="VERB")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--data", type=Path, default=None, help="folder that keeps the school")
    shared.add_argument("--json", action="store_true", help="print one JSON document")

    def verb(name: str, words: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = verbs.add_parser(name, parents=[shared], help=words)
        made.set_defaults(run=_run)
        return made

    init = verb("init", "make a school in a folder")
    init.add_argument("--name", default="Our school", help="the school's name")
    init.add_argument("--address", default="", help="what people type, such as https://…")
    init.add_argument("--teacher", default="", metavar="EMAIL", help="the first teacher")
    init.add_argument("--teacher-name", default="", help="the first teacher's name")
    init.add_argument("--class", dest="classroom", default="", help="the first class")
    serve = verb("serve", "answer devices, teachers and families")
    serve.add_argument("--host", default=None, help="address to listen on (this machine)")
    serve.add_argument("--port", type=int, default=None, help="port to listen on")
    serve.add_argument("--tls-cert", type=Path, default=None, help="certificate chain, PEM")
    serve.add_argument("--tls-key", type=Path, default=None, help="its private key, PEM")
    serve.add_argument(
        "--behind-proxy", action="store_true", help="a proxy on this machine does the TLS"
    )
    roster = verb("import-roster", "bring in classes, teachers and learners")
    roster.add_argument("file", type=Path, help="OneRoster zip or folder, SDS folder, or CSV")
    roster.add_argument(
        "--teacher", default="", metavar="EMAIL", help="who teaches classes without a teacher"
    )
    teacher = verb("teacher", "give a teacher a password")
    teacher.add_argument("email")
    teacher.add_argument("--name", default="", help="the name of a teacher who is new here")
    _add_documents(verb)
    cards = verb("cards", "print the codes to join with")
    cards.add_argument("--class", dest="classroom", default="", help="one class, by name or id")
    cards.add_argument("--html", type=Path, default=None, help="also write a page to print")
    _recovery_arguments(verb)
    verb("check", "look whether everything kept is whole")
    _add_erasing(verb)
    bundle_in = verb("bundle-in", "take what devices sent on sticks")
    bundle_in.add_argument("files", type=Path, nargs="+", metavar="FILE", help="their bundles")
    bundle_in.add_argument("--answers", type=Path, metavar="FOLDER", help="write bundles back here")
    bundle_out = verb("bundle-out", "write a bundle for each device that ever sent one")
    bundle_out.add_argument("answers", type=Path, metavar="FOLDER", help="where to put them")


def _add_documents(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    for document in ("framework", "rubric"):
        given = verb(f"import-{document}", f"give classes a {document} in any format")
        given.add_argument("file", type=Path, help="CASE, JSON-LD, CSV or a workbook; gzip or not")
        given.add_argument("--look", action="store_true", help="only say what the file holds")
        given.add_argument(
            "--column", dest="columns", action="append", default=[], metavar="OURS=THEIRS",
            help="which column of a table means what, such as statement=Outcome; again for more",
        )  # fmt: skip
        given.add_argument("--class", dest="classroom", default="", help="one class, by name or id")


def _add_erasing(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    erase = verb("erase", "erase a learner for good: asked twice")
    erase.add_argument("learner", help="the learner's id or whole name")
    erase.add_argument("--confirm", default="", metavar="WORD", help="the word that was answered")
    verb("erasures", "who was erased, and which devices have not followed yet")
    verb("tidy", "empty old bins and delete what nobody needs; the server does so daily")


def _recovery_arguments(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    recovery_key = verb("recovery-key", "make the key that lets learners in who forgot everything")
    recovery_key.add_argument(
        "--out", type=Path, default=None, help="file for the private half, off this server"
    )
    recovery_key.add_argument(
        "--paper", action="store_true", help="print the private half, to keep on paper"
    )
    recovery_key.add_argument(
        "--replace", action="store_true", help="give devices this key in place of the one before"
    )
    recovery_key.add_argument(
        "--alone", action="store_true", help="make the key here and tell no school of it"
    )
    recovery_key.add_argument(
        "--public", default="", metavar="HEX", help="use a key that was made elsewhere"
    )
    answer = verb("answer", "let a learner in again who forgot everything")
    answer.add_argument("question", nargs="?", default="", help="the question's id, or its start")
    answer.add_argument(
        "--text", default="", metavar="FILE", help="read the question as text from a file, or -"
    )
    answer.add_argument("--key", type=Path, default=None, help="file of the recovery key")
    answer.add_argument("--paper", action="store_true", help="ask for the recovery key from paper")
    answer.add_argument("--digits", default="", help="the twelve digits on the learner's device")


def _run(arguments: argparse.Namespace, settings: Settings) -> int:
    # The server's libraries take a while to load, and other commands do without them.
    from portfolio_app.commands import (  # noqa: PLC0415
        school_bundle,
        school_erasing,
        school_imports,
        school_recovery,
        school_report,
    )

    jobs: dict[str, Job] = {
        "init": _init,
        "serve": _serve,
        "teacher": _teacher,
        "import-roster": school_imports.import_roster,
        "import-framework": school_imports.import_document,
        "import-rubric": school_imports.import_document,
        "cards": school_report.cards,
        "recovery-key": school_recovery.recovery_key,
        "answer": school_recovery.answer,
        "check": school_report.check,
        "erase": school_erasing.erase,
        "erasures": school_erasing.erasures,
        "tidy": school_erasing.tidy,
        "bundle-in": school_bundle.bundle_in,
        "bundle-out": school_bundle.bundle_out,
    }
    return jobs[arguments.verb](arguments, settings)


def _init(arguments: argparse.Namespace, settings: Settings) -> int:
    from portfolio_app.school import app, setup  # noqa: PLC0415
    from portfolio_app.school.settings import SchoolSettings  # noqa: PLC0415

    data = arguments.data or settings.data
    address = arguments.address.rstrip("/") or settings.school_url.rstrip("/")
    SchoolSettings(data, address or "http://localhost")
    password, is_made = _teacher_password() if arguments.teacher else ("", False)
    setup.make_school(data, os.environ, name=arguments.name, address=address, now_ms=app.now_ms())
    school = app.open_school(SchoolSettings(data, address or "http://localhost"), os.environ)
    facts: dict[str, Any] = {"school": arguments.name, "data": str(data)}
    lines = [f"“{arguments.name}” is ready in {data}."]
    teacher = None
    now_ms = app.now_ms()
    try:
        if arguments.teacher:
            first = setup.FirstTeacher(arguments.teacher, arguments.teacher_name, password)
            teacher = setup.add_teacher(
                school.database, school.passwords, first, now_ms=now_ms, new_id=app.new_id
            )
            facts["teacher"] = {"email": arguments.teacher, "id": teacher}
            if is_made:
                facts["teacher"]["password"] = password
                lines.append(f"{arguments.teacher} signs in with this password, shown once:")
                lines.append(f"  {password}")
        if arguments.classroom:
            made = setup.add_class(
                school.database, arguments.classroom, teacher, now_ms=now_ms, new_id=app.new_id
            )
            facts["class"] = {"id": made.id, "name": made.name, "code": made.code}
            lines.append(f"Learners join “{made.name}” with the code {made.code}")
    finally:
        school.database.close()
    lines.append(f"Start it: portfolio school serve --data {data}")
    lines.append(
        "So that a forgotten PIN loses nothing: "
        f"portfolio school recovery-key --data {data} --out FILE"
    )
    show(facts, lines, as_json=arguments.json)
    return EXIT_DONE


def _teacher(arguments: argparse.Namespace, settings: Settings) -> int:
    from portfolio_app.commands.school_opening import opened_school  # noqa: PLC0415
    from portfolio_app.school import setup  # noqa: PLC0415

    password, is_made = _teacher_password()
    with opened_school(arguments, settings) as school:
        given = setup.FirstTeacher(arguments.email, arguments.name, password)
        found = setup.admit_teacher(
            school.database, school.passwords, given, now_ms=school.now_ms(), new_id=school.new_id
        )
    facts = {"teacher": {"email": arguments.email, "id": found}}
    lines = [f"{arguments.email} may sign in."]
    if is_made:
        facts["teacher"]["password"] = password
        lines.append(f"The password, shown once: {password}")
    show(facts, lines, as_json=arguments.json)
    return EXIT_DONE


def _serve(arguments: argparse.Namespace, settings: Settings) -> int:
    from portfolio_app.school import app  # noqa: PLC0415

    host = arguments.host or settings.school_listen
    port = settings.school_port if arguments.port is None else arguments.port
    has_tls = arguments.tls_cert is not None and arguments.tls_key is not None
    if (arguments.tls_cert is None) != (arguments.tls_key is None):
        raise BadInput("TLS needs both --tls-cert and --tls-key.")
    if host not in LOOPBACK and not has_tls and not arguments.behind_proxy:
        raise BadInput(
            f"Listening on {host} without TLS would send children's work in the clear."
            " Give --tls-cert and --tls-key, or --behind-proxy when a proxy does the TLS."
        )
    port = app.free_port(host) if port == 0 else port
    default = f"{'https' if has_tls else 'http'}://localhost:{port}"
    chosen = app.settings_for(
        arguments.data or settings.data, settings, os.environ, default_address=default
    )
    school = app.open_school(chosen, os.environ)

    def ready() -> None:
        facts = {"address": chosen.address, "port": port}
        show(facts, [f"The school answers at {chosen.address}"], as_json=arguments.json)
        sys.stdout.flush()

    app.serve(
        school, host=host, port=port, certificate=arguments.tls_cert, key=arguments.tls_key,
        ready=ready,
    )  # fmt: skip
    return EXIT_DONE


def _teacher_password() -> tuple[str, bool]:
    """The teacher's password, and whether it was made up here."""
    from portfolio_app.school import setup  # noqa: PLC0415
    from portfolio_app.school.accounts import check_password  # noqa: PLC0415

    given = os.environ.get(PASSWORD_VARIABLE, "")
    if not given and sys.stdin.isatty():
        given = getpass.getpass("Password for the teacher (empty: make one up): ")
    if not given:
        return setup.new_password(), True
    check_password(given)
    return given, False
