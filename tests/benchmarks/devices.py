"""Many devices at the same moment, each on a TLS connection of its own: the load, not the product.

It works on the same cores as the server, so it does as little as it can: one process, one TLS
context, and no answer is read as JSON before the last has come. What it costs is printed.

usage: python -m tests.benchmarks.devices PORT JOBS.json SERVER_PID
"""

import asyncio
import json
import os
import ssl
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RETRIES = 40
LATEST_SECONDS = 0.2
"""How much longer a device waits each time it is told to come again."""

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of one device: how long it took, the whole answer or nothing, and the tries."""

    seconds: float
    raw: bytes
    tries: int


async def one(port: int, job: dict[str, str], context: ssl.SSLContext) -> Answered:
    """One device until it is answered; it waits and asks again when it is told to."""
    started = time.perf_counter()
    for tries in range(1, RETRIES):
        try:
            status, raw = await _ask(port, job, context)
        except (OSError, asyncio.IncompleteReadError, ValueError):
            status, raw = 0, b""
        if status == 200:
            return Answered(time.perf_counter() - started, raw, tries)
        await asyncio.sleep(LATEST_SECONDS * tries)
    return Answered(time.perf_counter() - started, b"", RETRIES)


async def _ask(port: int, job: dict[str, str], context: ssl.SSLContext) -> tuple[int, bytes]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context, limit=MEGABYTE)
    body = job["body"].encode()
    writer.write(
        f"POST /v1/sync HTTP/1.1\r\nHost: localhost:{port}\r\nAuthorization: Bearer {job['token']}"
        f"\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        + body
    )
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = int(head.split("content-length:")[1].split("\r\n")[0])
        return int(head.split(" ", 2)[1]), await reader.readexactly(length)
    finally:
        writer.transport.abort()


async def main(port: int, jobs: list[dict[str, str]], server_pid: int) -> dict[str, Any]:
    """All devices at once; what they saw and what both ends spent."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    server_cpu = cpu_seconds(server_pid)
    started, cpu = time.perf_counter(), time.process_time()
    found = await asyncio.gather(*(one(port, job, context) for job in jobs))
    seconds, client_cpu = time.perf_counter() - started, time.process_time() - cpu
    server_cpu = cpu_seconds(server_pid) - server_cpu
    pages = [json.loads(answer.raw)["pages"]["self"] for answer in found if answer.raw]
    waits = sorted(answer.seconds for answer in found)
    return {
        "seconds": round(seconds, 2),
        "p50": round(waits[len(waits) // 2], 2),
        "p95": round(waits[len(waits) * 95 // 100], 2),
        "answered": sum(not page.get("more") for page in pages),
        "rows": sum(len(page["rows"]) for page in pages),
        "asked_again": sum(answer.tries - 1 for answer in found),
        "client_cpu": round(client_cpu, 2),
        "server_cpu": round(server_cpu, 2),
        "server_peak_mb": peak_mb(server_pid),
    }


def cpu_seconds(pid: int) -> float:
    """What a process has spent so far, from the machine's own books."""
    ticks = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK")


def peak_mb(pid: int) -> float:
    """The most memory that a process ever had."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return round(int(status.split("VmHWM:")[1].split()[0]) / 1024, 1)


if __name__ == "__main__":
    chosen = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    json.dump(asyncio.run(main(int(sys.argv[1]), chosen, int(sys.argv[3]))), sys.stdout)
