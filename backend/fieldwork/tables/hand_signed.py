"""Decisions signed by hand from which a team began on site."""

from piccolo.columns import JSONB, UUID, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.fieldwork.tables.decision_papers import DecisionPaper
from backend.fieldwork.tables.inspections import Inspection
from backend.force.tables.officers import Officer


class HandSignedDecision(Table, tablename="hand_signed_decisions"):
    """What a team began from, and what a second person found. Every earlier writing is in the ledger."""

    inspection_id = ForeignKey(
        references=Inspection,
        null=False,
        default=None,
        primary_key=True,
        help_text="Which inspection began so.",
    )
    act_id = UUID(default=None, help_text="The writing that stands.")
    issuer_unit = Text(default=None, help_text="As on the letterhead.")
    sheets = JSONB(default=None, help_text="Ids of the photographs of its sheets, in order.")
    begun_by = ForeignKey(references=Officer, null=False, default=None, help_text="Who began.")
    begun_at = Timestamptz(default=None, help_text="Best estimate of when.")
    due_at = Timestamptz(default=None, help_text="By when it must be matched.")
    outcome = Text(null=True, default=None, help_text="paper, sheets or differs; null: it waits.")
    paper_id = ForeignKey(
        references=DecisionPaper, null=True, default=None, help_text="The desk's paper that it is."
    )
    reason = Text(null=True, default=None, help_text="How they differ.")
    matched_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who compared them."
    )
    matched_at = Timestamptz(null=True, default=None, help_text="When, server's clock.")
