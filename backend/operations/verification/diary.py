"""Compares the lines of the work diary with the acts that wrote them, confirmed them and noted beside them.

A line says what its act said then, and is not written anew from acts: its hash is compared with its text, and with
the hash that its leader confirmed.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import local_time
from backend.core.canonical_json import sha256_hex
from backend.fieldwork.rules import diary as rules
from backend.operations.queries import verified_diary as queries
from backend.operations.rules.verification import DiaryLineRow, EntryRow
from backend.operations.verification.findings import Report, Verdict
from schemas.casework.words import CaseAct
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.diary import DIARY_CONTENTS, DiaryConfirmed
from schemas.intake.words import InformationAct

PAGE = 500
_OF_VERIFYING = frozenset(
    {InformationAct.ASSIGNED, InformationAct.VERIFIED, CaseAct.VERIFICATION_ORDERED}
)
"""One about an officer writes no line, and those of cases did not at first, so a missing one is no finding."""
_Wrote = tuple[UUID, str, date]
"""Record, type and day of an act that writes a line."""


class Diary:
    """Collects acts that write lines, and acts on lines, and compares them with the table at the end."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._wrote: dict[UUID, _Wrote] = {}
        self._needed: dict[UUID, datetime] = {}
        self._confirmed: dict[UUID, tuple[UUID, str]] = {}
        self._notes: dict[UUID, list[str]] = {}
        self._once: set[tuple[UUID, str]] = set()

    async def see(self, row: EntryRow) -> None:
        """Take the next entry; entries of a record come in their order."""
        if row.quarantine is not None:
            return
        if row.act_type in DIARY_CONTENTS and row.record_kind == RecordKind.DIARY:
            self._seen_on_a_line(row)
        elif row.act_type in _OF_VERIFYING:
            self._took(row)
        elif row.record_kind == RecordKind.INSPECTION and rules.writes(row.act_type):
            again = (row.record_id, row.act_type) in self._once
            if rules.is_entered_once(row.act_type) and again:
                return
            self._once.add((row.record_id, row.act_type))
            self._took(row)
            self._needed[row.act_id] = row.received_at

    def _took(self, row: EntryRow) -> None:
        day = local_time.day_of(row.received_at)
        self._wrote[row.act_id] = (row.record_id, row.act_type, day)

    def _seen_on_a_line(self, row: EntryRow) -> None:
        try:
            raw = msgspec.json.decode(row.act)["content"]
            content: Any = msgspec.convert(raw, DIARY_CONTENTS[row.act_type])
        except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError):
            return  # already reported: the act's text is no act
        if isinstance(content, DiaryConfirmed):
            self._confirmed[row.record_id] = (row.officer_id, content.line)
        else:
            self._notes.setdefault(row.record_id, []).append(content.note)

    async def end(self) -> None:
        """Compare the lines with their acts, and look for acts without a line."""
        last: UUID | None = None
        while found := await queries.lines_after(last, PAGE):
            for line in found:
                self._compare(line)
                self._needed.pop(line.id, None)
            last = found[-1].id
        since = await queries.kept_since()
        for act_id, at in self._needed.items():
            if since is not None and at >= since:
                self._tell(act_id, "an act that writes a line has none")

    def _compare(self, line: DiaryLineRow) -> None:
        if (line.record_id, line.act_type, line.line.entered_on) != self._wrote.get(line.id):
            self._tell(line.id, "no act wrote this line on its day")
        if sha256_hex(msgspec.to_builtins(line.line)) != line.line_hash:
            self._tell(line.id, "its text does not have its hash")
        confirmed = (line.confirmed_by, line.line_hash) if line.confirmed_by else None
        if confirmed != self._confirmed.get(line.id):
            self._tell(line.id, "it is confirmed otherwise than its acts say")
        if [one["text"] for one in line.notes] != self._notes.get(line.id, []):
            self._tell(line.id, "the notes beside it are not those of its acts")

    def _tell(self, line_id: UUID, why: str) -> None:
        self._report.add(Verdict.TAMPERED, f"line {line_id} of the diary", why)
