"""A line to a school that hangs up: between two requests, after one, or half through an answer."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

import pytest

from portfolio_app.errors import SchoolUnreachable
from portfolio_app.student.school_line import SchoolLine, line_to

ANSWER, ANSWER_AND_END, END, HALF = "answer", "answer and end", "end", "half an answer"
OK = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"
WAIT_SECONDS = 20


@dataclass(slots=True)
class Fickle:
    """A school that does with each request what a test says, and remembers what it was asked."""

    address: str
    moods: list[str]
    asked: list[str] = field(default_factory=list)
    lines: int = 0
    has_ended: threading.Event = field(default_factory=threading.Event)

    def talk(self, line: socket.socket) -> None:
        """Answer requests until the mood says otherwise."""
        self.lines += 1
        with closing(line), line.makefile("rb") as said:
            while request := said.readline():
                size_bytes = 0
                while (header := said.readline()) not in (b"\r\n", b""):
                    name, _, value = header.partition(b":")
                    size_bytes = int(value) if name.lower() == b"content-length" else size_bytes
                said.read(size_bytes)
                self.asked.append(request.decode().rsplit(" ", 1)[0])
                mood = self.moods.pop(0)
                if mood in (ANSWER, ANSWER_AND_END):
                    line.sendall(OK)
                if mood == HALF:
                    line.sendall(OK[:10])
                if mood != ANSWER:
                    break
            line.shutdown(socket.SHUT_RDWR)
        self.has_ended.set()


@contextmanager
def fickle_school(*moods: str) -> Iterator[Fickle]:
    """One on a free port of this machine."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        school = Fickle(f"http://localhost:{listening.getsockname()[1]}", list(moods))

        def serve() -> None:
            while True:
                try:
                    line, _ = listening.accept()
                except OSError:
                    return
                school.talk(line)

        threading.Thread(target=serve, daemon=True).start()
        yield school


def test_a_line_that_was_closed_meanwhile_is_dialled_again_before_a_request() -> None:
    with (
        fickle_school(ANSWER_AND_END, ANSWER_AND_END, ANSWER) as school,
        line_to(school.address) as line,
    ):
        for sent in (lambda: line.ask("POST", "/v1/sync", b"1"),
                     lambda: line.send_file("/v1/media/self/a", 4, iter([b"file"])),
                     lambda: line.size_of("/v1/media/self/a")):  # fmt: skip
            school.has_ended.clear()
            sent()
            if school.moods:
                assert school.has_ended.wait(WAIT_SECONDS)
        assert school.asked == ["POST /v1/sync", "PUT /v1/media/self/a", "HEAD /v1/media/self/a"]
        assert school.lines == 3


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_request_that_met_a_closing_line_is_sent_once_more(method: str) -> None:
    with fickle_school(ANSWER, END, ANSWER) as school, line_to(school.address) as line:
        line.ask("GET", "/v1/health", None)
        assert line.ask(method, "/v1/sync", b"1") == (200, b"{}")
        assert school.asked[1:] == [f"{method} /v1/sync"] * 2


def test_an_upload_is_begun_once_more_and_a_download_too() -> None:
    with fickle_school(ANSWER, END, ANSWER, END, ANSWER) as school:
        with line_to(school.address) as line:
            line.ask("GET", "/v1/health", None)
            assert line.send_part("POST", "/v1/uploads/self", {}, None)[0] == 200
            with line.read_file("/v1/media/self/a") as coming:
                assert b"".join(coming.chunks) == b"{}"
        assert school.asked[1:] == ["POST /v1/uploads/self"] * 2 + ["GET /v1/media/self/a"] * 2


def twice(school: Fickle, second: Callable[[SchoolLine], object]) -> None:
    """Ask something on a line, then this."""
    with line_to(school.address) as line:
        line.ask("GET", "/v1/health", None)
        second(line)


def test_it_is_sent_once_more_and_no_oftener() -> None:
    with fickle_school(ANSWER, END, END) as school:
        with pytest.raises(SchoolUnreachable):
            twice(school, lambda line: line.ask("POST", "/v1/sync", b"1"))
        assert school.moods == []


def test_nothing_is_repeated_once_an_answer_began() -> None:
    with fickle_school(ANSWER, HALF) as school:
        with pytest.raises(SchoolUnreachable):
            twice(school, lambda line: line.ask("POST", "/v1/sync", b"1"))
        assert school.asked == ["GET /v1/health", "POST /v1/sync"]


def test_the_first_request_of_a_line_is_never_repeated_so_nobody_joins_twice() -> None:
    with fickle_school(END) as school:
        with pytest.raises(SchoolUnreachable), line_to(school.address) as line:
            line.ask("POST", "/v1/join", b"{}")
        assert school.asked == ["POST /v1/join"]


def test_a_file_is_not_repeated_for_its_bytes_are_gone() -> None:
    with fickle_school(ANSWER, END) as school:
        with pytest.raises(SchoolUnreachable):
            twice(school, lambda line: line.send_file("/v1/media/self/a", 4, iter([b"file"])))
        assert school.asked == ["GET /v1/health", "PUT /v1/media/self/a"]
