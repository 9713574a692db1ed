"""Which restore lost a day: what was issued on it, and nothing else, is entered again."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest

from backend.force import restores as force_restores
from backend.force.numbers import entering_again as again


def declared(held: str, at: str, *, something: bool = True) -> SimpleNamespace:
    """A restore with the newest entry that came back and its declaration, in UTC."""
    moments = [datetime.fromisoformat(f"{one}+00:00").astimezone(UTC) for one in (held, at)]
    return SimpleNamespace(
        act_id=uuid4(), held_until=moments[0], declared_at=moments[1], lost_something=something
    )


async def found(day: date, restore: UUID | None = None) -> UUID | None:
    one = await again.lost_on(day, restore)
    return one.act_id if one else None


async def test_a_day_is_vietnams_and_of_the_newest_restore_that_lost_something(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # 20:00 UTC is the next day in Vietnam.
    older = declared("2026-03-01T20:00", "2026-03-04T20:00")
    newer = declared("2026-03-04T02:00", "2026-03-05T02:00")
    moved = declared("2026-03-07T02:00", "2026-03-08T02:00", something=False)

    async def restores() -> list[SimpleNamespace]:
        return [moved, newer, older]

    monkeypatch.setattr(force_restores, "restores", restores)
    assert await found(date(2026, 3, 1)) is None
    assert await found(date(2026, 3, 2)) == older.act_id
    assert await found(date(2026, 3, 5)) == newer.act_id
    assert await found(date(2026, 3, 6)) is None
    assert await found(date(2026, 3, 7)) is None, "a move that lost nothing"
    assert await found(date(2026, 3, 5), older.act_id) == older.act_id
    assert await found(date(2026, 3, 5), uuid4()) is None
