"""A case's whole life, from the opened case to the archive: for tests, and for bench/cases."""

from backend.core import clock
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts import notices as case_notices
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import (
    CaseAct,
    DeliveryMode,
    ExhibitState,
    ExplanationMode,
    PaymentKind,
    SeizurePurpose,
)
from schemas.core.ids import new_id
from tests.support.cases_made import (
    Case,
    exhibit,
    imposed,
    in_days,
    minuted,
    rows,
    seized,
    today,
    written_by_party,
)
from tests.support.exhibits_made import destroyed, taken


async def whole_life(case: Case) -> int:
    """Play a case from its opening to the archive, with seizure, seal, decision, delivery and
    payment; return the number of its acts."""
    worker = case.worker
    seized_exhibit = exhibit()
    held = [seized_exhibit.exhibit_id]
    await case.take(
        CaseAct.NOTE_ADDED, case_side_acts.NoteAdded(text="Đã báo cáo Đội trưởng"), worker
    )
    party = (await case.facts()).party
    await case.take(CaseAct.VIOLATION_RECORDED, await minuted(case, party=party), worker)
    await case.take(
        CaseAct.EXHIBITS_SEIZED, await seized(case, seized_exhibit, place="Kho Đội"), worker
    )
    decided = case_exhibit_acts.SeizureDecided(
        document_id=await case.following(
            "MQĐ20", exhibits=rows(await case.facts(), held), until_on=in_days(7).isoformat()
        ),
        exhibits=held,
        decided_on=today(),
        until=in_days(7),
        reason="Để xác minh nguồn gốc",
        purpose=SeizurePurpose.PREVENT,
    )
    await case.take(CaseAct.SEIZURE_DECIDED, decided)
    sealed = case_exhibit_acts.ExhibitsSealed(
        document_id=await case.paper(
            "MBB26",
            worker,
            items=[one | {"seal_number": "NP-01"} for one in rows(await case.facts(), held)],
        ),
        exhibits=held,
        seals=["NP-01"],
        sealed_at=clock.now(),
    )
    await case.take(CaseAct.EXHIBITS_SEALED, sealed, worker)
    explained = case_acts.ExplanationReceived(
        mode=ExplanationMode.WRITTEN,
        received_at=clock.now(),
        content="Tôi mua trôi nổi, không biết phải có hóa đơn.",
        accepted=False,
        document_id=None,
        sheet=await written_by_party(case),
    )
    await case.take(CaseAct.EXPLANATION_RECEIVED, explained, worker)
    await case.take(CaseAct.SANCTION_IMPOSED, await imposed(case, confiscated=held))
    delivered = case_execution_acts.DecisionDelivered(
        document_id=case.papers["MQĐ02"],
        mode=DeliveryMode.DIRECT,
        delivered_on=today(),
        deemed=False,
        attempts=1,
        proof="Ký nhận",
        receiver="Trần Văn Mẫu",
        proof_document_id=None,
    )
    await case.take(CaseAct.DECISION_DELIVERED, delivered, worker)
    for part in (2_000_000, 3_000_000):
        paid = case_execution_acts.PaymentReceived(
            payment_id=new_id(),
            kind=PaymentKind.FINE,
            amount=part,
            paid_on=today(),
            receipt_number=f"KB-{case.id.hex[-8:]}-{part}",
            place="Kho bạc",
        )
        await case.take(CaseAct.PAYMENT_RECEIVED, paid, worker)
    opened = case_exhibit_acts.ExhibitsUnsealed(
        document_id=await case.paper(
            "MBB27",
            worker,
            items=[one | {"seal_number": "NP-01"} for one in rows(await case.facts(), held)],
        ),
        exhibits=held,
        intact=True,
        unsealed_at=clock.now(),
        reason="Để tiêu hủy",
    )
    await case.take(CaseAct.EXHIBITS_UNSEALED, opened, worker)
    disposed = case_exhibit_acts.ExhibitsDisposed(
        exhibits=held,
        disposition=ExhibitState.CONFISCATED,
        on=today(),
        document_id=case.papers["MQĐ02"],
        proceeds=None,
        reason="Theo quyết định xử phạt",
        minutes_id=await taken(case, held, case.papers["MQĐ02"]),
    )
    await case.take(CaseAct.EXHIBITS_DISPOSED, disposed, worker)
    await case.take(CaseAct.EXHIBITS_DESTROYED, await destroyed(case, held))
    sent = case_notices.CopySent(
        document_id=case.papers["MQĐ02"],
        to="other",
        receiver="UBND phường",
        sent_on=today(),
        proof="Công văn đi số 12",
    )
    await case.take(CaseAct.COPY_SENT, sent)
    await case.paper("BC", worker)
    scan = case_side_acts.SheetsFiled(
        title="Biên lai thu tiền phạt",
        issued_on=today(),
        number=None,
        sheets=2,
        document_id=None,
        sha256=None,
    )
    await case.take(CaseAct.SHEETS_FILED, scan, worker)
    await case.take(
        CaseAct.NOTE_ADDED, case_side_acts.NoteAdded(text="Đã đối chiếu với Kho bạc"), worker
    )
    await case.take(
        CaseAct.EXECUTION_COMPLETED, case_execution_acts.ExecutionCompleted(completed_on=today())
    )
    await case.take(
        CaseAct.CASE_ARCHIVED, case_execution_acts.CaseArchived(archived_on=today(), shelf="Kệ 3")
    )
    return len((await case.facts()).events)


async def asked_to_explain(case: Case) -> None:
    """Let the violator ask in time to explain in writing."""
    asked = case_acts.ExplanationRequested(
        mode=ExplanationMode.WRITTEN, requested_at=clock.now(), document_id=None
    )
    await written_by_party(case)
    await case.take(CaseAct.EXPLANATION_REQUESTED, asked, case.worker)
