"""Whole ways of approval: a sanction past a head on leave, a seizure past a silent officer, a head's own file."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.approvals.rules.facts import Submission
from backend.approvals.submissions import passing
from backend.approvals.texts.steps import CHECKS
from backend.casework.clocks import telling
from backend.casework.issued_documents import service as issued_documents
from backend.casework.prefill import parts
from backend.core import clock, database, stores
from backend.core.settings import Settings
from backend.documents.signing import service as signing_service
from backend.fieldwork.evidence.auditing import Auditor
from backend.operations.verification import service as verification
from schemas.approvals.words import Outcome, SubmissionState, SubmittedKind
from schemas.casework.words import CaseAct, CaseState, ExhibitState
from schemas.law.deadlines import ClockState
from tests.integration.casework.issued_documents.test_delegations import given
from tests.integration.casework.issued_documents.test_powers import signs
from tests.integration.casework.issued_documents.test_signed_is_in_force import deliver
from tests.support import cases_made, factories, routes_made, submitted
from tests.support.cases_made import Case
from tests.support.desk import Desks
from tests.support.later import later
from tests.support.papers_submitted import answers, drafted, found, made_ready
from tests.support.people import People
from tests.support.readers import Readers, readers
from tests.support.signing import Authority, authority, certify

__all__ = ["readers"]
pytestmark = pytest.mark.long
ALL_WELL = {f"check_{code}": "yes" for code in CHECKS} | {"favour": "yes"}


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing_service.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def clocks(case: Case) -> dict[str, ClockState]:
    """How each of the case's clocks stands now."""
    return {one.rule: one.state for one in telling.clocks_of(await case.facts(), clock.now())}


def answer_of(one: Submission, step: int) -> tuple[Outcome, Any]:
    """How a step ended, and by whom."""
    given_answer = one.steps[step - 1].answer
    assert given_answer is not None
    return given_answer.outcome, given_answer.officer_id


async def verified(readers: Readers, document: UUID, number: str | None) -> None:
    """Anybody who has the paper's code finds that it is valid."""
    code = await database.fetchval("SELECT code FROM documents WHERE id = $1", document)
    found_there = await issued_documents.find_public(code, "198.51.100.7")
    assert found_there.state == "valid"
    anybody = readers.stranger()
    assert await anybody.look(f"/verify/{code}") == 200
    assert str(number) in anybody.html


async def nothing_wrong(case: Case | None = None) -> None:
    """Acts, tables, files and every paper signed here agree. Papers that the case began with have no file."""
    store = Auditor(stores.current().store)
    report = await verification.in_snapshot(store, lambda *_: None)
    begun_with = {str(one) for one in case.papers.values()} if case else set()
    wrong = [one for one in report.findings if one.where.split()[-1] not in begun_with]
    assert not wrong, wrong


async def test_a_sanction_goes_past_the_legal_officer_to_a_deputy_while_the_head_is_on_leave(
    app: Litestar, desks: Desks, readers: Readers, people: People, issuer: Authority
) -> None:
    await certify(people.hai, issuer)
    case = await cases_made.due(people)
    await routes_made.published(people, SubmittedKind.SANCTION)
    giang = await readers.of(people.giang)
    today = clock.today().isoformat()
    await giang.open("/desk/absences")
    away = {"officer": people.giang.username, "stand_in": people.hai.full_name}
    days = {
        "first_day": today,
        "last_day": cases_made.in_days(5).isoformat(),
        "reason": "nghỉ phép",
    }
    assert await giang.press("/absences", **away, **days) == 200

    before = await clocks(case)
    limit = next(one for one in ("D12", "D12b") if one in before)
    assert before[limit] is ClockState.RUNNING, "days to decide run (Law Art 66.1)"
    assert (await case.facts()).state is CaseState.DECISION_DUE

    # To stand in for the head is not to hold the head's powers: a signature needs the delegation (Law Art 54).
    alone = await drafted(case, "MQĐ02", people.hai)
    an, phuc, hai = [await desks.of(one) for one in (people.an, people.phuc, people.hai)]
    await made_ready(an, alone)
    one = await found(case, alone, SubmittedKind.SANCTION)
    assert await answers(phuc, one, "opinion", **ALL_WELL) == 200
    assert await signs(hai, f"/desk/documents/{alone}") == 409
    assert (await case.facts()).papers[alone].number is None
    why = {"text_0": "Cần quyết định giao quyền"}
    assert await answers(hai, one, "return", **why) == 409, "the step is still the head's"
    assert await answers(giang, one, "return", **why) == 200
    assert (await case.facts()).state is CaseState.DECISION_DUE

    await given(app, people)
    cited = await database.fetchval("SELECT number FROM delegations")
    fields = await cases_made.fields_of("MQĐ02", people.hai)
    day = f"{clock.today():ngày %d tháng %m năm %Y}"
    signer = fields["signer"] | {"delegation": f"Quyết định số {cited} {day}"}
    document = await drafted(case, "MQĐ02", people.hai, signer=signer)
    await made_ready(an, document, "Đề nghị xử phạt theo biên bản")
    one = await found(case, document, SubmittedKind.SANCTION)
    assert (one.state, one.due_rule) == (SubmissionState.WAITING, limit)
    assert (await clocks(case))[limit] is ClockState.RUNNING, "a submission stops no clock"
    assert await answers(phuc, one, "opinion", **ALL_WELL) == 200
    one = await found(case, document, SubmittedKind.SANCTION)
    assert answer_of(one, 1) == (Outcome.AGREED, people.phuc.id)
    assert (await clocks(case))[limit] is ClockState.RUNNING

    await hai.open("/desk/")
    assert hai.page.link(str(document)) or hai.page.link(str(one.id)), "it waits for the deputy"
    assert await signs(hai, f"/desk/documents/{document}") == 303
    facts = await case.facts()
    assert facts.state is CaseState.SANCTIONED, "the signature is the act"
    assert facts.sanction is not None
    assert facts.sanction.total == facts.papers[document].fields["total_fine"]
    after = await clocks(case)
    assert after[limit] is ClockState.MET
    one = await found(case, document, SubmittedKind.SANCTION)
    assert (one.state, one.number) == (SubmissionState.DONE, facts.papers[document].number)
    assert answer_of(one, 2) == (Outcome.SIGNED, people.hai.id)

    running = {rule for rule, state in after.items() if state is ClockState.RUNNING}
    await deliver(case, document)
    then = await clocks(case)
    assert (await case.facts()).state is CaseState.DELIVERED
    begun = {rule for rule, state in then.items() if state is ClockState.RUNNING} - running
    assert begun, "from its delivery the party has days to pay (Law Art 73.1)"

    await verified(readers, document, facts.papers[document].number)
    assert await database.fetchval("SELECT count(*) FROM exceptions WHERE kind = 'no_opinion'") == 0
    await nothing_wrong(case)


async def test_a_seizure_is_signed_within_24_hours_though_the_legal_officer_says_nothing(
    desks: Desks, readers: Readers, people: People, issuer: Authority
) -> None:
    await certify(people.giang, issuer)
    case = await cases_made.recorded(people)
    content = await cases_made.seized(case, cases_made.exhibit())
    await case.take(CaseAct.EXHIBITS_SEIZED, content, people.an)
    assert (await clocks(case))["D23"] is ClockState.RUNNING, "24 hours (Law Art 125.4)"
    await routes_made.published(people, SubmittedKind.SEIZURE, routes_made.HOURS)
    facts = await case.facts()
    named = cases_made.known_to("MQĐ20", {"violator": parts.party(facts.party)})
    held = [one.content.exhibit_id for one in facts.exhibits.values()]
    named |= {"exhibits": cases_made.rows(facts, held), "purpose": "verify"}
    until = cases_made.in_days(7)
    document = await drafted(case, "MQĐ20", people.giang, until_on=until.isoformat(), **named)
    an = await desks.of(people.an)
    await made_ready(an, document)
    one = await found(case, document, SubmittedKind.SEIZURE)
    assert one.due_rule == "D23"
    assert one.current is one.steps[0]
    await passing.pass_on()
    assert (await found(case, document, SubmittedKind.SEIZURE)).current is not None
    assert (await found(case, document, SubmittedKind.SEIZURE)).steps[0].answer is None, "not yet"

    with later(hours=5):
        await passing.pass_on()
        one = await found(case, document, SubmittedKind.SEIZURE)
        assert answer_of(one, 1)[0] is Outcome.NO_OPINION
        assert one.current is one.steps[1]
        assert (await clocks(case))["D23"] is ClockState.RUNNING
        giang = await desks.of(people.giang)
        await giang.open(f"/desk/submissions/{one.id}")
        assert "chưa có ý kiến" in giang.page.text.lower()
        status = await signs(giang, f"/desk/documents/{document}")
        assert status == 303, giang.said  # type: ignore[attr-defined]
        facts = await case.facts()
        assert {each.state for each in facts.exhibits.values()} == {ExhibitState.SEIZED}
        assert {each.until for each in facts.exhibits.values()} == {until}
        assert (await clocks(case))["D23"] is ClockState.MET
        one = await found(case, document, SubmittedKind.SEIZURE)
        assert (one.state, one.number) == (SubmissionState.DONE, facts.papers[document].number)
        await verified(readers, document, facts.papers[document].number)
        await nothing_wrong(case)


async def test_the_file_of_a_leader_who_issued_the_decision_needs_no_ruling_and_is_listed(
    desks: Desks, readers: Readers, people: People
) -> None:
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'team_leader')", people.giang.id
    )
    led = await factories.submitted(
        people, leader=people.giang, author=people.giang, minutes_flow=2
    )
    row = await database.fetchrow(
        "SELECT state, file_status FROM inspections WHERE id = $1", led.id
    )
    assert (row["state"], row["file_status"]) == ("approved", "not_needed")
    assert await submitted.of_record(led.id) == [], "it is submitted to nobody"
    assert await submitted.waits_for(people.hai) == []
    giang = await readers.of(people.giang)
    await giang.open("/desk/")
    assert "/opinion/agree" not in giang.html
    await giang.look(f"/desk/inspections/{led.id}")
    assert f"{urlsplit(str(giang.page.url)).path}/opinion/agree" not in giang.html
    kinds = await database.fetch("SELECT kind FROM exceptions WHERE record_id = $1", led.id)
    assert [each["kind"] for each in kinds] == ["leader_is_issuer"]
    khanh = await desks.of(people.khanh)
    await khanh.open("/desk/exceptions")
    assert str(led.id) in str(khanh.page.links), "an auditor finds it in the list"
    await nothing_wrong()
