"""Documents of others that a team obtained on site."""

from piccolo.columns import (
    JSONB,
    UUID,
    BigInt,
    Boolean,
    Date,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
)
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.fieldwork.tables.inspections import Inspection
from backend.force.tables.officers import Officer
from backend.force.tables.scans import Scan
from backend.force.tables.units import Unit
from schemas.core.vocabulary import FiledFact, FiledKind
from schemas.fieldwork.words import PhotoWay


class FiledDocument(UnitPath, Table, tablename="filed_documents"):
    """A document of an inspection, as its act announced it. Its bytes are a scan, once they are here."""

    id = UUID(primary_key=True, default=None, help_text="Made on the phone; its scan has the same.")
    act_id = UUID(default=None, unique=True, help_text="Act document.filed.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    unit_id = ForeignKey(
        references=Unit, null=False, default=None, help_text="The unit that inspects."
    )
    number = BigInt(default=None, help_text="Entry number in the record: order of filing.")
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Who filed it.")
    device_id = UUID(null=True, default=None, help_text="With which phone.")
    sha256 = Text(default=None, help_text="Hex, as announced.")
    size = BigInt(default=None, help_text="In bytes, as announced.")
    media_type = Text(default=None, help_text="As the phone said.")
    file_name = Text(default=None, help_text="As it came to the phone.")
    way = Text(default=None, choices=PhotoWay, help_text="From the camera, or a chosen file.")
    sheets = Integer(default=None, help_text="Sheets of the paper.")
    title = Text(default=None, help_text="What it is called in lists.")
    kind = Text(default=None, choices=FiledKind, help_text="What it is.")
    issued_on = Date(null=True, default=None, help_text="The day on it.")
    sender = Text(null=True, default=None, help_text="Who made it or handed it over.")
    symbol = Text(null=True, default=None, help_text="Number and symbol on it.")
    proves = Text(null=True, default=None, help_text="What it proves.")
    proves_fact = Text(
        null=True, default=None, choices=FiledFact, help_text="Which fact it proves."
    )
    place = JSONB(null=True, default=None, help_text="Where it was filed.")
    made_at = Timestamptz(default=None, help_text="Phone's clock.")
    received_at = Timestamptz(default=None, help_text="Server's clock.")
    addendum = Boolean(default=False, help_text="It came after a submission.")
    quarantine = Text(null=True, default=None, help_text="Why it is held; null once admitted.")
    dismissed = Boolean(default=False, help_text="A supervisor dismissed it.")
    struck_reason = Text(null=True, default=None, help_text="Why it was struck out.")
    struck_at = Timestamptz(null=True, default=None, help_text="When, server's clock.")
    scan_id = ForeignKey(
        references=Scan, null=True, default=None, help_text="Its bytes; null until stored."
    )
