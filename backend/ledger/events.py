"""The acts of one kind of record, from the ledger to the events that its rules fold.

EVENTS = Events(SubmissionAct, SUBMISSION_CONTENTS, Event)
facts = folding.fold(submission_id, [EVENTS.of_row(row) for row in rows])
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Generic, TypeVar

import msgspec

from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from backend.ledger.rules.entries import RecordedAct
from backend.ledger.rules.events import Event

Kind = TypeVar("Kind", bound=StrEnum)
Made = TypeVar("Made", bound=Event[Any])


class Events(Generic[Kind, Made]):
    """How a group's acts become events: their types, their contents, and its event."""

    def __init__(
        self, kinds: type[Kind], contents: Mapping[Any, type[Any]], event: Callable[..., Made]
    ) -> None:
        self._kinds = kinds
        self._contents = contents
        self._event = event

    def of_row(self, row: RecordedAct) -> Made:
        """Return an accepted act from the ledger as an event."""
        kind = self._kinds(row.act_type)
        content = msgspec.json.decode(row.act)["content"]
        return self._event(
            number=row.number,
            act_id=row.act_id,
            type=kind,
            content=msgspec.convert(content, self._contents[kind]),
            officer_id=row.officer_id,
            made_at=row.made_at,
            received_at=row.received_at,
        )

    def of_act(self, parsed: ParsedAct, entry: Entry) -> Made:
        """Return the act that `ledger.record` (the one door) is accepting as an event."""
        return self._event(
            number=entry.number,
            act_id=parsed.act.id,
            type=self._kinds(parsed.act.type),
            content=parsed.content,
            officer_id=parsed.act.officer_id,
            made_at=parsed.act.made_at,
            received_at=entry.received_at,
        )
