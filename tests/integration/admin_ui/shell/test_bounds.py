"""What cannot be, and what was surely mistyped: refused with the range and the reason, at the desk and from a phone."""

from datetime import date, timedelta

import msgspec
import pytest

from backend.core import clock
from deploy.demo import contents
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.words import CaseAct, CaseState, DeliveryMode
from schemas.fieldwork.words import QuarantineCode
from tests.support import cases_made, factories
from tests.support.cases_made import Case
from tests.support.people import People
from tests.support.readers import Reader, Readers

pytestmark = pytest.mark.usefixtures("pool")


async def entries_of(case: Case) -> int:
    """How many acts the case has."""
    return len((await case.facts()).events)


async def press_to_the_end(desk: Reader, act: str, **filled: str) -> int:
    """Open a form of a case, fill it in, and confirm what the page asks to confirm."""
    await desk.open(act)
    status = await desk.press(act, **filled)
    if status == 200 and any(button.value == "sure" for button in desk.form(act).buttons):
        status = await desk.press(act, "sure")
    return status


async def delivered(people: People) -> Case:
    """A case whose decision was handed over today."""
    case = await cases_made.sanctioned(people)
    content = case_execution_acts.DecisionDelivered(
        document_id=case.papers["MQĐ02"],
        mode=DeliveryMode.DIRECT,
        delivered_on=cases_made.today(),
        deemed=False,
        attempts=1,
        proof="Ký nhận",
        receiver="Trần Văn Mẫu",
        proof_document_id=None,
    )
    await case.take(CaseAct.DECISION_DELIVERED, content)
    return case


PAYMENT = {"kind": "late_interest", "receipt_number": "12", "place": "Kho bạc"}


async def test_no_proceeds_are_entered_of_a_sale_that_never_was(
    readers: Readers, people: People
) -> None:
    case = await delivered(people)
    desk = await readers.of(people.giang)
    act, before = f"/desk/cases/{case.id}/acts/payment.received", await entries_of(case)
    sold = PAYMENT | {"kind": "sale_proceeds"}
    assert await press_to_the_end(desk, act, **sold, amount="5.000.000") == 409
    assert "không quá tiền bán tang vật đã ghi" in desk.page.text
    assert await entries_of(case) == before


async def test_no_interest_is_entered_beyond_what_can_have_grown(
    readers: Readers, people: People
) -> None:
    case = await delivered(people)
    desk = await readers.of(people.giang)
    act, before = f"/desk/cases/{case.id}/acts/payment.received", await entries_of(case)
    assert await press_to_the_end(desk, act, **PAYMENT, amount="999.999.999.999") == 409
    assert (
        "«Số tiền» là 999.999.999.999, phải để trống, vì không còn khoản nào như vậy"
        in desk.page.text
    )
    assert "Điều 78.1" in desk.page.text
    assert desk.form(act).find("amount").value == "999.999.999.999", "nothing typed is lost"
    assert await entries_of(case) == before


_NO_SUM = "phải là số đồng nguyên, ví dụ 1.250.000"


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("1.5", _NO_SUM),
        ("1,500", "có thể là 1500, cũng có thể là số lẻ"),
        ("5.000.00", _NO_SUM),
    ],
)
async def test_a_decimal_is_asked_for_again_and_never_read_as_another_number(
    readers: Readers, people: People, amount: str, said: str
) -> None:
    case = await delivered(people)
    desk = await readers.of(people.giang)
    act = f"/desk/cases/{case.id}/acts/payment.received"
    assert await press_to_the_end(desk, act, **PAYMENT | {"kind": "fine"}, amount=amount) == 422
    assert said in desk.page.text
    assert (await case.facts()).payments == []


async def test_a_payment_of_tomorrow_and_one_before_the_decision_are_refused(
    readers: Readers, people: People
) -> None:
    case = await delivered(people)
    desk = await readers.of(people.giang)
    act = f"/desk/cases/{case.id}/acts/payment.received"
    for day in (cases_made.in_days(1), cases_made.in_days(-1)):
        filled = PAYMENT | {"kind": "fine", "amount": "1.000.000", "paid_on": day.isoformat()}
        assert await press_to_the_end(desk, act, **filled) == 409
        assert f"«Ngày nộp» là {day:%d/%m/%Y}" in desk.page.text
    assert (await case.facts()).payments == []


async def test_a_verification_is_not_due_in_the_year_9999(readers: Readers, people: People) -> None:
    case = await cases_made.inspected(people)
    filled = {"due_on": "9999-12-31", "officers": str(people.an.id), "reason": "Xác minh chủ hàng"}
    desk = await readers.of(people.giang)
    act, before = f"/desk/cases/{case.id}/acts/verification.ordered", await entries_of(case)
    assert await press_to_the_end(desk, act, **filled) == 409
    assert "«Hạn» là 31/12/9999, phải từ" in desk.page.text
    assert await entries_of(case) == before


@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59", "1999-05-05T10:00"])
async def test_minutes_of_an_impossible_moment_are_a_fault_and_no_breakdown(
    readers: Readers, people: People, moment: str
) -> None:
    case = await cases_made.sanctioned(people)
    desk = await readers.of(people.giang)
    act = f"/desk/cases/{case.id}/acts/complaint.filed"
    filled = {"by": "Người bị xử phạt", "about": "Quyết định xử phạt", "filed_at": moment}
    await desk.open(act)
    typed = {name: text for name, text in filled.items() if desk.form(act).find(name)}
    status = await desk.press(act, **typed)
    if status == 200:
        status = await desk.press(act, "sure")
    assert status in (409, 422)
    assert await case.facts()
    assert (await case.facts()).complaints == {}


async def test_a_time_limit_cannot_be_extended_beyond_the_calendar(people: People) -> None:
    case = await cases_made.due(people)
    until = case_execution_acts.DeadlineExtended(
        rule="D12",
        until=date(9999, 12, 31),
        document_id=None,
        reason="Vụ việc phức tạp",
    )
    assert await case.refused(CaseAct.DEADLINE_EXTENDED, until) == "out_of_bounds"
    assert (await case.facts()).state == CaseState.DECISION_DUE


async def test_a_violation_ends_before_it_is_found_and_is_found_before_it_is_recorded(
    people: People,
) -> None:
    for ended in (date(9999, 12, 31), date(2012, 12, 31)):
        with pytest.raises(AssertionError, match=r"case_paper_incomplete.*Ngày chấm dứt hành vi"):
            await cases_made.recorded(people, cases_made.violation(ended_on=ended))
    case = await cases_made.inspected(people)
    sound = await cases_made.minuted(case)
    for ended in (date(9999, 12, 31), date(2012, 12, 31), cases_made.in_days(1)):
        wrong = [cases_made.violation(ended_on=ended)]
        content = msgspec.structs.replace(sound, violations=wrong)
        assert await case.refused(CaseAct.VIOLATION_RECORDED, content, people.an) == "out_of_bounds"
    later = msgspec.structs.replace(sound, recorded_at=clock.now() + timedelta(hours=1))
    assert await case.refused(CaseAct.VIOLATION_RECORDED, later, people.an) == "out_of_bounds"


async def test_evidence_of_a_phone_that_cannot_be_is_kept_and_waits_for_a_person(
    people: People,
) -> None:
    work = await factories.announced(people)
    fixed = contents.place(210_285_110, 1_058_542_300, fixed_at="2989-01-01T00:00:00Z")
    outcome = await work.act("place.fixed", fixed)
    assert getattr(outcome, "quarantine", None) is not None
    assert outcome.quarantine.code == QuarantineCode.OUT_OF_BOUNDS  # type: ignore[union-attr]
    taken = await work.act("place.fixed", contents.place(210_285_110, 1_058_542_300))
    assert getattr(taken, "quarantine", "refused") is None


@pytest.mark.parametrize("day", ["1999-01-01", "0001-01-01", "2099-01-01", "01/01/2099"])
async def test_an_impossible_day_is_told_at_its_field_before_anybody_is_asked_to_confirm(
    readers: Readers, people: People, day: str
) -> None:
    case = await delivered(people)
    desk = await readers.of(people.giang)
    act = f"/desk/cases/{case.id}/acts/payment.received"
    await desk.open(act)
    filled = PAYMENT | {"kind": "fine", "amount": "1.000.000 VNĐ", "paid_on": day}
    assert await desk.press(act, **filled) == 409
    assert '<a href="#f-paid_on">«Ngày nộp» là' in desk.html
    assert 'id="f-paid_on-error"' in desk.html
    assert "sure" not in [button.value for button in desk.form(act).buttons]
    typed = "/".join(reversed(day.split("-")))
    assert desk.form(act).find("paid_on").value == typed, "nothing typed is lost"


async def test_a_sum_is_paid_with_the_word_that_people_write_behind_it(
    readers: Readers, people: People
) -> None:
    case = await delivered(people)
    desk = await readers.of(people.giang)
    act = f"/desk/cases/{case.id}/acts/payment.received"
    filled = PAYMENT | {"kind": "fine", "amount": "1.500.000 VNĐ"}
    assert await press_to_the_end(desk, act, **filled) == 200
    assert [one.amount for one in (await case.facts()).payments] == [1_500_000]
