"""Findings: doubts about evidence, and how a supervisor weighed each."""

from piccolo.columns import JSONB, UUID, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.fieldwork.tables.inspections import Inspection
from backend.fieldwork.tables.photos import Photo
from backend.force.tables.officers import Officer
from schemas.fieldwork.findings import FindingKind, FindingWeight


class Finding(Table, tablename="findings"):
    """One doubt about one photograph, act, device or officer. Jobs write it, acts weigh it.

    Never deleted.
    """

    id = UUID(
        primary_key=True,
        default=None,
        help_text="Random: it tells nothing of the other photograph.",
    )
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Whose evidence is doubted."
    )
    kind = Text(default=None, choices=FindingKind, help_text="What was compared, and differed.")
    subject_id = UUID(default=None, help_text="Photograph, act, device or officer it is about.")
    photo_id = ForeignKey(
        references=Photo, null=True, default=None, help_text="The photograph it is shown with."
    )
    act_id = UUID(null=True, default=None, help_text="The act it is shown with.")
    other_id = UUID(
        null=True, default=None, help_text="Photograph or act that it was compared with."
    )
    other_inspection_id = ForeignKey(
        references=Inspection,
        null=True,
        default=None,
        help_text="Of the other; told only to those in whose scope it is.",
    )
    other_photo_id = ForeignKey(
        references=Photo, null=True, default=None, help_text="The other, where it is one."
    )
    numbers = JSONB(default=None, help_text="Integers; the names tell the unit.")
    found_at = Timestamptz(default=None, help_text="Server's clock.")
    gone_since = Timestamptz(
        null=True, default=None, help_text="Its facts no longer hold; never of a weighed one."
    )
    weight = Text(
        null=True, default=None, choices=FindingWeight, help_text="Null until it was weighed."
    )
    weighed_act = UUID(null=True, default=None, help_text="The latest finding.weighed about it.")
    weighed_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Which supervisor."
    )
    weighed_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    reason = Text(null=True, default=None, help_text="His words.")
