"""Who was there before: found over the whole force, each match with its reason, told to each as far as he may see."""

from datetime import date
from typing import Any

import msgspec
import pytest

from backend.casework.prior_offences import service as prior_offences
from backend.core.errors import NotAllowed
from schemas.casework.prior_offences import MatchReason, PartyIdentity, PriorOffences
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.acts import DecisionSubject
from tests.support import factories
from tests.support.case_rows import ADDRESS, NAME, TAX, case_of
from tests.support.people import People
from tests.support.readers import Readers


def subject(**changed: Any) -> DecisionSubject:
    """The party of these tests as a decision names it."""
    given = msgspec.structs.replace(
        factories_subject(), name=NAME, address=ADDRESS, tax_code=TAX, kind=SubjectKind.HOUSEHOLD
    )
    return msgspec.structs.replace(given, **changed)


def factories_subject() -> DecisionSubject:
    """A sound subject with nothing but what it must have."""
    return DecisionSubject(
        subject_id=None,
        kind=SubjectKind.HOUSEHOLD,
        name=NAME,
        trade_name=None,
        tax_code=None,
        registration_number=None,
        address=ADDRESS,
        representative=None,
        representative_title=None,
        phone=None,
    )


def party(**given: Any) -> PartyIdentity:
    """Whom a test asks for."""
    empty = dict.fromkeys(PartyIdentity.__struct_fields__)
    return PartyIdentity(**(empty | given))


def numbers(report: PriorOffences) -> dict[str, list[MatchReason]]:
    """What was found, by number."""
    return {match.number: match.reasons for match in (*report.inspections, *report.cases)}


async def test_a_party_is_found_by_what_agrees_and_each_reason_is_told(
    people: People, pool: object
) -> None:
    same = await factories.decided(people, subject=subject())
    typed = await factories.decided(
        people, subject=subject(name="HO KINH DOANH DO THI HOA", tax_code=None)
    )
    similar = await factories.decided(
        people,
        subject=subject(name="Hộ kinh doanh Đỗ Thị Hoàn", tax_code=None),
        place=ADDRESS.upper(),
    )
    elsewhere = await factories.decided(
        people, subject=subject(address="Số 9 phố Ngô, phường Khoai", tax_code=None)
    )
    giang = people.giang.actor()
    told = await prior_offences.find(giang, party(name=NAME, address=ADDRESS, tax_code=TAX))
    assert numbers(told) == {
        same.number: [MatchReason.TAX_CODE, MatchReason.NAME_AND_ADDRESS],
        typed.number: [MatchReason.NAME_AND_ADDRESS],
        similar.number: [MatchReason.SIMILAR_NAME],
    }
    by_name = await prior_offences.find(giang, party(name="ho kinh doanh do thi hoa"))
    assert elsewhere.number in numbers(by_name)
    assert set(numbers(by_name)[elsewhere.number]) == {MatchReason.NAME_ONLY}
    apart = await prior_offences.find(giang, party(tax_code=TAX), apart_from=same.id)
    assert numbers(apart) == {}
    assert "Không tìm thấy" in apart.text.vi


async def test_of_other_units_only_number_and_unit_are_told(people: People, pool: object) -> None:
    work = await factories.announced(people, subject=subject())
    case = await case_of(people.giang, "VV-HN-1")
    tip = await case_of(
        people.giang,
        "VV-HN-2",
        recorded_at=None,
        sanctioned_on=None,
        state="info_received",
        fine=0,
        paid=0,
    )
    report = await prior_offences.find(people.ho.actor(), party(tax_code=TAX))
    [inspection], [found] = report.inspections, report.cases
    for match in (inspection, found):
        assert not match.visible
        shown = {name for name in match.__struct_fields__ if getattr(match, name) not in (None, [])}
        assert shown == {"kind", "reasons", "text", "visible", "number", "unit"}
    body = msgspec.json.encode(report.inspections + report.cases).decode()
    assert NAME not in body
    assert str(work.id) not in body
    assert str(case) not in body
    own = await prior_offences.find(people.giang.actor(), party(tax_code=TAX))
    assert {match.id for match in own.cases} == {case, tip}
    with pytest.raises(NotAllowed):
        await prior_offences.find(people.lan.actor(), party(tax_code=TAX))


async def test_unpaid_fines_are_named_and_what_lapsed_is_not_counted(
    people: People, pool: object
) -> None:
    await case_of(people.giang, "VV-1")
    await case_of(
        people.giang,
        "VV-2",
        sanctioned_on=date(2024, 1, 1),
        executed_at=date(2024, 2, 1),
        paid=10_000_000,
    )
    report = await prior_offences.find(people.khanh.actor(), party(name=NAME, address=ADDRESS))
    by_number = {match.number: match for match in report.cases}
    assert by_number["VV-1"].open_vnd == 6_000_000
    assert by_number["VV-1"].standing == "counts"
    assert "6.000.000 đồng" in by_number["VV-1"].text.vi
    assert (by_number["VV-2"].standing, by_number["VV-2"].lapses_on) == ("lapsed", date(2025, 2, 3))
    assert "không tính tái phạm" in by_number["VV-2"].text.vi
    assert "1 lần xử phạt còn tính" in report.text.vi


async def test_a_waived_fine_counts_for_a_year_and_only_a_warning_for_six_months(
    people: People, pool: object
) -> None:
    """Law 15/2012 Art 7.1: six months after a warning was carried out, a year after any other sanction, whatever is
    left of its fine (Art 77); and a re-offence is of the act that was sanctioned (Art 2.5)."""
    day = date(2026, 4, 6)
    given = {"sanctioned_on": date(2026, 3, 2), "executed_at": day, "fine": 0, "paid": 0}
    await case_of(people.giang, "VV-1", **given)
    await case_of(people.giang, "VV-2", only_warned=True, **given)
    report = await prior_offences.find(people.giang.actor(), party(tax_code=TAX))
    told = {match.number: match.lapses_on for match in report.cases}
    assert told == {"VV-1": date(2027, 4, 6), "VV-2": date(2026, 10, 6)}


async def test_after_the_lapse_of_its_time_nothing_of_a_fine_is_owed(
    people: People, pool: object
) -> None:
    """Law 15/2012 Art 74.1: the fine is not executed any more; Art 7.1: the year runs from that day, although a
    remedy was carried out later."""
    await case_of(
        people.giang,
        "VV-1",
        sanctioned_on=date(2025, 1, 6),
        lapsed_on=date(2026, 1, 7),
        executed_at=date(2026, 5, 4),
    )
    report = await prior_offences.find(people.giang.actor(), party(tax_code=TAX))
    [match] = report.cases
    assert (match.open_vnd, match.lapses_on) == (0, date(2027, 1, 7))


async def test_a_decision_that_nobody_carried_out_is_no_inspection_without_violation(
    people: People, readers: Readers
) -> None:
    waiting = await factories.decided(people, subject=subject())
    given_up = await factories.announced(people, subject=subject())
    await given_up.act("inspection.discarded", {"reason": "Đoàn được điều đi nơi khác"})
    shut = await factories.announced(people, subject=subject())
    await factories.write_nonexecution(shut)
    await factories.submit(shut)
    clean = await factories.announced(people, subject=subject())
    await factories.write_minutes(clean, violations=[])
    await factories.submit(clean)
    report = await prior_offences.find(people.giang.actor(), party(tax_code=TAX))
    outcomes = {match.number: match.outcome for match in report.inspections}
    assert outcomes == {
        waiting.number: "not_carried_out",
        given_up.number: "given_up",
        shut.number: "not_executed",
        clean.number: "no_violation",
    }
    said = {match.number: match.text.vi for match in report.inspections}
    assert "chưa thực hiện" in said[waiting.number]
    assert "không ghi vi phạm" not in said[waiting.number]
    assert report.text.vi.startswith("1 cuộc kiểm tra, 0 vụ việc trước đây;")
    assert "3 quyết định kiểm tra khác" in report.text.vi
    desk = await readers.of(people.giang)
    await desk.open("/desk/parties")
    assert await desk.press("/parties", tax_code=TAX) == 200
    assert "Cuộc kiểm tra (1)" in desk.html
    assert "Quyết định kiểm tra chưa có kết quả (3)" in desk.html


async def test_the_desk_answers_under_the_form(readers: Readers, people: People) -> None:
    await factories.decided(people, subject=subject())
    await case_of(people.ho, "VV-DN-1", subject_identity="001085012345", subject_tax_code=None)
    desk = await readers.of(people.giang)
    await desk.open("/desk/parties")
    assert await desk.press("/parties") == 422
    assert "Hãy nhập tên" in desk.html
    await desk.open("/desk/parties")
    filled = {"tax_code": TAX, "identity_number": "001 085 012 345"}
    assert await desk.press("/parties", **filled) == 200
    assert "trùng mã số thuế" in desk.html
    assert "Vụ việc VV-DN-1 của Chi cục Đà Nẵng thử, nằm ngoài phạm vi" in desk.html
