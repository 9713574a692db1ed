"""How long the living demonstration takes behind a ready `up`: `python -m bench.demonstration`.

Starts an installation in a new folder, and prints the seconds to the ready line, those from there to
the end of the history, and their ratio to the processor time of its two players: near 0.5 both cores
worked for it alone, above that others had their share.
"""

import argparse
import contextlib
import os
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from deploy import surroundings

_WHOLE = "the history of the demonstration is whole"
_READY = "Ctrl-C"
_TICKS = os.sysconf("SC_CLK_TCK")


def _players(folder: Path) -> dict[str, float]:
    """Return the processor time of each player so far, in seconds by process id."""
    found = {}
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            words = (entry / "cmdline").read_bytes()
            if entry.name.isdigit() and b"deploy.demo.living" in words and bytes(folder) in words:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                found[entry.name] = (int(fields[11]) + int(fields[12])) / _TICKS
    return found


def main() -> None:
    """Run it once and print what it took."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    with tempfile.TemporaryDirectory() as kept, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        folder, began = Path(kept) / "data", time.monotonic()
        words = surroundings.command("up", "--data-dir", str(folder), "--port", str(port))
        process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        ready = whole = 0.0
        spent: dict[str, float] = {}
        try:
            for line in process.stdout or ():
                print(line, end="", flush=True)
                spent |= _players(folder)
                if _READY in line:
                    ready = time.monotonic()
                if _WHOLE in line:
                    whole = time.monotonic()
                    break
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)
    took, busy = whole - ready, sum(spent.values())
    print(f"ready after {ready - began:.1f} s; history {took:.1f} s behind it")
    print(f"players {busy:.1f} s of processor; seconds per second of theirs {took / busy:.2f}")


if __name__ == "__main__":
    main()
