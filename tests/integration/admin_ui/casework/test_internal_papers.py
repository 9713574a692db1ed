"""A plan and a proposal of an inspection that surprises are not sent to whom it is to surprise."""

from typing import Any

import pytest

from backend.documents import forms
from schemas.casework.words import DocumentState
from tests.integration.admin_ui.casework.test_papers import begun, button, form_to
from tests.support import cases_made
from tests.support.desk import Desks
from tests.support.people import People


def recipients(form: Any) -> list[str]:
    """What the editor has as recipients, a line each."""
    return [line for line in form.find("/recipients").value.splitlines() if line.strip()]


@pytest.mark.parametrize("form", ["PA", "ĐX"])
async def test_what_is_prepared_goes_to_whom_its_form_says_and_never_to_the_party(
    desks: Desks, people: People, form: str
) -> None:
    case = await cases_made.inspected(people)
    who = people.giang if form == "PA" else people.an
    desk = await desks.of(who)
    address = await begun(desk, case, form)
    editor = form_to(desk.page, address.rsplit("/", 1)[1])
    assert recipients(editor) == []
    printed = forms.load(form, forms.newest(form))["x-recipients"]
    assert printed[-1].startswith("Lưu")
    assert not any("{" in line or "Tổ chức, cá nhân" in line for line in printed)


async def test_a_proposal_that_names_the_party_among_its_recipients_is_not_made_final(
    desks: Desks, people: People
) -> None:
    case = await cases_made.recorded(people)
    party = (await case.facts()).party
    assert party
    desk = await desks.of(people.an)
    address = await begun(desk, case, "ĐX")

    async def ready(recipient: str) -> int:
        editor = form_to(desk.page, address.rsplit("/", 1)[1])
        for name, value in {
            "/recipients": f"Đội số 1\n{recipient}",
            "/grounds": "Tin báo của quần chúng",
            "/contents": "Hóa đơn, chứng từ",
            "/duration_days": "2",
            "/start_on": "2026-12-01",
            "/expected_violation": "Kinh doanh hàng nhập lậu",
            "/provision": "Điều 15",
            "/proposer/title": "Kiểm soát viên",
        }.items():
            editor.fill(name, value)
        return int(await desk.try_submit(editor, button(editor, "ready")))

    assert await ready(party.name.upper()) == 409
    assert "Văn bản nội bộ trước khi kiểm tra: không gửi" in desk.page.text
    for short in ("Cty Sao Mai", "Bà Trần Thị Bưởi", "Cơ sở được kiểm tra"):
        await desk.open(address)
        assert await ready(short) == 409, short
    assert "«Như trên»" in desk.page.text, "what is allowed is said"
    assert (await _state(case)) == DocumentState.DRAFT
    await desk.open(address)
    assert await ready("Đội trưởng") == 200, desk.page.text
    assert (await _state(case)) == DocumentState.CONTENT_READY


async def _state(case: cases_made.Case) -> DocumentState:
    (made,) = [one for one in (await case.facts()).papers.values() if one.form == "ĐX"]
    return made.state
