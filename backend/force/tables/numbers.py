"""The register of papers' numbers (Circular 22/2021/TT-BCT Art 6), and the blocks lent to phones."""

from piccolo.columns import UUID, ForeignKey, Integer, SmallInt, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import ServerTime
from backend.force.tables.devices import Device
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit


class OfficerSequence(Table, tablename="officer_sequences"):
    """The last number given to a form that an officer signs, in a year.

    For units see document_sequences.
    """

    officer_id = ForeignKey(
        references=Officer, null=False, default=None, primary_key=True, help_text="Who signs."
    )
    form = Text(default=None, primary_key=True, help_text="E.g. MBB01.")
    year = SmallInt(default=None, primary_key=True, help_text="Vietnamese calendar year.")
    last_number = Integer(default=None, help_text="From 1; numbers lent to phones included.")


class NumberBlock(Table, tablename="number_blocks"):
    """Numbers lent to one phone, for papers that are signed without a signal."""

    id = UUID(primary_key=True, default=None, help_text="UUIDv7.")
    officer_id = ForeignKey(
        references=Officer, null=False, default=None, help_text="Whose numbers."
    )
    device_id = ForeignKey(references=Device, null=False, default=None, help_text="On which phone.")
    form = Text(default=None, help_text="E.g. MBB01.")
    year = SmallInt(default=None, help_text="Vietnamese calendar year.")
    first_number = Integer(default=None, help_text="The block's first.")
    last_number = Integer(default=None, help_text="The block's last.")
    given_at = ServerTime(help_text="Server's clock.")
    closed_at = Timestamptz(
        null=True, default=None, help_text="What was unused then is void. Null while open."
    )
    close_reason = Text(null=True, default=None, help_text="E.g. the year is over.")


class NumberOpening(Table, tablename="number_openings"):
    """The last number that a unit gave on paper before it began to work here."""

    unit_id = ForeignKey(
        references=Unit, null=False, default=None, primary_key=True, help_text="Whose register."
    )
    form = Text(default=None, primary_key=True, help_text="Of the register, e.g. MQĐ02.")
    year = SmallInt(default=None, primary_key=True, help_text="Vietnamese calendar year.")
    last_number = Integer(default=None, help_text="Given on paper; the next one here is one more.")
    reason = Text(default=None, help_text="Why.")
    act_id = UUID(default=None, help_text="numbers.opened.")
    opened_at = ServerTime(help_text="Server's clock.")


class OfficerNumberOpening(Table, tablename="officer_number_openings"):
    """The last number that an officer gave on paper to minutes before he began to work here."""

    officer_id = ForeignKey(
        references=Officer, null=False, default=None, primary_key=True, help_text="Whose register."
    )
    form = Text(default=None, primary_key=True, help_text="Of the register, e.g. MBB01.")
    year = SmallInt(default=None, primary_key=True, help_text="Vietnamese calendar year.")
    last_number = Integer(default=None, help_text="Given on paper; the next one here is one more.")
    reason = Text(default=None, help_text="Why.")
    act_id = UUID(default=None, help_text="numbers.opened.")
    opened_at = ServerTime(help_text="Server's clock.")


class NumberRange(Table, tablename="number_ranges"):
    """Numbers of a unit that were set aside, to be given on paper in an outage."""

    id = UUID(primary_key=True, default=None, help_text="UUIDv7.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Whose numbers.")
    form = Text(default=None, help_text="Of the register, e.g. MQĐ02.")
    year = SmallInt(default=None, help_text="Vietnamese calendar year.")
    first_number = Integer(default=None, help_text="The range's first.")
    last_number = Integer(default=None, help_text="The range's last.")
    reason = Text(default=None, help_text="For which outage.")
    act_id = UUID(default=None, help_text="numbers.set_aside.")
    set_aside_by = ForeignKey(references=Officer, null=False, default=None, help_text="By whom.")
    set_aside_at = ServerTime(help_text="Server's clock.")


class DocumentNumber(Table, tablename="document_numbers"):
    """One number of one issuer, form and year: used, void, lent, or reserved for a paper.

    There are never gaps.
    """

    issuer_kind = Text(default=None, primary_key=True, help_text="unit or officer.")
    issuer_id = UUID(default=None, primary_key=True, help_text="Which one.")
    form = Text(default=None, primary_key=True, help_text="E.g. QĐ-KT.")
    year = SmallInt(default=None, primary_key=True, help_text="Vietnamese calendar year.")
    number = Integer(default=None, primary_key=True, help_text="From 1.")
    state = Text(default=None, help_text="used, void, or reserved (lent, or for a paper).")
    document_id = UUID(null=True, default=None, help_text="The paper that bears or bore it.")
    block_id = ForeignKey(
        references=NumberBlock, null=True, default=None, help_text="Where it was lent to a phone."
    )
    range_id = ForeignKey(
        references=NumberRange, null=True, default=None, help_text="Where it was set aside."
    )
    reason = Text(null=True, default=None, help_text="Why it is void, or was.")
    act_id = UUID(null=True, default=None, help_text="The act that used or voided it.")
    changed_at = ServerTime(help_text="Server's clock.")
    fields_hash = Text(
        null=True, default=None, help_text="Of the content for which it is reserved."
    )
    reserved_at = Timestamptz(
        null=True, default=None, help_text="When it was reserved for its paper."
    )
    reserved_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who was about to sign."
    )


class NumberSkip(Table, tablename="number_skips"):
    """Numbers that a restore skipped.

    They are not given any more, but valid on a paper that arrives later.
    """

    issuer_kind = Text(default=None, primary_key=True, help_text="unit or officer.")
    issuer_id = UUID(default=None, primary_key=True, help_text="Which one.")
    form = Text(default=None, primary_key=True, help_text="E.g. MBB01.")
    year = SmallInt(default=None, primary_key=True, help_text="Vietnamese calendar year.")
    first_number = Integer(default=None, primary_key=True, help_text="The first jumped over.")
    last_number = Integer(default=None, help_text="The last jumped over.")
    skipped_at = ServerTime(help_text="Server's clock.")


class NumberFloor(Table, tablename="number_floors"):
    """How far a sequence skips that begins after a restore: the lost part may have begun it."""

    era = Integer(default=None, primary_key=True, help_text="The era that the restore began.")
    issuer_kind = Text(default=None, primary_key=True, help_text="unit or officer.")
    year = SmallInt(default=None, primary_key=True, help_text="Vietnamese calendar year.")
    size = Integer(default=None, help_text="Numbers jumped over; of several restores, their sum.")
