"""Compares the register of parties with its acts."""

from uuid import UUID

import msgspec

from backend.operations.queries import verified_parties as queries
from backend.operations.rules import verified_parties as rules
from backend.operations.rules.verification import EntryRow
from backend.operations.rules.verified_parties import Folded
from backend.operations.verification.findings import Report, Verdict
from schemas.parties.acts import PARTY_CONTENTS
from schemas.parties.merging import MERGE_CONTENTS

_CONTENTS = {**PARTY_CONTENTS, **MERGE_CONTENTS}


class Parties:
    """Folds each party as its entries are read in order, and compares it when the next record begins."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._record: UUID | None = None
        self._folded: Folded | None = None
        self._seen: set[UUID] = set()

    async def see(self, row: EntryRow) -> None:
        """Take the next entry; entries of a record come in their order."""
        kind = _CONTENTS.get(row.act_type)
        if kind is None or row.quarantine is not None:
            return
        try:
            act = msgspec.json.decode(row.act)
            content, act_id = msgspec.convert(act["content"], kind), UUID(act["id"])
        except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError, ValueError):
            return  # already reported: the act's text is no act
        if row.record_id != self._record or self._folded is None:
            await self._compare()
            self._record, self._folded = row.record_id, Folded()
            self._seen.add(row.record_id)
        rules.take(self._folded, content, act_id)

    async def end(self) -> None:
        """Compare the last party, and look for parties that changed without an act."""
        await self._compare()
        for party_id in await queries.acted_on():
            if party_id not in self._seen:
                self._tell(party_id, "no act says what is known of this party")

    async def _compare(self) -> None:
        party_id, said, self._folded = self._record, self._folded, None
        if party_id is None or said is None:
            return
        for why in rules.faults(said, await queries.party(party_id)):
            self._tell(party_id, why)

    def _tell(self, party_id: UUID, why: str) -> None:
        self._report.add(Verdict.TAMPERED, f"party {party_id}", why)
