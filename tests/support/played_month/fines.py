"""Stories of fines: paid, amended, annulled, reduced, in parts, ended by a death."""

from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.words import (
    CaseAct,
)
from schemas.core.vocabulary import SubjectKind
from tests.integration.casework.cases.test_on_spot import on_spot
from tests.support import cases_made
from tests.support.cases_made import today
from tests.support.later import at
from tests.support.played_month.making import deliver, due, filed, opened, pay, person, sanctioned
from tests.support.three_provinces import Force


async def paid_over_the_edge(force: Force) -> None:
    """Decided a minute before the reporting year ends, paid on a Wednesday and on the Thursday after it."""
    with at("2026-12-13 09:00"):
        case = await due(force["0101"], person(1))
    with at("2026-12-14 23:59"):
        await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    with at("2026-12-15 00:05"):
        await deliver(case)
    with at("2026-12-16 23:59"):
        await pay(case, 2_000_000)
    with at("2026-12-17 00:01"):
        await pay(case, 3_000_000)
        done = case_execution_acts.ExecutionCompleted(completed_on=today())
        await case.take(CaseAct.EXECUTION_COMPLETED, done, case.people.chi)


async def an_organisation(force: Force) -> None:
    """Minutes in the old reporting year, the decision in the new one; the party is fined twice in the month."""
    who = person(
        2,
        kind=SubjectKind.ORGANISATION,
        name="Công ty TNHH Hai Lần",
        identity_number=None,
        birth_date=None,
        sex=None,
        tax_code="0109900016",
    )
    with at("2026-12-14 23:30"):
        case = await due(force["0101"], who)
    with at("2026-12-15 00:10"):
        await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    with at("2026-12-18 10:00"):
        await sanctioned(force["4601"], who)


async def on_the_spot(force: Force) -> None:
    """Fined and paid in the last minutes of the year."""
    with at("2026-12-31 23:50"):
        case = await opened(force["0102"], cases_made.party())
        content = await on_spot(case, today())
        await case.take(CaseAct.SANCTION_IMPOSED_ON_SPOT, content)
        await pay(case, content.total, taken="outside_hours")


async def amended_and_refunded(force: Force) -> None:
    """Paid, then amended to less on the 22nd, which is entered on the 24th; the rest goes back."""
    with at("2026-12-10 10:00"):
        case = await sanctioned(force["0102"], person(4))
        await deliver(case)
    with at("2026-12-20 10:00"):
        await pay(case, 5_000_000)
    decision = case.papers["MQĐ02"]
    with at("2026-12-22 16:00"):
        by = await case.change("MQĐ38", decision, total_fine=4_000_000)
    with at("2026-12-24 08:00"):
        amended = case_side_acts.DocumentAmended(
            document_id=decision, by=by, reason="Sửa mức phạt", total=4_000_000, with_effects=True
        )
        await case.take(CaseAct.DOCUMENT_AMENDED, amended)
    with at("2026-12-28 10:00"):
        back = case_execution_acts.FineRefunded(
            amount=1_000_000,
            refunded_on=today(),
            receipt_number="HT-1",
            sheet=await filed(case),
            reason="Quyết định đã sửa",
        )
        await case.take(CaseAct.FINE_REFUNDED, back, case.worker)


async def annulled_and_decided_anew(force: Force) -> None:
    """Annulled on the last day of the reporting year, entered on the next; due again, and decided anew."""
    with at("2026-12-11 10:00"):
        case = await sanctioned(force["0103"], person(5))
    decision = case.papers["MQĐ02"]
    with at("2026-12-14 16:00"):
        by = await case.cancelled(decision, ground="competence")
    with at("2026-12-15 08:00"):
        annulled = case_execution_acts.DecisionAnnulled(
            document_id=decision, by=by, ground="competence", reason="Sai thẩm quyền"
        )
        await case.take(CaseAct.DECISION_ANNULLED, annulled)
    with at("2026-12-23 10:00"):
        paper = await case.paper("MBB05", case.people.an)
        again = case_execution_acts.DecisionDueAgain(
            document_id=paper, recorded_at=cases_made.clock.now()
        )
        await case.take(CaseAct.DECISION_DUE_AGAIN, again)
    with at("2026-12-29 10:00"):
        case.papers.pop("MQĐ02")
        await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))


async def reduced(force: Force) -> None:
    """Reduced by a decision of the year's last day, which is entered two days later."""
    with at("2026-12-12 10:00"):
        case = await sanctioned(force["4801"], person(6))
        await deliver(case)
    with at("2026-12-31 16:00"):
        less = {"amount": 1_000_000, "remaining": 4_000_000}
        paper = await case.following("MQĐ04", case.papers["MQĐ02"], **less)
    with at("2027-01-02 08:00"):
        reduced = case_execution_acts.FineReduced(
            document_id=paper, by=1_000_000, reason="Hoàn cảnh khó khăn", despite="Thiên tai"
        )
        await case.take(CaseAct.FINE_REDUCED, reduced)


async def in_parts(force: Force) -> None:
    """Paid in two parts, the second in the next month."""
    with at("2026-12-12 11:00"):
        case = await sanctioned(force["4801"], person(7))
        await deliver(case)
        schedule = [
            case_execution_acts.Instalment(due_on=cases_made.in_days(days), amount=amount)
            for days, amount in ((2, 2_000_000), (24, 3_000_000))
        ]
        paper = await case.following(
            "MQĐ05",
            case.papers["MQĐ02"],
            instalments=[
                {"amount": one.amount, "until_on": one.due_on.isoformat()} for one in schedule
            ],
        )
        granted = case_execution_acts.InstalmentsGranted(
            document_id=paper, schedule=schedule, reason="Khó khăn", despite="Thiên tai"
        )
        await case.take(CaseAct.INSTALMENTS_GRANTED, granted)
    with at("2026-12-14 09:00"):
        await pay(case, 2_000_000)
    with at("2027-01-05 09:00"):
        await pay(case, 3_000_000)


async def a_death(force: Force) -> None:
    """A part is paid; the violator dies on the 13th; it is entered on the 20th, and a payment of the 11th later."""
    with at("2026-12-10 14:00"):
        case = await sanctioned(force["0101"], person(13))
        await deliver(case)
    with at("2026-12-12 14:00"):
        await pay(case, 1_000_000)
    with at("2026-12-20 14:00"):
        sheet = await filed(case, case.worker)
        ended = case_execution_acts.ExecutionPartial(
            document_id=None,
            why="dead",
            on=cases_made.in_days(-7),
            sheet=sheet,
            successor=None,
        )
        await case.take(CaseAct.EXECUTION_PARTIAL, ended)
    with at("2026-12-22 14:00"):
        await pay(case, 500_000, paid_on=cases_made.in_days(-11))


async def twice_by_two_kinds(force: Force) -> None:
    """One person is fined as a person and as a household, with one identity number."""
    with at("2026-12-17 11:00"):
        await sanctioned(force["4601"], person(23))
    with at("2026-12-18 11:00"):
        household = person(23, kind=SubjectKind.HOUSEHOLD, name="Hộ kinh doanh Số 23")
        await sanctioned(force["4602"], household)
