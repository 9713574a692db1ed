"""Acts beside the main line of a case.

These are publication, extension, officers, sheets, notes.
"""

from datetime import date

from backend.casework.acts.clock_facts import Happened, SoFar, until
from backend.casework.acts.declaring import (
    WARNED,
    Also,
    Ask,
    Completed,
    Decision,
    Declared,
    Move,
    Who,
)
from backend.casework.acts.papers_first import Compared, Stands
from backend.casework.acts.shared import add_to_folio
from backend.casework.rules import moving, offering, publishing, warning
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.papers_in_force import Needed
from backend.casework.rules.states import AFTER_DECISION, CLOSED, NOT_ARCHIVED, Effect
from backend.casework.texts.cases import refusal
from backend.law import books
from backend.ledger.bounds.edges import Fixed, Today, Told
from backend.ledger.bounds.table import AHEAD, DECIDED, HAPPENED, INDEPENDENCE, LAW, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import rule_sets as case_rule_set_acts
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct, CaseState
from schemas.law.deadlines import Fact


def _not_named(_content: object, facts: Facts) -> Decision | None:
    """Making a sanction public carries out where its signer named it (practice B13; Law Art 72), else decides."""
    return None if facts.sanction is not None and facts.sanction.publish else Decision()


def _guard_sanction_published(
    content: case_execution_acts.SanctionPublished, facts: Facts, _world: GuardContext
) -> Refuse | None:
    return publishing.fault(content, facts)


def _anything_to_publish(view: CaseView, today: date) -> bool:
    known = bool(view.violations) or view.decision_id is not None
    return known and offering.in_force(view, today)


SANCTION_PUBLISHED = Declared(
    wire=CaseAct.SANCTION_PUBLISHED,
    # The guard checks that it is the case's decision, of any form, or a change of it; only sanctions
    # are published (Art 72).
    takes=(Needed(("MQĐ01", "MQĐ02", "MQĐ38", "MQĐ39")),),
    who=Who.HEAD,
    moves=(Move(AFTER_DECISION),),
    line={CaseState.SANCTIONED: 2},
    offered=_anything_to_publish,
    decides=_not_named,
    binds=True,
    carries_out=True,
    compared_first=(Compared("decision", "document_id", "minutes", "hearing"),),
    paper=Stands(),
    guard=_guard_sanction_published,
    unusual=WARNED,
    bounds=(bound("/published_on", (LAW, Told("decided")), Today(), DECIDED),),
)


def _guard_deadline_extended(
    content: case_execution_acts.DeadlineExtended, facts: Facts, context: GuardContext
) -> Refuse | None:
    if context.extension:
        return refusal("case_extension", context.extension)
    if content.rule != "D09":
        return None
    if content.sheet is None:
        return warning.unless(content.despite, warning.UNASKED)
    known = any(one.first == content.sheet for one in facts.folio)
    return None if known else refusal("case_sheet_unknown", sheet=content.sheet)


DEADLINE_EXTENDED = Declared(
    wire=CaseAct.DEADLINE_EXTENDED,
    who=Who.HEAD,
    moves=(Move(NOT_ARCHIVED - CLOSED),),
    decides=Decision(frozenset({"BC", "ĐX"})),
    compared_first=(Compared("document_id"),),
    asks=(Ask.EXTENSION,),
    guard=_guard_deadline_extended,
    details=lambda content, _: {"rule": content.rule} | until(content, content.until),
    unusual=WARNED,
    bounds=(bound("/until", Today(), Today(366), AHEAD),),
)


def _fold_rules_moved(content: case_rule_set_acts.RulesMoved, facts: Facts, _event: Event) -> None:
    facts.moved_to = content.to


def _guard_rules_moved(
    content: case_rule_set_acts.RulesMoved, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse another rule set than today's, and a list that is not what would change now."""
    if content.to != context.rule_set or not moving.may_move(facts, content.to):
        return refusal("case_rules_newest")
    return None if tuple(content.changes) == context.moved else refusal("case_rules_changes")


def _older_rules(view: CaseView, _today: date) -> bool:
    return view.rule_set < books.newest()


RULES_MOVED = Declared(
    wire=CaseAct.RULES_MOVED,
    who=Who.HEAD,
    moves=(Move(NOT_ARCHIVED - CLOSED),),
    offered=_older_rules,
    decides=Decision(),
    binds=True,
    fold=_fold_rules_moved,
    asks=(Ask.MOVED_RULES,),
    guard=_guard_rules_moved,
)


def _fold_officers_assigned(
    content: case_side_acts.OfficersAssigned, facts: Facts, _event: Event
) -> None:
    facts.officers = list(content.officers)


OFFICERS_ASSIGNED = Declared(
    wire=CaseAct.OFFICERS_ASSIGNED,
    who=Who.HEAD,
    also=(Also.JANITOR,),
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_officers_assigned,
    names_officers=True,
)


def _fold_sheets_filed(content: case_side_acts.SheetsFiled, facts: Facts, event: Event) -> None:
    add_to_folio(facts, event, content.title, content.sheets)
    facts.folio[-1].kind, facts.folio[-1].file_id = content.document_kind, content.file_id


def _guard_sheets_filed(
    content: case_side_acts.SheetsFiled, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse a file that is not the case's, and one that has sheet numbers already."""
    if content.file_id is None:
        return None
    if there := next((one for one in facts.folio if one.file_id == content.file_id), None):
        return refusal("case_file_filed", sheet=there.first)
    if not context.file_known:
        return refusal("case_file_unknown")
    return None if content.document_kind else refusal("case_file_kind", where="/document_kind")


def _digitised(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return the fact that a paper of the case was scanned.

    There is no fact for a paper that is signed by hand: its comparison counts.
    """
    content = act.content
    if content.document_id is None or content.sha256 is None:
        return []
    if content.document_id in so_far.printed:
        return []
    details = {"document_id": str(content.document_id)}
    return [Fact(act="document.digitised", at=act.received_at, details=details)]


SHEETS_FILED = Declared(
    wire=CaseAct.SHEETS_FILED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_sheets_filed,
    completed=Completed.FILE,
    asks=(Ask.FILE_KNOWN,),
    guard=_guard_sheets_filed,
    tells=_digitised,
    bounds=(bound("/issued_on", Fixed(INDEPENDENCE), Today(), HAPPENED),),
)


NOTE_ADDED = Declared(
    wire=CaseAct.NOTE_ADDED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
)


def _fold_order_corrected(
    content: case_side_acts.OrderCorrected, facts: Facts, _event: Event
) -> None:
    facts.ordered = content.ordered


def _guard_order_corrected(
    content: case_side_acts.OrderCorrected, facts: Facts, _context: GuardContext
) -> Refuse | None:
    if content.ordered and not (content.order or "").strip():
        return refusal("case_order_named", where="/order")
    return refusal("case_order_same") if content.ordered is facts.ordered else None


ORDER_CORRECTED = Declared(
    wire=CaseAct.ORDER_CORRECTED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_order_corrected,
    guard=_guard_order_corrected,
)


def _fold_case_succeeded(
    content: case_side_acts.CaseSucceeded, facts: Facts, _event: Event
) -> None:
    facts.succeeded_by = content.unit_id


CASE_SUCCEEDED = Declared(
    wire=CaseAct.CASE_SUCCEEDED,
    who=Who.SYSTEM,
    moves=(Move(NOT_ARCHIVED),),
    otherwise=Effect.NOTED,
    fold=_fold_case_succeeded,
    set_by_the_system={"/on": "the day of the unit's act"},
)

ALL = (
    SANCTION_PUBLISHED,
    DEADLINE_EXTENDED,
    RULES_MOVED,
    OFFICERS_ASSIGNED,
    SHEETS_FILED,
    NOTE_ADDED,
    CASE_SUCCEEDED,
    ORDER_CORRECTED,
)
