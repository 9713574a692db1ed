"""Papers of an information: begun from its page, filled with its number, and with nobody's name."""

from backend.core import database
from tests.support import informations, scans
from tests.support.people import People
from tests.support.readers import Readers


async def test_a_notice_to_the_informant_begins_on_the_information_s_page_and_names_nobody(
    people: People, readers: Readers
) -> None:
    done = await informations.registered(people.nga)
    head = await readers.of(people.giang)
    page = f"/desk/informations/{done.id}"
    await head.open(page)
    assert await head.press("/desk/papers/of/information/", None, form="TB") == 200
    assert "Đã lập dự thảo" in head.page.text
    line = f"Người cung cấp thông tin (số tiếp nhận {done.number})"
    assert line in head.page.text
    filled = {"/matter": "Bán rượu không nhãn", "/result": "Không phát hiện hành vi vi phạm."}
    assert await head.press("/desk/papers/", "final", **filled) == 200
    paper = head.page.url.partition("?")[0].partition("testserver.local")[2]
    form = head.form(f"{paper}/sign")
    assert await head.try_submit(form, next(b for b in form.buttons if b.name == "by_hand")) == 200
    await head.open(f"{paper}/scan")
    await head.send_file(head.form("/scan"), "scan", "to.pdf", scans.pdf())
    await head.open(page)
    assert "01000001/TB" in head.page.text
    clerk = await readers.of(people.nga)
    await clerk.open(f"{paper}/dispatch")
    assert await clerk.press("/dispatch", None, recipients="Bà Quách Thị Mai Hoa") == 409
    assert await clerk.press("/dispatch", None, recipients=line) == 200
    told = await database.fetch("SELECT act FROM ledger_entries")
    assert not [row for row in told for word in informations.PLANTED if word in row["act"]]
