"""Minutes against an unknown violator fine nobody whom no paper names: over HTTP, by an inspector with a suspect."""

import pytest
from litestar import Litestar

from backend.core.local_time import VIETNAM
from schemas.casework.words import CaseAct
from schemas.core.vocabulary import SubjectKind
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")

NOBODY = {"kind": "unknown", "name": "Chưa xác định"}
SUSPECT = "Nguyễn Văn Vô Can"


async def unknown(people: People) -> tuple[Case, dict[str, object]]:
    case = await cases_made.inspected(people)
    content = await cases_made.minuted(case, minutes={"violator": NOBODY})
    at = content.recorded_at.astimezone(VIETNAM)
    return case, {
        "document_id": content.document_id,
        "recorded_at": f"{at:%Y-%m-%dT%H:%M:%S}",
        "detected_on": today(),
        "violations": "1",
        "violations.0.code": cases_made.BEHAVIOUR,
        "violations.0.description": "Bày bán tại quầy.",
        "violations.0.ended_on": today(),
        "violations.0.goods_value": "15.000.000",
        "party.kind": "individual",
        "party.name": SUSPECT,
        "party.address": "Số 9 phố Oan",
    }


async def test_minutes_that_know_no_violator_are_recorded_against_nobody(
    app: Litestar, people: People
) -> None:
    case, form = await unknown(people)
    an = await Desk.of(app, people.an, people)
    status, said = await act(an, case, "violation.recorded", **form)
    assert (status, (await case.facts()).recorded) == (409, None)
    assert f"văn bản ghi «Chưa xác định», bạn nhập «{SUSPECT}»" in said
    numbered = form | {"party.name": "Chưa xác định", "party.identity_number": "001099900099"}
    assert (await act(an, case, "violation.recorded", **numbered))[0] == 409
    bare = form | {"party.name": "Chưa xác định"}
    status, said = await act(an, case, "violation.recorded", **bare)
    assert status == 303, said


async def test_who_is_fined_is_named_by_minutes_that_found_out_who_he_is(people: People) -> None:
    case = await cases_made.inspected(people)
    nobody = cases_made.party(name="Chưa xác định", identity_number=None, birth_date=None)
    content = await cases_made.minuted(case, party=nobody, minutes={"violator": NOBODY})
    await case.take(CaseAct.VIOLATION_RECORDED, content, people.an)
    await cases_made.approve(case)
    await cases_made.waive(case)
    order = await cases_made.order(of=content.violations[0])
    fields = cases_made.decision(order, who=cases_made.party(name=SUSPECT))
    await case.paper("MQĐ02", **cases_made.signed_by("MQĐ02", fields, case.head))
    imposed = await cases_made.imposed(case, order=order)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_violator_unknown"

    another = cases_made.minutes(cases_made.party(), content.violations)["violator"]
    await case.paper("MBB05", people.an, violator=another)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_differs_from_paper"
    him = cases_made.minutes(cases_made.party(name=SUSPECT), content.violations)["violator"]
    await case.paper("MBB05", people.an, violator=him)
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)


async def test_lists_name_who_was_found_out(app: Litestar, people: People) -> None:
    case = await cases_made.inspected(people)
    nobody = cases_made.party(name="Chưa xác định", identity_number=None, birth_date=None)
    content = await cases_made.minuted(case, party=nobody, minutes={"violator": NOBODY})
    await case.take(CaseAct.VIOLATION_RECORDED, content, people.an)
    giang = await Desk.of(app, people.giang, people)
    listed = (await giang.http.get("/desk/cases")).text
    assert "Chưa xác định" in listed
    him = cases_made.minutes(cases_made.party(name=SUSPECT), content.violations)["violator"]
    await case.paper("MBB05", people.an, violator=him)
    listed = (await giang.http.get("/desk/cases")).text
    assert SUSPECT in listed
    assert "Chưa xác định" not in listed


async def test_the_form_is_filled_with_nobody_and_a_company_found_out_later_is_fined(
    app: Litestar, people: People
) -> None:
    case, form = await unknown(people)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    page = (await an.http.get(f"/desk/cases/{case.id}/acts/violation.recorded")).text
    inspected = (await case.facts()).party
    assert inspected is not None
    assert "Chưa xác định" in page
    assert inspected.identity_number
    assert inspected.identity_number not in page, "who was inspected is not who did it"
    bare = form | {"party.name": "Chưa xác định", "party.address": "Chưa xác định"}
    status, said = await act(an, case, "violation.recorded", **bare)
    assert status == 303, said
    await cases_made.approve(case)
    await cases_made.waive(case)

    company = cases_made.party(
        kind=SubjectKind.ORGANISATION,
        name="Công ty TNHH Một Ngày",
        identity_number=None,
        birth_date=None,
        sex=None,
        nationality=None,
        occupation=None,
        tax_code="0109999999",
    )
    recorded = (await case.facts()).recorded
    assert recorded is not None
    named = cases_made.minutes(company, recorded.violations)["violator"]
    await case.paper("MBB05", people.an, violator=named)
    wanted = {"codes": cases_made.BEHAVIOUR, "draft": "MQĐ02"}
    answer = await giang.post(f"/desk/cases/{case.id}/sanction", **wanted)
    assert answer.status_code == 303, answer.text[-2000:]
    draft = list((await case.facts()).papers.values())[-1]
    assert draft.fields["violator"]["name"] == "Công ty TNHH Một Ngày"
    order = await cases_made.order(of=recorded.violations[0], subject=SubjectKind.ORGANISATION)
    fields = cases_made.decision(order, who=company)
    await case.paper("MQĐ02", **cases_made.signed_by("MQĐ02", fields, case.head))
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, order=order))
    assert (await case.facts()).fine == 10_000_000
