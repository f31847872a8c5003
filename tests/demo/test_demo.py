"""The demo as a newcomer runs it: real processes, a real switch, and nothing left behind."""

import http.client
import json
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from portfolio_app.demo.build import NOTE_NAME, Note, keep_note, read_note
from portfolio_app.demo.processes import answers, free_port
from portfolio_app.demo.stage import COOKIE
from portfolio_app.demo.warden import main as warden
from portfolio_app.errors import BadInput, StoreDamaged
from portfolio_app.student.learner import find_vault, open_portfolio, open_vaults

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60
NO_BROWSER = ("--no-browser", "--json", "--port", "0", "--school-port", "0")

Ready = dict[str, Any]


def start(*arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "portfolio_app", "demo", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )


def read_ready(demo: "subprocess.Popen[bytes]") -> Ready:
    assert demo.stdout is not None
    line = demo.stdout.readline()
    assert line, "it ended without a line"
    found: Ready = json.loads(line)
    return found


def children_of(pid: int) -> list[int]:
    """Ask each process for its parent: lists kept by thread lose a child while a thread ends."""
    return [
        int(process.name)
        for process in Path("/proc").iterdir()
        if process.name.isdigit() and state_of(process)[1:] == [str(pid)]
    ]


def state_of(process: Path) -> list[str]:
    """State and parent of a process, empty for one that is gone."""
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return []


def is_alive(pid: int) -> bool:
    return state_of(Path(f"/proc/{pid}"))[:1] not in ([], ["Z"])


def wait_until(happened: Callable[[], bool]) -> bool:
    until = time.monotonic() + PATIENCE_SECONDS
    while not happened():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def port_of(address: str) -> int:
    port = urlsplit(address).port
    assert port is not None
    return port


def turn_school(ready: Ready, *, on: bool) -> Ready:
    """Turn the switch as the page's own script does."""
    parts = urlsplit(ready["stage"])
    key = parts.query.removeprefix("key=")
    with closing(http.client.HTTPConnection(parts.netloc, timeout=PATIENCE_SECONDS)) as line:
        headers = {
            "Origin": f"http://{parts.netloc}",
            "Cookie": f"{COOKIE}={key}",
            "Content-Type": "application/json",
        }
        line.request("POST", "/school", json.dumps({"on": on}), headers)
        answer = line.getresponse()
        assert answer.status == 200
        found: Ready = json.loads(answer.read())
        return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "data"


@pytest.fixture(scope="module")
def demo(folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    started = start(*NO_BROWSER, "--data", str(folder))
    yield started
    started.kill()
    started.communicate()


@pytest.fixture(scope="module")
def ready(demo: "subprocess.Popen[bytes]") -> Ready:
    began = time.monotonic()
    found = read_ready(demo)
    print(f"the demo was ready after {time.monotonic() - began:.1f} s")  # noqa: T201
    return found


def test_the_line_says_all_that_a_script_needs(ready: Ready, folder: Path) -> None:
    assert set(ready) == {
        "stage", "student", "school", "teacher", "join_code", "class", "learners", "data", "pid",
    }  # fmt: skip
    assert urlsplit(ready["student"]).hostname == "127.0.0.1"
    assert urlsplit(ready["school"]).hostname == "localhost", "or cookies would mix"
    assert ready["data"] == str(folder)
    assert len(ready["learners"]) == 12
    for address in (ready["stage"], ready["student"], ready["school"]):
        assert answers(port_of(address), "/")


def test_the_switch_stops_and_starts_the_real_process(ready: Ready) -> None:
    port = port_of(ready["school"])
    before = set(children_of(ready["pid"]))
    assert turn_school(ready, on=False) == {"on": False}
    assert not answers(port, "/v1/health")
    (stopped,) = before - set(children_of(ready["pid"]))
    assert not is_alive(stopped)
    assert turn_school(ready, on=True) == {"on": True}
    assert answers(port, "/v1/health")
    (fresh,) = set(children_of(ready["pid"])) - before
    assert fresh != stopped
    assert answers(port_of(ready["student"]), "/"), "the student app never stopped"


def test_a_stop_leaves_nothing_running_and_says_nothing_more(
    demo: "subprocess.Popen[bytes]", ready: Ready, folder: Path
) -> None:
    children = children_of(demo.pid)
    assert len(children) == 3, "school, student app and warden"
    demo.terminate()
    rest, told = demo.communicate(timeout=PATIENCE_SECONDS)
    assert demo.returncode == 0
    assert rest == b""
    assert b"Traceback" not in told
    assert not any(is_alive(child) for child in children)
    for name in ("school.log", "student.log"):
        assert b"Traceback" not in (folder / "logs" / name).read_bytes()


def test_a_kept_demo_goes_on_and_even_a_kill_leaves_nothing(ready: Ready, folder: Path) -> None:
    with closing(open_vaults_of(folder, "Amina", "4826")) as portfolio:
        before = [work.title for work in portfolio.works()]
    again = start("--no-browser", "--json", "--port", "0", "--data", str(folder))
    try:
        second = read_ready(again)
        assert second["teacher"] == ready["teacher"]
        assert second["join_code"] == ready["join_code"]
        children = children_of(again.pid)
        again.kill()
        assert wait_until(lambda: not any(is_alive(child) for child in children))
    finally:
        again.kill()
        again.communicate()
    with closing(open_vaults_of(folder, "Amina", "4826")) as portfolio:
        assert [work.title for work in portfolio.works()] == before


def open_vaults_of(folder: Path, name: str, pin: str) -> Any:
    vaults = open_vaults(folder / "student")
    return open_portfolio(vaults, find_vault(vaults, name).id, pin)


@pytest.mark.parametrize("option", ["--port", "--school-port"])
def test_a_taken_port_is_said_in_words(option: str, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        asked = [*NO_BROWSER, "--data", str(tmp_path / "new"), option, port]
        refused = start(*asked)
        out, told = refused.communicate(timeout=PATIENCE_SECONDS)
    assert refused.returncode == 2
    assert out == b""
    assert port in told.decode()
    assert option in told.decode()
    assert b"Traceback" not in told
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("port", ["65536", "-1", "x", "٣"])
def test_a_port_that_is_none_is_said_in_words(port: str) -> None:
    refused = start("--no-browser", "--port", port)
    _, told = refused.communicate(timeout=PATIENCE_SECONDS)
    assert refused.returncode == 2
    assert b"65535" in told


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    refused = start(*NO_BROWSER, "--data", str(tmp_path))
    _, told = refused.communicate(timeout=PATIENCE_SECONDS)
    assert refused.returncode == 2
    assert b"something else" in told
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_note_is_whole_or_refused(tmp_path: Path) -> None:
    assert read_note(tmp_path / "nowhere") is None
    for note in (
        Note("0" * 64, 8570, "a password"),
        Note("0" * 64, 8570, "a password", "12345 67890"),
    ):
        keep_note(tmp_path, note)
        assert read_note(tmp_path) == note
    assert (tmp_path / NOTE_NAME).stat().st_mode & 0o077 == 0
    (tmp_path / NOTE_NAME).write_text("{}")
    with pytest.raises(StoreDamaged):
        read_note(tmp_path)


def test_the_warden_ends_what_is_left_and_clears_up(tmp_path: Path) -> None:
    (tmp_path / "cleared").mkdir()
    stay = [sys.executable, "-c", "import signal; signal.pause()"]
    left = subprocess.Popen(stay, start_new_session=True)
    done = subprocess.Popen(stay, start_new_session=True)
    try:
        lines = [f"watch {left.pid}", f"watch {done.pid}", f"forget {done.pid}"]
        # The dead stay visible until their parent, here this test, has heard of it.
        threading.Thread(target=left.wait, daemon=True).start()
        warden([*lines, f"clear {tmp_path / 'cleared'}"])
        assert left.wait(PATIENCE_SECONDS) == -signal.SIGTERM
        assert done.poll() is None
        assert not (tmp_path / "cleared").exists()
    finally:
        for process in (left, done):
            process.kill()
            process.wait()


def test_a_free_port_is_found_and_a_taken_one_named() -> None:
    assert free_port(0, "--port") > 0
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(BadInput, match="--school-port"):
            free_port(taken.getsockname()[1], "--school-port")
