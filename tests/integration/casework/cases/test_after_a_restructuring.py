"""What the law says of cases whose department was merged while they were open, played with the real acts."""

import dataclasses
from datetime import timedelta

import msgspec
import pytest
from litestar import Litestar

from backend.casework.cases import left_office
from backend.casework.drafting import by_hand
from backend.core import clock, database
from backend.force.delegations import service as delegations
from backend.force.units import service as units
from schemas.casework.acts import complaints as case_complaint_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from tests.integration.casework.issued_documents.test_delegations import given
from tests.support import cases_made, restructured, scans
from tests.support.by_hand import Hand, hand
from tests.support.cases_made import Case
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")

__all__ = ["hand"]


async def merge(people: People, case: Case) -> None:
    """The department of Hà Nội ends, with giang's office; that of Đà Nẵng, which ho heads, takes it over."""
    await restructured.merged("01", people.units["48"].unit_id, people)
    case.head = people.ho


async def today_s(person: Person) -> Person:
    """An officer where the merger put them."""
    unit_id = await database.fetchval("SELECT unit_id FROM officers WHERE id = $1", person.id)
    return dataclasses.replace(person, unit=await units.path_of(unit_id))


async def test_the_head_of_the_successor_decides_and_the_former_head_no_more(
    people: People,
) -> None:
    """Law 88/2025 Art 3: pending files pass to the body that received the task; Law 15/2012 Art 53."""
    case = await cases_made.due(people)
    await merge(people, case)
    with pytest.raises(AssertionError, match="case_signer_other"):
        await case.paper("MQĐ02", await today_s(people.giang))
    imposed = await cases_made.imposed(case)
    await case.take(CaseAct.SANCTION_IMPOSED, imposed, people.ho)
    assert (await case.facts()).state == "sanctioned"


async def test_the_head_of_the_successor_changes_a_decision_of_the_former_unit(
    people: People,
) -> None:
    """Decree 118/2021 Art 13.2: who signed it or, failing them, the head in the body that received the task."""
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    await merge(people, case)
    by = await case.cancelled(decision, ground="competence")
    annulled = case_execution_acts.DecisionAnnulled(
        document_id=decision, by=by, ground="competence", reason="Sai thẩm quyền"
    )
    await case.take(CaseAct.DECISION_ANNULLED, annulled)
    assert (await case.facts()).state == "annulled"


async def test_a_decision_signed_before_the_merger_is_compared_and_entered_after_it(
    hand: Hand, people: People
) -> None:
    """The decision was made by who had the power on its day: nothing of it ends with the unit."""
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ02", people.giang, drafter=people.chi)
    await merge(people, case)
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    scan = (await case.facts()).papers[document].scan_sha256 or ""
    nga = await today_s(people.nga)
    async with database.transaction():
        await by_hand.compare(document, scan, True, None, nga.actor("desk"))
    facts = await case.facts()
    assert facts.sanction is not None, facts.state


async def complained(case: cases_made.Case, who: Person) -> case_complaint_acts.ComplaintFiled:
    """The party complains of the sanction; this officer writes it down."""
    filed = case_complaint_acts.ComplaintFiled(
        complaint_id=new_id(),
        against=case.papers["MQĐ02"],
        about="sanction",
        lawsuit=False,
        filed_at=clock.now(),
        by="Bà Nguyễn Thị Lựu",
        content="Đề nghị xem lại.",
        known_on=cases_made.today(),
        sheet=await cases_made.written_by_party(case, who),
    )
    await case.take(CaseAct.COMPLAINT_FILED, filed, who)
    return filed


async def test_a_complaint_about_a_decision_of_the_former_unit_goes_to_the_successor_s_head(
    people: People,
) -> None:
    """Law on Complaints 02/2011 Arts 7, 17-20: the head of who answers for the decision now; the clock is the same."""
    case = await cases_made.sanctioned(people)
    await merge(people, case)
    filed = await complained(case, people.ho)
    accepted = case_complaint_acts.ComplaintAccepted(
        complaint_id=filed.complaint_id,
        accepted_on=cases_made.today(),
        resolver="head",
        name="Chi cục trưởng",
        complex=False,
        sheet=await cases_made.written_by_party(case, people.ho),
        alone="Trực một mình",
    )
    by_maker = msgspec.structs.replace(accepted, resolver="maker", name="Trần Thị Giang")
    refused = await case.refused(CaseAct.COMPLAINT_ACCEPTED, by_maker, people.ho)
    assert refused == "case_complaint_maker_left", "that office ended with the department"
    await case.take(CaseAct.COMPLAINT_ACCEPTED, accepted, people.ho)


async def test_a_complaint_about_a_head_who_left_goes_to_the_head_of_today(people: People) -> None:
    """The unit stays; giang, who signed, holds no office there since today, but did on the day of the decision."""
    case = await cases_made.sanctioned(people)
    filed = await complained(case, people.an)
    accepted = case_complaint_acts.ComplaintAccepted(
        complaint_id=filed.complaint_id,
        accepted_on=cases_made.today(),
        resolver="maker",
        name="Chi cục trưởng",
        complex=False,
        sheet=await cases_made.written_by_party(case, people.an),
    )
    signed_on = "SELECT issued_on FROM documents WHERE id = $1"
    day = await database.fetchval(signed_on, case.papers["MQĐ02"])
    case_path = await units.path_of(people.giang.unit.unit_id)
    facts = await case.facts()
    assert not await left_office.maker_left(facts, accepted, case_path), "giang is in office"
    titled = "UPDATE officer_positions SET title_vi = $2 WHERE officer_id = $1"
    for title in ("Kiểm soát viên thị trường", "Phó Chi cục trưởng"):
        await database.execute(titled, people.giang.id, title)
        assert await left_office.maker_left(facts, accepted, case_path), "that is another office"
    await database.execute(titled, people.giang.id, facts.papers[filed.against].issuer_title)
    later = msgspec.structs.replace(accepted, accepted_on=day + timedelta(days=1))
    await database.execute(
        "UPDATE officer_positions SET valid_to = $2 WHERE officer_id = $1",
        people.giang.id,
        day + timedelta(days=1),
    )
    assert not await left_office.maker_left(facts, accepted, case_path), "in office on that day"
    assert await left_office.maker_left(facts, later, case_path)
    by_head = msgspec.structs.replace(later, resolver="head")
    assert not await left_office.maker_left(facts, by_head, case_path)


async def test_what_the_head_delegated_ends_with_the_office_and_is_no_power_in_the_successor(
    app: Litestar, people: People
) -> None:
    """Law 15/2012 Arts 54, 87; Decree 118/2021 Art 10: of one head to a deputy; it ends with either office."""

    async def cited(where: Person) -> str | None:
        here = [one for one in where.unit.as_tuple() if one is not None]
        return await delegations.citation(people.hai.id, "MQĐ02", cases_made.today(), None, here)

    await given(app, people)
    assert await cited(people.giang)
    case = await cases_made.due(people)
    await merge(people, case)
    assert await cited(people.ho) is None
    assert await cited(people.giang) is None
    with pytest.raises(AssertionError, match="case_signer_other"):
        await case.paper("MQĐ02", await today_s(people.hai))
