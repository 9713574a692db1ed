"""What is counted of records, and what it sums up to. Written by the counting job alone."""

from piccolo.columns import (
    UUID,
    BigInt,
    Boolean,
    Date,
    ForeignKey,
    Integer,
    Serial,
    SmallInt,
    Text,
    Timestamptz,
)
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.units import Unit
from schemas.core.vocabulary import RecordKind
from schemas.insight.figures import CountedEvent, CountedParty


class FigureCell(Table, tablename="figure_cells"):
    """Along what events are told apart, once each combination. Append-only."""

    id = Serial(primary_key=True, help_text="Given by the database.")
    grain = SmallInt(
        default=None, help_text="2 whole; 1 without the behaviour; 0 without field and party too."
    )
    event = Text(default=None, choices=CountedEvent, help_text="What happened.")
    detail = Text(default=None, help_text="Which kind of it; empty if there are none.")
    field = Text(default=None, help_text="Of state management; empty if not told apart.")
    behaviour = Text(default=None, help_text="Code of the catalogue; empty if not told apart.")
    party = Text(default=None, choices=CountedParty, help_text="Kind of party.")


class FigurePlace(UnitPath, Table, tablename="figure_places"):
    """A unit with its ancestors, as events name it. Append-only."""

    id = Serial(primary_key=True, help_text="Given by the database.")
    unit_id = ForeignKey(
        references=Unit, null=False, default=None, help_text="The last of the path."
    )


class CountedRow(Table, tablename="counted_events"):
    """One countable event of a record, with the act on which it rests."""

    record_id = UUID(primary_key=True, default=None, help_text="The record.")
    entry = Integer(primary_key=True, default=None, help_text="Number of the act in it.")
    ordinal = SmallInt(primary_key=True, default=None, help_text="Among the events of one act.")
    cell_id = ForeignKey(references=FigureCell, null=False, default=None, help_text="At grain 2.")
    place_id = ForeignKey(
        references=FigurePlace, null=False, default=None, help_text="Whose it was on that day."
    )
    happened_on = Date(default=None, help_text="By the paper or receipt, in Vietnam.")
    entered_on = Date(default=None, help_text="When the act was taken in, in Vietnam.")
    annulled_on = Date(null=True, default=None, help_text="From when it stands no more.")
    counted = Integer(default=None, help_text="How many; rows of a list for goods.")
    amount = BigInt(default=None, help_text="Đồng; whole days where the event says so.")
    party = UUID(null=True, default=None, help_text="Names the party, to count each once.")


class FigureRollup(Table, tablename="figure_rollups"):
    """What a unit with all below it counts in half a month, or the force in a day."""

    unit_id = ForeignKey(
        references=Unit, null=False, default=None, primary_key=True, help_text="With its subtree."
    )
    span = Text(
        primary_key=True, default=None, help_text="half (1st to 14th, 15th to the end) or day."
    )
    grain = SmallInt(primary_key=True, default=None, help_text="Of its cell.")
    starts_on = Date(primary_key=True, default=None, help_text="Its first day.")
    cell_id = ForeignKey(
        references=FigureCell, null=False, default=None, primary_key=True, help_text="Any grain."
    )
    counted = BigInt(default=None, help_text="Sum of counts, annulled ones too.")
    amount = BigInt(default=None, help_text="Sum of amounts, annulled ones too.")
    annulled = BigInt(default=None, help_text="Of the counts, those that stand no more.")
    annulled_amount = BigInt(default=None, help_text="Of the amounts, the same.")


class FigureProgress(Table, tablename="figure_progress"):
    """Up to which place of the log everything is counted. One row."""

    one = Boolean(primary_key=True, default=True, help_text="Always true.")
    through = BigInt(default=None, help_text="Leaves before this position are counted.")
    counted_at = Timestamptz(default=None, help_text="When the last round ended, server's clock.")


class FigureRecount(Table, tablename="figure_recounts"):
    """A month's counting anew of everything, and what it found."""

    month = Date(primary_key=True, default=None, help_text="Its first day.")
    began_at = Timestamptz(default=None, help_text="When a worker began, server's clock.")
    ended_at = Timestamptz(null=True, default=None, help_text="When it ended; empty until then.")
    through = BigInt(null=True, default=None, help_text="Position of the log up to which.")
    records = BigInt(null=True, default=None, help_text="How many were counted.")
    events = BigInt(null=True, default=None, help_text="How many are stored.")
    sums = BigInt(null=True, default=None, help_text="How many are stored.")
    differing = Integer(null=True, default=None, help_text="Records and sums that were wrong.")


class FigureFault(Table, tablename="figure_faults"):
    """A record that cannot be counted, so that it does not hold up the others."""

    record_id = UUID(primary_key=True, default=None, help_text="The record.")
    record_kind = Text(default=None, choices=RecordKind, help_text="Its kind.")
    fault = Text(default=None, help_text="Which error, and where; nothing of the record's content.")
    since = Timestamptz(default=None, help_text="When it failed first, server's clock.")
    tried_at = Timestamptz(default=None, help_text="When it was tried last, server's clock.")
