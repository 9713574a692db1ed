"""What each act of a case asks for: one description a type, one page for all of them (casework/recording/page.py).

`sure`: it ends, decides or pays something, so the page asks once more. Acts that have a page of their own are in
ways.py; what the system writes alone has neither. A test holds that every act is in exactly one of the three.
"""

from typing import NamedTuple

from admin_ui.casework.acts.fields import Field
from backend.casework.cases.service import needed_papers
from schemas.casework.words import CaseAct as A

F = Field


class ActForm(NamedTuple):
    """The form of an act."""

    fields: tuple[F, ...]
    sure: bool = False
    group: str = "line"
    """Under which head it stands among what else can be done: line, exhibits, execution, papers, file."""


_REASON = F("reason")
_PAPER = F("document_id", "paper")
_TO_DAY = "today"
_PARTY = F(
    "party",
    sub=(
        F("subject_id", "fixed"),
        F("kind"),
        F("name", word="party_name"),
        F("trade_name"),
        F("identity_number"),
        F("birth_date"),
        F("sex"),
        F("nationality"),
        F("occupation"),
        F("tax_code"),
        F("registration_number"),
        F("address"),
        F("representative"),
        F("representative_title"),
        F("phone"),
        F("email"),
    ),
)
_VIOLATIONS = F(
    "violations",
    sub=(
        F("code", "offer", offer="behaviours", needed=True),
        F("description"),
        F("ended_on", start=_TO_DAY),
        F("goods_value"),
        F("illicit_gain"),
        F("aggravating"),
        F("mitigating"),
    ),
)
_EXHIBITS = F(
    "exhibits",
    "rows",
    sub=(
        F("exhibit_id", "fixed", start="new"),
        F("name", word="exhibit_name"),
        F("kind"),
        F("quantity"),
        F("unit", word="exhibit_unit"),
        F("condition"),
        F("brand"),
        F("origin"),
        F("serial"),
        F("value"),
        F("value_basis"),
        F("photos", "photos"),
    ),
)
_OF_SEIZED = F("exhibits", offer="exhibits")
_DECIDED, _PURPOSE = F("decided_on", start=_TO_DAY), F("purpose", word="seizure_purpose")
_OWN_WRITING = F("sheet", offer="sheets")
_SHEET = F("sheet", offer="sheets", word="filed_sheet")
_ALONE = F("alone", word="own_word")


def _paper(kind: A, name: str = "document_id", word: str = "") -> F:
    """A signed paper of the case, in one of the forms that the act takes."""
    return F(name, "paper", forms=needed_papers.forms(kind, name), word=word)


FORMS: dict[A, ActForm] = {
    A.VERIFICATION_ASSIGNED: ActForm((F("officers"), F("due_on"), _PAPER, F("instructions"))),
    A.INFORMATION_FORWARDED: ActForm((F("to"), F("inside_force"), _PAPER, _REASON), sure=True),
    A.INSPECTION_PROPOSED: ActForm(
        (
            _PARTY,
            F("basis"),
            F("contents"),
            F("expected_violation"),
            F("expected_law"),
            F("proposed_start", start=_TO_DAY),
            F("duration_days", start="3"),
            _paper(A.INSPECTION_PROPOSED),
        )
    ),
    A.PROPOSAL_REJECTED: ActForm((_REASON,), sure=True),
    A.ADHOC_PLAN_ISSUED: ActForm(
        (_paper(A.ADHOC_PLAN_ISSUED), F("start_on", start=_TO_DAY), F("end_on"))
    ),
    A.DECISION_LINKED: ActForm(
        (F("inspection_id", offer="inspections"), F("planned"), F("emergency"))
    ),
    A.DECISION_EXPIRED: ActForm((F("inspection_id", "fixed"), _REASON), sure=True),
    A.VERIFICATION_ORDERED: ActForm(
        (F("officers"), F("due_on"), F("testing"), _PAPER, _SHEET, _REASON)
    ),
    A.VIOLATION_RECORDED: ActForm(
        (
            _paper(A.VIOLATION_RECORDED),
            F("recorded_at", start="now"),
            F("detected_on", start=_TO_DAY),
            _VIOLATIONS,
            _PARTY,
            *(F(one) for one in ("complex", "complex_serious", "complex_facts", "complex_time")),
            F("electronic_consent"),
            F("victims"),
            F("another_party", word="party_other"),
        ),
        sure=True,
    ),
    A.EXPLANATION_REQUESTED: ActForm((F("mode"), F("requested_at", start="now"), _PAPER)),
    A.EXPLANATION_RECEIVED: ActForm(
        (
            F("mode"),
            F("received_at", start="now"),
            F("content"),
            F("accepted"),
            _paper(A.EXPLANATION_RECEIVED),
            _OWN_WRITING,
        )
    ),
    A.EXPLANATION_WAIVED: ActForm(
        (F("how"), F("at", start="now"), _OWN_WRITING, _REASON), sure=True
    ),
    A.SANCTION_DECLINED: ActForm(
        (F("why", needed=True), _REASON, _paper(A.SANCTION_DECLINED), _ALONE), sure=True
    ),
    A.CASE_TRANSFERRED: ActForm(
        (F("to"), F("why"), _REASON, _paper(A.CASE_TRANSFERRED), _ALONE), sure=True
    ),
    A.CRIME_REFERRED: ActForm((F("to"), _paper(A.CRIME_REFERRED), _REASON), sure=True),
    A.CRIME_DECLINED: ActForm((F("returned_on", start=_TO_DAY), F("number"), _REASON)),
    A.CASE_CLOSED: ActForm(
        (F("outcome", offer="outcomes"), _REASON, F("informant_told_on"), _PAPER, _ALONE), sure=True
    ),
    A.DECISION_DELIVERED: ActForm(
        (
            F("document_id", "fixed"),
            F("mode"),
            F("delivered_on", start=_TO_DAY),
            F("receiver"),
            F("proof"),
            F("deemed"),
            F("attempts", start="1"),
            _paper(A.DECISION_DELIVERED, "proof_document_id"),
            _SHEET,
            _ALONE,
        ),
        sure=True,
        group="execution",
    ),
    A.PAYMENT_RECEIVED: ActForm(
        (
            F("payment_id", "fixed", start="new"),
            F("kind"),
            F("amount"),
            F("paid_on", start=_TO_DAY),
            F("receipt_number"),
            F("place"),
            F("again", word="receipt_again"),
        ),
        sure=True,
        group="execution",
    ),
    A.EXECUTION_POSTPONED: ActForm(
        (_paper(A.EXECUTION_POSTPONED), F("until"), _REASON), group="execution"
    ),
    A.EXECUTION_RESUMED: ActForm((_REASON,), group="execution"),
    A.INSTALMENTS_GRANTED: ActForm(
        (_paper(A.INSTALMENTS_GRANTED), F("schedule", sub=(F("due_on"), F("amount"))), _REASON),
        sure=True,
        group="execution",
    ),
    A.FINE_REDUCED: ActForm(
        (_paper(A.FINE_REDUCED), F("by"), _REASON), sure=True, group="execution"
    ),
    A.REMEDY_CARRIED_OUT: ActForm(
        (F("remedy", offer="remedies"), F("done_on", start=_TO_DAY), F("note"), _PAPER),
        group="execution",
    ),
    A.ENFORCEMENT_ORDERED: ActForm(
        (F("measure"), F("decided_on", start=_TO_DAY), _SHEET, _ALONE),
        sure=True,
        group="execution",
    ),
    A.EXECUTION_SUSPENDED: ActForm((_REASON, _SHEET, _ALONE), group="execution"),
    A.EXECUTION_COMPLETED: ActForm(
        (F("completed_on", start=_TO_DAY), F("unpaid"), F("alone")), sure=True, group="execution"
    ),
    A.DECISION_ANNULLED: ActForm(
        (
            F("document_id", "fixed"),
            _paper(A.DECISION_ANNULLED, "by", word="by_paper"),
            F("ground"),
            _REASON,
            F("alone", word="ground_why"),
        ),
        sure=True,
    ),
    A.DECISION_DUE_AGAIN: ActForm(
        (_paper(A.DECISION_DUE_AGAIN), F("recorded_at", start="now"), _ALONE), sure=True
    ),
    A.EXECUTION_LAPSED: ActForm(
        (F("lapsed_on", start=_TO_DAY), _REASON), sure=True, group="execution"
    ),
    A.CASE_ARCHIVED: ActForm((F("archived_on", start=_TO_DAY), F("shelf"), F("undone")), sure=True),
    A.CASE_REOPENING_ASKED: ActForm((_REASON,)),
    A.CASE_REOPENED: ActForm((F("back_to", "fixed"), _REASON)),
    A.EXHIBITS_SEIZED: ActForm(
        (
            _paper(A.EXHIBITS_SEIZED),
            F("seized_at", start="now"),
            F("keeper"),
            F("place", word="keep_place"),
            _EXHIBITS,
        ),
        group="exhibits",
    ),
    A.SEIZURE_DECIDED: ActForm(
        (_paper(A.SEIZURE_DECIDED), _OF_SEIZED, _DECIDED, _PURPOSE, F("until"), _REASON),
        group="exhibits",
    ),
    A.SEIZURE_EXTENDED: ActForm(
        (_paper(A.SEIZURE_EXTENDED), _OF_SEIZED, F("until"), _REASON), group="exhibits"
    ),
    A.EXHIBITS_SEALED: ActForm(
        (_paper(A.EXHIBITS_SEALED), _OF_SEIZED, F("seals"), F("sealed_at", start="now")),
        group="exhibits",
    ),
    A.EXHIBITS_UNSEALED: ActForm(
        (
            _paper(A.EXHIBITS_UNSEALED),
            _OF_SEIZED,
            F("intact"),
            F("unsealed_at", start="now"),
            _REASON,
        ),
        group="exhibits",
    ),
    A.EXHIBITS_MOVED: ActForm(
        (
            _OF_SEIZED,
            F("keeper"),
            F("place", word="keep_place"),
            F("moved_at", start="now"),
            _paper(A.EXHIBITS_MOVED, word="handover_minutes"),
            _SHEET,
            _REASON,
            _ALONE,
        ),
        group="exhibits",
    ),
    A.EXHIBITS_DIVIDED: ActForm(
        (_OF_SEIZED, F("part_id", "fixed", start="new"), F("quantity", word="part"), _REASON),
        sure=True,
        group="exhibits",
    ),
    A.EXHIBITS_DISPOSED: ActForm(
        (
            _OF_SEIZED,
            F("disposition"),
            F("on", start=_TO_DAY),
            F("proceeds"),
            F("deposited"),
            F("receiver"),
            _PAPER,
            _SHEET,
            _REASON,
            _ALONE,
        ),
        sure=True,
        group="exhibits",
    ),
    A.EXHIBITS_DESTROYED: ActForm(
        (
            _paper(A.EXHIBITS_DESTROYED, "decision_id", word="destruction_decision"),
            _paper(A.EXHIBITS_DESTROYED, "minutes_id", word="destruction_minutes"),
            _OF_SEIZED,
            F("destroyed_on", start=_TO_DAY),
        ),
        sure=True,
        group="exhibits",
    ),
    A.COMPLAINT_FILED: ActForm(
        (
            F("complaint_id", "fixed", start="new"),
            _paper(A.COMPLAINT_FILED, "against"),
            F("lawsuit"),
            F("filed_at", start="now"),
            F("by", word="by_person"),
            F("content"),
        ),
        group="execution",
    ),
    A.COMPLAINT_RESOLVED: ActForm(
        (
            F("complaint_id", offer="complaints"),
            F("upheld"),
            F("resolved_on", start=_TO_DAY),
            _REASON,
            _PAPER,
        ),
        group="execution",
    ),
    A.SANCTION_PUBLISHED: ActForm(
        (_paper(A.SANCTION_PUBLISHED), F("where"), F("published_on", start=_TO_DAY)),
        group="execution",
    ),
    A.DEADLINE_EXTENDED: ActForm(
        (F("rule", offer="rules", needed=True), F("until"), _PAPER, _REASON), group="file"
    ),
    A.OFFICERS_ASSIGNED: ActForm((F("officers", "team"), _REASON), group="file"),
    A.SHEETS_FILED: ActForm((F("title"), F("number"), F("issued_on"), F("sheets")), group="file"),
    A.NOTE_ADDED: ActForm((F("text"),), group="file"),
    A.DOCUMENT_DELIVERED: ActForm(
        (_PAPER, F("mode"), F("delivered_on", start=_TO_DAY), F("receiver"), F("proof")),
        group="papers",
    ),
    A.DOCUMENT_CANCELLED: ActForm(
        (_PAPER, _paper(A.DOCUMENT_CANCELLED, "by", word="by_paper"), _REASON),
        sure=True,
        group="papers",
    ),
    A.DOCUMENT_REPLACED: ActForm(
        (_PAPER, _paper(A.DOCUMENT_REPLACED, "by", word="by_paper"), _REASON),
        sure=True,
        group="papers",
    ),
    A.DOCUMENT_AMENDED: ActForm(
        (_PAPER, _paper(A.DOCUMENT_AMENDED, "by", word="by_paper"), _REASON),
        sure=True,
        group="papers",
    ),
}

OPENINGS: dict[str, tuple[A, tuple[F, ...]]] = {
    "information": (
        A.INFORMATION_RECEIVED,
        (
            F("source"),
            F("channel"),
            F("received_at", start="now"),
            F("content"),
            F("place"),
            F("wants_answer"),
            F("informant_secret"),
            _PARTY,
        ),
    ),
    "proposal": (A.INSPECTION_PROPOSED, FORMS[A.INSPECTION_PROPOSED].fields[:-1]),
    "plan": (
        A.PLAN_ITEM_ENTERED,
        (
            F("plan_number"),
            F("plan_kind"),
            F("plan_approved_on"),
            F("year"),
            F("contents"),
            F("expected_from"),
            F("expected_to"),
            _PARTY,
        ),
    ),
    "inspection": (
        A.CASE_OPENED,
        (F("inspection_id", "offer", offer="inspections"), _PARTY, F("another_party")),
    ),
}
"""How a case is opened, by the way's name in the address (casework/recording/opening.py)."""
