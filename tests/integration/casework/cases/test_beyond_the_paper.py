"""What a decision takes or orders is judged whole: its goods by their value, its fine by the band, over HTTP."""

from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from backend.core.canonical_json import sha256_hex
from backend.documents import forms
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")


async def ready(
    case: Case, form: str, by: Person, fields: dict[str, Any], about: UUID | None = None
) -> UUID:
    """A paper that an drafted and that waits for its signature."""
    document, said = new_id(), cases_made.signed_by(form, fields, by)
    said |= await case.cited(form, said)
    draft = case_side_acts.DocumentDrafted(
        document_id=document,
        form=form,
        form_version=forms.newest(form),
        fields=said,
        replaces=about,
    )
    await case.take(CaseAct.DOCUMENT_DRAFTED, draft, case.worker)
    done = case_side_acts.DocumentFinalised(document_id=document, fields_hash=sha256_hex(said))
    await case.take(CaseAct.DOCUMENT_FINALISED, done, case.worker)
    return document


async def signs(desk: Desk, case: Case, document: UUID) -> tuple[int, str]:
    """Print it to be signed by hand: it would get its number; returns the answer and what the page says."""
    hashed = (await case.facts()).papers[document].fields_hash
    answer = await desk.post(
        f"/desk/documents/{document}/sign", fields_hash=hashed, by_hand="yes", alone="Trực"
    )
    return answer.status_code, answer.text


async def confiscating(case: Case, *exhibits: UUID) -> dict[str, Any]:
    """The fields of a decision whose rows confiscate these; its order names no such penalty."""
    facts = await case.facts()
    assert facts.recorded
    order = await cases_made.order(of=facts.recorded.violations[0])
    return cases_made.decision(order) | {"exhibits": cases_made.rows(facts, list(exhibits))}


async def test_a_team_head_confiscates_no_truck_by_leaving_the_penalty_out_of_the_order(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    truck = cases_made.exhibit(name="Xe ô tô tải", unit="chiếc", quantity="1", value=900_000_000)
    unvalued = cases_made.exhibit(name="Nước hoa", value=None)
    held = await cases_made.seized(case, truck, unvalued)
    await case.take(CaseAct.EXHIBITS_SEIZED, held, people.an)
    chi, giang = await Desk.of(app, people.chi, people), await Desk.of(app, people.giang, people)
    for exhibit, why in ((truck, "vượt thẩm quyền tịch thu"), (unvalued, "nhập trị giá tang vật")):
        fields = await confiscating(case, exhibit.exhibit_id)
        document = await ready(case, "MQĐ02", people.chi, fields)
        status, said = await signs(chi, case, document)
        assert (status, (await case.facts()).papers[document].number) == (409, None)
        assert why in said
    # The head of the department confiscates any value.
    document = await ready(case, "MQĐ02", people.giang, await confiscating(case, truck.exhibit_id))
    assert (await signs(giang, case, document))[0] == 303


async def test_a_team_head_confiscates_goods_within_her_power(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    soap = cases_made.exhibit(name="Xà phòng", value=2_000_000)
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, soap), people.an)
    fields = await confiscating(case, soap.exhibit_id)
    document = await ready(case, "MQĐ02", people.chi, fields)
    assert (await signs(await Desk.of(app, people.chi, people), case, document))[0] == 303


async def test_an_amendment_keeps_the_fine_within_the_band_and_the_goods_within_the_power(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    truck = cases_made.exhibit(name="Xe ô tô tải", unit="chiếc", quantity="1", value=900_000_000)
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, truck), people.an)
    signed = cases_made.signed_by("MQĐ02", await confiscating(case), people.chi)
    decision = await case.paper("MQĐ02", people.chi, **signed)
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case), people.chi)
    paper = (await case.facts()).papers[decision]
    named = cases_made.example("MQĐ38") | {
        "decision_number": paper.number,
        "decision_date": str(paper.issued_on),
    }
    chi = await Desk.of(app, people.chi, people)
    rows = cases_made.rows(await case.facts(), [truck.exhibit_id])
    taken = {"confiscation_changed": True, "exhibits": rows}
    for changed, why in (
        ({"total_fine": 900_000_000}, "từ 4.000.000 đến 6.000.000 đồng"),
        ({"total_fine": 1}, "từ 4.000.000 đến 6.000.000 đồng"),
        (taken, "vượt thẩm quyền tịch thu"),
    ):
        document = await ready(case, "MQĐ38", people.chi, named | changed, decision)
        status, said = await signs(chi, case, document)
        assert (status, (await case.facts()).papers[document].number) == (409, None)
        assert why in said
    document = await ready(case, "MQĐ38", people.chi, named | {"total_fine": 4_000_000}, decision)
    assert (await signs(chi, case, document))[0] == 303


async def test_goods_of_signed_seizure_minutes_are_entered_before_the_case_is_decided(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    held = await cases_made.seized(case, cases_made.exhibit())
    imposed = await cases_made.imposed(case)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_seizure_unentered"
    giang = await Desk.of(app, people.giang, people)
    report = await case.paper("BC", people.an)
    status, said = await act(
        giang, case, "sanction.declined", document_id=report, why="other", reason="Không xử phạt"
    )
    assert (status, (await case.facts()).state) == (409, "decision_due")
    assert "tang vật chưa được ghi vào vụ việc" in said
    await case.take(CaseAct.EXHIBITS_SEIZED, held, people.an)
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)


async def test_a_slip_in_a_row_lets_no_confiscated_goods_go(people: People) -> None:
    case = await cases_made.due(people)
    exhibit = cases_made.exhibit()
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, exhibit), people.an)
    fields = await confiscating(case, exhibit.exhibit_id)
    fields["exhibits"][0]["name"] = "Mỹ phẩm, không hóa đơn"
    await case.paper("MQĐ02", **cases_made.signed_by("MQĐ02", fields, case.head))
    imposed = await cases_made.imposed(case)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_confiscated_rows"


async def test_minutes_of_other_minutes_or_of_who_closes_end_no_violation(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    await cases_made.approve(case)
    minutes = await case.paper("MBB01", people.an)
    number = (await case.facts()).papers[minutes].number
    giang = await Desk.of(app, people.giang, people)

    async def closed(by: UUID) -> int:
        wanted = {"outcome": "compliant", "reason": "Không có vi phạm", "document_id": by}
        return (await act(giang, case, "case.closed", **wanted))[0]

    named = {"violation_minutes_number": number, "violation_minutes_date": str(today())}
    assert await closed(await case.paper("MBB05", people.an)) == 409, "of other minutes"
    own = await case.paper("MBB05", people.giang, **named)
    assert await closed(own) == 409, "verified by who closes"
    assert await closed(await case.paper("MBB05", people.an, **named)) == 303


async def test_only_the_decision_on_the_violation_is_published_as_such(people: People) -> None:
    case = await cases_made.sanctioned(people)
    said = case_execution_acts.SanctionPublished(
        where="Cổng thông tin", published_on=today(), document_id=case.papers["MBB01"]
    )
    assert await case.refused(CaseAct.SANCTION_PUBLISHED, said) == "case_published_other"
