"""Keeps submissions in step with inspections: what an inspection's act means for them.

Called by `ledger.record` (the one door) with each act of an inspection that took effect, in its
transaction. Nothing here may refuse an act of an inspection: where there is no submission, or
nothing to say to it, nothing is done. The other way is in answering.py.
"""

from typing import Any
from uuid import UUID

from msgspec import UNSET, UnsetType

from backend.approvals.rules.facts import Submission
from backend.approvals.submissions import notifying
from backend.approvals.submissions import service as submissions
from backend.core.actors import Actor
from backend.fieldwork.acts.declaring import Declared, Written
from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.approving import looking
from backend.fieldwork.decision_papers import issuing
from backend.fieldwork.queries import approving as queries
from backend.fieldwork.queries import decision_papers as paper_queries
from backend.fieldwork.queries import drafts as draft_queries
from backend.fieldwork.queries import flow as flow_queries
from backend.fieldwork.queries import proposals as proposal_queries
from backend.fieldwork.queries import teams
from backend.fieldwork.queries.approving import SubmittedInspection
from backend.fieldwork.queries.decision_papers import NamedPaper
from backend.fieldwork.rules import approving as rules
from backend.fieldwork.texts import approving as texts
from backend.force.notices import service as notices
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.approvals.submissions import Comment as Remark
from schemas.approvals.submissions import SubmissionReturned, SupplementAsked
from schemas.approvals.words import SubmissionState, SubmittedKind
from schemas.fieldwork.decision_papers import PaperDrafted
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import ActType, InspectionState, PaperState

_IN_FORCE = (PaperState.SIGNED, PaperState.AWAITING, PaperState.SENT_BACK)


async def follow(parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    """Write into the submissions of an inspection what this act of it means for them."""
    del entry
    content: Any = parsed.content
    declared = ACTS[ActType(parsed.act.type)]
    record_id, act_id = parsed.act.record.id, parsed.act.id
    match declared.writes:
        case Written.DRAFT:
            await _proposed(record_id, act_id, actor)
        case Written.DRAFT_RULING:
            await _draft_answered(record_id, act_id, content, actor)
        case Written.FILE_RULING:
            await _file_ruled(declared, record_id, act_id, content, actor)
        case Written.SUPPLEMENT:
            await _supplemented(record_id, actor)
        case Written.DESK_PAPER:
            await _of_paper(record_id, act_id, content, actor)
        case Written.PROPOSAL:
            await _returned(record_id, content, actor)
        case Written.HAND_MATCHED:
            await _matched(content.paper, act_id, actor)
        case _:
            await _over(declared, record_id, content, actor)


async def _file_ruled(
    declared: Declared, record_id: UUID, act_id: UUID, content: Any, actor: Actor
) -> None:
    """Complete the file's submission, or send it back. A verification leaves it with the head."""
    file = looking.file_of(record_id)
    if declared.ruled is not None and declared.ruled.remarks:
        await submissions.changed(file, actor)
        said = SupplementAsked(shown=content.file, points=rules.as_remarks(content.points))
        await submissions.followed(file, said, actor)
    elif InspectionState.APPROVED in {one.to for one in declared.newer.moves}:
        outcome = f"file_{declared.ruling}"
        await submissions.completed(file, actor, outcome=outcome, act_id=act_id)


async def _of_paper(record_id: UUID, act_id: UUID, content: Any, actor: Actor) -> None:
    paper = await paper_queries.named(content.document_id)
    if isinstance(content, PaperDrafted):
        await _drafted(record_id, content.document_id, actor)
    elif paper is not None and paper.state in _IN_FORCE:
        await _in_force(paper, act_id, actor, getattr(content, "unheard", UNSET))
    elif paper is not None and paper.state is PaperState.DISCARDED:
        subject = looking.decision_of(record_id, content.document_id)
        told = set() if actor.face == "job" else {paper.drafted_by} - {actor.officer_id}
        await submissions.ended(subject, actor, getattr(content, "reason", ""), told)


async def _matched(paper_id: UUID | None, act_id: UUID, actor: Actor) -> None:
    """Complete the submission of a paper from whose sheet a team began: it gets no scan."""
    paper = await paper_queries.named(paper_id) if paper_id else None
    if paper is not None:
        await _in_force(paper, act_id, actor)


async def _over(declared: Declared, record_id: UUID, content: Any, actor: Actor) -> None:
    """End what nobody need answer any more: with the whole inspection, or a draft with its signature."""
    if declared.writes is Written.WITHDRAWN:
        await _withdrawn(record_id, getattr(content, "paper", None), content.reason, actor)
    elif declared.ends_draft:
        await _drafts_over(record_id, actor)


async def began(record_id: UUID, actor: Actor) -> None:
    """Submit the file, unless it needs no ruling because its leader issued the decision."""
    await _drafts_over(record_id, actor)
    found = await queries.find(record_id)
    if found is None or found.minutes_flow != FLOW or found.file_status != "open":
        return
    await submissions.submit(looking.file_of(record_id), "", actor, by_the_system=True)


async def joined(record_id: UUID, actor: Actor) -> None:
    """Tell the file's submission that something joined the file after it was submitted."""
    await submissions.changed(looking.file_of(record_id), actor)


async def _drafts(record_id: UUID) -> list[Submission]:
    alive = await submissions.alive_in(record_id)
    return [one for one in alive if one.subject.kind is SubmittedKind.MINUTES_DRAFT]


async def _proposed(record_id: UUID, act_id: UUID, actor: Actor) -> None:
    """Submit a draft that waits. One that came after the first signature is only noted, and does not."""
    found, last = await queries.find(record_id), await flow_queries.last_draft(record_id)
    if found is None or found.draft_since is None or last is None or last.act_id != act_id:
        return
    for one in await _drafts(record_id):
        await submissions.ended(one.subject, actor, texts.NEW_DRAFT)
    draft = looking.draft_of(record_id, act_id)
    submission_id, _ = await submissions.submit(draft, "", actor, by_the_system=True)
    await _tell_others(found, act_id, submission_id)


async def _tell_others(found: SubmittedInspection, proposal: UUID, submission_id: UUID) -> None:
    """Tell every head nearby of a draft, and the issuer: a team in a shop can wait minutes, not hours.

    Whom the submission waits for was told by it: the same notice reaches nobody twice.
    """
    units = [part for part in found.path.as_tuple() if part is not None]
    team = await teams.officers(found.id)
    heads = await draft_queries.heads_to_ask(units, team, found.issued_by)
    words = await draft_queries.words_of_proposal(found.id, proposal)
    once = notifying.sent_as(submission_id, 1)
    await notices.tell(heads, "draft", found.id, "draft.asked", words, once=once, on_phones=True)


async def _draft_answered(record_id: UUID, act_id: UUID, content: Any, actor: Actor) -> None:
    for one in await _drafts(record_id):
        if one.shown != content.draft or one.state is not SubmissionState.WAITING:
            continue
        comments = getattr(content, "comments", None)
        if comments is None:
            outcome = "approved"
            await submissions.completed(one.subject, actor, outcome=outcome, act_id=act_id)
        else:
            said = SubmissionReturned(shown=one.shown, comments=rules.as_remarks(comments))
            await submissions.followed(one.subject, said, actor)


async def _drafts_over(record_id: UUID, actor: Actor) -> None:
    """End the submission of a draft that waits for no answer any more."""
    drafts = await _drafts(record_id)
    if not drafts:
        return
    found = await queries.find(record_id)
    last = await flow_queries.last_draft(record_id)
    for one in drafts:
        waits = found is not None and found.draft_since is not None
        if not (waits and last is not None and last.act_id == one.subject.item_id):
            await submissions.ended(one.subject, actor, texts.SIGNED)


async def _supplemented(record_id: UUID, actor: Actor) -> None:
    """Submit the file again with the team's answers."""
    file = looking.file_of(record_id)
    alive = await submissions.alive(file)
    if alive is None:
        return
    if alive.state is SubmissionState.WITH_SUBMITTER:
        await submissions.submit(file, "", actor, by_the_system=True)
    else:
        await submissions.changed(file, actor)


async def _drafted(record_id: UUID, document_id: UUID, actor: Actor) -> None:
    """Submit a decision's draft: a proposal, or what was written at the desk.

    A proposal that was sent back is submitted again when its officer proposes again, and a draft of
    the desk when it is written again. A draft from before there were submissions has none.
    """
    subject = looking.decision_of(record_id, document_id)
    paper = await paper_queries.named(document_id)
    if paper is None:
        return
    alive = await submissions.alive(subject)
    proposal = await proposal_queries.shown(document_id)
    if alive is not None and alive.state is SubmissionState.WAITING:
        await submissions.changed(subject, actor)
        return
    before = alive is None and paper.updated_at != paper.drafted_at
    if before and await submissions.of_subject(subject) is None:
        return
    if alive is not None and proposal is not None and proposal.remarks is not None:
        await submissions.changed(subject, actor)
        return
    note = proposal.proposed.reason if proposal is not None else ""
    await submissions.submit(subject, note, actor, by_the_system=True)


async def _in_force(
    paper: NamedPaper, act_id: UUID, actor: Actor, unheard: str | UnsetType = UNSET
) -> None:
    """Complete the submission of a paper that was signed: with a certificate, elsewhere, or by hand."""
    subject = looking.decision_of(paper.inspection_id, paper.id)
    said = unheard if isinstance(unheard, str) else await issuing.said_at_print(paper)
    await submissions.completed(
        subject, actor, outcome="signed", number=paper.number, act_id=act_id, reason=said[:500]
    )


async def _returned(record_id: UUID, content: Any, actor: Actor) -> None:
    """Send a proposal back. The proposal itself is submitted with the draft that follows it."""
    comments: str | None = getattr(content, "comments", None)
    if comments is None:
        return
    subject = looking.decision_of(record_id, content.document_id)
    alive = await submissions.alive(subject)
    if alive is not None and alive.state is SubmissionState.WAITING:
        remarks = [Remark(at=rules.WHOLE, text=comments)]
        said = SubmissionReturned(shown=alive.shown, comments=remarks)
        await submissions.followed(subject, said, actor)


async def _withdrawn(record_id: UUID, paper: UUID | None, reason: str, actor: Actor) -> None:
    """End whatever waits of an inspection that is no longer carried out, but for the paper that says so."""
    for one in await submissions.alive_in(record_id):
        if one.subject.item_id is None or one.subject.item_id != paper:
            await submissions.ended(one.subject, actor, reason)
