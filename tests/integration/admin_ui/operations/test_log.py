"""Auditors read one log of who read, searched, took copies, signed in and was refused, in plain sentences by day."""

import httpx
from litestar import Litestar

from backend.core import database
from backend.core.settings import Settings
from backend.operations.refusals import recording
from tests.support import exports, factories
from tests.support.doors import knock
from tests.support.people import People
from tests.support.readers import Readers

PAGE = "/desk/log"
NEW = "/desk/exports/new?list=log"


async def test_an_auditor_reads_who_did_what_and_who_read_the_log(
    app: Litestar, readers: Readers, client: httpx.AsyncClient, people: People
) -> None:
    del app
    recording._written.clear()
    work = await factories.announced(people, photos=2)
    giang = await readers.of(people.giang)
    assert await giang.look("/desk/search?subject=hoa+gao&number=") == 200
    for _ in range(3):
        assert await giang.look(f"/desk/inspections/{work.id}") == 200
    await giang.look(PAGE)  # refused: heads do not see who watches them
    assert giang.status == 403
    wrong = await knock(client, people.an, password="một mật khẩu sai hẳn")
    assert wrong.status_code == 401
    assert await database.fetchval("SELECT count(*) FROM access_log WHERE unit_1 IS NULL") == 0

    khanh = await readers.of(people.khanh)
    assert await khanh.look(PAGE) == 200
    said = khanh.page.text
    assert "Bùi Hương Giang đã tìm cuộc kiểm tra: tên “hoa gao”" in said
    assert f"Bùi Hương Giang đã xem cuộc kiểm tra {work.number}, 3 lần" in said
    assert "Bùi Hương Giang đã đăng nhập bàn làm việc" in said
    assert "Bùi Hương Giang đã yêu cầu điều không có quyền" in said
    assert "Nguyễn Hoài An bị ai đó đăng nhập không thành công bằng tên của mình" in said
    assert "mật khẩu sai" not in khanh.html
    link = f'<a href="/desk/inspections/{work.id}">{work.number}</a>'
    assert khanh.html.count(link) == 3, (
        "a sentence links the record that it names, and says it once"
    )

    assert await khanh.look(f"{PAGE}?kind=read&officer=khanh") == 200
    assert "Dương Quốc Khánh đã xem nhật ký hệ thống: không lọc" in khanh.page.text
    assert "Giang" not in khanh.page.text, "one officer's lines alone"
    assert await khanh.look(f"{PAGE}?record={work.number.partition('/')[0]}") == 200
    assert "đã xem cuộc kiểm tra" in khanh.page.text
    assert "đã đăng nhập" not in khanh.page.text
    assert await khanh.look(f"{PAGE}?officer=nobody+at+all") == 422
    assert "Không có cán bộ nào tên như vậy." in khanh.page.text

    phuc = await readers.of(people.phuc)
    assert await phuc.look(PAGE) == 200
    assert "đã yêu cầu điều không có quyền" in phuc.page.text
    assert "đã tìm" not in phuc.page.text, "a legal officer reads refusals alone"


async def test_an_export_of_more_than_a_hundred_lines_asks_for_a_code(
    settings: Settings, readers: Readers, people: People
) -> None:
    await database.execute(
        "INSERT INTO access_log (officer_id, action) SELECT $1, 'inspection.page' FROM generate_series(1, 101)",
        people.dung.id,
    )
    khanh = await readers.of(people.khanh)
    await database.execute("UPDATE desk_sessions SET confirmed_until = NULL")
    codes = "SELECT count(*) FROM access_log WHERE action = 'step_up.code'"
    assert await khanh.look(f"{NEW}&officer=khanh") == 200
    assert await database.fetchval(codes) == 0
    file = await exports.taken(khanh, settings, "list=log&officer=dung", file="csv")
    assert await database.fetchval(codes) == 1, "his browser was asked for a code on the way"
    assert file.headings[:5] == ["Thời điểm", "Cán bộ", "Đơn vị", "Loại", "Nội dung"]
    assert len(file.rows) == 101
    assert file.rows[0][1:4] == ["Vũ Việt Dũng", "Đội Đà Nẵng thử", "Xem"]
    said = await database.fetchval(
        "SELECT detail::text FROM access_log WHERE action = 'list.taken'"
    )
    assert '"rows": "101"' in said

    giang = await readers.of(people.giang)
    assert await giang.look(NEW) == 403
