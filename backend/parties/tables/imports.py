"""Files whose rows come into the register: how far each is, its rows until it is over, its portions for ever."""

from piccolo.columns import (
    JSONB,
    UUID,
    BigInt,
    Boolean,
    Bytea,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
)
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit
from schemas.core.imports import ImportState
from schemas.parties.imports import OnKnown, RowOutcome


class PartyImport(UnitPath, Table, tablename="party_imports"):
    """A file of parties in its present state; from its confirmation on folded from its acts."""

    id = UUID(primary_key=True, default=None, help_text="Made with the upload.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Whose register.")
    state = Text(default=None, choices=ImportState, help_text="Where it stands.")
    file_name = Text(default=None, help_text="As it was uploaded.")
    file_sha256 = Text(default=None, help_text="Of its bytes.")
    file_bytes = BigInt(default=None, help_text="How many.")
    uploaded_by = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who alone may confirm it."
    )
    uploaded_at = Timestamptz(default=None, help_text="Server's clock.")
    attempt = Integer(default=0, help_text="Of reading; an older one writes nothing more.")
    moved_at = Timestamptz(default=None, help_text="When a worker last got on with it.")
    read = JSONB(null=True, default=None, help_text="ReadFile: how it was read.")
    problem = JSONB(
        null=True, default=None, help_text="Why it was not read, or why it was paused; Text."
    )
    rows = Integer(default=0, help_text="Read of it, below the headings.")
    good = Integer(default=0, help_text="Of these, rows that can be registered.")
    known = Integer(default=0, help_text="Whose party is in the register.")
    bad = Integer(default=0, help_text="That cannot come.")
    late = Integer(default=0, help_text="Good when they were read, and not when they should come.")
    on_known = Text(
        null=True, default=None, choices=OnKnown, help_text="What becomes of known ones."
    )
    begun_at = Timestamptz(null=True, default=None, help_text="When it was confirmed.")
    done_row = Integer(default=0, help_text="Rows up to this one came, or were passed over.")
    portions = Integer(default=0, help_text="How many came.")
    registered = Integer(default=0, help_text="Parties that came.")
    corrected = Integer(default=0, help_text="Parties that were corrected.")
    skipped = Integer(default=0, help_text="Rows that were known and skipped, or came too late.")
    busy_ms = BigInt(default=0, help_text="How long its portions took together.")
    ended_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    kept = Boolean(default=True, help_text="Its rows are still here.")


class PartyImportRow(Table, tablename="party_import_rows"):
    """A row of a file while its import is not over."""

    import_id = ForeignKey(
        references=PartyImport, null=False, default=None, primary_key=True, help_text="Of which."
    )
    number = Integer(
        default=None, primary_key=True, help_text="In the sheet, as the spreadsheet counts."
    )
    outcome = Text(default=None, choices=RowOutcome, help_text="What it is.")
    party_id = UUID(null=True, default=None, help_text="Of a known one: whose number it is.")
    details = JSONB(null=True, default=None, help_text="PartyDetails of a row that can come.")
    cells = JSONB(null=True, default=None, help_text="What stands in a row that cannot.")
    faults = JSONB(null=True, default=None, help_text="Why it cannot: CellFault, several.")


class PartyImportPortion(Table, tablename="party_import_portions"):
    """A portion that is in the register. Append-only."""

    import_id = ForeignKey(
        references=PartyImport, null=False, default=None, primary_key=True, help_text="Of which."
    )
    number = Integer(default=None, primary_key=True, help_text="From 1.")
    first_row = Integer(default=None, help_text="In the sheet.")
    last_row = Integer(default=None, help_text="In the sheet.")
    registered = Integer(default=None, help_text="Parties that came with it.")
    corrected = Integer(default=None, help_text="Parties that it corrected.")
    skipped = Integer(default=None, help_text="Rows that it passed over.")
    sha256 = Text(default=None, help_text="Of its lines; the portion's act says the same.")
    lines = Bytea(default=None, help_text="ImportedLine, a line each, RFC 8785, compressed.")
    at = Timestamptz(default=None, help_text="Server's clock.")
