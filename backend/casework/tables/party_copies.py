"""Second codes, by which a party opens the full copy of its paper, and how they were used."""

from piccolo.columns import UUID, BigSerial, ForeignKey, SmallInt, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import ServerTime
from backend.force.tables.officers import Officer


class PartyCopy(Table, tablename="party_copies"):
    """One second code that was handed over with a copy. At most one of a paper is open."""

    id = UUID(primary_key=True, default=None, help_text="Of the handing over.")
    code = Text(default=None, help_text="The paper's public code.")
    record_id = UUID(default=None, help_text="The case or inspection whose paper it is.")
    secret_hash = Text(default=None, help_text="Argon2id of the second code.", secret=True)
    given_by = ForeignKey(references=Officer, null=False, default=None, help_text="By whom.")
    given_at = ServerTime(help_text="Server's clock.")
    expires_at = Timestamptz(default=None, help_text="90 days later.")
    wrong_tries = SmallInt(default=0, help_text="Five lock it.")
    ended_at = Timestamptz(null=True, default=None, help_text="When a newer code took its place.")
    asked = UUID(null=True, default=None, help_text="The request: a phone's repeat is known by it.")


class PartyCopyUse(Table, tablename="party_copy_uses"):
    """One use of a second code. Who used it is not kept: that its holder reads is nobody's business."""

    id = BigSerial(primary_key=True, help_text="Order.")
    copy_id = ForeignKey(references=PartyCopy, null=False, default=None, help_text="Which code.")
    what = Text(default=None, help_text="opened, file or wrong.")
    file_name = Text(null=True, default=None, help_text="The file that was fetched.")
    at = ServerTime(help_text="Server's clock.")


class PartyCopyHandover(Table, tablename="party_copy_handovers"):
    """That a copy was handed over, on the word of the officer who did it. Append-only."""

    id = UUID(primary_key=True, default=None, help_text="Made by the phone or the desk.")
    code = Text(default=None, help_text="The paper's public code.")
    record_id = UUID(default=None, help_text="The case or inspection whose paper it is.")
    copy_id = ForeignKey(
        references=PartyCopy, null=True, default=None, help_text="Its second code."
    )
    way = Text(default=None, help_text="screen, slip_58, slip_80 or a4.")
    receiver = Text(default=None, help_text="Who took it, as typed.")
    appointment_at = Timestamptz(null=True, default=None, help_text="When the party is to come.")
    appointment_place = Text(null=True, default=None, help_text="And where.")
    handed_by = ForeignKey(references=Officer, null=False, default=None, help_text="By whom.")
    handed_at = Timestamptz(default=None, help_text="Maker's clock.")
    received_at = ServerTime(help_text="Server's clock.")
