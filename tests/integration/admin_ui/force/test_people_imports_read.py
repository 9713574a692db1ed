"""Reading a list of officers: what ends its worker, many decisions on which positions rest, and who read it."""

import html
import re
from datetime import timedelta
from uuid import UUID

import pytest

from backend import registry
from backend.core import clock, database
from backend.core.list_imports.uploads import MOST_ATTEMPTS
from backend.core.settings import Settings
from backend.force.accounts import first_letters
from backend.force.accounts import service as accounts
from backend.force.importing import service as importing
from deploy.demo.browser import UnexpectedPage
from tests.support import scans
from tests.support.people import People
from tests.support.people_lists import behind_the_acts, came, csv, read, row, uploaded
from tests.support.readers import Readers

registry.open_all()
_TODAY = clock.today()
DECIDED = {
    "begins": f"{_TODAY - timedelta(days=30):%d/%m/%Y}",
    "decided": f"{_TODAY - timedelta(days=30):%d/%m/%Y}",
    "title": "Phó Đội trưởng",
}


async def test_a_file_that_ended_every_worker_is_not_read_for_ever(
    readers: Readers, people: People, settings: Settings
) -> None:
    my = await readers.of(people.my)
    import_id = await uploaded(my, csv([row(1, "Phan Mới Một")]))
    await behind_the_acts(
        people, "UPDATE people_imports SET attempt = $2 WHERE id = $1", import_id, MOST_ATTEMPTS
    )
    shown = await read(settings, my, import_id)
    assert f"Đã thử đọc tệp {MOST_ATTEMPTS} lần" in shown
    assert "/desk/people/imports/new" in shown, "the way to another upload"
    again = await uploaded(my, csv([row(1, "Phan Mới Một")]))
    assert "1 dòng nhập được" in await read(settings, my, again), "it may be read by itself"


async def test_each_of_many_decisions_gets_its_scan_page_by_page_or_found_by_its_number(
    readers: Readers, people: People, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise positions of the last decisions never get their scans."""
    monkeypatch.setattr(importing, "PAGE", 2)
    my = await readers.of(people.my)
    names = ("Một", "Hai", "Ba", "Bốn", "Năm")
    rows = [
        row(n, f"Phan Mới {name}", decision=f"{n}/QĐ|A", **DECIDED)
        for n, name in enumerate(names, 1)
    ]
    import_id = await uploaded(my, csv(rows))
    shown = await read(settings, my, import_id)
    assert "5 dòng nhập được" in shown
    assert "5 quyết định, 5 chưa có bản quét" in shown
    seen = []
    for _ in range(3):
        seen += re.findall(r"<li>Số (\d)/QĐ\|A", my.html)
        if following := re.search(r'rel="next" href="([^"#]+)', my.html):
            await my.open(html.unescape(following[1]))
    assert seen == ["1", "2", "3", "4", "5"]
    await my.open(f"/desk/people/imports/{import_id}?number=4/q")
    assert re.findall(r"<li>Số (\d)/QĐ", my.html) == ["4"]
    decided = re.search(r'value="([\d-]+ 4/QĐ\|A)"', my.html)
    assert decided
    form = my.form("/decision")
    form.fill("decision", decided[1])
    with pytest.raises(UnexpectedPage, match="answered 422"):
        await my.send_file(form, "scan", "qd.pdf", b"no paper at all")
    assert re.findall(r"<li>Số (\d)/QĐ", my.html) == ["4"], (
        "a refused scan leaves the search as it was"
    )
    assert f'value="{decided[1]}" selected' in my.html
    await my.send_file(my.form("/decision"), "scan", "qd.pdf", scans.pdf())
    await my.open(f"/desk/people/imports/{import_id}")
    assert "5 quyết định, 4 chưa có bản quét" in my.html
    assert re.findall(r"<li>Số (\d)/QĐ", my.html) == ["1", "2"], "those without a scan first"
    await my.open(f"/desk/people/imports/{import_id}?number=99")
    assert "Không có quyết định nào có số như vậy" in my.html
    assert await my.look(f"/desk/people/imports/{import_id}?decisions=xyz") == 422


async def test_who_read_what_a_list_says_of_people_stands_in_the_log(
    readers: Readers, people: People, settings: Settings
) -> None:
    my, lan = await readers.of(people.my), await readers.of(people.lan)
    import_id = await uploaded(my, csv([row(1, "Phan Mới Một")]))
    assert await readings(import_id) == [], "there was nothing to read yet"
    await read(settings, my, import_id)
    assert await my.press("/begin") == 200
    await read(settings, my, import_id)
    await lan.open(f"/desk/people/imports/{import_id}")
    read_by = await readings(import_id)
    assert people.my.id in read_by
    assert read_by.count(people.lan.id) == 1
    auditor = await readers.of(people.khanh)
    await auditor.open("/desk/log")
    assert "đã xem danh sách công chức" in auditor.html


async def readings(import_id: UUID) -> list[UUID]:
    found = await database.fetch(
        "SELECT officer_id FROM access_log WHERE record_id = $1 AND action = 'people_import.page'",
        import_id,
    )
    return [one["officer_id"] for one in found]


async def test_who_is_to_become_a_head_by_a_file_gets_no_letter_before(
    readers: Readers, people: People, settings: Settings
) -> None:
    """The confirmation would take away what they signed in with. It holds while the scan is missing, too."""
    my = await readers.of(people.my)
    rows = [
        row(1, "Phan Mới Một", roles="Kiểm soát viên"),
        row(2, "Phan Mới Hai", roles="Kiểm soát viên, Người có thẩm quyền"),
        row(3, "Phan Mới Ba", decision="12/QĐ", **DECIDED),
    ]
    import_id = await uploaded(my, csv(rows))
    await read(settings, my, import_id)
    assert await my.press("/begin") == 200
    await read(settings, my, import_id)
    ids = {one["full_name"]: one["id"] for one in (await came(import_id)).values()}
    unit_id = people.units["0101"].unit_id

    async def with_letters() -> set[UUID]:
        found = await first_letters.page(people.my.actor(), unit_id, "")
        return {one.id for one in found.letters} & set(ids.values())

    assert await with_letters() == {ids["Phan Mới Một"]}
    for name in ("Phan Mới Hai", "Phan Mới Ba"):
        assert await accounts.enrolment_needs_second(people.my.actor(), ids[name]), name
    await behind_the_acts(people, "UPDATE people_asks SET state = 'declined', answered_at = now()")
    assert await with_letters() == {ids["Phan Mới Một"], ids["Phan Mới Hai"]}


async def test_who_confirms_is_told_of_a_file_until_all_that_it_asks_for_is_answered(
    readers: Readers, people: People, settings: Settings
) -> None:
    my, giang = await readers.of(people.my), await readers.of(people.giang)
    rows = [row(n, f"Phan Mới {name}", roles="Văn thư") for n, name in enumerate(("Một", "Hai"), 1)]
    import_id = await uploaded(my, csv(rows))
    await read(settings, my, import_id)
    assert await my.press("/begin") == 200
    await read(settings, my, import_id)
    asks = [one["id"] for one in await database.fetch("SELECT id FROM people_asks ORDER BY id")]
    assert len(asks) == 2
    open_after = [await told_and_open(people.giang.id)]
    for ask in asks:
        await giang.open(f"/desk/asks/{ask}")
        assert await giang.press("/decline", reason="Chưa có quyết định") == 200
        open_after.append(await told_and_open(people.giang.id))
    assert open_after == [1, 1, 0]


async def told_and_open(officer_id: UUID) -> int:
    found: int = await database.fetchval(
        """SELECT count(*) FROM notices WHERE officer_id = $1 AND text_key = 'ask.imported'
            AND settled_at IS NULL""",
        officer_id,
    )
    return found
