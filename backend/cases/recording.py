"""What guards ask of violation minutes: recorded as signed, with the right to explain as the decree gives it.

Pure, for guards.py.
"""

from backend.cases.facts import Facts
from backend.cases.texts import refusal
from backend.cases.world import Contradiction, World
from backend.ledger.books import Refuse
from schemas import case_acts as a
from schemas.problems import Text

LEAST_REASON = 3
"""Letters of a reason; as schemas.case_acts.Reason asks for."""


def differs(found: Contradiction) -> Refuse:
    """The refusal of an act that says otherwise than what was signed, with both values."""
    return refusal("case_differs_from_paper", found.where, paper=found.paper, typed=found.typed)


def right_as_provided(content: a.ViolationRecorded, facts: Facts, world: World) -> Refuse | None:
    """The right to explain is the decree's to give, not the officer's; minutes that grant it to the violator bind."""
    granted = facts.papers[content.document_id].fields.get("explanation") == "yes"
    provided = world.hearing is not None and world.hearing.exists
    if content.explanation_right == (provided or granted):
        return None
    if content.explanation_right:
        return refusal("case_no_explanation_right")
    return refusal("case_hearing_due", why_heard(world))


def why_heard(world: World) -> Text:
    """The first reason for the right to explain, with its article."""
    if world.hearing is None or not world.hearing.reasons:
        return Text(vi="biên bản đã ghi quyền giải trình", en="the minutes grant it")
    first = world.hearing.reasons[0]
    return Text(vi=f"{first.text.vi} ({first.article})", en=f"{first.text.en} ({first.article})")


def may_explain(facts: Facts, world: World) -> bool:
    """Whether the minutes grant the right to explain, or the decree gives it."""
    provided = world.hearing is not None and world.hearing.exists
    return facts.recorded is not None and (facts.recorded.explanation_right or provided)


def declared(content: a.ExplanationWaived, facts: Facts) -> bool:
    """Whether the violation minutes say that the violator does not ask to explain, or the officer names what does."""
    recorded = facts.recorded
    paper = facts.papers.get(recorded.document_id) if recorded else None
    said = paper is not None and paper.fields.get("explanation_waived") is True
    return said or len(content.reason.strip()) >= LEAST_REASON
