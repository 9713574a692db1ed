"""What must hold before a sanction is imposed, after minutes or on the spot: pure.

Each refusal names its article.
"""

from datetime import date
from uuid import UUID

from backend.casework.rules import document_guards, pins, recording, repeated
from backend.casework.rules.facts import Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.acts import proceedings as case_acts
from schemas.core.problems import Text


def on_spot_fault(facts: Facts, context: GuardContext, day: date) -> Refuse | None:
    """Refuse a sanction on the spot if there are violation minutes, or after the time for a new one.

    One violation is decided once (Law Arts 3.1 d, 56). After an annulment the time runs from the verification
    minutes (Decree 118/2021 Art 15.3).
    """
    if context.on_spot:
        return refusal("case_on_spot", context.on_spot)
    if context.minutes_on_site or recording.minutes_made(facts):
        return refusal("case_on_spot_minutes")
    if context.over_on("D12", day):
        return refusal("case_decision_late")
    return refusal("case_statute_over", context.statute) if context.statute else None


def day_of_paper_fault(facts: Facts, document_id: UUID, decided_on: date) -> Refuse | None:
    """Refuse another day than that of the paper's signature.

    Competence and time limits follow that day.
    """
    if facts.papers[document_id].issued_on == decided_on:
        return None
    why = Text(vi="khác ngày ký quyết định", en="another than that of the signed decision")
    return refusal("case_dates", why)


def sanction_fault(
    content: case_acts.SanctionImposed, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Return why a sanction may not be imposed after its minutes, or None."""
    recorded = facts.recorded
    if recorded is None or not repeated.as_recorded(recorded.violations, content.order):
        return refusal("case_acts_differ")
    kind = None if recording.against_nobody(facts) else recorded.party.kind
    if other := pins.differs(kind, recorded.violations, content.order):
        return refusal(
            "case_differs_from_minutes", other.where, paper=other.paper, typed=other.typed
        )
    if recording.may_explain(facts, context) and not recording.heard(facts):
        return refusal("case_hearing_due", recording.why_heard(context))
    if context.inspection is not None and context.inspection.state != "approved":
        if not context.nearly_over("D12"):
            return refusal("case_inspection_unapproved")
        if content.no_opinion is None:
            return refusal("case_opinion_missing")
    if document_guards.only_remedies(facts):
        return refusal("case_remedies_only")
    if context.over_on("D12", content.decided_on):
        return refusal("case_decision_late")
    if context.over("D12") and content.late is None:
        return refusal("case_late_entry")
    if context.unverified:
        return refusal("case_verification_open")
    if context.statute:
        return refusal("case_statute_over", context.statute)
    return None
