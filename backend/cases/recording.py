"""What guards ask of violation minutes: recorded as signed, with the right to explain as the decree gives it.

Pure; registered beside the guards of exhibits and papers.
"""

from backend.cases.changing import stands
from backend.cases.facts import Facts
from backend.cases.side_guards import side_guard
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


@side_guard.register
def _(content: a.ViolationRecorded, facts: Facts, world: World) -> Refuse | None:
    if missing := stands(facts, content.document_id, "MBB01"):
        return missing
    if content.recorded_at > world.now or content.detected_on > world.today:
        return refusal(
            "case_dates", Text(vi="biên bản lập sau bây giờ", en="minutes from the future")
        )
    if world.differs:
        return differs(world.differs)
    if not world.versions_stand:
        return refusal("case_catalogue_version")
    return right_as_provided(content, facts, world)


@side_guard.register
def _(content: a.ExplanationRequested, facts: Facts, world: World) -> Refuse | None:
    if not may_explain(facts, world):
        return refusal("case_no_explanation_right")
    rule = "D08" if content.mode == "direct" else "D09"
    if rule in world.due and content.requested_at >= world.due[rule]:
        return refusal("case_explanation_late")
    return None


@side_guard.register
def _(_content: a.ExplanationReceived, facts: Facts, world: World) -> Refuse | None:
    if not may_explain(facts, world):
        return refusal("case_no_explanation_right")
    return None


@side_guard.register
def _(content: a.ExplanationWaived, facts: Facts, world: World) -> Refuse | None:
    right = may_explain(facts, world)
    if content.how == "no_right":
        return refusal("case_hearing_due", why_heard(world)) if right else None
    over = world.over("D09") or world.hearing_over
    if content.how == "time_over" and right and not over:
        return refusal("case_explanation_right")
    if content.how == "declared" and not declared(content, facts):
        return refusal("case_waiver_unproved")
    return None
