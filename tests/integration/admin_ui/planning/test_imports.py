"""A unit's Excel list becomes items of its plan: previewed, imported whole or not at all, by one officer."""

import asyncio
import io
import re
import time
import zipfile
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.planning.plans import judging
from backend.planning.plans import service as plans
from schemas.planning.acts import PlanGivenUp, PlanItem
from schemas.planning.words import PlanKind
from tests.support import exports, plans_made, workbooks
from tests.support.people import People
from tests.support.readers import Reader, Readers

_BOOK = "xl/workbook.xml"
HEADINGS = ["Tên cơ sở", "MST", "Địa chỉ", "Từ ngày", "Đến ngày", "Nội dung", "Đơn vị thực hiện"]


def row(name: str, **changes: str) -> list[str]:
    cells = {
        "name": name,
        "tax": "",
        "address": "12 phố Huế",
        "first": f"01/03/{plans_made.year()}",
        "last": f"31/03/{plans_made.year()}",
        "contents": "Niêm yết giá; Nguồn gốc hàng hóa",
        "unit": "",
    }
    return list((cells | changes).values())


async def upload(reader: Reader, plan_id: UUID, data: bytes, name: str = "ds.xlsx") -> str:
    """Upload a workbook; return the page that came."""
    await reader.open(f"/desk/plans/{plan_id}/import")
    form = reader.form(f"/{plan_id}/import")
    try:
        await reader.send_file(form, "file", name, data)
    except Exception:  # an error page is shown too
        return reader.html
    return reader.html


async def foreign(people: People, item: PlanItem) -> UUID:
    """Enter another agency's plan with one item, to compare with."""
    return await plans_made.drafted(
        people.giang,
        [plans_made.changed(item, unit_id=people.giang.unit.unit_id)],
        kind=PlanKind.FOREIGN,
        agency="Sở Y tế",
        number="12/KH-SYT",
        issued_on=clock.today(),
    )


async def count(plan_id: UUID) -> Any:
    return await database.fetchval("SELECT count(*) FROM plan_items WHERE plan_id = $1", plan_id)


async def test_a_list_with_a_wrong_row_brings_nothing_and_the_mended_one_brings_all(
    readers: Readers, people: People
) -> None:
    team = people.chi.unit.unit_id
    other = await foreign(people, plans_made.item(team, "Cửa hàng Sáu"))
    plan_id = await plans_made.drafted(people.chi)
    chi = await readers.of(people.chi)
    good = [row(f"Cửa hàng {name}") for name in ("Năm", "Sáu")]
    bad = row("Cửa hàng Bảy", first="31/02/2027", unit="Đội số 9")
    shown = await upload(chi, plan_id, await workbooks.book(HEADINGS, [*good, bad]))
    assert "3 dòng: 2 dòng đúng, 1 dòng sai" in shown
    assert all(said in shown for said in ("D4", "31/02/2027", "G4", "Đội số 9"))
    assert "Đối tượng đã có trong kế hoạch khác cùng năm (1)" in shown
    assert "12/KH-SYT" in shown, "the overlap is named by its number"
    assert "Nhập 2 cuộc" not in shown
    assert await count(plan_id) == 0
    shown = await upload(chi, plan_id, await workbooks.book(HEADINGS, good))
    assert "2 dòng: 2 dòng đúng, 0 dòng sai" in shown
    assert await count(plan_id) == 0
    preview = chi.page.url
    assert await chi.press("/import/") == 200
    assert "Đã nhập 2 cuộc kiểm tra" in chi.html
    assert await count(plan_id) == 2
    assert await chi.look(preview) == 200
    assert "Đã nhập 2 cuộc kiểm tra" in chi.html, "looking again imports nothing again"
    assert await count(plan_id) == 2
    await chi.open(f"/desk/plans/{plan_id}")
    assert "Cửa hàng Năm" in chi.html
    assert await count(other) == 1


async def test_an_upload_is_its_officers_alone_and_a_form_of_another_file_confirms_nothing(
    readers: Readers, people: People
) -> None:
    plan_id = await plans_made.drafted(people.chi)
    chi, giang = await readers.of(people.chi), await readers.of(people.giang)
    await upload(chi, plan_id, await workbooks.book(HEADINGS, [row("Cửa hàng Năm")]))
    preview = str(chi.page.url)
    assert await giang.look(preview) == 404
    form = chi.form("/import/")
    form.fill("sha256", "0" * 64)
    assert await chi.try_submit(form) == 409
    assert "Tệp đã xem trước không còn" in chi.html
    assert await count(plan_id) == 0
    an = await readers.of(people.em)
    assert await an.look(f"/desk/plans/{plan_id}/import") == 404


async def test_two_windows_confirm_once_and_the_same_list_does_not_come_in_again(
    readers: Readers, people: People
) -> None:
    plan_id = await plans_made.drafted(people.chi)
    first, second = await readers.of(people.chi), await readers.of(people.chi)
    data = await workbooks.book(HEADINGS, [row(f"Cửa hàng {n}") for n in range(3)])
    await upload(first, plan_id, data)
    await second.open(str(first.page.url))
    one, other = first.form("/import/"), second.form("/import/")
    answers = await asyncio.gather(first.try_submit(one), second.try_submit(other))
    assert sorted(answers) in ([200, 200], [200, 409])
    assert await count(plan_id) == 3
    for reader in (first, second):
        assert "Đã nhập 3 cuộc kiểm tra" in reader.html
    shown = await upload(first, plan_id, data)
    assert "3 dòng: 0 dòng đúng, 3 dòng sai" in shown
    assert "Đã có trong kế hoạch này" in shown


async def test_a_preview_of_a_plan_that_changed_meanwhile_brings_nothing(
    readers: Readers, people: People
) -> None:
    plan_id = await plans_made.drafted(people.chi)
    chi, other = await readers.of(people.chi), await readers.of(people.chi)
    await upload(chi, plan_id, await workbooks.book(HEADINGS, [row("Cửa hàng Năm")]))
    preview = str(chi.page.url)
    short = plans_made.head(people.chi, last_day=date(plans_made.year(), 3, 15))
    async with transaction():
        await plans.draft(short, people.chi.actor("desk"), plan_id)
    assert await chi.press("/import/") == 409, "the row ends on the 31st"
    assert "Ngoài thời kỳ của kế hoạch" in chi.html
    async with transaction():
        await plans.draft(plans_made.head(people.chi), people.chi.actor("desk"), plan_id)
    await chi.look(preview)
    confirming = chi.form("/import/")
    await plans_made.do(plan_id, PlanGivenUp(reason="Làm lại"), people.chi)
    assert await chi.try_submit(confirming) == 409
    assert "không còn sửa được" in chi.html
    assert "Nhập 1 cuộc" not in chi.html
    form = other.form("/desk/sign-out")
    assert await other.try_submit(form) == 200
    assert await other.look(preview) == 200
    assert "/desk/sign-in" in str(other.page.url), "what was uploaded is behind the session"
    assert await count(plan_id) == 0


async def test_marks_that_nobody_sees_are_left_out_and_a_formula_stays_text_when_it_leaves(
    readers: Readers, people: People, settings: Settings
) -> None:
    plan_id = await plans_made.drafted(people.chi)
    chi = await readers.of(people.chi)
    hidden = row("\u202eCửa hàng\u200b Năm\ufeff", tax="\u200b0101234567\u00a0")
    formula = row("=cmd|' /C calc'!A0", address="@SUM(1)")
    data = await workbooks.book(HEADINGS, [hidden, formula])
    held = zipfile.ZipFile(io.BytesIO(data))
    named = held.read(_BOOK).decode().replace('name="', 'name="&#x202e;', 1)
    nul = held.read(workbooks.SHEET).decode().replace(" Năm", " Năm_x0000_")
    data = workbooks.rebuilt(data, **{_BOOK: named, workbooks.SHEET: nul})
    shown = await upload(chi, plan_id, data)
    assert "2 dòng: 2 dòng đúng, 0 dòng sai" in shown
    assert "\u202e" not in shown, "nor in the sheet's name"
    assert await chi.press("/import/") == 200
    kept = await database.fetch(
        "SELECT subject_name, content #>> '{subject,tax_code}' AS tax FROM plan_items ORDER BY 1"
    )
    assert [tuple(one) for one in kept] == [
        ("=cmd|' /C calc'!A0", None),
        ("Cửa hàng Năm", "0101234567"),
    ]
    data = await exports.workbook(chi, settings, f"list=plan_items&plan={plan_id}")
    book = zipfile.ZipFile(io.BytesIO(data)).read(workbooks.SHEET).decode()
    assert "=cmd|" in book
    assert "<f>" not in book
    assert 't="inlineStr"' in book


@pytest.mark.long
async def test_a_list_as_long_as_a_plan_comes_in_and_a_longer_one_is_refused_with_the_limit(
    readers: Readers, people: People
) -> None:
    plan_id = await plans_made.drafted(people.chi)
    chi = await readers.of(people.chi)
    rows = [row(f"Cửa hàng {n}", address=f"{n} phố Huế") for n in range(judging.MOST + 1)]
    assert "hơn 2.000 dòng" in await upload(chi, plan_id, await workbooks.book(HEADINGS, rows))
    began = time.perf_counter()
    shown = await upload(chi, plan_id, await workbooks.book(HEADINGS, rows[:-1]))
    print(f"read and shown in {time.perf_counter() - began:.1f} s")
    assert "2.000 dòng: 2.000 dòng đúng, 0 dòng sai" in shown
    began = time.perf_counter()
    assert await chi.press("/import/") == 200
    print(f"brought in within {time.perf_counter() - began:.1f} s")
    assert "Đã nhập 2.000 cuộc kiểm tra" in chi.html
    assert await count(plan_id) == judging.MOST
    shown = await upload(chi, plan_id, await workbooks.book(HEADINGS, [row("Cửa hàng cuối")]))
    assert "còn nhận được 0" in shown or "0 cuộc" in shown
    assert "Nhập 1 cuộc" not in shown


@pytest.mark.long
async def test_a_list_that_was_taken_away_comes_in_again_as_it_was(
    readers: Readers, people: People, settings: Settings
) -> None:
    team = people.chi.unit.unit_id
    item = plans_made.item(team, "Cửa hàng Lan", leader_id=people.chi.id, note="Gần chợ")
    criterion = plans_made.item(
        team, "", subject=None, criterion="Cửa hàng xăng dầu ven quốc lộ", address=""
    )
    first = await plans_made.drafted(people.chi, [item, criterion])
    second = await plans_made.drafted(people.chi, title="Kế hoạch chép lại")
    chi = await readers.of(people.chi)
    shown = await upload(
        chi, second, await exports.workbook(chi, settings, f"list=plan_items&plan={first}")
    )
    assert "2 dòng: 2 dòng đúng, 0 dòng sai" in shown
    assert await chi.press("/import/") == 200
    kept = await database.fetch(
        "SELECT content - 'item_id' AS content FROM plan_items ORDER BY plan_id = $1 DESC, criterion",
        first,
    )
    assert [one["content"] for one in kept[:2]] == [one["content"] for one in kept[2:]]


@pytest.mark.long
async def test_a_file_that_is_no_workbook_says_why_and_the_template_is_recognised(
    readers: Readers, people: People
) -> None:
    plan_id = await plans_made.drafted(people.chi)
    chi = await readers.of(people.chi)
    assert "không phải bảng tính Excel" in await upload(chi, plan_id, b"%PDF-1.7", "a.xlsx")
    answer = await chi.fetch("/desk/plans/template.xlsx")
    assert answer.headers["content-type"].startswith("application/vnd.openxmlformats")
    shown = await upload(chi, plan_id, answer.content)
    assert "1 dòng" in re.sub(r"\s+", " ", shown)
