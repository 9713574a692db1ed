"""Writes acts about a decision signed by hand into the read tables."""

import msgspec

from backend.core import change_feed
from backend.fieldwork.inspections.taken import Taken
from backend.fieldwork.queries import decision_changes as decision_queries
from backend.fieldwork.queries import hand_signed as queries
from backend.fieldwork.queries import inspections as inspection_queries
from backend.fieldwork.rules.hand_signed import MATCHED_WITHIN
from backend.force.notices import service as notices
from backend.force.notices.service import COMPARISONS
from backend.force.units import service as units
from backend.law.deadlines import service as deadlines
from schemas.core.problems import Text
from schemas.fieldwork.hand_signed import DecisionHandSigned, DecisionMatched


async def written(taken: Taken, content: DecisionHandSigned) -> None:
    """Begin the inspection from the sheet, or mend what was typed.

    The head of the unit answers for it at the desk, as the issuer of any other decision would.
    """
    record_id, decision = taken.act.record.id, content.decision
    team = [one.officer_id for one in decision.team]
    if taken.state is None:
        path = await units.path_of(decision.unit_id)
        head = await queries.head_of(path, team)
        if head is None:
            raise LookupError("no head; the judgement looked for one")
        await inspection_queries.insert_inspection(
            record_id, path, decision, msgspec.json.encode(decision).decode(), head, taken.at
        )
        await inspection_queries.touch(record_id, None, taken.at)
    else:
        await decision_queries.set_decision(record_id, decision, taken.at)
    await queries.write(
        record_id,
        taken.act.id,
        content.issuer_unit,
        content.sheets,
        taken.act.officer_id,
        taken.told_at,
        taken.at + MATCHED_WITHIN,
    )
    await _ask_to_match(taken, content)
    await change_feed.tell(team, "decision", str(record_id))
    for officer in team:
        await change_feed.tell(team, "officer", str(officer))


async def _ask_to_match(taken: Taken, content: DecisionHandSigned) -> None:
    """Ask a second person to compare the sheets, within 48 hours; what was asked before is void."""
    record_id, decision = taken.act.record.id, content.decision
    path = taken.state.path if taken.state else await units.path_of(decision.unit_id)
    due_at = taken.at + MATCHED_WITHIN
    words: dict[str, str | Text] = {
        "what": Text(
            vi=f"Quyết định kiểm tra ký trên bản giấy, {decision.subject.name}",
            en=f"Decision signed by hand, {decision.subject.name}",
        ),
        "number": decision.number,
        "due": deadlines.end_words(due_at),
    }
    await notices.settle(record_id, keys=COMPARISONS)
    second = await notices.second_persons(path, [one.officer_id for one in decision.team])
    await notices.tell(second, "inspection", record_id, "compare.waits", words, due_at=due_at)


async def matched(taken: Taken, content: DecisionMatched) -> None:
    """Store what a second person found, and tell the team's phones."""
    record_id = taken.act.record.id
    await notices.settle(record_id, keys=COMPARISONS)
    await queries.set_matched(record_id, content, taken.act.officer_id, taken.at)
    await inspection_queries.touch(record_id, None, taken.at)
