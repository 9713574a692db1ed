"""What officers do with an information at the desk: verify, conclude, relate, count, and ask who informed."""

import re
from datetime import timedelta

import pytest

from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import RefusedAct
from backend.core.settings import Settings
from backend.intake.informations import registering
from backend.ledger import service as ledger
from schemas.casework.words import InformationSource
from schemas.core.ids import new_id
from schemas.intake import acts
from schemas.intake.acts import Order
from schemas.intake.words import Nature
from tests.support import exports
from tests.support import informations as made
from tests.support.informations import PLANTED
from tests.support.people import People, Person
from tests.support.readers import Readers


async def test_a_tip_is_verified_forwarded_and_told_in_its_timeline(
    readers: Readers, people: People
) -> None:
    done = await made.registered(people.an)
    one = f"/desk/informations/{done.id}"
    head = await readers.of(people.giang)
    await head.open(one)
    await head.follow("/acts/intake.assigned")
    assert await head.press("/acts/intake.assigned", instructions="Đến xem") == 422
    due = (clock.today() + timedelta(days=7)).isoformat()
    assert (
        await head.press("/acts/intake.assigned", officers=str(people.binh.id), due_on=due) == 200
    )
    assert "khoản 6 Điều 35 Thông tư 27/2020/TT-BCT" in head.page.text, "it has no decision"
    assert await head.press("/acts/intake.assigned", "sure") == 200
    assert "Giao Trần Thanh Bình thẩm tra, xác minh" in head.page.text
    assert f'class="button primary" href="{one}/acts/intake.verified"' in head.html, (
        "what it waits for"
    )

    binh = await readers.of(people.binh)
    await binh.open(one)
    assert await binh.look(f"{one}/acts/intake.forwarded") == 409, "the head's to decide"
    await binh.open(f"{one}/acts/intake.verified")
    found = {"result": "violation", "report": "Có bán rượu không nhãn."}
    assert await binh.press("/acts/intake.verified", **found) == 200
    assert "Xác minh xong: có vi phạm" in binh.page.text

    await head.open(f"{one}/acts/intake.forwarded")
    to = next(
        value
        for value, text in (
            head.form("/acts/intake.forwarded").find("to_unit_id") or _none()
        ).options
        if text == "Chi cục Đà Nẵng thử"
    )
    sent = {"to_unit_id": to, "reason": "Cơ sở ở Đà Nẵng."}
    assert await head.press("/acts/intake.forwarded", **sent) == 200
    assert "Xem lại trước khi ghi" in head.page.text
    assert await head.press("/acts/intake.forwarded", "sure") == 200
    assert "Chuyển đến Chi cục Đà Nẵng thử." in head.page.text
    ho = await readers.of(people.ho)
    await ho.open("/desk/informations")
    assert "Phản ánh một cơ sở bán rượu" in ho.page.text, "it is a record of theirs now"


def _none() -> None:
    raise AssertionError("no such field")


async def test_who_assigns_without_a_decision_may_say_why_and_is_not_warned_then(
    readers: Readers, people: People
) -> None:
    """Circular 27/2020 Art 35.6."""
    done = await made.registered(people.an)
    head = await readers.of(people.giang)
    place = f"/desk/informations/{done.id}/acts/intake.assigned"
    await head.open(place)
    said = {
        "officers": str(people.binh.id),
        "due_on": clock.today().isoformat(),
        "without_paper": "Giao gấp trong đêm",
    }
    assert await head.press(place, **said) == 200
    assert "chưa có quyết định: Giao gấp trong đêm" in head.page.text


async def test_a_head_who_takes_an_information_in_is_not_asked_to_report_it_to_himself(
    readers: Readers, people: People
) -> None:
    """Circular 27/2020 Art 9.1."""
    own, of_an = await made.registered(people.chi), await made.registered(people.an)
    head = await readers.of(people.chi)
    await head.open(f"/desk/informations/{of_an.id}")
    assert "/acts/intake.reported" in head.html
    await head.open(f"/desk/informations/{own.id}")
    assert "/acts/intake.reported" not in head.html
    with pytest.raises(RefusedAct):
        await claimed(people.an)


async def claimed(person: Person) -> None:
    """Register as the head without being it."""
    async with transaction():
        asked = made.asked()
        content = acts.Registered(
            number="TT-9",
            unit_id=person.actor("desk").unit.unit_id,
            nature=asked.nature,
            source=asked.source,
            channel=asked.channel,
            received_at=asked.received_at,
            matter=asked.matter,
            identity_known=False,
            informant_secret=True,
            wants_answer=True,
            sealed=[],
            named_officers=[],
            by_head=True,
        )
        outcome = await registering.register_part(new_id(), content, person.actor("desk"))
        ledger.unwrap(outcome)


async def test_a_denunciation_s_acceptance_is_told_at_the_desk(
    readers: Readers, people: People
) -> None:
    """Law on Denunciations Art 29.3."""
    done = await made.registered(people.an, nature=Nature.DENUNCIATION)
    one = f"/desk/informations/{done.id}"
    head = await readers.of(people.chi)
    await head.open(one)
    assert "Nếu tố cáo không thuộc thẩm quyền" in head.page.text, "Art 24.2"
    await head.follow("/acts/intake.accepted")
    assert await head.press("/acts/intake.accepted", resolver="Đội trưởng") == 200
    assert "Thông báo việc thụ lý cho người tố cáo" in head.page.text
    await head.follow("/acts/intake.acceptance_told")
    assert await head.press("/acts/intake.acceptance_told", means="letter") == 200
    assert "Báo việc thụ lý cho người tố cáo ngày" in head.page.text
    assert "/acts/intake.acceptance_told" not in head.html


async def test_a_denunciation_that_is_taken_back_is_decided_on_at_the_desk(
    readers: Readers, people: People
) -> None:
    """Law on Denunciations Art 33.3: with signs of a violation it goes on."""
    done = await made.registered(people.an, nature=Nature.DENUNCIATION)
    head = await readers.of(people.chi)
    await head.open(f"/desk/informations/{done.id}")
    await head.follow("/acts/intake.withdrawn")
    said = {"means": "letter", "reason": "Có đơn rút"}
    assert await head.press("/acts/intake.withdrawn", **said) == 200
    assert await head.press("/acts/intake.withdrawn", "sure") == 200
    assert "chờ quyết định" in head.page.text
    await head.follow("/acts/intake.withdrawal_decided")
    said = {"becomes": "ended", "reason": "Rút toàn bộ"}
    assert await head.press("/acts/intake.withdrawal_decided", **said) == 200
    assert await head.press("/acts/intake.withdrawal_decided", "sure") == 409
    assert "có chữ ký hoặc điểm chỉ" in head.page.text
    said = {"becomes": "signs", "reason": "Có dấu hiệu bán hàng cấm"}
    assert await head.press("/acts/intake.withdrawal_decided", **said) == 200
    assert await head.press("/acts/intake.withdrawal_decided", "sure") == 200
    assert "có dấu hiệu vi phạm pháp luật, vẫn giải quyết" in head.page.text
    assert "chờ quyết định" not in head.page.text


async def test_a_denunciation_is_suspended_goes_on_and_is_ended_at_the_desk(
    readers: Readers, people: People
) -> None:
    """Law on Denunciations Art 34.1, 34.2, 34.3.c, 34.4."""
    done = await made.registered(people.an, nature=Nature.DENUNCIATION)
    head = await readers.of(people.chi)
    await head.open(f"/desk/informations/{done.id}")
    await head.follow("/acts/intake.accepted")
    assert await head.press("/acts/intake.accepted", resolver="Đội trưởng") == 200
    assert "Giải quyết tố cáo (Điều 30 Luật Tố cáo)" in head.page.text
    await head.follow("/acts/intake.suspended")
    said = {
        "ground": "appraisal",
        "reason": "Đợi giám định lại mẫu rượu",
        "decision_number": "5/QĐ",
    }
    assert await head.press("/acts/intake.suspended", **said) == 200
    assert await head.press("/acts/intake.suspended", "sure") == 200
    assert "thời hạn giải quyết đứng yên" in head.page.text
    assert "Giải quyết tố cáo (Điều 30 Luật Tố cáo)" not in head.page.text
    assert "/acts/intake.resolved" not in head.html
    await head.follow("/acts/intake.suspension_told")
    assert await head.press("/acts/intake.suspension_told", means="letter") == 200
    await head.open("/desk/informations/denunciations")
    assert "Tạm đình chỉ" in head.page.text
    await head.open(f"/desk/informations/{done.id}")
    await head.follow("/acts/intake.resumed")
    assert await head.press("/acts/intake.resumed", reason="Đã có kết luận giám định") == 200
    assert "Giải quyết tố cáo (Điều 30 Luật Tố cáo)" in head.page.text
    await head.follow("/acts/intake.discontinued")
    said = {"ground": "decided", "reason": "Tòa án đã xét xử", "decision_number": "9/QĐ"}
    assert await head.press("/acts/intake.discontinued", **said) == 200
    assert await head.press("/acts/intake.discontinued", "sure") == 200
    assert "Đã đình chỉ" in head.page.text
    assert "đã có bản án, quyết định có hiệu lực, quyết định số 9/QĐ" in head.page.text


async def test_the_order_of_a_superior_is_corrected_at_the_desk(
    readers: Readers, people: People
) -> None:
    """The tick decides whether the result is reported within 2 working days (Circular 27/2020 Arts 13.4, 20.2)."""
    order = acts.Order(issued_by="Chi cục", number="7/CC", issued_on=clock.today())
    done = await made.registered(people.an, source=InformationSource.ORDER, order=order)
    desk = await readers.of(people.an)
    await desk.open(f"/desk/informations/{done.id}")
    assert "tại nhiều địa điểm" not in desk.page.text
    await desk.follow("/acts/intake.order_corrected")
    assert await desk.press("/acts/intake.order_corrected", reason="Đọc lại văn bản") == 409
    said = {"several_places": "yes", "reason": "Văn bản nêu ba cửa hàng"}
    assert await desk.press("/acts/intake.order_corrected", **said) == 200
    assert "tại nhiều địa điểm" in desk.page.text
    assert "Văn bản nêu ba cửa hàng" in desk.page.text


async def test_two_of_the_same_are_suggested_linked_merged_and_taken_apart(
    readers: Readers, people: People
) -> None:
    first = await made.registered(people.an)
    second = await made.registered(people.an)
    one = f"/desk/informations/{first.id}"
    team_head = await readers.of(people.chi)
    await team_head.open(one)
    assert "cùng số điện thoại báo" in team_head.page.text
    head = await readers.of(people.giang)
    await head.open(one)
    assert second.number in head.page.text
    assert "987" not in head.page.text.replace("0109998887", "")
    await head.follow(f"/link?information={second.id}")
    assert await head.press("/link", reason="Cùng cơ sở") == 200
    assert second.number in head.page.text
    await head.follow(f"/unlink/information/{second.id}")
    assert f"Liên kết với thông tin {second.number} không hiện nữa" in head.page.text
    assert await head.press("/unlink/", reason="Khác cơ sở") == 200
    assert "Chưa gắn với hồ sơ nào." in head.page.text
    await head.follow(f"/merge?into={second.id}")
    assert await head.press("/merge", reason="") == 422
    assert await head.press("/merge", reason="Cùng một việc") == 200
    assert "Đã gộp vào thông tin số" in head.page.text
    await head.open(f"{one}/acts/intake.unmerged")
    assert await head.press("/acts/intake.unmerged", reason="Hai cơ sở khác nhau") == 200
    assert await head.press("/acts/intake.unmerged", "sure") == 200
    await head.open(f"{one}/split")
    parts = {"part.0": "Bán rượu không nhãn.", "part.1": "Bán thuốc lá lậu.", "reason": "Hai việc"}
    assert await head.press("/split", **parts) == 200
    await head.open("/desk/informations/list?q=thuốc lá")
    assert "Bán thuốc lá lậu." in head.page.text
    numbers = re.findall(r'<td role="cell">([^<]+/TT-[^<]+)</td>', head.html)
    assert len(numbers) == len(set(numbers)) >= 1, "each row has its number in a cell of its own"


async def test_a_tip_that_turns_out_to_be_about_an_officer_leaves_his_unit(
    readers: Readers, people: People
) -> None:
    done = await made.registered(people.an)
    place = f"/desk/informations/{done.id}/acts/intake.classified"
    head = await readers.of(people.chi)
    await head.open(place)
    assert await head.press(place, "find", officer="Trần Thanh Bình") == 200
    said = {"reason": "Phản ánh công chức.", "named_officers": str(people.binh.id)}
    assert await head.press(place, **said) == 200
    assert await head.press(place, "sure") == 200
    assert "nay do đơn vị cấp trên xử lý" in head.page.text
    assert await head.look(f"/desk/informations/{done.id}") == 404
    above = await readers.of(people.giang)
    assert await above.look(f"/desk/informations/{done.id}") == 200


async def test_a_second_person_decides_who_outside_the_line_may_know_the_informant(
    readers: Readers, people: People
) -> None:
    done = await made.registered(people.nga, unit_id=people.an.actor("desk").unit.unit_id)
    one = f"/desk/informations/{done.id}"
    khanh = await readers.of(people.khanh)
    await khanh.open(one)
    await khanh.follow("/identity/ask")
    assert await khanh.press("/identity/ask", reason="") == 422
    assert await khanh.press("/identity/ask", reason="Kiểm tra nội bộ vụ việc lộ tin.") == 200
    assert await khanh.look(f"{one}/open/informant") == 403
    head = await readers.of(people.chi)
    await head.open(f"{one}/identity/{people.khanh.id}")
    assert "trong 24 giờ" in head.page.text
    assert await head.press("/grant") == 200
    await khanh.open(f"{one}/open/informant")
    assert await khanh.press("/open/informant") == 200
    assert "Quách Thị Mai Hoa" in khanh.page.text


async def test_each_number_of_the_figures_opens_its_rows_and_the_sheet_names_nobody(
    readers: Readers, people: People, settings: Settings
) -> None:
    for _ in range(2):
        await made.registered(people.an)
    desk = await readers.of(people.giang)
    await desk.open("/desk/informations/figures")
    [address, *_] = re.findall(r'href="(/desk/informations/list\?[^"]*alone=[^"]*)"', desk.html)
    await desk.open(address.replace("&amp;", "&"))
    assert "2 thông tin" in desk.page.text
    file = await exports.taken(desk, settings, "list=intake_figures")
    assert file.column("Đơn vị") == ["Đội số 1 thử"]
    assert file.column("Tiếp nhận") == [2.0]
    sheet = str((file.headings, file.rows, file.marks))
    assert "rượu" not in sheet
    assert not any(word in sheet for word in PLANTED)
    for page in ("list", "figures", "denunciations"):
        ends = f"/desk/informations/{page}?since=0001-01-01&until=9999-12-31"
        assert await desk.look(ends) in (200, 422), "a day without a next one is no fault of ours"
    assert await desk.look("/desk/log?since=0001-01-01&until=9999-12-31") != 500


async def test_a_case_and_its_information_lead_to_each_other_and_a_proposal_is_filled_in(
    readers: Readers, people: People
) -> None:
    done = await made.registered(
        people.an,
        source=InformationSource.ORDER,
        order=Order(issued_by="Chi cục", number="12/CĐ", issued_on=clock.today()),
    )
    one = f"/desk/informations/{done.id}"
    desk = await readers.of(people.an)
    await desk.open(one)
    await desk.follow(f"/desk/decisions/propose?information={done.id}")
    form = desk.form("/desk/decisions/propose")
    assert [item.value for item in form.controls if item.name == "subject_name"] == [
        "Hộ kinh doanh Minh Phát"
    ]
    assert not any(word in desk.html for word in PLANTED)
    await desk.open(f"/desk/cases/new/proposal?information={done.id}")
    proposal = {
        "party.kind": "household",
        "party.name": "Hộ kinh doanh Minh Phát",
        "party.address": "Số 5 phố Hàng Than",
        "contents": "Nguồn gốc hàng hóa",
    }
    assert await desk.press("/new/proposal", **proposal) == 200
    assert "Dựa trên thông tin số" in desk.page.text
    await desk.follow(one)
    assert "/desk/cases/" in desk.html.split('id="links"')[1]
    assert "Đã đề xuất kiểm tra" in desk.page.text


async def test_whom_a_tip_is_about_is_found_across_the_force_and_stays_named_after_another_change(
    readers: Readers, people: People
) -> None:
    """A change of its nature must not take the tip out of the protection of who told it (Law 25/2018 Art 47)."""
    done = await made.registered(people.an)
    place = f"/desk/informations/{done.id}/acts/intake.classified"
    head = await readers.of(people.giang)
    await head.open(place)
    assert await head.press(place, "find", officer="Vũ Việt Dũng") == 200
    said = {"reason": "Phản ánh công chức.", "named_officers": str(people.dung.id)}
    assert await head.press(place, **said) == 200
    assert await head.press(place, "sure") == 200
    assert await head.look(f"/desk/informations/{done.id}") == 404, "another department handles it"
    above = await readers.of(people.ho)
    await above.open(place)
    assert await above.press(place, nature="denunciation", reason="Có ký tên.") == 200
    assert await above.press(place, "sure") == 200
    assert people.dung.full_name in above.page.text
    team = await readers.of(people.duyen)
    assert await team.look(f"/desk/informations/{done.id}") == 404
