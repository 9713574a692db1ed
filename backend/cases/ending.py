"""When execution is at an end, and when an inspection decision has lapsed: by what is done, and by the clock. Pure."""

from backend import formats
from backend.cases import changing, owed, recording
from backend.cases.facts import Facts
from backend.cases.texts import not_now, refusal
from backend.cases.world import World
from backend.ledger.books import Refuse
from schemas import case_acts as a
from schemas import case_execution_acts as x
from schemas.case_words import CaseState, CloseOutcome
from schemas.problems import Text


def completing(content: x.ExecutionCompleted, facts: Facts, world: World) -> Refuse | None:
    """Why execution is not at an end, or not by this one officer's word."""
    if facts.state == CaseState.REMEDY_ONLY and not recording.against_nobody(facts):
        return not_now(facts.state)  # who is known is handed the decision first
    left = facts.fine - facts.paid
    if left > 0:
        money = formats.grouped(left)
        return refusal(
            "case_not_done", Text(vi=f"còn {money} đồng chưa nộp", en=f"{money} đồng are not paid")
        )
    if waiting := _waiting(facts):
        return refusal("case_not_done", waiting)
    owing = owed.unpaid(facts, world.fine_due_on)
    if owing is not None and content.unpaid is None:
        return refusal("case_unpaid", owing)
    if content.alone is None and world.officer_id in changing.carried_out_by(facts):
        return refusal("case_two_persons")
    return None


def _waiting(facts: Facts) -> Text | None:
    """How many measures are not carried out, in words; None where all are."""
    count = len(set(range(len(facts.remedies))) - facts.remedies_done)
    if not count:
        return None
    vi, en = f"còn {count} biện pháp chưa thực hiện", f"{count} measures are not carried out"
    return Text(vi=vi, en=en)


def archiving(content: x.CaseArchived, facts: Facts) -> Refuse | None:
    """Why a file is not closed: after a fine has lapsed its measures are carried out all the same (Law Art 74), and
    what can never be done has its reason. Where execution was completed this was asked then."""
    if facts.state != CaseState.LAPSED or content.undone is not None:
        return None
    found = [one for one in (_waiting(facts), owed.unpaid(facts, None)) if one]
    if not found:
        return None
    words = Text(vi=", ".join(one.vi for one in found), en=", ".join(one.en for one in found))
    return refusal("case_undone", words)


_CLEAN = frozenset({CloseOutcome.COMPLIANT, CloseOutcome.NO_VIOLATION})


def over_findings(content: a.CaseClosed, facts: Facts, world: World) -> Refuse | None:
    """Why a file does not end as clean: its inspection's minutes wait for approval, or name violations (Law Art 58).

    Verification minutes (MBB05) of another than who closes answer them; else he gives his reason and is checked.
    """
    if content.outcome not in _CLEAN:
        return None
    if world.inspection is not None and world.inspection.state != "approved":
        return refusal("case_inspection_unapproved")
    if not world.found_on_site or content.alone is not None:
        return None
    paper = facts.papers.get(content.document_id) if content.document_id else None
    verified = paper is not None and paper.form == "MBB05" and paper.stands
    if verified and paper is not None and paper.issued_by != world.officer_id:
        return None
    return refusal("case_findings_stand")


CARRIED_OUT_DAYS = 5
"""Working days in which a planned inspection is begun, from its decision; an ad-hoc one at once (Ordinance 11/2016 Art
19.3)."""
_NOT_BEGUN = ("decided", "opened")


def expiring(content: a.DecisionExpired, facts: Facts, world: World) -> Refuse | None:
    """Why an inspection decision has not lapsed: it is another case's, its time runs, or the team has begun."""
    seen = world.inspection
    if seen is None or content.inspection_id != facts.inspection_id:
        return refusal("case_inspection_unknown")
    if seen.withdrawn:
        return None  # nobody carries it out any more, so nothing is waited for
    if seen.state not in _NOT_BEGUN:
        return refusal("case_inspection_begun")
    if world.begin_by is None or world.today > world.begin_by:
        return None
    day = formats.day(world.begin_by)
    return refusal("case_decision_runs", Text(vi=day, en=day))
