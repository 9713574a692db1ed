"""Plans, their items, what the items were before, and who receives a plan. All are folds of acts."""

from piccolo.columns import (
    JSONB,
    UUID,
    BigInt,
    Boolean,
    Bytea,
    Date,
    ForeignKey,
    Integer,
    SmallInt,
    Text,
    Timestamptz,
)
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit
from schemas.planning.words import ItemState, OverlapWay, PlanKind, PlanState, RecipientKind


class PlanRecord(UnitPath, Table, tablename="plans"):
    """One plan as lists and pages read it. The unit is the plan's."""

    id = UUID(primary_key=True, default=None, help_text="The record's id.")
    kind = Text(default=None, choices=PlanKind, help_text="Circular 27/2020 Arts 4 to 6.")
    state = Text(default=None, choices=PlanState, help_text="The fold over its acts.")
    year = SmallInt(default=None, help_text="In which it is carried out.")
    title = Text(default=None, help_text="As lists show it.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Whose plan it is.")
    agency = Text(null=True, default=None, help_text="Of a foreign plan: whose it is.")
    number = Text(null=True, default=None, help_text="On the issued paper.")
    issued_on = Date(null=True, default=None, help_text="On the issued paper.")
    first_day = Date(default=None, help_text="In Vietnam, inclusive.")
    last_day = Date(default=None, help_text="In Vietnam, inclusive.")
    head = JSONB(default=None, help_text="PlanDrafted, the last one, with the amended period.")
    drafted_by = ForeignKey(references=Officer, null=False, default=None, help_text="Who began it.")
    drafted_at = Timestamptz(default=None, help_text="When it was begun, server's clock.")
    changed_at = Timestamptz(default=None, help_text="Its last act, server's clock.")
    sent_to = ForeignKey(
        references=Unit, null=True, default=None, help_text="The unit above that has the proposal."
    )
    sent_up_at = Timestamptz(null=True, default=None, help_text="Null once it was sent back.")
    sent_back_reason = Text(null=True, default=None, help_text="Of the last return.")
    merged_into = UUID(null=True, default=None, help_text="The plan that took its items.")
    submitted_at = Timestamptz(null=True, default=None, help_text="Null once it came back.")
    approved_at = Timestamptz(null=True, default=None, help_text="Null once it was opened again.")
    issued_at = Timestamptz(null=True, default=None, help_text="When the issue was recorded.")
    issued_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who recorded the issue."
    )
    signer_name = Text(null=True, default=None, help_text="On the paper.")
    signer_title = Text(null=True, default=None, help_text="On the paper.")
    document_id = UUID(null=True, default=None, help_text="The paper, if it was made here.")
    scan_id = UUID(null=True, default=None, help_text="Of a paper signed outside.")
    published_where = Text(null=True, default=None, help_text="Where it was posted.")
    published_on = Date(null=True, default=None, help_text="On which day.")
    ended_at = Timestamptz(null=True, default=None, help_text="When its report was recorded.")
    report = Text(null=True, default=None, help_text="Of its results (Art 7).")
    results = JSONB(null=True, default=None, help_text="List of UnitResult at its end.")
    given_up_reason = Text(null=True, default=None, help_text="Why it was given up.")
    open_overlaps = Integer(default=0, help_text="Not resolved, when it was changed last.")
    due_rule = Text(null=True, default=None, help_text="Of the limit that ends first.")
    due_at = Timestamptz(null=True, default=None, help_text="Its end.")
    near_at = Timestamptz(null=True, default=None, help_text="From when heads are reminded.")


class PlanItemRow(UnitPath, Table, tablename="plan_items"):
    """One item. The unit is the one that inspects, in the plan's unit or below it."""

    id = UUID(primary_key=True, default=None, help_text="Its writer made it.")
    plan_id = ForeignKey(references=PlanRecord, null=False, default=None, help_text="Of which.")
    state = Text(default=None, choices=ItemState, help_text="How far it is.")
    year = SmallInt(default=None, help_text="The plan's.")
    subject_id = UUID(null=True, default=None, help_text="In the register of parties.")
    subject_name = Text(null=True, default=None, help_text="Null where a criterion is given.")
    criterion = Text(null=True, default=None, help_text="Which subjects are meant.")
    address = Text(default=None, help_text="Where it takes place.")
    area = Text(null=True, default=None, help_text="Commune or ward, by name or code.")
    first_day = Date(default=None, help_text="In Vietnam, inclusive.")
    last_day = Date(default=None, help_text="In Vietnam, inclusive.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Which inspects.")
    leader_id = ForeignKey(references=Officer, null=True, default=None, help_text="Proposed.")
    content = JSONB(default=None, help_text="PlanItem.")
    content_hash = Bytea(default=None, help_text="SHA-256 of the content.")
    material_hash = Bytea(default=None, help_text="SHA-256 of what the law asks a plan to name.")
    origin_plan_id = UUID(null=True, default=None, help_text="From which plan it was taken over.")
    origin_item_id = UUID(null=True, default=None, help_text="From which item.")
    inspection_id = UUID(null=True, default=None, help_text="The inspection that carries it out.")
    decision_number = Text(null=True, default=None, help_text="Of that inspection.")
    reason = Text(null=True, default=None, help_text="Why it is not done, or was removed.")
    changed_at = Timestamptz(default=None, help_text="Server's clock.")


class PlanItemVersion(Table, tablename="plan_item_versions"):
    """What an item was after one act of its plan. Append-only."""

    item_id = ForeignKey(
        references=PlanItemRow, null=False, default=None, primary_key=True, help_text="Of which."
    )
    number = BigInt(default=None, primary_key=True, help_text="Of the act in the plan's record.")
    plan_id = ForeignKey(references=PlanRecord, null=False, default=None, help_text="Its plan.")
    content = JSONB(null=True, default=None, help_text="PlanItem; null: it was removed.")
    amended = Boolean(default=None, help_text="After the issue.")
    reason = Text(default=None, help_text="In the officer's words; may be empty.")
    by = ForeignKey(references=Officer, null=False, default=None, help_text="Who.")
    at = Timestamptz(default=None, help_text="Server's clock.")


class PlanSubjectKey(Table, tablename="plan_subject_keys"):
    """Under what the subject of an item that is in its plan is found again in the same year."""

    key = Text(default=None, primary_key=True, help_text="rules/matching.py says how it is made.")
    year = SmallInt(default=None, primary_key=True, help_text="The plan's.")
    item_id = ForeignKey(
        references=PlanItemRow, null=False, default=None, primary_key=True, help_text="Of which."
    )
    plan_id = ForeignKey(references=PlanRecord, null=False, default=None, help_text="Its plan.")
    match = Text(default=None, help_text="Of Match: what the key proves.")


class PlanOverlapRuling(Table, tablename="plan_overlap_rulings"):
    """How a second planned inspection of a subject in a year was resolved."""

    item_id = ForeignKey(
        references=PlanItemRow, null=False, default=None, primary_key=True, help_text="Of which."
    )
    other_item_id = ForeignKey(
        references=PlanItemRow, null=False, default=None, primary_key=True, help_text="The other."
    )
    plan_id = ForeignKey(references=PlanRecord, null=False, default=None, help_text="In which.")
    way = Text(default=None, choices=OverlapWay, help_text="How.")
    reason = Text(default=None, help_text="In the officer's words.")
    by = ForeignKey(references=Officer, null=False, default=None, help_text="Who.")
    at = Timestamptz(default=None, help_text="Server's clock.")


class PlanRecipient(Table, tablename="plan_recipients"):
    """Somebody who must receive an issued plan (Circular 27/2020 Art 6.1.d)."""

    plan_id = ForeignKey(
        references=PlanRecord, null=False, default=None, primary_key=True, help_text="Of which."
    )
    key = Text(default=None, primary_key=True, help_text="unit:<id>, committee or the subject's.")
    kind = Text(default=None, choices=RecipientKind, help_text="In what capacity.")
    name = Text(default=None, help_text="As the list shows it.")
    address = Text(default=None, help_text="Of a subject.")
    unit_id = ForeignKey(references=Unit, null=True, default=None, help_text="Of a unit.")
    sent_on = Date(null=True, default=None, help_text="Null: not yet.")
    way = Text(null=True, default=None, help_text="How it went out.")
    sent_by = ForeignKey(references=Officer, null=True, default=None, help_text="Who sent it.")
    note = Text(default="", help_text="What was said about it.")


class PlanCount(UnitPath, Table, tablename="plan_counts"):
    """How many items a unit has in a plan, by the month of their last day and by state. Written by a trigger."""

    plan_id = ForeignKey(
        references=PlanRecord, null=False, default=None, primary_key=True, help_text="Of which."
    )
    unit_id = ForeignKey(
        references=Unit, null=False, default=None, primary_key=True, help_text="Which inspects."
    )
    month = Date(default=None, primary_key=True, help_text="Its first day.")
    state = Text(default=None, primary_key=True, help_text="Of ItemState.")
    year = SmallInt(default=None, help_text="The plan's.")
    items = Integer(default=None, help_text="How many; 0 once they went on.")


class PlanMonthCount(UnitPath, Table, tablename="plan_month_counts"):
    """How many items of issued plans a unit has in a month of their last day, by state. Written by a trigger."""

    unit_id = ForeignKey(
        references=Unit, null=False, default=None, primary_key=True, help_text="Which inspects."
    )
    year = SmallInt(default=None, primary_key=True, help_text="Of the plans.")
    month = Date(default=None, primary_key=True, help_text="Its first day.")
    planned = Integer(default=None, help_text="Of this state, as the next four.")
    decided = Integer(default=None, help_text="An inspection is decided.")
    running = Integer(default=None, help_text="It was announced.")
    done = Integer(default=None, help_text="Its file was submitted.")
    not_done = Integer(default=None, help_text="A head said why not.")


class PlanTotal(Table, tablename="plan_totals"):
    """How many items a plan has, and what became of them: what lists of plans show. Written by a trigger."""

    plan_id = ForeignKey(
        references=PlanRecord, null=False, default=None, primary_key=True, help_text="Of which."
    )
    items = Integer(default=None, help_text="Those that were not removed.")
    done = Integer(default=None, help_text="Of those, whose file was submitted.")
    not_done = Integer(default=None, help_text="Of those, of which a head said why not.")
