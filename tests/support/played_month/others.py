"""Stories with others: handed on, referred, decided by chairs, received, informed of."""

from typing import Any

from backend import registry
from backend.casework.cases import service as cases
from backend.core.database import transaction
from backend.intake.informations import service
from backend.ledger import service as ledger
from backend.ledger.service import Accepted
from schemas.casework.acts import handed as case_handed_acts
from schemas.casework.acts import parts as case_parts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import (
    CaseAct,
    CaseOfficerRole,
)
from schemas.core.ids import new_id
from schemas.intake.words import Nature
from tests.support import cases_made, informations, referrals
from tests.support.cases_made import Case, today
from tests.support.later import at
from tests.support.played_month.making import due, filed, person
from tests.support.three_provinces import Force

_MOST = 999_999_999_999
"""The greatest fine that a paper can state."""


async def handed_on(force: Force) -> None:
    """Handed on half an hour after midnight of a Thursday; another is not sanctioned on Christmas Eve."""
    with at("2026-12-15 10:00"):
        case = await due(force["4601"], person(10))
        report = await case.paper("BC", case.people.an)
    with at("2026-12-17 00:30"):
        handed = case_acts.CaseTransferred(
            to="Ủy ban nhân dân xã", why="other_field", reason="Khác lĩnh vực", document_id=report
        )
        await case.take(CaseAct.CASE_TRANSFERRED, handed)
    with at("2026-12-18 10:00"):
        case = await due(force["4602"], person(11))
        report = await case.paper("BC", case.people.an)
    with at("2026-12-24 23:58"):
        declined = case_acts.SanctionDeclined(
            reason="Không đủ căn cứ", document_id=report, why="other"
        )
        await case.take(CaseAct.SANCTION_DECLINED, declined)


async def a_crime(force: Force) -> None:
    """Handed to the police on the 13th, entered on the 15th; returned on the 28th, entered on the 30th."""
    with at("2026-12-12 10:00"):
        case = await due(force["4602"], person(12))
    with at("2026-12-13 10:00"):
        content = await referrals.referred(case)
    with at("2026-12-15 09:00"):
        await case.take(CaseAct.CRIME_REFERRED, content)
    with at("2026-12-30 09:00"):
        await filed(case, case.worker)
        returned = case_acts.CrimeDeclined(
            returned_on=cases_made.in_days(-2), number="1/QĐ", reason="Không khởi tố"
        )
        await case.take(CaseAct.CRIME_DECLINED, returned)


async def chairs(force: Force) -> None:
    """One chair fines as much as a paper can state, and annuls it; another does not sanction; one gives a file back."""
    for number, outcome in ((14, "sanction"), (15, "none"), (16, "returned")):
        with at("2026-12-16 15:00"):
            case = await due(force["0102"], person(number))
            up = case_handed_acts.CaseSentUp(
                to="chair",
                receiver="Chủ tịch Ủy ban nhân dân tỉnh",
                unit_id=None,
                sent_on=today(),
                why="above_competence",
                reason="Vượt thẩm quyền",
                sheet=await filed(case),
            )
            await case.take(CaseAct.CASE_SENT_UP, up)
        with at("2026-12-21 15:00"):
            decided = case_handed_acts.ChairDecided(
                document_id=new_id(),
                outcome=outcome,  # type: ignore[arg-type]
                number=f"{number}/QĐ",
                decided_on=cases_made.in_days(-1),
                chair="Ông Lê Văn Chủ",
                place="Ủy ban nhân dân tỉnh",
                total=_MOST if outcome == "sanction" else 0,
                measures=[],
                gain=None,
                confiscated=[],
                licence_suspended=False,
                comply_days=10,
                publish=False,
                sheet=await filed(case),
                alone=None,
            )
            await case.take(CaseAct.CHAIR_DECIDED, decided, case.worker)
        if outcome == "sanction":
            with at("2027-01-03 15:00"):
                changed = case_handed_acts.ChairChanged(
                    document_id=new_id(),
                    change="annulled",
                    number="99/QĐ",
                    decided_on=cases_made.in_days(-4),
                    chair="Ông Lê Văn Chủ",
                    place="Ủy ban nhân dân tỉnh",
                    reason="Sai thẩm quyền",
                    sheet=await filed(case),
                    ground="competence",
                )
                await case.take(CaseAct.CHAIR_CHANGED, changed, case.worker)


async def _received(force: Force, source: str, who: case_parts.Party) -> Case:
    """A file of another body, taken in now: a force's has minutes of two days ago, a prosecution body's none."""
    registry.open_all()
    team, two_days_ago = force["4602"], cases_made.in_days(-2)
    minutes: dict[str, Any] = {"minutes_number": None, "minutes_on": None, "minutes_by": None}
    if source == "force":
        minutes = {
            "minutes_number": "07/BB-VPHC",
            "minutes_on": two_days_ago,
            "minutes_by": "Lê Văn Giao, Công an xã",
            "explanation_waived": True,
        }
    else:
        minutes |= {"request": "23/CV-VKS", "explanation_waived": False}
    async with transaction():
        actor = team.giang.actor("desk")
        worker = await cases.as_officer(team.an.id, CaseOfficerRole.MEMBER)
        content = case_handed_acts.FileReceived(
            opening=await cases.opening(actor, worker, unit_id=team.an.unit.unit_id),
            source=source,  # type: ignore[arg-type]
            body="Công an xã Đồng Mẫu",
            transfer_number=f"15/{source}",
            transfer_on=today(),
            received_on=today(),
            handover="Biên bản bàn giao số 01",
            sheets=12,
            document_id=new_id(),
            detected_on=two_days_ago,
            violations=[cases_made.violation(ended_on=two_days_ago)],
            party=who,
            explanation_right=source == "force",
            electronic_consent=False,
            **minutes,
        )
        case_id, outcome = await cases.start(actor, CaseAct.FILE_RECEIVED, content)
    assert isinstance(outcome, Accepted), outcome
    return Case(case_id, team, team.an, team.giang)


async def files_of_others(force: Force) -> None:
    """The police's minutes of the 10th came on the 12th, and were decided on the 21st; a prosecution body sent none."""
    with at("2026-12-12 16:00"):
        case = await _received(force, "force", person(17))
        await cases_made.waive(case)
        without = await _received(force, "prosecution", person(22))
    with at("2026-12-21 16:00"):
        await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
        facts = await without.facts()
        assert facts.recorded
        order = await cases_made.order(of=facts.recorded.violations[0])
        fields = cases_made.decision(order, "MQĐ01", who=facts.party)
        without.papers["MQĐ02"] = await without.paper(
            "MQĐ01", **cases_made.signed_by("MQĐ01", fields, without.head)
        )
        content = await cases_made.imposed(without, order=order)
        await without.take(CaseAct.SANCTION_IMPOSED_ON_SPOT, content)


async def tips(force: Force) -> None:
    """A tip a minute before the 14th, one after midnight, one about an officer, and two that turn out to denounce."""
    registry.open_all()
    nga = force.people.nga
    with at("2026-12-14 00:04"):
        await informations.registered(nga)
    with at("2026-12-15 00:06"):
        await informations.registered(nga)
    with at("2026-12-15 10:00"):
        await informations.registered(nga, named_officers=[force.people.an.id])
        denounced = await informations.registered(nga)
        of_officer = await informations.registered(nga)
    with at("2026-12-20 10:00"):
        for one, named in ((denounced, []), (of_officer, [force.people.binh.id])):
            async with transaction():
                outcome = await service.classify(
                    one.id,
                    Nature.DENUNCIATION,
                    "Là tố cáo",
                    force.people.giang.actor("desk"),
                    named_officers=named,
                )
            ledger.unwrap(outcome)
