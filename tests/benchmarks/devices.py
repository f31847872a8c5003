"""Many devices at the same moment, each on a TLS connection of its own: the load, not the product.

usage: python -m tests.benchmarks.devices PORT JOBS.json
"""

import asyncio
import json
import ssl
import sys
import time
from pathlib import Path
from typing import Any

RETRIES = 40


async def one(port: int, job: dict[str, str], context: ssl.SSLContext) -> tuple[float, int, int]:
    """(seconds, rows, tries) of one device; it waits and asks again when it is told to."""
    started = time.perf_counter()
    for tries in range(1, RETRIES):
        try:
            status, raw = await _ask(port, job, context)
        except (OSError, asyncio.IncompleteReadError, ValueError):
            status, raw = 0, b""
        if status == 200:
            page = json.loads(raw)["pages"]["self"]
            assert not page["more"]
            return time.perf_counter() - started, len(page["rows"]), tries
        await asyncio.sleep(0.2 * tries)
    return time.perf_counter() - started, 0, RETRIES


async def _ask(port: int, job: dict[str, str], context: ssl.SSLContext) -> tuple[int, bytes]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context)
    body = job["body"].encode()
    writer.write(
        f"POST /v1/sync HTTP/1.1\r\nHost: localhost:{port}\r\nAuthorization: Bearer {job['token']}"
        f"\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        + body
    )
    await writer.drain()
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    status = int(head.split(" ", 2)[1])
    length = int(head.split("content-length:")[1].split("\r\n")[0])
    raw = await reader.readexactly(length)
    writer.close()
    return status, raw


async def main(port: int, jobs: list[dict[str, str]]) -> dict[str, Any]:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    started, cpu = time.perf_counter(), time.process_time()
    found = await asyncio.gather(*(one(port, job, context) for job in jobs))
    waits = sorted(seconds for seconds, _, _ in found)
    return {
        "seconds": round(time.perf_counter() - started, 2),
        "p50": round(waits[len(waits) // 2], 2),
        "p95": round(waits[len(waits) * 95 // 100], 2),
        "answered": sum(rows > 0 for _, rows, _ in found),
        "rows": sum(rows for _, rows, _ in found),
        "asked_again": sum(tries - 1 for _, _, tries in found),
        "client_cpu": round(time.process_time() - cpu, 2),
        **_server(port),
    }


def _server(port: int) -> dict[str, float]:
    """The server's peak memory and CPU, from the machine's own books."""
    for path in Path("/proc").glob("[0-9]*"):
        try:
            command = (path / "cmdline").read_bytes()
            if (
                b"portfolio_app" in command
                and str(port).encode() in command
                and b"serve" in command
            ):
                status = (path / "status").read_text()
                peak_kb = int(status.split("VmHWM:")[1].split()[0])
                ticks = (path / "stat").read_text().rsplit(")", 1)[1].split()
                cpu = (int(ticks[11]) + int(ticks[12])) / 100
                return {"server_peak_mb": round(peak_kb / 1024, 1), "server_cpu": cpu}
        except OSError:
            continue
    return {"server_peak_mb": -1.0}


if __name__ == "__main__":
    chosen = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    json.dump(asyncio.run(main(int(sys.argv[1]), chosen)), sys.stdout)
