"""Papers of a case in submission, for tests: drafted, submitted at the desk, answered, signed."""

import hashlib
from typing import Any
from uuid import UUID

from backend.approvals.rules import checksheets
from backend.approvals.rules.facts import Submission
from backend.approvals.submissions import service as submissions
from backend.core import clock
from backend.core.canonical_json import sha256_hex
from backend.core.database import transaction
from backend.documents import forms
from backend.documents.signing.service import new_code
from backend.ledger.service import Outcome
from deploy.demo.browser import Browser
from deploy.demo.pages import Button
from schemas.approvals import submissions as acts
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import StepKind, SubmittedKind
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from tests.support import cases_made, doubts
from tests.support.cases_made import Case
from tests.support.people import Person


async def drafted(case: Case, form: str, who: Person, **more: Any) -> UUID:
    """A draft by the officer who works on the case, naming its signer."""
    fields = await cases_made.fields_of(form, who)
    fields |= await case.cited(form, fields) | more
    return await saved(case, form, fields, new_id())


async def saved(case: Case, form: str, fields: dict[str, Any], document: UUID) -> UUID:
    """A new text of a draft, by the officer who works on the case."""
    draft = case_side_acts.DocumentDrafted(
        document_id=document,
        form=form,
        form_version=forms.newest(form),
        fields=fields,
        replaces=None,
    )
    await case.take(CaseAct.DOCUMENT_DRAFTED, draft, case.worker)
    return document


async def ready(case: Case, document: UUID) -> None:
    """Make it ready, which submits it."""
    paper = (await case.facts()).papers[document]
    said = case_side_acts.DocumentFinalised(
        document_id=document, fields_hash=paper.fields_hash, note="Đề nghị xem xét, ký"
    )
    await case.take(CaseAct.DOCUMENT_FINALISED, said, case.worker)


async def found(case: Case, document: UUID, kind: SubmittedKind) -> Submission:
    """The newest submission of a paper."""
    subject = Submitted(kind=kind, record_kind=RecordKind.CASE, record_id=case.id, item_id=document)
    ident = await submissions.of_subject(subject)
    assert ident is not None
    return (await submissions.find(ident, case.people.giang.actor())).facts


async def answered(one: Submission, content: Wire, by: Person) -> Outcome:
    """Give an answer as a desk does."""
    async with transaction():
        return await submissions.answer(one.id, content, by.actor())


def opinion(one: Submission, **changed: Any) -> acts.OpinionGiven:
    """An opinion in favour, of what is submitted now."""
    given: dict[str, Any] = {
        "shown": one.shown,
        "step": 1,
        "favour": True,
        "text": "Nhất trí",
        "checks": [],
    }
    if one.steps[0].kind is StepKind.LEGAL_CHECK:
        sheet = checksheets.of(one.subject.kind)
        checks = [acts.Check(question=code, ok=True, note="") for code in sheet.questions]
        given |= {"checks": checks, "sheet": sheet.version}
    return acts.OpinionGiven(**(given | changed))


async def signed(
    case: Case,
    document: UUID,
    by: Person,
    unheard: str | None = None,
    despite: str | None = None,
) -> Outcome:
    """Sign it, as the desk does once file and number are there."""
    paper = (await case.facts()).papers[document]
    issued = case_side_acts.DocumentIssued(
        document_id=document,
        form=paper.form,
        form_version=paper.form_version,
        fields_hash=sha256_hex(paper.fields),
        number=f"{document.hex[-8:]}/{paper.form}",
        issued_on=cases_made.today(),
        issued_at=clock.now(),
        issuer_title=by.title,
        code=new_code(),
        sha256=hashlib.sha256(document.bytes).hexdigest(),
        size=1000,
        pages=2,
        signature_level="B-T",
        signer=by.full_name,
        despite=despite or doubts.answered(paper.fields, paper.form),
        unheard=unheard,
    )
    return await case.act(CaseAct.DOCUMENT_ISSUED, issued, by)


def form_to(page: Any, end: str) -> Any:
    """The form of a page whose address ends so."""
    return next(form for form in page.forms if form.action.split("#")[0].endswith(end))


async def made_ready(desk: Browser, document: UUID, note: str = "") -> None:
    """Submit a draft from its page."""
    await desk.open(f"/desk/documents/{document}")
    editor = form_to(desk.page, str(document))
    if note:
        editor.fill("submission_note", note)
    await desk.submit(editor, next(one for one in editor.buttons if one.value == "ready"))


async def answers(desk: Browser, one: Submission, what: str, **fields: str) -> int:
    """Send the form of an answer; returns the status."""
    await desk.open(f"/desk/submissions/{one.id}/{what}?shown={one.shown}")
    form = form_to(desk.page, f"/{what}")
    for name, value in fields.items():
        form.fill(name, value)
    return await desk.try_submit(form, Button("", ""))
