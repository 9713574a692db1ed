"""A list of parties from the upload to the register: rows a second, memory of child and worker, beside a bare COPY.

    python -m bench.party_import [--rows 20000] [--rounds 1] [--data-dir DIR]

A team leader of a new department uploads a list of invented parties, as CSV and as XLSX. A process of its own does what
the worker does: it reads the file in its child, judges and stages the rows, is confirmed, and brings all portions, each
with its act. The peer copies the same rows, as PostgreSQL's COPY … FROM a file, into a table like the register without
indexes, triggers or constraints: no judging, no acts, no lines. The load of the machine is printed, for it decides.
"""

import argparse
import asyncio
import contextlib
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from admin_ui.parties.imports import known
from backend import registry
from backend.core import database, keys, spreadsheets, stores
from backend.core import settings as settings_of
from backend.core.database import transaction
from backend.core.spreadsheets import Kind
from backend.force.queries import sessions
from backend.force.rules.actors import actor_of
from backend.ledger import service as ledger
from backend.parties.importing import bringing, reading
from backend.parties.importing import service as importing
from bench.stage import ROOT, Stage, connect_as_owner, make_hand, make_unit, options, stage
from deploy import surroundings
from deploy.servers import environment
from schemas.core.imports import ImportState
from schemas.core.vocabulary import Role
from schemas.parties.imports import OnKnown

KINDS: tuple[Kind, ...] = ("csv", "xlsx")
_HEADINGS = (
    *("STT", "Tên cơ sở", "Loại hình", "Số đăng ký hộ kinh doanh", "Địa chỉ", "Tỉnh", "Huyện cũ"),
    *("Xã cũ", "Người đại diện", "Chức vụ", "Số điện thoại", "Email", "Mặt hàng", "Ghi chú"),
)
_PAGE = 1_000
_LOOK_SECONDS = 0.02
_SLOW = 900


def _row(number: int, mark: str) -> list[str]:
    return [
        *(str(number), f"Tạp hóa {mark} {number}", "Hộ kinh doanh", f"{mark}{number:08d}"),
        *(f"{number} phố Trần Hưng Đạo", "Hà Nội", "Quận Hoàn Kiếm", "Phường Hàng Bài"),
        *(f"Nguyễn Văn {number}", "Chủ hộ", f"09{number:08d}", f"h{number}@example.vn"),
        *("Tạp hóa; đồ uống", f"Danh sách {mark}"),
    ]


async def _file(kind: Kind, rows: int, path: Path, mark: str) -> None:
    async def pages() -> AsyncIterator[Sequence[spreadsheets.Row]]:
        for first in range(1, rows + 1, _PAGE):
            yield [_row(number, mark) for number in range(first, min(first + _PAGE, rows + 1))]

    with path.open("wb") as file:
        async for part in spreadsheets.written(kind, _HEADINGS, pages()):
            file.write(part)


async def _look_at_children(peaks: list[int]) -> None:
    while True:
        peaks.append(await asyncio.to_thread(_child_peak))
        await asyncio.sleep(_LOOK_SECONDS)


def _child_peak() -> int:
    """Return the peak of memory of the reading child, in kB, since it runs its own program: a fork has its parent's."""
    for number in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split():
        with contextlib.suppress(OSError):
            if b"table_child" in Path(f"/proc/{number}/cmdline").read_bytes():
                said = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{number}/status").read_text())
                return int(said[1]) if said else 0
    return 0


async def imported(kind: Kind, rows: int, officer_id: UUID) -> dict[str, Any]:
    """Import a list in this process; return what it took."""
    settings = settings_of.load()
    keys.load(settings.keys_dir)
    registry.open_all()
    known.register()
    await database.start(settings.session_database_url, size=4)
    parts = await stores.start(settings)
    try:
        actor = actor_of(await sessions.get_actor(officer_id), "desk")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "list"
            await _file(kind, rows, path, f"{kind[0].upper()}{time.time_ns() % 100_000}")
            size = path.stat().st_size
            with path.open("rb") as file:
                import_id = await importing.upload(f"list.{kind}", file, actor)
        peaks = [0]
        looking = asyncio.create_task(_look_at_children(peaks))
        began = time.perf_counter()
        await reading.read(parts, import_id)
        read = time.perf_counter() - began
        looking.cancel()
        row = await importing.read(import_id, actor)
        if row.state is not ImportState.READ or row.good != rows:
            raise SystemExit(f"the list is {row.state} with {row.good} good rows: {row.problem}")
        async with transaction():
            outcome = await importing.begin(import_id, row.file_sha256, OnKnown.SKIP, False, actor)
        ledger.unwrap(outcome)
        began, worked = time.perf_counter(), time.process_time()
        await bringing.bring(import_id)
        brought, work = time.perf_counter() - began, time.process_time() - worked
        done = await importing.read(import_id, actor)
        if done.state is not ImportState.FINISHED or done.registered != rows:
            raise SystemExit(f"the import is {done.state} with {done.registered} parties")
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return {
            "id": str(import_id),
            "read": read,
            "brought": brought,
            "work": work,
            "portions": done.portions,
            "peak_mb": own / 1024,
            "child_mb": max(peaks) / 1024,
            "size_mb": size / 1e6,
        }
    finally:
        await stores.stop()
        await database.stop()


def ours(made: Stage, kind: Kind, rows: int, officer_id: UUID) -> dict[str, Any]:
    """Import the list in a process of its own."""
    variables = surroundings.for_child(environment(made.folder, made.servers))
    words = [sys.executable, "-m", "bench.party_import", "--import", kind]
    words += ["--rows", str(rows), "--officer", str(officer_id)]
    done = subprocess.run(
        words, env=variables, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr[-3000:])
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


async def copied(made: Stage, import_id: str) -> float:
    """Copy the rows of an import from a file into a bare table; return the seconds."""
    connection = await connect_as_owner(made)
    try:
        await connection.execute("DROP TABLE IF EXISTS bench_bare")
        await connection.execute("CREATE TABLE bench_bare AS SELECT * FROM subjects WITH NO DATA")
        with tempfile.TemporaryFile() as file:
            await connection.copy_from_query(
                "SELECT * FROM subjects WHERE import_id = $1", UUID(import_id), output=file
            )
            file.seek(0)
            began = time.perf_counter()
            await connection.copy_to_table("bench_bare", source=file, timeout=_SLOW)
            took = time.perf_counter() - began
        await connection.execute("DROP TABLE bench_bare")
        return took
    finally:
        await connection.close()


async def leader_of(made: Stage) -> UUID:
    """Make a team leader of a new department."""
    connection = await connect_as_owner(made)
    try:
        nation = await make_unit(connection)
        department = await make_unit(connection, nation)
        hand = await make_hand(connection, nation, department, Role.TEAM_LEADER)
        return hand.officer_id
    finally:
        await connection.close()


def measure(made: Stage, officer_id: UUID, rows: int, rounds: int) -> None:
    """Run the sides in turn and print medians and ratios."""
    runs: dict[Kind, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    for _ in range(rounds):
        for kind in KINDS:
            run = ours(made, kind, rows, officer_id)
            run["copy"] = asyncio.run(copied(made, run["id"]))
            runs[kind].append(run)
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", flush=True)
    for kind, found in runs.items():
        middle = {
            name: statistics.median(run[name] for run in found) for name in found[0] if name != "id"
        }
        whole = middle["read"] + middle["brought"]
        print(
            f"{kind:5} {rows:8,} rows, {middle['size_mb']:.1f} MB"
            f"   read {middle['read']:7.2f} s {rows / middle['read']:8,.0f} rows/s"
            f"   brought {middle['brought']:7.2f} s {rows / middle['brought']:8,.0f} rows/s"
            f" in {middle['portions']:.0f} portions ({middle['work']:.2f} s of our processor)\n"
            f"      COPY {middle['copy']:.2f} s: ours/COPY {whole / middle['copy']:.0f},"
            f" bringing alone {middle['brought'] / middle['copy']:.0f}"
            f"   peak of the worker {middle['peak_mb']:.0f} MB, of its child {middle['child_mb']:.0f} MB",
            flush=True,
        )


def main() -> None:
    """Measure and print; with --import, import one list and print what it took as JSON."""
    parser = options(__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--import", dest="kind", help=argparse.SUPPRESS)
    parser.add_argument("--officer", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.kind:
        one = imported(given.kind, given.rows, UUID(given.officer))
        print(json.dumps(asyncio.run(one)))
        return
    with stage(given.data_dir) as made:
        officer_id = asyncio.run(leader_of(made))
        measure(made, officer_id, given.rows, given.rounds)


if __name__ == "__main__":
    main()
