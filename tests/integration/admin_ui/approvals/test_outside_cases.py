"""A sanction, and a publication of law, that another authority answers: played at the desk, and abused there."""

import asyncio
import hashlib
import io
import zipfile
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from admin_ui.casework.case_file import enclosing
from backend import registry
from backend.approvals.outside import service as outside
from backend.approvals.routes import service as submissions_routes
from backend.approvals.submissions import service as submissions
from backend.core import clock, database
from backend.core.database import transaction
from backend.law.catalogue import service as catalogue
from backend.ledger.service import Accepted, Outcome, Refused
from schemas.approvals import routes as acts_routes
from schemas.approvals import submissions as acts
from schemas.approvals.submissions import RouteStep, Term, Who
from schemas.approvals.words import By, StepKind, SubmissionState, SubmittedKind
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from tests.integration.admin_ui.approvals.test_outside import _answered as answers
from tests.integration.approvals.test_publication import _route, proposed
from tests.support import cases_made, routes_made, scans
from tests.support.cases_made import Case
from tests.support.papers_submitted import answered, drafted, found, ready, signed
from tests.support.people import People, Person
from tests.support.publishers import second_publisher
from tests.support.readers import Readers

pytestmark = [pytest.mark.usefixtures("app"), pytest.mark.long]
BODY = "Chủ tịch Ủy ban nhân dân thành phố Hà Nội"
SANCTION = SubmittedKind.SANCTION
_UBND = RouteStep(
    kind=StepKind.OUTSIDE, who=Who(by=By.BODY, up=1, body=BODY), term=Term(working_days=1)
)
_SIGN = RouteStep(kind=StepKind.SIGN, who=Who(by=By.HEAD), term=Term(working_days=1))


async def at_the_committee(people: People) -> tuple[Case, UUID, submissions.Submission]:
    """A sanction of a case that waits for the People's Committee and then for the head."""
    registry.open_all()
    case = await cases_made.due(people)
    await routes_made.published(people, SANCTION, (_UBND, _SIGN))
    document = await drafted(case, "MQĐ02", people.giang)
    await ready(case, document)
    return case, document, await found(case, document, SANCTION)


def code(outcome: Outcome) -> str | None:
    return outcome.code if isinstance(outcome, Refused) else None


def letter(one: submissions.Submission, **more: Any) -> acts.SentOutside:
    said: dict[str, Any] = {
        "step": 1,
        "to": BODY,
        "sent_on": clock.today(),
        "number": "12/TTr-CCQLTT",
        "package": None,
        "shown": one.shown,
    }
    return acts.SentOutside(**(said | more))


def reply(one: submissions.Submission, scan_id: UUID, **more: Any) -> acts.OutsideAnswered:
    said: dict[str, Any] = {
        "step": 1,
        "approved": True,
        "number": "345/UBND-KT",
        "decided_on": clock.today(),
        "signer": "Trần Văn Bình, Phó Chủ tịch",
        "scan_id": scan_id,
        "text": "",
        "shown": one.shown,
    }
    return acts.OutsideAnswered(**(said | more))


async def scanned(one: submissions.Submission, by: Person, seed: int = 0) -> UUID:
    return (await outside.take_scan(one.id, scans.pdf(seed), by.actor())).id


async def test_a_sanction_goes_with_its_whole_file_and_is_signed_after_the_answer(
    people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def made(*_: object) -> SimpleNamespace:
        return SimpleNamespace(pdf=scans.pdf(3))  # papers of `cases_made` have no files

    case, document, one = await at_the_committee(people)
    address = f"/desk/submissions/{one.id}"
    giang, nga = await readers.of(people.giang), await readers.of(people.nga)
    assert code(await signed(case, document, people.giang)) == "case_step_first"

    await nga.open(f"{address}/send_outside")
    form = nga.form("/package")
    wanted = [*((one.name, one.value) for one in form.controls), ("whole", "yes")]
    refused = await nga._ask("POST", form.action, wanted)
    assert refused.status_code in (403, 404), "a clerk reads no whole file"
    monkeypatch.setattr(enclosing.case_file, "make", made)
    await giang.open(f"{address}/send_outside")
    assert await giang.press("/package", whole="yes") == 200
    row = await database.fetchrow("SELECT id, sha256 FROM scans WHERE record_id = $1", one.id)
    kept = (await giang.fetch(f"{address}/files/{row['id']}")).content
    assert hashlib.sha256(kept).hexdigest() == row["sha256"]
    with zipfile.ZipFile(io.BytesIO(kept)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[1:3] == ["01-noi-dung-trinh.pdf", "02-ho-so.pdf"]
    assert (await nga.fetch(f"{address}/files/{row['id']}")).status_code == 404
    today = clock.today().isoformat()
    sent = {"number": "12/TTr-CCQLTT", "sent_on": today, "package": row["sha256"]}
    assert await giang.press("/send_outside", **sent) == 200

    huge = scans.pdf() + bytes(20_000_000)
    assert await answers(nga, address, "tl.pdf", huge, approved="yes") in (413, 422)
    assert "20 MB" in nga.html
    assert await answers(nga, address, "tl.pdf", scans.pdf(), approved="yes") == 200
    one = await found(case, document, SANCTION)
    assert one.current is one.steps[1]
    outcome = await signed(case, document, people.giang)
    assert isinstance(outcome, Accepted), outcome
    assert (await found(case, document, SANCTION)).state is SubmissionState.DONE


async def test_an_answer_is_entered_by_a_second_person_once_with_its_own_scan(
    people: People,
) -> None:
    case, document, one = await at_the_committee(people)
    assert code(await answered(one, letter(one, package="a" * 64), people.nga)) == (
        "approval_package_unknown"
    )
    assert isinstance(await answered(one, letter(one), people.nga), Accepted)
    scan = await scanned(one, people.nga)
    assert code(await answered(one, reply(one, new_id()), people.nga)) == "approval_scan_unknown"

    # The scan of another submission's answer, and a package that passes for a scan.
    other, twin, second = await at_the_committee_again(people)
    foreign = await scanned(second, people.nga, seed=7)
    assert code(await answered(one, reply(one, foreign), people.nga)) == "approval_scan_unknown"
    del other, twin
    packed = await outside.keep(one.id, [], people.giang.actor())
    assert code(await answered(one, reply(one, packed.id), people.nga)) == "approval_scan_unknown"

    # Its drafter, made a clerk too, does not enter it.
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'clerk')", case.worker.id
    )
    drafter = Person(**(vars(case.worker) | {"roles": (*case.worker.roles, Role.CLERK)}))
    assert code(await answered(one, reply(one, scan), drafter)) in (
        "approval_outside_two_persons",
        "approval_not_yours",
    )
    both = await asyncio.gather(
        answered(one, reply(one, scan), people.nga),
        answered(one, reply(one, scan, approved=False, text="Không đồng ý"), people.giang),
    )
    assert sorted(type(each).__name__ for each in both) == ["Accepted", "Refused"]
    del document


async def at_the_committee_again(
    people: People,
) -> tuple[Case, UUID, submissions.Submission]:
    """Another case on the same route."""
    case = await cases_made.due(people)
    document = await drafted(case, "MQĐ02", people.giang)
    await ready(case, document)
    return case, document, await found(case, document, SANCTION)


async def test_what_the_committee_sent_back_is_sent_anew_and_its_refusal_makes_a_draft_again(
    people: People,
) -> None:
    case, document, one = await at_the_committee(people)
    assert isinstance(await answered(one, letter(one), people.nga), Accepted)
    point = acts.Comment(at="", text="UBND yêu cầu bổ sung biên bản xác minh (CV 9/UBND)")
    back = acts.SubmissionReturned(shown=one.shown, comments=[point])
    assert isinstance(await answered(one, back, people.nga), Accepted)
    assert (await case.facts()).papers[document].state == "draft"
    await ready(case, document)
    one = await found(case, document, SANCTION)
    assert (one.state, one.rounds) == (SubmissionState.WAITING, 2)
    scan = await scanned(one, people.nga)
    assert code(await answered(one, reply(one, scan), people.nga)) == "approval_not_sent", (
        "an answer to what was sent back is no answer to this"
    )
    assert isinstance(await answered(one, letter(one), people.nga), Accepted)
    no = reply(one, scan, approved=False, text="Chưa đủ căn cứ xử phạt")
    assert isinstance(await answered(one, no, people.nga), Accepted)
    one = await found(case, document, SANCTION)
    assert (one.state, one.reason) == (SubmissionState.REFUSED, "Chưa đủ căn cứ xử phạt")
    assert (await case.facts()).papers[document].state == "draft"
    again = acts.Reopened(reason="nhập nhầm kết quả")
    for person in (people.nga, people.giang, people.hai, case.worker):
        assert code(await answered(one, again, person)) == "approval_not_yours"


async def test_a_refused_publication_of_law_declines_the_proposal_and_publishes_nothing(
    people: People,
) -> None:
    registry.open_all()
    second = await second_publisher(people)
    approve = RouteStep(
        kind=StepKind.APPROVE, who=Who(by=By.ROLE, role=Role.LEGAL), term=Term(hours=8)
    )
    draft = _route(people.lan.unit.unit_1, _UBND, approve)
    async with transaction():
        route_id, outcome = await submissions_routes.act(None, draft, people.lan.actor())
        assert isinstance(outcome, Accepted), outcome
        publish = acts_routes.RoutePublished(draft_id=draft.draft_id)
        outcome = (await submissions_routes.act(route_id, publish, second.actor()))[1]
        assert isinstance(outcome, Accepted), outcome
    submission_id = await proposed(people.lan)
    async with transaction():
        one = (await submissions.find(submission_id, people.lan.actor())).facts
    clerk = await national_clerk(people)
    assert isinstance(await answered(one, letter(one), clerk), Accepted)
    scan = await scanned(one, clerk)
    yes = reply(one, scan)
    assert code(await answered(one, yes, people.lan)) in (
        "approval_outside_two_persons",
        "approval_not_yours",
    ), "who proposed it"
    early = acts.SubmissionApproved(shown=one.shown, step=2, note="", without=[1], reason="gấp")
    assert code(await answered(one, early, second)) == "approval_not_yours"
    no = reply(one, scan, approved=False, text="Chưa phù hợp Nghị định")
    assert isinstance(await answered(one, no, clerk), Accepted)
    async with transaction():
        one = (await submissions.find(submission_id, people.lan.actor())).facts
        waiting = await catalogue.waiting(people.lan.actor())
    assert one.state is SubmissionState.REFUSED
    assert waiting == [], "the proposal is declined with it"
    late = acts.SubmissionApproved(shown=one.shown, step=2, note="", without=[], reason="")
    assert code(await answered(one, late, second)) == "approval_not_waiting"


async def national_clerk(people: People) -> Person:
    """The auditor of the whole force, made its clerk: the clerk became the legal officer."""
    await database.execute("DELETE FROM officer_roles WHERE officer_id = $1", people.khanh.id)
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'clerk')", people.khanh.id
    )
    return Person(**(vars(people.khanh) | {"roles": (Role.CLERK,)}))
