"""Acts: everything that happens, as it stands on the wire.

Integers only (RFC 8785 and JavaScript disagree with others about floating point): coordinates in 1e-7 degree, lengths
in mm, money in đồng, clocks in ms. Times are RFC 3339 in UTC. The content of each type is closed: see CONTENTS.
"""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import UNSET, Meta, UnsetType

from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.exceptions import EXCEPTION_CONTENTS
from schemas.core.base import Wire
from schemas.core.content_types import MAX_SAFE_INTEGER, Natural
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.acts import INSPECTION_CONTENTS
from schemas.fieldwork.findings import FindingWeighed
from schemas.fieldwork.minutes_flow import FLOW_CONTENTS
from schemas.fieldwork.remarks import Sha256
from schemas.fieldwork.words import ActType
from schemas.force.contents import PEOPLE_CONTENTS
from schemas.law.catalogue import CATALOGUE_CONTENTS
from schemas.ledger.installation import INSTALLATION_CONTENTS

MOST_OFF_S = 100 * 366 * 86_400
"""A hundred years: a clock that fell back to 1970 is less far off."""


class RecordRef(Wire):
    """Which record an act belongs to."""

    kind: RecordKind
    id: UUID


class Act(Wire):
    """The envelope. Device, sequence, clock, anchor and signature are null for acts made at the desk."""

    id: UUID
    record: RecordRef
    type: Annotated[str, Meta(max_length=80)]
    content: dict[str, Any]
    officer_id: UUID
    made_at: datetime
    mono_ms: Natural | None
    anchor: Annotated[str, Meta(max_length=1000)] | None
    device_id: UUID | None
    seq: Annotated[int, Meta(ge=1, le=MAX_SAFE_INTEGER)] | None
    prev: Sha256 | None
    signature: Annotated[str, Meta(max_length=200)] | None
    clock_off_s: Annotated[int, Meta(ge=-MOST_OFF_S, le=MOST_OFF_S)] | UnsetType | None = UNSET
    """What has to be added to `made_at` for the server's time, by what the phone knew: left out where its clock was
    right or was never compared, null where it was changed since in a way that nobody can reckon. `made_at` itself
    stays what the phone's clock showed."""


CONTENTS: dict[str, type[Wire]] = {
    **INSPECTION_CONTENTS,
    ActType.FINDING_WEIGHED: FindingWeighed,
    **FLOW_CONTENTS,
    **PEOPLE_CONTENTS,
    **CASE_CONTENTS,
    **CATALOGUE_CONTENTS,
    **EXCEPTION_CONTENTS,
    **INSTALLATION_CONTENTS,
}
"""The content of each act type. A type that is not here is refused as `act_malformed`."""
