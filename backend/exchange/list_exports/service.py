"""Lists as files, for the desk: ask, look how far it is, cancel, take.

    seen = await list_exports.looked(actor, "cases", query, "vi")
    export_id = await list_exports.ask(actor, "cases", query, "xlsx", purpose, "vi", confirmed_until, address)
    file = await list_exports.taken(export_id, actor, confirmed_until, address)

What was asked for, with its purpose, and each taking are on the log for auditors. Nobody but the asker finds an export.
"""

from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import access_log, clock, custody, spreadsheets
from backend.core.actors import Actor
from backend.core.database import snapshot, transaction
from backend.core.formats import Language
from backend.core.job_queue import enqueue
from backend.core.json_columns import written
from backend.exchange.file_orders import service as orders
from backend.exchange.file_orders.errors import FileGone, StandingChanged
from backend.exchange.list_exports import registry, writing
from backend.exchange.list_exports.errors import ExportTooLong, ExportUnconfirmed, TooManyExports
from backend.exchange.list_exports.kind import EXPORTS
from backend.exchange.list_exports.registry import ExportedList as ExportedList
from backend.exchange.list_exports.registry import Opened as Opened
from backend.exchange.list_exports.registry import Pages as Pages
from backend.exchange.list_exports.registry import Sheet as Sheet
from backend.exchange.list_exports.registry import Table as Table
from backend.exchange.list_exports.registry import known_lists as known_lists
from backend.exchange.list_exports.registry import register as register
from backend.exchange.list_exports.registry import table as table
from backend.exchange.queries import list_exports as queries
from backend.exchange.queries.file_orders import Order as Order
from backend.exchange.queries.list_exports import Export as Export
from backend.exchange.rules import list_exports as rules
from backend.exchange.rules.file_orders import FAULT as FAULT
from backend.exchange.rules.file_orders import standing
from backend.exchange.rules.list_exports import LEAST_PURPOSE as LEAST_PURPOSE
from backend.exchange.rules.list_exports import MOST_PURPOSE as MOST_PURPOSE
from backend.exchange.rules.list_exports import MOST_ROWS as MOST_ROWS
from backend.force.accounts import service as accounts
from backend.force.rules.accounts import ROWS_WITHOUT_CODE
from media import keys as names
from schemas.core.ids import new_id
from schemas.core.problems import Text

MINE = 30
"""Exports that an officer's page shows."""
FAULTS: dict[str, Text] = {
    one.code: Text(vi=one.text_vi, en=one.text_en)
    for one in (ExportTooLong, ExportUnconfirmed, StandingChanged)
}
"""Why there is no file, by code, where the page has more to say than that it could not be written."""


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody is about to ask for."""

    conditions: list[tuple[str, str]]
    rows: int
    """Of the first pages."""
    more: bool
    """There are more rows than those."""


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """A file on its way to who asked for it."""

    chunks: AsyncIterator[bytes]
    name: str
    media_type: str


async def looked(
    actor: Actor, name: str, query: Mapping[str, str], language: Language
) -> tuple[ExportedList, dict[str, str], Looked]:
    """Return a list, what of the query are conditions of it, and how much it has.

    No more is read than tells whether it has more than a hundred rows.

    Raises NotFound for a list that there is not, and what the list raises: NotAllowed, Invalid.
    """
    listed = registry.get(name)
    asked = rules.conditions(listed.fields, query)
    rows, more = 0, False
    async with snapshot():
        found = await listed.opened(actor, asked, language)
        async for page in found.pages():
            if rows > ROWS_WITHOUT_CODE and page:
                more = True
                break
            rows += len(page)
    return listed, asked, Looked(conditions=found.conditions, rows=rows, more=more)


def require_confirmed(actor: Actor, seen: Looked, confirmed_until: datetime | None) -> None:
    """Raise ConfirmationNeeded if so many rows leave a desk that was not confirmed lately (practice B4)."""
    accounts.require_for_rows(actor, confirmed_until, seen.rows + seen.more)


async def ask(
    actor: Actor,
    name: str,
    query: Mapping[str, str],
    kind: spreadsheets.Kind,
    purpose: str,
    language: Language,
    confirmed_until: datetime | None,
    address: str | None,
) -> UUID:
    """Have a worker write a list, and record for what; return its id.

    What is asked for again in the same words, for the same purpose, while it is being written is that one; another
    purpose, another format and another language are orders of their own.

    Raises as looked() does, ConfirmationNeeded, TooManyExports.
    """
    listed, asked, seen = await looked(actor, name, query, language)
    require_confirmed(actor, seen, confirmed_until)
    wanted = {
        "asked_by": actor.officer_id,
        "list": name,
        "query": written(dict(sorted(asked.items()))),
        "kind": kind,
        "purpose": purpose,
        "language": language,
    }
    confirmed = confirmed_until is not None and confirmed_until > clock.now()
    async with transaction():
        await queries.only_one_asks(actor.officer_id)
        begun = await queries.same(wanted)
        if begun is not None:
            return begun
        if len(await EXPORTS.orders.unfinished(actor.officer_id)) >= rules.MOST_AT_ONCE:
            raise TooManyExports
        export_id = new_id()
        row = {"id": export_id, "standing": standing(actor), "confirmed": confirmed}
        await queries.insert(wanted | row)
        detail = {"list": listed.title.vi, "purpose": purpose, "file": kind}
        detail |= {label: value[: rules.MOST_VALUE] for label, value in seen.conditions}
        await access_log.record(actor, "list.exported", None, address=address, detail=detail)
        await enqueue(EXPORTS.job, export_id)
    return export_id


async def mine(actor: Actor) -> list[Export]:
    """Return what the actor asked for last, the newest first."""
    return await queries.mine(actor.officer_id, MINE)


async def read(export_id: UUID, actor: Actor) -> Export:
    """Return what the actor asked for. Raises NotFound."""
    return await orders.read(EXPORTS, export_id, actor)


async def cancel(export_id: UUID, actor: Actor) -> bool:
    """Stop what is not written yet; returns whether there was anything to stop. Raises NotFound."""
    return await orders.cancel(EXPORTS, export_id, actor)


async def taken(
    export_id: UUID, actor: Actor, confirmed_until: datetime | None, address: str | None
) -> Taken:
    """Return a file to its asker, and record that it leaves.

    Raises NotFound, FileGone, StandingChanged if the actor has other roles or another unit, NotAllowed if the list
    is not for the actor any more, ConfirmationNeeded for more than 100 rows, Unavailable.
    """
    export = await read(export_id, actor)
    orders.require_given(export, actor)
    if export.size is None:
        raise FileGone
    listed = registry.get(export.list)
    async with snapshot():
        await listed.opened(actor, export.query, export.language)
    accounts.require_for_rows(actor, confirmed_until, export.total or 0)
    chunks = await custody.opened(str(names.exported(export.id)), 0, export.size)
    detail = {"list": listed.title.vi, "purpose": export.purpose, "rows": str(export.total)}
    async with transaction():
        await access_log.record(actor, "list.taken", None, address=address, detail=detail)
    return Taken(
        chunks=chunks,
        name=export.file_name or str(export.id),
        media_type=writing.MEDIA_TYPES[export.kind],
    )
