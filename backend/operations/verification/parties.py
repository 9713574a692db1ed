"""Compares the register of parties with its acts: what is known, merges, and records that were given away."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.operations.queries import verified_parties as queries
from backend.operations.rules import verified_parties as rules
from backend.operations.rules.verification import EntryRow
from backend.operations.rules.verified_parties import Folded, Made
from backend.operations.verification.findings import Report
from backend.operations.verification.record_folds import RecordFolds
from schemas.parties.acts import PARTY_CONTENTS
from schemas.parties.merging import MERGE_CONTENTS, PartyMergeUndone

_CONTENTS = {**PARTY_CONTENTS, **MERGE_CONTENTS}


class Parties(RecordFolds[Folded]):
    """Folds each party."""

    contents = _CONTENTS
    noun = "party"
    missing = "no act says what is known of this party"

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self._given: dict[UUID, tuple[datetime, UUID]] = {}
        """Records that an undoing gave to the other party: when the last one did, and to whom."""

    def new(self) -> Folded:
        """Begin with nothing known."""
        return Folded()

    async def take(self, folded: Folded, content: Any, row: EntryRow) -> None:
        """Fold one more act."""
        rules.take(folded, content, Made(row.act_id, row.officer_id, row.received_at))
        if isinstance(content, PartyMergeUndone) and content.asked in folded.asked:
            other = folded.asked[content.asked].said.other_id
            for record_id in content.of_other:
                before = self._given.get(record_id)
                if before is None or before[0] <= row.received_at:
                    self._given[record_id] = (row.received_at, other)

    async def compare(self, record_id: UUID, folded: Folded) -> None:
        """Compare the party's rows."""
        for why in rules.faults(folded, await queries.party(record_id)):
            self.tell(record_id, why)

    async def every(self) -> Iterable[UUID]:
        """Return the parties that acts have changed, and those into which others were merged.

        Parties that came with inspections are folds of these.
        """
        return {*await queries.acted_on(), *await queries.merged_into(), *await queries.asked_of()}

    async def end(self) -> None:
        """Compare the last party, and whose the records are that were given away."""
        await super().end()
        kept = await queries.given()
        said = {record_id: owner for record_id, (_, owner) in self._given.items()}
        for record_id in kept.keys() | said.keys():
            if kept.get(record_id) != said.get(record_id):
                self.tell(
                    record_id, "whose it is is not what the parting of two parties says", "record"
                )
