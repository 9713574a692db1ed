"""Cases as listed and searched, written from the ledger in the transaction of each act."""

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

from backend.core.tables.columns import ServerTime, UnitPath
from backend.fieldwork.tables.inspections import Inspection
from backend.force.tables.officers import Officer
from backend.force.tables.scans import Scan
from backend.force.tables.units import Unit
from backend.parties.tables.parties import Subject
from schemas.casework.words import CaseOfficerRole, CaseState, ExhibitState


class Case(UnitPath, Table, tablename="cases"):
    """One case (vụ việc) in its present state: read by lists, searches and the scope filter."""

    id = UUID(primary_key=True, default=None, help_text="Made with its first act.")
    number = Text(default=None, unique=True, help_text="Of the case, unique for ever.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Whose case it is.")
    state = Text(default=None, choices=CaseState, help_text="The fold over its acts.")
    rule_set = Text(default=None, help_text="Day whose rules it is handled under.")
    opened_at = Timestamptz(default=None, help_text="Of its first act, server's clock.")
    updated_at = Timestamptz(default=None, help_text="Of its last act, server's clock.")
    lead_id = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who answers for it."
    )
    inspection_id = ForeignKey(
        references=Inspection, null=True, default=None, help_text="Its inspection."
    )
    subject_id = ForeignKey(
        references=Subject, null=True, default=None, help_text="In the register."
    )
    subject_name = Text(null=True, default=None, help_text="As the case names the party.")
    subject_fold = Text(null=True, default=None, help_text="The name without case and diacritics.")
    subject_tax_code = Text(null=True, default=None, help_text="Digits and hyphen.")
    subject_identity = Text(null=True, default=None, help_text="Citizen number or what was before.")
    subject_address = Text(null=True, default=None, help_text="As the case names it.")
    subject_address_fold = Text(null=True, default=None, help_text="Without case and diacritics.")
    behaviours = JSONB(default="[]", help_text="Codes of the catalogue in the violation minutes.")
    recorded_at = Timestamptz(
        null=True, default=None, help_text="When the violation minutes were made."
    )
    sanctioned_on = Date(null=True, default=None, help_text="Day of the sanction decision.")
    decision_number = Text(null=True, default=None, help_text="Of the sanction decision.")
    only_warned = Boolean(
        default=False, help_text="The sanction is a warning, and nothing besides."
    )
    fine_total_vnd = BigInt(default=0, help_text="As decided, less what was reduced, in đồng.")
    paid_total_vnd = BigInt(default=0, help_text="Of the fine, in đồng.")
    exhibits_held = Integer(default=0, help_text="Exhibits whose end is not decided.")
    executed_at = Date(null=True, default=None, help_text="Day on which everything was done.")
    lapsed_on = Date(
        null=True, default=None, help_text="Day from which its execution is time-barred."
    )
    archived_at = Date(null=True, default=None, help_text="Day on which the file was closed.")
    sheets = Integer(default=0, help_text="Last sheet number (bút lục).")


class CaseOfficer(Table, tablename="case_officers"):
    """An officer of a case, who may therefore see it."""

    case_id = ForeignKey(
        references=Case, null=False, default=None, primary_key=True, help_text="Which case."
    )
    officer_id = ForeignKey(
        references=Officer, null=False, default=None, primary_key=True, help_text="Who."
    )
    role = Text(default=None, choices=CaseOfficerRole, help_text="What he does in it.")


class Exhibit(Table, tablename="exhibits"):
    """A thing that was seized, and where it is now."""

    id = UUID(primary_key=True, default=None, help_text="Made with the list.")
    case_id = ForeignKey(references=Case, null=False, default=None, help_text="Of which case.")
    position = Integer(default=None, help_text="Its line on the list.")
    state = Text(default=None, choices=ExhibitState, help_text="What became of it.")
    content = JSONB(default=None, help_text="As it was listed.")
    keeper = Text(default=None, help_text="Who keeps it now.")
    place = Text(default=None, help_text="Where it is now.")
    seal = Text(null=True, default=None, help_text="Number of the seal on it now.")
    seized_at = Timestamptz(default=None, help_text="By the minutes.")
    until = Date(null=True, default=None, help_text="Last day of the seizure, once decided.")


class CaseSheet(Table, tablename="case_sheets"):
    """One paper on the contents list of the file, numbered once. Append-only."""

    case_id = ForeignKey(
        references=Case, null=False, default=None, primary_key=True, help_text="Which case."
    )
    first_sheet = Integer(default=None, primary_key=True, help_text="Bút lục of its first sheet.")
    last_sheet = Integer(default=None, help_text="Of its last.")
    title = Text(default=None, help_text="What it is.")
    number = Text(null=True, default=None, help_text="Number and symbol, where it has any.")
    issued_on = Date(null=True, default=None, help_text="Its day.")
    document_id = UUID(null=True, default=None, help_text="Where it is a paper of ours.")
    act_id = UUID(default=None, help_text="The act by which it joined the file.")
    filed_at = Timestamptz(default=None, help_text="Server's clock.")
    kind = Text(null=True, default=None, help_text="What a filed document is.")
    file_id = ForeignKey(
        references=Scan, null=True, default=None, help_text="Its file, where one was filed."
    )
    inspection_paper = Text(
        null=True, default=None, help_text="decision or minutes, of the case's inspection."
    )


class CaseReceipt(Table, tablename="case_receipts"):
    """A receipt that a payment names. Append-only."""

    case_id = ForeignKey(
        references=Case, null=False, default=None, primary_key=True, help_text="Which case."
    )
    payment_id = UUID(default=None, primary_key=True, help_text="The payment's id.")
    number_fold = Text(default=None, help_text="Its number as receipts are compared.")
    paid_on = Date(default=None, help_text="Its day.")


class CaseInformant(Table, tablename="case_informants"):
    """The encrypted name of an informant. Append-only."""

    case_id = ForeignKey(
        references=Case, null=False, default=None, primary_key=True, help_text="Which case."
    )
    sealed = Bytea(
        default=None, help_text="AES-256-GCM under the server's key; the case's id is bound in."
    )
    entered_by = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who took it in."
    )
    entered_at = ServerTime(help_text="Server's clock.")
