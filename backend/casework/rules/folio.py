"""The contents list of a case file (mục lục), as the facts have it. Pure."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from schemas.core.vocabulary import FiledKind, InspectionPaper


@dataclass
class FolioEntry:
    """A paper on the contents list of the file. It keeps its sheet numbers (bút lục) for ever."""

    first: int
    last: int
    title: str
    number: str | None
    issued_on: date | None
    document_id: UUID | None
    act_id: UUID
    kind: FiledKind | None = None
    file_id: UUID | None = None
    inspection_paper: InspectionPaper | None = None
