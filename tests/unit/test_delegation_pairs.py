"""Whose powers can be given to whom, for a clerk who has the whole force in sight."""

from datetime import date
from typing import Any, cast
from uuid import UUID, uuid4

import pytest

from backend.force.delegations import service
from backend.force.queries import delegations as queries
from backend.law.sanctions import service as sanctions

HEAD, DEPUTY = "Đội trưởng Đội Quản lý thị trường", "Phó Đội trưởng Đội Quản lý thị trường"


def _post(unit_id: UUID, title: str) -> queries.OfficeHolder:
    return queries.OfficeHolder(
        id=uuid4(), unit_id=unit_id, title_vi=title, full_name="", unit_name=""
    )


async def test_a_national_clerk_is_offered_each_head_with_his_own_deputies_and_waits_for_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All with all would be forty million questions, and every other request would wait for them."""
    asked = 0
    units = [uuid4() for _ in range(800)]
    posts = [
        _post(unit, title)
        for unit in units
        for title in (HEAD, DEPUTY, DEPUTY, *["Kiểm soát viên thị trường"] * 5)
    ]

    async def in_office(actor: Any, day: date) -> list[Any]:
        del actor, day
        return posts

    def deputises(title: str, head: str) -> bool:
        nonlocal asked
        asked += 1
        return plain(title, head)

    plain = sanctions.deputises
    monkeypatch.setattr(queries, "people_in_office", in_office)
    monkeypatch.setattr(sanctions, "deputises", deputises)
    pairs = await service.pairs(cast(Any, None))
    assert len(pairs) == 2 * len(units)
    for pair in pairs:
        assert pair.giver.unit_id == pair.receiver.unit_id
        assert (pair.giver.title_vi, pair.receiver.title_vi) == (HEAD, DEPUTY)
    assert asked <= 9, "each two of three titles once"
