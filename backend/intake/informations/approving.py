"""Papers of an information that its head signs go to approval: how each looks, and how both stay in step.

Who drafts one makes it final, which submits it; the head sees it as it will be signed, and signs, returns or refuses it
(decisions 0043, 0070). What is about an officer of the force is not submitted: a submission is seen by readers of the
unit, and such an information by its own line alone. Its paper waits for its signer as before.
"""

from typing import Any
from uuid import UUID

import msgspec

from backend.approvals import claims
from backend.approvals.submissions import events as submission_events
from backend.approvals.submissions import service as submissions
from backend.approvals.submissions.handler import is_holder
from backend.approvals.submissions.subjects import Look
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.documents.record_papers import adapter, owners, signers, submitting, telling
from backend.documents.record_papers.owners import Owned
from backend.documents.record_papers.submitting import ToSubmit
from backend.intake.informations import events
from backend.intake.queries import informations as queries
from backend.intake.rules import submitting as rules
from backend.intake.rules.facts import Information
from backend.intake.texts import words
from backend.ledger import service as ledger
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.approvals import submissions as acts
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import SubmissionState
from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind
from schemas.documents import record_papers as papers
from schemas.documents.record_papers import RecordPaperAct, RecordPaperState

_BACK: dict[type, str] = {
    acts.SubmissionWithdrawn: "Rút lại phiếu trình.",
    acts.SubmissionReturned: "Được trả lại.",
    acts.SupplementAsked: "Yêu cầu bổ sung.",
    acts.SubmissionRefused: "Không phê duyệt.",
    acts.OutsideAnswered: "Cơ quan được trình không đồng ý.",
}
_STEP_FIRST = Text(
    vi="Phiếu trình của văn bản còn bước phải quyết định trước khi ký. Hãy chờ, hoặc mở phiếu trình.",
    en="A step of its submission decides before it is signed. Wait for it, or open the submission.",
)
_RETURNED = Text(
    vi="Văn bản đã được trả lại. Hãy sửa và trình lại.",
    en="The paper was returned. Change it and submit it again.",
)
_OVER = Text(
    vi="Thông tin đã kết thúc hoặc đã gộp, tách: văn bản này không còn được trình, ký ở đây.",
    en="The information has ended, was merged or was split: this paper is neither submitted nor signed here any more.",
)
_ADVICE = Text(
    vi="Còn bước cho ý kiến chưa hết hạn. Hãy chờ ý kiến hoặc hết hạn của bước đó.",
    en="An opinion is asked for and has time left. Wait for it, or for the end of its term.",
)


def _subject_of(information_id: UUID, document_id: UUID, form: str) -> Submitted:
    return Submitted(
        kind=rules.KINDS[form],
        record_kind=RecordKind.INFORMATION,
        record_id=information_id,
        item_id=document_id,
    )


async def subject_of(information_id: UUID, document_id: UUID) -> Submitted | None:
    """Return how a paper of an information is submitted; None if it never is."""
    found = await submitting.final(document_id, information_id)
    if found is None or found.form not in rules.KINDS:
        return None
    return _subject_of(information_id, document_id, found.form)


async def hold(information_id: UUID) -> None:
    """Lock the information, so that nothing of its paper changes before an answer to it is recorded."""
    await queries.lock(information_id)


async def hidden(information_id: UUID) -> bool:
    """Tell whether it is about an officer of the force: then nobody sees what was submitted of it before."""
    facts = await events.facts_of(information_id)
    return facts is None or facts.about_officer


async def asks(information_id: UUID, document_id: UUID, actor: Actor) -> bool:
    """Tell whether a step about this paper waits, or waited, for the officer: who answers also reads it."""
    known = await submissions.alive_in(information_id)
    alive = [one for one in known if one.subject.item_id == document_id]
    if not alive:
        return False
    own = await claims.of(actor)
    return any(is_holder(facts, own) for facts in alive)


async def look(subject: Submitted, actor: Actor) -> Look | None:
    """Return the paper as it is now; None if there is none, it was given up, or it is not submitted."""
    async with at_once() as ask:
        written, told = ask(_paper(subject)), ask(events.story_of(subject.record_id))
    found, story = written.result(), told.result()
    if found is None or story is None or story.facts.about_officer:
        return None
    if found.state is RecordPaperState.DISCARDED or _is_over(found, story.facts):
        return None
    owner = owners.of(RecordKind.INFORMATION)
    owned = await owner.find(subject.record_id, actor)
    number = story.facts.number
    return Look(
        path=story.path,
        title=Text(
            vi=f"{found.title.vi} · thông tin số {number}",
            en=f"{found.title.en} · information {number}",
        ),
        shown=found.shown,
        material=found.material,
        form=found.form,
        form_version=found.form_version,
        drafters=found.drafters,
        works_on=owned is not None and await owner.may_draft(owned, found.form, actor),
        ready=found.ready,
    )


def _is_over(found: ToSubmit, facts: Information) -> bool:
    """Tell whether the paper has no use any more. A sheet that was printed may be signed already: it waits on."""
    unsigned = found.state in (RecordPaperState.DRAFT, RecordPaperState.FINAL)
    return unsigned and rules.is_over(found.form, facts.state)


async def _paper(subject: Submitted) -> ToSubmit | None:
    if subject.item_id is None:
        return None
    return await submitting.final(subject.item_id, subject.record_id)


async def against(record: Owned, document_id: UUID, form: str, actor: Actor) -> Text | None:
    """Return why the finalised paper must not be signed now: it has no use any more, or a step before the signature has
    no answer."""
    if form not in rules.KINDS:
        return None
    if (why := await unfit(record, document_id, form, actor)) is not None:
        return why
    subject = _subject_of(record.id, document_id, form)
    facts = await submissions.alive(subject)
    if facts is None:
        return None
    if facts.state is SubmissionState.WITH_SUBMITTER:
        return _RETURNED
    if await submissions.waits_for(subject):
        return _STEP_FIRST
    return _ADVICE if await submissions.silent(subject) else None


async def unfit(record: Owned, document_id: UUID, form: str, actor: Actor) -> Text | None:
    """Return why a paper is neither finalised nor signed: the information has ended, and nothing is left to order."""
    del document_id, actor
    facts = await events.facts_of(record.id)
    return _OVER if facts is not None and rules.is_over(form, facts.state) else None


async def follow_information(parsed: ParsedAct, actor: Actor, _entry: Entry) -> None:
    """Submit a finalised paper, tell its submission what happens to it, and end what has no use any more.

    What the system writes follows from an answer, which the submission knows.
    """
    record_id, content = parsed.act.record.id, parsed.content
    if parsed.act.type not in adapter.ACT_TYPES:
        await _end(record_id, actor)
        return
    if actor.face == "job":
        return
    document_id: UUID = content.document_id  # type: ignore[attr-defined]  # every one has it
    found = await submitting.final(document_id, record_id)
    if found is None or found.form not in rules.KINDS:
        return
    subject = _subject_of(record_id, document_id, found.form)
    match content:
        case papers.RecordPaperFinalised():
            await _submit(subject, found, content.note, actor)
        case papers.RecordPaperReopened():
            await submissions.recalled(subject, actor)
        case papers.RecordPaperDrafted():
            await submissions.changed(subject, actor)
        case papers.RecordPaperDiscarded():
            told = await telling.told_of_end(document_id, actor)
            await submissions.ended(subject, actor, content.reason or "Đã bỏ văn bản.", told)
        case papers.RecordPaperIssued():
            await _completed(subject, content.number, actor)
        case papers.RecordPaperScanned():
            await _completed(subject, None, actor)


async def _end(information_id: UUID, actor: Actor) -> None:
    """End what waits if the information names officers now, and what is not signed yet and has no use any more.

    Such a paper is a draft again: if the information is taken up again, it is submitted anew.
    """
    alive = await submissions.alive_in(information_id)
    information = await events.facts_of(information_id) if alive else None
    for facts in alive:
        if information is None or information.about_officer:
            await submissions.ended(facts.subject, actor, "Thông tin do cấp trên xử lý.")
            continue
        found, document_id = await _paper(facts.subject), facts.subject.item_id
        if found is None or document_id is None or not _is_over(found, information):
            continue
        why = f"Thông tin số {information.number}: {words.OVER[information.state]}."
        await submissions.ended(facts.subject, actor, why)
        if found.state is RecordPaperState.FINAL:
            reopened = papers.RecordPaperReopened(document_id=document_id, reason=why)
            await _record(information_id, reopened, actor)


async def _completed(subject: Submitted, number: str | None, actor: Actor) -> None:
    await submissions.completed(subject, actor, outcome="signed", number=number)


async def _submit(subject: Submitted, found: ToSubmit, note: str, actor: Actor) -> None:
    if await hidden(subject.record_id):
        return
    alive = await submissions.alive(subject)
    if alive is None and await _needless(subject, found, actor):
        return
    _, outcome = await submissions.submit(subject, note, actor)
    ledger.unwrap(outcome)


async def _needless(subject: Submitted, found: ToSubmit, actor: Actor) -> bool:
    """Tell whether nobody else is asked: no route is published, and who made it final may sign it."""
    owner = owners.of(RecordKind.INFORMATION)
    owned, seen = await owner.find(subject.record_id, actor), await look(subject, actor)
    if owned is None or seen is None:
        return True
    signer = await signers.of(owned, owner, found.form, actor, clock.today())
    if signer.office.fault is not None:
        return False
    planned = await submissions.plan(subject, seen, {*seen.drafters, actor.officer_id})
    refused = await submissions.was_refused(subject, found.form, found.material)
    return planned.route is None and not refused


async def follow_submission(parsed: ParsedAct, actor: Actor, _entry: Entry) -> None:
    """Open the paper again for its drafter if it came back; make it final again if it waits again."""
    content = parsed.content
    if isinstance(content, acts.OutsideAnswered) and content.approved:
        return
    back, forward = isinstance(content, tuple(_BACK)), isinstance(content, acts.Reopened)
    if not (back or forward):
        return
    facts = await submission_events.facts_of(parsed.act.record.id)
    if facts is None or facts.subject.record_kind is not RecordKind.INFORMATION:
        return
    document_id, found = facts.subject.item_id, await _paper(facts.subject)
    if document_id is None or found is None:
        return
    written: Wire | None = None
    if back and found.state is RecordPaperState.FINAL:
        written = papers.RecordPaperReopened(document_id=document_id, reason=_reason(content))
    elif forward and found.state is RecordPaperState.DRAFT:
        hash_of = await submitting.fields_hash(document_id)
        written = papers.RecordPaperFinalised(document_id=document_id, fields_hash=hash_of)
    if written is not None:
        await _record(facts.subject.record_id, written, actor)


def _reason(content: Any) -> str:
    """Return what was said, as the reason of the paper's being opened again."""
    remarks = getattr(content, "comments", None) or getattr(content, "points", None) or []
    said = " · ".join(one.text for one in remarks)
    said = said or getattr(content, "reason", "") or getattr(content, "text", "")
    return f"{_BACK[type(content)]} {said}".strip()[:500]


async def _record(information_id: UUID, content: Wire, actor: Actor) -> None:
    """Record an act of the information as the system, in the name of who answered."""
    back = isinstance(content, papers.RecordPaperReopened)
    kind = RecordPaperAct.REOPENED if back else RecordPaperAct.FINALISED
    system = msgspec.structs.replace(actor, face="job", device_id=None, device_public_key=None)
    written = ledger.desk_act(RecordKind.INFORMATION, information_id, kind, content, system)
    ledger.unwrap(await ledger.record(written, system))
