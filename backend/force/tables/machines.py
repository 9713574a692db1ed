"""Accounts of machines: other systems that read sums and published law, with their keys and their use."""

from piccolo.columns import (
    UUID,
    Array,
    Bytea,
    Date,
    DoublePrecision,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
)
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit


class MachineAccount(UnitPath, Table, tablename="machine_accounts"):
    """One account: the fold of its acts, which stand in the record of its unit."""

    id = UUID(primary_key=True, default=None, help_text="Made by the server; in the acts.")
    unit_id = ForeignKey(
        references=Unit, null=False, default=None, help_text="Whose figures, with those below."
    )
    name = Text(default=None, help_text="Of the other system.")
    purpose = Text(default=None, help_text="What it reads for.")
    owner_id = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who answers for it."
    )
    owner_left_at = Timestamptz(
        null=True,
        default=None,
        help_text="Since when that officer serves elsewhere, or not at all.",
    )
    permissions = Array(Text(), default=None, help_text="figures, catalogue.")
    networks = Array(Text(), default=None, help_text="CIDR: from where it may ask.")
    expires_on = Date(default=None, help_text="First day on which it opens nothing.")
    state = Text(default="asked", help_text="asked, confirmed, declined or revoked.")
    asked_by = ForeignKey(references=Officer, null=False, default=None, help_text="By whom.")
    asked_at = Timestamptz(default=None, help_text="Server's clock.")
    answered_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who confirmed or declined it."
    )
    answered_at = Timestamptz(null=True, default=None, help_text="When.")
    revoked_at = Timestamptz(null=True, default=None, help_text="All its keys are dead from then.")
    last_used_at = Timestamptz(
        null=True, default=None, help_text="Its last request that was let in."
    )


class MachineKey(Table, tablename="machine_keys"):
    """One key of an account, known by its hash alone."""

    id = UUID(primary_key=True, default=None, help_text="In the act machine.key_made.")
    account_id = ForeignKey(references=MachineAccount, null=False, default=None, help_text="Whose.")
    key_hash = Bytea(default=None, help_text="SHA-256 of the key, which has 256 random bits.")
    ending = Text(default=None, help_text="Its last letters, to tell keys apart.")
    made_by = ForeignKey(references=Officer, null=False, default=None, help_text="By whom.")
    made_at = Timestamptz(default=None, help_text="Server's clock.")
    valid_until = Timestamptz(
        null=True, default=None, help_text="Set when a later key was made; null: as the account."
    )
    last_used_at = Timestamptz(null=True, default=None, help_text="Its last request.")


class MachineDay(Table, tablename="machine_days"):
    """How often an account read something on one day."""

    account_id = ForeignKey(
        references=MachineAccount, null=False, default=None, primary_key=True, help_text="Which."
    )
    day = Date(default=None, primary_key=True, help_text="Vietnamese day.")
    permission = Text(default=None, primary_key=True, help_text="What it read; health too.")
    uses = Integer(default=None, help_text="Requests that were let in.")


class MachineTurn(Table, tablename="machine_turns"):
    """The turns that an account has left. Unlogged."""

    account_id = UUID(primary_key=True, default=None, help_text="Which account.")
    tokens = DoublePrecision(default=None, help_text="Turns that were left at that moment.")
    at = Timestamptz(default=None, help_text="When the last turn was taken.")
