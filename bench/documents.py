"""Papers as PDF: milliseconds for each form, minutes a second and memory, beside a bare one-page Typst compile.

.venv/bin/python -m bench.documents [--rounds 20]

Ours and the bare page alternate in one warm process, with the same fonts and the same standard
(PDF/A-2a). Ours lays out two to three pages from the form's schema, with a QR code and four
signatures. The bare page is 40 lines of filler. Processor time is meaningful on a busy machine too;
elapsed time is printed beside it.
"""

import argparse
import asyncio
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import typst

from backend.documents import forms
from backend.documents.rendering import FOLDER, STANDARD, WORKERS, render, render_async
from tests.unit.documents.papers import kinds_of_data, specimens
from tests.unit.documents.papers.specimens import paper, signature

AIM_MS = 120
AIM_GOODS_MS = 400
"""Processor time for a paper of its usual length, and for one with 200 rows of goods."""
SECONDS = 5
BARE = """#set document(title: "x", date: datetime(year: 2026, month: 1, day: 5))
#set text(font: "Tinos", size: 13pt, lang: "vi", region: "VN")
#set par(justify: true)
= Bare #sys.inputs.number
#for i in range(12) [#lorem(36) #parbreak()]
"""
SIGNED = [
    signature("maker", "Đặng Thị Hường"),
    signature("subject", "Nguyễn Thị Lựu"),
    signature("authority", "Hồ Thị Kim Ngân"),
    signature("witness", "Võ Văn Tám"),
]


def milliseconds(work: Callable[[], object]) -> tuple[float, float]:
    """Return how long one run takes: processor time and elapsed time, in ms."""
    busy, began = time.process_time(), time.perf_counter()
    work()
    return (time.process_time() - busy) * 1000, (time.perf_counter() - began) * 1000


def memory() -> int:
    """Peak resident set of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def each_form(rounds: int) -> None:
    """Print the median of every form beside that of the bare page in the same rounds."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "bare.typ"
        source.write_text(BARE)
        bare = typst.Compiler(source, font_paths=[FOLDER / "fonts"], ignore_system_fonts=True)
        _compare(bare, rounds)


def _compare(bare: typst.Compiler, rounds: int) -> None:
    numbers = count()

    def page() -> object:
        """Use another number each time, because Typst caches what it has laid out before."""
        said = {"number": str(next(numbers))}
        return bare.compile(format="pdf", pdf_standards=[STANDARD], sys_inputs=said)

    milliseconds(page)
    print(f"{'form':14} {'CPU ms':>7} {'worst':>6} {'clock':>6} {'bare CPU':>8} {'ratio':>6}")
    slowest = {AIM_MS: 0.0, AIM_GOODS_MS: 0.0}
    for name, form, fields, aim in papers():
        ours, theirs = [], []
        for number in range(rounds):
            given = {"code": f"{form}-{number}", "signatures": SIGNED, "fields": fields}
            content = paper(form, **given)
            ours.append(milliseconds(lambda content=content: render(content)))  # type: ignore[misc]
            theirs.append(milliseconds(page))
        cpu, clock = (statistics.median(times) for times in zip(*ours, strict=True))
        bare_cpu = statistics.median(cpu for cpu, _ in theirs)
        worst = max(cpu for cpu, _ in ours)
        slowest[aim] = max(slowest[aim], cpu)
        print(
            f"{name:14} {cpu:7.1f} {worst:6.1f} {clock:6.1f} {bare_cpu:8.1f} {cpu / bare_cpu:6.2f}"
        )
    for aim, found in slowest.items():
        print(f"slowest median of CPU {found:.0f} ms; aim {aim} ms")
    print(f"peak {memory()} MB")


def papers() -> Iterator[tuple[str, str, dict[str, Any], int]]:
    """Return the newest version of each form by its example, and where it lists goods with 200 of them."""
    for form in sorted({form for form, _ in forms.known()}):
        yield form, form, specimens.fields_of(form), AIM_MS
        for kind in kinds_of_data.of(form):
            if kind.name == "goods":
                yield f"{form} 200", form, kind.fields, AIM_GOODS_MS


async def throughput() -> None:
    """Print how many violation minutes all workers together lay out in a second."""
    done = 0
    ends = time.perf_counter() + SECONDS

    async def worker(name: int) -> None:
        nonlocal done
        while time.perf_counter() < ends:
            await render_async(paper("MBB01", code=f"{name}-{done}", signatures=SIGNED))
            done += 1

    await asyncio.gather(*(worker(name) for name in range(WORKERS)))
    print(f"MBB01 with {WORKERS} threads: {done / SECONDS:.0f} a second; peak {memory()} MB")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    each_form(parser.parse_args().rounds)
    asyncio.run(throughput())


if __name__ == "__main__":
    main()
