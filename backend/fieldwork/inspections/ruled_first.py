"""A ruling from a phone or a page passes no step of the route that another decides."""

from backend.approvals.submissions import service as submissions
from backend.approvals.texts.refusals import refusal
from backend.core.actors import Actor
from backend.fieldwork.acts.declaring import Declared, Written
from backend.fieldwork.rules.steps import Effect
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Judgement
from schemas.approvals.words import SubmittedKind
from schemas.fieldwork.words import InspectionState

_KINDS = {
    Written.DRAFT_RULING: SubmittedKind.MINUTES_DRAFT,
    Written.FILE_RULING: SubmittedKind.FILE,
}


async def judge(
    judged: Judgement, declared: Declared, parsed: ParsedAct, actor: Actor
) -> Judgement:
    """Return the judgement of a ruling, or the refusal of one that another's step stands against.

    A return, a supplement or a verification decides nothing and is not asked. Where the ruling comes from
    the submission's own page, the submission is over by now.
    """
    kind = _KINDS.get(declared.writes) if declared.writes else None
    if kind is None or not isinstance(judged, Accept) or judged.note is Effect.NOTED:
        return judged
    if declared.ruled is None or declared.ruled.remarks or not _settles(declared, judged):
        return judged
    why = await submissions.ruling_fault(parsed.act.record.id, kind, actor)
    return refusal(why) if why else judged


def _settles(declared: Declared, judged: Accept) -> bool:
    of_draft = declared.writes is Written.DRAFT_RULING
    return of_draft or judged.next_state is InspectionState.APPROVED
