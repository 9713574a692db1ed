"""A report is begun, stated, written, sent, taken, sent back and corrected by forms, without a script."""

import re
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import pytest

from backend.core import clock, database
from backend.insight.reports import service
from schemas.approvals.submissions import Comment, SubmissionReturned
from tests.support import reports_made
from tests.support.people import People
from tests.support.readers import Reader, Readers
from tests.support.submitted import answer, of_record

pytestmark = pytest.mark.long
LIST = "/desk/reports"


def report_of(reader: Reader) -> UUID:
    found = re.search(r"/desk/reports/([0-9a-f-]{36})", urlsplit(str(reader.page.url)).path)
    assert found is not None
    return UUID(found[1])


async def begun(reader: Reader) -> UUID:
    """Begin the thematic report by its form."""
    first, last = reports_made.days()
    await reader.open(f"{LIST}/new")
    said: dict[str, Any] = {
        "definition": reports_made.CODE,
        "first": first.isoformat(),
        "last": last.isoformat(),
    }
    assert await reader.press("/reports/new", **said) == 200
    return report_of(reader)


async def test_a_thematic_report_goes_from_its_form_to_the_unit_above_and_back(
    readers: Readers, people: People
) -> None:
    await reports_made.defined(people)
    chi = await readers.of(people.chi)
    await chi.open(LIST)
    assert "Không có báo cáo nào." in chi.html
    await chi.open(f"{LIST}/new")
    wrong = {"definition": reports_made.CODE, "first": "2026-05-02", "last": "2026-05-01"}
    assert await chi.press("/reports/new", **wrong) == 422
    assert "«Đến ngày» không được trước «Từ ngày»." in chi.html
    report_id = await begun(chi)
    place = f"{LIST}/{report_id}"
    assert "phần «Tình hình»" in chi.html, "what is missing is said"
    assert f"{place}/acts/sent_up" not in chi.html, "what lacks something is not offered to be sent"
    assert await begun(chi) == report_id, "begun again, the same report opens"

    await chi.open(f"{place}/values/{reports_made.RESULTS}/0")
    assert await chi.press(f"/values/{reports_made.RESULTS}/0", v0="mười") == 422
    assert "phải là số nguyên" in chi.html
    assert await chi.press(f"/values/{reports_made.RESULTS}/0", v0="1.200") == 422
    assert "Nêu lý do" in chi.html
    stated = {"v0": "1.200", "reason": "Sổ tay của Đội"}
    assert await chi.press(f"/values/{reports_made.RESULTS}/0", **stated) == 200
    assert "Lê Linh Chi ghi, thay cho số đếm được 0" in chi.html
    assert "Sổ tay của Đội" in chi.html

    book = await chi.fetch(f"{place}/xlsx")
    assert (book.status_code, book.content[:2]) == (200, b"PK")
    await chi.open(f"{place}/texts")
    assert await chi.press("/texts", text_situation="Giá ổn định.\nHàng dồi dào.") == 200
    assert "Hàng dồi dào." in chi.html
    await chi.open(f"{place}/acts/sent_up")
    assert await chi.press("/acts/sent_up") == 422
    assert "Hãy đánh dấu xác nhận" in chi.html
    assert await chi.press("/acts/sent_up", sure="yes") == 200
    assert "Đã ghi nhận: Gửi cấp trên." in chi.html
    assert f"{place}/texts" not in chi.html, "what was sent is closed"

    giang = await readers.of(people.giang)
    await giang.open(f"{place}/acts/sent_back")
    assert await giang.press("/acts/sent_back", reason="Thiếu số vụ của tuần cuối") == 200
    await chi.open(place)
    assert "Thiếu số vụ của tuần cuối" in chi.html
    await chi.open(f"{place}/acts/sent_up")
    assert await chi.press("/acts/sent_up", sure="yes") == 200
    own = await begun(giang)
    await giang.open(f"{LIST}/{own}/below")
    assert "Đội số 2 thử" in giang.html
    assert await giang.press(f"/{own}/below") == 200
    assert "Khi đó chưa gửi: Đội số 2 thử." in giang.html
    await giang.open(f"{LIST}/{own}/below")
    assert "+1.200" in giang.html, "what was sent differs from what was counted"

    await chi.open(f"{place}/acts/corrected")
    assert await chi.press("/acts/corrected", reason="Thêm hai vụ") == 200
    fresh = report_of(chi)
    await chi.open(f"{LIST}/{fresh}/values/{reports_made.RESULTS}/0")
    more = {"v0": "1.202", "reason": "Sổ tay của Đội"}
    assert await chi.press(f"/values/{reports_made.RESULTS}/0", **more) == 200
    await chi.open(f"{LIST}/{fresh}/changes")
    assert "1.200" in chi.html
    assert "1.202" in chi.html
    await chi.open(f"{LIST}/{fresh}/acts/sent_up")
    assert await chi.press("/acts/sent_up", sure="yes") == 200
    await giang.open(place)
    assert "Báo cáo này đã được sửa." in giang.html
    await giang.open(f"{LIST}/{own}")
    assert "Đơn vị đã gửi bản khác sau khi tổng hợp" in giang.html


async def test_a_late_units_report_is_taken_over_by_a_form_and_listed_for_auditors(
    readers: Readers, people: People
) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.chi)
    place = f"{LIST}/{report_id}"
    giang, khanh = await readers.of(people.giang), await readers.of(people.khanh)
    await giang.open(place)
    assert "/acts/taken_over" not in giang.html, "the unit works and is in time"
    await database.execute(
        "UPDATE reports SET due_on = $2, begun_at = begun_at - interval '30 days' WHERE id = $1",
        report_id,
        clock.today() - timedelta(days=1),
    )
    await giang.open(f"{place}/acts/taken_over")
    assert "Đơn vị đã quá hạn gửi." in giang.html
    assert await giang.press("/acts/taken_over", reason="Đội không gửi") == 422
    assert await giang.press("/acts/taken_over", reason="Đội không gửi", sure="yes") == 200
    assert "Cấp trên làm thay đơn vị" in giang.html
    await giang.open(f"{place}/acts/sent_up")
    assert await giang.press("/acts/sent_up", late="Đội chậm", sure="yes") == 200
    assert f"{place}/acts/sent_back" not in giang.html, "who made it does not judge it"
    await khanh.open(f"{LIST}?behalf=yes")
    assert str(report_id) in khanh.html
    assert "làm thay" in khanh.html
    await khanh.open(place)
    assert people.giang.full_name in khanh.html
    assert "Đội không gửi" in khanh.html


async def test_a_head_leaves_a_unit_out_by_a_form_and_the_reason_stands_in_the_report(
    readers: Readers, people: People
) -> None:
    await reports_made.defined(people)
    own = await reports_made.written(people.giang)
    giang = await readers.of(people.giang)
    place = f"{LIST}/{own}"
    team = people.chi.unit.unit_id
    await giang.open(f"{place}/below")
    assert f"{place}/acts/unit_left_out?unit={team}" in giang.html
    await giang.open(f"{place}/acts/unit_left_out?unit={team}")
    assert "Đội số 1 thử" in giang.html
    assert await giang.press("/acts/unit_left_out", reason="") == 422
    assert "Đội số 1 thử" in giang.html, "it is asked again about the same unit"
    assert await giang.press("/acts/unit_left_out", reason="Đội mất liên lạc") == 200
    assert "Đội mất liên lạc" in giang.html
    for wrong in ("", "x", str(people.dung.unit.unit_id)):
        assert await giang.look(f"{place}/acts/unit_left_out?unit={wrong}") == 200


async def test_a_submitted_report_shows_for_whom_it_waits_and_why_it_came_back(
    readers: Readers, people: People
) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.an)
    place = f"{LIST}/{report_id}"
    an, chi = await readers.of(people.an), await readers.of(people.chi)
    await an.open(f"{place}/acts/submitted")
    assert await an.press("/acts/submitted", sure="yes", note="Kính trình") == 200
    assert people.chi.full_name in an.html, "the head's signature is the decision"
    await chi.open(place)
    assert "Kính trình" in chi.html
    [one] = await of_record(report_id)
    comments = [Comment(at="/texts/situation", text="Thiếu số liệu chợ")]
    await answer(one, SubmissionReturned(shown=one.shown, comments=comments), people.chi)
    await an.open(place)
    assert "Thiếu số liệu chợ" in an.html


async def test_two_who_write_at_one_report_do_not_write_over_each_other(
    readers: Readers, people: People
) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.chi, text="Bản đầu")
    chi, an = await readers.of(people.chi), await readers.of(people.an)
    place = f"{LIST}/{report_id}/texts"
    await chi.open(place)
    await an.open(place)
    assert await an.press("/texts", text_proposals="Của An") == 200
    assert await chi.press("/texts", text_situation="Của Chi") == 200, "another part is no matter"
    assert "Của An" in chi.html
    await chi.open(place)
    await an.open(place)
    assert await an.press("/texts", text_situation="An sửa", text_proposals="An thêm") == 200
    assert await chi.press("/texts", text_situation="Chi sửa") == 409
    assert "Chi sửa" in chi.html, "what was typed is there"
    assert "An thêm" in chi.html, "and what a colleague wrote elsewhere"
    assert await chi.press("/texts") == 200
    assert "Chi sửa" in chi.html
    assert "An thêm" in chi.html


async def test_what_was_filled_again_meanwhile_is_looked_at_before_it_is_stated(
    readers: Readers, people: People
) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.chi)
    chi = await readers.of(people.chi)
    await chi.open(f"{LIST}/{report_id}/values/{reports_made.RESULTS}/0")
    await database.execute("UPDATE figure_progress SET through = through + 1")
    await reports_made.done(service.fill(report_id, people.chi.actor("desk")))
    row = f"/values/{reports_made.RESULTS}/0"
    assert await chi.press(row, v0="5", reason="Sổ tay") == 409
    assert "vừa được tổng hợp lại" in chi.html
    assert await chi.press(row) == 200
    assert "Sổ tay" in chi.html


async def test_a_text_or_reason_that_is_too_long_is_told_and_stays_in_the_form(
    readers: Readers, people: People
) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.chi)
    chi = await readers.of(people.chi)
    await chi.open(f"{LIST}/{report_id}/texts")
    assert await chi.press("/texts", text_situation="Đ" * 5001) == 422
    assert "Nhiều nhất 5000 ký tự." in chi.html
    assert "Đ" * 5001 in chi.html
    assert await chi.press("/texts", text_situation="Đ" * 5000) == 200
    row = f"/values/{reports_made.RESULTS}/0"
    await chi.open(f"{LIST}/{report_id}{row}")
    assert await chi.press(row, v0="5", reason="x" * 2001) == 422
    assert "Nhiều nhất 2000 ký tự." in chi.html
    assert await chi.press(row, v0="5", reason="x" * 2000) == 200


async def test_others_find_no_report_and_what_was_typed_in_an_address_is_no_fault(
    readers: Readers, people: People
) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.chi, text="<script>alert(1)</script>")
    place = f"{LIST}/{report_id}"
    ho = await readers.of(people.ho)
    for rest in ("", "/texts", "/changes", "/below", "/acts/sent_back", "/values/results/0"):
        assert await ho.look(f"{place}{rest}") == 404
    phuc = await readers.of(people.phuc)
    assert await phuc.look(place) == 200
    assert "<script>alert" not in phuc.html
    assert "&lt;script&gt;alert" in phuc.html
    assert f"{place}/texts" not in phuc.html, "the legal department reads"
    assert await phuc.look(f"{place}/texts") == 200
    assert "text_situation" not in phuc.html
    giang = await readers.of(people.giang)
    for asked in (
        "?day=31/02/2026&state=x&unit=1&definition=?",
        "?late=yes&day=2026-13-01",
        f"?unit={uuid4()}",
        "?day=9999-12-31",
    ):
        assert await giang.look(f"{LIST}{asked}") == 200
        assert await giang.look(f"{LIST}/units{asked}") == 200
    assert await giang.look(f"{LIST}?after=x") == 422
    for last in ("9999-12-31", "0001-01-01"):
        await giang.open(f"{LIST}/new")
        said = {"definition": reports_made.CODE, "first": "0001-01-01", "last": last}
        assert await giang.press("/reports/new", **said) in (409, 422)
        said = {"definition": "monthly", "last": last}
        assert await giang.press("/reports/new", **said) in (409, 422)
    chi = await readers.of(people.chi)
    for rest in ("/values/results/99", "/values/nothing/0", "/acts/nothing", "/values/results/-1"):
        assert await chi.look(f"{place}{rest}") == 404, rest
    assert await giang.look(f"{place}/changes") == 404, "it corrects nothing"


async def test_the_list_is_narrowed_in_the_address(readers: Readers, people: People) -> None:
    await reports_made.defined(people)
    older = await reports_made.written(people.chi, back=60)
    newer = await reports_made.written(people.chi)
    giang = await readers.of(people.giang)
    day = reports_made.days(60)[1]
    await giang.open(f"{LIST}?day={day}")
    assert str(older) in giang.html
    assert str(newer) not in giang.html
    await giang.open(f"{LIST}?state=sent_up")
    assert "Không có dòng nào khớp" in giang.html
    due = clock.today() - timedelta(days=20)
    await database.execute("UPDATE reports SET due_on = $2 WHERE id = $1", older, due)
    await giang.open(f"{LIST}?late=yes")
    assert str(older) not in giang.html, "it was due before the first report began here"
    await database.execute(
        "UPDATE reports SET begun_at = begun_at - interval '30 days' WHERE id = $1", older
    )
    await giang.open(f"{LIST}?late=yes")
    assert str(older) in giang.html
    assert str(newer) not in giang.html
    assert "quá hạn" in giang.html
