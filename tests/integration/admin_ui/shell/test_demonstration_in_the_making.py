"""While the history of a demonstration is played, every page of the desk says how far it is."""

from datetime import UTC, datetime

import pytest

from backend.operations.demonstration import service as demonstration
from backend.operations.demonstration.service import Part
from tests.support.people import People
from tests.support.readers import Readers


def _part(played: int, stories: int, *, whole: bool = False) -> Part:
    now = datetime.now(UTC)
    return Part(
        part="1", until=now, stories=stories, played=played, ended_at=now if whole else None
    )


async def test_a_page_says_how_far_it_is_and_nothing_in_a_real_installation(
    people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = await readers.of(people.giang)
    assert await desk.look("/desk/") == 200
    assert "Dữ liệu minh họa" not in desk.html

    async def half() -> int:
        return 45

    monkeypatch.setattr(demonstration, "percent", half)
    assert await desk.look("/desk/") == 200
    assert "Dữ liệu minh họa đang được tạo: 45%" in desk.html


def test_it_is_never_called_whole_before_each_part_is() -> None:
    assert demonstration.share([_part(0, 120), _part(0, 100)]) == 0
    assert demonstration.share([_part(60, 120), _part(50, 100)]) == 50
    assert demonstration.share([_part(120, 120), _part(100, 100)]) == 99
