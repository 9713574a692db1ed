"""Stories of goods: confiscated, sold, destroyed, divided, amended."""

from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import (
    CaseAct,
    ExhibitState,
    PaymentKind,
)
from schemas.core.ids import new_id
from tests.support import cases_made, exhibits_made
from tests.support.cases_made import today
from tests.support.later import at
from tests.support.played_month.making import deliver, due, filed, pay, person
from tests.support.three_provinces import Force


async def goods(force: Force) -> None:
    """Confiscated on the 9th; one lot sold on a Thursday, one destroyed at the end of the month."""
    first, second = (
        cases_made.exhibit(),
        cases_made.exhibit(name="Rượu", unit="chai", value=7_000_000),
    )
    with at("2026-12-08 10:00"):
        case = await due(force["4601"], person(8))
        await case.take(
            CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, first, second), case.worker
        )
    both = [first.exhibit_id, second.exhibit_id]
    with at("2026-12-09 10:00"):
        imposed = await cases_made.imposed(case, confiscated=both)
        await case.take(CaseAct.SANCTION_IMPOSED, imposed)
        await deliver(case)
    with at("2026-12-10 10:00"):
        taken = case_exhibit_acts.ExhibitsDisposed(
            exhibits=both,
            disposition=ExhibitState.CONFISCATED,
            on=today(),
            document_id=case.papers["MQĐ02"],
            proceeds=None,
            reason="Theo quyết định",
            minutes_id=await exhibits_made.taken(case, both, case.papers["MQĐ02"]),
        )
        await case.take(CaseAct.EXHIBITS_DISPOSED, taken, case.worker)
    with at("2026-12-17 00:20"):
        sold = case_exhibit_acts.ExhibitsDisposed(
            exhibits=[second.exhibit_id],
            disposition=ExhibitState.SOLD,
            on=today(),
            document_id=None,
            proceeds=3_000_000,
            reason="Bán đấu giá",
            sheet=await filed(case, case.worker),
            receiver="Công ty Mẫu",
        )
        await case.take(CaseAct.EXHIBITS_DISPOSED, sold)
    with at("2026-12-19 10:00"):
        await pay(case, 3_000_000, PaymentKind.SALE_PROCEEDS)
    with at("2026-12-30 10:00"):
        gone = await exhibits_made.destroyed(case, [first.exhibit_id])
        await case.take(CaseAct.EXHIBITS_DESTROYED, gone, case.worker)


async def divided(force: Force) -> None:
    """A part of a lot is confiscated, the other has no value: the share is rounded down."""
    lot, unvalued = cases_made.exhibit(value=15_000_001), cases_made.exhibit(value=None)
    with at("2026-12-16 10:00"):
        case = await due(force["0103"], person(9))
        await case.take(
            CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, lot, unvalued), case.worker
        )
        part = new_id()
        divided = case_exhibit_acts.ExhibitsDivided(
            exhibits=[lot.exhibit_id], part_id=part, quantity="13", reason="Một phần có hóa đơn"
        )
        await case.take(CaseAct.EXHIBITS_DIVIDED, divided)
        imposed = await cases_made.imposed(case, confiscated=[part, unvalued.exhibit_id])
        await case.take(CaseAct.SANCTION_IMPOSED, imposed)


async def more_goods(force: Force) -> None:
    """An amendment of the 20th confiscates one lot more and one less; it is entered on the 22nd."""
    kept, added, dropped = (
        cases_made.exhibit(),
        cases_made.exhibit(name="Bánh", value=2_000_000),
        cases_made.exhibit(name="Kẹo", value=4_000_000),
    )
    with at("2026-12-11 09:00"):
        case = await due(force["0103"], person(24))
        await case.take(
            CaseAct.EXHIBITS_SEIZED,
            await cases_made.seized(case, kept, added, dropped),
            case.worker,
        )
        first = [kept.exhibit_id, dropped.exhibit_id]
        imposed = await cases_made.imposed(case, confiscated=first)
        await case.take(CaseAct.SANCTION_IMPOSED, imposed)
    now = [kept.exhibit_id, added.exhibit_id]
    with at("2026-12-20 09:00"):
        rows = cases_made.rows(await case.facts(), now)
        by = await case.change(
            "MQĐ38", case.papers["MQĐ02"], confiscation_changed=True, exhibits=rows
        )
    with at("2026-12-22 09:00"):
        amended = case_side_acts.DocumentAmended(
            document_id=case.papers["MQĐ02"],
            by=by,
            reason="Sửa tang vật",
            confiscated=now,
            with_effects=True,
        )
        await case.take(CaseAct.DOCUMENT_AMENDED, amended)
