"""What goes to an authority outside the force by letter, and its answer entered from paper by a second person."""

import contextlib
import hashlib
import io
import zipfile
from uuid import UUID, uuid4

import pytest

from backend.approvals.routes import service as routes
from backend.approvals.submissions import passing
from backend.core import clock, database
from backend.core.database import transaction
from backend.ledger import service as ledger
from deploy.demo.browser import UnexpectedPage
from schemas.approvals import submissions as said
from schemas.approvals.routes import RouteDrafted, RoutePublished
from schemas.approvals.submissions import RouteStep, Term, Who
from schemas.approvals.words import By, Outcome, StepKind, SubmissionState, SubmittedKind
from tests.support import decision_papers, scans, submitted
from tests.support.people import People
from tests.support.readers import Reader, Readers

pytestmark = pytest.mark.usefixtures("app")
BODY = "Chủ tịch Ủy ban nhân dân thành phố Hà Nội"


async def to_the_committee(people: People) -> UUID:
    """Draft a decision that goes by head, People's Committee, head; return its submission."""
    head, hours = Who(by=By.HEAD, up=1), Term(hours=8)
    steps = [
        RouteStep(kind=StepKind.AGREE, who=head, term=hours),
        RouteStep(kind=StepKind.OUTSIDE, who=Who(by=By.BODY, up=1, body=BODY), term=hours),
        RouteStep(kind=StepKind.SIGN, who=head, term=hours),
    ]
    draft = RouteDrafted(
        draft_id=uuid4(),
        name="Qua Ủy ban nhân dân",
        kind=SubmittedKind.INSPECTION_DECISION,
        unit_id=people.giang.unit.unit_id,
        forms=[],
        levels=[],
        fields=[],
        amount_from=None,
        amount_to=None,
        steps=steps,
        valid_from=clock.today(),
        note="",
    )
    async with transaction():
        route, outcome = await routes.act(None, draft, people.phuc.actor("desk"))
        ledger.unwrap(outcome)
        publish = RoutePublished(draft_id=draft.draft_id)
        ledger.unwrap((await routes.act(route, publish, people.giang.actor("desk")))[1])
    await decision_papers.drafted(people)
    found: UUID = await database.fetchval("SELECT id FROM approval_submissions")
    record = await database.fetchval("SELECT record_id FROM approval_submissions")
    [one] = await submitted.of_record(record)
    agreed = said.SubmissionAgreed(shown=one.shown, step=1, note="", without=[], reason="")
    await submitted.answer(one, agreed, people.giang)
    return found


async def _now(submission_id: UUID) -> submitted.Submission:
    record = await database.fetchval(
        "SELECT record_id FROM approval_submissions WHERE id = $1", submission_id
    )
    [one] = await submitted.of_record(record)
    return one


async def _answered(reader: Reader, address: str, name: str, data: bytes, **filled: str) -> int:
    await reader.look(f"{address}/outside_answer")
    form = reader.form("/outside_answer")
    today = clock.today().isoformat()
    answer = {"number": "345/UBND-KT", "decided_on": today, "signer": "Trần Văn Bình, Phó Chủ tịch"}
    for field, text in (answer | filled).items():
        form.fill(field, text)
    with contextlib.suppress(UnexpectedPage):
        await reader.send_file(form, "scan", name, data)
    return reader.status


async def test_a_package_goes_out_and_the_answer_opens_the_signature(
    people: People, readers: Readers
) -> None:
    submission_id = await to_the_committee(people)
    address, today = f"/desk/submissions/{submission_id}", clock.today().isoformat()
    giang, nga = await readers.of(people.giang), await readers.of(people.nga)
    await giang.open(address)
    assert BODY in giang.html
    assert "/outside_answer" not in giang.html, "nothing was sent yet"
    assert "/refuse?" not in giang.html, "nobody refuses in the authority's place"
    await nga.open(f"{address}/send_outside")
    assert await nga.press("/package") == 200
    package = await database.fetchval(
        "SELECT sha256 FROM scans WHERE record_id = $1", submission_id
    )
    letter = {"number": "12/TTr-CCQLTT", "sent_on": today, "package": package}
    assert await nga.press("/send_outside", **(letter | {"number": ""})) == 422
    assert await nga.press("/send_outside", **letter) == 200
    assert "Tờ trình số 12/TTr-CCQLTT" in nga.html
    file_id = await database.fetchval("SELECT id FROM scans WHERE record_id = $1", submission_id)
    kept = (await nga.fetch(f"{address}/files/{file_id}")).content
    assert hashlib.sha256(kept).hexdigest() == package, "what was sent is what is taken again"
    with zipfile.ZipFile(io.BytesIO(kept)) as archive:
        assert archive.namelist() == ["00-DANH-MUC.txt", "01-noi-dung-trinh.pdf", "SHA256SUMS"]
        cover = archive.read("00-DANH-MUC.txt").decode()
        paper = archive.read("01-noi-dung-trinh.pdf")
    assert paper.startswith(b"%PDF")
    assert (await _now(submission_id)).shown in cover
    assert hashlib.sha256(paper).hexdigest() in cover

    for name, data, why in (
        ("tra-loi.pdf", b"<html><script>alert(1)</script></html>", "Chỉ nhận tệp PDF"),
        ("tra-loi.pdf", scans.jpeg()[:-2], "cắt dở"),
        ("tra-loi.pdf", b"", "Chưa chọn tệp"),
    ):
        assert await _answered(nga, address, name, data, approved="yes") == 422
        assert why in nga.html
        assert "Trần Văn Bình, Phó Chủ tịch" in nga.html, "what was typed is kept"
    assert await _answered(nga, address, "tl.pdf", scans.pdf(), approved="no") == 422
    assert "phải ghi lý do" in nga.html
    assert (await _now(submission_id)).steps[1].answer is None
    assert await _answered(nga, address, "tl.pdf", scans.pdf(), approved="yes") == 200
    assert "Bản quét trả lời" in nga.html
    one = await _now(submission_id)
    assert one.steps[1].answer is not None
    assert one.steps[1].answer.outcome is Outcome.APPROVED
    assert one.current is one.steps[2]
    an = await readers.of(people.an)
    await an.open(address)
    assert "Bản quét trả lời" in an.html, "who drafted it reads the answer"


async def test_a_refusal_by_the_authority_gives_the_draft_up_with_its_text(
    people: People, readers: Readers
) -> None:
    submission_id = await to_the_committee(people)
    address, today = f"/desk/submissions/{submission_id}", clock.today().isoformat()
    nga = await readers.of(people.nga)
    await nga.open(f"{address}/send_outside")
    assert await nga.press("/send_outside", number="9/TTr", sent_on=today) == 200
    why = "Chưa đủ căn cứ để kiểm tra"
    assert await _answered(nga, address, "tl.jpg", scans.jpeg(), approved="no", text=why) == 200
    one = await _now(submission_id)
    assert (one.state, one.reason) == (SubmissionState.REFUSED, why)
    assert why in nga.html
    state = await database.fetchval("SELECT state FROM decision_papers")
    assert state == "discarded", "the record reacts as on any refusal"


async def test_the_clerk_and_the_head_are_told_once_that_the_authority_is_late(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    submission_id = await to_the_committee(people)
    due = (await _now(submission_id)).steps[1].due_at
    assert due is not None
    monkeypatch.setattr(clock, "now", lambda: due)
    for _ in range(2):
        await passing.pass_on()
    told = await database.fetch(
        "SELECT officer_id, numbers::text AS words FROM notices"
        " WHERE text_key = 'submission.overdue' AND record_id = $1",
        submission_id,
    )
    officers = [row["officer_id"] for row in told]
    assert len(officers) == len(set(officers)), "each once"
    assert {people.giang.id, people.nga.id} <= set(officers)
    assert all(BODY in row["words"] for row in told)
    assert (await _now(submission_id)).steps[1].answer is None, "the step waits"
