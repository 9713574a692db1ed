"""Compares the read table of inspections with their acts. The table is only a cache of the fold."""

from typing import Any
from uuid import UUID

import msgspec

from backend.fieldwork.derived import states
from backend.fieldwork.findings import service as findings
from backend.fieldwork.rules import flow
from backend.operations.queries import verification as queries
from backend.operations.rules.verification import EntryRow
from backend.operations.verification.findings import Report, Verdict
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.words import ActType

BATCH = 500


class Standing:
    """Folds the entries of each inspection as they are read in order, and compares in batches."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._record: UUID | None = None
        self._acts: list[tuple[str, bool]] = []
        self._held: dict[str, str] = {}
        self._revision: str | None = None
        self._flow, self._own_file, self._issuer = 1, False, ""
        self._derived: dict[UUID, tuple[str | None, str | None]] = {}
        self._weighed: dict[str, tuple[str, str]] = {}
        self._weights: dict[UUID, dict[str, tuple[str, str]]] = {}

    async def see(self, row: EntryRow) -> None:
        """Take the next entry; entries come by record and number."""
        if row.record_id != self._record:
            await self._close()
            self._record = row.record_id
        if row.record_kind != RecordKind.INSPECTION or row.act_type not in states.TYPES:
            return
        if row.quarantine is not None:
            self._held[str(row.act_id)] = row.act_type
            return
        self._acts.append((row.act_type, True))
        if row.act_type == ActType.DECISION_ISSUED:
            self._see_decision(row)
        if row.act_type == ActType.DECISION_HAND_SIGNED:
            # The head of the unit is its issuer here, who is never on the team.
            self._flow = flow.of_decision(_content(row).get("decision", {}))
        if row.act_type == ActType.DECISION_AMENDED and _content(row).get("team"):
            self._own_file = self._issuer in _leaders(_content(row))
        if row.act_type == ActType.INSPECTION_SUBMITTED:
            self._revision = _content(row).get("revision")
        if row.act_type == ActType.FINDING_WEIGHED:
            content = _content(row)
            said = (str(content.get("weight")), str(row.act_id))
            self._weighed[str(content.get("finding_id"))] = said
        if row.act_type == ActType.EVIDENCE_ADMITTED:
            admitted = self._held.get(str(_content(row).get("act")))
            if admitted is not None:
                self._acts.append((admitted, True))

    def _see_decision(self, row: EntryRow) -> None:
        """Read the flow of the minutes from the decision, and whether its issuer leads the team."""
        content = _content(row)
        self._flow, self._issuer = flow.of_decision(content), str(row.officer_id)
        self._own_file = self._issuer in _leaders(content)

    async def end(self) -> None:
        """Compare what is left."""
        await self._close()
        await self._compare()

    async def _close(self) -> None:
        if self._record is not None and self._acts:
            state = states.fold(self._acts, self._flow, own_file=self._own_file)
            self._derived[self._record] = (state, self._revision)
            self._weights[self._record] = self._weighed
        self._acts, self._held, self._revision, self._weighed = [], {}, None, {}
        self._flow, self._own_file = 1, False
        if len(self._derived) >= BATCH:
            await self._compare()

    async def _compare(self) -> None:
        derived, self._derived = self._derived, {}
        kept = {row.id: row for row in await queries.inspection_states(list(derived))}
        for record_id, (state, revision) in derived.items():
            row = kept.get(record_id)
            where = f"inspection {record_id}"
            if row is None:
                if state is not None:
                    self._report.add(Verdict.TAMPERED, where, "its row is gone; its acts are there")
            elif row.state != state:
                self._report.add(
                    Verdict.TAMPERED, where, f"the table says {row.state}, its acts say {state}"
                )
            elif row.revision != revision:
                self._report.add(
                    Verdict.TAMPERED, where, "the table names another revision than was submitted"
                )
        await self._compare_weights()

    async def _compare_weights(self) -> None:
        """Compare the weights of findings: the latest act counts, and every weight needs an act."""
        derived, self._weights = self._weights, {}
        kept: dict[UUID, dict[str, tuple[str, str]]] = {}
        for row in await findings.weights(list(derived)):
            said = (row.weight, str(row.weighed_act))
            kept.setdefault(row.inspection_id, {})[str(row.id)] = said
        for record_id, weights in derived.items():
            if weights != kept.get(record_id, {}):
                self._report.add(
                    Verdict.TAMPERED,
                    f"inspection {record_id}",
                    "the table says another thing of a finding's weight than its acts",
                )


def _leaders(content: dict[str, Any]) -> list[str]:
    return [str(one.get("officer_id")) for one in content.get("team", []) if one.get("leader")]


def _content(row: EntryRow) -> dict[str, Any]:
    try:
        content = msgspec.json.decode(row.act)["content"]
    except (msgspec.DecodeError, KeyError, TypeError):
        return {}  # already reported: the act's text is no act
    return content if isinstance(content, dict) else {}
