"""A list of officers from the upload to the last portion: rows and acts a second, beside a bare COPY.

    python -m bench.people_import [--rows 500] [--rounds 1] [--data-dir DIR]

An administrator of the nation uploads a list of invented officers of many departments; each has a role, a position and
a card, and one in twenty heads a team, which is asked for. A process of its own does what the worker does: it reads the
file in its child, judges, compares and stages the rows, is confirmed, and brings all portions, each officer by acts
through the one door. The peer copies the same officers, as PostgreSQL's COPY … FROM a file, into a table without
indexes, triggers or constraints: no judging, no acts, no lines. The load of the machine is printed, for it decides.
"""

import argparse
import asyncio
import json
import os
import resource
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from backend import registry
from backend.core import clock, database, keys, spreadsheets, stores
from backend.core import settings as settings_of
from backend.core.database import transaction
from backend.force.importing import bringing, reading
from backend.force.importing import service as importing
from backend.force.queries import sessions
from backend.force.rules.actors import actor_of
from backend.ledger import service as ledger
from bench.stage import ROOT, Stage, connect_as_owner, make_hand, make_unit, options, stage
from deploy import surroundings
from deploy.servers import environment
from schemas.core.ids import new_id
from schemas.core.imports import ImportState
from schemas.core.vocabulary import Role

_HEADINGS = (
    *("STT", "Họ tên", "Số hiệu", "Mã đơn vị", "Vai trò", "Chức vụ", "Từ ngày", "Số QĐ", "Ngày QĐ"),
    *("Số thẻ", "Ngày cấp thẻ", "Hạn thẻ"),
)
_PAGE = 1_000
_OF_A_TEAM = 20
_OF_A_DECISION = 5 * _OF_A_TEAM
"""One decision appoints five heads: a file may rest on two hundred decisions."""
_SLOW = 900
_FAMILIES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Phan",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
)
_MIDDLES = (
    "Văn",
    "Thị",
    "Đức",
    "Minh",
    "Hồng",
    "Quốc",
    "Thanh",
    "Ngọc",
    "Xuân",
    "Thu",
    "Anh",
    "Bảo",
    "Gia",
)
_GIVEN = (
    "An",
    "Bình",
    "Chi",
    "Dũng",
    "Hà",
    "Hải",
    "Hùng",
    "Lan",
    "Long",
    "Mai",
    "Nam",
    "Phúc",
    "Quân",
    "Sơn",
    "Tâm",
)
_MORE = ("Khánh", "Linh", "Vy", "Trâm", "Kiên", "Yến", "Thảo", "Tú", "Việt", "Oanh", "Uyên", "Diệp")


def _name(number: int) -> str:
    """Return a name that no other number has."""
    said = []
    for words in (_GIVEN, _MORE, _MIDDLES, _FAMILIES):
        number, at = divmod(number, len(words))
        said.append(words[at])
    return " ".join(reversed(said))


def _row(number: int, codes: Sequence[str], mark: int) -> list[str]:
    today = clock.today()
    issued, until = today - timedelta(days=30), today + timedelta(days=1000)
    head = number % _OF_A_TEAM == 0
    team = codes[number // _OF_A_TEAM % len(codes)]
    days = (f"{issued:%d/%m/%Y}", f"{until:%d/%m/%Y}")
    decided = (f"{number // _OF_A_DECISION}/QĐ-QLTT", days[0]) if head else ("", "")
    return [
        *(str(number), _name(number + mark), f"B{mark}-{number:05d}", team, "Kiểm soát viên"),
        *("Đội trưởng" if head else "Kiểm soát viên thị trường", days[0], *decided),
        *(f"QT{mark}-{number:05d}", *days),
    ]


async def _file(rows: int, codes: Sequence[str], mark: int, path: Path) -> None:
    async def pages() -> AsyncIterator[Sequence[spreadsheets.Row]]:
        for first in range(0, rows, _PAGE):
            yield [_row(number, codes, mark) for number in range(first, min(first + _PAGE, rows))]

    with path.open("wb") as file:
        async for part in spreadsheets.written("csv", _HEADINGS, pages()):
            file.write(part)


async def imported(rows: int, officer_id: UUID, codes: Sequence[str], mark: int) -> dict[str, Any]:
    """Import a list in this process; return what it took."""
    settings = settings_of.load()
    keys.load(settings.keys_dir)
    registry.open_all()
    await database.start(settings.session_database_url, size=4)
    parts = await stores.start(settings)
    try:
        actor = actor_of(await sessions.get_actor(officer_id), "desk")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "list"
            await _file(rows, codes, mark, path)
            with path.open("rb") as file:
                import_id = await importing.upload("list.csv", file, actor)
        began = time.perf_counter()
        await reading.read(parts, import_id)
        read = time.perf_counter() - began
        row = await importing.read(import_id, actor)
        if row.state is not ImportState.READ or row.good != rows:
            view = await importing.preview(import_id, actor)
            raise SystemExit(f"the list is {row.state}, {row.good} good rows: {view.wrong[:3]}")
        async with transaction():
            outcome = await importing.begin(import_id, row.file_sha256, False, actor)
        ledger.unwrap(outcome)
        before = await database.fetchval("SELECT count(*) FROM ledger_entries")
        began, worked = time.perf_counter(), time.process_time()
        await bringing.bring(import_id)
        brought, work = time.perf_counter() - began, time.process_time() - worked
        done = await importing.read(import_id, actor)
        if done.state is not ImportState.FINISHED or done.came + done.waits != rows:
            raise SystemExit(f"the import is {done.state}: {done.came} came, {done.waits} wait")
        acts = await database.fetchval("SELECT count(*) FROM ledger_entries") - before
        return {
            "id": str(import_id),
            "read": read,
            "brought": brought,
            "work": work,
            "acts": acts,
            "portions": done.portions,
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
    finally:
        await stores.stop()
        await database.stop()


def ours(made: Stage, rows: int, hand: tuple[UUID, list[str]], mark: int) -> dict[str, Any]:
    """Import the list in a process of its own."""
    variables = surroundings.for_child(environment(made.folder, made.servers))
    words = [sys.executable, "-m", "bench.people_import", "--rows", str(rows)]
    words += ["--officer", str(hand[0]), "--units", ",".join(hand[1]), "--mark", str(mark)]
    done = subprocess.run(
        words, env=variables, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr[-3000:])
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


async def copied(made: Stage, import_id: str) -> float:
    """Copy the officers of an import from a file into a bare table; return the seconds."""
    connection = await connect_as_owner(made)
    try:
        await connection.execute("DROP TABLE IF EXISTS bench_bare")
        await connection.execute("CREATE TABLE bench_bare AS SELECT * FROM officers WITH NO DATA")
        with tempfile.TemporaryFile() as file:
            await connection.copy_from_query(
                "SELECT o.* FROM officers o JOIN people_import_rows r ON r.officer_id = o.id WHERE r.import_id = $1",
                UUID(import_id),
                output=file,
            )
            file.seek(0)
            began = time.perf_counter()
            await connection.copy_to_table("bench_bare", source=file, timeout=_SLOW)
            took = time.perf_counter() - began
        await connection.execute("DROP TABLE bench_bare")
        return took
    finally:
        await connection.close()


async def administrator_of(made: Stage, teams: int) -> tuple[UUID, list[str]]:
    """Make an administrator of the nation, and teams of departments of thirty; return who, and the teams' codes."""
    connection = await connect_as_owner(made)
    try:
        nation = await make_unit(connection)
        hand = await make_hand(connection, nation, None, Role.ADMINISTRATOR)
        codes: list[str] = []
        department = nation
        for at in range(teams):
            if at % 30 == 0:
                department = await make_unit(connection, nation)
            codes.append(await _team(connection, nation, department))
        return hand.officer_id, codes
    finally:
        await connection.close()


async def _team(connection: Any, nation: UUID, department: UUID) -> str:
    team, code = new_id(), str(secrets.randbelow(10**8)).zfill(8)
    await connection.execute(
        """INSERT INTO units (id, code, name_vi, name_en, kind, parent_id, level, unit_1, unit_2, unit_3, valid_from)
        VALUES ($1, $2, 'Đội đo', 'Bench team', 'team', $3, 3, $4, $3, $1, current_date)""",
        team,
        code,
        department,
        nation,
    )
    return code


def measure(made: Stage, rows: int, rounds: int) -> None:
    """Run the sides in turn and print medians and ratios."""
    runs = []
    for at in range(rounds):
        hand = asyncio.run(administrator_of(made, -(-rows // _OF_A_TEAM)))
        run = ours(made, rows, hand, at * rows)
        run["copy"] = asyncio.run(copied(made, run["id"]))
        runs.append(run)
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", flush=True)
    middle = {
        name: statistics.median(run[name] for run in runs) for name in runs[0] if name != "id"
    }
    whole = middle["read"] + middle["brought"]
    print(
        f"{rows:,} rows   read {middle['read']:.2f} s {rows / middle['read']:,.0f} rows/s"
        f"   brought {middle['brought']:.2f} s {rows / middle['brought']:,.0f} rows/s"
        f" {middle['acts'] / middle['brought']:,.0f} acts/s in {middle['portions']:.0f} portions"
        f" ({middle['work']:.2f} s of our processor, peak {middle['peak_mb']:.0f} MB)\n"
        f"   COPY {middle['copy']:.3f} s {rows / middle['copy']:,.0f} rows/s: ours/COPY {whole / middle['copy']:,.0f}",
        flush=True,
    )


def main() -> None:
    """Measure and print; with --officer, import one list and print what it took as JSON."""
    parser = options(__doc__)
    parser.add_argument("--rows", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--officer", help=argparse.SUPPRESS)
    parser.add_argument("--units", default="", help=argparse.SUPPRESS)
    parser.add_argument("--mark", type=int, default=0, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.officer:
        one = imported(given.rows, UUID(given.officer), given.units.split(","), given.mark)
        print(json.dumps(asyncio.run(one)))
        return
    with stage(given.data_dir) as made:
        measure(made, given.rows, given.rounds)


if __name__ == "__main__":
    main()
