"""What a submission for approval says against the signature on its paper.

A step that decides goes before the signature. An advice whose time is not over is waited for, or the
signer gives the reason (practice B6). What was signed elsewhere, or is entered again after a loss, is
a fact and is not asked.
"""

from typing import Any
from uuid import UUID

from backend.approvals.reading import service as reading
from backend.approvals.submissions import service as submissions
from backend.casework.cases import events
from backend.casework.rules import approving
from backend.casework.rules.facts import Facts, Paper
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.approvals.words import StepKind
from schemas.casework.acts import beside as case_side_acts
from schemas.core.problems import Text


async def steps(case_id: UUID, facts: Facts, paper: Paper) -> Text | None:
    """Return in words the steps that have said nothing and still have time; None if there are none."""
    subject = approving.subject_of(case_id, paper, facts)
    early = await submissions.silent(subject) if subject else []
    alive = await submissions.alive(subject) if subject and early else None
    return _words([alive.steps[number - 1].kind for number in early]) if alive else None


async def objection(case_id: UUID, facts: Facts | None, content: Any) -> Refuse | None:
    """Return why a paper may not be signed now, or None. Asked of every act that signs or prints one."""
    if not isinstance(content, case_side_acts.LaidOut):
        return None
    if facts is None or getattr(content, "restored", None) or getattr(content, "set_aside", None):
        return None
    paper = facts.papers.get(content.document_id)
    return await of_paper(case_id, facts, paper, content.unheard) if paper else None


async def of_paper(case_id: UUID, facts: Facts, paper: Paper, unheard: str | None) -> Refuse | None:
    """Return why a paper may not be signed now with this reason, or None."""
    subject = approving.subject_of(case_id, paper, facts)
    if subject is None:
        return None
    if first := await submissions.waits_for(subject):
        return refusal("case_step_first", _words([one.kind for one in first]))
    said = await steps(case_id, facts, paper)
    return refusal("case_unheard", said) if said and unheard is None else None


async def of_document(case_id: UUID, document_id: UUID, reason: str | None) -> Refuse | None:
    """Do the same as of_paper() for a paper that is read first. The caller has checked scope."""
    facts = await events.facts_of(case_id)
    paper = facts.papers.get(document_id) if facts else None
    return await of_paper(case_id, facts, paper, reason) if facts and paper else None


async def steps_of_document(case_id: UUID, document_id: UUID) -> Text | None:
    """Do the same as steps() for a paper that is read first. The caller has checked scope."""
    facts = await events.facts_of(case_id)
    paper = facts.papers.get(document_id) if facts else None
    return await steps(case_id, facts, paper) if facts and paper else None


def _words(kinds: list[StepKind]) -> Text:
    words = [reading.KINDS[kind] for kind in kinds]
    return Text(vi=", ".join(one.vi for one in words), en=", ".join(one.en for one in words))
