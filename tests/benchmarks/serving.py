"""A program in a process of its own that listens at a port, from when it does."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


@contextmanager
def serving(port: int, arguments: Sequence[object]) -> Iterator[int]:
    """Python with these arguments, until the end; its process id, once it listens."""
    server = subprocess.Popen(
        [sys.executable, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    try:
        while not is_listening(port):
            assert server.poll() is None
            time.sleep(0.05)
        yield server.pid
    finally:
        server.terminate()
        server.wait(20)


def is_listening(port: int) -> bool:
    """Whether somebody answers at this port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
