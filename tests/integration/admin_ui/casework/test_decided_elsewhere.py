"""One act is decided once, in whatever case: a second decision names the other's, needs a reason, and is listed."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.casework.cases import elsewhere
from backend.core import database
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from backend.operations.verification import service as verification
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct, CaseState
from schemas.parties.acts import PartyDetails
from tests.integration.admin_ui.casework.test_papers import certified
from tests.integration.admin_ui.casework.test_signed_and_entered import made_ready, numbers, signed
from tests.integration.casework.cases.test_on_spot import on_spot
from tests.integration.casework.prior_offences.test_after_a_merge import (
    FIRST,
    OTHER,
    SECOND,
    parted,
)
from tests.integration.parties.test_merging import SHOP, merged
from tests.integration.parties.test_register_of_parties import registered
from tests.support import cases_made
from tests.support.by_hand import Hand, hand
from tests.support.cases_made import Case, today
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.signing import Authority, authority

__all__ = ["hand"]
pytestmark = pytest.mark.usefixtures("pool")

WHY = "Quyết định kia phạt phần hàng ở kho, quyết định này phần hàng ở quầy"


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def number_of(case: Case) -> str:
    return (await case.facts()).opening.number


async def listed(case: Case) -> list[tuple[str, str]]:
    rows = await database.fetch(
        "SELECT kind, reason FROM exceptions WHERE record_id = $1 AND kind <> 'self_signed'",
        case.id,
    )
    return [(row["kind"], row["reason"]) for row in rows]


async def test_a_second_sanction_on_one_act_names_the_first_and_needs_a_reason(
    readers: Readers, people: People, issuer: Authority
) -> None:
    first = await cases_made.sanctioned(people)
    facts = await first.facts()
    assert facts.decision_id
    decision = facts.papers[facts.decision_id].number
    assert decision
    case = await cases_made.due(people)
    await certified(people.giang, issuer)
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/cases/{case.id}/sanction")
    assert facts.opening.number in giang.page.text, "nothing was said before it was drawn up"
    address = await made_ready(giang, case)
    await giang.open(f"{address}/sign")
    assert facts.opening.number in giang.page.text
    assert decision in giang.page.text
    taken = await numbers()
    assert await signed(giang, address) == 409, "it was sanctioned a second time without a word"
    assert decision in giang.page.text
    assert (await numbers(), (await case.facts()).state) == (taken, CaseState.DECISION_DUE)
    assert await signed(giang, address, twice=WHY) == 200
    assert (await case.facts()).state == CaseState.SANCTIONED
    assert await listed(case) == [("decided_twice", WHY)]
    assert await listed(first) == []
    report = await verification.in_snapshot(None, lambda *_: None)
    assert not [one for one in report.findings if "exception" in one.where]


async def test_another_day_another_act_another_party_and_what_was_annulled_ask_nothing(
    people: People,
) -> None:
    first = await cases_made.sanctioned(people)
    content = await cases_made.imposed(await cases_made.due(people))
    for changed in (
        {"violations": [cases_made.violation(ended_on=today() - timedelta(days=1))]},
        {"party": cases_made.party(name="Lê Thị Khác", identity_number="001099900018")},
        {"party": cases_made.party(identity_number="001099900019")},
    ):
        case = await cases_made.inspected(people)
        recorded = await cases_made.minuted(case, *changed.pop("violations", []), **changed)
        await case.take(CaseAct.VIOLATION_RECORDED, recorded, people.an)
        await cases_made.approve(case)
        await cases_made.waive(case)
        await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    again = await cases_made.due(people)
    content = await cases_made.imposed(again)
    assert await again.refused(CaseAct.SANCTION_IMPOSED, content) == "case_decided_elsewhere"
    await first.cancelled(first.papers["MQĐ02"])
    await again.take(CaseAct.SANCTION_IMPOSED, content)


async def test_the_same_party_by_another_name_is_known_by_his_number(people: People) -> None:
    await cases_made.sanctioned(people)
    case = await cases_made.inspected(people)
    party = cases_made.party(name="Trần V. Mẫu (Tèo)")
    await case.take(
        CaseAct.VIOLATION_RECORDED, await cases_made.minuted(case, party=party), people.an
    )
    await cases_made.approve(case)
    await cases_made.waive(case)
    content = await cases_made.imposed(case)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, content) == "case_decided_elsewhere"


async def test_on_the_spot_and_by_remedies_alone_nobody_is_decided_upon_twice(
    people: People,
) -> None:
    one, other = await cases_made.inspected(people), await cases_made.inspected(people)
    await one.take(CaseAct.SANCTION_IMPOSED_ON_SPOT, await on_spot(one, today()))
    content = await on_spot(other, today())
    refused = await other.refused(CaseAct.SANCTION_IMPOSED_ON_SPOT, content)
    assert refused == "case_decided_elsewhere"
    content = msgspec.structs.replace(content, twice=WHY)
    await other.take(CaseAct.SANCTION_IMPOSED_ON_SPOT, content)
    assert await listed(other) == [("decided_twice", WHY)]

    await cases_made.sanctioned(people)
    case = await cases_made.due(people)
    ordered = case_acts.RemedyOrdered(
        document_id=case.id,
        decided_on=today(),
        why="other",
        reason="Vi phạm lần đầu, không phạt",
        confiscated=[],
        remedies=["Buộc tiêu hủy hàng hóa"],
        comply_days=10,
        ground_proof=await case.paper("MBB05", people.an),
    )
    paper = await cases_made.remedied(case, ordered)
    ordered = msgspec.structs.replace(ordered, document_id=paper)
    assert await case.refused(CaseAct.REMEDY_ORDERED, ordered) == "case_decided_elsewhere"
    ordered = msgspec.structs.replace(ordered, twice=WHY)
    await case.take(CaseAct.REMEDY_ORDERED, ordered)
    assert [kind for kind, _ in await listed(case)] == ["decided_twice"]


async def test_of_a_case_out_of_sight_only_its_number_and_unit_are_told(
    hand: Hand, people: People
) -> None:
    first = await cases_made.sanctioned(people)
    facts = await first.facts()
    assert facts.decision_id
    decision = facts.papers[facts.decision_id].number
    assert decision
    unit_id: UUID = await database.fetchval(
        "SELECT id FROM units WHERE level = 2 AND id <> $1 LIMIT 1", people.giang.unit.unit_id
    )
    await database.execute(
        "UPDATE cases SET unit_2 = $2, unit_id = $2, unit_3 = NULL WHERE id = $1",
        first.id,
        unit_id,
    )
    name = await database.fetchval("SELECT name_vi FROM units WHERE id = $1", unit_id)
    case = await cases_made.due(people)
    document = await hand.ready(case, "MQĐ02", people.giang, drafter=people.an)
    hashed = (await case.facts()).papers[document].fields_hash
    desk = await hand.of(people.giang)
    answer = await desk.post(
        f"/desk/documents/{document}/sign", fields_hash=hashed, by_hand="yes", alone=""
    )
    assert answer.status_code == 409, (
        "it enters with its scan, so why is asked before it is printed"
    )
    shown = await desk.http.get(f"/desk/documents/{document}/sign")
    assert facts.opening.number in shown.text
    assert name in shown.text
    assert decision not in shown.text


async def test_what_was_decided_under_a_merged_entry_is_decided_on_who_stays(
    people: People,
) -> None:
    """Two entries of one shop, each with a tax code; the second case names the other one."""
    one, other = await registered(people.an, SHOP), await registered(people.em, OTHER)

    async def due(details: PartyDetails, number: str) -> Case:
        case = await cases_made.inspected(people)
        party = cases_made.party(
            kind="organisation", name=details.name, identity_number=None, tax_code=number
        )
        recorded = await cases_made.minuted(case, party=party)
        await case.take(CaseAct.VIOLATION_RECORDED, recorded, people.an)
        await cases_made.approve(case)
        await cases_made.waive(case)
        return case

    first = await due(OTHER, SECOND)
    await first.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(first))
    case = await due(SHOP, FIRST)
    content = await cases_made.imposed(case)
    async with transaction():
        facts = await case.facts()
        acts = elsewhere.done(facts)
        assert await elsewhere.others(case.id, facts, acts, people.giang.actor()) == []
    await merged(one, other, people)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, content) == "case_decided_elsewhere"
    await parted(one, other, people)
    await case.take(CaseAct.SANCTION_IMPOSED, content)
