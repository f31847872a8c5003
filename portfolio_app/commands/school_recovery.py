"""portfolio school recovery-key and answer: the key for those who forgot, and its use.

The private half is made here, written where the caller says, and never into the school's folder.
Both verbs work without a school as well, so that the private half need not touch a server.
"""

import argparse
import getpass
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from portfolio_app.commands.output import EXIT_DONE, show
from portfolio_app.commands.school_opening import opened_school
from portfolio_app.errors import BadInput, NotFound, StorageFull
from portfolio_app.school import app, recovery
from portfolio_app.school.database import facts, ledger, people, recovery_rows
from portfolio_app.school.database.recovery_rows import Question
from portfolio_app.school.wiring import School
from portfolio_app.sealing.recovery_key_file import (
    MAXIMUM_FILE_BYTES,
    SchoolRecoveryKey,
    new_recovery_key,
    write_key_file,
)
from portfolio_app.sealing.recovery_texts import (
    MAXIMUM_TEXT_LENGTH,
    answer_text,
    in_groups,
    private_key_text,
    read_question,
)
from portfolio_app.sealing.school_recovery import (
    RecoveryRequest,
    answer_request,
    check_comparison,
)
from portfolio_app.sealing.secret import new_parameters
from portfolio_app.settings import Settings

PASSPHRASE_VARIABLE = "PORTFOLIO_RECOVERY_PASSPHRASE"  # noqa: S105 - the variable's name
PAPER_VARIABLE = "PORTFOLIO_RECOVERY_PAPER"


def recovery_key(arguments: argparse.Namespace, settings: Settings) -> int:
    """Make the school's recovery key, or show which one is in use."""
    makes = arguments.out is not None or arguments.paper
    if makes and arguments.public:
        raise BadInput("--public takes a key that was made elsewhere; leave --out and --paper out.")
    if arguments.alone:
        if not makes:
            raise BadInput("Say where the private half goes: --out FILE, or --paper.")
        key = _made(arguments, settings, "")
        return _said(arguments, key, [f"Tell the school: --public {key.public_key.hex()}"])
    with opened_school(arguments, settings) as school:
        if not makes and not arguments.public:
            return _in_use(school, arguments)
        _check_room_for_one(school, arguments)
        if arguments.public:
            _use(school, _public_key(arguments.public), arguments)
            return _in_use(school, arguments)
        name = school.database.read(lambda transaction: facts.fact(transaction, facts.NAME))
        key = _made(arguments, settings, name)
        _use(school, key.public_key, arguments)
    return _said(arguments, key, ["Devices take the new key when they next connect."])


def answer(arguments: argparse.Namespace, settings: Settings) -> int:
    """Answer a question: one that waits at the school, or one that came as text."""
    if arguments.text and arguments.data is None:
        return _answer_alone(arguments)
    with opened_school(arguments, settings) as school:
        if arguments.text:
            request, now_ms = read_question(_text_of(arguments.text)), school.now_ms()
            question = school.database.write(lambda t: recovery.ask(t, request, "", now_ms))
        elif not arguments.question:
            return _waiting(school, arguments)
        else:
            question = _chosen(school, arguments.question)
        request = recovery.request_of(question, school.now_ms())
        digits, private_key = _digits(arguments), _private_key(arguments)
        times = (ledger.OFFICE, school.now_ms())
        recovery.vouch(school.database, question, digits, *times)
        answered = recovery.answer(school.database, question, private_key, *times)
        name = _learner_name(school, question)
    return _answered(arguments, request, answered, [f"{name} may choose a new secret now."])


def _answer_alone(arguments: argparse.Namespace) -> int:
    """On a computer without the school: the private half never meets the server."""
    request = read_question(_text_of(arguments.text))
    check_comparison(request, _digits(arguments))
    answered = answer_request(_private_key(arguments), request)
    lines = [
        f"This is the portfolio {request.vault_id}; the school's page says whose it is.",
        "Nothing here keeps a log: write down when, for whom and by whom this was done.",
    ]
    return _answered(arguments, request, answered, lines)


def _answered(
    arguments: argparse.Namespace, request: RecoveryRequest, answered: bytes, lines: list[str]
) -> int:
    text = answer_text(request.id, answered)
    said = [*lines, "For a device without a connection:", in_groups(text)]
    show({"id": request.id, "vault": request.vault_id, "answer": text}, said,
         as_json=arguments.json)  # fmt: skip
    return EXIT_DONE


def _waiting(school: School, arguments: argparse.Namespace) -> int:
    now_ms = school.now_ms()
    found = [
        one
        for one in school.database.read(recovery_rows.waiting_questions)
        if one.until_ms > now_ms
    ]
    rows = [
        {
            "id": one.id,
            "learner": _learner_name(school, one),
            "vault": one.vault_id,
            "asked_ms": one.asked_ms,
            "device": one.document["device"],
            "digits_seen": one.vouched_by is not None,
        }
        for one in found
    ]
    lines = [
        f"{one.id[:8]}  {_day(one.asked_ms)}  {row['learner']}"
        for one, row in zip(found, rows, strict=True)
    ] or ["Nobody waits to get back in."]
    show({"waiting": rows}, lines, as_json=arguments.json)
    return EXIT_DONE


def _chosen(school: School, typed: str) -> Question:
    found = [
        one
        for one in school.database.read(recovery_rows.waiting_questions)
        if one.id.startswith(typed.strip().lower())
    ]
    if len(found) == 1:
        return found[0]
    known = school.database.read(lambda t: recovery_rows.question(t, typed.strip().lower()))
    if known is not None:
        return known
    raise NotFound(
        "More than one question begins like that; type more of it."
        if found
        else "No such question waits. Look who does: portfolio school answer --data DIR"
    )


def _learner_name(school: School, question: Question) -> str:
    return school.database.read(lambda t: people.find(t, question.learner_id)).name


def _check_room_for_one(school: School, arguments: argparse.Namespace) -> None:
    """Before a file is written that would then be the key of nothing."""
    known = school.database.read(recovery_rows.keys)
    if not arguments.replace and any(one.ended_ms is None for one in known):
        raise BadInput(
            "This school has a recovery key. To give every device a new one instead, say "
            "--replace; keep the old one until all devices have connected."
        )


def _use(school: School, public_key: bytes, arguments: argparse.Namespace) -> None:
    now_ms = school.now_ms()
    school.database.write(
        lambda t: recovery.set_key(
            t, public_key, replaces=arguments.replace, actor=ledger.OFFICE, now_ms=now_ms
        )
    )


def _in_use(school: School, arguments: argparse.Namespace) -> int:
    known = school.database.read(recovery_rows.keys)
    rows = [
        {"key": one.public_key.hex(), "made_ms": one.made_ms, "ended_ms": one.ended_ms}
        for one in known
    ]
    lines = [
        f"{one.public_key.hex()}  since {_day(one.made_ms)}"
        + (f", replaced {_day(one.ended_ms)}" if one.ended_ms else "")
        for one in known
    ] or ["This school has no recovery key. Make one: portfolio school recovery-key --out FILE"]
    show({"keys": rows}, lines, as_json=arguments.json)
    return EXIT_DONE


def _made(arguments: argparse.Namespace, settings: Settings, school_name: str) -> SchoolRecoveryKey:
    key = new_recovery_key(school_name, app.now_ms())
    if arguments.out is not None:
        data = arguments.data or settings.data
        if not arguments.alone and _is_inside(arguments.out, data):
            raise BadInput(
                "The private half must not lie in the school's folder: whoever copies the folder "
                "would have it. Name a place off this server, such as a stick."
            )
        raw = write_key_file(key, _passphrase(twice=True), new_parameters())
        _write_new(arguments.out, raw)
    return key


def _said(arguments: argparse.Namespace, key: SchoolRecoveryKey, more: list[str]) -> int:
    document: dict[str, Any] = {"key": key.public_key.hex()}
    lines = [f"The recovery key is {key.public_key.hex()}."]
    if arguments.out is not None:
        document["file"] = str(arguments.out)
        lines.append(f"Its private half is in {arguments.out}. Take that file off this server,")
        lines.append("keep two copies in two places, and do not forget the passphrase.")
    if arguments.paper:
        document["paper"] = private_key_text(key.private_key)
        lines.append("Its private half, for paper in a safe; whoever reads it can open every")
        lines.append("learner's portfolio on a device that they have:")
        lines.append(in_groups(document["paper"]))
    show(document, [*lines, *more], as_json=arguments.json)
    return EXIT_DONE


def _private_key(arguments: argparse.Namespace) -> bytes:
    if arguments.paper:
        typed = os.environ.get(PAPER_VARIABLE, "") or _asked("The recovery key on paper")
        return recovery.private_key_of(typed, "")
    if arguments.key is None:
        raise BadInput("Give the school's recovery key: --key FILE, or --paper.")
    raw = _read_some(arguments.key, MAXIMUM_FILE_BYTES)
    return recovery.private_key_of(raw, _passphrase(twice=False))


def _passphrase(*, twice: bool) -> str:
    given = os.environ.get(PASSPHRASE_VARIABLE, "")
    if given:
        return given
    typed = _asked("Passphrase of the recovery key")
    if twice and _asked("The same again") != typed:
        raise BadInput("The two were not the same. Nothing was made; try again.")
    return typed


def _asked(question: str) -> str:
    if not sys.stdin.isatty():
        raise BadInput(
            f"Nothing can be asked here. Set {PASSPHRASE_VARIABLE} (or {PAPER_VARIABLE} for the "
            "key on paper), or run this in a terminal."
        )
    return getpass.getpass(f"{question}: ")


def _digits(arguments: argparse.Namespace) -> str:
    """What the learner's device shows, typed by somebody who sees it; never filled in here."""
    if arguments.digits:
        return str(arguments.digits)
    if not sys.stdin.isatty():
        raise BadInput("Give the twelve digits that the learner's device shows: --digits.")
    return input("The twelve digits on the learner's device: ")


def _public_key(typed: str) -> bytes:
    try:
        return bytes.fromhex(typed.strip())
    except ValueError:
        raise BadInput("A public recovery key has 64 hex digits; copy it whole.") from None


def _text_of(name: str) -> str:
    if name == "-":
        return sys.stdin.read(MAXIMUM_TEXT_LENGTH + 1)
    return _read_some(Path(name), MAXIMUM_TEXT_LENGTH)


def _read_some(path: Path, limit: int) -> str:
    try:
        with path.open("rb") as file:
            return file.read(limit + 1).decode("utf-8", "replace")
    except OSError:
        raise NotFound(f"The file {path} cannot be read; give its right name.") from None


def _write_new(path: Path, raw: bytes) -> None:
    """Durably, for its owner alone, and never over another file."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise BadInput(f"There is a file {path} already; name another one.") from None
    except OSError:
        raise BadInput(f"The file {path} cannot be written; name another place.") from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise StorageFull(f"There is no room for {path}; nothing was made.") from None


def _is_inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _day(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, tz=UTC).date().isoformat()
