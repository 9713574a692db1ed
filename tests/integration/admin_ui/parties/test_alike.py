"""Two rows of one party at the desk: the list with reasons, the comparison, a merge by two people and back."""

import re
from typing import Any
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.core import database, keyset
from backend.core.database import transaction
from backend.parties import comparing, merging
from backend.parties import service as parties
from tests.integration.parties.test_merging import SHOP, TYPED, two
from tests.integration.parties.test_register_of_parties import corrected
from tests.support import factories
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


async def marks(desk: Desk, path: str) -> dict[str, str]:
    """What the page carries of both as they are shown."""
    html = (await desk.http.get(path)).text
    return dict(re.findall(r'name="(mark_[a-z]+)" value="([^"]+)"', html))


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
    chosen |= await marks(an, pair) | {"f_name": "other", "f_sign": "other"}
    said = await an.post(pair, step="ask", stays="one", reason="Cùng chủ", **chosen)
    assert said.status_code == 303, said.text
    own = (await an.http.get(pair)).text
    assert "Bạn đã đề nghị nên không tự xác nhận" in own
    assert 'value="confirm"' not in own
    binh = await Desk.of(app, people.binh, people)
    waits = (await binh.http.get(pair)).text
    assert "chờ người thứ hai xác nhận" in waits
    label = 'data-label="Sau khi gộp">'
    told = [cell.split("</td>")[0] for cell in waits.split(label)[1:]]
    one_id, other_id = (UUID(part) for part in pair.split("/")[-2:])
    async with transaction():
        latest = (await merging.compared(one_id, other_id, people.binh.actor())).latest
    assert latest is not None
    assert {latest.party.name, "Hương quán"} <= set(told), "what binh would confirm"
    merge = waits.split('name="merge" value="')[1].split('"')[0]
    assert (await an.post(pair, step="confirm", merge=merge)).status_code == 409
    assert (await binh.post(pair, step="confirm", merge=merge)).status_code == 303
    merged = (await binh.http.get(pair)).text
    assert "đã gộp vào" in merged
    assert "Tách lại như trước" in merged
    back = merged.split('data-label="Dòng ở lại, trước khi gộp">')[1:]
    assert latest.before.name in [cell.split("</td>")[0] for cell in back]
    stale = await an.post(pair, step="decline", merge="x", reason="Muộn")
    assert stale.status_code == 422
    assert "người khác vừa xử lý" in stale.text
    assert pair in (await an.http.get(f"{LIST}?show=merged")).text
    seen = merged.split('name="seen" value="')[1].split('"')[0]
    undone = await an.post(pair, step="undo", merge=merge, reason="Hai chủ khác nhau", seen=seen)
    assert undone.status_code == 303
    assert "Đã tách lại" in (await an.http.get(f"{pair}?done=undo")).text
    await an.close()
    await binh.close()


async def test_who_asks_for_what_was_corrected_meanwhile_is_shown_it_and_loses_nothing(
    app: Litestar, people: People, pair: str
) -> None:
    an = await Desk.of(app, people.an, people)
    shown = await marks(an, pair)
    chosen = {"f_sign": "other", "stays": "other", "reason": "Cùng một chủ"}
    one_id, other_id = (UUID(part) for part in pair.split("/")[-2:])
    async with transaction():
        seen = await merging.compared(one_id, other_id, people.em.actor())
    side = seen.one if seen.one.details.name == TYPED.name else seen.other
    renamed = msgspec.structs.replace(TYPED, note="Đổi chủ")
    await corrected(people.em, side.party.id, renamed, side.details)
    stale = await an.post(pair, step="ask", **chosen, **shown)
    assert stale.status_code == 409
    for words in ("vừa được sửa", "Đổi chủ", "Cùng một chủ", 'value="other" checked'):
        assert words in stale.text
    again = dict(re.findall(r'name="(mark_[a-z]+)" value="([^"]+)"', stale.text))
    assert (await an.post(pair, step="ask", **chosen, **again)).status_code == 303
    await an.close()


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


async def test_who_parts_two_reads_what_was_corrected_since_and_it_stays(
    app: Litestar, people: People, pair: str
) -> None:
    an, binh = await Desk.of(app, people.an, people), await Desk.of(app, people.binh, people)
    await an.post(pair, step="ask", stays="one", reason="Cùng chủ", **await marks(an, pair))
    waits = (await binh.http.get(pair)).text
    merge = waits.split('name="merge" value="')[1].split('"')[0]
    await binh.post(pair, step="confirm", merge=merge)
    before = (await an.http.get(pair)).text
    assert "đã được sửa sau khi gộp" not in before
    seen = before.split('name="seen" value="')[1].split('"')[0]
    one = UUID(pair.split("/")[-2])
    async with transaction():
        known = (await parties.merging.compared(one, UUID(pair[-36:]), people.an.actor())).one
    note = msgspec.structs.replace(known.details, note="Đã kiểm tra tại chỗ")
    await corrected(people.an, one, note, known.details)
    late = await an.post(pair, step="undo", merge=merge, reason="Hai chủ", seen=seen)
    assert late.status_code == 422
    assert "vừa được sửa" in late.text
    assert "Ghi chú: Đã kiểm tra tại chỗ" in late.text
    seen = late.text.split('name="seen" value="')[1].split('"')[0]
    undone = await an.post(pair, step="undo", merge=merge, reason="Hai chủ", seen=seen)
    assert undone.status_code == 303
    assert "Đã kiểm tra tại chỗ" in (await an.http.get(pair)).text
    await an.close()
    await binh.close()


async def test_a_merge_waits_in_the_work_of_those_who_may_confirm_it_and_of_no_others(
    app: Litestar, people: People, pair: str
) -> None:
    an, binh = await Desk.of(app, people.an, people), await Desk.of(app, people.binh, people)
    dung = await Desk.of(app, people.dung, people)
    wanted = "/desk/?kind=party_merge"
    sentence = "Đề nghị gộp hai dòng trong sổ"
    assert "Cùng chủ" not in (await binh.http.get(wanted)).text
    await an.post(pair, step="ask", stays="one", reason="Cùng chủ", **await marks(an, pair))
    work = (await binh.http.get(wanted)).text
    assert sentence in work
    one, other = pair.split("/")[-2:]
    address = f"{LIST}/{one}/{other}"
    assert address in work
    for nobody in (an, dung):
        assert address not in (await nobody.http.get(wanted)).text
    waits = (await binh.http.get(address)).text
    merge = waits.split('name="merge" value="')[1].split('"')[0]
    await binh.post(pair, step="confirm", merge=merge)
    assert address not in (await binh.http.get(wanted)).text
    for desk in (an, binh, dung):
        await desk.close()


async def test_the_notice_of_a_merge_leads_to_the_two_and_nobody_else_gets_there(
    app: Litestar, people: People, pair: str
) -> None:
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    await an.post(pair, step="ask", stays="one", reason="Cùng chủ", **await marks(an, pair))
    notices = (await giang.http.get("/desk/notices")).text
    assert "Đề nghị gộp chờ xác nhận" in notices
    assert "Cùng chủ" in notices
    [asked] = await database.fetch("SELECT ask_id FROM party_merges")
    address = f"{LIST}/merges/{asked['ask_id']}"
    assert f'href="{address}"' in notices
    opened = await giang.http.get(address, follow_redirects=True)
    assert opened.url.path == pair
    dung = await Desk.of(app, people.dung, people)
    assert (await dung.http.get(address)).status_code == 404
    for desk in (an, giang, dung):
        await desk.close()


async def test_the_page_of_a_merged_party_leads_to_the_one_that_stays(
    app: Litestar, people: People, pair: str
) -> None:
    an, binh = await Desk.of(app, people.an, people), await Desk.of(app, people.binh, people)
    one, other = pair.split("/")[-2:]
    goes = f"/desk/parties/register/{other}"
    sentence = "đã gộp vào"
    assert sentence not in (await an.http.get(goes)).text
    await an.post(pair, step="ask", stays="one", reason="Cùng chủ", **await marks(an, pair))
    waits = (await binh.http.get(pair)).text
    merge = waits.split('name="merge" value="')[1].split('"')[0]
    await binh.post(pair, step="confirm", merge=merge)
    page = (await an.http.get(goes)).text
    assert sentence in page
    assert f'href="/desk/parties/register/{one}"' in page
    assert sentence not in (await an.http.get(f"/desk/parties/register/{one}")).text
    await an.close()
    await binh.close()


async def merged(app: Litestar, people: People, pair: str) -> dict[str, str]:
    """Merge the two by two persons; return what the form that parts them carries."""
    an, binh = await Desk.of(app, people.an, people), await Desk.of(app, people.binh, people)
    await an.post(pair, step="ask", stays="one", reason="Cùng chủ", **await marks(an, pair))
    waits = (await binh.http.get(pair)).text
    merge = waits.split('name="merge" value="')[1].split('"')[0]
    await binh.post(pair, step="confirm", merge=merge)
    html = (await an.http.get(pair)).text
    seen = html.split('name="seen" value="')[1].split('"')[0]
    for desk in (an, binh):
        await desk.close()
    return {"step": "undo", "merge": merge, "seen": seen, "reason": "Hai chủ khác nhau"}


async def test_who_parts_two_gives_away_only_what_came_to_the_one_that_stays_since(
    app: Litestar, people: People, pair: str
) -> None:
    """A record that is given to another party leaves the story of the one that it names, of whichever unit it is."""
    before = await factories.decided(people)
    form = await merged(app, people, pair)
    one = UUID(pair.split("/")[-2])
    subject = factories.order(people.chi, []).subject
    since = await factories.decided(
        people, subject=msgspec.structs.replace(subject, subject_id=one)
    )
    an = await Desk.of(app, people.an, people)
    for wrong in (str(before.id), "no id", ""):
        refused = await an.post(pair, **form, of_other=wrong)
        assert refused.status_code == 422, wrong
        assert "không phải của dòng này" in refused.text
    assert await database.fetchval("SELECT count(*) FROM party_records_of_other") == 0
    assert (await an.post(pair, **form, of_other=str(since.id))).status_code == 303
    given = await database.fetch("SELECT record_id FROM party_records_of_other")
    assert [row["record_id"] for row in given] == [since.id]
    await an.close()


@pytest.mark.parametrize("weight", ["²", "101", "99999", "-1", "9" * 5000])
async def test_a_cursor_of_no_weight_that_two_can_have_is_none_of_the_list(
    app: Litestar, people: People, pair: str, weight: str
) -> None:
    an = await Desk.of(app, people.an, people)
    cursor = keyset.write(weight, *map(UUID, pair.split("/")[-2:]))
    assert (await an.http.get(LIST, params={"after": cursor})).status_code == 422
    await an.close()


async def test_an_address_that_says_something_unknown_was_done_shows_the_two(
    app: Litestar, people: People, pair: str
) -> None:
    an = await Desk.of(app, people.an, people)
    answer = await an.http.get(pair, params={"done": "x"})
    assert (answer.status_code, "notice good" in answer.text) == (200, False)
    await an.close()
