"""What in the law speaks against a chair's later decision on their own decision.

It is another authority's decision, and only recorded here: what contradicts the law refuses nothing, but the officer
states a reason, and it is listed (practice B8). Weighed is what would be weighed of a paper of ours.
"""

from uuid import uuid4

from backend.casework.cases import last_days, reliefs
from backend.casework.rules import carrying_out, chair_changes, relief
from backend.casework.rules.facts import Event, Facts, Paper
from backend.core import clock
from backend.law.rules import stopping
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts.handed import ChairChanged
from schemas.casework.words import CaseAct
from schemas.core.problems import Text


async def doubt(facts: Facts, content: ChairChanged) -> Text | None:
    """Return what contradicts the law in what the chair decided, or None."""
    found: list[Text | None] = []
    for _, act in chair_changes.meant(content, facts):
        match act:
            case case_execution_acts.ExecutionPostponed():
                found.append(reliefs.postponement(facts, act, content.decided_on))
            case case_execution_acts.FineReduced():
                found.append(relief.never_postponed(facts))
            case case_execution_acts.InstalmentsGranted():
                told = reliefs.instalments(facts, act)
                found += [told.get("relief"), told.get("instalments_sum")]
            case case_execution_acts.ExecutionPartial():
                last = last_days.to_stop(facts, act)
                stop = stopping.Stop(cause=act.why, signed_on=content.decided_on, last=last)
                late = carrying_out.stopped_fault(stop)
                found.append(late.text if late else None)
    if content.change in ("amended", "corrected") and facts.chair is not None:
        too_late = await last_days.change_fault(facts, _paper(facts, content), content.decided_on)
        slip = content.change == "corrected" and content.total is not None
        found += [too_late, chair_changes.CORRECTS_A_SLIP if slip else None]
    return _joined([one for one in found if one is not None])


def _paper(facts: Facts, content: ChairChanged) -> Paper:
    """Return the paper that the decision would be in the case."""
    now = clock.now()
    event = Event(
        number=0,
        act_id=uuid4(),
        type=CaseAct.CHAIR_CHANGED,
        content=content,
        officer_id=facts.lead.officer_id,
        made_at=now,
        received_at=now,
    )
    return chair_changes.paper(content, facts, event)


def _joined(told: list[Text]) -> Text | None:
    if not told:
        return None
    return Text(vi="; ".join(one.vi for one in told), en="; ".join(one.en for one in told))
