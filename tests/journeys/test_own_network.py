"""A school without internet: its own certificate, the card, and everything goes over it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from portfolio_app.errors import Refused
from portfolio_app.student.actions import Source, add_work
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import new_portfolio, open_vaults
from portfolio_app.student.portfolio import SCHOOL
from portfolio_app.student.school_line import NotYourSchool, read_card
from tests.processes import TEACHER, TEACHER_PASSWORD, free_port, portfolio, portfolio_json

pytestmark = pytest.mark.journey

FILM = os.urandom(3 << 20)


@contextmanager
def serving(data: Path) -> Iterator[None]:
    """`serve --lan`, until it says that it answers."""
    program = subprocess.Popen(
        [sys.executable, "-m", "portfolio_app", "school", "serve", "--lan", "--data", str(data)],
        stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert program.stdout is not None
    try:
        assert "answers at https://127.0.0.1" in program.stdout.readline()
        yield
    finally:
        program.send_signal(signal.SIGTERM)
        program.wait(30)
        program.stdout.close()


def made_school(folder: Path, port: int) -> tuple[Path, str]:
    """A school on its own network, and its address with the fingerprint as the cards show it."""
    data = folder / "school"
    made = portfolio(
        *("school", "init", "--data", str(data), "--teacher", TEACHER, "--class", "4B", "--json"),
        PORTFOLIO_TEACHER_PASSWORD=TEACHER_PASSWORD,
    )
    assert made.returncode == 0, made.stderr
    told = portfolio_json("school", "lan-certificate", f"127.0.0.1:{port}", "--data", str(data))
    return data, told["address"]


def test_everything_goes_over_the_schools_own_network(tmp_path: Path) -> None:
    data, address = made_school(tmp_path, free_port())
    page = tmp_path / "cards.html"
    where = ("--data", str(data))
    cards = portfolio_json("school", "cards", "--html", str(page), *where)
    code = cards["classes"][0]["code"]
    place, _, fingerprint = address.partition("#")
    assert cards["address"] == read_card(address, "")[0]
    assert f"{code}.{fingerprint}" in page.read_text(), "the card can be typed"
    assert oct((data / "lan.key").stat().st_mode)[-3:] == "600"
    vaults = open_vaults(tmp_path / "tablet")
    ada = new_portfolio(vaults, "Ada", "owl", "2580")
    connection = Connection(ada, vaults)
    with serving(data):
        connection.join(f"{place}/join#{code}.{fingerprint}", "")
        assert ada.school is not None
        assert ada.school.address == ada.school.lan_address == read_card(address, "")[0]
        work = add_work(ada, [Source("boat.pdf", [FILM])], "My boat")
        assert connection.exchange().media_sent == 1
        assert ada.sending(work).value == "safe"
    before = (data / "lan.crt").read_bytes()
    (data / "lan.crt").unlink()
    with serving(data):
        assert (data / "lan.crt").read_bytes() != before, "renewed around the same key"
        assert connection.exchange().refused == 0
        stored = ada.vault.get_setting(SCHOOL)
        other = stored["address"].partition("#")[0] + "#" + "0" * 20
        ada.vault.put_setting(SCHOOL, {**stored, "address": other, "lan_address": ""})
        with pytest.raises(NotYourSchool) as refused:
            connection.exchange()
        assert isinstance(refused.value, Refused)
    ada.close()
