"""Contents of the acts of the clerk who dispatches papers."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.casework.words import CaseAct
from schemas.core.base import Wire


class DocumentDispatched(Wire):
    """A signed paper went out, and is in the register of outgoing papers (Decree 30/2020 Arts 17 to 19)."""

    document_id: UUID
    sent_on: date
    manner: Literal["direct", "post", "electronic"]
    recipients: Annotated[
        list[Annotated[str, Meta(min_length=2, max_length=300)]], Meta(min_length=1, max_length=50)
    ]
    copies: Annotated[int, Meta(ge=1, le=1000)]
    dispatch_note: Annotated[str, Meta(min_length=1, max_length=500)] | None


CONTENTS: dict[str, type[Wire]] = {CaseAct.DOCUMENT_DISPATCHED: DocumentDispatched}
"""The content of each act."""
