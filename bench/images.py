"""Views and thumbnails per second, beside libvips (pyvips).

    python -m bench.images [--count 20] [--rounds 5] [--peer-python .venv-bench/bin/python]

Both sides make a view of 1600 and a thumbnail of 320 pixels from one decode, in one process with
one thread, from the same 12-megapixel JPEG files. If ../shared/photos exists, they also use those
photographs in it that both can decode. Ours is the decoding child as the worker runs it, with its
limits: it also reads EXIF, XMP and C2PA, hashes the picture and writes for its parent. Rounds
alternate. Processor time is what the kernel counted for the process that decodes.
"""

import argparse
import asyncio
import io
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.processes import cpu_seconds, peak_rss_mb
from media.image_child import NICENESS
from media.images import Inspector
from tests.support import pictures

AIM_CPU_MS = 90
PEER = Path(".venv-bench/bin/python")
REAL = Path(__file__).parents[2] / "shared" / "photos"
_REAL_BY_BOTH = ("iphone_hdr_NO.jpg", "HMD_Nokia_8.3_5G.jpg", "canon_hdr_NO.jpg")


@dataclass
class Side:
    """One way of making previews, and its time for a picture in each round."""

    name: str
    look: Callable[[Path], Awaitable[None]]
    pid: Callable[[], int]
    wall_ms: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)

    async def take(self, files: list[Path]) -> None:
        """Run one round."""
        began, used = time.perf_counter(), cpu_seconds(self.pid())
        for path in files:
            await self.look(path)
        self.wall_ms.append((time.perf_counter() - began) * 1000 / len(files))
        self.cpu_ms.append((cpu_seconds(self.pid()) - used) * 1000 / len(files))

    def told(self) -> str:
        """Return the medians of the rounds in words."""
        cpu, wall = statistics.median(self.cpu_ms), statistics.median(self.wall_ms)
        rss = peak_rss_mb(self.pid())
        return f"{self.name:8} {1000 / wall:6.1f}/s {cpu:7.1f} ms CPU {rss:6.0f} MB at most"


def ours(inspector: Inspector) -> Side:
    """Return our side: the decoding child."""

    async def look(path: Path) -> None:
        found = await inspector.inspect(path)
        assert found.outcome == "ready", found

    def pid() -> int:
        child = inspector._child
        assert child is not None, "it starts with its first picture"
        return child.pid

    return Side("ours", look, pid)


async def peer(python: Path, folder: Path) -> tuple[Side, asyncio.subprocess.Process]:
    """Start libvips in a separate process."""
    process = await asyncio.create_subprocess_exec(
        "nice",  # at the same priority as ours: the worker and the child run behind web processes
        "-n",
        str(NICENESS),
        python,
        "-m",
        "bench.vips_images",
        folder,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env=os.environ | {"VIPS_CONCURRENCY": "1"},  # noqa: TID251 - the peer's own environment
    )

    async def look(path: Path) -> None:
        assert process.stdin
        assert process.stdout
        process.stdin.write(f"{path}\n".encode())
        assert await process.stdout.readline() == b"done\n"

    return Side("libvips", look, lambda: process.pid), process


def made(folder: Path, count: int) -> list[Path]:
    """Make different JPEG files of 12 megapixels and about 2 MB, an eighth in each EXIF orientation."""
    files = []
    for seed in range(count):
        out = io.BytesIO()
        exif = pictures.exif_block(orientation=seed % 8 + 1)
        pictures.scene(seed, (4000, 3000)).save(out, "JPEG", quality=97, exif=exif)
        files.append(folder / f"{seed}.jpg")
        files[-1].write_bytes(out.getvalue())
    return files


async def compare(name: str, files: list[Path], sides: list[Side], rounds: int) -> None:
    """Run the sides in turn. Print medians and, if there is a peer, the ratio of the pairs."""
    size = sum(path.stat().st_size for path in files) / len(files) / 1e6
    print(f"{name}: {len(files)} files of {size:.2f} MB")
    for side in sides:
        side.wall_ms, side.cpu_ms = [], []
        await side.look(files[0])
    for _ in range(rounds):
        for side in sides:
            await side.take(files)
    for side in sides:
        print(f"  {side.told()}")
    if len(sides) == 2:
        pairs = zip(sides[0].cpu_ms, sides[1].cpu_ms, strict=True)
        print(f"  CPU of ours / libvips: {statistics.median(a / b for a, b in pairs):.2f}")


async def main(count: int, rounds: int, peer_python: Path | None) -> None:
    """Make the pictures, run both sides over them, and stop what was started."""
    inspector = Inspector()
    sides, process = [ours(inspector)], None
    with tempfile.TemporaryDirectory(prefix="bench-images-") as made_in:
        folder = Path(made_in)
        if peer_python:
            side, process = await peer(peer_python, folder)
            sides.append(side)
        files = made(folder, count)
        await compare("12 megapixels, all orientations", files, sides, rounds)
        cpu = statistics.median(sides[0].cpu_ms)
        print(
            f"  aim: at most {AIM_CPU_MS} ms CPU a picture: {'met' if cpu <= AIM_CPU_MS else 'MISSED'}"
        )
        real = [REAL / name for name in _REAL_BY_BOTH if (REAL / name).exists()]
        if real:
            await compare("photographs of ../shared/photos", real * 5, sides, rounds)
    await inspector.close()
    if process is not None:
        process.kill()
        await process.wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer-python", type=Path, default=PEER)
    options = parser.parse_args()
    beside = options.peer_python if options.peer_python.exists() else None
    if beside is None:
        print(
            f"no {options.peer_python}: libvips is left out (bench/README.md says how to have it)"
        )
    asyncio.run(main(options.count, options.rounds, beside))
