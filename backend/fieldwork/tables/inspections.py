"""Read tables of inspections, folded from the ledger in the transaction of each act."""

from piccolo.columns import (
    JSONB,
    UUID,
    BigInt,
    Boolean,
    ForeignKey,
    Integer,
    SmallInt,
    Text,
    Timestamptz,
)
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit
from backend.parties.tables.parties import Subject
from schemas.fieldwork.words import InspectionState, PlaceSource, SignerRole


class Inspection(UnitPath, Table, tablename="inspections"):
    """The present state of one inspection, as lists and pages read it. `verify` rebuilds it."""

    id = UUID(primary_key=True, default=None, help_text="Made with its decision, before any phone.")
    unit_id = ForeignKey(
        references=Unit, null=False, default=None, help_text="The unit that inspects."
    )
    state = Text(default=None, choices=InspectionState, help_text="The fold over its acts.")
    decision_id = UUID(default=None, unique=True, help_text="Act decision.issued's document.")
    decision_number = Text(default=None, help_text="As on the paper, e.g. 0012/QĐ-KT.")
    subject_id = ForeignKey(
        references=Subject, null=True, default=None, help_text="In the register, where it is."
    )
    subject_name = Text(default=None, help_text="As the decision names it; searched.")
    subject_address = Text(default=None, help_text="As the decision names it.")
    leader_id = ForeignKey(
        references=Officer, null=False, default=None, help_text="Trưởng Đoàn kiểm tra."
    )
    decision = JSONB(
        default=None, help_text="Content of decision.issued, as amended and extended since."
    )
    issued_by = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who issued the decision."
    )
    issued_at = Timestamptz(default=None, help_text="Server's clock.")
    opened_at = Timestamptz(
        null=True, default=None, help_text="When it took effect, server's clock."
    )
    announced_at = Timestamptz(null=True, default=None, help_text="The announcing phone's clock.")
    minutes_id = UUID(null=True, default=None, help_text="Act of the minutes in force.")
    revision = Text(null=True, default=None, help_text="Hash of the submitted revision, hex.")
    revision_count = SmallInt(default=0, help_text="How often it was submitted.")
    submitted_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="He never decides on it himself."
    )
    submitted_at = Timestamptz(null=True, default=None, help_text="Of the last submission.")
    decided_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who ruled on it last."
    )
    decided_at = Timestamptz(null=True, default=None, help_text="When he did, server's clock.")
    no_case_since = Timestamptz(
        null=True,
        default=None,
        help_text="Approved then, its minutes naming violations; null unless no case is of it.",
    )
    discarded_at = Timestamptz(
        null=True, default=None, help_text="Phone's clock; null unless discarded now."
    )
    discarded_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who of the team gave it up."
    )
    discard_reason = Text(null=True, default=None, help_text="In his words.")
    minutes_flow = SmallInt(default=1, help_text="2: a draft before, a file after; 1: the older.")
    minutes_owner = ForeignKey(
        references=Officer, null=True, default=None, help_text="Whom the leader named; null: him."
    )
    file_status = Text(
        null=True,
        default=None,
        help_text="The ruling on the file; null before it, or in the older flow.",
    )
    draft_since = Timestamptz(
        null=True, default=None, help_text="Since when a draft waits for an opinion."
    )
    withdrawn_at = Timestamptz(
        null=True, default=None, help_text="When its decision was taken back, server's clock."
    )
    withdrawn_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who took it back."
    )
    withdrawn_reason = Text(null=True, default=None, help_text="In his words.")
    photo_count = Integer(default=0, help_text="In force: neither withdrawn nor quarantined.")
    missing_count = Integer(default=0, help_text="Of those, announced but not yet stored.")
    quarantine_count = Integer(default=0, help_text="Acts waiting to be admitted or dismissed.")
    updated_at = Timestamptz(
        default=None, help_text="Last act, server's clock; in no index, so that an act moves none."
    )


class InspectionTeamMember(Table, tablename="inspection_team"):
    """A member of the team that the decision names, who may work on the inspection from a phone."""

    inspection_id = ForeignKey(
        references=Inspection,
        null=False,
        default=None,
        primary_key=True,
        help_text="Of which inspection.",
    )
    officer_id = ForeignKey(
        references=Officer, null=False, default=None, primary_key=True, help_text="A member."
    )
    is_leader = Boolean(default=None, help_text="Exactly one of a team.")


class Place(Table, tablename="places"):
    """A position fix (place.fixed). Append-only."""

    act_id = UUID(primary_key=True, default=None, help_text="Its act.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    officer_id = UUID(default=None, help_text="Whose phone measured.")
    latitude_e7 = Integer(default=None, help_text="WGS 84, 1e-7 degree.")
    longitude_e7 = Integer(default=None, help_text="WGS 84, 1e-7 degree.")
    accuracy_mm = BigInt(default=None, help_text="Radius in mm that the phone claims.")
    altitude_mm = BigInt(null=True, default=None, help_text="Above the WGS 84 ellipsoid, in mm.")
    source = Text(default=None, choices=PlaceSource, help_text="How it was found.")
    fixed_at = Timestamptz(default=None, help_text="When it was measured, phone's clock.")
    mocked = Boolean(null=True, default=None, help_text="Null where the platform does not tell.")
    made_at = Timestamptz(default=None, help_text="When the act was made, phone's clock.")


class Minutes(Table, tablename="minutes"):
    """One writing of the minutes (minutes.written); a correction is a new row. Append-only."""

    act_id = UUID(primary_key=True, default=None, help_text="Its act.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    number = BigInt(default=None, help_text="Entry number in the record: order of writing.")
    officer_id = UUID(default=None, help_text="Who wrote.")
    form = Text(default=None, help_text="E.g. BB-KT.")
    form_version = Integer(default=None, help_text="Whose JSON Schema the fields satisfy.")
    fields = JSONB(default=None, help_text="The filled form.")
    made_at = Timestamptz(default=None, help_text="Phone's clock.")
    received_at = Timestamptz(default=None, help_text="Server's clock.")


class MinutesNumber(Table, tablename="minutes_numbers"):
    """The number of one writing of the minutes (minutes.numbered). Append-only."""

    act_id = UUID(primary_key=True, default=None, help_text="Its act.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    minutes_id = UUID(default=None, unique=True, help_text="Act of the minutes that bear it.")
    officer_id = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who wrote them, and gave it."
    )
    number_text = Text(default=None, help_text="As the paper shows it.")
    numbered_at = Timestamptz(default=None, help_text="Phone's clock.")


class Signature(Table, tablename="signatures"):
    """A hand signature under certain minutes, or the refusal to sign. Append-only."""

    act_id = UUID(primary_key=True, default=None, help_text="Its act.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    minutes_id = UUID(default=None, help_text="The minutes it stands under, and no others.")
    officer_id = UUID(default=None, help_text="On whose phone it was given.")
    role = Text(default=None, choices=SignerRole, help_text="In what capacity.")
    name = Text(default=None, help_text="Who signed or refused.")
    drawing = JSONB(null=True, default=None, help_text="Strokes of [x, y, ms], integers.")
    refusal = JSONB(null=True, default=None, help_text="Reason and witness; null where signed.")
    made_at = Timestamptz(default=None, help_text="Phone's clock.")
