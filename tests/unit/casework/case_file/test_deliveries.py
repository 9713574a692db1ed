"""Lines of the contents list for deliveries: day, way, to whom, and the sheet of the proof if there is one."""

from datetime import date

import msgspec

from backend.casework.case_file import deliveries
from schemas.casework.words import CaseAct, CaseState
from schemas.core.vocabulary import FiledKind
from tests.unit.casework.cases.made import ident
from tests.unit.casework.cases.viewed import case, paper, sheet, told

DAY = date(2026, 3, 9)
GIVEN = {
    "document_id": str(ident("MQĐ02")),
    "mode": "post",
    "delivered_on": "2026-03-09",
    "receiver": "Nguyễn Văn Thử",
}


def test_a_delivery_names_its_day_its_way_and_who_received_what() -> None:
    decision = paper("MQĐ02", id=ident("MQĐ02"), number="7/QĐ-XPHC")
    view = case(
        CaseState.DELIVERED,
        papers=[decision],
        folio=[],
        story=told((CaseAct.DECISION_DELIVERED, GIVEN | {"deemed": True})),
    )
    [line] = deliveries.of_case(view)
    assert (line.number, line.on, line.sheet) == ("7/QĐ-XPHC", DAY, None)
    assert line.said.endswith("(coi là đã giao) cho Nguyễn Văn Thử, gửi qua bưu điện")


def test_its_proof_is_the_sheet_that_the_act_names_or_one_filed_for_the_paper() -> None:
    slip = msgspec.structs.replace(
        sheet(9, DAY), kind=FiledKind.DELIVERY_PROOF, document_id=ident("MQĐ02")
    )
    other = msgspec.structs.replace(
        sheet(3, DAY), kind=FiledKind.DELIVERY_PROOF, document_id=ident("MQĐ20")
    )
    refusal = msgspec.structs.replace(sheet(5, DAY), document_id=ident("MBB06"))
    acts = (
        (CaseAct.DECISION_DELIVERED, GIVEN | {"sheet": 4}),
        (CaseAct.DOCUMENT_DELIVERED, GIVEN),
        (CaseAct.DECISION_DELIVERED, GIVEN | {"proof_document_id": str(ident("MBB06"))}),
    )
    found = [
        deliveries.of_case(case(CaseState.DELIVERED, papers=[], folio=folio, story=told(act)))[
            0
        ].sheet
        for act, folio in zip(acts, ([slip, other], [other, slip], [other, refusal]), strict=True)
    ]
    assert found == [4, 9, 5]


def test_a_dispatch_names_its_recipients() -> None:
    sent = {
        "document_id": str(ident("MQĐ02")),
        "manner": "electronic",
        "sent_on": "2026-03-09",
        "recipients": ["Kho bạc Nhà nước", "Công an phường"],
    }
    view = case(
        CaseState.DELIVERED,
        papers=[],
        folio=[],
        story=told((CaseAct.DOCUMENT_DISPATCHED, sent), CaseAct.NOTE_ADDED),
    )
    [line] = deliveries.of_case(view)
    said = "Phát hành văn bản cho Kho bạc Nhà nước; Công an phường, gửi bằng phương tiện điện tử"
    assert (line.said, line.on) == (said, DAY)
