"""Writes what was asked for: a job of the worker. Running it again is safe, also after a worker died half way.

One task reads the list page by page in one snapshot, as the asker sees it now; another writes the pages to a file on
disk and says how far it is. At most two pages wait in memory. The file goes to the store's bucket of what may be
deleted.
"""

import asyncio
import hashlib
import tempfile
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from backend.core import replica
from backend.core.database import transaction
from backend.core.live import service as live
from backend.core.spreadsheets import Row
from backend.core.stores import Parts
from backend.exchange.file_orders import service as orders
from backend.exchange.list_exports import marking, registry, writing
from backend.exchange.list_exports.errors import ExportTooLong, ExportUnconfirmed
from backend.exchange.list_exports.kind import EXPORTS
from backend.exchange.list_exports.marking import Begun
from backend.exchange.list_exports.registry import ExportedList, Sheet
from backend.exchange.queries.list_exports import Export
from backend.exchange.rules.list_exports import MOST_ROWS
from backend.force.notices import service as notices
from backend.force.rules.accounts import ROWS_WITHOUT_CODE
from backend.ledger import reading as ledger
from media import keys as names

_SAID_EVERY = 0.5
"""Seconds between two looks whether its asker cancelled it."""
_PAGES_WAITING = 2


_End = None
_Said = Begun | Sheet | list[Row] | Exception | None


async def write(parts: Parts, export_id: UUID) -> None:
    """Write one export. Raises Unavailable and what the store raises (the job is tried again), and faults of ours."""

    async def make(export: Export) -> None:
        listed = registry.get(export.list)
        with tempfile.TemporaryDirectory(prefix="hientruong-export-") as folder:
            await _written(parts, export, listed, Path(folder) / "file")

    await orders.making(EXPORTS, export_id, make)


async def _written(parts: Parts, export: Export, listed: ExportedList, path: Path) -> None:
    pages: asyncio.Queue[_Said] = asyncio.Queue(_PAGES_WAITING)
    reader = asyncio.create_task(_read(export, listed, pages))
    try:
        begun = await _next(pages)
        if not isinstance(begun, Begun):
            raise TypeError("a list begins with what is known of it")
        name = marking.file_name(listed, begun)
        file = await asyncio.to_thread(writing.begun, export.kind, path, name)
        with file:
            await _copy(export, begun, file, pages)
            marks = marking.marks(export, listed, begun)
            await asyncio.to_thread(file.end, marks)
    finally:
        reader.cancel()
        with suppress(asyncio.CancelledError):
            await reader
    await _keep(parts, export, listed, begun, path, f"{name}.{writing.ENDINGS[export.kind]}")


async def _next(pages: "asyncio.Queue[_Said]") -> Begun | Sheet | list[Row] | None:
    said = await pages.get()
    if isinstance(said, Exception):
        raise said
    return said


async def _copy(
    export: Export, begun: Begun, file: writing.Writing, pages: "asyncio.Queue[_Said]"
) -> None:
    """Write page after page, and say how far it is. Raises Stopped."""
    loop, said, done = asyncio.get_running_loop(), 0.0, 0
    while (page := await _next(pages)) is not _End:
        if isinstance(page, Begun):
            raise TypeError("a list begins once")
        if isinstance(page, Sheet):
            await asyncio.to_thread(file.sheet, page.name, page.headings)
            continue
        await asyncio.to_thread(file.add, page)
        done += len(page)
        if loop.time() - said >= _SAID_EVERY:
            said = loop.time()
            await orders.go_on(EXPORTS, export, done, begun.total)


async def _read(export: Export, listed: ExportedList, pages: "asyncio.Queue[_Said]") -> None:
    """Read the list in one snapshot, as its asker sees it now; whatever goes wrong is the last thing said.

    Who asks is read on the primary. A replica may end a long reading in favour of its replay: a second attempt reads
    the primary alone.
    """
    try:
        actor = await orders.asker(export)
        async with replica.caught_up(anywhere=export.attempt == 1) as at:
            table = await listed.opened(actor, export.query, export.language)
            total = 0
            async for page in table.pages():
                total += len(page)
                _require_room(export, total)
            size, root = await ledger.sealed()
            await pages.put(
                Begun(
                    total=total,
                    position=size,
                    root=root,
                    at=at,
                    actor=actor,
                    unit=await marking.unit_of(actor, export.language),
                    conditions=table.conditions,
                )
            )
            for sheet in table.sheets:
                await pages.put(sheet)
                async for page in sheet.pages():
                    await pages.put(list(page))
        await pages.put(_End)
    except Exception as error:
        await pages.put(error)


def _require_room(export: Export, rows: int) -> None:
    if rows > MOST_ROWS:
        raise ExportTooLong
    if rows > ROWS_WITHOUT_CODE and not export.confirmed:
        raise ExportUnconfirmed


async def _keep(
    parts: Parts, export: Export, listed: ExportedList, begun: Begun, path: Path, name: str
) -> None:
    """Put the file into the store, then tell its asker."""
    sha256, size = await asyncio.to_thread(_measured, path)
    await orders.go_on(EXPORTS, export, begun.total, begun.total)
    await parts.store.put_file(
        names.exported(export.id),
        path,
        sha256=sha256,
        size=size,
        media_type=writing.MEDIA_TYPES[export.kind],
    )
    async with transaction():
        kept = await orders.finish(
            *(EXPORTS, export),
            done=begun.total,
            total=begun.total,
            file_name=name,
            size=size,
            sha256=sha256,
            log_position=begun.position,
            snapshot_at=begun.at,
        )
        if kept:
            rows = marking.grouped(begun.total)
            await notices.tell(
                [export.asked_by],
                "export",
                export.id,
                "export.ready",
                {"list": listed.title, "rows": rows},
            )
    if not kept:
        await _drop_cancelled(parts, export)
    live.told([export.asked_by])


async def _drop_cancelled(parts: Parts, export: Export) -> None:
    """Delete what was put for nothing. What another worker has put under the same name meanwhile stays."""
    found = await EXPORTS.orders.find(export.id, export.asked_by)
    if found is not None and found.state == "cancelled":
        await parts.store.delete_staged(names.exported(export.id))


def _measured(path: Path) -> tuple[str, int]:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size
