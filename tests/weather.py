"""Bad weather between a device and a school: a line of this machine that is slow, is cut after so
many bytes, or drops a connection now and then. It counts what goes through, both ways.

Bytes that were taken are passed on before the line breaks, as a network does; what a device had
sent beyond them is lost.
"""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from random import Random

PIECE_BYTES = 64 * 1024
LOOPBACK = "127.0.0.1"


@dataclass(slots=True)
class Weather:
    """What happens on a line.

    `delay_seconds` before each piece goes on, either way; a connection is cut once `cut_bytes` went
    up on it (None: never); of the connections, a share of `dropped` is cut at a drawn byte up or
    down, some before the first. The same seed draws the same.
    """

    delay_seconds: float = 0
    cut_bytes: int | None = None
    dropped: float = 0
    most_bytes_before_drop: int = 6_000
    seed: int = 1
    up_bytes: int = 0
    down_bytes: int = 0
    connections: int = 0
    cuts: int = 0
    turn: threading.Lock = field(default_factory=threading.Lock)
    _source: Random | None = None

    def begin(self) -> tuple[int | None, int | None]:
        """A new connection: how many bytes may go up, and down, before it is cut."""
        with self.turn:
            self._source = self._source or Random(self.seed)
            self.connections += 1
            if self._source.random() >= self.dropped:
                return self.cut_bytes, None
            drawn = self._source.randrange(self.most_bytes_before_drop)
            return (drawn, None) if self._source.random() < 0.5 else (None, drawn)

    def count(self, *, up: int = 0, down: int = 0, cuts: int = 0) -> None:
        """Count what went through."""
        with self.turn:
            self.up_bytes += up
            self.down_bytes += down
            self.cuts += cuts


@contextmanager
def line_through(port: int, weather: Weather) -> Iterator[str]:
    """The address of a line to a port of this machine, in this weather."""
    with closing(socket.create_server((LOOPBACK, 0))) as listening:

        def accept() -> None:
            with suppress(OSError):
                while True:
                    near, _ = listening.accept()
                    threading.Thread(target=_carry, args=(near, port, weather), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        yield f"http://localhost:{listening.getsockname()[1]}"


def _carry(near: socket.socket, port: int, weather: Weather) -> None:
    up_bytes, down_bytes = weather.begin()
    with closing(near), suppress(OSError), socket.create_connection((LOOPBACK, port)) as far:
        back = threading.Thread(
            target=_pass, args=(far, near, down_bytes, weather), kwargs={"is_up": False}
        )
        back.start()
        _pass(near, far, up_bytes, weather, is_up=True)
        back.join()


def _pass(
    source: socket.socket, target: socket.socket, left: int | None, weather: Weather, *, is_up: bool
) -> None:
    """Pass bytes on, one way, until the end or until `left` of them went; then cut both ways."""
    with suppress(OSError):
        while piece := source.recv(PIECE_BYTES if left is None else max(1, min(PIECE_BYTES, left))):
            time.sleep(weather.delay_seconds)  # not to wait for anything: the line is slow
            target.sendall(piece)
            weather.count(up=len(piece) * is_up, down=len(piece) * (not is_up))
            left = None if left is None else left - len(piece)
            if left is not None and left <= 0:
                weather.count(cuts=1)
                break
        else:
            target.shutdown(socket.SHUT_WR)
            return
    for one in (source, target):
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
