"""When an execution is suspended, for how long, and how it goes on. Pure.

Signs of a crime found after the decision suspend its execution, and the file goes to the
prosecution bodies (Law on Handling Administrative Violations Art 62.2). The authority that
resolves a complaint may suspend what is complained about, and so may a court (Art 15.3; Law on Complaints Art
35). Afterwards the case is where it stood before.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from backend.casework.rules import carrying_out
from backend.casework.rules.document_guards import stands
from backend.casework.rules.facts import Event, Facts, Paper
from backend.casework.rules.filed import filed
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.signed import Difference
from backend.casework.texts.cases import not_now, refusal
from backend.core import formats
from backend.ledger.handlers import Refuse
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import handed as case_handed_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseState
from schemas.core.problems import Text

SUSPENDING = "MQĐ31"
ENDING = "MQĐ32"
REFERRING = "MQĐ33"
HANDED_OVER = "MBB28"
"""Minutes by which the file goes to the prosecution bodies."""


def for_crime(facts: Facts) -> bool:
    """Tell whether the execution is suspended for signs of a crime."""
    return isinstance(facts.suspension, case_execution_acts.CrimeSuspected)


def ruled(facts: Facts) -> bool:
    """Tell whether the suspension says its ground, so that it has an end of its own.

    Older acts say none; their execution is resumed.
    """
    held = facts.suspension
    return held is not None and (for_crime(facts) or getattr(held, "ground", None) is not None)


def back(facts: Facts) -> CaseState:
    """Return where the case stood before the suspension."""
    return facts.before_suspension or CaseState.EXECUTING


def about_decision(paper: Paper, facts: Facts) -> Iterator[Difference | None]:
    """Yield differences of a paper about the case's decision and party."""
    yield from carrying_out.about_differs(paper, facts, carrying_out.the_decision(facts))


def ended_fault(
    content: case_execution_acts.SuspensionEnded, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Return why the suspension is not over, or None.

    A decision ends it (MQĐ32), ours or one made elsewhere and filed, or the last day that it named.
    """
    if content.document_id is not None and (missing := stands(facts, content.document_id, ENDING)):
        return missing
    if content.why == "not_prosecuted" and not for_crime(facts):
        return refusal("case_suspended_why")
    if content.why == "term_over":
        until = getattr(facts.suspension, "until", None)
        return None if until and context.today > until else refusal("case_suspended_until")
    if content.document_id is not None:
        return None
    if content.sheet is not None:
        return filed(content.sheet, content.alone, facts, context.officer_id)
    return refusal("case_decision_filed", form=ENDING)


def refer_fault(state: CaseState, *, for_crime: bool) -> Refuse | None:
    """Refuse to refer a decided case whose execution is not suspended for signs of a crime (Art 62.2)."""
    suspended = state == CaseState.SUSPENDED and not for_crime
    return refusal("case_crime_suspended_first") if suspended else None


def return_fault(state: CaseState, *, went: bool) -> Refuse | None:
    """Refuse a returned file of which nothing had gone to the prosecution bodies (Art 63)."""
    gone = state == CaseState.CRIMINAL_TRANSFER or went
    return None if gone else not_now(state)


def longer_fault(until: date | None, most: date | None) -> Refuse | None:
    """Refuse a suspension for a complaint beyond `most`, the last day to resolve it, if one is known.

    See the Law on Complaints Art 35.
    """
    if most is None or (until is not None and until <= most):
        return None
    return refusal("case_suspended_long", day=formats.day(most))


def referred_fault(content: case_acts.CrimeReferred, facts: Facts) -> Refuse | None:
    """Return why the file may not go to the prosecution bodies so, or None (Art 62)."""
    if why := refer_fault(facts.state, for_crime=for_crime(facts)):
        return why
    if missing := stands(facts, content.handover_id, HANDED_OVER):
        return missing
    if content.handed_on is None or content.handover_id is None:
        return refusal("case_dates", Text(vi="ngày bàn giao hồ sơ", en="the day of the handover"))
    minutes, decision = facts.papers[content.handover_id], facts.papers[content.document_id]
    named = (minutes.fields.get("decision_number"), minutes.fields.get("decision_date"))
    if named != (decision.number, decision.issued_on.isoformat() if decision.issued_on else None):
        return refusal("case_paper_not_named", by=f"{HANDED_OVER} số {minutes.number}")
    return _part_fault(content, facts)


def _part_fault(content: case_acts.CrimeReferred, facts: Facts) -> Refuse | None:
    """Refuse a part that is none: it names places of recorded violations, and leaves some here."""
    if content.part is None:
        return None
    count = len(facts.recorded.violations) if facts.recorded else 0
    places = set(content.part)
    fine = facts.decision_id is None and places and max(places) < count and len(places) < count
    return None if fine else refusal("case_crime_part")


def leave(facts: Facts, places: set[int]) -> None:
    """Leave in the case only the violations that do not go to the prosecution bodies."""
    if facts.recorded is None:
        return
    facts.referred = facts.referred or facts.recorded
    rest = [one for place, one in enumerate(facts.recorded.violations) if place not in places]
    facts.recorded = msgspec.structs.replace(facts.recorded, violations=rest)


def referral(facts: Facts) -> Event | None:
    """Return the newest act by which the file went to the prosecution bodies, ours or a chair's."""
    found = (one for one in reversed(facts.events) if refers(one.content))
    return next(found, None)


def refers(content: Any) -> bool:
    """Tell whether an act refers the file to the prosecution bodies."""
    by_chair = isinstance(content, case_handed_acts.ChairDecided)
    return (
        content.outcome == "referred" if by_chair else isinstance(content, case_acts.CrimeReferred)
    )


def went(facts: Facts) -> bool:
    """Tell whether violations are with the prosecution bodies while the others stayed here."""
    return facts.referred is not None
