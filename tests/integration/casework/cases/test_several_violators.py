"""One inspection, several violators (Decree 118/2021 Art 12.3): a case each, and still one set of minutes of each.

Over HTTP, with violation minutes that lie numbered on the phone.
"""

import re
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from litestar import Litestar
from pypdf import PdfReader

from backend.casework.clocks import service as case_clocks
from backend.core import clock
from backend.fieldwork.papers import on_site
from schemas.casework.acts import parts as case_parts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made, factories, site_papers
from tests.support.cases_made import Case
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.phone import Phones

pytestmark = pytest.mark.usefixtures("pool")

WHY = "Cùng cuộc kiểm tra, người bán hàng thứ hai"
OTHER = cases_made.party(name="Lê Thị Hai", identity_number="001199900555")


async def visit(people: People, *minutes: dict[str, Any]) -> tuple[factories.Work, list[UUID]]:
    """An inspection whose phone has numbered these violation minutes; and their ids."""
    work = await factories.announced(people, subject=cases_made.inspected_party())
    block = await site_papers.lend(work)
    plain = {"appointment_at": None, "e_consent": None}
    made = []
    for place, fields in enumerate(minutes):
        document = str(uuid4())
        await work.act("document.written", site_papers.writing(document, **plain | fields))
        written = str(work.pen.log[-1]["id"])
        for role in ("maker", "subject"):
            await work.act("document.signed", site_papers.signature(written, role))
        number = block.first + place
        numbered = await site_papers.numbered(work, block, document, written, number)
        await work.act("document.numbered", numbered)
        made.append(UUID(document))
    await factories.write_minutes(work)
    await factories.submit(work)
    return work, made


async def opened(
    desk: Desk, work: factories.Work, party: case_parts.Party, people: People, why: str = ""
) -> tuple[int, str, Case | None]:
    """The form that opens a case from the inspection."""
    said = {
        f"party.{name}": str(getattr(party, name) or "")
        for name in case_parts.Party.__struct_fields__
    }
    said |= {"inspection_id": str(work.id), "another_party": why, "officers": str(people.an.id)}
    answer = await desk.post("/desk/cases/new/inspection", **said)
    if answer.status_code != 303:
        return answer.status_code, answer.text, None
    case_id = UUID(answer.headers["location"].split("/")[-1].split("?")[0])
    return 303, "", Case(case_id, people, people.an, people.giang, inspection=work)


async def adopt(desk: Desk, case: Case, document: UUID) -> tuple[int, str]:
    answer = await desk.post(f"/desk/cases/{case.id}/adopt", paper=str(document))
    return answer.status_code, answer.text


async def recorded(
    case: Case, document: UUID, party: case_parts.Party
) -> case_acts.ViolationRecorded:
    """The act that says what adopted minutes say."""
    fields = (await case.facts()).papers[document].fields
    return case_acts.ViolationRecorded(
        document_id=document,
        recorded_at=datetime.fromisoformat(fields["started_at"]),
        detected_on=cases_made.in_days(-1),
        violations=[done(fields["violations"][0]["goods_value"])],
        party=party,
        victims=[],
        explanation_right=True,
        complex=False,
        electronic_consent=False,
    )


def done(value: int) -> case_acts.RecordedViolation:
    return cases_made.violation(goods_value=value, ended_on=cases_made.in_days(-1))


def said(party: case_parts.Party, value: int = 15_000_000) -> dict[str, Any]:
    """Minutes of yesterday against this party."""
    at = f"{clock.now() - timedelta(days=1):%Y-%m-%dT%H:%M:%SZ}"
    day = cases_made.in_days(-1).isoformat()
    dated = {"started_at": at, "ended_at": at, "detected_on": day}
    return cases_made.minutes(party, [done(value)], **dated)


async def test_each_violator_of_one_inspection_has_a_case_and_minutes(
    app: Litestar, people: People
) -> None:
    first = cases_made.party()
    work, (his, hers) = await visit(people, said(first), said(OTHER))
    an = await Desk.of(app, people.an, people)
    status, text, one = await opened(an, work, first, people)
    assert (status, one is not None) == (303, True), text
    assert one
    status, text, none = await opened(an, work, OTHER, people)
    assert (status, none) == (409, None)
    assert "Hãy ghi lý do" in text
    status, text, none = await opened(an, work, first, people, WHY)
    assert (status, none) == (409, None), "a second case against the same violator"
    status, text, two = await opened(an, work, OTHER, people, WHY)
    assert status == 303, text
    assert two
    shown = (await an.http.get(f"/desk/inspections/{work.id}")).text
    assert str(one.id) in shown
    assert str(two.id) in shown
    # Hers are not passed over while they lie on the phone alone, nor taken into his case.
    assert (await adopt(an, one, his))[0] == 303
    wanted = await recorded(one, his, first)
    found = await one.refused(CaseAct.VIOLATION_RECORDED, wanted, people.an)
    assert found == "case_minutes_other"
    status, text = await adopt(an, one, hers)
    assert status == 409
    assert "Lê Thị Hai" in text
    assert (await adopt(an, two, hers))[0] == 303
    status, text = await adopt(an, two, his)
    assert status == 409, "minutes are of one case"
    # Hers are recorded as they are taken in, and his, which waited for that, with them.
    facts = [await case.facts() for case in (one, two)]
    assert [one.recorded.party.name for one in facts if one.recorded] == [first.name, OTHER.name]


async def test_three_violators_of_one_inspection_are_each_decided_by_their_own_goods_and_clocks(
    app: Litestar, people: People
) -> None:
    """Decree 118/2021 Art 12.3.c-d: one inspection, three violators, and the value of each one's goods."""
    third = cases_made.party(name="Phạm Văn Ba", identity_number="001199900777")
    against = [(cases_made.party(), 15_000_000), (OTHER, 12_000_000), (third, 19_000_000)]
    written = [said(who, value) | {"exhibits": []} for who, value in against]
    work, papers = await visit(people, *written)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    found: list[Case] = []
    for (who, _), paper in zip(against, papers, strict=True):
        status, text, case = await opened(an, work, who, people, WHY if found else "")
        assert (status, case is not None) == (303, True), text
        assert case
        assert (await adopt(an, case, paper))[0] == 303
        found.append(case)
    await cases_made.approve(found[0])
    shown = (await giang.http.get(f"/desk/cases/{found[0].id}")).text
    assert "Vụ việc khác của cuộc kiểm tra" in shown
    assert "Lê Thị Hai" in shown
    assert "19.000.000" in shown, "the third one's goods, not all goods together"
    assert shown.count("biên bản vi phạm ") >= 2
    # Each has a clock of its own, and a decision of its own: one decided changes nothing in the others.
    for case in found:
        assert "D12" in {one.rule for one in await case_clocks.clocks_of(case.id)}
    await cases_made.waive(found[0])
    imposed = await cases_made.imposed(found[0])
    assert [one.values.goods_value_vnd for one in imposed.order.acts] == [15_000_000]
    await found[0].take(CaseAct.SANCTION_IMPOSED, imposed)
    assert [str((await one.facts()).state) for one in found] == [
        "sanctioned",
        "violation_recorded",
        "violation_recorded",
    ]
    shown = (await giang.http.get(f"/desk/cases/{found[1].id}")).text
    assert "Đã ra quyết định xử phạt" in shown


async def test_a_case_against_another_frees_no_cheaper_minutes_of_the_same_violator(
    app: Litestar, people: People
) -> None:
    first = cases_made.party()
    work, (dear, cheap) = await visit(people, said(first, 19_000_000), said(first, 11_000_000))
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    _, _, one = await opened(an, work, first, people)
    _, _, straw = await opened(an, work, OTHER, people, WHY)
    assert one
    assert straw
    assert (await adopt(an, straw, dear))[0] == 303
    assert (await adopt(an, one, cheap))[0] == 303
    wanted = await recorded(one, cheap, first)
    found = await one.refused(CaseAct.VIOLATION_RECORDED, wanted, people.an)
    assert found == "case_minutes_other"
    # Nor are new ones begun, nor the case closed, beside those of the other case.
    begun = await an.post(f"/desk/cases/{one.id}/documents", form="MBB01", about="")
    assert begun.status_code == 409
    closing = {"outcome": "compliant", "reason": "Không có vi phạm"}
    status, _ = await act(giang, one, "case.closed", **closing)
    assert (status, str((await one.facts()).state)) == (409, "inspected")


async def test_what_the_inspection_does_moves_each_of_its_cases(
    app: Litestar, people: People
) -> None:
    work, _ = await visit(people)
    an = await Desk.of(app, people.an, people)
    _, _, one = await opened(an, work, cases_made.party(), people)
    _, _, two = await opened(an, work, OTHER, people, WHY)
    await factories.write_minutes(work)
    await factories.submit(work)
    for case in (one, two):
        assert case
        assert (await case.facts()).last(CaseAct.INSPECTION_ENDED) is not None


async def test_two_sets_of_violation_minutes_of_one_inspection_are_told_to_each_phone_and_the_head(
    app: Litestar, people: People, phones: Phones
) -> None:
    giang = await Desk.of(app, people.giang, people)
    plain, _ = await visit(people, said(cases_made.party()))
    text = (await giang.http.get(f"/desk/inspections/{plain.id}")).text
    assert "biên bản vi phạm đã có số" not in text
    work, _ = await visit(people, said(cases_made.party()), said(OTHER))
    text = (await giang.http.get(f"/desk/inspections/{work.id}")).text
    assert "có 2 biên bản vi phạm đã có số" in text
    phone = await phones.of(people.an)
    held = [one for one in phone.all_held("inspection") if one["id"] == str(work.id)]
    told = [one["fields"]["violator"]["name"] for one in held[0]["documents"] if one["number"]]
    assert told == ["Trần Văn Mẫu", "Lê Thị Hai"]
    assert "có thể cùng người vi phạm" not in text
    work, _ = await visit(people, said(cases_made.party()), said(cases_made.party(), 11_000_000))
    text = (await giang.http.get(f"/desk/inspections/{work.id}")).text
    assert "có thể cùng người vi phạm" in text


@pytest.mark.long
async def test_minutes_that_state_47_sheets_have_the_sheets_of_their_pages(
    app: Litestar, people: People
) -> None:
    # An older phone still sends the number that somebody typed (docs/decisions/0035).
    party = cases_made.party()
    work, [document] = await visit(people, said(party) | {"pages": 47})
    desk = await Desk.of(app, people.an, people)
    _, _, case = await opened(desk, work, party, people)
    assert case is not None
    assert (await adopt(desk, case, document))[0] == 303
    [sheet] = (await case.facts()).folio
    made = await on_site.pdf(document, people.an.actor("desk"), None)
    pages = [" ".join(one.extract_text().split()) for one in PdfReader(BytesIO(made.pdf)).pages]
    assert (sheet.first, sheet.last) == (1, len(pages))
    assert re.findall(r"gồm (\d+) tờ", " ".join(pages)) == [f"{len(pages):02}"]
