"""What packages of records have of their own among orders of files."""

from collections.abc import Sequence

from backend.core import stores
from backend.core.job_queue import MAKE_BUNDLE
from backend.exchange.file_orders.service import Kind
from backend.exchange.queries import record_bundles as queries
from backend.exchange.queries.record_bundles import Bundle
from backend.exchange.rules.record_bundles import BundlePart
from backend.force.notices import service as notices
from media import keys as names


async def tell(bundle: Bundle, key: str, made: Sequence[BundlePart]) -> None:
    """Give notice to its asker how it ended."""
    packages = sum(one.file_name is not None for one in made)
    said = {"packages": str(packages), "records": str(len(bundle.items))}
    await notices.tell([bundle.asked_by], "sample", bundle.about_id, key, said)


async def _drop(bundle: Bundle) -> None:
    store = stores.current().store
    noted = {part.object_id for part in bundle.parts if part.object_id is not None}
    for object_id in noted.union(bundle.stored):
        await store.delete_staged(names.bundled(object_id))


async def _tell_failed(bundle: Bundle) -> None:
    found = await queries.BUNDLES.find(bundle.id, bundle.asked_by) or bundle
    await tell(found, "sample.pack_failed", found.parts)


BUNDLES: Kind[Bundle] = Kind(
    job=MAKE_BUNDLE, orders=queries.BUNDLES, drop=_drop, tell_failed=_tell_failed
)
