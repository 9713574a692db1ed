"""Auditors' samples: what was planned and drawn, out of what, and the last look at each record."""

from piccolo.columns import JSONB, UUID, ForeignKey, Integer, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit
from schemas.insight.samples import LookResult, SampleState, Severity


class Sample(UnitPath, Table, tablename="samples"):
    """One sample in its present state, folded from its acts."""

    id = UUID(primary_key=True, default=None, help_text="Made with its first act.")
    unit_id = ForeignKey(
        references=Unit, null=False, default=None, help_text="Whose records, with units below."
    )
    state = Text(default=None, choices=SampleState, help_text="The fold over its acts.")
    planned = JSONB(default=None, help_text="Content of sample.planned.")
    planned_by = ForeignKey(
        references=Officer, null=False, default=None, help_text="The auditor who fixed it."
    )
    planned_at = Timestamptz(default=None, help_text="Server's clock.")
    drawn = JSONB(
        null=True, default=None, help_text="Content of sample.drawn without the records drawn."
    )
    drawn_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    records = Integer(default=0, help_text="How many were drawn.")
    looked = Integer(default=0, help_text="At how many of them an auditor looked.")
    found = Integer(default=0, help_text="In how many the last look found something.")
    ended_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who closed it or gave it up."
    )
    ended_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    words = Text(default="", help_text="The conclusion, or why it was given up.")


class SampleRecord(Table, tablename="sample_records"):
    """A drawn record, and the last look at it."""

    sample_id = ForeignKey(
        references=Sample, null=False, default=None, primary_key=True, help_text="Of which sample."
    )
    record_id = UUID(primary_key=True, default=None, help_text="The case or inspection.")
    stratum = Text(default=None, help_text="Key of its stratum.")
    place = Integer(default=None, help_text="In its stratum, from 1, by the order of the hashes.")
    looks = Integer(default=0, help_text="How often it was looked at.")
    result = Text(null=True, default=None, choices=LookResult, help_text="Of the last look.")
    severity = Text(null=True, default=None, choices=Severity, help_text="Of a finding.")
    words = Text(default="", help_text="What the last look found, in the auditor's words.")
    looked_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who looked last."
    )
    looked_at = Timestamptz(null=True, default=None, help_text="When, server's clock.")


class SamplePopulation(Table, tablename="sample_populations"):
    """Out of what a sample was drawn, as the file whose hash is in the act. Append-only."""

    sample_id = ForeignKey(
        references=Sample, null=False, default=None, primary_key=True, help_text="Which sample."
    )
    listed = Text(
        default=None, help_text="A line of stratum and id for each record, sorted: the file."
    )
