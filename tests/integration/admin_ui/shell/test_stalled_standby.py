"""The standby says nothing: the desk can be read, and tells nobody that something was done, or gives out a paper."""

import asyncpg
import pytest

from backend.core import database, durable
from tests.support import factories
from tests.support.databases import Database
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.stalling import none_waiting, stalled, waiting


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The application answers after half a second instead of eight, and sees at once that a standby is named."""
    monkeypatch.setattr(database, "WEB_STATEMENT_SECONDS", 0.5)
    monkeypatch.setattr(durable, "_OFF_SECONDS", 0.0)


async def test_what_the_primary_alone_has_is_read_but_neither_done_nor_printed(
    people: People, readers: Readers, superuser: asyncpg.Connection, database: Database
) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.giang)
    await desk.open("/desk/decisions/new")
    form = desk.form("/decisions/new")
    for name, value in {
        "subject_name": "Hộ kinh doanh Bằng Lăng",
        "subject_address": "Số 3 phố Bằng Lăng",
        "proposal": "Đề xuất kiểm tra của công chức quản lý địa bàn",
        "contents": "Niêm yết giá\nNguồn gốc hàng hóa",
        "duration_days": "2",
        "leader_id": str(people.chi.id),
        "member_ids": str(people.an.id),
    }.items():
        form.fill(name, value)
    form.find("no_conflict_declared").checked = True  # type: ignore[union-attr]
    save = next(item for item in form.buttons if item.value == "save")
    async with stalled(superuser):
        assert await desk.try_submit(form, save) == 503
        for pid in await waiting(superuser, database.name):
            await superuser.execute("SELECT pg_terminate_backend($1)", pid)
        await none_waiting(superuser, database.name)

        seen = await desk.fetch("/desk/search")
        assert seen.status_code == 200, seen.text
        printed = await desk.fetch(f"/desk/inspections/{work.id}/minutes.pdf")
        assert printed.status_code == 503
        assert not printed.content.startswith(b"%PDF")
    await none_waiting(superuser, database.name)
    assert await desk.try_submit(form, save) == 200
    assert "Đã lưu dự thảo." in desk.page.text
    printed = await desk.fetch(f"/desk/inspections/{work.id}/minutes.pdf")
    assert printed.content.startswith(b"%PDF")
