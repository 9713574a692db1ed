"""What an import of plan items from a workbook shows before it is confirmed."""

from datetime import datetime
from uuid import UUID

from schemas.core.base import Wire
from schemas.core.sheets import CellFault
from schemas.planning.acts import PlanItem
from schemas.planning.views import OverlapRow


class ImportedRow(Wire):
    """A good row."""

    row: int
    item: PlanItem


class ImportPreview(Wire):
    """An uploaded workbook as it would be imported. Nothing of it is in the plan yet."""

    id: UUID
    plan_id: UUID
    plan_title: str
    file_name: str
    sha256: str
    sheet: str
    hidden: list[int]
    """Rows of the sheet that its writer's program does not show; they are read like the others."""
    others: list[str]
    """Other visible sheets, of which nothing is read."""
    uploaded_at: datetime
    rows: int
    """Below the headings."""
    good: list[ImportedRow]
    faults: list[CellFault]
    unknown: list[str]
    """Headings that were not recognised: their columns are left out."""
    counting: int | None
    """The row below the headings that only numbers the columns; it is passed over."""
    overlaps: list[OverlapRow]
    room: int
    """How many more items the plan may have."""
    confirmed_at: datetime | None
    may_confirm: bool
    """False once the plan was sent up, submitted or given up, or the officer's rights changed."""
