"""Informations, the parties of whom they tell, and what they are linked to."""

from piccolo.columns import (
    UUID,
    Array,
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
from backend.force.tables.officers import Officer


class InformationRecord(UnitPath, Table, tablename="informations"):
    """One information, a fold of its acts. The unit is the one that handles it. Nothing here tells who informed."""

    id = UUID(primary_key=True, default=None, help_text="The record's id.")
    number = Text(default=None, help_text="In the register of its nature.")
    nature = Text(default=None, help_text="Of Nature: tip, denunciation or complaint.")
    source = Text(default=None, help_text="Of InformationSource.")
    channel = Text(default=None, help_text="Of Channel: how it came in.")
    state = Text(default=None, help_text="Of InformationState.")
    received_at = Timestamptz(default=None, help_text="When the force received it.")
    registered_at = Timestamptz(default=None, help_text="Server's clock.")
    registered_by = ForeignKey(references=Officer, null=False, default=None, help_text="By whom.")
    summary = Text(default=None, help_text="For the work, as an officer wrote it.")
    goods = Text(default=None, help_text="Which goods, in words.")
    urgent = Text(default="", help_text="Why it cannot wait; empty if it can.")
    fields = Array(Text(), default=None, help_text="Of Field.")
    address = Text(null=True, default=None, help_text="Where.")
    address_fold = Text(null=True, default=None, help_text="The same, as addresses are compared.")
    area_code = Text(null=True, default=None, help_text="Of the commune or province.")
    latitude_e7 = BigInt(null=True, default=None, help_text="In 1e-7 degree.")
    longitude_e7 = BigInt(null=True, default=None, help_text="In 1e-7 degree.")
    informant_secret = Boolean(default=None, help_text="Who informed must stay secret.")
    wants_answer = Boolean(default=None, help_text="They did not ask not to be told.")
    named_officers = Array(UUID(), default=None, help_text="Whom it is about: they never see it.")
    auditors_only = Boolean(default=None, help_text="For auditors of the nation alone.")
    verifiers = Array(UUID(), default=None, help_text="Who verifies it.")
    readers = Array(UUID(), default=None, help_text="Who sees it beside those of the unit.")
    result = Text(null=True, default=None, help_text="Of Result.")
    due_at = Timestamptz(null=True, default=None, help_text="End of the first limit that runs.")
    due_rule = Text(null=True, default=None, help_text="Of which rule.")
    near_at = Timestamptz(
        null=True, default=None, help_text="When next somebody is reminded of a limit."
    )
    suspended_on = Date(
        null=True, default=None, help_text="Since when its resolution stands still."
    )
    written_report_due = Boolean(default=None, help_text="The head is to be told in writing.")
    informant_to_tell = Boolean(default=None, help_text="There is no violation to be told of.")
    first_action_at = Timestamptz(null=True, default=None, help_text="Of the head.")
    concluded_at = Timestamptz(null=True, default=None, help_text="Since when nothing is to do.")
    merged_into = UUID(null=True, default=None, help_text="Into which it went up.")
    links = Integer(default=None, help_text="How many records it is linked to.")
    rule_set = Text(default=None, help_text="By which the law's limits are counted.")
    public_id = UUID(null=True, default=None, help_text="Its row in the inbox of the public form.")


class InformationSuspect(Table, tablename="information_suspects"):
    """A party of whom an information tells."""

    information_id = ForeignKey(
        references=InformationRecord,
        null=False,
        default=None,
        primary_key=True,
        help_text="Of which.",
    )
    place = Integer(default=None, primary_key=True, help_text="From 1, in the act's order.")
    subject_id = UUID(null=True, default=None, help_text="Of the register of parties.")
    name = Text(default=None, help_text="As named there.")
    name_fold = Text(default=None, help_text="As names are compared.")
    tax_code = Text(null=True, default=None, help_text="Tax code.")
    address_fold = Text(null=True, default=None, help_text="As addresses are compared.")


class InformationLink(Table, tablename="information_links"):
    """A record that an information is linked to."""

    information_id = ForeignKey(
        references=InformationRecord,
        null=False,
        default=None,
        primary_key=True,
        help_text="Of which.",
    )
    kind = Text(default=None, primary_key=True, help_text="Of Linked.")
    record_id = UUID(default=None, primary_key=True, help_text="Which record.")
    number = Text(default=None, help_text="Its number.")
    state = Text(null=True, default=None, help_text="Its state, as far as it was followed.")
    since = Timestamptz(default=None, help_text="Since when.")
