"""A sheet that names a former member is entered at the desk, and the clerk dispatches it."""

from datetime import timedelta

import pytest
from litestar import Litestar

from backend.core import database
from backend.core.settings import Settings
from tests.support import decision_papers, exports, scans
from tests.support.case_papers import today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")


async def test_a_signed_sheet_that_names_a_former_member_is_entered_and_goes_out(
    app: Litestar, people: People, settings: Settings
) -> None:
    document = await decision_papers.drafted(people)
    await decision_papers.signed(document, people.giang, None)
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.binh.id)
    place = f"/desk/decisions/{document}"
    head = await Desk.of(app, people.giang, people)
    assert (
        f"Tờ đã ký còn ghi tên {people.binh.full_name}"
        in (await head.http.get(f"{place}/scan")).text
    )
    sheet = {"scan": ("to.pdf", scans.pdf(1), "application/pdf")}
    form = {"csrf_token": await head.form_token()}
    unsaid = await head.http.post(f"{place}/scan", data=form, files=sheet)
    assert (unsaid.status_code, "đánh dấu ô xác nhận" in unsaid.text) == (409, True)
    form = {"csrf_token": await head.form_token(), "names_former": "yes"}
    done = await head.http.post(f"{place}/scan", data=form, files=sheet)
    assert done.status_code == 303, done.text
    shown = (await head.http.get(place)).text
    assert "Trên tờ còn ghi" in shown
    assert people.binh.full_name in shown
    inspection = await database.fetchval("SELECT id FROM inspections")
    story = (await head.http.get(f"/desk/inspections/{inspection}")).text
    assert "Trên tờ còn ghi" in story
    auditor = await Desk.of(app, people.khanh, people)
    assert "còn ghi tên người đã rời Đoàn" in (await auditor.http.get("/desk/exceptions")).text

    clerk = await Desk.of(app, people.nga, people)
    assert f"{place}/seal" not in (await clerk.http.get(place)).text, "its seal is ink"
    assert "đóng dấu mực" in (await clerk.http.get(f"{place}/seal")).text
    said = {
        "sent_on": today().isoformat(),
        "manner": "post",
        "recipients": "Công ty TNHH Thử Nghiệm Hoa Gạo\n\nUBND phường Thử",
        "copies": "2",
        "dispatch_note": "Bưu gửi RA123",
    }
    for wrong in (
        {"sent_on": "x"},
        {"sent_on": (today() + timedelta(days=1)).isoformat()},
        {"manner": "bồ câu"},
        {"recipients": " \n"},
        {"copies": "0"},
        {"copies": "010001"},
        {"dispatch_note": "a" * 501},
    ):
        answer = await clerk.post(f"{place}/dispatch", **(said | wrong))
        assert (answer.status_code, "Bưu gửi RA123" in answer.text or "note" in str(wrong)) == (
            422,
            True,
        ), wrong
    early = said | {"sent_on": (today() - timedelta(days=1)).isoformat()}
    refused = await clerk.post(f"{place}/dispatch", **early)
    assert (refused.status_code, "không được trước ngày" in refused.text) == (409, True)
    assert (await clerk.post(f"{place}/dispatch", **said)).status_code == 303
    shown = (await clerk.http.get(f"{place}?done=dispatched")).text
    assert "UBND phường Thử (Bưu gửi RA123)" in shown
    listed = (await clerk.http.get("/desk/outgoing?which=sent")).text
    assert place in listed
    table = await exports.taken_at(clerk, settings, list="outgoing")
    kept = table.column("Đơn vị, người nhận bản lưu")
    assert "Hồ sơ kiểm tra theo Quyết định số 01000001/QĐ-KT" in kept
    for desk in (head, auditor, clerk):
        await desk.close()
