"""Keeps a case's paper and its submission in step, in the transaction of the act that moves one.

`follow_case` tells the submission what happened to the paper. `follow_submission` writes into the
case what an answer means for it, as an act of the system: such an act tells the submission nothing
that it does not know.
"""

from typing import Any
from uuid import UUID

import msgspec

from backend.approvals.reading import service as reading
from backend.approvals.rules.facts import Submission
from backend.approvals.submissions import service as submissions
from backend.approvals.submissions.service import Planned
from backend.casework.acts.documents import opened_again
from backend.casework.approving import ending, looking
from backend.casework.cases import competence, events, paper_telling
from backend.casework.derived import authority
from backend.casework.queries import cases as queries
from backend.casework.rules import approving as rules
from backend.casework.rules import signing as signing_rules
from backend.casework.rules.facts import Facts, Paper
from backend.core import clock
from backend.core.actors import Actor, UnitPath
from backend.force.notices import service as notices
from backend.ledger import service as ledger
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.approvals import submissions as acts
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import SubmissionState
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct, DocumentState
from schemas.core.base import Wire
from schemas.core.vocabulary import RecordKind

_BACK = (acts.SubmissionReturned, acts.SupplementAsked, acts.SubmissionRefused)
_WHY = {
    acts.SubmissionWithdrawn: "Rút lại phiếu trình.",
    acts.OutsideAnswered: "Cơ quan được trình không đồng ý.",
}


async def follow_case(parsed: ParsedAct, actor: Actor, _entry: Entry) -> None:
    """Tell the submission of a paper what happened to the paper, and of a legal limit that the act moved."""
    await _follow_paper(parsed, actor)
    await submissions.limits_moved(parsed.act.record.id, actor)


async def _follow_paper(parsed: ParsedAct, actor: Actor) -> None:
    case_id, content = parsed.act.record.id, parsed.content
    document_id = getattr(content, "document_id", None)
    of_paper = parsed.act.type.startswith("document.") and isinstance(document_id, UUID)
    if not (of_paper or parsed.act.type in ending.ENDING):
        return
    row, facts = await queries.path_of(case_id), await events.facts_of(case_id)
    if row is None or facts is None:
        return
    if parsed.act.type in ending.ENDING:
        await ending.follow(case_id, facts, parsed.act.type, content, actor)
    if not of_paper:
        return
    paper = facts.papers.get(document_id) if isinstance(document_id, UUID) else None
    subject = rules.subject_of(case_id, paper, facts) if paper else None
    if paper is not None and subject is not None:
        await _tell(subject, row.path, facts, paper, content, actor)
    if paper is not None and paper.belongs_to is not None:
        await _attached(case_id, facts, paper.belongs_to, actor)


async def _attached(case_id: UUID, facts: Facts, parent_id: UUID, actor: Actor) -> None:
    """Tell the submission of a paper that one of its annexes was drafted, changed or given up."""
    parent = facts.papers.get(parent_id)
    subject = rules.subject_of(case_id, parent, facts) if parent else None
    if subject is not None:
        await submissions.changed(subject, actor)


async def _tell(
    subject: Submitted, path: UnitPath, facts: Facts, paper: Paper, content: Any, actor: Actor
) -> None:
    if isinstance(content, case_side_acts.DocumentFinalised):
        await _submit(subject, path, facts, paper, content.note, actor)
    elif paper.state == DocumentState.DRAFT:
        await submissions.recalled(subject, actor)
        await submissions.changed(subject, actor)
    elif paper.state == DocumentState.DISCARDED:
        alive = await submissions.alive(subject)
        ready = alive is not None and alive.state is SubmissionState.WAITING
        told = paper_telling.makers(paper, actor) if ready else []
        why = getattr(content, "reason", "") or "Đã bỏ văn bản."
        await submissions.ended(subject, actor, why, told)
    elif paper.stands:
        await _complete(subject, paper, content, actor)


async def _submit(
    subject: Submitted, path: UnitPath, facts: Facts, paper: Paper, note: str, actor: Actor
) -> None:
    alive = await submissions.alive(subject)
    if alive is not None and alive.state is SubmissionState.WAITING:
        return  # it was opened again and goes on where it waited
    if alive is None and (
        actor.face != "desk" or await needless(subject, path, facts, paper, actor)
    ):
        return
    _, outcome = await submissions.submit(subject, note, actor)
    ledger.unwrap(outcome)
    # The submission tells the officers whom the steps of the route wait for, each in turn, and once.
    await notices.settle(paper.id, keys=("paper.to_sign",))


async def needless(
    subject: Submitted, path: UnitPath, facts: Facts, paper: Paper, actor: Actor
) -> bool:
    """Tell whether nobody else is asked: no route is published, and the officer may sign it himself."""
    if not authority.may_sign(
        path,
        paper.form,
        "unit",
        actor,
        **authority.standing(facts, paper.form, paper.replaces, actor),
    ):
        return False
    planned = await plan(subject, path, facts, paper, actor)
    material = rules.material_of(paper.form, paper.fields)
    if planned.route is not None or await submissions.was_refused(subject, paper.form, material):
        return False
    today = clock.today()
    own = await competence.signer_on_day(path, actor.officer_id, today)
    cited = await competence.delegation_of(
        subject.record_id, path, paper.form, actor.officer_id, own.title, today
    )
    signer = signing_rules.Signer(own.name, own.title, own.number, delegated=cited is not None)
    beyond = signing_rules.beyond(paper.form, signer, looking.reckoned(paper), today, facts.book)
    return not (beyond and beyond.certain)


async def plan(
    subject: Submitted, path: UnitPath, facts: Facts, paper: Paper, actor: Actor
) -> Planned:
    """Return by which steps the paper would go now, and who each would wait for."""
    look = await looking.look_at(subject, path, facts, paper, actor)
    return await submissions.plan(subject, look, {*look.drafters, actor.officer_id})


async def _complete(subject: Submitted, paper: Paper, content: Any, actor: Actor) -> None:
    """Complete the submission once the paper is in force, however it was signed."""
    alive = await submissions.alive(subject)
    if alive is None:
        return
    if alive.state is SubmissionState.WITH_SUBMITTER:
        await submissions.ended(subject, actor, f"Đã ký số {paper.number or '–'}."[:500])
        return
    await submissions.changed(subject, actor)  # the letterhead may have changed meanwhile
    said = getattr(content, "unheard", None) or await _said_at_print(subject, paper)
    await submissions.completed(
        subject, actor, outcome="signed", number=paper.number, reason=(said or "")[:500]
    )
    # The submission tells its submitter, at the desk and on the phone; who else drafted it hears of the paper.
    await notices.settle(paper.id, officer_id=alive.submitted_by, keys=("paper.in_force",))


async def _said_at_print(subject: Submitted, paper: Paper) -> str | None:
    """Return the reason that was given when a sheet was printed to be signed by hand."""
    facts = await events.facts_of(subject.record_id)
    printed = [
        one.content.unheard
        for one in (facts.events if facts else [])
        if isinstance(one.content, case_side_acts.LaidOut) and one.content.document_id == paper.id
    ]
    return printed[-1] if printed else None


async def follow_submission(parsed: ParsedAct, actor: Actor, _entry: Entry) -> None:
    """Open the paper again for its drafter if it came back; make it ready again if it waits again."""
    content = parsed.content
    backward = isinstance(content, (*_BACK, *_WHY))
    forward = isinstance(content, acts.Reopened)
    if isinstance(content, acts.OutsideAnswered) and content.approved:
        return
    if not (backward or forward):
        return
    found = await reading.facts_of(parsed.act.record.id)
    if found is None or found.subject.record_kind is not RecordKind.CASE:
        return
    paper = await _paper(found)
    if paper is None:
        return
    if backward and paper.state == DocumentState.CONTENT_READY:
        await _record(found.subject.record_id, *opened_again(paper.id, _reason(content)), actor)
        # The submission tells its submitter whether it was returned or refused.
        await notices.settle(paper.id, officer_id=found.submitted_by, keys=("paper.sent_back",))
    if forward and paper.state == DocumentState.DRAFT:
        ready = case_side_acts.DocumentFinalised(
            document_id=paper.id, fields_hash=paper.fields_hash
        )
        await _record(found.subject.record_id, CaseAct.DOCUMENT_FINALISED, ready, actor)


async def _paper(found: Submission) -> Paper | None:
    facts = await events.facts_of(found.subject.record_id)
    document_id = found.subject.item_id
    return facts.papers.get(document_id) if facts and document_id else None


def _reason(content: Any) -> str:
    """Return what was said, as the reason of the paper's being opened again."""
    fixed = next((text for kind, text in _WHY.items() if isinstance(content, kind)), "")
    remarks = getattr(content, "comments", None) or getattr(content, "points", None) or []
    said = " · ".join(one.text for one in remarks)
    said = said or getattr(content, "reason", "") or getattr(content, "text", "")
    return (f"{fixed} {said}".strip() if fixed else said)[:2000].ljust(3, ".")


async def _record(case_id: UUID, kind: CaseAct, content: Wire, actor: Actor) -> None:
    """Record an act of the case as the system, in the name of who answered."""
    system = msgspec.structs.replace(actor, face="job", device_id=None, device_public_key=None)
    written = ledger.desk_act(RecordKind.CASE, case_id, kind, content, system)
    ledger.unwrap(await ledger.record(written, system))
