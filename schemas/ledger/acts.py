"""Acts: everything that happens, in the form that it has on the wire.

Numbers are integers only, because RFC 8785 and JavaScript disagree with other systems about
floating point. Coordinates are in 1e-7 degree, lengths in mm, money in đồng, clocks in ms. Times
are RFC 3339 in UTC. The content of each type is closed: see CONTENTS.
"""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import UNSET, Meta, UnsetType

from schemas.approvals.absences import ABSENCE_CONTENTS
from schemas.approvals.routes import ROUTE_CONTENTS
from schemas.approvals.submissions import SUBMISSION_CONTENTS
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.exceptions import EXCEPTION_CONTENTS
from schemas.core.base import Wire
from schemas.core.content_types import MAX_SAFE_INTEGER, Natural
from schemas.core.vocabulary import RecordKind
from schemas.documents.record_papers import RECORD_PAPER_CONTENTS
from schemas.fieldwork.acts import INSPECTION_CONTENTS
from schemas.fieldwork.decision_changes import CHANGE_CONTENTS
from schemas.fieldwork.decision_papers import PAPER_CONTENTS
from schemas.fieldwork.diary import DIARY_CONTENTS
from schemas.fieldwork.filing import FILING_CONTENTS
from schemas.fieldwork.findings import FindingWeighed
from schemas.fieldwork.hand_signed import HAND_SIGNED_CONTENTS
from schemas.fieldwork.minutes_flow import FLOW_CONTENTS
from schemas.fieldwork.proposals import PROPOSAL_CONTENTS
from schemas.fieldwork.relations import RELATION_CONTENTS
from schemas.fieldwork.remarks import Sha256
from schemas.fieldwork.site_paper_files import SITE_FILE_CONTENTS
from schemas.fieldwork.words import ActType
from schemas.force.contents import PEOPLE_CONTENTS
from schemas.force.imports import PEOPLE_IMPORT_CONTENTS
from schemas.insight.report_definitions import DEFINITION_CONTENTS
from schemas.insight.reports import REPORT_CONTENTS
from schemas.insight.samples import SAMPLE_CONTENTS
from schemas.insight.signing import FIGURE_SIGNING_CONTENTS
from schemas.intake.acts import INFORMATION_CONTENTS
from schemas.law.catalogue import CATALOGUE_CONTENTS
from schemas.ledger.installation import INSTALLATION_CONTENTS
from schemas.parties.acts import PARTY_CONTENTS
from schemas.parties.imports import IMPORT_CONTENTS
from schemas.parties.likeness import LIKENESS_CONTENTS
from schemas.parties.merging import MERGE_CONTENTS
from schemas.planning.acts import PLAN_CONTENTS

MOST_OFF_S = 100 * 366 * 86_400
"""A hundred years: a clock that fell back to 1970 is less far off."""


class RecordRef(Wire):
    """The record to which an act belongs."""

    kind: RecordKind
    id: UUID


class Act(Wire):
    """The envelope.

    Device, sequence, clock, anchor and signature are null for acts made at the desk.
    """

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
    """What must be added to `made_at` to get the server's time, by what the phone knew. Left out if
    its clock was right or was never compared. Null if the clock was changed since then in a way
    that nobody can compute. `made_at` itself stays what the phone's clock showed."""


CONTENTS: dict[str, type[Wire]] = {
    **INSPECTION_CONTENTS,
    ActType.FINDING_WEIGHED: FindingWeighed,
    **FLOW_CONTENTS,
    **FILING_CONTENTS,
    **RELATION_CONTENTS,
    **PROPOSAL_CONTENTS,
    **PAPER_CONTENTS,
    **CHANGE_CONTENTS,
    **HAND_SIGNED_CONTENTS,
    **SITE_FILE_CONTENTS,
    **PEOPLE_CONTENTS,
    **CASE_CONTENTS,
    **CATALOGUE_CONTENTS,
    **FIGURE_SIGNING_CONTENTS,
    **EXCEPTION_CONTENTS,
    **SUBMISSION_CONTENTS,
    **ROUTE_CONTENTS,
    **ABSENCE_CONTENTS,
    **RECORD_PAPER_CONTENTS,
    **PLAN_CONTENTS,
    **REPORT_CONTENTS,
    **DIARY_CONTENTS,
    **DEFINITION_CONTENTS,
    **INFORMATION_CONTENTS,
    **SAMPLE_CONTENTS,
    **PARTY_CONTENTS,
    **MERGE_CONTENTS,
    **IMPORT_CONTENTS,
    **PEOPLE_IMPORT_CONTENTS,
    **LIKENESS_CONTENTS,
    **INSTALLATION_CONTENTS,
}
"""The content of each type of act. A type that is not listed is refused as `act_malformed`."""
