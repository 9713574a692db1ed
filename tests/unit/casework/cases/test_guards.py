"""Why an act of a case may not take effect: each rule with its article, told in both languages."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest

from backend.casework.texts.cases import _REFUSALS, refusal
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.acts import parts as case_parts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import (
    CaseAct,
    CloseOutcome,
    DeliveryMode,
    DocumentState,
    ExhibitState,
    ExplanationMode,
    InformationSource,
)
from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.law.sanctions import ExplanationRight, Step
from tests.unit.casework.cases import made
from tests.unit.casework.cases.made import NOW, TODAY, guard, guard_context, ident

WHY = Text(vi="vì thế", en="because")
RIGHT = ExplanationRight(exists=True, doubtful=False, reasons=[Step(text=WHY, article="Điều 61")])


def code(content: Wire, facts: Any, **outside: Any) -> str | None:
    """The code of the refusal, None where nothing stands against the act."""
    found = guard(content, facts, guard_context(**outside))
    return found.code if found else None


def proposal(opening: case_parts.Opening | None = None) -> case_intake_acts.InspectionProposed:
    return case_intake_acts.InspectionProposed(
        opening=opening,
        document_id=None,
        basis="Tin báo",
        contents=["Nguồn gốc hàng hóa"],
        expected_violation="",
        expected_law="",
        proposed_start=TODAY,
        duration_days=1,
        party=made.party(),
    )


def closed(outcome: CloseOutcome, told: Any = None) -> case_acts.CaseClosed:
    return case_acts.CaseClosed(
        outcome=outcome, reason="Hết việc", informant_told_on=told, document_id=None
    )


@pytest.mark.parametrize("source", InformationSource)
def test_only_orders_and_officers_reports_ground_a_proposal_without_verification(
    source: InformationSource,
) -> None:
    facts = made.informed(source).facts
    directly = source in (InformationSource.ORDER, InformationSource.OFFICER)
    assert code(proposal(), facts) == (None if directly else "case_verify_first")


def test_a_case_keeps_the_rules_of_the_day_it_was_opened() -> None:
    content = proposal(made.opening())
    assert code(content, None, rule_set="2027-01-01") == "case_rule_set"
    assert code(content, None) is None


def test_who_gave_information_is_told_the_result_unless_he_asked_otherwise() -> None:
    waits, does_not = made.informed().facts, made.informed(wants_answer=False).facts
    assert code(closed(CloseOutcome.NO_ACTION), waits) == "case_informant"
    assert code(closed(CloseOutcome.NO_ACTION, TODAY), waits) is None
    assert code(closed(CloseOutcome.NO_ACTION), does_not) is None
    assert code(closed(CloseOutcome.COMPLIANT), does_not) == "case_outcome"


def test_violation_minutes_need_their_paper_and_do_not_come_from_the_future() -> None:
    case = made.inspected()
    content = made.minutes()
    assert code(content, case.facts) == "case_paper_missing"
    case.paper("MBB01")
    assert code(content, case.facts) is None
    assert code(content, case.facts, now=NOW - timedelta(hours=1)) == "case_dates"


def test_the_right_to_explain_is_waited_for() -> None:
    with_right, without = made.recorded(right=True).facts, made.recorded().facts
    asked = case_acts.ExplanationRequested(
        mode=ExplanationMode.DIRECT, requested_at=NOW, document_id=None, alone="Đơn gửi sau"
    )
    assert code(asked, without) == "case_no_explanation_right"
    assert code(asked, with_right, due={"D08": NOW + timedelta(days=1)}) is None
    assert code(asked, with_right, due={"D08": NOW}) == "case_request_unproved"
    unseen = msgspec.structs.replace(asked, alone=None)
    assert code(unseen, with_right, due={"D08": NOW + timedelta(days=1)}) == "case_request_alone"
    needless = msgspec.structs.replace(asked, despite="Bưu điện chậm")
    assert code(needless, with_right, due={"D08": NOW + timedelta(days=1)}) == "case_not_late"

    over = case_acts.ExplanationWaived(how="time_over", at=NOW, reason="")
    assert code(over, with_right, due={"D09": NOW + timedelta(days=3)}) == "case_explanation_right"
    assert code(over, with_right, due={"D09": NOW}) is None
    none = case_acts.ExplanationWaived(how="no_right", at=NOW, reason="")
    assert code(none, with_right) == "case_hearing_due"
    assert code(none, without) is None
    assert code(none, without, hearing=RIGHT) == "case_hearing_due", "minutes that denied it"
    assert code(over, without, hearing=RIGHT) == "case_explanation_right", "no clock ran"
    assert code(over, without, hearing=RIGHT, hearing_over=True) is None
    assert code(asked, without, hearing=RIGHT) is None


def test_after_the_time_for_the_decision_only_remedies_are_left() -> None:
    case = made.recorded()
    case.paper("MQĐ15")
    ordered = case_acts.RemedyOrdered(
        document_id=ident("MQĐ15"),
        decided_on=TODAY,
        why="time_over",
        reason="Quá thời hạn ra quyết định",
        confiscated=[],
        remedies=["Buộc tiêu hủy"],
        comply_days=10,
    )
    assert code(ordered, case.facts, due={"D12": NOW + timedelta(seconds=1)}) == "case_remedy_why"
    assert code(ordered, case.facts, due={"D12": NOW}) == "case_remedy_why", (
        "its own day is in time"
    )
    over = {"D12": datetime(2026, 11, 23, 17, tzinfo=UTC)}
    assert code(ordered, case.facts, due=over) is None
    case.paper("MQĐ02")
    other = case.facts.papers[ident("MQĐ02")]
    assert code(ordered, case.facts, due=over) is None, "signed when it was too late as well"
    other.issued_on = date(2026, 11, 20)
    assert code(ordered, case.facts, due=over) == "case_decision_in_force"


def test_a_decision_is_of_the_day_on_which_its_paper_was_signed() -> None:
    case = made.recorded()
    case.paper("MQĐ14")
    earlier = case_acts.RemedyOrdered(
        document_id=ident("MQĐ14"),
        decided_on=TODAY - timedelta(days=1),
        why="other",
        reason="Hàng vô chủ",
        confiscated=[],
        remedies=[],
        comply_days=10,
    )
    assert code(earlier, case.facts) == "case_dates"


def test_a_paper_of_the_phone_joins_as_its_inspection_s_record_has_it() -> None:
    case = made.inspected()
    adopted = case_side_acts.DocumentAdopted(
        document_id=ident("on site"),
        inspection_id=ident("inspection"),
        form="MBB01",
        form_version=1,
        fields={},
        number="1/BB-VPHC-01-QLTT0001",
        issued_on=TODAY,
        pages=2,
    )
    assert code(adopted, case.facts) == "case_paper_unknown"
    assert code(adopted, case.facts, adopted=True) is None
    case.add(CaseAct.DOCUMENT_ADOPTED, adopted)
    assert code(adopted, case.facts, adopted=True) == "case_paper_state"


def test_a_letter_counts_as_delivered_after_three_returns_and_a_refusal_by_its_minutes() -> None:
    case = made.recorded()
    document = case.paper("MQĐ14")
    case.add(
        CaseAct.EXPLANATION_WAIVED, case_acts.ExplanationWaived(how="no_right", at=NOW, reason="")
    ).add(
        CaseAct.REMEDY_ORDERED,
        case_acts.RemedyOrdered(
            document_id=document,
            decided_on=TODAY,
            why="other",
            reason="Vô chủ",
            confiscated=[],
            remedies=[],
            comply_days=10,
        ),
    )

    def delivered(
        mode: DeliveryMode, attempts: int = 1, **more: Any
    ) -> case_execution_acts.DecisionDelivered:
        given: dict[str, Any] = {
            "document_id": document,
            "mode": mode,
            "delivered_on": TODAY,
            "deemed": mode != DeliveryMode.DIRECT,
            "attempts": attempts,
            "proof": "Biên nhận",
            "receiver": None,
            "proof_document_id": None,
        }
        return case_execution_acts.DecisionDelivered(**(given | more))

    assert code(delivered(DeliveryMode.POST, 2), case.facts) == "case_delivery"
    assert code(delivered(DeliveryMode.POST, 3), case.facts) == "case_delivery_since"
    returned = delivered(DeliveryMode.POST, 3, since=TODAY)
    assert code(returned, case.facts) == "case_delivery"
    third = TODAY + timedelta(days=3)
    counted = delivered(DeliveryMode.POST, 3, since=TODAY, delivered_on=third)
    assert code(counted, case.facts, today=third) == "case_delivery_proof"
    assert code(delivered(DeliveryMode.REFUSED), case.facts) == "case_paper_missing"
    refusal_minutes = case.paper("MBB06")
    told = delivered(DeliveryMode.REFUSED, proof_document_id=refusal_minutes)
    assert code(told, case.facts) is None
    assert code(delivered(DeliveryMode.ELECTRONIC), case.facts) == "case_delivery"
    early = delivered(DeliveryMode.DIRECT, delivered_on=TODAY - timedelta(days=1))
    assert code(early, case.facts) == "case_dates"


def test_exhibits_are_destroyed_or_sold_only_after_confiscation() -> None:
    case = made.seized()
    things = [ident("thing 1"), ident("thing 2")]

    def disposed(how: ExhibitState, *ids: Any) -> case_exhibit_acts.ExhibitsDisposed:
        return case_exhibit_acts.ExhibitsDisposed(
            exhibits=list(ids or things),
            disposition=how,
            on=TODAY,
            document_id=None,
            proceeds=None,
            reason="Theo quyết định",
        )

    assert code(disposed(ExhibitState.DESTROYED), case.facts) == "case_destruction_paper"
    assert code(disposed(ExhibitState.SOLD), case.facts) == "case_confiscation"
    assert code(disposed(ExhibitState.CONFISCATED), case.facts) == "case_confiscation_paper"
    assert (
        code(disposed(ExhibitState.TRANSFERRED, things[0], things[0]), case.facts) == "case_exhibit"
    )
    assert code(disposed(ExhibitState.RETURNED), case.facts) == "case_paper_missing"
    assert code(disposed(ExhibitState.TRANSFERRED, ident("another")), case.facts) == "case_exhibit"
    assert code(disposed(ExhibitState.TRANSFERRED), case.facts) == "case_paper_missing"
    contract = case_side_acts.SheetsFiled(
        title="Biên bản bàn giao",
        issued_on=TODAY,
        number="1",
        sheets=1,
        document_id=None,
        sha256=None,
    )
    case.add(CaseAct.SHEETS_FILED, contract)
    # What is only seized leaves by a referral that names it; a sheet is none.
    assert code(disposed(ExhibitState.TRANSFERRED), case.facts) == "case_paper_missing"


def test_a_seal_is_put_once_and_opened_with_minutes() -> None:
    case = made.seized()
    things = [ident("thing 1"), ident("thing 2")]
    rows = [
        {
            "name": exhibit.content.name,
            "unit": exhibit.content.unit,
            "quantity": exhibit.content.quantity,
        }
        for exhibit in case.facts.exhibits.values()
    ]
    other = case.paper("MBB26", "other seals", items=[rows[0] | {"seal_number": "NP-09"}, rows[1]])
    fewer = case.paper("MBB26", "one thing", items=rows[:1])
    for paper in (other, fewer):
        sealed = case_exhibit_acts.ExhibitsSealed(
            document_id=paper, exhibits=things, seals=["NP-01", "NP-02"], sealed_at=NOW
        )
        assert code(sealed, case.facts) == "case_sealed_differs"
    sealing = case.paper("MBB26", items=[rows[0] | {"seal_number": "np-01"}, rows[1]])
    sealed = case_exhibit_acts.ExhibitsSealed(
        document_id=sealing, exhibits=things, seals=["NP-01", "NP-02"], sealed_at=NOW
    )
    three = case_exhibit_acts.ExhibitsSealed(
        document_id=sealing, exhibits=things, seals=["NP-01", "NP-02", "NP-03"], sealed_at=NOW
    )
    assert code(three, case.facts) == "case_exhibit"
    assert code(sealed, case.facts) is None
    case.add(CaseAct.EXHIBITS_SEALED, sealed)
    assert [exhibit.seal for exhibit in case.facts.exhibits.values()] == ["NP-01", "NP-02"]
    assert code(sealed, case.facts) == "case_exhibit"
    opened = case_exhibit_acts.ExhibitsUnsealed(
        document_id=ident("MBB27"),
        exhibits=things,
        intact=True,
        unsealed_at=NOW,
        reason="Giám định",
    )
    assert code(opened, case.facts) == "case_paper_missing"
    for others in (rows[:1], [rows[0] | {"seal_number": "NP-02"}, rows[1]], []):
        case.paper("MBB27", items=others)
        assert code(opened, case.facts) == "case_unsealed_differs"
    case.paper("MBB27", items=[rows[0] | {"seal_number": "np-01"}, rows[1]])
    assert code(opened, case.facts) is None


@pytest.mark.parametrize("form", ["PA", "ĐX"])
@pytest.mark.parametrize(
    ("recipients", "stays_inside"),
    [
        (["Đội Quản lý thị trường số 1", "Lưu: VT"], True),
        (["Các thành viên Đoàn kiểm tra", "Toàn thể kiểm soát viên Đội số 1"], True),
        (["Các cơ sở kinh doanh", "Các ông Trần Văn Mẫu"], False),
        ([], True),
        (["Trần Văn Mẫu"], False),
        (["ông TRAN VAN MAU (để biết);"], False),
        (["Đội số 1", "gửi Cơ sở Hoa-Gạo"], False),
        (["Ông Trần Văn Mười"], False),
        (["Cty Sao Mai"], False),
        (["C.ty TP Sao-Mai"], False),
        (["Bà Trần Thị Bưởi"], False),
        (["Cơ sở được kiểm tra"], False),
        (["Đội số 1 chuyển Cty Sao Mai"], False),
        (["Lưu: Sao Mai"], False),
        (["Hoa Gạo"], False),
        (["Như trên", "Lưu: VT, HSVV."], True),
        (["Chi cục QLTT Hà Nội (để báo cáo)", "UBND phường Cửa Nam", "Lưu: hồ sơ vụ việc"], True),
    ],
)
def test_what_is_prepared_before_an_inspection_is_not_sent_to_the_party(
    form: str, recipients: list[str], stays_inside: bool
) -> None:
    case = made.inspected()
    case.facts.party = msgspec.structs.replace(made.party(), trade_name="Cơ sở Hoa Gạo")
    document = ident("plan")
    fields = {"recipients": recipients}
    draft = case_side_acts.DocumentDrafted(
        document_id=document, form=form, form_version=1, fields=fields, replaces=None
    )
    case.add(CaseAct.DOCUMENT_DRAFTED, draft)
    hashed = case.facts.papers[document].fields_hash
    ready = case_side_acts.DocumentFinalised(document_id=document, fields_hash=hashed)
    wanted = None if stays_inside else "case_paper_internal"
    assert code(ready, case.facts) == wanted

    # One that was made final before the rule is not issued, nor handed over, either.
    paper = case.facts.papers[document]
    paper.state = DocumentState.SIGNED
    handed = case_side_acts.DocumentDelivered(
        document_id=document,
        mode=DeliveryMode.DIRECT,
        delivered_on=TODAY,
        receiver="Văn thư",
        proof="Sổ",
    )
    assert code(handed, case.facts) == wanted
    to_him = msgspec.structs.replace(handed, receiver="Trần Văn Mẫu")
    assert code(to_him, case.facts) == "case_paper_internal"
    paper.form = "MQĐ02"
    assert code(to_him, case.facts) is None


def test_an_extension_or_instalments_that_the_law_does_not_know_are_refused_in_its_words() -> None:
    case = made.recorded()
    document = case.paper("MQĐ05")
    parts = [
        case_execution_acts.Instalment(due_on=TODAY, amount=1),
        case_execution_acts.Instalment(due_on=TODAY, amount=2),
    ]
    granted = case_execution_acts.InstalmentsGranted(
        document_id=document, schedule=parts, reason="Khó khăn kinh tế"
    )
    extended = case_execution_acts.DeadlineExtended(
        rule="D04", until=TODAY, document_id=None, reason="Chờ kết quả"
    )
    for content, name in ((granted, "relief"), (extended, "extension")):
        assert code(content, case.facts) is None
        found = guard(content, case.facts, guard_context(**{name: WHY}))
        assert found is not None
        assert "vì thế" in found.text.vi
        assert "because" in found.text.en


def test_every_refusal_is_a_sentence_in_both_languages() -> None:
    for key, (vi, en) in _REFUSALS.items():
        assert vi != en, key
        assert vi[-1] in ".}", key
        assert en[-1] in ".}", key
    assert refusal("case_exhibits_open", count=2).text.vi.startswith("Còn 2 tang vật")
