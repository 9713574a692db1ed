"""Papers of the desk about an inspection's decision, in their present state."""

from piccolo.columns import JSONB, UUID, BigInt, Date, ForeignKey, Integer, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import ServerTime, UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.scans import Scan
from backend.force.tables.units import Unit
from schemas.fieldwork.words import PaperState


class DecisionPaper(UnitPath, Table, tablename="decision_papers"):
    """A paper about a decision. The fields of every earlier draft are in the ledger."""

    id = UUID(primary_key=True, default=None, help_text="Made with its first draft.")
    inspection_id = UUID(
        default=None, help_text="Whose record it is in; the inspection may not exist yet."
    )
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Who drafted it.")
    form = Text(default=None, help_text="E.g. QĐ-KT.")
    form_version = Integer(default=None, help_text="Version of the form.")
    state = Text(default=None, choices=PaperState, help_text="The fold over its acts.")
    fields = JSONB(default=None, help_text="Of the draft in force.")
    fields_hash = Text(default=None, help_text="SHA-256 of their RFC 8785 form, hex.")
    order = JSONB(null=True, default=None, help_text="What a decision was filled from.")
    change = JSONB(null=True, default=None, help_text="What one that changes it was filled from.")
    plan = JSONB(null=True, default=None, help_text="What a plan before it was filled from.")
    emergency = JSONB(null=True, default=None, help_text="Why a decision had no plan before it.")
    subject_name = Text(default=None, help_text="The inspected party, for lists.")
    place = Text(default=None, help_text="Where the inspection is, for lists.")
    drafted_by = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who drafted last."
    )
    drafted_at = Timestamptz(default=None, help_text="Of the first draft, server's clock.")
    number = Text(null=True, default=None, help_text="Number and symbol.")
    issued_on = Date(null=True, default=None, help_text="The day on the paper.")
    issued_at = Timestamptz(null=True, default=None, help_text="When it was signed or printed.")
    issued_by = ForeignKey(references=Officer, null=True, default=None, help_text="Who signed.")
    issuer_name = Text(null=True, default=None, help_text="As on the paper.")
    issuer_title = Text(null=True, default=None, help_text="As on the paper.")
    code = Text(null=True, default=None, unique=True, help_text="Public, of /verify/<code>.")
    sha256 = Text(null=True, default=None, help_text="Of the PDF, hex.")
    size = BigInt(null=True, default=None, help_text="Of the PDF, bytes.")
    pages = Integer(null=True, default=None, help_text="Of the PDF.")
    object_key = Text(null=True, default=None, help_text="Of the PDF in the object store.")
    version_id = Text(null=True, default=None, help_text="Of the object, once read again.")
    protected_at = Timestamptz(
        null=True, default=None, help_text="When it was locked in the store."
    )
    signature_level = Text(null=True, default=None, help_text="PAdES level; null if by hand.")
    scan_id = ForeignKey(
        references=Scan, null=True, default=None, help_text="The scan that stands for the sheet."
    )
    scanned_by = ForeignKey(references=Officer, null=True, default=None, help_text="Who sent it.")
    scanned_at = Timestamptz(null=True, default=None, help_text="When it came.")
    compared_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who compared it last."
    )
    compared_at = Timestamptz(null=True, default=None, help_text="When.")
    compared_note = Text(null=True, default=None, help_text="How scan and print differed.")
    former_names = Text(
        null=True, default=None, help_text="On the sheet, not on the team; one a line."
    )
    sealed_id = ForeignKey(
        references=Scan, null=True, default=None, help_text="The file with the agency's seal."
    )
    sealed_sha256 = Text(null=True, default=None, help_text="Of that file, hex.")
    sealed_at = Timestamptz(null=True, default=None, help_text="The time in the seal's signature.")
    sealed_by = ForeignKey(references=Officer, null=True, default=None, help_text="Which clerk.")
    seal_name = Text(null=True, default=None, help_text="Whom the agency's certificate names.")
    seal_level = Text(null=True, default=None, help_text="PAdES level of the seal.")
    updated_at = Timestamptz(default=None, help_text="Last act about it, server's clock.")


class DecisionDispatch(Table, tablename="decision_dispatches"):
    """One dispatch of a paper about a decision. A paper may go out more than once, to further recipients."""

    act_id = UUID(primary_key=True, default=None, help_text="paper.dispatched.")
    document_id = ForeignKey(references=DecisionPaper, null=False, default=None, help_text="Which.")
    sent_on = Date(default=None, help_text="Day in Vietnam.")
    manner = Text(default=None, help_text="direct, post or electronic.")
    recipients = Text(default=None, help_text="One a line, as the clerk wrote them.")
    copies = Integer(default=None, help_text="How many copies went out.")
    note = Text(null=True, default=None, help_text="E.g. the number of the registered letter.")
    dispatched_by = ForeignKey(references=Officer, null=False, default=None, help_text="By whom.")
    dispatched_at = ServerTime(help_text="Server's clock.")
