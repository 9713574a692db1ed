"""Notices that the unit gives, copies that it sends, and applications about a fine. See schemas/casework/words.py."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.casework.acts.parts import Name, Reason, SheetNumber, Short
from schemas.casework.words import CaseAct
from schemas.core.base import Wire

Relief = Literal["postponement", "reduction", "waiver", "instalments"]
"""What a party asks for about its fine: to pay later, less, nothing, or in parts (Law Arts 76 to 79)."""


class HearingNotified(Wire):
    """Time and place of the hearing were notified to the violator who asked for one (Law Art 61.3)."""

    notified_on: date
    hearing_at: datetime
    place: Name
    sheet: SheetNumber | None = None
    """First sheet number of the filed notice."""
    despite: Reason | None = None
    """Why the hearing is held although the time to decide is over by then. Listed as an exception."""


class ExhibitsUnclaimed(Wire):
    """Nobody came for goods or a licence after they were no longer held (Law Art 126.4, 126.4b).

    Or nobody knows whose they are. The keeper says it. For goods the time to call the owner begins,
    for a licence the time to pass it to the body that issued it.
    """

    exhibits: Annotated[list[UUID], Meta(min_length=1, max_length=1000)]
    unclaimed: Literal["goods", "licence"]
    held_until: date
    """The last day of the seizure; for a licence it may be that of the limitation period for execution."""
    reason: Reason
    despite: Reason | None = None
    """Why it is recorded although a decision still holds them. Listed as an exception."""


class OwnerNotified(Wire):
    """The owner of goods was called by a notice in the media and at the office (Law Art 126.4).

    Nobody came for the goods after the seizure, or nobody knows whose they are. There are two
    notices. Then a waiting time runs, after which the goods are confiscated (MQĐ14).
    """

    exhibits: Annotated[list[UUID], Meta(min_length=1, max_length=1000)]
    notice: Annotated[int, Meta(ge=1, le=2)]
    """1 for the first notice, 2 for the second."""
    owner: Literal["known", "unknown"]
    notified_on: date
    media: Name
    """The paper, station or web site that carried the notice."""
    posted_at: Name
    """The office at which it was posted."""
    sheet: SheetNumber
    """First sheet number of the filed notice."""
    alone: Reason | None = None
    """Why the officer who filed that sheet also records the notice. Checked afterwards."""
    despite: Reason | None = None
    """Why the notice is given before the seizure ends. Listed as an exception."""


class OwnerNotAwaited(Wire):
    """These goods are confiscated without the whole waiting time, or without any (Law Art 126.4, 126.5).

    A later one replaces an earlier one. Listed as an exception.
    """

    exhibits: Annotated[list[UUID], Meta(min_length=1, max_length=1000)]
    why: Literal["banned", "month_is_enough"]
    """`banned`: banned or harmful goods need no notice and no waiting. `month_is_enough`: the owner is
    unknown, and Art 126.4 b is read as asking for a month and not for a year."""
    reason: Reason


class CopySent(Wire):
    """A signed decision was sent to somebody other than its party, who must know of it.

    The licensor learns of a suspension (Decree 118/2021 Art 9.5), the web site of what it is to
    publish (Art 18.1).
    """

    document_id: UUID
    to: Literal["licensor", "publisher", "other"]
    receiver: Name
    sent_on: date
    proof: Short


class ReliefAsked(Wire):
    """An application about the fine was received: to postpone, reduce, waive or divide it.

    While it is being considered no interest runs (Decree 118/2021 Art 20.4).
    """

    application_id: UUID
    what: Relief
    received_on: date
    sheet: SheetNumber
    """First sheet number of the filed application."""
    reason: Reason
    certified_by: Name | None = None
    """Who certified the hardship: the commune's People's Committee, the tax office, the employer …"""
    alone: Reason | None = None
    """Why the officer who filed the application also records it: interest stops by it. Checked afterwards."""


class ReliefRefused(Wire):
    """An application about the fine was refused in writing. Interest runs again from the next day."""

    application_id: UUID
    refused_on: date
    reason: Reason
    sheet: SheetNumber | None = None
    """First sheet number of the filed answer."""


CONTENTS: dict[str, type[Wire]] = {
    CaseAct.HEARING_NOTIFIED: HearingNotified,
    CaseAct.RELIEF_ASKED: ReliefAsked,
    CaseAct.RELIEF_REFUSED: ReliefRefused,
    CaseAct.EXHIBITS_UNCLAIMED: ExhibitsUnclaimed,
    CaseAct.OWNER_NOTIFIED: OwnerNotified,
    CaseAct.OWNER_NOT_AWAITED: OwnerNotAwaited,
    CaseAct.COPY_SENT: CopySent,
}
"""The content of each act."""
