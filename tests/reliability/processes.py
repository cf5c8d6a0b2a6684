"""The `entente` command as real processes: started, watched and ended the hard way, each by its own handle."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0  # seconds; a loaded machine starts slowly


def environment(url: str, folder: Path, **more: str) -> dict[str, str]:
    """A demo's settings, without the demo's families: no https address is needed, everything else is as always."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ENTENTE_")}
    return {**kept, "ENTENTE_DEMO": "1", "ENTENTE_DATA": str(folder), "ENTENTE_DATABASE_URL": url, **more}


def start(arguments: list[str], environ: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("ab") as file:
        return subprocess.Popen(
            [sys.executable, "-m", "portal", *arguments], cwd=ROOT, env=environ, stdout=file, stderr=file
        )


@contextmanager
def running(arguments: list[str], environ: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is gone afterwards, whatever happens."""
    process = start(arguments, environ, log)
    try:
        yield process
    finally:
        end(process, signal.SIGKILL)


def end(process: subprocess.Popen[bytes], how: signal.Signals) -> int:
    """Send the signal and wait; the exit code."""
    if process.poll() is None:
        process.send_signal(how)
    return process.wait(PATIENCE)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def wait_until_ready(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            if httpx.get(f"http://127.0.0.1:{port}/health/ready", timeout=2).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError(f"The service did not get ready: {log.read_text(errors='replace')[-2000:]}")


def run(arguments: list[str], environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """One command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "portal", *arguments],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
