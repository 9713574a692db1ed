"""Acts of the installation as a whole: its database was restored."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire

INSTALLATION_RECORD = UUID("00000000-0000-7000-8000-000000000001")
"""The only record of its kind. The id is the same in every database, so that two copies refer to
the same record."""

_Natural = Annotated[int, Meta(ge=0, le=2**53 - 1)]
_Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class InstallationAct(StrEnum):
    """What can happen to the installation."""

    LEDGER_RESTORED = "ledger.restored"


class KnownCheckpoint(Wire):
    """A signed checkpoint, as known when the restore was declared."""

    log_id: UUID | None
    """None in checkpoints from before logs had ids."""
    size: _Natural
    root: _Sha256
    made_at: datetime


class NumbersSkipped(Wire):
    """How far every sequence of numbers was advanced, because the lost part may have used these numbers."""

    of_officers: _Natural
    of_units: _Natural
    sequences: _Natural
    """How many sequences were advanced. One that begins later in these years begins after the gap."""
    years: list[int]


class ObjectsFound(Wire):
    """What the comparison of database and object store found."""

    without_rows: _Natural
    """Objects that no row names, after the adoption."""
    adopted: _Natural
    """Originals of photographs that an act announced, but whose bytes no row knew."""
    without_objects: _Natural
    """Photographs, papers and scans whose object is gone."""


class LedgerRestored(Wire):
    """The database is a copy of an earlier state. From this act on the log is another one."""

    reason: Annotated[str, Meta(min_length=3, max_length=2000)]
    operator: Annotated[str, Meta(min_length=1, max_length=200)]
    """The user who ran the command, by the operating system's name, and the host."""
    outside: KnownCheckpoint | None
    """The newest checkpoint of this log that is known outside the database."""
    other_logs: Annotated[list[KnownCheckpoint], Meta(max_length=100)]
    """The newest checkpoint of each other log that is known outside, but not in this ledger."""
    held: KnownCheckpoint | None
    """The newest checkpoint in the database."""
    entries: _Natural
    """Number of entries in the database, sealed or not, without this one."""
    lost: _Natural | None
    """Number of entries known to be lost, at least. Null if nothing outside tells."""
    forked: bool
    """A checkpoint outside belongs to another history than this ledger's."""
    log_before: UUID
    log_after: UUID
    epoch_before: UUID
    epoch_after: UUID
    era_before: _Natural
    era_after: _Natural
    system_before: Annotated[str, Meta(max_length=40)] | None
    system_after: Annotated[str, Meta(max_length=40)] | None
    """The cluster's own identifier, before and now. Null if it cannot be read."""
    numbers: NumbersSkipped
    objects: ObjectsFound | None
    """Null if the object store was not read."""


INSTALLATION_CONTENTS: dict[str, type[Wire]] = {InstallationAct.LEDGER_RESTORED: LedgerRestored}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
