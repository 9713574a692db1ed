"""How long the living demonstration takes behind a ready `up`: `python -m bench.demonstration`.

Starts an installation in a new folder, and prints the seconds to the ready line, those from there to
the end of the history, and the processor time that each kind of process took meanwhile. On two quiet
cores the seconds are about half of the sum; with others at work only the processor time says something.
"""

import argparse
import contextlib
import os
import signal
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from deploy import surroundings

_WHOLE = "the history of the demonstration is whole"
_READY = "Ctrl-C"
_TICKS = os.sysconf("SC_CLK_TCK")
_LOOK_SECONDS = 0.5
_KINDS = {
    "deploy.demo.living": "players",
    "pkcs12_child": "opening of keys",
    "cli.py worker": "worker",
    "media.decoders": "decoders",
    "cli.py serve": "web",
    "cli.py up": "supervisor",
    "postgres": "PostgreSQL",
    "weed": "SeaweedFS",
}


class _Spent(threading.Thread):
    """Looks at all processes of a folder's `up`, and keeps what each has spent, ended ones included."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self._root = root
        self._seen: dict[int, tuple[str, float]] = {}

    def run(self) -> None:
        """Look until the program ends."""
        while True:
            self.look()
            time.sleep(_LOOK_SECONDS)

    def look(self) -> dict[str, float]:
        """Return the processor time of each kind of process so far, in seconds."""
        parents, found = {}, {}
        for entry in Path("/proc").iterdir():
            with contextlib.suppress(OSError, ValueError):
                if entry.name.isdigit():
                    fields = (entry / "stat").read_text().rpartition(")")[2].split()
                    words = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                    parents[int(entry.name)] = int(fields[1])
                    spent = (int(fields[11]) + int(fields[12])) / _TICKS
                    found[int(entry.name)] = (words, spent)
        for one, known in found.items():
            above: int | None = one
            while above is not None and above != self._root:
                above = parents.get(above)
            if above is not None or one in self._seen:
                self._seen[one] = known
        kinds: dict[str, float] = {}
        for words, spent in self._seen.values():
            kind = next((name for word, name in _KINDS.items() if word in words), "others")
            kinds[kind] = kinds.get(kind, 0.0) + spent
        return kinds


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
        spent = _Spent(process.pid)
        spent.start()
        ready = whole = 0.0
        before: dict[str, float] = {}
        try:
            for line in process.stdout or ():
                print(line, end="", flush=True)
                if _READY in line:
                    ready, before = time.monotonic(), spent.look()
                if _WHOLE in line:
                    whole = time.monotonic()
                    break
            after = spent.look()
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)
    print(f"ready after {ready - began:.1f} s, {sum(before.values()):.1f} s of processor")
    for kind, total in sorted(after.items(), key=lambda one: -one[1]):
        print(f"  {kind:16} {total - before.get(kind, 0.0):6.1f} s of processor")
    busy = sum(after.values()) - sum(before.values())
    print(f"history {whole - ready:.1f} s behind it, {busy:.1f} s of processor")


if __name__ == "__main__":
    main()
