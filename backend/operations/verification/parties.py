"""Compares the register of parties with its acts."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from backend.operations.queries import verified_parties as queries
from backend.operations.rules import verified_parties as rules
from backend.operations.rules.verification import EntryRow
from backend.operations.rules.verified_parties import Folded
from backend.operations.verification.record_folds import RecordFolds
from schemas.parties.acts import PARTY_CONTENTS
from schemas.parties.merging import MERGE_CONTENTS

_CONTENTS = {**PARTY_CONTENTS, **MERGE_CONTENTS}


class Parties(RecordFolds[Folded]):
    """Folds each party."""

    contents = _CONTENTS
    noun = "party"
    missing = "no act says what is known of this party"

    def new(self) -> Folded:
        """Begin with nothing known."""
        return Folded()

    async def take(self, folded: Folded, content: Any, row: EntryRow) -> None:
        """Fold one more act."""
        rules.take(folded, content, row.act_id)

    async def compare(self, record_id: UUID, folded: Folded) -> None:
        """Compare the party's rows."""
        for why in rules.faults(folded, await queries.party(record_id)):
            self.tell(record_id, why)

    async def every(self) -> Iterable[UUID]:
        """Return the parties that acts have changed, and those into which others were merged.

        Parties that came with inspections are folds of these.
        """
        return {*await queries.acted_on(), *await queries.merged_into()}
