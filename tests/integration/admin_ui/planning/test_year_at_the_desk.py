"""A year of plans through the desk's own pages: the orientation, three teams' lists from Excel, one plan of the
department, approved, published and followed, two inspections not held, and the report at the end."""

import json
import re
from uuid import UUID

import pytest

from backend.core import clock, database
from tests.integration.admin_ui.planning.test_imports import HEADINGS, row, upload
from tests.integration.admin_ui.planning.test_plans import plan_of
from tests.integration.planning.test_played_year import drafter, third_team
from tests.support import factories, plans_made, scans, workbooks
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers

pytestmark = pytest.mark.long


async def begin(reader: Reader, kind: str, title: str, **more: str) -> UUID:
    """Fill the form of a plan's head as the circular asks (Circular 27/2020/TT-BCT Art 5.2)."""
    year = clock.today().year
    await reader.open(f"/desk/plans/new/{kind}")
    said = {
        "title": title,
        "year": str(year),
        "first_day": f"{year}-01-01",
        "last_day": f"{year}-11-14",
        "basis": "Pháp lệnh 11/2016/UBTVQH13",
        "aim": "Phát hiện, ngăn chặn vi phạm",
        "contents": "Kiểm tra nguồn gốc hàng hóa",
        "budget_note": "Kinh phí thường xuyên",
        "means": "Phương tiện của đơn vị",
        "reporting": "Báo cáo hằng tháng trước ngày 20",
    }
    form = reader.form("/plans/new/")
    tasks = dict.fromkeys(
        re.findall(r'name="(task_[^"]+)"', reader.html), "Kiểm tra cơ sở được giao"
    )
    for name, value in (said | tasks | more).items():
        form.fill(name, value)
    assert await reader.try_submit(form) == 200, reader.html[:2000]
    return plan_of(reader)


async def listed(reader: Reader, plan_id: UUID, team: int) -> None:
    """Bring seven subjects of a team in from its workbook, one for each month."""
    year = clock.today().year
    rows = [
        row(
            f"Cơ sở {team}.{at}",
            address=f"{at} phố số {team}",
            first=f"01/{at:02}/{year}",
            last=f"20/{at:02}/{year}",
        )
        for at in range(1, 8)
    ]
    shown = await upload(reader, plan_id, await workbooks.book(HEADINGS, rows))
    assert "7 dòng: 7 dòng đúng, 0 dòng sai" in shown
    assert await reader.press("/import/") == 200


async def act(reader: Reader, plan_id: UUID, name: str, **said: str) -> None:
    """Open the page of an act and press its button."""
    await reader.open(f"/desk/plans/{plan_id}/acts/{name}")
    if 'name="sure"' in reader.html:  # what cannot be undone has a box to tick
        said["sure"] = "yes"
    assert await reader.press(f"/acts/{name}", **said) == 200, reader.html


async def in_force(
    author: Reader, chief: Reader, plan_id: UUID, number: str, issuer: Reader, signer: Person
) -> None:
    """Submit a plan, have it approved, and issue it with the scan of its paper."""
    await act(author, plan_id, "submitted", note="Kính trình")
    await chief.open(f"/desk/plans/{plan_id}")
    await chief.follow("/approve")
    assert await chief.press("/approve", note="Đồng ý") == 200
    await issuer.open(f"/desk/plans/{plan_id}/acts/issued")
    form = issuer.form("/acts/issued")
    said = {
        "number": number,
        "issued_on": clock.today().isoformat(),
        "signer_name": signer.full_name,
        "signer_title": signer.title,
        "sure": "yes",
    }
    for name, value in said.items():
        form.fill(name, value)
    await issuer.send_file(form, "scan", "kh.pdf", scans.pdf())
    assert "Đã ban hành" in issuer.html


async def test_a_year_is_planned_followed_and_reported_at_the_desk(
    readers: Readers, people: People
) -> None:
    writer, head = await drafter(people), await plans_made.national_head(people)
    teams = [people.chi.unit.unit_id, people.em.unit.unit_id, await third_team(people)]
    chief, giang = await readers.of(head), await readers.of(people.giang)
    nation = await readers.of(writer)

    orientation = await begin(nation, "orientation", "Định hướng chương trình kiểm tra năm")
    await in_force(nation, chief, orientation, "01/ĐHKT", chief, head)
    an = await readers.of(people.an)
    await an.open("/desk/plans")
    assert "01/ĐHKT" in an.html

    chi = await readers.of(people.chi)
    below = []
    for number, (team, reader) in enumerate(zip(teams, (chi, giang, giang), strict=True), 1):
        plan_id = await begin(reader, "periodic", f"Kế hoạch Đội {number}", unit_id=str(team))
        await listed(reader, plan_id, number)
        await act(reader, plan_id, "sent_up", note="Kính gửi Chi cục")
        below.append(plan_id)

    whole = await begin(
        giang, "periodic", "Kế hoạch năm của Chi cục", unit_id=str(people.giang.unit.unit_id)
    )
    for one in below:
        await act(giang, one, "merged", into=str(whole))
    await giang.open(f"/desk/plans/{whole}/changes")
    assert giang.html.count("Cơ sở ") >= 21
    assert giang.html.count(">7 mục lấy từ đề xuất của") == 3, "each proposal is one row"
    await giang.open(f"/desk/plans/items?plan={whole}")
    assert ">21 cuộc<" in giang.html
    links = list(
        dict.fromkeys(re.findall(rf"/desk/plans/{whole}/items/[0-9a-f-]{{36}}", giang.html))
    )
    await giang.open(links[0])
    assert await giang.press("/remove", reason="Đã kiểm tra năm nay") == 200
    await in_force(giang, chief, whole, "12/KH-QLTT", giang, people.giang)
    nga = await readers.of(people.nga)
    await act(nga, whole, "published", where="https://dms.example/ke-hoach")

    ids = [UUID(one.rsplit("/", 1)[1]) for one in links[1:]]
    for item_id in ids[:18]:
        await factories.submitted(people, ground="planned", plan_item_id=item_id)
    await giang.open(f"/desk/plans/{whole}/acts/ended")
    assert "Còn 2 cuộc chưa thực hiện" in giang.html
    assert await giang.press("/acts/ended", text="Kết quả", sure="yes") == 409
    for item_id in ids[18:]:
        await giang.open(f"/desk/plans/{whole}/items/{item_id}")
        assert await giang.press("/not_done", reason="Cơ sở đã ngừng kinh doanh") == 200
    await giang.open(f"/desk/plans/units?year={clock.today().year}")
    assert ">18</a>" in giang.html
    await act(giang, whole, "ended", text="Hoàn thành 18 trên 20 cuộc kiểm tra")
    assert "Đã tổng kết" in giang.html
    assert await giang.press("/papers/of/plan/", form="BC-KH") == 200
    kept = await database.fetchval(
        "SELECT fields FROM record_papers WHERE record_id = $1 AND form = 'BC-KH'", whole
    )
    fields = json.loads(kept)
    assert (fields["planned"], fields["done"], fields["not_done"]) == (20, 18, 2)
    assert {one["reason"] for one in fields["undone"]} == {"Cơ sở đã ngừng kinh doanh"}
