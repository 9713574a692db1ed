"""An act that the catalogue does not have: recorded, its band stated and confirmed by two, sanctioned."""

from urllib.parse import urlsplit

import msgspec
import pytest

from backend.casework.clocks import telling
from backend.casework.rules import outside
from backend.core import clock
from backend.law import books
from backend.law.catalogue import service as catalogue
from backend.law.rules.counting import start_of
from backend.operations.verification import service as verification
from schemas.casework.acts.outside import OutsideCatalogue
from schemas.casework.acts.proceedings import RecordedViolation
from schemas.casework.words import CaseAct, CaseState
from schemas.law.catalogue import ViolationField
from tests.integration.admin_ui.casework.test_papers import button, certified, form_to
from tests.integration.admin_ui.casework.test_signed_and_entered import issuer as issuer
from tests.integration.admin_ui.casework.test_signed_and_entered import signed
from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.people import People
from tests.support.publishers import second_publisher
from tests.support.readers import Reader, Readers
from tests.support.signing import Authority

pytestmark = pytest.mark.usefixtures("newest_edition")

WORDING = "Bán hàng hóa có nhãn không ghi đủ nội dung bắt buộc"
PROVISION = "điểm a khoản 1 Điều 31 Nghị định số 119/2017/NĐ-CP"
STATED = {
    "wording": WORDING,
    "provision": PROVISION,
    "decree": "119/2017/NĐ-CP",
    "field": "quality",
    "fine_least": "4.000.000",
    "fine_most": "6.000.000",
    "stated_for": "individual",
    "source": "Công báo số 905, trang 12",
}


def unlisted(**changed: object) -> RecordedViolation:
    """A recorded act that no row of the catalogue has."""
    about = OutsideCatalogue(decree="119/2017/NĐ-CP", field=ViolationField.QUALITY)
    said = {"code": "NGOAI-1", "name": WORDING, "legal_basis": PROVISION, "outside": about}
    return msgspec.structs.replace(cases_made.violation(), **(said | changed))


async def due(people: People) -> Case:
    """A case about such an act, ready to be decided but for its band."""
    case = await cases_made.recorded(people, unlisted())
    await cases_made.approve(case)
    await cases_made.waive(case)
    return case


def address(case: Case, kind: CaseAct) -> str:
    return f"/desk/cases/{case.id}/acts/{kind}"


async def confirmed(desk: Reader, case: Case) -> int:
    """Confirm the last statement; return the status of the answer."""
    confirm = address(case, CaseAct.OUTSIDE_CONFIRMED)
    await desk.open(confirm)
    form = form_to(desk.page, confirm)
    form.fill("statement", form.find("statement").options[-1][0])
    await desk.submit(form, form.buttons[-1])
    sure = form_to(desk.page, confirm)
    status: int = await desk.try_submit(sure, button(sure, "sure"))
    return status


async def stated(desk: Reader, case: Case, **changed: str) -> int:
    """State its band; return the status of the answer."""
    await desk.open(address(case, CaseAct.OUTSIDE_STATED))
    return await desk.press(address(case, CaseAct.OUTSIDE_STATED), **(STATED | changed))


async def drafted(desk: Reader, case: Case) -> str:
    """Reckon the sanction and make its decision ready; return the paper's address."""
    await desk.open(f"/desk/cases/{case.id}/sanction")
    form = form_to(desk.page, "/sanction")
    await desk.submit(form, button(form, "reckon"))
    assert "4.000.000 – " in desk.page.text
    form = form_to(desk.page, "/sanction")
    await desk.submit(form, button(form, "MQĐ02"))
    paper = str(desk.page.url).split("?")[0]
    editor = form_to(desk.page, paper.rsplit("/", 1)[1])
    assert editor.find("/violations/0/wording").value == WORDING
    assert editor.find("/violations/0/provision").value == PROVISION
    await desk.submit(editor, button(editor, "ready"))
    return paper


async def test_it_is_recorded_from_minutes_without_a_code_and_the_right_to_explain_exists(
    readers: Readers, people: People
) -> None:
    case = await cases_made.inspected(people)
    content = await cases_made.minuted(case, unlisted())
    an = await readers.of(people.an)
    act = address(case, CaseAct.VIOLATION_RECORDED)
    await an.open(f"{act}?paper={content.document_id}")
    form = form_to(an.page, act)
    assert await an.try_submit(form, form.buttons[-1]) == 422
    assert "Nếu danh mục không có, hãy để trống ô này" in an.page.text
    form = form_to(an.page, act)
    form.fill("violations.0.outside.decree", "119/2017/NĐ-CP")
    form.fill("violations.0.outside.field", "quality")
    await an.submit(form, form.buttons[-1])
    sure = form_to(an.page, act)
    await an.submit(sure, button(sure, "sure"))
    facts = await case.facts()
    assert facts.state == CaseState.VIOLATION_RECORDED
    assert facts.recorded is not None
    (one,) = facts.recorded.violations
    assert (one.code, one.name, one.legal_basis) == ("NGOAI-1", WORDING, PROVISION)
    assert facts.recorded.explanation_right, "what is not known counts as a right to explain"
    await an.open(f"/desk/cases/{case.id}")
    assert "Chưa biết khung phạt: quyền giải trình coi như có." in an.page.text


async def test_two_people_determine_its_band_and_the_sanction_is_signed_by_it(
    readers: Readers, people: People, issuer: Authority
) -> None:
    case = await due(people)
    await certified(people.giang, issuer)
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/cases/{case.id}/sanction")
    assert "Không có nghĩa là không bị xử phạt" in giang.page.text

    an = await readers.of(people.an)
    assert await stated(an, case) == 200
    await an.open(f"/desk/cases/{case.id}")
    assert "Chờ pháp chế hoặc người đứng đầu đơn vị xác nhận" in an.page.text
    await giang.open(f"/desk/cases/{case.id}/sanction")
    assert "Không có nghĩa là không bị xử phạt" in giang.page.text

    phuc = await readers.of(people.phuc)
    await phuc.open(address(case, CaseAct.OUTSIDE_CONFIRMED))
    for what in (WORDING, PROVISION, "4.000.000", "6.000.000", STATED["source"]):
        assert what in phuc.page.text, "who confirms reads what was stated, on the same page"
    assert await confirmed(phuc, case) == 200
    await phuc.open(f"/desk/cases/{case.id}")
    assert f"{people.phuc.full_name} xác nhận" in phuc.page.text
    assert "hành vi thứ 1 trong biên bản" in phuc.page.text

    assert await signed(giang, await drafted(giang, case)) == 200
    facts = await case.facts()
    assert facts.state == CaseState.SANCTIONED
    assert facts.sanction is not None
    order = facts.sanction.order
    assert (order.book, facts.sanction.total) == (books.newest(), 5_000_000)
    assert order.acts[0].behaviour.code == "NGOAI-1"


async def test_officers_read_the_act_in_words_and_never_its_code(
    readers: Readers, people: People
) -> None:
    case = await due(people)
    an, giang = await readers.of(people.an), await readers.of(people.giang)
    for desk, page in (
        (an, f"/desk/cases/{case.id}"),
        (an, address(case, CaseAct.OUTSIDE_STATED)),
        (giang, f"/desk/cases/{case.id}/sanction"),
    ):
        await desk.open(page)
        assert WORDING in desk.html, page
        assert "NGOAI" not in desk.page.text, page
    assert await stated(giang, case) == 200
    await giang.open(f"/desk/cases/{case.id}")
    assert "ngoài danh mục, hành vi thứ 1 trong biên bản" in giang.page.text
    assert "NGOAI" not in giang.page.text
    assert await confirmed(giang, case) == 409
    assert f"«{WORDING}»" in giang.page.text
    phuc = await readers.of(people.phuc)
    await phuc.open(address(case, CaseAct.OUTSIDE_CONFIRMED))
    assert "NGOAI" not in phuc.page.text


async def test_nobody_confirms_what_he_stated_himself(readers: Readers, people: People) -> None:
    case = await due(people)
    giang = await readers.of(people.giang)
    assert await stated(giang, case) == 200
    assert await confirmed(giang, case) == 409
    assert "không tự xác nhận được: hành vi ngoài danh mục cần hai người" in giang.page.text
    an = await readers.of(people.an)
    assert await an.look(address(case, CaseAct.OUTSIDE_CONFIRMED)) == 409, "he is no legal officer"
    facts = await case.facts()
    assert outside.undetermined(facts) == ["NGOAI-1"]


WAITS = "Khung của hành vi ngoài danh mục chờ xác nhận"


async def open_notices(desk: Reader) -> int:
    """How many unread notices of a band to confirm this reader has."""
    await desk.open("/desk/notices")
    cards = desk.html.split('<li class="told')[1:]
    return sum(WAITS in one and "Chưa đọc" in one for one in cards)


async def test_those_who_may_confirm_a_band_get_a_notice_until_it_is_confirmed(
    readers: Readers, people: People
) -> None:
    case = await due(people)
    an, phuc = await readers.of(people.an), await readers.of(people.phuc)
    giang, ho = await readers.of(people.giang), await readers.of(people.ho)
    assert await stated(an, case) == 200
    assert [await open_notices(one) for one in (an, phuc, giang, ho)] == [0, 1, 1, 0]
    await phuc.open("/desk/notices")
    for what in (WORDING, PROVISION, people.an.full_name, f"/desk/cases/{case.id}"):
        assert what in phuc.html
    assert await confirmed(phuc, case) == 200
    assert [await open_notices(one) for one in (phuc, giang)] == [0, 0]


async def test_who_stated_a_band_gets_no_notice_and_what_is_stated_again_waits_anew(
    readers: Readers, people: People
) -> None:
    case = await due(people)
    phuc, giang = await readers.of(people.phuc), await readers.of(people.giang)
    assert await stated(phuc, case) == 200
    assert [await open_notices(one) for one in (phuc, giang)] == [0, 1]
    assert await stated(giang, case, fine_most="8.000.000") == 200
    assert [await open_notices(one) for one in (phuc, giang)] == [1, 0]


async def test_a_decision_is_not_signed_over_a_band_that_was_stated_again(
    readers: Readers, people: People, issuer: Authority
) -> None:
    case = await due(people)
    await certified(people.giang, issuer)
    an, phuc = await readers.of(people.an), await readers.of(people.phuc)
    giang = await readers.of(people.giang)
    assert await stated(an, case) == 200
    assert await confirmed(phuc, case) == 200
    paper = await drafted(giang, case)
    assert await stated(an, case, fine_most="8.000.000") == 200
    await giang.look(f"{paper}/sign")
    assert "chưa xác định khung phạt: không có nghĩa là không bị xử phạt" in giang.page.text
    assert await confirmed(phuc, case) == 200
    await giang.look(f"{paper}/sign")
    assert "khung khác với khung đã xác nhận" in giang.page.text
    assert await signed(giang, await drafted(giang, case)) == 200
    facts = await case.facts()
    assert facts.sanction is not None
    assert facts.sanction.total == 6_000_000


async def test_a_band_that_contradicts_itself_is_refused_in_words(
    readers: Readers, people: People
) -> None:
    case = await due(people)
    an = await readers.of(people.an)
    assert await stated(an, case, fine_least="7.000.000") == 409
    assert "mức tối thiểu không quá mức tối đa" in an.page.text
    assert await stated(an, case, licence_least="3", licence_most="1") == 409
    assert "đủ tháng ít nhất và tháng nhiều nhất" in an.page.text


async def test_the_statute_runs_by_the_field_that_two_people_determined(
    readers: Readers, people: People
) -> None:
    case = await due(people)
    assert (await statute(case)) == "2y"
    an, phuc = await readers.of(people.an), await readers.of(people.phuc)
    assert await stated(an, case, field="food") == 200
    assert (await statute(case)) == "2y", "one person's word changes nothing"
    assert await confirmed(phuc, case) == 200
    assert (await statute(case)) == "1y"


async def test_a_keeper_proposes_it_for_the_catalogue_or_says_that_it_is_there(
    readers: Readers, people: People
) -> None:
    queue = "/desk/catalogue/outside"
    second = await second_publisher(people)
    lan, oanh = await readers.of(people.lan), await readers.of(second)
    await lan.open(queue)
    assert "Không có hành vi nào chờ đưa vào danh mục." in lan.page.text
    case = await due(people)
    an, phuc = await readers.of(people.an), await readers.of(people.phuc)
    one = f"{queue}/{case.id}/NGOAI-1"
    proposal = {"answer": "proposed", "code": "ND119-31-1-a", "valid_from": "2018-01-01"}
    await lan.open(one)
    assert await lan.press(one, reason="Đã đối chiếu", **proposal) == 409, "no band yet"
    assert await stated(an, case, licence_least="1", licence_most="3") == 200
    assert await confirmed(phuc, case) == 200
    await phuc.open(queue)
    assert f"/desk/cases/{case.id}#violations" in phuc.html
    assert "/desk/cases/" not in (await lan.fetch(queue)).text, "no administrator reads a case"

    await lan.open(one)
    assert await lan.press(one, answer="known", code="ND98-999", reason="Đã có") == 409
    await lan.open(one)
    assert await lan.press(one, reason="Đã đối chiếu Công báo", **proposal) == 200
    page = urlsplit(str(lan.page.url)).path
    assert page.startswith("/desk/catalogue/ND119-31-1-a/proposals/")
    assert WORDING in lan.html
    assert "6.000.000" in lan.page.text, "the second person sees the whole of a new row"
    assert "1–3 tháng" in lan.page.text
    await lan.open(queue)
    assert "Đề nghị đưa vào danh mục" in lan.page.text
    await lan.open(one)
    assert "Ghi câu trả lời" not in lan.page.text, "it is answered"

    await oanh.open(page)
    assert await oanh.press("/confirm", looked="yes") == 200
    row = await catalogue.version_at("ND119-31-1-a", cases_made.today())
    assert (row.name_vi, row.fine_max_vnd, row.edition) == (WORDING, 6_000_000, books.newest())
    assert [one.kind for group in row.extra for one in group] == ["licence_suspension"]
    report = await verification.in_snapshot(None, lambda *_: None)
    assert not [found for found in report.findings if "behaviour" in found.where]


async def statute(case: Case) -> str:
    """How long the statute of limitation of the case's violation is."""
    facts = await case.facts()
    assert facts.recorded is not None
    ended = facts.recorded.violations[0].ended_on
    runs = next(one for one in telling.clocks_of(facts, clock.now()) if one.rule == "D19")
    return f"{(runs.due_at - start_of(ended)).days // 365}y"
