"""An information is registered at the desk, and what tells who informed is found on no page but the opened one."""

import re
from uuid import UUID

import pytest

from backend.core import database
from tests.support import scans
from tests.support.informations import ACCOUNT, PLANTED
from tests.support.people import People
from tests.support.readers import Reader, Readers

NEW = "/desk/informations/new"
TYPED = {
    "source": "tip",
    "account": ACCOUNT,
    "informant.name": "Quách Thị Mai Hoa",
    "informant.phone": "0987 654 321",
    "informant.email": "hoa.quach@example.vn",
    "informant.address": "12 ngõ Giếng Mứt, Hà Nội",
    "summary": "Phản ánh một cơ sở bán rượu không nhãn.",
    "suspects.0.name": "Hộ kinh doanh Minh Phát",
    "place": "Số 5 phố Hàng Than",
    "about_officer": "no",
}


async def registered(desk: Reader, **changed: str) -> UUID:
    """Register it at the desk; the record's id."""
    await desk.open(NEW)
    assert await desk.press(NEW, **TYPED | changed) == 200, desk.page.text[:600]
    return UUID(desk.page.url.split("/desk/informations/")[1][:36])


def says_nothing(html: str) -> bool:
    """Whether no planted word of the informant is in it."""
    return not any(word in html for word in PLANTED)


async def test_a_tip_is_registered_during_the_call_and_nothing_typed_is_lost(
    readers: Readers, people: People
) -> None:
    desk = await readers.of(people.an)
    await desk.open(NEW)
    assert "căn cứ để ban hành quyết định kiểm tra đột xuất" in desk.page.text, "what a. means"
    names = r'name="(?:suspects\.0\.name|order\.issued_by)"[^>]*maxlength="([0-9]+)"'
    assert re.findall(names, desk.html) == ["200", "200"], "as many letters as a name may have"
    assert await desk.press(NEW, **TYPED | {"summary": "", "about_officer": ""}) == 422
    assert "Hãy điền «Tóm tắt để xử lý»." in desk.page.text
    assert "Cần trả lời: tin có phản ánh công chức không." in desk.page.text
    form = desk.form(NEW)
    assert [one.value.strip() for one in form.controls if one.name == "account"] == [ACCOUNT]
    assert await desk.press(NEW, "more", summary=TYPED["summary"]) == 200
    assert await desk.press(NEW, "find:0") == 200
    assert "Không thấy trong sổ" in desk.page.text
    assert await desk.press(NEW, about_officer="no") == 200
    assert "done=intake.registered" in desk.page.url
    assert "Hộ kinh doanh Minh Phát" in desk.page.text
    assert says_nothing(desk.html), "the page of the record shows what is sealed to nobody"
    chi = await readers.of(people.chi)
    await chi.open("/desk/informations")
    assert "Phản ánh một cơ sở bán rượu" in chi.page.text, "the head's board"


async def test_a_denunciation_that_the_press_passed_on_is_answered_to_the_press(
    readers: Readers, people: People
) -> None:
    """Law on Denunciations Art 26: it is a denunciation, and who passed it on is told within 20 days."""
    desk = await readers.of(people.an)
    await registered(desk, source="media", nature="denunciation", channel="media")
    assert "đã chuyển tố cáo" in desk.page.text
    await registered(desk, source="media", channel="media")
    assert "đã chuyển tố cáo" not in desk.page.text, "what the press itself reports is a tip"


async def test_the_head_opens_it_on_record_and_other_officers_find_it_nowhere(
    readers: Readers, people: People
) -> None:
    an = await readers.of(people.an)
    one = f"/desk/informations/{await registered(an)}"
    head = await readers.of(people.chi)
    await head.open(f"{one}/open/account")
    assert "được ghi lại" in head.page.text
    assert says_nothing(head.html), "nothing is opened by the question"
    assert await head.press("/open/account") == 200
    assert ACCOUNT in head.page.text
    await head.open(f"{one}/open/informant")
    assert await head.press("/open/informant") == 200
    assert "0987 654 321" in head.page.text
    looks = await database.fetch(
        "SELECT action FROM access_log WHERE record_id = $1 AND officer_id = $2 AND action <> 'information.page'",
        UUID(one[-36:]),
        people.chi.id,
    )
    assert {row["action"] for row in looks} == {"information.account", "information.informant"}
    for person in (people.binh, people.giang, people.nga, people.khanh, people.dung):
        desk = await readers.of(person)
        for address in (
            *(
                one,
                "/desk/informations",
                "/desk/informations/list?q=rượu",
                "/desk/",
                "/desk/notices",
            ),
            *("/desk/informations/list?q=Quách", "/desk/search?subject=Quách", f"{one}/more"),
        ):
            await desk.look(address)
            shown = desk.html
            for typed in ("q=Qu%C3%A1ch", 'value="Quách"', "<b>Quách</b>"):  # what the reader asked
                shown = shown.replace(typed, "")
            assert says_nothing(shown), (person.username, address)
        for kind in ("account", "informant"):
            assert await desk.look(f"{one}/open/{kind}") in (303, 403, 404), (
                person.username,
                kind,
            )
            assert says_nothing(desk.html)


async def test_a_tip_about_an_officer_goes_above_and_is_gone_for_his_unit(
    readers: Readers, people: People
) -> None:
    an = await readers.of(people.an)
    await an.open(NEW)
    assert await an.press(NEW, **TYPED | {"about_officer": "yes"}) == 422
    assert "hãy tìm và chọn công chức đó" in an.page.text
    assert await an.press(NEW, "officer", officer="Trần Thanh Bình") == 200
    assert await an.press(NEW, f"name:{people.binh.id}") == 200
    assert await an.press(NEW) == 200
    assert "bạn không đọc lại được" in an.page.text
    [row] = await database.fetch("SELECT id, number FROM informations")
    assert row["number"] in an.page.text
    for person, status in (
        (people.an, 404),
        (people.binh, 404),
        (people.chi, 404),
        (people.giang, 200),
    ):
        desk = await readers.of(person)
        assert await desk.look(f"/desk/informations/{row['id']}") == status, person.name
        await desk.open("/desk/informations")
        assert (row["number"] in desk.html) is (status == 200), person.name


@pytest.mark.long
async def test_what_cannot_wait_stands_first_on_the_board_and_says_why(
    readers: Readers, people: People
) -> None:
    """Before what came earlier and has the same limit; once it can wait, it is taken back where it says so."""
    an, chi = await readers.of(people.an), await readers.of(people.chi)
    earlier = await registered(an)
    later = await registered(an, urgent="Hàng chuyển đi tối nay")
    await chi.open("/desk/informations")
    assert "Hàng chuyển đi tối nay" in chi.page.text
    assert "Khẩn" in chi.page.text
    assert chi.html.index(f"information-{later}") < chi.html.index(f"information-{earlier}")
    amend = f"/desk/informations/{later}/acts/intake.amended"
    await chi.open(amend)
    assert await chi.press(amend, **{"matter.urgent": "", "reason": "Hàng đã tạm giữ."}) == 200
    assert "Khẩn" not in chi.page.text
    await chi.open("/desk/informations")
    assert chi.html.index(f"information-{earlier}") < chi.html.index(f"information-{later}")


@pytest.mark.long
async def test_a_card_says_how_many_others_in_sight_may_say_the_same(
    readers: Readers, people: People
) -> None:
    """The same party and address at two teams: the department counts both, a team its own alone."""
    an, em = await readers.of(people.an), await readers.of(people.em)
    await registered(an)
    chi = await readers.of(people.chi)
    await chi.open("/desk/informations")
    assert "Có thể trùng" not in chi.page.text
    await registered(em)
    await chi.open("/desk/informations")
    assert "Có thể trùng" not in chi.page.text, "of what is out of sight not even a number is told"
    giang = await readers.of(people.giang)
    await giang.open("/desk/informations")
    assert giang.page.text.count("Có thể trùng: 1 tin") == 2


async def test_enter_in_the_search_of_officers_searches_and_takes_and_registers_nothing(
    readers: Readers, people: People
) -> None:
    """The first button is what Enter presses. What was typed there is searched for by the last button too."""
    desk = await readers.of(people.an)
    await desk.open(NEW)
    about = TYPED | {"about_officer": "yes", "officer": "Trần Thanh Bình"}
    assert await desk.press(NEW, "enter", **about) == 200
    assert "done=" not in desk.page.url
    assert "Kiểm soát viên" in desk.page.text
    assert await desk.press(NEW, "enter") == 200, "again: the only one found is taken"
    assert [one.value for one in desk.form(NEW).controls if one.name == "named"] == [
        str(people.binh.id)
    ]
    last = {"officer": "Phạm Thu Cúc"}
    assert await desk.press(NEW, "", **last) == 200
    assert "Phạm Thu Cúc" in desk.page.text, "it is looked up, and not left out in silence"
    assert await database.fetchval("SELECT count(*) FROM informations") == 0
    assert await desk.press(NEW, "enter", officer="") == 200
    assert await database.fetchval("SELECT count(*) FROM informations") == 1


async def test_a_tip_about_an_officer_whom_nobody_can_name_goes_to_the_auditors_of_the_nation(
    readers: Readers, people: People
) -> None:
    giang = await readers.of(people.giang)
    await giang.open(NEW)
    assert await giang.press(NEW, **TYPED | {"about_officer": "unnamed"}) == 200
    assert "bạn không đọc lại được" in giang.page.text
    [row] = await database.fetch("SELECT id, auditors_only FROM informations")
    assert row["auditors_only"]
    assert await giang.look(f"/desk/informations/{row['id']}") == 404
    auditor = await readers.of(people.khanh)
    assert await auditor.look(f"/desk/informations/{row['id']}") == 200
    assert "chưa rõ là ai" in auditor.page.text


async def test_an_article_is_kept_as_text_that_nothing_opens(
    readers: Readers, people: People
) -> None:
    desk = await readers.of(people.an)
    link = "https://bao.example.vn/hang-gia?x=<b>"
    await registered(desk, source="media", channel="media", link=link)
    assert link in desk.page.text
    assert 'href="https://' not in desk.html, "nowhere as an address"


async def test_a_scan_of_the_letter_is_sealed_and_opened_on_record(
    readers: Readers, people: People
) -> None:
    an = await readers.of(people.an)
    one = f"/desk/informations/{await registered(an)}"
    await an.open(f"{one}/more")
    an.form("/more").fill("reason", "Bản quét đơn")
    await an.send_file(an.form("/more"), "scan", "don.pdf", scans.pdf())
    assert "Bản quét cho biết người cung cấp thông tin" in an.page.text, "so it is taken to be"
    chi = await readers.of(people.chi)
    await chi.open(one)
    await chi.follow("/open/attachment/")
    form = chi.form("/open/attachment/")
    answer = await chi._ask("POST", form.action, form.sent(form.buttons[0]))
    assert answer.content == scans.pdf()
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"


async def test_another_scan_on_a_page_that_the_browser_kept_is_added_and_the_same_one_is_not_twice(
    readers: Readers, people: People
) -> None:
    """The button Back shows the page as it was sent, with its id: the second sheet of a letter is chosen there."""
    an = await readers.of(people.an)
    one = f"/desk/informations/{await registered(an)}"
    await an.open(f"{one}/more")
    form = an.form("/more")
    form.fill("reason", "Bản quét đơn")
    for sheet, there in ((1, 1), (2, 2), (2, 2)):
        await an.send_file(form, "scan", "don.pdf", scans.pdf(sheet))
        await an.open(one)
        assert len(set(re.findall(r"/open/attachment/([0-9a-f-]{36})", an.html))) == there


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"source": "order"}, "Hãy điền «Ngày văn bản»"),
        ({"source": "officer", "collaborator": "Ông Ba"}, "như CTV-017; không ghi tên"),
        ({"received_at": "hôm qua"}, "«Tiếp nhận lúc» không phải ngày giờ có thật"),
        ({"nature": "complaint"}, "Văn bản bị khiếu nại"),
    ],
)
async def test_what_is_wrong_is_said_at_its_field(
    readers: Readers, people: People, changed: dict[str, str], told: str
) -> None:
    desk = await readers.of(people.an)
    await desk.open(NEW)
    assert await desk.press(NEW, **TYPED | changed) == 422
    assert told in desk.page.text
    assert ACCOUNT in desk.html
