"""Files whose rows become officers: how far each is, what became of its rows, its portions for ever."""

from piccolo.columns import (
    JSONB,
    UUID,
    BigInt,
    Boolean,
    Bytea,
    Date,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
)
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.scans import Scan
from backend.force.tables.units import Unit
from schemas.core.imports import ImportState
from schemas.force.imports import PersonOutcome


class PeopleImport(UnitPath, Table, tablename="people_imports"):
    """A file of officers in its present state; from its confirmation on folded from its acts."""

    id = UUID(primary_key=True, default=None, help_text="Made with the upload.")
    unit_id = ForeignKey(
        references=Unit, null=False, default=None, help_text="The unit of the administrator."
    )
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
        null=True, default=None, help_text="Why it was not read, or why it stopped; Text."
    )
    rows = Integer(default=0, help_text="Read of it, below the headings.")
    good = Integer(default=0, help_text="Of these, rows that can come.")
    bad = Integer(default=0, help_text="That cannot.")
    begun_at = Timestamptz(null=True, default=None, help_text="When it was confirmed.")
    done_row = Integer(default=0, help_text="Rows up to this one were dealt with.")
    portions = Integer(default=0, help_text="How many came.")
    came = Integer(default=0, help_text="Officers who came with all that their rows say.")
    waits = Integer(default=0, help_text="Officers of whom something waits for a second person.")
    partly = Integer(default=0, help_text="Officers of whom something was refused meanwhile.")
    refused = Integer(default=0, help_text="Rows whose officer was refused meanwhile.")
    busy_ms = BigInt(default=0, help_text="How long its portions took together.")
    ended_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    kept = Boolean(default=True, help_text="Cells of rows that cannot come are still here.")


class PeopleImportRow(Table, tablename="people_import_rows"):
    """A row of a file: what it says while it waits, and what became of it."""

    import_id = ForeignKey(
        references=PeopleImport, null=False, default=None, primary_key=True, help_text="Of which."
    )
    number = Integer(
        default=None, primary_key=True, help_text="In the sheet, as the spreadsheet counts."
    )
    outcome = Text(default=None, choices=PersonOutcome, help_text="What it is.")
    details = JSONB(null=True, default=None, help_text="PersonDetails of a row that can come.")
    cells = JSONB(null=True, default=None, help_text="What stands in it, for the file of errors.")
    faults = JSONB(null=True, default=None, help_text="Why it cannot come: CellFault, several.")
    officer_id = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who came with it."
    )
    steps = JSONB(null=True, default=None, help_text="BroughtStep, one for each thing it says.")


class PeopleImportPortion(Table, tablename="people_import_portions"):
    """A portion that was dealt with. Append-only."""

    import_id = ForeignKey(
        references=PeopleImport, null=False, default=None, primary_key=True, help_text="Of which."
    )
    number = Integer(default=None, primary_key=True, help_text="From 1.")
    first_row = Integer(default=None, help_text="In the sheet.")
    last_row = Integer(default=None, help_text="In the sheet.")
    sha256 = Text(default=None, help_text="Of its lines; the portion's act says the same.")
    lines = Bytea(default=None, help_text="BroughtPerson, a line each, RFC 8785, compressed.")
    at = Timestamptz(default=None, help_text="Server's clock.")


class PeopleImportDecision(Table, tablename="people_import_decisions"):
    """The scan of a decision on which positions of a file rest."""

    import_id = ForeignKey(
        references=PeopleImport, null=False, default=None, primary_key=True, help_text="Of which."
    )
    number = Text(default=None, primary_key=True, help_text="Of the decision.")
    decided_on = Date(default=None, primary_key=True, help_text="Its day.")
    scan_id = ForeignKey(references=Scan, null=False, default=None, help_text="Its scan.")
