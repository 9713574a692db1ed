"""Piccolo tables of parties that may be one, of merges, and of records that are another's since a merge was undone."""

from piccolo.columns import JSONB, UUID, ForeignKey, SmallInt, Text, Timestamptz
from piccolo.table import Table

from backend.force.tables.officers import Officer
from backend.parties.tables.parties import Subject


class PartyPair(Table, tablename="party_pairs"):
    """Two parties that may be one. `one_id` is the smaller id, so that a pair is there once."""

    one_id = ForeignKey(
        references=Subject, null=False, default=None, primary_key=True, help_text="The smaller id."
    )
    other_id = ForeignKey(
        references=Subject, null=False, default=None, primary_key=True, help_text="The greater id."
    )
    unit_1 = UUID(default=None, help_text="The nation.")
    unit_2 = UUID(null=True, default=None, help_text="The department of both; null: two.")
    weight = SmallInt(default=None, help_text="Sum of the reasons, in hundredths.")
    reasons = JSONB(default=None, help_text="Each reason with its weight.")
    state = Text(default="open", help_text="open, apart, asked or merged.")
    found_at = Timestamptz(default=None, help_text="When they were compared last.")
    apart_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who told them apart."
    )
    apart_at = Timestamptz(null=True, default=None, help_text="When.")
    apart_reason = Text(null=True, default=None, help_text="Why.")


class PartyMerge(Table, tablename="party_merges"):
    """A merge from its asking on."""

    ask_id = UUID(primary_key=True, default=None, help_text="The act that asked.")
    party_id = ForeignKey(references=Subject, null=False, default=None, help_text="Which stays.")
    other_id = ForeignKey(references=Subject, null=False, default=None, help_text="Which goes.")
    party = JSONB(default=None, help_text="PartyDetails of the one that stays, after the merge.")
    before = JSONB(default=None, help_text="PartyDetails of it when the merge was asked for.")
    stays = Text(default=None, help_text="Mark of what was known of the one that stays.")
    goes = Text(default=None, help_text="Mark of what was known of the other.")
    reason = Text(default=None, help_text="Why it was asked for.")
    asked_by = ForeignKey(references=Officer, null=False, default=None, help_text="First person.")
    asked_at = Timestamptz(default=None, help_text="Server's clock.")
    state = Text(default=None, help_text="asked, merged, declined, undone or lapsed.")
    decided_by = ForeignKey(references=Officer, null=True, default=None, help_text="Second person.")
    decided_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    decided_reason = Text(null=True, default=None, help_text="Why it was declined.")
    undone_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who parted them."
    )
    undone_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    undone_reason = Text(null=True, default=None, help_text="Why.")


class PartyRecordOfOther(Table, tablename="party_records_of_other"):
    """An inspection or a case that names one party and is another's, since a merge was undone."""

    record_id = UUID(primary_key=True, default=None, help_text="Which record.")
    party_id = ForeignKey(references=Subject, null=False, default=None, help_text="Whose it is.")
