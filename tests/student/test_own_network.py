"""A school's own network: the card names the key, and nobody else with another hears a word."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from portfolio_app.errors import BadInput, SchoolUnreachable
from portfolio_app.sealing import certificates
from portfolio_app.student import recovery
from portfolio_app.student.connection import Connection
from portfolio_app.student.portfolio_shapes import School
from portfolio_app.student.school_line import NotYourSchool, clean_address, line_to, read_card
from tests.student.scenes import make_portfolio

KEY = certificates.new_server_key()
PIN = certificates.fingerprint_of_key(KEY)
SHOWN = certificates.shown_fingerprint(PIN)
CARD_PIN = "PKY5FY0QTNBXNW658KT0"  # the names of tests are the same in every process
CARD_SHOWN = "PKY5-FY0Q-TNBX-NW65-8KT0"
NOW_MS = time.time_ns() // 1_000_000
YEARS_MS = 5 * 366 * 24 * 3600 * 1000
ANSWER = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"


@dataclass
class Recorder:
    """A TLS server with a key of its own that writes down every byte it is sent."""

    port: int
    heard: bytearray = field(default_factory=bytearray)
    met: list[bool] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"https://127.0.0.1:{self.port}"


@contextmanager
def recorder(folder: Path, key: bytes, now_ms: int = NOW_MS) -> Iterator[Recorder]:
    folder.mkdir(exist_ok=True)
    (folder / "key").write_bytes(key)
    (folder / "crt").write_bytes(certificates.new_certificate(key, "127.0.0.1", now_ms))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "crt", folder / "key")
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        found = Recorder(listening.getsockname()[1])

        def serve() -> None:
            with suppress(OSError):
                while True:
                    near, _ = listening.accept()
                    found.met.append(True)
                    with suppress(OSError), context.wrap_socket(near, server_side=True) as line:
                        while piece := line.recv(65_536):
                            found.heard += piece
                            if b"\r\n\r\n" in found.heard:
                                line.sendall(ANSWER)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield found
        listening.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def test_the_right_key_is_spoken_with(tmp_path: Path) -> None:
    with recorder(tmp_path, KEY) as school:
        with line_to(f"{school.address}#{PIN}", "my token", timeout_seconds=5) as line:
            assert line.ask("GET", "/v1/health", None) == (200, b"{}")
        assert b"my token" in school.heard


def test_another_key_hears_not_one_byte(tmp_path: Path) -> None:
    with recorder(tmp_path, certificates.new_server_key()) as stranger:
        with (
            pytest.raises(NotYourSchool, match="not your school"),
            line_to(f"{stranger.address}#{PIN}", "my token", timeout_seconds=5) as line,
        ):
            line.ask("POST", "/v1/sync", b"my words")
        assert stranger.met, "it was the stranger who was refused"
        assert stranger.heard == b""


def test_no_authority_and_no_date_count_for_a_named_key(tmp_path: Path) -> None:
    with recorder(tmp_path, KEY, NOW_MS - YEARS_MS) as old:
        with line_to(f"{old.address}#{PIN}", timeout_seconds=5) as line:
            assert line.ask("GET", "/", None)[0] == 200
        with pytest.raises(SchoolUnreachable), line_to(old.address, "t", timeout_seconds=5) as line:
            line.ask("GET", "/", None)
        assert b"authorization" not in old.heard, "without a named key the authorities decide"


def test_of_several_addresses_the_one_that_is_the_school_is_taken(tmp_path: Path) -> None:
    dead = f"https://127.0.0.1:9#{PIN}"
    other = certificates.new_server_key()
    with recorder(tmp_path / "a", other) as stranger, recorder(tmp_path / "b", KEY) as school:
        wrong, right = f"{stranger.address}#{PIN}", f"{school.address}#{PIN}"
        with line_to((dead, wrong, right), "my token", timeout_seconds=5) as line:
            assert line.ask("GET", "/", None)[0] == 200
        assert stranger.heard == b""
        with pytest.raises(NotYourSchool), line_to((wrong, dead), "t", timeout_seconds=5):
            pass
        with (
            pytest.raises(SchoolUnreachable),
            line_to((dead, dead), "t", timeout_seconds=5) as line,
        ):
            line.ask("GET", "/", None)


def test_a_device_joins_by_the_card_and_keeps_the_key(tmp_path: Path) -> None:
    with recorder(tmp_path / "other", certificates.new_server_key()) as stranger:
        portfolio = make_portfolio(tmp_path / "device")
        connection = Connection(portfolio, timeout_seconds=5)
        with pytest.raises(NotYourSchool):
            connection.join(f"{stranger.address}/join#0KH8-0X88.{SHOWN}", "")
        assert stranger.heard == b""
        assert portfolio.school is None
        portfolio.close()


@pytest.mark.parametrize(
    ("address", "code"),
    [
        (f"https://192.168.1.20:8443/join#0KH8-0X88.{CARD_SHOWN}", ""),
        (f"https://192.168.1.20:8443/join#0KH8-0X88.{CARD_PIN}", "0KH8-0X88"),
        ("192.168.1.20:8443", f"0KH8-0X88.{CARD_SHOWN}"),
        ("https://192.168.1.20:8443/", f" 0KH8-0X88 . {CARD_SHOWN.lower()} "),
        (f"192.168.1.20:8443#{CARD_SHOWN.replace('-', ' ')}", "0KH8-0X88"),
    ],
)
def test_a_card_is_read_scanned_or_typed(address: str, code: str) -> None:
    assert read_card(address, code) == (f"https://192.168.1.20:8443#{CARD_PIN}", "0KH8-0X88")


def test_cards_without_a_key_are_read_as_before() -> None:
    there = "https://portfolio.example.org"
    assert read_card(f"{there}/join#0KH8-0X88", "") == (there, "0KH8-0X88")
    assert read_card("portfolio.example.org", "0kh8 0x88") == (there, "0kh8 0x88")
    assert recovery.address_on(f"{there}/join#0KH8-0X88") == there
    assert recovery.address_on(f"{there}/join#0KH8-0X88.{CARD_SHOWN}") == f"{there}#{CARD_PIN}"


@pytest.mark.parametrize(
    "address",
    [
        f"https://school#{CARD_SHOWN[:-1]}",
        f"https://school#{CARD_SHOWN}7",
        "https://school#",
        f"http://localhost#{CARD_SHOWN}",
    ],
)
def test_a_mistyped_key_and_one_without_tls_are_refused(address: str) -> None:
    with pytest.raises(BadInput):
        clean_address(address)


def test_an_outside_address_without_tls_is_never_dialled() -> None:
    near = f"https://192.168.1.20:8443#{PIN}"
    school = School(near, "Hill", "a" * 32, "t", "http://localhost:8570", near)
    assert school.addresses == (near,)
    both = School(near, "Hill", "a" * 32, "t", "https://hill.example", near)
    assert both.addresses == (near, "https://hill.example")


def test_a_renewed_certificate_keeps_the_fingerprint_and_every_bit_of_the_key_counts() -> None:
    again = certificates.new_certificate(KEY, "school.local", NOW_MS)
    der = ssl.PEM_cert_to_DER_cert(again.decode())
    assert certificates.fingerprint_of(der) == PIN
    assert certificates.fingerprint_of_key(certificates.new_server_key()) != PIN
    assert len(PIN) == 20
    assert certificates.read_fingerprint(SHOWN.lower().replace("0", "o")) == PIN
    assert not certificates.is_nearly_over(again, "school.local", NOW_MS)
    assert certificates.is_nearly_over(again, "192.168.1.20", NOW_MS)
    assert certificates.is_nearly_over(again, "school.local", NOW_MS + YEARS_MS)
    assert certificates.is_nearly_over(b"rubbish", "school.local", NOW_MS)
    with pytest.raises(BadInput):
        certificates.fingerprint_of(b"rubbish")
