"""The signer chooses which goods and means a decision takes, names each licence, and says how often."""

import msgspec
import pytest

from backend.core import database
from schemas.casework.acts.exhibits import Exhibit
from schemas.casework.words import CaseAct, CaseState
from schemas.core.vocabulary import SubjectKind
from tests.integration.admin_ui.casework.test_papers import button, certified, form_to
from tests.integration.admin_ui.casework.test_sanction_by_the_rows import due, recorded_by
from tests.integration.admin_ui.casework.test_signed_and_entered import issuer as issuer
from tests.integration.admin_ui.casework.test_signed_and_entered import numbers, signed
from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.later import later
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers
from tests.support.signing import Authority

pytestmark = pytest.mark.usefixtures("newest_edition")

ROW = "ND98-23-4-b"
"""Band 3–5 million; confiscation of goods and of means; a licence for 1–3 months. Not graded."""
PERFUME = cases_made.exhibit(name="Nước hoa", quantity="12", unit="chai", value=20_000_000)
LIPSTICK = cases_made.exhibit(name="Son môi", quantity="40", unit="thỏi", value=5_000_000)
TRUCK = cases_made.exhibit(
    name="Xe tải 29C-123.45", quantity="1", unit="chiếc", value=300_000_000, kind="means"
)


async def holding(people: People, code: str, *exhibits: Exhibit) -> Case:
    """A case about one violation, ready to be decided, in which these goods are held."""
    case = await due(people, recorded_by(code))
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, *exhibits), people.an)
    return case


async def at_the_desk(readers: Readers, who: Person, case: Case) -> Reader:
    """An officer on the sanction page of a case."""
    desk = await readers.of(who)
    await desk.open(f"/desk/cases/{case.id}/sanction")
    return desk


async def drafted(desk: Reader) -> str:
    """Draft MQĐ02 from what the page reckoned; returns its address, with the editor open."""
    form = form_to(desk.page, "/sanction")
    await desk.submit(form, button(form, "MQĐ02"))
    return str(desk.page.url).split("?")[0]


async def ready(desk: Reader, address: str) -> None:
    """Make the open draft ready to be signed."""
    editor = form_to(desk.page, address.rsplit("/", 1)[1])
    await desk.submit(editor, button(editor, "ready"))


async def test_the_signer_chooses_which_goods_are_confiscated_and_the_paper_and_the_case_say_so(
    readers: Readers, people: People, issuer: Authority
) -> None:
    case = await holding(people, ROW, PERFUME, LIPSTICK, TRUCK)
    await certified(people.giang, issuer)
    giang = await at_the_desk(readers, people.giang, case)
    form = form_to(giang.page, "/sanction")
    assert {one.value for one in form.controls if one.name == "confiscate"} == {"goods", "means"}
    form.fill("extras", "confiscation")
    form.fill("goods_taken", "chosen")
    assert await giang.try_submit(form, button(form, "reckon")) == 422
    assert "Chọn ít nhất một tang vật" in giang.page.text
    form = form_to(giang.page, "/sanction")
    form.fill("taken.goods", str(PERFUME.exhibit_id))
    form.fill("confiscate", "goods", "means")
    form.fill("taken.means", str(TRUCK.exhibit_id))
    await giang.submit(form, button(form, "reckon"))
    assert "Trị giá tính thẩm quyền: 320.000.000 đồng" in giang.page.text

    address = await drafted(giang)
    editor = form_to(giang.page, address.rsplit("/", 1)[1])
    assert [editor.find(f"/exhibits/{n}/name").value for n in (0, 1)] == [
        "Nước hoa",
        "Xe tải 29C-123.45",
    ]
    said = [editor.find(f"/additional/{n}/measure").value for n in (0, 1)]
    assert said[0].startswith("Tịch thu tang vật vi phạm hành chính: Nước hoa (12 chai)")
    assert "trị giá 300.000.000 đồng" in said[1]
    await ready(giang, address)
    assert await signed(giang, address) == 200
    facts = await case.facts()
    assert facts.sanction is not None
    assert set(facts.sanction.confiscated) == {PERFUME.exhibit_id, TRUCK.exhibit_id}
    undecided = {one.content.exhibit_id for one in facts.undecided}
    assert LIPSTICK.exhibit_id in undecided, "it goes back to its owner"


async def test_a_paper_that_lists_other_goods_than_were_chosen_gets_no_number(
    readers: Readers, people: People, issuer: Authority
) -> None:
    case = await holding(people, ROW, PERFUME, LIPSTICK)
    await certified(people.giang, issuer)
    giang = await at_the_desk(readers, people.giang, case)
    form = form_to(giang.page, "/sanction")
    form.fill("extras", "confiscation")
    form.fill("goods_taken", "chosen")
    form.fill("taken.goods", str(PERFUME.exhibit_id))
    await giang.submit(form, button(form, "reckon"))
    address = await drafted(giang)
    editor = form_to(giang.page, address.rsplit("/", 1)[1])
    for name, value in {
        "name": "Son môi",
        "quantity": "40",
        "unit": "thỏi",
        "position": "2",
    }.items():
        editor.fill(f"/exhibits/0/{name}", value)
    await giang.submit(editor, button(editor, "ready"))
    await giang.open(f"{address}/sign")
    assert not [form for form in giang.page.forms if form.action.endswith("/sign")]
    assert (
        "chọn tịch thu «Nước hoa», danh mục tang vật của văn bản ghi «Son môi»" in giang.page.text
    )
    assert await numbers() == 0


async def test_a_confiscation_without_any_goods_gets_no_number_until_they_are_named(
    readers: Readers, people: People, issuer: Authority
) -> None:
    case = await due(people, recorded_by(ROW))
    await certified(people.giang, issuer)
    giang = await at_the_desk(readers, people.giang, case)
    form = form_to(giang.page, "/sanction")
    form.fill("extras", "confiscation")
    form.fill("confiscation_value", "5.000.000")
    await giang.submit(form, button(form, "reckon"))
    address = await drafted(giang)
    await ready(giang, address)
    await giang.open(f"{address}/sign")
    assert not [form for form in giang.page.forms if form.action.endswith("/sign")]
    assert "không nêu tang vật, phương tiện nào" in giang.page.text
    assert await numbers() == 0


async def test_means_on_no_list_are_named_and_their_value_takes_the_decision_from_a_team_head(
    readers: Readers, people: People
) -> None:
    case = await holding(people, ROW, PERFUME)
    chi = await at_the_desk(readers, people.chi, case)
    form = form_to(chi.page, "/sanction")
    form.fill("extras", "confiscation")
    await chi.submit(form, button(form, "reckon"))
    assert "Bạn (Đội trưởng) được ký" in chi.page.text
    form = form_to(chi.page, "/sanction")
    form.fill("confiscate", "goods", "means")
    assert await chi.try_submit(form, button(form, "reckon")) == 422
    assert "ghi loại và biển số" in chi.page.text
    form = form_to(chi.page, "/sanction")
    form.fill("means.means", "Xe máy 29X1-222.22 của người vi phạm")
    form.fill("value.means", "50.000.000")
    await chi.submit(form, button(form, "reckon"))
    assert "Trị giá tính thẩm quyền: 70.000.000 đồng" in chi.page.text, "20 and 50 million together"
    assert "70.000.000 đồng vượt thẩm quyền tịch thu 60.000.000 đồng" in chi.page.text
    assert "lấy theo mức đối với cá nhân" not in chi.page.text, (
        "what is to be compared, for lawyers"
    )


async def test_what_the_decree_does_not_let_confiscate_is_not_offered(
    readers: Readers, people: People
) -> None:
    case = await holding(people, "ND98-19-1", PERFUME, TRUCK)
    giang = await at_the_desk(readers, people.giang, case)
    form = form_to(giang.page, "/sanction")
    assert "vehicle" not in {one.value for one in form.controls if one.name == "confiscate"}
    form.fill("extras", "confiscation")
    await giang.submit(form, button(form, "reckon"))
    assert "Tịch thu tang vật vi phạm hành chính: Nước hoa (12 chai)" in giang.page.text
    assert "Xe tải" not in giang.page.text


async def test_banned_goods_without_a_value_go_to_who_has_no_limit(
    readers: Readers, people: People
) -> None:
    unvalued = msgspec.structs.replace(PERFUME, value=None)
    case = await holding(people, "ND98-8-1-b", unvalued)
    for who, refused in ((people.chi, True), (people.giang, False)):
        desk = await at_the_desk(readers, who, case)
        form = form_to(desk.page, "/sanction")
        form.fill("0.packs", "40")
        form.fill("extras", "confiscation")
        form.fill("confiscation_value", "")
        await desk.submit(form, button(form, "reckon"))
        assert "chưa có trị giá" in desk.page.text
        said = "Hàng cấm phải tịch thu mà chưa xác định được trị giá" in desk.page.text
        assert said == refused
        assert ("Chức danh của bạn" in desk.page.text) == refused


async def test_two_licences_are_suspended_each_for_its_own_term(
    readers: Readers, people: People, issuer: Authority
) -> None:
    case = await due(people, recorded_by(ROW))
    await certified(people.giang, issuer)
    giang = await at_the_desk(readers, people.giang, case)
    form = form_to(giang.page, "/sanction")
    form.fill("0.circumstances", "sincere")
    form.fill("extras", "licence_suspension")
    form.fill("licence_suspension_licence", "Giấy phép bán lẻ rượu số 12/GP")
    await giang.submit(form, button(form, "more_licence_suspension"))
    form = form_to(giang.page, "/sanction")
    form.fill("licence_suspension.1_months", "1")
    form.fill("licence_suspension.1_days", "10")
    form.fill("licence_suspension.1_reason", "Đã tự khắc phục")
    assert await giang.try_submit(form, button(form, "reckon")) == 422
    assert "Ghi tên từng giấy phép" in giang.page.text
    form = form_to(giang.page, "/sanction")
    form.fill("licence_suspension.1_licence", "Giấy phép bán lẻ thuốc lá số 34/GP")
    await giang.submit(form, button(form, "reckon"))
    assert "Giấy phép bán lẻ rượu số 12/GP" in giang.page.text

    address = await drafted(giang)
    editor = form_to(giang.page, address.rsplit("/", 1)[1])
    rows = [
        (editor.find(f"/additional/{n}/measure").value, editor.find(f"/additional/{n}/term").value)
        for n in (0, 1)
    ]
    assert rows[0][0].endswith("có thời hạn: Giấy phép bán lẻ rượu số 12/GP")
    assert rows[1][0].endswith("có thời hạn: Giấy phép bán lẻ thuốc lá số 34/GP")
    assert [term for _, term in rows] == ["1 tháng 15 ngày", "1 tháng 10 ngày"]
    await ready(giang, address)
    assert await signed(giang, address) == 200
    facts = await case.facts()
    assert facts.sanction is not None
    assert [(one.months, one.days) for one in facts.sanction.order.extra_penalties] == [
        (1, 15),
        (1, 10),
    ]


async def test_a_repeated_violation_is_fined_each_time_or_aggravates_never_both(
    readers: Readers, people: People, issuer: Authority
) -> None:
    case = await due(people, recorded_by(ROW, illicit_gain=2_000_000))
    await certified(people.giang, issuer)
    giang = await at_the_desk(readers, people.giang, case)
    form = form_to(giang.page, "/sanction")
    form.fill("0.times", "3")
    form.fill("0.circumstances", "repeated")
    assert await giang.try_submit(form, button(form, "reckon")) == 422
    assert "hoặc phạt từng lần, hoặc tính là tình tiết tăng nặng" in giang.page.text
    form = form_to(giang.page, "/sanction")
    form.find("0.circumstances")
    for one in form.controls:
        if one.name == "0.circumstances":
            one.checked = False
    form.fill("0.times", "99")
    assert await giang.try_submit(form, button(form, "reckon")) == 422
    form = form_to(giang.page, "/sanction")
    form.fill("0.times", "3")
    await giang.submit(form, button(form, "reckon"))
    assert "3 × 4.000.000 đồng = 12.000.000 đồng" in giang.page.text
    assert "không buộc nộp lại 2.000.000 đồng" not in giang.page.text

    address = await drafted(giang)
    editor = form_to(giang.page, address.rsplit("/", 1)[1])
    assert editor.find("/total_fine").value.replace(".", "") == "12000000"
    assert "Lần 3 trong 3 lần vi phạm" in editor.find("/violations/2/description").value
    await ready(giang, address)
    assert await signed(giang, address, gain_kept="Đã trả lại người mua") == 200
    facts = await case.facts()
    assert facts.state == CaseState.SANCTIONED
    assert facts.sanction is not None
    assert facts.sanction.total == 12_000_000
    assert [one.repeated for one in facts.sanction.order.acts] == ["fined"] * 3


async def test_a_doubtful_rule_warns_the_signer_goes_on_with_a_reason_and_both_lists_hold_it(
    readers: Readers, people: People, issuer: Authority
) -> None:
    """A company's goods of 80 million: a team head may confiscate 60 million, or 120 by another
    reading of Decree 189/2025 Art 12 (U)."""
    company = msgspec.structs.replace(
        cases_made.party(), kind=SubjectKind.ORGANISATION, identity_number=None, birth_date=None
    )
    goods = msgspec.structs.replace(PERFUME, value=80_000_000)
    case = await cases_made.recorded(
        people, recorded_by(ROW), party=company, another_party="Chủ hàng"
    )
    await cases_made.approve(case)
    await cases_made.waive(case)
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, goods), people.an)
    await certified(people.chi, issuer)
    chi = await at_the_desk(readers, people.chi, case)
    form = form_to(chi.page, "/sanction")
    form.fill("extras", "confiscation")
    await chi.submit(form, button(form, "reckon"))
    assert "Bạn (Đội trưởng) được ký, nhưng phải nêu lý do và điều luật" in chi.page.text
    assert "80.000.000 đồng vượt thẩm quyền tịch thu 60.000.000 đồng" in chi.page.text
    assert "Chức danh của bạn (Đội trưởng) thì không" not in chi.page.text
    address = await drafted(chi)
    await ready(chi, address)
    assert await signed(chi, address) in (409, 422)
    assert "80.000.000 đồng vượt thẩm quyền tịch thu" in chi.page.text
    assert await numbers() == 0
    reason = "NĐ 189/2025 Điều 12: tổ chức, giới hạn tính gấp đôi"
    assert await signed(chi, address, despite=reason) == 200, chi.page.text
    assert (await case.facts()).state == CaseState.SANCTIONED
    for who in (people.phuc, people.khanh):
        desk = await readers.of(who)
        assert await desk.look("/desk/exceptions") == 200
        assert reason in desk.page.text
        assert people.chi.full_name in desk.page.text
    kinds = await database.fetch("SELECT kind FROM exceptions WHERE record_id = $1", case.id)
    assert "legal_warning" in {one["kind"] for one in kinds}


async def test_after_the_time_to_decide_what_the_law_still_leaves_stands_first(
    readers: Readers, people: People
) -> None:
    case = await holding(people, ROW, PERFUME)
    said = "Đã quá hạn ra quyết định xử phạt"
    giang = await at_the_desk(readers, people.giang, case)
    assert said not in giang.page.text
    with later(days=90):
        giang = await at_the_desk(readers, people.giang, case)
        assert said in giang.page.text
        asked = [one.value for one in form_to(giang.page, "/sanction").buttons if one.value]
        assert asked.index("MQĐ14") < asked.index("MQĐ02"), "confiscation before a fine (Art 65.2)"
        assert giang.html.index('name="extras"') < giang.html.index('name="codes"')
        assert "Không còn phạt tiền." in giang.page.text, "the term decides it, and nobody has to"
        form = form_to(giang.page, "/sanction")
        form.fill("without_fine", "yes")
        await giang.submit(form, button(form, "reckon"))
        asked = [one.value for one in form_to(giang.page, "/sanction").buttons if one.value]
        assert "MQĐ14" in asked
        assert "MQĐ02" not in asked


async def test_a_decision_that_is_begun_is_led_to_before_another_is(
    readers: Readers, people: People
) -> None:
    case = await holding(people, ROW, PERFUME)
    giang = await at_the_desk(readers, people.giang, case)
    assert "Đã có quyết định đang soạn" not in giang.page.text
    address = await drafted(giang)
    giang = await at_the_desk(readers, people.giang, case)
    assert "Đã có quyết định đang soạn" in giang.page.text
    assert (
        f'class="button primary" href="/desk/documents/{address.rsplit("/", 1)[1]}"' in giang.html
    )


@pytest.mark.parametrize("kind", ["document.amended", "document.cancelled"])
async def test_who_would_change_a_decision_that_is_not_signed_is_led_to_it(
    readers: Readers, people: People, kind: str
) -> None:
    case = await holding(people, ROW, PERFUME)
    giang = await at_the_desk(readers, people.giang, case)
    address = await drafted(giang)
    await giang.open(f"/desk/cases/{case.id}/acts/{kind}")
    assert "Vụ việc chưa có quyết định nào đã ký" in giang.page.text
    assert (
        f'class="button primary" href="/desk/documents/{address.rsplit("/", 1)[1]}"' in giang.html
    )
    assert f'href="/desk/cases/{case.id}#papers"' in giang.html
