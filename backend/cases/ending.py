"""When execution is at an end: everything that was decided is done (PROCEDURE: fine, interest, each measure). Pure."""

from backend.cases import changing, owed
from backend.cases.facts import Facts
from backend.cases.texts import refusal
from backend.cases.world import World
from backend.ledger.books import Refuse
from schemas import case_execution_acts as x
from schemas.problems import Text


def completing(content: x.ExecutionCompleted, facts: Facts, world: World) -> Refuse | None:
    """Why execution is not at an end, or not by this one officer's word."""
    left = facts.fine - facts.paid
    if left > 0:
        money = f"{left:,}".replace(",", ".")
        return refusal(
            "case_not_done", Text(vi=f"còn {money} đồng chưa nộp", en=f"{money} đồng are not paid")
        )
    waiting = len(set(range(len(facts.remedies))) - facts.remedies_done)
    if waiting:
        vi, en = (
            f"còn {waiting} biện pháp chưa thực hiện",
            f"{waiting} measures are not carried out",
        )
        return refusal("case_not_done", Text(vi=vi, en=en))
    owing = owed.unpaid(facts, world.fine_due_on)
    if owing is not None and content.unpaid is None:
        return refusal("case_unpaid", owing)
    if content.alone is None and world.officer_id in changing.carried_out_by(facts):
        return refusal("case_two_persons")
    return None
