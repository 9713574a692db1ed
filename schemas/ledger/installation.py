"""What can happen to the installation as a whole: its database was restored."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire

INSTALLATION_RECORD = UUID("00000000-0000-7000-8000-000000000001")
"""The one record of its kind: the same in every database, so that two copies are seen to speak of the same thing."""

_Natural = Annotated[int, Meta(ge=0, le=2**53 - 1)]
_Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class InstallationAct(StrEnum):
    """What can happen to the installation."""

    LEDGER_RESTORED = "ledger.restored"


class KnownCheckpoint(Wire):
    """A signed checkpoint, as it was known when the restore was declared."""

    log_id: UUID | None
    """None in checkpoints from before logs had ids."""
    size: _Natural
    root: _Sha256
    made_at: datetime


class NumbersSkipped(Wire):
    """So far every sequence of numbers jumped: the lost part may have given these away."""

    of_officers: _Natural
    of_units: _Natural
    sequences: _Natural
    """Sequences that jumped; one that begins later in these years begins behind the jump."""
    years: list[int]


class ObjectsFound(Wire):
    """What the comparison of database and object store found."""

    without_rows: _Natural
    """Objects that no row names, after the adoption."""
    adopted: _Natural
    """Originals of photographs that an act announced and whose bytes no row knew."""
    without_objects: _Natural
    """Photographs, papers and scans whose object is gone."""


class LedgerRestored(Wire):
    """The database is a copy of an earlier state: from here on the log is another one, and says so."""

    reason: Annotated[str, Meta(min_length=3, max_length=2000)]
    operator: Annotated[str, Meta(min_length=1, max_length=200)]
    """Who ran the command, as the operating system knows him, and where."""
    outside: KnownCheckpoint | None
    """The newest checkpoint of this log known outside of the database."""
    other_logs: Annotated[list[KnownCheckpoint], Meta(max_length=100)]
    """The newest of each other log known outside that this ledger does not know."""
    held: KnownCheckpoint | None
    """The newest that the database holds."""
    entries: _Natural
    """Entries that the database holds, sealed or not, without this one."""
    lost: _Natural | None
    """Entries known to be lost, at least; null where nothing outside tells."""
    forked: bool
    """A checkpoint outside is of another history than this ledger's."""
    log_before: UUID
    log_after: UUID
    epoch_before: UUID
    epoch_after: UUID
    era_before: _Natural
    era_after: _Natural
    system_before: Annotated[str, Meta(max_length=40)] | None
    system_after: Annotated[str, Meta(max_length=40)] | None
    """The cluster's own identifier, before and now; null where it may not be asked."""
    numbers: NumbersSkipped
    objects: ObjectsFound | None
    """Null where the object store was not read."""


INSTALLATION_CONTENTS: dict[str, type[Wire]] = {InstallationAct.LEDGER_RESTORED: LedgerRestored}
"""Contents by type; schemas.ledger.acts.CONTENTS takes them in."""
