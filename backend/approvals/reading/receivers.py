"""Who can take a step that is handed on, so that a form offers nobody whom the one door would refuse."""

from backend.approvals import claims
from backend.approvals.queries import people
from backend.approvals.queries.people import Serving
from backend.approvals.rules import keys
from backend.approvals.submissions.service import Found
from backend.core import clock
from schemas.approvals.words import StepKind


async def of(found: Found) -> list[Serving]:
    """Return the officers of the unit and those above it who can take the step that waits.

    An answer is never given by who drafted or submitted the content (practice B6). A signature needs the
    competence, by office or by delegation (Law 15/2012 Art 54), a step that its route gave to a role that role,
    and a head's decision a head. No auditor takes a step.
    """
    facts, step = found.facts, found.facts.current
    units = [one for one in found.path.as_tuple() if one is not None]
    serving = await people.on_duty([], units, clock.today())
    if step is None or step.kind is not StepKind.SIGN:
        barred = {*facts.drafters, facts.submitted_by}
        able = [one for one in serving if step is None or keys.takes(step, one.roles)]
        return [one for one in able if one.officer_id not in barred]
    needed = keys.for_signing(step, found.path, facts.subject)
    duty = await claims.duty(needed)
    deputies = {one.receiver_id for key in needed for one in duty.deputies(key)}
    return [
        one
        for one in serving
        if one.officer_id in deputies or not claims.held_by(one).isdisjoint(needed)
    ]
