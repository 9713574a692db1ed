"""`./hientruong restructure FILE`: merges, splits, moves, renames and closes units by a list of steps.

`--check` looks at the whole list on the force as it is, and changes nothing. `--rehearse` does all of it in one
transaction and takes it back: the log says what each step would rewrite. `--carry-out` does it, each step in a
transaction of its own; a run that was interrupted goes on where it stood. The log is printed and kept beside FILE.

The file is JSON (`{"steps": [...]}`, see docs/force/restructuring.md) or an XLSX whose first row names the same fields.
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import msgspec

from admin_ui.parties.imports import known as party_places
from backend import registry
from backend.core import database, keys
from backend.core.database import transaction
from backend.core.errors import DomainError
from backend.core.outages import as_domain_error
from backend.core.settings import Settings
from backend.force.accounts import service as accounts
from backend.force.units import steps as units
from backend.force.units.steps import Done
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.people_acts import operator_name
from deploy.reach import installation
from media import sheets
from media.sheets import Cell, Day, SheetFault
from schemas.force.restructuring import Steps

Mode = Literal["check", "rehearse", "carry_out"]
_BROKEN_OFF = (
    "cơ sở dữ liệu chưa trả lời kịp hoặc dữ liệu đang được dùng; bước này chưa ghi gì."
    " Hãy chạy lại đúng lệnh này khi không ai làm việc: các bước đã làm không làm lại",
    "the database did not answer in time, or others were using these rows; nothing of this step was recorded."
    " Run the same command again when nobody works: steps that were done are not done again",
)
_DECISION = ("number", "decided_on", "by", "scan")
_PAIRS = ("units", "officers", "areas")
_DAYS = frozenset({"valid_from", "decision_decided_on"})
_TYPED_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_STATEMENT_SECONDS = 900.0
"""One statement rewrites all that lies in a department."""


class _TakenBack(Exception):
    """Ends the transaction of a rehearsal."""


def restructure(folder: DataFolder, file: Path, mode: Mode) -> int:
    """Check, rehearse or carry out a list of steps, and print its log. 1 if the check finds something wrong.

    Raises Failure if the file is no such list, or at the first step that is refused: what was carried out before it
    stands, and the same command goes on behind it once the cause is gone.
    """
    steps = read(file)
    log = file.with_name(f"{file.name}.log") if mode == "carry_out" else None
    with installation(folder) as settings:
        return asyncio.run(_inside(settings, steps, mode, _printer(log)))


def _printer(log: Path | None) -> Callable[[str], None]:
    def say(line: str) -> None:
        print(line, flush=True)
        if log is not None:
            with log.open("a", encoding="utf-8") as kept:
                kept.write(f"{datetime.now().astimezone():%Y-%m-%dT%H:%M:%S%z} {line}\n")

    return say


async def _inside(settings: Settings, steps: Steps, mode: Mode, say: Callable[[str], None]) -> int:
    registry.open_all()
    party_places.register()  # the desk's table of communes, by which cases of a split are placed
    keys.load(settings.keys_dir)
    accounts.start(settings.public_url)
    await database.start(settings.database_url, size=2, statement_seconds=_STATEMENT_SECONDS)
    try:
        return await run(steps, mode, say)
    except DomainError as error:
        raise Failure(error.text.vi, error.text.en) from None
    except Exception as error:
        if as_domain_error(error) is None:
            raise
        raise Failure(*_BROKEN_OFF) from error
    finally:
        await database.stop()


async def run(steps: Steps, mode: Mode, say: Callable[[str], None]) -> int:
    """Do what the mode says with the steps, and say each line of the log. 1 if the check finds something wrong."""
    stood = await units.done_before(steps)
    if stood == 0:
        faults = await units.check(steps.steps)
        for one, text in faults:
            step = steps.steps[one.step - 1]
            say(f"bước / step {one.step} ({step.what} {step.code}): {text.vi} / {text.en}")
        if faults:
            return 1
    if mode == "check":
        total = len(steps.steps)
        say(
            f"{total} bước, không có lỗi; đã làm {stood} / {total} steps, nothing wrong; {stood} done"
        )
        return 0
    say(f"người thực hiện / operator: {operator_name()}")
    if mode == "carry_out":
        await _all(steps, say, transaction)
        return 0
    try:
        async with transaction():
            await _all(steps, say, _open_already)
            raise _TakenBack
    except _TakenBack:
        say("đã diễn tập, không ghi lại gì / rehearsed: nothing was recorded")
    return 0


@asynccontextmanager
async def _open_already() -> AsyncIterator[None]:
    yield


async def _all(steps: Steps, say: Callable[[str], None], within: units.Within) -> None:
    actor = await accounts.at_the_machine()
    began = time.monotonic()
    async for one in units.carry_out(steps, actor, within):
        say(_line(one, len(steps.steps), time.monotonic() - began))
        began = time.monotonic()
    late = await units.settle(steps, actor, within)
    if late:
        say(
            f"{late} dòng ghi xen giữa đã về đúng chỗ / {late} rows written meanwhile were put right"
        )


def _line(one: Done, total: int, seconds: float) -> str:
    step = one.step
    what = " ".join(
        part for part in (step.what, step.code, f"-> {step.to}" if step.to else "") if part
    )
    head = f"{one.number}/{total} {what}"
    if one.before:
        return f"{head}: đã làm trước đó / done before"
    counts = ", ".join(f"{each.table_name} {each.row_count}" for each in one.rewritten)
    return f"{head}: {counts or '–'} ({seconds:.2f} s)"


def read(file: Path) -> Steps:
    """Return the steps of a file. Raises Failure if it holds none."""
    try:
        data = file.read_bytes()
        if file.suffix.lower() == ".xlsx":
            return msgspec.convert({"steps": asyncio.run(_rows(data))}, Steps)
        return msgspec.json.decode(data, type=Steps)
    except OSError as error:
        raise Failure(f"không đọc được tệp: {error}", f"cannot read the file: {error}") from None
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise Failure(f"tệp các bước sai: {error}", f"no list of steps: {error}") from None


async def _rows(data: bytes) -> list[dict[str, Any]]:
    sheet = await sheets.read(data)
    if isinstance(sheet, SheetFault):
        raise Failure(
            f"bảng tính không đọc được: {sheet.fault}", f"unreadable workbook: {sheet.fault}"
        )
    names, *lines = [[_plain(cell) for cell in row.cells] for row in sheet.rows]
    return [_step(dict(zip(names, line, strict=False))) for line in lines if any(line)]


def _plain(cell: Cell) -> str:
    if isinstance(cell, Day):
        return cell.day.isoformat()
    return "" if cell is None else str(cell).strip()


def _step(row: dict[str, str]) -> dict[str, Any]:
    said: dict[str, Any] = {key: value for key, value in row.items() if value}
    for key in _DAYS & said.keys():
        if typed := _TYPED_DAY.fullmatch(said[key]):  # typed as text, as it is written in Vietnam
            day, month, year = typed.groups()
            said[key] = f"{year}-{month:0>2}-{day:0>2}"
    decision = {key: said.pop(f"decision_{key}", None) for key in _DECISION}
    for key in _PAIRS:
        pairs = [one.split(":") for one in re.split(r"[;\s]+", said.pop(key, "")) if one]
        if pairs:
            said[key] = {one[0]: one[-1] for one in pairs}
    return {**said, "decision": {key: value for key, value in decision.items() if value}}
