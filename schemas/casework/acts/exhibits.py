"""Acts on what is held of a case: seizure, seals, keepers, division and disposal. See schemas/casework/words.py."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.casework.acts.parts import Money, Name, Reason, SheetNumber, Short
from schemas.casework.words import CaseAct, ExhibitState, SeizurePurpose
from schemas.core.base import Wire

SealNumber = Annotated[str, Meta(min_length=1, max_length=100)]
Ids = Annotated[list[UUID], Meta(min_length=1, max_length=1000)]


class Exhibit(Wire):
    """One thing on the list (bảng kê tang vật, phương tiện). Quantities are text, as on the paper."""

    exhibit_id: UUID
    name: Annotated[str, Meta(min_length=1, max_length=300)]
    """As long as a line in the papers' lists may be: what was signed must be recorded in full."""
    kind: Literal["exhibit", "means", "document"]
    unit: Annotated[str, Meta(max_length=40)]
    quantity: Annotated[str, Meta(min_length=1, max_length=40)]
    brand: Short | None
    origin: Short | None
    serial: Short | None
    condition: Short
    value: Money | None
    value_basis: Short | None
    photos: Annotated[list[UUID], Meta(max_length=100)]
    no_seal: Literal["perishable", "oversize", "unsealable"] | None = None
    """Why it is not sealed (Law Art 125.5a). Perishable goods are dealt with at once, and reported to the direct
    superior (Arts 125.4.đ, 126.3). Null if it can be sealed, and in acts from before this was asked."""


class ExhibitsSeized(Wire):
    """Seized on the spot (MBB15). A decision must follow within 24 hours, or the goods go back (Art 125.4)."""

    document_id: UUID
    seized_at: datetime
    keeper: Name
    place: Short
    exhibits: Annotated[list[Exhibit], Meta(min_length=1, max_length=1000)]


class SeizureDecided(Wire):
    """The seizure decision (MQĐ20). Its purpose sets for how long it may hold the goods."""

    document_id: UUID
    exhibits: Ids
    decided_on: date
    until: date
    reason: Reason
    purpose: SeizurePurpose | None = None
    """The purpose that the decision names. Null for decisions on the form's first version, which has no such line."""


class SeizureExtended(Wire):
    """The seizure is extended (MQĐ21)."""

    document_id: UUID
    exhibits: Ids
    until: date
    reason: Reason


class ExhibitsSealed(Wire):
    """Sealed (MBB26), each under the number of its seal."""

    document_id: UUID
    exhibits: Ids
    seals: Annotated[list[SealNumber], Meta(min_length=1, max_length=1000)]
    sealed_at: datetime


class ExhibitsUnsealed(Wire):
    """The seals were opened (MBB27). `intact`: whether they were found intact."""

    document_id: UUID
    exhibits: Ids
    intact: bool
    unsealed_at: datetime
    reason: Reason


class ExhibitsMoved(Wire):
    """Somebody else keeps the exhibits, at another place: custody passed from one keeper to the next."""

    exhibits: Ids
    keeper: Name
    place: Short
    moved_at: datetime
    document_id: UUID | None
    reason: Reason
    sheet: SheetNumber | None = None
    """First sheet number of the filed handover minutes, if these were made elsewhere."""
    alone: Reason | None = None
    """Why one officer alone moves them. Checked afterwards."""


class ExhibitsDivided(Wire):
    """A part of one row of seized goods becomes a row, so that papers can name it."""

    exhibits: Annotated[list[UUID], Meta(min_length=1, max_length=1)]
    part_id: UUID
    quantity: Annotated[
        str, Meta(min_length=1, max_length=22, pattern="^[0-9]{1,15}(,[0-9]{1,6})?$")
    ]
    """Quantity of the part as papers write it, with a decimal comma. The rest keeps the row's place."""
    reason: Reason


class ExhibitsDisposed(Wire):
    """The final disposal of exhibits. Money from a sale goes to the budget."""

    exhibits: Ids
    disposition: ExhibitState
    on: date
    document_id: UUID | None
    proceeds: Money | None
    reason: Reason
    sheet: SheetNumber | None = None
    """First sheet number of the filed contract of sale or handover minutes, if these were made elsewhere."""
    receiver: Name | None = None
    """Who has the goods now, if they were sold or handed on."""
    alone: Reason | None = None
    """Why the officer who filed that sheet also records the disposal. Checked afterwards."""
    minutes_id: UUID | None = None
    """Minutes of the confiscation (MBB20) or of the return (MBB17, MBB16). Null for other ends, for filed minutes, and
    in acts from before this was asked."""
    deposited: Short | None = None
    """The deposit account at the State Treasury and the receipt, if perishable goods were sold early (Art 126.3)."""


class ExhibitsDestroyed(Wire):
    """Destroyed by a decision (MQĐ16). The minutes of it (MBB21) say where, how and who took part."""

    exhibits: Ids
    decision_id: UUID
    minutes_id: UUID
    destroyed_on: date


CONTENTS: dict[str, type[Wire]] = {
    CaseAct.EXHIBITS_SEIZED: ExhibitsSeized,
    CaseAct.SEIZURE_DECIDED: SeizureDecided,
    CaseAct.SEIZURE_EXTENDED: SeizureExtended,
    CaseAct.EXHIBITS_SEALED: ExhibitsSealed,
    CaseAct.EXHIBITS_UNSEALED: ExhibitsUnsealed,
    CaseAct.EXHIBITS_MOVED: ExhibitsMoved,
    CaseAct.EXHIBITS_DIVIDED: ExhibitsDivided,
    CaseAct.EXHIBITS_DISPOSED: ExhibitsDisposed,
    CaseAct.EXHIBITS_DESTROYED: ExhibitsDestroyed,
}
"""The content of each act."""
