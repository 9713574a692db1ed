"""Papers made on site besides the inspection minutes: violation, seizure and sealing minutes."""

from piccolo.columns import JSONB, UUID, BigInt, ForeignKey, Integer, SmallInt, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.fieldwork.tables.inspections import Inspection
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit
from schemas.fieldwork.words import PaperSigner


class FieldDocument(UnitPath, Table, tablename="field_documents"):
    """The present content of a paper: its writing in force, and its number once it has one."""

    document_id = UUID(primary_key=True, default=None, help_text="Made on the phone.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    unit_id = ForeignKey(
        references=Unit, null=False, default=None, help_text="The unit that inspects."
    )
    form = Text(default=None, help_text="MBB01, MBB15 or MBB26.")
    form_version = Integer(default=None, help_text="Whose JSON Schema the fields satisfy.")
    fields = JSONB(default=None, help_text="The filled form, as in the writing in force.")
    written_id = UUID(default=None, help_text="Act of the writing in force.")
    officer_id = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who wrote it last."
    )
    written_at = Timestamptz(default=None, help_text="When, phone's clock.")
    number_act = UUID(null=True, default=None, help_text="Act of its number; closed from then on.")
    number_text = Text(null=True, default=None, help_text="As the paper shows it.")
    number = Integer(null=True, default=None, help_text="Within its block and year.")
    number_year = SmallInt(null=True, default=None, help_text="Year of the sequence.")
    block_id = UUID(null=True, default=None, help_text="The reserved block it was taken from.")
    numbered_at = Timestamptz(null=True, default=None, help_text="Phone's clock.")
    updated_at = Timestamptz(default=None, help_text="Last act about it, server's clock.")


class DocumentWriting(Table, tablename="document_writings"):
    """One writing of a paper (document.written). Append-only."""

    act_id = UUID(primary_key=True, default=None, help_text="Its act.")
    document_id = UUID(default=None, help_text="Of which paper.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    number = BigInt(default=None, help_text="Entry number in the record: order of writing.")
    officer_id = UUID(default=None, help_text="Who wrote.")
    form = Text(default=None, help_text="MBB01, MBB15 or MBB26.")
    form_version = Integer(default=None, help_text="Whose JSON Schema the fields satisfy.")
    fields = JSONB(default=None, help_text="The filled form.")
    made_at = Timestamptz(default=None, help_text="Phone's clock.")
    received_at = Timestamptz(default=None, help_text="Server's clock.")


class DocumentSignature(Table, tablename="document_signatures"):
    """A hand signature under one writing of a paper, or the refusal to sign. Append-only."""

    act_id = UUID(primary_key=True, default=None, help_text="Its act.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    written_id = UUID(default=None, help_text="The writing it stands under, and no other.")
    officer_id = UUID(default=None, help_text="On whose phone it was given.")
    role = Text(default=None, choices=PaperSigner, help_text="In what capacity.")
    name = Text(default=None, help_text="Who signed or refused.")
    drawing = JSONB(null=True, default=None, help_text="Strokes of [x, y, ms], integers.")
    refusal = JSONB(null=True, default=None, help_text="Reason and witness; null where signed.")
    made_at = Timestamptz(default=None, help_text="Phone's clock.")


class SitePaperCode(Table, tablename="site_paper_codes"):
    """The public code of a numbered paper or of numbered minutes. Append-only."""

    code = Text(primary_key=True, default=None, help_text="Seven groups of four.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    act_id = UUID(
        default=None, unique=True, help_text="Act of the number; the code follows from it."
    )
