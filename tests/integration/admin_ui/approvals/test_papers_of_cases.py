"""A case's paper in submission: submitted as it is made ready, answered at the desk, signed."""

import re

import pytest
from litestar import Litestar

from backend.approvals.texts.steps import CHECKS
from backend.core import database
from backend.ledger.service import Accepted
from deploy.demo.pages import Button
from schemas.approvals.words import Outcome, SubmissionState, SubmittedKind
from tests.integration.casework.issued_documents.test_delegations import given
from tests.support import cases_made, routes_made
from tests.support.desk import Desks
from tests.support.papers_submitted import (
    answers,
    drafted,
    form_to,
    found,
    made_ready,
    signed,
)
from tests.support.people import People

pytestmark = [
    pytest.mark.asyncio,
    pytest.mark.usefixtures("pool"),
    pytest.mark.long,
]
ALL_WELL = {f"check_{code}": "yes" for code in CHECKS} | {"favour": "yes"}


async def test_a_legal_officer_returns_a_sanction_at_a_field_and_then_checks_it(
    desks: Desks, people: People
) -> None:
    case = await cases_made.due(people)
    await routes_made.published(people, SubmittedKind.SANCTION)
    document = await drafted(case, "MQĐ02", people.giang)
    an, phuc = await desks.of(people.an), await desks.of(people.phuc)
    await an.open(f"/desk/documents/{document}")
    assert people.phuc.full_name in an.page.text, "who is asked, before it is submitted"
    await made_ready(an, document, "Đề nghị xử phạt theo biên bản")
    one = await found(case, document, SubmittedKind.SANCTION)
    assert (one.state, one.note) == ("waiting", "Đề nghị xử phạt theo biên bản")
    assert one.due_rule in ("D12", "D12b"), "Law Art 66.1"
    assert "MQĐ02 · Trần Văn Mẫu" in one.title.vi

    # An officer of another unit sees none of it, and its drafter answers none of it.
    dung = await desks.of(people.dung)
    assert (await dung.fetch(f"/desk/submissions/{one.id}")).status_code == 404
    assert await answers(an, one, "opinion", **ALL_WELL) == 409
    assert "Bước này chờ người khác" in an.page.text

    assert await answers(phuc, one, "return", at_0="/pay_days", text_0="Ghi rõ thời hạn") == 200
    assert (await case.facts()).papers[document].state == "draft"
    await an.open(f"/desk/documents/{document}")
    assert "Ghi rõ thời hạn" in an.page.text
    assert people.phuc.full_name in an.page.text
    await made_ready(an, document)
    one = await found(case, document, SubmittedKind.SANCTION)
    assert (one.state, one.rounds) == ("waiting", 2)

    assert await answers(phuc, one, "opinion", favour="yes") == 422, "no sheet without its answers"
    await phuc.open(f"/desk/submissions/{one.id}/opinion?shown={'0' * 64}")
    form = form_to(phuc.page, "/opinion")
    for name, value in ALL_WELL.items():
        form.fill(name, value)
    assert await phuc.try_submit(form, Button("", "")) == 409, "another content than he saw"
    assert await answers(phuc, one, "opinion", **ALL_WELL) == 200
    one = await found(case, document, SubmittedKind.SANCTION)
    assert one.steps[0].answer
    assert one.steps[0].answer.officer_id == people.phuc.id
    assert one.current is one.steps[1]
    assert await phuc.try_submit(form, Button("", "")) == 409, "sent again from another window"
    again = await phuc.fetch(f"/desk/submissions/{one.id}/opinion?shown={one.shown}")
    assert again.status_code < 500, "no step waits for an opinion any more"

    # Whom a step waits for already is told so, and takes nothing over.
    giang = await desks.of(people.giang)
    await giang.open(f"/desk/submissions/{one.id}/take_over?shown={one.shown}")
    assert "Bước này đang chờ chính bạn" in giang.page.text
    assert not [form for form in giang.page.forms if form.action.endswith("/take_over")]


async def test_a_deputy_signs_under_a_delegation_while_the_head_is_away(
    app: Litestar, desks: Desks, people: People
) -> None:
    case = await cases_made.due(people)
    await routes_made.published(people, SubmittedKind.SANCTION)
    await given(app, people)
    cited = await database.fetchval("SELECT number FROM delegations")
    fields = await cases_made.fields_of("MQĐ02", people.hai)
    day = f"{cases_made.today():ngày %d tháng %m năm %Y}"
    signer = fields["signer"] | {"delegation": f"Quyết định số {cited} {day}"}
    document = await drafted(case, "MQĐ02", people.hai, signer=signer)
    an, phuc, hai = [await desks.of(one) for one in (people.an, people.phuc, people.hai)]
    await made_ready(an, document)
    one = await found(case, document, SubmittedKind.SANCTION)
    assert await answers(phuc, one, "opinion", **ALL_WELL) == 200
    await hai.open(f"/desk/documents/{document}")
    assert people.giang.full_name in hai.page.text
    assert f"{people.hai.full_name} được {people.giang.full_name} giao quyền" in hai.page.text
    await hai.open(f"/desk/submissions/{one.id}")
    panel = hai.page.text
    assert panel.index("Xem và ký") < panel.index("Trả lại"), "signing is what is asked"
    await hai.follow(f"/desk/documents/{document}/sign")
    assert "5.000.000" in hai.page.text, "the sum is on the page where one signs"
    # Law 15/2012 Art 66.1 counts days: the last one is said, and not the midnight after it.
    assert re.search(r"Thời hạn luật định hết ngày \d\d/\d\d/\d{4}", hai.page.text)
    giang = await desks.of(people.giang)
    await giang.open(f"/desk/submissions/{one.id}/hand_on?shown={one.shown}")
    to = form_to(giang.page, "/hand_on").find("to")
    assert to is not None
    chosen = {value for value, _ in to.options if value}
    assert chosen == {str(people.hai.id)}, "a signature goes to nobody without the competence"
    outcome = await signed(case, document, people.hai)
    assert isinstance(outcome, Accepted), outcome
    one = await found(case, document, SubmittedKind.SANCTION)
    assert one.state is SubmissionState.DONE
    assert one.steps[1].answer
    assert (one.steps[1].answer.outcome, one.steps[1].answer.officer_id) == (
        Outcome.SIGNED,
        people.hai.id,
    )
    khanh = await desks.of(people.khanh)
    await khanh.open("/desk/log")
    read = f"phiếu trình “ {one.title.vi} ”"
    assert read in khanh.page.text, "the log says, and opens, what was read"
    await an.open(f"/desk/submissions/{one.id}")
    assert one.number == (await case.facts()).papers[document].number
    assert "Đã ký" in an.page.text


async def test_a_signer_who_does_not_wait_for_the_legal_officer_says_why(
    desks: Desks, people: People
) -> None:
    case = await cases_made.due(people)
    await routes_made.published(people, SubmittedKind.SANCTION)
    document = await drafted(case, "MQĐ02", people.giang)
    an, giang = await desks.of(people.an), await desks.of(people.giang)
    await made_ready(an, document)
    await giang.open(f"/desk/documents/{document}/sign")
    asked = form_to(giang.page, "/sign")
    assert "Pháp chế kiểm tra" in giang.page.text
    assert await giang.try_submit(asked, next(b for b in asked.buttons if b.value == "yes")) == 409
    assert "chưa có ý kiến" in giang.page.text
    asked = form_to(giang.page, "/sign")
    asked.fill("unheard", "Pháp chế đi công tác, vụ việc đơn giản")
    await giang.submit(asked, next(b for b in asked.buttons if b.value == "yes"))
    paper = (await case.facts()).papers[document]
    assert paper.state == "printed"
    row = await database.fetchrow("SELECT kind, reason FROM exceptions WHERE kind = 'no_opinion'")
    assert row["reason"] == "Pháp chế đi công tác, vụ việc đơn giản"
    one = await found(case, document, SubmittedKind.SANCTION)
    assert one.state is SubmissionState.WAITING, "printed, it is not signed yet"
