"""A delegation can always be taken back, an entry that was struck out keeps no true one out, each act asks a code."""

from io import BytesIO

import pytest
from litestar import Litestar
from pypdf import PdfReader

from backend.core import database
from schemas.core.ids import new_id
from tests.integration.casework.issued_documents.test_delegations import entered, given
from tests.support.cases_made import in_days, today
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.readers import Readers, readers

__all__ = ["readers"]
pytestmark = pytest.mark.usefixtures("pool")


async def end_of(place: str) -> tuple[object, str]:
    row = await database.fetchrow(
        "SELECT ended_on, end_reason FROM delegations WHERE id = $1::uuid", place.rsplit("/", 1)[1]
    )
    return row["ended_on"], row["end_reason"]


async def test_one_whose_end_lies_ahead_is_taken_back_today_by_who_gave_it(
    app: Litestar, people: People, readers: Readers
) -> None:
    place = await given(app, people)
    nga, giang = await Desk.of(app, people.nga, people), await Desk.of(app, people.giang, people)
    far = await nga.post(
        f"{place}/end", ground="moved", on=in_days(300).isoformat(), reason="Theo kế hoạch"
    )
    assert far.status_code == 409, "whoever ends it so late keeps it open"
    assert (await end_of(place))[0] is None
    later = await nga.post(
        f"{place}/end", ground="moved", on=in_days(20).isoformat(), reason="Hết nhiệm kỳ"
    )
    assert later.status_code == 303
    page = await (await readers.of(people.giang)).open(place)
    assert "Nếu thu hồi sớm hơn" in page.text
    after = await giang.post(
        f"{place}/end", ground="moved", on=in_days(25).isoformat(), reason="Kéo dài"
    )
    assert after.status_code == 409
    assert "chỉ ghi được ngày sớm hơn" in after.text
    now = await giang.post(
        f"{place}/end", ground="moved", on=today().isoformat(), reason="Thu hồi ngay"
    )
    assert now.status_code == 303
    assert await end_of(place) == (today(), "Thu hồi ngay")
    page = await (await readers.of(people.giang)).open(place)
    assert "Chấm dứt việc giao quyền" not in page.text


async def test_one_that_begins_later_is_struck_out_before_it_begins(
    app: Litestar, people: People
) -> None:
    place = await given(app, people, valid_from=in_days(90).isoformat())
    giang = await Desk.of(app, people.giang, people)
    taken = await giang.post(
        f"{place}/end", ground="moved", on=today().isoformat(), reason="Thôi giao"
    )
    assert taken.status_code == 303


async def test_an_entry_that_was_struck_out_does_not_keep_the_true_one_out(
    app: Litestar, people: People
) -> None:
    nga, giang = await Desk.of(app, people.nga, people), await Desk.of(app, people.giang, people)
    place = (await entered(nga, people, kinds=["inspection"])).headers["location"].split("?")[0]
    again = await entered(nga, people)
    assert again.status_code == 409
    assert "chấm dứt mục đó rồi nhập lại" in again.text
    struck = await nga.post(
        f"{place}/end", ground="moved", on=today().isoformat(), reason="Nhập sai loại"
    )
    assert struck.status_code == 303
    right = await entered(nga, people)
    assert right.status_code == 303, right.text
    place_right = right.headers["location"].split("?")[0]
    assert (await giang.post(f"{place_right}/confirm")).status_code == 303
    assert (await giang.post(f"{place}/confirm")).status_code == 409, "what was struck out stays so"
    ended = await giang.post(
        f"{place_right}/end", ground="moved", on=today().isoformat(), reason="Thu hồi"
    )
    assert ended.status_code == 303
    assert (await entered(nga, people)).status_code == 409, "what was in force is not entered twice"


async def test_entering_and_ending_ask_for_a_code_once_the_session_s_confirmation_is_over(
    app: Litestar, people: People
) -> None:
    place = await given(app, people)
    nga = await Desk.of(app, people.nga, people)
    await database.execute("UPDATE desk_sessions SET confirmed_until = now() - interval '1 second'")
    before = await database.fetchval("SELECT count(*) FROM delegations")
    form = await nga.http.get("/desk/delegations/new")
    assert (form.status_code, form.headers["location"][:13]) == (303, "/desk/confirm")
    answer = await entered(nga, people, number=f"{new_id().hex[:6]}/QĐ-GQ")
    assert answer.status_code == 403
    assert "/desk/confirm" in answer.text
    assert await database.fetchval("SELECT count(*) FROM delegations") == before
    ended = await nga.post(f"{place}/end", ground="moved", on=today().isoformat(), reason="Thu hồi")
    assert (ended.status_code, (await end_of(place))[0]) == (403, None)


async def test_an_end_says_its_ground_and_a_revocation_names_its_decision(
    app: Litestar, people: People, readers: Readers
) -> None:
    """Decree 118/2021 Art 10; MQĐ37."""
    place = await given(app, people, content="Xử phạt và áp dụng các biện pháp tại Điều 119")
    giang, day = await Desk.of(app, people.giang, people), today().isoformat()
    page = await (await readers.of(people.giang)).open(place)
    assert "Xử phạt và áp dụng các biện pháp tại Điều 119" in page.text
    said = {"on": day, "reason": "Thu hồi"}
    assert (await giang.post(f"{place}/end", **said)).status_code == 422, "no ground"
    bare = await giang.post(f"{place}/end", ground="revoked", **said)
    assert bare.status_code == 409
    assert "MQĐ37" in bare.text
    moved = {"ground": "moved", "by_number": "7/QĐ-CDGQ", "by_decided_on": day}
    assert (await giang.post(f"{place}/end", **moved, **said)).status_code == 409
    named = {"ground": "revoked", "by_number": "7/QĐ-CDGQ", "by_decided_on": day}
    late = named | {"by_decided_on": in_days(1).isoformat()}
    assert (await giang.post(f"{place}/end", **late, **said)).status_code == 409
    assert (await giang.post(f"{place}/end", **named, **said)).status_code == 303
    page = await (await readers.of(people.giang)).open(place)
    assert "Cấp trưởng thu hồi bằng quyết định: 7/QĐ-CDGQ" in page.text


async def test_only_who_may_hold_persons_delegates_that(app: Litestar, people: People) -> None:
    """Law Art 123.1.g: a team head and the head of operations."""
    nga = await Desk.of(app, people.nga, people)
    refused = await entered(nga, people, kinds=["sanction", "custody"])
    assert refused.status_code == 409
    assert "Điều 123" in refused.text


async def test_the_decision_and_its_end_are_printed_to_be_signed_and_nothing_is_recorded(
    app: Litestar, people: People
) -> None:
    nga = await Desk.of(app, people.nga, people)
    typed = {
        "pair": f"{people.giang.id}:{people.hai.id}",
        "kinds": "sanction",
        "content": "Xử phạt và áp dụng các biện pháp tại Điều 119",
        "functions": "Quyết định số 1105/QĐ-UBND ngày 30 tháng 6 năm 2025",
        "valid_from": today().isoformat(),
        "valid_to": in_days(300).isoformat(),
    }
    given_paper = await nga.post("/desk/delegations/print", **typed)
    assert given_paper.status_code == 200, given_paper.text
    text = PdfReader(BytesIO(given_paper.content)).pages[0].extract_text()
    assert "QĐ-GQXP" in text
    assert "DỰ THẢO" not in text
    assert (await nga.post("/desk/delegations/print", **typed | {"pair": ""})).status_code == 422
    none = {name: value for name, value in typed.items() if name != "kinds"}
    assert (await nga.post("/desk/delegations/print", **none)).status_code == 422
    inspecting = await nga.post("/desk/delegations/print", **typed | {"kinds": "inspection"})
    assert inspecting.status_code == 200, inspecting.text
    said = " ".join(
        page.extract_text() for page in PdfReader(BytesIO(inspecting.content)).pages
    ).replace("\n", " ")
    for words in ("QĐ-GQ", "Pháp lệnh Quản lý thị trường", "Giao quyền thường xuyên", "Điều 119"):
        assert words in said, said
    assert "xử phạt vi phạm hành chính" not in said.split("QUYẾT ĐỊNH:")[0]
    assert await database.fetchval("SELECT count(*) FROM delegations") == 0
    place = await given(app, people)
    end = {"on": today().isoformat(), "reason": "Chuyển công tác", "functions": "Quyết định 1"}
    ended = await nga.post(f"{place}/print-end", **end)
    assert "QĐ-CDGQ" in PdfReader(BytesIO(ended.content)).pages[0].extract_text()
    assert (await end_of(place))[0] is None


async def test_a_head_of_a_team_delegates_the_power_to_hold_persons_with_a_reason_on_paper(
    app: Litestar, people: People
) -> None:
    """Law Art 123.2; form MQĐ36."""
    await database.execute(
        "UPDATE officer_positions SET title_vi = 'Phó Đội trưởng' WHERE officer_id = $1",
        people.binh.id,
    )
    nga = await Desk.of(app, people.nga, people)
    typed = {
        "pair": f"{people.chi.id}:{people.binh.id}",
        "kinds": "custody",
        "content": "Quyết định tạm giữ người theo thủ tục hành chính",
        "functions": "Quyết định số 1105/QĐ-UBND ngày 30 tháng 6 năm 2025",
        "valid_from": today().isoformat(),
    }
    bare = await nga.post("/desk/delegations/print", **typed)
    assert bare.status_code == 422
    assert "phải nêu lý do" in bare.text
    reason = {"reason": "Đội trưởng đi công tác dài ngày"}
    others = typed | reason | {"pair": f"{people.giang.id}:{people.hai.id}"}
    assert "mới giao được quyền này" in (await nga.post("/desk/delegations/print", **others)).text
    paper = await nga.post("/desk/delegations/print", **typed | reason)
    assert paper.status_code == 200, paper.text
    text = " ".join(
        page.extract_text() for page in PdfReader(BytesIO(paper.content)).pages
    ).replace("\n", " ")
    for words in ("QĐ-GQTG", "khoản 2 Điều 123", "2. Lý do giao quyền", reason["reason"]):
        assert words in text, text
    place = await given(app, people, pair=typed["pair"], kinds=["custody"])
    assert (await end_of(place))[0] is None
