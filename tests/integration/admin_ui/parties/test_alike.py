"""Two rows of one party at the desk: the list with reasons, the comparison, a merge by two people and back."""

from typing import Any

import pytest
from litestar import Litestar

from backend.parties import comparing
from tests.integration.parties.test_merging import SHOP, TYPED, two
from tests.support.doors import Desk
from tests.support.people import People

LIST = "/desk/parties/alike"


@pytest.fixture
async def pair(app: Litestar, people: People) -> str:
    """The address of a pair that was compared."""
    one, other = sorted(await two(people))
    await comparing.compare_waiting()
    return f"{LIST}/{one}/{other}"


async def post(desk: Desk, path: str, **fields: str) -> Any:
    return await desk.post(path, **fields)


async def test_the_list_says_why_and_leads_to_both_side_by_side(
    app: Litestar, people: People, pair: str
) -> None:
    an = await Desk.of(app, people.an, people)
    page = (await an.http.get(LIST)).text
    for words in (SHOP.name, TYPED.name, "cùng số điện thoại", "cùng địa chỉ", pair):
        assert words in page
    both = (await an.http.get(pair)).text
    for words in ("cùng tên", "Mã số thuế: 001185012345", "Hương quán", "Đề nghị gộp"):
        assert words in both
    english = (await an.http.get(pair, headers={"accept-language": "en"})).text
    assert "alike." not in english
    await an.close()
    dung = await Desk.of(app, people.dung, people)
    assert (await dung.http.get(pair)).status_code == 404
    assert SHOP.name not in (await dung.http.get(LIST)).text
    await dung.close()


async def test_one_asks_with_the_fields_chosen_and_another_confirms_and_undoes(
    app: Litestar, people: People, pair: str
) -> None:
    an = await Desk.of(app, people.an, people)
    empty = await an.post(pair, step="ask")
    assert empty.status_code == 422
    assert "Hãy chọn dòng ở lại sổ" in empty.text
    assert "Hãy ghi lý do" in empty.text
    chosen = {f"f_{name}": "both" for name in ("identifiers", "representatives", "phones")}
    said = await an.post(pair, step="ask", stays="one", reason="Cùng chủ", f_sign="other", **chosen)
    assert said.status_code == 303, said.text
    own = (await an.http.get(pair)).text
    assert "Bạn đã đề nghị nên không tự xác nhận" in own
    assert 'value="confirm"' not in own
    binh = await Desk.of(app, people.binh, people)
    waits = (await binh.http.get(pair)).text
    assert "chờ người thứ hai xác nhận" in waits
    merge = waits.split('name="merge" value="')[1].split('"')[0]
    assert (await an.post(pair, step="confirm", merge=merge)).status_code == 409
    assert (await binh.post(pair, step="confirm", merge=merge)).status_code == 303
    merged = (await binh.http.get(pair)).text
    assert "đã gộp vào" in merged
    assert "Tách lại như trước" in merged
    stale = await an.post(pair, step="decline", merge="x", reason="Muộn")
    assert stale.status_code == 422
    assert "người khác vừa xử lý" in stale.text
    assert pair in (await an.http.get(f"{LIST}?show=merged")).text
    undone = await an.post(pair, step="undo", merge=merge, reason="Hai chủ khác nhau")
    assert undone.status_code == 303
    assert "Đã tách lại" in (await an.http.get(f"{pair}?done=undo")).text
    await an.close()
    await binh.close()


async def test_two_are_told_apart_and_listed_so(app: Litestar, people: People, pair: str) -> None:
    an = await Desk.of(app, people.an, people)
    assert (await an.post(pair, step="apart", reason="Hai quầy")).status_code == 303
    assert pair not in (await an.http.get(LIST)).text
    assert "Hai quầy" in (await an.http.get(f"{LIST}?show=apart")).text
    assert (await an.post(pair, step="undo_apart", reason="Nhầm")).status_code == 303
    assert pair in (await an.http.get(LIST)).text
    await an.close()


async def test_an_auditor_reads_and_changes_nothing(
    app: Litestar, people: People, pair: str
) -> None:
    auditor = await Desk.of(app, people.khanh, people)
    page = (await auditor.http.get(pair)).text
    assert "cùng tên" in page
    assert "<button" not in page.split("<main", 1)[1].split("</main>", 1)[0]
    assert (await auditor.post(pair, step="apart", reason="Không")).status_code == 403
    await auditor.close()
