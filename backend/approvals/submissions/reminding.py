"""Reminds of the terms of steps: before a step's time is over, and once it is.

Advice passes on at the end of its time where the law leaves none (passing.py). A decision never does:
who holds it, who submitted it and the heads who may take it over learn that it is late. So it is with
an authority outside: the clerk and the head, who look after the step, learn that it is late.
"""

from functools import partial
from typing import Literal
from uuid import UUID

from backend.approvals import claims
from backend.approvals.queries import submissions as queries
from backend.approvals.rules.facts import Step, Submission
from backend.approvals.submissions import events, notifying
from backend.core import clock, rounds
from backend.force.notices import telling
from backend.law.deadlines import service as deadlines
from schemas.approvals.words import StepKind
from schemas.core.problems import Text

Which = Literal["due", "overdue"]
_NOTES: dict[Which, Text] = {
    "due": Text(vi="", en=""),
    "overdue": Text(
        vi="Lãnh đạo đơn vị hoặc cấp trên có thể nhận xử lý bước này.",
        en="A head of the unit, or of one above, may take the step over.",
    ),
}
_OUTSIDE = Text(
    vi="Hãy đôn đốc cơ quan trả lời; thời hạn theo luật vẫn tính tiếp.",
    en="Urge the authority to answer; the legal limit goes on.",
)


async def remind() -> int:
    """Send what is to be said of terms now; return how many steps it was said of."""
    return await _each("due") + await _each("overdue")


async def _each(which: Which) -> int:
    return await rounds.through(
        lambda after, most: queries.unreminded(which, clock.now(), after, most),
        partial(_say, which),
    )


async def _say(which: Which, waiting: tuple[UUID, int]) -> int:
    (submission_id, number), now = waiting, clock.now()
    row, facts = await queries.find(submission_id), await events.facts_of(submission_id)
    step = facts.step(number) if facts else None
    if row is None or facts is None or step is None or step.due_at is None:
        return 0
    holders = await notifying.asked(facts, step)
    officers = set(holders)
    if which == "overdue":
        officers |= {facts.submitted_by, *await telling.heads_of(row.path)}
    sent = await telling.tell(
        sorted(officers),
        "submission",
        facts.id,
        f"submission.{which}",
        await _words(which, facts, step, holders),
        once=f"{facts.id}/{which}/{number}/{step.due_at:%Y%m%dT%H%M}",
        on_phones=True,
        due_at=step.due_at if step.due_at > now else None,
    )
    return 1 if sent else 0


async def _words(
    which: Which, facts: Submission, step: Step, holders: set[UUID]
) -> dict[str, str | Text]:
    due = deadlines.end_words(step.due_at) if step.due_at else ""
    found: dict[str, str | Text] = {"what": facts.title, "due": due, "note": _NOTES[which]}
    if which == "overdue":
        names = [await claims.name_of(one) for one in sorted(holders)]
        found["by"] = ", ".join(names) or "–"
    if step.kind is StepKind.OUTSIDE:
        found |= {"by": step.made.who.body or "–", "note": _OUTSIDE}
    return found
