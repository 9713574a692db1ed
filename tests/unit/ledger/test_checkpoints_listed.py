"""Checkpoints outside are listed by versions, and seen without where an identity may not list those."""

from uuid import UUID

import pytest

from backend.operations.recovery import outside
from media.keys import Bucket, ObjectName
from media.null_store import NullStore
from media.store import StoreRefused

LOG = UUID(int=7)


class _Refusing(NullStore):
    async def any_version_after(self, prefix: str, key: str, limit: int) -> list[ObjectName]:
        raise StoreRefused("AccessDenied: s3:ListBucketVersions")


@pytest.mark.parametrize("kind", [NullStore, _Refusing])
async def test_checkpoints_are_found_also_by_who_may_not_list_versions(
    kind: type[NullStore],
) -> None:
    with pytest.warns(UserWarning, match="in memory"):
        store = kind()
    assert await outside.logs(store) == ([], None)
    for size in (3, 12, 20):
        await store.put_bytes(outside.name(LOG, size), b"x", media_type="x/x")
    for other in ("00000000-0000/photo", "ffffffff/photo"):
        await store.put_bytes(ObjectName(Bucket.EVIDENCE, other), b"x", media_type="x/x")
    assert await outside.logs(store) == ([LOG], None)
    assert await outside.all_sizes(store, LOG, -1, 100) == [3, 12, 20]
    assert await outside.all_sizes(store, LOG, 3, 1) == [12]
    assert await outside.all_sizes(store, LOG, 20, 100) == []
    assert await outside.last_size(store, LOG, -1) == 20
