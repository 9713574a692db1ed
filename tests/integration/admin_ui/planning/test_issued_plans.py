"""An issued plan at the desk: sent out, published, amended with its reason, followed on board and calendar, ended."""

import re
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest

from backend.core import clock, database
from tests.integration.planning.test_items_carried_out import this_years
from tests.support import plans_made, scans
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.long


async def test_a_plan_is_submitted_approved_and_issued_with_the_scan_of_its_paper(
    readers: Readers, people: People
) -> None:
    team = people.chi.unit.unit_id
    plan_id = await plans_made.drafted(people.giang, [plans_made.item(team, "Cửa hàng Lan")])
    place = f"/desk/plans/{plan_id}"
    giang = await readers.of(people.giang)
    await giang.open(f"{place}/acts/submitted")
    assert await giang.press("/acts/submitted", note="Kính trình") == 422
    assert await giang.press("/acts/submitted", note="Kính trình", sure="yes") == 200
    assert "Đang trình phê duyệt" in giang.html
    assert 'id="approval"' in giang.html
    head = await plans_made.national_head(people)
    chief = await readers.of(head)
    await chief.open(place)
    await chief.follow("/approve")
    assert await chief.press("/approve", note="Đồng ý") == 200
    await giang.open(place)
    assert "Đã phê duyệt, chờ ban hành" in giang.html
    assert await giang.press("/papers/of/plan/", form="KH") == 200
    assert "/desk/papers/" in str(giang.page.url), "its paper is begun from its page"
    await giang.open(f"{place}/acts/issued")
    said = {
        "number": "07/KH-QLTT",
        "issued_on": clock.today().isoformat(),
        "signer_name": people.giang.full_name,
        "signer_title": "Chi cục trưởng",
        "sure": "yes",
    }
    assert await giang.press("/acts/issued", **said) == 409
    assert "bản quét" in giang.html, "an issued plan has its paper"
    form = giang.form("/acts/issued")
    for name, value in said.items():
        form.fill(name, value)
    await giang.send_file(form, "scan", "kh.pdf", scans.pdf())
    assert "07/KH-QLTT" in giang.html
    assert "Đã ban hành" in giang.html
    assert 'class="state">Đúng hạn<' in giang.html, "a limit that was met is not overdue"
    assert "Chưa đăng công khai" in giang.html
    an = await readers.of(people.an)
    await an.open(place)
    assert "Bạn chỉ thấy các cuộc kiểm tra của đơn vị mình" in an.html
    assert f"{place}/scan" not in an.html, "no link that is answered by nothing"
    assert await an.look(f"{place}/scan") == 404


async def test_an_issued_plan_is_published_sent_amended_and_ended(
    readers: Readers, people: People
) -> None:
    team = people.chi.unit.unit_id
    items = [plans_made.item(team, f"Cửa hàng {name}", 3) for name in ("Lan", "Mai")]
    plan_id = await plans_made.in_force(people, items)
    place = f"/desk/plans/{plan_id}"
    giang = await readers.of(people.giang)
    await giang.open(f"{place}/acts/published")
    where = "https://dms.example/ke-hoach"
    assert await giang.press("/acts/published", where=where, sure="yes") == 200
    assert where in giang.html
    await giang.open(f"{place}/acts/sent_out")
    assert await giang.press("/acts/sent_out", way="post") == 422
    assert "hãy đánh dấu ít nhất một mục" in giang.html
    form = giang.form("/acts/sent_out")
    form.fill("way", "post")
    name = re.search(r'name="to" value="([^"]+)"', giang.html)
    assert name is not None
    form.fill("to", name[1])
    assert await giang.try_submit(form) == 200
    assert "1 trong " in giang.html
    await giang.open(f"{place}/items/{items[0].item_id}/edit")
    assert await giang.press("/edit", "save", address="9 Hàng Gai", reason="") == 422
    assert await giang.press("/edit", "save", address="9 Hàng Gai", reason="Cơ sở dời đi") == 200
    assert "9 Hàng Gai" in giang.html
    await giang.open(f"{place}/changes")
    assert all(said in giang.html for said in ("Cơ sở dời đi", "sau ban hành", "9 Hàng Gai"))
    await giang.open(f"{place}/acts/ended")
    assert "Còn 2 cuộc chưa thực hiện" in giang.html
    assert await giang.press("/acts/ended", text="Báo cáo", sure="yes") == 409
    for one in items:
        await giang.open(f"{place}/items/{one.item_id}")
        assert await giang.press("/not_done", reason="?!") == 422
        assert ">\n?!</textarea>" in giang.html, "what was typed stays"
        assert await giang.press("/not_done", reason="Cơ sở ngừng kinh doanh") == 200
    await giang.open(f"{place}/acts/ended")
    assert "0 đã thực hiện; 2 không thực hiện" in giang.html
    assert await giang.press("/acts/ended", text="Kết quả thực hiện", sure="yes") == 200
    assert "Đã tổng kết" in giang.html
    assert "Kết quả thực hiện" in giang.html


async def test_each_number_of_calendar_and_board_opens_the_rows_behind_it(
    readers: Readers, people: People
) -> None:
    team, other = people.chi.unit.unit_id, people.em.unit.unit_id
    items = [
        *(plans_made.item(team, f"Cửa hàng {at}", 3) for at in range(3)),
        plans_made.item(other, "Cửa hàng khác", 5),
    ]
    await plans_made.in_force(people, items)
    year = plans_made.year()
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/plans/calendar?year={year}")
    found = re.findall(r'href="(/desk/plans/items\?[^"]+)">0/(\d+)</a>', giang.html)
    assert {int(count) for _, count in found} == {1, 3, 4}
    for href, count in found:
        await giang.open(href.replace("&amp;", "&"))
        assert f">{count} cuộc<" in giang.html, href
    await giang.open(f"/desk/plans/units?year={year}")
    assert ">4</a>" in giang.html
    await giang.open(f"/desk/plans/board?year={year}&month=3")
    assert "Cửa hàng 1" in giang.html
    assert "Cửa hàng khác" not in giang.html
    chi = await readers.of(people.chi)
    await chi.open(f"/desk/plans/board?year={year}")
    assert "Cửa hàng khác" not in chi.html, "of another team's items she sees none"


async def test_what_is_late_is_on_the_board_once_and_the_list_begins_with_the_latest_days(
    readers: Readers, people: People
) -> None:
    year, team = clock.today().year, people.chi.unit.unit_id
    over = max(clock.today() - timedelta(days=1), date(year, 1, 1))
    late = plans_made.item(team, "Cửa hàng chậm", 1)
    late = plans_made.changed(late, first_day=over, last_day=over)
    last = plans_made.item(team, "Cửa hàng sau", 1)
    last = plans_made.changed(last, first_day=date(year, 12, 31), last_day=date(year, 12, 31))
    await this_years(people, late, last)
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/plans/board?year={year}")
    assert giang.html.count('title="Cửa hàng chậm"') == 1
    assert ("1 quá hạn" in giang.html) is (over < clock.today())
    await giang.open("/desk/plans/items")
    assert giang.html.index("Cửa hàng sau") < giang.html.index("Cửa hàng chậm")
    await giang.open("/desk/plans/items?order=day")
    assert giang.html.index("Cửa hàng chậm") < giang.html.index("Cửa hàng sau")


async def test_at_the_nations_office_a_departments_line_counts_its_teams_and_stands_before_them(
    readers: Readers, people: People
) -> None:
    team, other = people.chi.unit.unit_id, people.em.unit.unit_id
    items = [plans_made.item(team, f"Cửa hàng {at}", 3) for at in range(3)]
    await plans_made.in_force(people, [*items, plans_made.item(other, "Cửa hàng khác", 5)])
    year = plans_made.year()
    khanh = await readers.of(people.khanh)
    await khanh.open(f"/desk/plans/calendar?year={year}")
    lines = re.findall(r'scope="row">([^<]+)</th>(.*?)</tr>', khanh.html, re.DOTALL)
    counted = [
        (name, re.findall(r'href="([^"]+)">0/(\d+)</a>', cells)[-1]) for name, cells in lines
    ]
    assert [int(of_year) for _, (_, of_year) in counted] == [4, 4, 3, 1]
    for name, (href, of_year) in counted:
        await khanh.open(href.replace("&amp;", "&"))
        assert f">{of_year} cuộc<" in khanh.html, name
    offered = re.findall(r'<option value="[^"]+"[^>]*>(\u2003*)([^<]+)</option>', khanh.html)
    named = {name: len(indent) for indent, name in offered}
    names = [name for name, _ in counted]
    assert [named[name] for name in names] == [0, 1, 2, 2]
    at = [name for _, name in offered].index(names[1])
    assert {name for _, name in offered[at + 1 : at + 3]} == set(names[2:])


async def test_an_item_becomes_the_draft_of_its_decision_in_one_step(
    readers: Readers, people: People
) -> None:
    team = people.chi.unit.unit_id
    item = plans_made.item(team, "Cửa hàng Lan", 3, leader_id=people.chi.id)
    plan_id = await plans_made.in_force(people, [item])
    chi = await readers.of(people.chi)
    place = f"/desk/plans/{plan_id}/items/{item.item_id}"
    await chi.open(place)
    assert f"{place}/decision" in chi.html
    await chi.open(f"{place}/decision")
    assert "Gợi ý người cho đoàn kiểm tra" in chi.html
    assert chi.form("/decision").find("proposal").value.startswith("Kế hoạch số 01/KH-QLTT ngày")
    assert chi.form("/decision").find("subject_name").value == "Cửa hàng Lan"
    status = await chi.press(
        "/decision",
        "save",
        member_ids=str(people.an.id),
        start_on=(clock.today() + timedelta(days=7)).isoformat(),
        no_conflict_declared="yes",
    )
    assert status == 200
    assert urlsplit(str(chi.page.url)).path.startswith("/desk/decisions/")
    order = await database.fetchval('SELECT "order" FROM decision_papers')
    assert str(item.item_id) in str(order)
