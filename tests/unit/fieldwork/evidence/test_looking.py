"""All originals are looked at, some at a time; where the store does not answer, nothing goes on behind the failure."""

import asyncio
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.fieldwork.evidence import looking
from media.store import StoreUnavailable


class _Ready:
    async def ready(self) -> None:
        """At once."""


@pytest.mark.filterwarnings("error")
async def test_where_the_store_goes_away_no_look_goes_on_after_the_failure_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ids = [uuid4() for _ in range(4)]
    ended, gone_on = [], []

    async def protect(_parts: Any, photo_id: UUID) -> None:
        if photo_id == ids[0]:
            await asyncio.sleep(0)
            raise StoreUnavailable("gone")
        try:
            for _ in range(20):
                await asyncio.sleep(0)
            gone_on.append(photo_id)
        finally:
            ended.append(photo_id)

    async def count_stored() -> int:
        return len(ids)

    async def list_stored_after(_after: UUID, _limit: int) -> list[UUID]:
        return ids

    monkeypatch.setattr(looking.protecting, "protect", protect)
    monkeypatch.setattr(looking.queries, "count_stored", count_stored)
    monkeypatch.setattr(looking.queries, "list_stored_after", list_stored_after)
    parts: Any = SimpleNamespace(store=_Ready())
    with pytest.raises(StoreUnavailable, match="gone"):
        await looking.look_at_all(parts, lambda *_: None)
    assert sorted(ended) == sorted(ids[1:])
    for _ in range(30):
        await asyncio.sleep(0)
    assert gone_on == []
