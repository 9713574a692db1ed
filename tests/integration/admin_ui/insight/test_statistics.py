"""Figures at the desk: each number opens the records behind it, beside another period, for whom they are."""

import re
from datetime import timedelta

import pytest

from admin_ui.insight.statistics.exporting import LISTS
from backend.core import clock, database
from backend.core.spreadsheets import Row
from backend.insight.figures import counting
from backend.ledger import sealer
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from tests.integration.casework.cases.test_life import delivered, paid
from tests.support import cases_made, informations
from tests.support.people import People, Person
from tests.support.readers import Readers


async def counted_case(people: People) -> str:
    """A case whose fine is partly paid, counted; its number."""
    case = await cases_made.sanctioned(people)
    await case.take(CaseAct.DECISION_DELIVERED, delivered(case), people.an)
    await case.take(CaseAct.PAYMENT_RECEIVED, paid(2_000_000), people.an)
    await sealer.seal_all()
    await counting.count_all()
    return str(case.id)


def _numbers(html: str, name: str) -> list[str]:
    """The values of the row of a figure, as they are written."""
    row = next(one for one in html.split('<tr role="row"') if f">{name}" in one)
    cells = re.findall(r'<td role="cell" class="figure"[^>]*>(.*?)</td>', row, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", one).strip() for one in cells]


async def test_a_head_reads_what_was_fined_and_paid_and_opens_the_records_behind(
    people: People, readers: Readers
) -> None:
    case_id = await counted_case(people)
    giang = await readers.of(people.giang)
    await giang.open("/desk/statistics?period=year")
    assert _numbers(giang.html, "Số quyết định xử phạt đã ban hành")[0] == "1"
    assert _numbers(giang.html, "Trong đó: tiền phạt")[0] == "2.000.000"
    behind = re.search(r'href="(/desk/statistics/behind\?figure=fines_collected[^"]*)"', giang.html)
    assert behind
    await giang.open(behind[1].replace("&amp;", "&"))
    assert f'href="/desk/cases/{case_id}"' in giang.html
    assert "2.000.000" in giang.html

    # Along units, fields and half months the same sum is found.
    for rows in ("unit", "field", "party", "half", "behaviour"):
        await giang.open(f"/desk/statistics?period=year&rows={rows}")
        assert "/desk/statistics/behind" in giang.html, rows
        assert giang.html.count('<svg class="chart') == 1, rows
        assert ("theo nửa tháng" in giang.html) == (rows == "half")
    # A year later it is what a year ago was, and opens too.
    until = clock.today() + timedelta(365)
    await giang.open(f"/desk/statistics?period=year&until={until}")
    now, before, _ = _numbers(giang.html, "Số quyết định xử phạt đã ban hành")
    assert (now, before) == ("0", "1")
    last_year = re.search(r'href="(/desk/statistics/behind\?figure=decisions[^"]*)"', giang.html)
    assert last_year
    await giang.open(last_year[1].replace("&amp;", "&"))
    assert f'href="/desk/cases/{case_id}"' in giang.html


async def test_another_department_sees_none_of_it_and_an_inspector_no_figures(
    people: People, readers: Readers
) -> None:
    case_id = await counted_case(people)
    ho = await readers.of(people.ho)
    theirs = people.giang.unit.unit_id
    await ho.open(f"/desk/statistics?period=year&unit={theirs}")
    assert _numbers(ho.html, "Số quyết định xử phạt đã ban hành")[0] == "0", "his own unit's"
    await ho.open(f"/desk/statistics/behind?figure=decisions&period=year&unit={theirs}")
    assert case_id not in ho.html
    an = await readers.of(people.an)
    assert await an.look("/desk/statistics") == 403
    assert await an.look("/desk/statistics/behind?figure=decisions") == 403


async def test_what_an_address_says_wrongly_is_as_if_it_said_nothing(
    people: People, readers: Readers
) -> None:
    giang = await readers.of(people.giang)
    for wrong in (
        "period=century&until=9999-12-31&since=0001-01-01&reading=x&compare=x&rows=x&group=x",
        "period=week&until=0001-01-01",
        "period=nine_months&until=2026-10-01&compare=before",
        "period=days&since=2100-12-31&until=2001-01-01&rows=half",
        "unit=%00&field=%27%3B--&party=x&behaviour=%3Cscript%3E%00" + "x" * 500,
    ):
        await giang.open(f"/desk/statistics?{wrong}")
        assert "<script>x" not in giang.html
        await giang.open(f"/desk/statistics/behind?figure=decisions&after=1.2.3.4&{wrong}")
    for mark in (f"9999-12-31.{new_id()}.1.1", f"2026-01-01.{new_id()}.{10**30}.{10**9}"):
        await giang.open(f"/desk/statistics/behind?figure=decisions&after={mark}")
    assert await giang.look("/desk/statistics/behind?figure=no_such") == 404
    # Whose figures they are is said where an address names a unit out of sight, and what alone is counted.
    await giang.open(f"/desk/statistics?unit={people.ho.unit.unit_id}&field=petrol&behaviour=x.1")
    assert "Đơn vị trong địa chỉ không có trong phạm vi của bạn" in giang.html
    assert "Chỉ tính lĩnh vực «" in giang.html
    assert "hành vi x.1" in giang.html
    assert "Không có việc nào khớp với lĩnh vực" in giang.html


@pytest.mark.long
async def test_the_records_behind_a_figure_tell_nobody_that_somebody_informed_of_them(
    people: People, readers: Readers
) -> None:
    """What is about an officer counts for the force alone. A line without a name would tell the officer there of it."""
    plain = await informations.registered(people.an)
    about = await informations.registered(people.oanh, named_officers=[people.khanh.id])
    await sealer.seal_all()
    await counting.count_all()
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'auditor')", people.lan.id
    )
    address = "/desk/statistics/behind?period=year&figure=informations"
    for who, seen in ((people.lan, {plain.id, about.id}), (people.khanh, {plain.id})):
        reader = await readers.of(who)
        await reader.open(address)
        found = re.findall(r'href="/desk/informations/([0-9a-f-]{36})"', reader.html)
        assert set(found) == {str(one) for one in seen}, who.username
        assert "ngoài phạm vi" not in reader.html
        assert "Chỉ liệt kê thông tin mà bạn được xem" in reader.html
    # Whether there is nothing at all, or nothing that the reader may see, is said in the same words.
    legal = await readers.of(people.phuc)
    for year in (1, 2):
        until = f"{clock.today().year - year + 1}-11-01"
        await legal.open(f"{address}&unit={people.an.unit.unit_id}&until={until}")
        assert "Không có hồ sơ nào mà bạn được xem." in legal.html
    file = await list_of(people.khanh, "behind", {"period": "year", "figure": "informations"})
    assert len(file) == 1


async def list_of(who: Person, name: str, query: dict[str, str]) -> list[Row]:
    """The rows of a list as its file has them."""
    found = next(one for one in LISTS if one.name == name)
    table = await found.opened(who.actor(), query, "vi")
    return [row async for page in table.pages() for row in page]
