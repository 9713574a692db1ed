"""Originals are listed past the checkpoints of the ledger, which lie in the same bucket and are many."""

from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from backend.fieldwork.evidence import auditing
from backend.fieldwork.evidence.auditing import Auditor
from backend.operations.recovery import reconciling
from media import keys
from media.keys import Bucket, ObjectName
from media.null_store import NullStore
from media.store import Listed

FIRST, LAST = (UUID(int=number).hex for number in (1, 255 << 120))
LOG = UUID(int=7)


class _Counting(NullStore):
    """Counts what is listed."""

    listed = 0

    async def originals_after(self, key: str, limit: int) -> list[Listed]:
        found = await super().originals_after(key, limit)
        self.listed += len(found)
        return found


@pytest.fixture
async def store(monkeypatch: pytest.MonkeyPatch) -> _Counting:
    """Two originals, one before and one after a hundred checkpoints."""
    monkeypatch.setattr(auditing, "_PAGE", 10)
    monkeypatch.setattr(reconciling, "_PAGE", 10)
    with pytest.warns(UserWarning, match="in memory"):
        made = _Counting()
    names = [FIRST, *(f"{keys.CHECKPOINTS}{LOG}/{size:015d}.json" for size in range(100)), LAST]
    for name in names:
        await made.put_bytes(ObjectName(Bucket.EVIDENCE, name), b"x", media_type="x/x")
    return made


async def test_verify_and_reconciling_find_all_originals_and_pass_the_checkpoints_by(
    store: _Counting,
) -> None:
    auditor, key, seen = Auditor(store), "", list[str]()
    while page := await auditor.kept_after(key):
        seen += [item.object_key for item in page]
        key = page[-1].object_key
    assert {f"evidence/{FIRST}", f"evidence/{LAST}"} <= set(seen)
    assert store.listed < 20
    parts: Any = SimpleNamespace(store=store)
    assert await reconciling._names(parts) == {FIRST, LAST}
    assert store.listed < 40
