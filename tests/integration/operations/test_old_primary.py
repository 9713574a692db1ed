"""A process that starts while only a primary answers that was replaced says so, and writes nothing to it."""

import asyncio
from pathlib import Path

import msgspec
import pytest

from asgi import create_app
from backend.core import primary_seen
from backend.core.primary_seen import OldPrimary, Seen
from backend.core.settings import Settings
from deploy import restored, start_check
from deploy.failures import Failure
from tests.support import restoring
from tests.support.databases import Database


def beside(settings: Settings) -> Settings:
    """The same with two servers named, as where a standby follows: here both are the one there is."""
    before, at, server_and_name = settings.database_url.rpartition("@")
    server, _, name = server_and_name.partition("/")
    return msgspec.structs.replace(settings, database_url=f"{before}{at}{server},{server}/{name}")


def noted(path: Path) -> Seen:
    """What stands in the spool folder."""
    found = primary_seen.read(path)
    assert found is not None
    assert found.log_id is not None
    return found


async def test_an_old_primary_is_refused_until_the_new_one_answers_or_a_restore_is_declared(
    settings: Settings, database: Database
) -> None:
    two = beside(settings)
    async with create_app(two).lifespan():
        first = noted(two.primary_noted)
    promoted = msgspec.structs.replace(first, timeline=first.timeline + 1)
    primary_seen.write(two.primary_noted, promoted)
    with pytest.raises(ExceptionGroup) as refused:
        async with create_app(two).lifespan():
            pass
    assert refused.group_contains(OldPrimary)
    with pytest.raises(
        Failure, match=r"only an old PostgreSQL primary answers.*hientruong restored"
    ):
        await asyncio.to_thread(start_check.demand, two)
    await restored.declare_on(
        restoring.settings_on(settings, database), reason="Khôi phục từ bản sao lưu đêm qua"
    )
    await asyncio.to_thread(start_check.demand, two)
    assert noted(two.primary_noted) == Seen(
        timeline=first.timeline,
        log_id=noted(two.primary_noted).log_id,
        earlier=frozenset({first.log_id}),  # type: ignore[arg-type]  # noted() has looked
    )
    assert noted(two.primary_noted).log_id != first.log_id
