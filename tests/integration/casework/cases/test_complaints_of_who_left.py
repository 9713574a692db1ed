"""Complaints about decisions of officers who left their office, played with the real acts of cases and of officers.

The law names who made the decision as the holder of an office (Law on Complaints 02/2011 Arts 7, 17 to 20).
"""

from datetime import date
from typing import Any

import msgspec
import pytest
from litestar import Litestar

from backend.casework.cases import service
from backend.casework.clocks import service as case_clocks
from backend.core import clock, database
from backend.core.database import transaction
from backend.force.delegations import service as delegations
from backend.ledger import service as ledger
from schemas.casework.acts.complaints import ComplaintAccepted, ComplaintFiled, ComplaintResolved
from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import OfficerDisabled, PeopleAct, PositionEnded, PositionGiven
from tests.integration.casework.cases.test_after_a_restructuring import complained
from tests.integration.casework.issued_documents.test_delegations import given
from tests.support import cases_made, restructured
from tests.support.cases_made import Case, in_days, today
from tests.support.later import later
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")


async def of_office(who: Person, kind: PeopleAct, content: Wire, people: People) -> None:
    """The operator changes an officer's office."""
    operator = people.lan.actor("cli")
    async with transaction():
        act = ledger.desk_act(RecordKind.OFFICER, who.id, kind, content, operator)
        ledger.unwrap(await ledger.record(act, operator))


async def leaves(who: Person, on: date, people: People) -> None:
    """An officer's position ends; its last day is the one before."""
    position = await database.fetchval(
        "SELECT id FROM officer_positions WHERE officer_id = $1 AND valid_to IS NULL", who.id
    )
    ended = PositionEnded(position_id=position, valid_to=on)
    await of_office(who, PeopleAct.POSITION_ENDED, ended, people)


async def accepting(case: Case, filed: ComplaintFiled, **changed: Any) -> ComplaintAccepted:
    """The complaint is accepted today, by who made the decision unless told otherwise."""
    content = ComplaintAccepted(
        complaint_id=filed.complaint_id,
        accepted_on=today(),
        resolver="maker",
        name="Chi cục trưởng Bùi Hương Giang",
        complex=False,
        sheet=await cases_made.written_by_party(case, case.worker),
    )
    return msgspec.structs.replace(content, **changed)


async def accepted(case: Case, filed: ComplaintFiled, **changed: Any) -> None:
    content = await accepting(case, filed, **changed)
    await case.take(CaseAct.COMPLAINT_ACCEPTED, content)


async def kept(case: Case, filed: ComplaintFiled, on: date) -> ComplaintResolved:
    """The result is to keep the decision; it names nobody else than who accepted the complaint."""
    return ComplaintResolved(
        complaint_id=filed.complaint_id,
        upheld=False,
        resolved_on=on,
        reason="Đúng pháp luật",
        document_id=None,
        result="keep",
        sheet=await cases_made.written_by_party(case, case.worker),
    )


async def told(case: Case, rule: str, who: Person) -> str:
    """What the case's page says of a complaint's clock."""
    view = await service.view(case.id, who.actor("desk"))
    [one] = [one for one in view.clocks if one.rule == rule]
    assert one.about is not None
    return one.about.vi


async def test_a_head_who_accepted_a_complaint_and_left_resolves_it_no_more_but_the_head_of_today(
    people: People,
) -> None:
    """The time of the acceptance runs on (Art 28)."""
    case = await cases_made.sanctioned(people)
    filed = await complained(case, people.an)
    await accepted(case, filed)
    [clock_of] = [one for one in await case_clocks.clocks_of(case.id) if one.rule == "P22"]
    assert (await told(case, "P22", people.hai)).endswith(
        "; Chi cục trưởng Bùi Hương Giang giải quyết"
    )
    with later(days=3):
        await leaves(people.giang, clock.today(), people)
        case.head = people.hai
        said = await told(case, "P22", people.hai)
        assert "Giang không còn giữ chức vụ đó: người đứng đầu hiện nay giải quyết" in said
        result = await kept(case, filed, clock.today())
        why = await case.refused(CaseAct.COMPLAINT_RESOLVED, result)
        assert why == "case_complaint_maker_gone"
        by_maker = msgspec.structs.replace(result, resolver="maker", name="Bùi Hương Giang")
        why = await case.refused(CaseAct.COMPLAINT_RESOLVED, by_maker)
        assert why == "case_complaint_maker_gone"
        by_head = msgspec.structs.replace(result, resolver="head")
        why = await case.refused(CaseAct.COMPLAINT_RESOLVED, by_head)
        assert why == "case_complaint_resolver_name"
        above = msgspec.structs.replace(by_head, resolver="superior", name="Giám đốc Sở")
        assert await case.refused(CaseAct.COMPLAINT_RESOLVED, above) == "case_complaint_first"
        now = [one for one in await case_clocks.clocks_of(case.id) if one.rule == "P22"]
        assert [one.due_at for one in now] == [clock_of.due_at]
        by_head = msgspec.structs.replace(by_head, name="Chi cục trưởng Ngô Văn Tân")
        await case.take(CaseAct.COMPLAINT_RESOLVED, by_head)
        said = await told(case, "P22", people.hai)
        assert said.endswith("; Chi cục trưởng Ngô Văn Tân giải quyết")


async def test_what_a_head_resolved_before_leaving_is_theirs_whenever_it_is_entered(
    people: People,
) -> None:
    case = await cases_made.sanctioned(people)
    filed = await complained(case, people.an)
    await accepted(case, filed)
    on = today()
    with later(days=3):
        await leaves(people.giang, in_days(1), people)
        case.head = people.hai
        await case.take(CaseAct.COMPLAINT_RESOLVED, await kept(case, filed, on))


async def test_before_acceptance_the_page_says_that_the_head_of_today_accepts(
    people: People,
) -> None:
    case = await cases_made.sanctioned(people)
    filed = await complained(case, people.an)
    assert "người đứng đầu" not in await told(case, "P21", people.hai)
    with later(days=2):
        await leaves(people.giang, clock.today(), people)
        case.head = people.hai
        said = await told(case, "P21", people.hai)
        assert "người đã ra quyết định không còn giữ chức vụ đó" in said
        await accepted(
            case, filed, accepted_on=clock.today(), resolver="head", name="Chi cục trưởng"
        )
        await case.take(CaseAct.COMPLAINT_RESOLVED, await kept(case, filed, clock.today()))


async def test_whoever_heads_the_unit_resolves_a_complaint_about_a_deputy_s_decision(
    app: Litestar, people: People
) -> None:
    """The head accepted it, not the deputy (Art 7), and left: the office of the head goes on."""
    await given(app, people)
    case = await cases_made.due(people)
    units = [one for one in people.hai.unit.as_tuple() if one is not None]
    cited = await delegations.citation(people.hai.id, "MQĐ02", today(), None, units)
    of_case = cases_made.decision(await cases_made.order(), who=(await case.facts()).party)
    fields = cases_made.signed_by("MQĐ02", of_case, people.hai)
    fields["signer"] |= {"delegation": cited}
    await case.paper("MQĐ02", people.hai, **fields)
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case), people.hai)
    filed = await complained(case, people.an)
    by_deputy = await case.refused(CaseAct.COMPLAINT_ACCEPTED, await accepting(case, filed))
    assert by_deputy == "case_complaint_head"
    content = await accepting(case, filed, resolver="head")
    await case.take(CaseAct.COMPLAINT_ACCEPTED, content)
    with later(days=3):
        await leaves(people.giang, clock.today(), people)
        await leaves(people.hai, clock.today(), people)
        case.head = people.hai
        assert "không còn giữ" not in await told(case, "P22", people.hai)
        result = await kept(case, filed, clock.today())
        by_deputy = msgspec.structs.replace(result, resolver="maker", name="Đặng Thanh Hải")
        why = await case.refused(CaseAct.COMPLAINT_RESOLVED, by_deputy)
        assert why == "case_complaint_maker_gone"
        await case.take(CaseAct.COMPLAINT_RESOLVED, result)


async def test_after_a_merger_the_successor_s_head_resolves_what_the_former_head_accepted(
    people: People,
) -> None:
    """Law on Complaints Arts 7, 17 to 20; Law 88/2025 Art 3."""
    case = await cases_made.sanctioned(people)
    filed = await complained(case, people.an)
    await accepted(case, filed)
    on = today()
    with later(days=2):
        await restructured.merged("01", people.units["48"].unit_id, people, clock.today())
        case.head = case.worker = people.ho
        assert "người đứng đầu hiện nay giải quyết" in await told(case, "P22", people.ho)
        result = await kept(case, filed, clock.today())
        result = msgspec.structs.replace(result, alone="Trực một mình")
        assert await case.refused(CaseAct.COMPLAINT_RESOLVED, result) == "case_complaint_maker_gone"
        before = msgspec.structs.replace(result, resolved_on=on)
        async with transaction():  # the former head resolved it in time, and it is entered now
            why = await service.refusal_of(
                case.id, CaseAct.COMPLAINT_RESOLVED, before, people.ho.actor("desk")
            )
        assert why is None
        by_head = msgspec.structs.replace(result, resolver="head", name="Chi cục trưởng Ngô Văn Hổ")
        await case.take(CaseAct.COMPLAINT_RESOLVED, by_head)


async def test_while_nobody_holds_the_post_who_is_assigned_to_lead_resolves_it(
    people: People,
) -> None:
    """Who leads for the time being has the head's power (Decree 118/2021 Art 10.2); so the result names them."""
    case = await cases_made.sanctioned(people)
    filed = await complained(case, people.an)
    await accepted(case, filed)
    with later(days=3):
        await leaves(people.giang, clock.today(), people)
        case.head = people.hai
        led = PositionGiven(
            position_id=new_id(),
            unit_id=people.hai.unit.unit_id,
            title_vi="Phó Chi cục trưởng phụ trách",
            title_en="Acting head of department",
            valid_from=clock.today(),
        )
        await of_office(people.hai, PeopleAct.POSITION_GIVEN, led, people)
        result = await kept(case, filed, clock.today())
        by = msgspec.structs.replace(
            result, resolver="head", name="Phó Chi cục trưởng phụ trách Đặng Thanh Hải"
        )
        await case.take(CaseAct.COMPLAINT_RESOLVED, by)


async def test_an_officer_whose_account_is_closed_resolves_no_complaint_today_though_the_post_is_open(
    people: People,
) -> None:
    """Decree 118/2021 Art 10: what a holder may do ends with retirement; nobody entered the end of the post."""
    case = await cases_made.sanctioned(people)
    filed = await complained(case, people.an)
    await accepted(case, filed)
    on = today()
    with later(days=3):
        closed = OfficerDisabled(reason="Nghỉ hưu")
        await of_office(people.giang, PeopleAct.OFFICER_DISABLED, closed, people)
        case.head = people.hai
        said = await told(case, "P22", people.hai)
        assert "Giang không còn giữ chức vụ đó: người đứng đầu hiện nay giải quyết" in said
        result = await kept(case, filed, clock.today())
        why = await case.refused(CaseAct.COMPLAINT_RESOLVED, result)
        assert why == "case_complaint_maker_gone"
        before = msgspec.structs.replace(result, resolved_on=on)
        async with transaction():  # what was resolved in time is still entered
            why = await service.refusal_of(
                case.id, CaseAct.COMPLAINT_RESOLVED, before, people.hai.actor("desk")
            )
        assert why is None
        by_head = msgspec.structs.replace(
            result, resolver="head", name="Chi cục trưởng Ngô Văn Tân"
        )
        await case.take(CaseAct.COMPLAINT_RESOLVED, by_head)
