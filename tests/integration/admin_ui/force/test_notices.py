"""An officer reads notices by kind and by day, goes where they lead, and says what to be told where."""

from datetime import timedelta

import pytest

from backend.core import clock
from backend.core.database import transaction
from backend.force.notices import service as notices
from schemas.core.ids import new_id
from schemas.force.notices import NoticeKind
from tests.support import factories
from tests.support.people import People, Person
from tests.support.readers import Readers, readers

__all__ = ["readers"]

pytestmark = pytest.mark.usefixtures("app")

SAID = {"number": "0001/HSVV", "officer": "Bùi Hương Giang"}


async def tell(person: Person, key: str = "case.yours", **how: object) -> None:
    async with transaction():
        await notices.tell([person.id], "case", RECORD, key, SAID, **how)  # type: ignore[arg-type]


RECORD = new_id()


async def test_a_list_by_kind_and_day_marks_what_is_in_view_as_seen(
    people: People, readers: Readers
) -> None:
    await tell(people.an)
    await tell(people.an, "case.to_reopen")
    desk = await readers.of(people.an)
    page = await desk.open("/desk/notices?kind=assigned")
    assert "Giao xử lý vụ việc" in page.text
    assert "Đề nghị mở lại hồ sơ" not in page.text
    seen = {one.about: one.seen_at for one in await notices.seen_of(RECORD)}
    assert seen[NoticeKind.ASSIGNED] is not None
    assert seen[NoticeKind.SUBMITTED] is None, "the other kind was not in view"
    again = await desk.open("/desk/notices?kind=nonsense")
    assert "Đề nghị mở lại hồ sơ" in again.text


async def test_what_was_switched_off_stays_away_but_short_limits_and_security_do_not(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.an)
    await desk.open("/desk/account")
    await desk.follow("/desk/account/notices")
    await desk.press("/desk/account/notices", where_assigned="", quiet_from="22:00")
    assert "Nhập cả hai giờ" in desk.page.text
    await desk.press("/desk/account/notices", quiet_until="06:00")
    assert "Đã lưu cài đặt thông báo" in desk.page.text
    await tell(people.an)
    assert "Giao xử lý vụ việc" not in (await desk.open("/desk/notices")).text
    await tell(people.an, due_at=clock.now() + timedelta(hours=20))
    assert "Giao xử lý vụ việc" in (await desk.open("/desk/notices")).text


async def test_a_link_opens_the_thing_for_its_own_reader_alone(
    people: People, readers: Readers
) -> None:
    work = await factories.decided(people)
    told = next(
        one for one in await notices.seen_of(work.id) if one.full_name == people.an.full_name
    )
    other = await readers.of(people.binh)
    assert await other.look(f"/desk/notices/{told.notice_id}") == 404
    mine = await readers.of(people.an)
    assert work.number in (await mine.open(f"/desk/notices/{told.notice_id}")).text
    seen = {one.full_name: one.seen_at for one in await notices.seen_of(work.id)}
    assert seen[people.an.full_name] is not None
    assert seen[people.binh.full_name] is None
