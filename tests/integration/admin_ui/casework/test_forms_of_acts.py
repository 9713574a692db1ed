"""What stands around the form of an act: the paper that comes first, the help, and what was typed if it was refused."""

from litestar import Litestar

from schemas.casework.words import CaseAct
from tests.support import cases_made
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.readers import Readers


async def test_an_act_that_needs_a_paper_first_leads_to_it_and_says_what_comes_next(
    readers: Readers, people: People
) -> None:
    case = await cases_made.inspected(people)
    an = await readers.of(people.an)
    await an.open(f"/desk/cases/{case.id}/acts/{CaseAct.EXHIBITS_SEIZED}")
    assert "Việc này cần văn bản đã ký, vụ việc chưa có" in an.page.text
    assert "Cần một trong các văn bản sau" in an.page.text
    assert "Biên bản tạm giữ tang vật, phương tiện vi phạm hành chính" in an.page.text
    assert f'href="/desk/cases/{case.id}/documents/new?form=MBB15"' in an.html
    assert f'href="/desk/cases/{case.id}/documents/new?form=MBB01"' in an.html
    assert 'class="button primary"' in an.html
    assert f'action="/desk/cases/{case.id}/acts/{CaseAct.EXHIBITS_SEIZED}"' not in an.html
    for said in ("Hướng dẫn", "Việc này", "trong 24 giờ phải báo cáo", "Sau đó"):
        assert said in an.page.text, said


async def test_an_act_whose_form_is_hidden_is_refused_with_its_form_and_what_was_typed(
    app: Litestar, people: People
) -> None:
    """A page that was opened before the paper was cancelled, or in another tab, is sent all the same."""
    case = await cases_made.inspected(people)
    an = await Desk.of(app, people.an, people)
    at = f"/desk/cases/{case.id}/acts/{CaseAct.EXHIBITS_SEIZED}"
    assert f'action="{at}"' not in (await an.http.get(at)).text
    answer = await an.post(at, keeper="Kho của Đội số 1")
    assert answer.status_code == 422
    assert f'action="{at}"' in answer.text
    assert 'value="Kho của Đội số 1"' in answer.text
    assert (await case.facts()).exhibits == {}
    await an.close()


async def test_what_only_an_exception_needs_is_folded_until_it_holds_something(
    readers: Readers, people: People
) -> None:
    case = await cases_made.recorded(people)
    an = await readers.of(people.an)
    at = f"/desk/cases/{case.id}/acts/{CaseAct.EXPLANATION_REQUESTED}"
    await an.open(at)
    assert '<details class="fold rare"><summary>Trường hợp ngoại lệ' in an.html
    assert await an.press(at, mode="", alone="Người thứ hai nghỉ ốm.") == 422
    assert '<details class="fold rare" open>' in an.html


async def test_a_field_that_has_nothing_to_choose_from_says_so_and_leads_to_what_is_missing(
    readers: Readers, people: People
) -> None:
    case = await cases_made.recorded(people)
    an = await readers.of(people.an)
    await an.open(f"/desk/cases/{case.id}/acts/{CaseAct.COMPLAINT_FILED}")
    if "Hồ sơ chưa có tài liệu nào." in an.page.text:
        assert f'href="/desk/cases/{case.id}/filing"' in an.html
    assert "Chưa có mục nào để chọn" not in an.html


async def test_a_delivery_that_was_refused_keeps_what_was_typed(
    readers: Readers, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    an = await readers.of(people.an)
    await an.open(f"/desk/documents/{case.papers['MQĐ02']}")
    typed = {"delivered_on": "31/02/2027", "receiver": "Bà Lê Thị Hoa", "mode": "post"}
    assert await an.press("/deliver", **typed) == 422
    assert "tháng 02/2027 không có ngày 31, chỉ đến ngày 28" in an.page.text
    form = an.form("/deliver")
    assert {name: form.find(name).value for name in typed} == typed
