"""The sanction page of a case of the edition: what the rows of the day provide, and nothing else."""

from datetime import date

import msgspec
import pytest

from backend.core import database
from backend.law import books
from backend.law.catalogue import edition_files
from schemas.casework.acts.proceedings import RecordedViolation
from schemas.casework.words import CaseState
from schemas.law.provisions import Condition
from tests.integration.admin_ui.casework.test_papers import button, certified, form_to
from tests.integration.admin_ui.casework.test_signed_and_entered import issuer as issuer
from tests.integration.admin_ui.casework.test_signed_and_entered import signed
from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.signing import Authority

pytestmark = pytest.mark.usefixtures("newest_edition")


def recorded_by(code: str, **changed: object) -> RecordedViolation:
    """A recorded violation by a row of the edition."""
    row = edition_files.drafts(books.newest())[code]
    said = {"name": row.name_vi, "legal_basis": row.legal_basis, "goods_value": None} | changed
    return msgspec.structs.replace(cases_made.violation(), code=code, **said)


async def due(people: People, violation: RecordedViolation) -> Case:
    """A case of the edition about one violation, ready to be decided."""
    case = await cases_made.recorded(people, violation)
    await cases_made.approve(case)
    await cases_made.waive(case)
    return case


async def test_a_suspension_has_the_proposed_term_on_the_page_the_paper_and_in_the_case(
    readers: Readers, people: People, issuer: Authority
) -> None:
    case = await due(people, recorded_by("ND98-23-4-b"))
    await certified(people.giang, issuer)
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/cases/{case.id}/sanction")
    form = form_to(giang.page, "/sanction")
    offered = {one.value for one in form.controls if one.name in ("extras", "remedies")}
    assert offered == {"confiscation", "licence_suspension"}, "what the row provides"
    assert "1–3 tháng" in giang.page.text

    form.fill("0.circumstances", "sincere")
    form.fill("extras", "licence_suspension")
    form.fill("licence_suspension_months", "3")
    assert await giang.try_submit(form, button(form, "reckon")) == 422
    assert "trên 1 tháng và dưới 2 tháng" in giang.page.text
    form = form_to(giang.page, "/sanction")
    form.fill("licence_suspension_months", "")
    await giang.submit(form, button(form, "reckon"))
    assert "Trên 3.000.000 đồng và dưới 4.000.000 đồng" in giang.page.text
    assert "1 tháng 15 ngày" in giang.page.text
    form = form_to(giang.page, "/sanction")
    await giang.submit(form, button(form, "MQĐ02"))
    address = str(giang.page.url).split("?")[0]
    editor = form_to(giang.page, address.rsplit("/", 1)[1])
    assert editor.find("/additional/0/term").value == "1 tháng 15 ngày"
    await giang.submit(editor, button(editor, "ready"))
    assert await signed(giang, address) == 200
    facts = await case.facts()
    assert facts.state == CaseState.SANCTIONED
    assert facts.sanction is not None
    order = facts.sanction.order
    assert (order.book, facts.sanction.total) == (books.newest(), 3_500_000)
    assert (order.extra_penalties[0].months, order.extra_penalties[0].days) == (1, 15)


async def test_the_end_of_an_open_term_is_signed_with_a_reason_that_is_listed(
    readers: Readers, people: People, issuer: Authority
) -> None:
    """Decree 68/2025 leaves the end out, but was read in restatement alone (practice B8)."""
    case = await due(people, recorded_by("ND98-23-4-b"))
    await certified(people.giang, issuer)
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/cases/{case.id}/sanction")
    form = form_to(giang.page, "/sanction")
    form.fill("0.circumstances", "sincere")
    form.fill("extras", "licence_suspension")
    form.fill("licence_suspension_months", "1")
    assert await giang.try_submit(form, button(form, "reckon")) == 422
    assert "1 tháng 15 ngày" in giang.page.text, "another term than the proposed one needs a reason"
    form = form_to(giang.page, "/sanction")
    form.fill("licence_suspension_reason", "Hậu quả nhỏ")
    await giang.submit(form, button(form, "reckon"))
    assert "Còn một tình tiết thì thời hạn trên 1 tháng và dưới 2 tháng" in giang.page.text
    form = form_to(giang.page, "/sanction")
    await giang.submit(form, button(form, "MQĐ02"))
    address = str(giang.page.url).split("?")[0]
    editor = form_to(giang.page, address.rsplit("/", 1)[1])
    await giang.submit(editor, button(editor, "ready"))
    assert await signed(giang, address) == 409
    assert await signed(giang, address, despite="Điều 23.4 Luật cho đến mức tối thiểu") == 200
    facts = await case.facts()
    assert facts.sanction is not None
    assert facts.sanction.order.extra_penalties[0].months == 1
    listed = await database.fetchval("SELECT reason FROM exceptions WHERE kind = 'legal_warning'")
    assert listed.startswith("Điều 23.4 Luật cho đến mức tối thiểu")


async def test_a_condition_is_ticked_and_opens_what_the_row_ties_to_it(
    readers: Readers, people: People
) -> None:
    case = await due(people, recorded_by("ND98-8-1-b"))
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/cases/{case.id}/sanction")
    form = form_to(giang.page, "/sanction")
    assert [one.value for one in form.controls if one.name == "0.conditions"] == ["production"]
    form.fill("0.packs", "40")
    form.fill("extras", "licence_suspension")
    assert await giang.try_submit(form, button(form, "reckon")) == 422
    assert "điều kiện của biện pháp chưa được đánh dấu" in giang.page.text
    form = form_to(giang.page, "/sanction")
    form.fill("0.conditions", Condition.PRODUCTION)
    await giang.submit(form, button(form, "reckon"))
    assert "nhân 2, thành 2.000.000 – 6.000.000 đồng" in giang.page.text
    assert "4 tháng 15 ngày" in giang.page.text

    form = form_to(giang.page, "/sanction")
    form.fill("0.packs", "60")
    await giang.submit(form, button(form, "reckon"))
    assert "Giá trị đó ứng với ND98-8-2-b" in giang.page.text


async def test_a_warning_shows_no_money(readers: Readers, people: People) -> None:
    case = await due(people, recorded_by("ND98-17-1-a"))
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/cases/{case.id}/sanction")
    form = form_to(giang.page, "/sanction")
    assert "Khoảng theo tình tiết" in giang.page.text
    form.fill("0.warning", "yes")
    await giang.submit(form, button(form, "reckon"))
    assert "Cảnh cáo, không phạt tiền" in giang.page.text
    assert "Khoảng theo tình tiết" not in giang.page.text
    assert "0 đồng" not in giang.page.text.split("Tổng mức phạt")[1].split("Chức danh thấp nhất")[0]


async def test_without_a_fine_confiscation_does_not_depend_on_the_row(
    readers: Readers, people: People
) -> None:
    case = await due(people, recorded_by("ND98-6-2"))
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/cases/{case.id}/sanction")
    form = form_to(giang.page, "/sanction")
    assert not [one for one in form.controls if one.name == "extras"]
    form.fill("without_fine", "yes")
    await giang.submit(form, button(form, "reckon"))
    form = form_to(giang.page, "/sanction")
    form.fill("extras", "confiscation")
    await giang.submit(form, button(form, "reckon"))
    form = form_to(giang.page, "/sanction")
    drafts = [one.value for one in form.buttons if one.name == "draft"]
    assert drafts == ["MQĐ14", "MQĐ15"], "there is no fine any more"


async def test_a_row_that_may_not_apply_is_signed_with_a_reason_that_is_listed(
    readers: Readers, people: People, issuer: Authority
) -> None:
    case = await due(people, recorded_by("ND98-17-6-a", ended_on=date(2025, 1, 15)))
    await certified(people.giang, issuer)
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/cases/{case.id}/sanction")
    form = form_to(giang.page, "/sanction")
    await giang.submit(form, button(form, "MQĐ02"))
    address = str(giang.page.url).split("?")[0]
    editor = form_to(giang.page, address.rsplit("/", 1)[1])
    await giang.submit(editor, button(editor, "ready"))
    await giang.open(f"{address}/sign")
    assert "Danh mục chưa có quy định áp dụng vào ngày vi phạm" in giang.page.text
    assert form_to(giang.page, "/sign").find("despite") is not None


async def test_without_minutes_a_behaviour_is_named_in_words_and_nobody_types_its_code(
    readers: Readers, people: People
) -> None:
    case = await cases_made.inspected(people)
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/cases/{case.id}/sanction")
    assert 'data-combo="/desk/choose/behaviours"' in giang.html
    code = "ND98-15-1-a"
    named = edition_files.drafts(books.newest())[code].name_vi
    form = form_to(giang.page, "/sanction")
    form.fill("code", named)
    await giang.try_submit(form, button(form, "reckon"))
    assert f'name="codes" value="{code}"' in giang.html
    form = form_to(giang.page, "/sanction")
    form.fill("code", "hành vi không có trong danh mục")
    await giang.try_submit(form, button(form, "reckon"))
    assert "Danh mục không có hành vi" in giang.page.text
