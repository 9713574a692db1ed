"""A backup of a demonstration with many photographs: times and sizes, beside a plain copy of the same bytes.

    python -m bench.backups [--photographs 500] [--more 10] [--folder DIR]

Starts its own demonstration and plays a visit with made-up photographs of 2 to 4 MB, each
different. Then it takes a full backup and proves it (restored, started, verified, deleted). After a
second visit it takes an incremental backup, proves that too, and at last runs `restore`. The plain
copy is `cp -a` of postgres/ and seaweedfs/. Because the system is running meanwhile, the copy is
worthless as a backup, but no backup can be cheaper.
"""

import argparse
import io
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pyrage
from PIL import Image, ImageFilter

from bench.stage import free_port
from deploy import surroundings


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--photographs", type=int, default=500)
    parser.add_argument("--more", type=int, default=10, help="before the second backup")
    parser.add_argument("--folder", type=Path, help="on which disk; default: the temporary one")
    given = parser.parse_args()
    place = Path(tempfile.mkdtemp(prefix="hientruong-backups-", dir=given.folder))
    try:
        _measure(place, given.photographs, given.more)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _measure(place: Path, count: int, more: int) -> None:
    data, kept = place / "data", place / "kept"
    (place / "plain").mkdir()
    identity = pyrage.x25519.Identity.generate()
    (place / "identity").write_text(str(identity))
    running = _up(data)
    try:
        pictures = _photographs(place / "first", count, 1)
        _run("demo-visit", "--photos", place / "first", "--data-dir", data)
        print(
            f"{count} photographs, {pictures / 1e6:.0f} MB, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
        )
        bare = _Took.of(lambda: _copy(data, place / "plain"), place / "plain")
        print(bare.told("plain copy of postgres/ and seaweedfs/", bare))
        shutil.rmtree(place / "plain")
        words = ("backup", "--data-dir", data, "--to", kept, "--recipient", identity.to_public())
        print(_Took.of(lambda: _run(*words), kept).told("full backup", bare))
        print(
            _Took.of(lambda: _run(*words, "--prove"), kept).told(
                "second, nothing new, and its proof", bare
            )
        )
        pictures = _photographs(place / "second", more, 2)
        _run("demo-visit", "--photos", place / "second", "--data-dir", data)
        name = f"after {more} more ({pictures / 1e6:.0f} MB)"
        print(_Took.of(lambda: _run(*words), kept).told(name, bare))
        back = (
            "restore",
            "--from",
            kept,
            "--identity",
            place / "identity",
            "--trust-this-backup",
            "--data-dir",
            place / "back",
        )
        print(_Took.of(lambda: _run(*back), place / "back").told("restore, with verify", bare))
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(60)


@dataclass
class _Took:
    """The cost of a step: seconds, and bytes that it added to a folder."""

    seconds: float
    size: int

    @classmethod
    def of(cls, step: object, folder: Path) -> "_Took":
        before, began = _size(folder), time.perf_counter()
        step()  # type: ignore[operator]
        return cls(time.perf_counter() - began, _size(folder) - before)

    def told(self, name: str, bare: "_Took") -> str:
        ratio = self.seconds / bare.seconds
        return f"{name:42} {self.seconds:7.1f} s  {self.size / 1e6:8.1f} MB added  {ratio:5.1f} × the plain copy"


def _copy(data: Path, to: Path) -> None:
    for part in ("postgres", "seaweedfs"):
        subprocess.run(["cp", "-a", data / part, to], check=False)  # files come and go meanwhile


def _size(folder: Path) -> int:
    files = [Path(where) / name for where, _, names in os.walk(folder) for name in names]
    return sum(file.stat().st_size for file in files if file.exists())


def _photographs(folder: Path, count: int, seed: int) -> int:
    """Make JPEG files of 2 to 4 MB, all different. Returns their total size in bytes."""
    chance, total = random.Random(seed), 0
    folder.mkdir()
    grain = Image.effect_noise((2400, 1800), 60).filter(ImageFilter.GaussianBlur(0.7))
    for number in range(count):
        x, y = chance.randrange(400), chance.randrange(300)
        tone = Image.new("L", (2000, 1500), chance.randrange(256))
        part = Image.blend(grain.crop((x, y, x + 2000, y + 1500)), tone, chance.uniform(0.0, 0.3))
        out = io.BytesIO()
        Image.merge("RGB", (part, part.transpose(Image.Transpose.ROTATE_180), tone)).save(
            out, "JPEG", quality=chance.randrange(94, 98)
        )
        total += out.tell()
        (folder / f"{number:04}.jpg").write_bytes(out.getvalue())
    return total


def _up(folder: Path) -> subprocess.Popen[str]:
    words = surroundings.command(
        "up", "--demo", "small", "--data-dir", str(folder), "--port", str(free_port())
    )
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, text=True, env=surroundings.for_child({})
    )
    for line in process.stdout or ():
        if "Ctrl-C" in line:
            return process
    raise SystemExit("up did not start")


def _run(*words: object) -> str:
    done = subprocess.run(
        surroundings.command(*map(str, words)),
        capture_output=True,
        text=True,
        check=False,
        env=surroundings.for_child({}),
    )
    if "previews are still missing" in done.stderr:
        return ""  # all are stored; on a busy machine their previews are made later
    if done.returncode:
        sys.exit(
            f"{words[0]} ended with {done.returncode}: {done.stdout[-2000:]}{done.stderr[-1000:]}"
        )
    return re.sub(r"\s+$", "", done.stdout)


if __name__ == "__main__":
    main()
