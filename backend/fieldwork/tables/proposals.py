"""Proposals of inspections from phones, in their present state."""

from piccolo.columns import JSONB, UUID, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.force.tables.officers import Officer


class InspectionProposal(Table, tablename="inspection_proposals"):
    """A proposal (ĐX). What became of it is read from the decision's paper, which has the same id."""

    document_id = UUID(primary_key=True, default=None, help_text="Of the decision's draft.")
    inspection_id = UUID(
        default=None, help_text="Whose record it is in; the inspection may not exist yet."
    )
    act_id = UUID(default=None, help_text="The last act that proposed it.")
    proposed = JSONB(default=None, help_text="The content of that act.")
    proposed_by = ForeignKey(references=Officer, null=False, default=None, help_text="Who.")
    proposed_at = Timestamptz(default=None, help_text="When it came, server's clock.")
    remarks = Text(null=True, default=None, help_text="Of a return that waits for its answer.")
    returned_by = ForeignKey(references=Officer, null=True, default=None, help_text="Who.")
    returned_at = Timestamptz(null=True, default=None, help_text="When.")
