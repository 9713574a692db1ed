"""The ledger: what happened, in order, never changed. See docs/ledger/evidence.md.

UPDATE, DELETE and TRUNCATE are granted to nobody on these tables, and triggers refuse them even to
the owner. The columns hold ids without foreign keys on purpose: an entry must be complete by
itself.
"""

from piccolo.columns import (
    JSONB,
    UUID,
    BigInt,
    BigSerial,
    Boolean,
    Bytea,
    Integer,
    Text,
    Timestamptz,
)
from piccolo.table import Table

from backend.core.tables.columns import ServerTime, TransactionId


class LedgerHead(Table, tablename="ledger_heads"):
    """The last entry of each record.

    Its row lock puts a record's acts in order. A trigger makes sure that its number goes up by one
    at a time.
    """

    record_id = UUID(primary_key=True, default=None, help_text="E.g. the inspection's id.")
    record_kind = Text(default=None, help_text="inspection, officer, unit or device.")
    last_number = BigInt(default=None, help_text="Number of the last entry, from 1.")
    last_hash = Bytea(default=None, help_text="entry_hash of the last entry, 32 bytes.")


class LedgerEntry(Table, tablename="ledger_entries"):
    """One act that was accepted, with its place in its record's chain and its receipt."""

    entry_id = BigSerial(help_text="Order of insertion, which is the order of sealing.")
    record_id = UUID(primary_key=True, default=None, help_text="To which record.")
    number = BigInt(primary_key=True, default=None, help_text="In that record, from 1, no gap.")
    record_kind = Text(default=None, help_text="inspection, officer, unit or device.")
    act_id = UUID(default=None, unique=True, help_text="Made by the act's maker, UUIDv7.")
    act_type = Text(default=None, help_text="E.g. photo.taken.")
    officer_id = UUID(default=None, help_text="Who made the act.")
    device_id = UUID(null=True, default=None, help_text="On which phone; null from desk or job.")
    seq = BigInt(null=True, default=None, help_text="In that phone's log of that officer, from 1.")
    session_id = UUID(null=True, default=None, help_text="The sign-in that brought it.")
    made_at = Timestamptz(default=None, help_text="The maker's clock, as stated: never trusted.")
    received_at = Timestamptz(default=None, help_text="The server's clock: in the receipt.")
    act = Text(default=None, help_text="RFC 8785 form of the whole act as it came, with signature.")
    act_hash = Bytea(default=None, help_text="SHA-256 of `act`.")
    previous_hash = Bytea(
        null=True, default=None, help_text="entry_hash before; null for number 1."
    )
    entry_hash = Bytea(
        default=None,
        help_text="SHA-256 of the RFC 8785 form of {act_hash, record_id, number, previous_hash, "
        "received_at}.",
    )
    key_id = Text(default=None, help_text="The server key that signed the receipt.")
    receipt_signature = Bytea(default=None, help_text="Ed25519, 64 bytes (RFC 8032).")
    quarantine = Text(
        null=True, default=None, help_text="Code; null where the act took effect when it came."
    )
    verdicts = JSONB(
        default="{}",
        help_text="What was checked of signature, sequence, clock: {question: answer}.",
    )
    xid = TransactionId(help_text="Given by the database; compared with nothing after a restore.")


class RefusedAct(Table, tablename="refused_acts"):
    """An act that changed nothing.

    It is kept with its reason, because nothing that an officer sent is lost.
    """

    id = BigSerial(primary_key=True, help_text="Order of refusal.")
    act_id = UUID(null=True, default=None, help_text="As stated; null where it was unreadable.")
    record_id = UUID(null=True, default=None, help_text="As stated.")
    act_type = Text(null=True, default=None, help_text="As stated.")
    officer_id = UUID(default=None, help_text="Who brought it, by his token.")
    device_id = UUID(null=True, default=None, help_text="The phone that brought it.")
    seq = BigInt(null=True, default=None, help_text="As stated.")
    act = Text(default=None, help_text="As it came.")
    act_hash = Bytea(
        default=None, help_text="SHA-256; with the code unique, so repeats add nothing."
    )
    code = Text(default=None, help_text="Stable problem code.")
    received_at = ServerTime(help_text="Server's clock.")


class UnsealedEntry(Table, tablename="ledger_unsealed"):
    """An entry that waits to be sealed.

    Triggers insert it with the entry and delete it with its leaf. Nobody can delete it before.
    """

    record_id = UUID(primary_key=True, default=None, help_text="With number: which entry.")
    number = BigInt(primary_key=True, default=None, help_text="With record_id: which entry.")
    entry_id = BigInt(default=None, help_text="The entry's: the order of sealing.")
    entry_hash = Bytea(default=None, help_text="As it came; the leaf is made of this.")
    received_at = Timestamptz(default=None, help_text="Server's clock: how long it waits.")


class LedgerLeaf(Table, tablename="ledger_leaves"):
    """A sealed entry's place in the one Merkle tree over all records (RFC 6962)."""

    position = BigInt(primary_key=True, default=None, help_text="From 0, without gaps.")
    record_id = UUID(default=None, help_text="With number: which entry.")
    number = BigInt(default=None, help_text="With record_id: which entry.")
    entry_hash = Bytea(default=None, help_text="What the leaf is made of, 32 bytes.")


class LedgerCheckpoint(Table, tablename="ledger_checkpoints"):
    """A signed statement of the tree's size and root at a time."""

    size = BigInt(primary_key=True, default=None, help_text="Number of leaves under the root.")
    root = Bytea(default=None, help_text="RFC 6962 tree head, 32 bytes.")
    frontier = Bytea(
        default=None, help_text="Roots of the perfect subtrees, left to right, 32 bytes each."
    )
    bound_xid = TransactionId(help_text="Of checkpoints made before there was a queue; else 0.")
    previous_root = Bytea(null=True, default=None, help_text="Of the checkpoint before.")
    made_at = Timestamptz(default=None, help_text="Server's clock, part of what is signed.")
    key_id = Text(default=None, help_text="The server key that signed.")
    signature = Bytea(default=None, help_text="Ed25519, 64 bytes.")
    log_id = UUID(
        null=True, default=None, help_text="Of which log, signed with it; null before logs had ids."
    )


class LedgerLog(Table, tablename="ledger_logs"):
    """One log of the ledger: the first, or one begun by a restore.

    Written by the act `ledger.restored` alone.
    """

    era = Integer(primary_key=True, default=None, help_text="1 for the first.")
    log_id = UUID(default=None, help_text="What its checkpoints bear.")
    epoch = UUID(default=None, help_text="What phones were told then.")
    began_at = ServerTime(help_text="Server's clock.")
    from_size = BigInt(
        default=0, help_text="Leaves when it began: so far it is the log before it, and no further."
    )
    after_entry = BigInt(
        default=0, help_text="entry_id: later entries bear transaction ids of this cluster."
    )
    system_identifier = Text(
        null=True, default=None, help_text="Of the cluster; null where it may not be asked."
    )
    told = JSONB(default="[]", help_text="Checkpoints outside known then: [{log_id, size}].")
    act_id = UUID(null=True, default=None, help_text="ledger.restored; null for the first.")


class LedgerOutside(Table, tablename="ledger_outside"):
    """What a worker found when it last looked at the checkpoints kept outside this installation.

    One row.
    """

    only_row = Boolean(primary_key=True, default=True, help_text="Always true: the one row.")
    log_id = UUID(default=None, help_text="Of the log that went on here then.")
    size = BigInt(default=None, help_text="Of the newest checkpoint that is outside.")
    looked_at = Timestamptz(default=None, help_text="Server's clock.")
    fault = Text(null=True, default=None, help_text="newer, forked or other_log; null: none.")
    found_size = BigInt(null=True, default=None, help_text="Of the checkpoint that does not fit.")
    found_log = UUID(null=True, default=None, help_text="Its log.")
