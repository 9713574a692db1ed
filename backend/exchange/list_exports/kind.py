"""What lists have of their own among orders of files."""

from backend.core import stores
from backend.core.job_queue import WRITE_EXPORT
from backend.exchange.file_orders.service import Kind
from backend.exchange.list_exports import registry
from backend.exchange.queries import list_exports as queries
from backend.exchange.queries.list_exports import Export
from backend.force.notices import service as notices
from media import keys as names


async def _drop(export: Export) -> None:
    await stores.current().store.delete_staged(names.exported(export.id))


async def _tell_failed(export: Export) -> None:
    said = {"list": registry.title_of(export.list)}
    await notices.tell([export.asked_by], "export", export.id, "export.failed", said)


EXPORTS: Kind[Export] = Kind(
    job=WRITE_EXPORT, orders=queries.EXPORTS, drop=_drop, tell_failed=_tell_failed
)
