"""Numbers that were reserved and stand on no paper: listed, voided with a reason, closed after New Year."""

from datetime import timedelta

import pytest

from backend.casework.cases import service as cases
from backend.casework.issued_documents import issuing, kept_numbers
from backend.core import database
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct, CloseOutcome
from tests.integration.casework.issued_documents.test_issue import issue
from tests.integration.casework.issued_documents.test_reserved_numbers import (
    number_of,
    register,
    reserved,
)
from tests.support import cases_made
from tests.support.desk import Desks
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")


async def test_what_is_kept_and_not_used_is_listed_and_voided_with_a_reason(
    people: People, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    document, hashed = await reserved(case, "MQĐ24", people.giang, monkeypatch)
    giang = await desks.of(people.giang)
    await giang.open("/desk/numbers")
    assert "Không có số nào đang giữ" in giang.page.text  # he may be signing just now
    await giang.open(f"/desk/documents/{document}/sign")
    assert "01000001/QĐ-TL: đã giữ từ lần ký trước" in giang.page.text
    monkeypatch.setattr(kept_numbers, "_WAITS", timedelta(0))
    await giang.open("/desk/numbers")
    assert "01000001/QĐ-TL" in giang.page.text
    form = next(one for one in giang.page.forms if one.action.endswith("/void"))
    assert await giang.try_submit(form) == 422
    form = next(one for one in giang.page.forms if one.action.endswith("/void"))
    form.fill("reason", "Kho lưu trữ hỏng, văn bản làm lại")
    await giang.submit(form)
    assert "Đã hủy số" in giang.page.text
    assert await register() == [(1, "void", document)]
    assert (await case.facts()).events[-1].type == "document.number_voided"
    await issue(document, hashed, people.giang)
    assert await number_of(document, people.giang) == "01000002/QĐ-TL"
    # Of another unit there is nothing to see, and nothing to void.
    other, _ = await reserved(case, "MQĐ24", people.giang, monkeypatch)
    ho = await desks.of(people.ho)
    await ho.open("/desk/numbers")
    assert "Không có số nào đang giữ" in ho.page.text
    with pytest.raises(cases.NotFound):
        await kept_numbers.void(other, "lý do nào đó", people.ho.actor("desk"))


async def test_a_case_with_a_number_that_waits_is_not_archived(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    await cases_made.approve(case)
    document, _ = await reserved(case, "MQĐ24", people.giang, monkeypatch)
    closed = case_acts.CaseClosed(
        outcome=CloseOutcome.COMPLIANT,
        reason="Không vi phạm",
        informant_told_on=None,
        document_id=None,
        alone="Trực một mình",
    )
    await case.take(CaseAct.CASE_CLOSED, closed)
    archived = case_execution_acts.CaseArchived(archived_on=cases_made.today(), shelf=None)
    assert await case.refused(CaseAct.CASE_ARCHIVED, archived) == "case_number_waiting"
    discarded = case_side_acts.DocumentDiscarded(document_id=document, reason="Không cần nữa")
    await case.take(CaseAct.DOCUMENT_DISCARDED, discarded)
    await case.take(CaseAct.CASE_ARCHIVED, archived)


async def test_after_new_year_what_is_left_of_the_old_one_is_voided_by_the_janitor(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    before = issuing.local_time.year_of
    with monkeypatch.context() as last_year:
        last_year.setattr(issuing.local_time, "year_of", lambda moment: before(moment) - 1)
        old, _ = await reserved(case, "MQĐ24", people.giang, last_year)
    new, _ = await reserved(case, "MQĐ24", people.giang, monkeypatch)
    assert await kept_numbers.close_past_years() == 1
    assert await kept_numbers.close_past_years() == 0
    states = await database.fetch(
        "SELECT document_id, state, reason FROM document_numbers WHERE form = 'MQĐ24'"
    )
    assert {row["document_id"]: row["state"] for row in states} == {old: "void", new: "reserved"}
    assert (await case.facts()).events[-1].type == "document.number_voided"


async def test_the_list_of_exceptions_counts_every_number_that_is_kept(
    people: People, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One page lists so many; the count says how many there are."""
    for _ in range(2):
        case = await cases_made.inspected(people)
        await reserved(case, "MQĐ24", people.giang, monkeypatch)
    monkeypatch.setattr(kept_numbers, "_WAITS", timedelta(0))
    monkeypatch.setattr(kept_numbers, "_MOST", 1)
    khanh = await desks.of(people.khanh)
    await khanh.open("/desk/exceptions")
    assert "Số đã giữ mà chưa dùng: 2" in khanh.page.text
