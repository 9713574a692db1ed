"""Recorded delegations: which deputy has whose powers, for what and how long."""

from typing import Any

from piccolo.columns import UUID, Date, ForeignKey, Text, Timestamptz
from piccolo.columns.reference import LazyTableReference
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.scans import Scan
from backend.force.tables.units import Unit


class Delegation(UnitPath, Table, tablename="delegations"):
    """One decision on delegation as entered from its scan; see schemas.force.delegations."""

    id = UUID(primary_key=True, default=None, help_text="Made when it was entered.")
    number = Text(default=None, help_text="Of the decision, e.g. 01000012/QĐ-GQ.")
    decided_on = Date(default=None, help_text="Its day.")
    summary = Text(default=None, help_text="What it says it is about.")
    giver_id = ForeignKey(references=Officer, null=False, default=None, help_text="The head.")
    giver_title = Text(default=None, help_text="As the record had it.")
    receiver_id = ForeignKey(references=Officer, null=False, default=None, help_text="The deputy.")
    receiver_title = Text(default=None, help_text="As the record had it.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Of both offices.")
    kinds = Text(default=None, help_text="Kinds of decisions, by commas: see DelegatedKind.")
    case_id: ForeignKey[Any] = ForeignKey(
        references=LazyTableReference(
            table_class_name="Case", module_path="backend.casework.tables.cases"
        ),
        null=True,
        default=None,
        help_text="The one case; null where it is standing.",
    )
    valid_from = Date(default=None, help_text="First day.")
    valid_to = Date(null=True, default=None, help_text="Last day; null where it is open.")
    scan_id = ForeignKey(
        references=Scan, null=False, default=None, help_text="The scan of the signed decision."
    )
    entered_by = ForeignKey(references=Officer, null=False, default=None, help_text="Who entered.")
    entered_at = Timestamptz(default=None, help_text="Server's clock.")
    confirmed_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Null: without force."
    )
    confirmed_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    ended_on = Date(null=True, default=None, help_text="The first day without it.")
    ended_by = ForeignKey(references=Officer, null=True, default=None, help_text="Who entered it.")
    end_reason = Text(null=True, default=None, help_text="Why it ended.")
    powers = Text(null=True, default=None, help_text="What is delegated, in its words.")
    without_end = Text(
        null=True, default=None, help_text="Why a standing one without a last day was entered."
    )
    end_ground = Text(null=True, default=None, help_text="Of DelegationEnd.")
    end_number = Text(null=True, default=None, help_text="Of the decision that took it back.")
    end_decided_on = Date(null=True, default=None, help_text="Its day.")
