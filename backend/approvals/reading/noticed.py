"""Who of those whom a step waits for has seen the notice of it, and when."""

from datetime import datetime

from backend.approvals.claims import Duty
from backend.approvals.rules.facts import Step, Submission
from backend.approvals.submissions import notifying
from backend.force.notices import service as notices


async def of_step(facts: Submission, step: Step, duty: Duty) -> list[tuple[str, datetime]]:
    """Return (name, UTC) of each officer asked who saw that the open step waits, the first first.

    A notice of the step opens the submission, or its record in the record's own words. `duty` was read
    for the keys of this step, among others. The caller has checked that the submission may be read.
    """
    subject, began = facts.subject, step.began_at
    if began is None:
        return []
    asked = await notifying.asked(facts, step, duty)
    places = {one for one in (facts.id, subject.record_id, subject.item_id) if one}
    first: dict[str, datetime] = {}
    for one in await notices.seen_of(*places):
        waits = one.officer_id in asked and one.settled_at is None and one.made_at >= began
        if waits and one.seen_at is not None:
            before = first.get(one.full_name, one.seen_at)
            first[one.full_name] = min(before, one.seen_at)
    return sorted(first.items(), key=lambda each: each[1])
