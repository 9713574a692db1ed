"""Compares the table of files of papers made on site with the acts that entered them."""

from uuid import UUID

import msgspec

from backend.operations.queries import verification as queries
from backend.operations.rules.verification import EntryRow, SiteFileRow
from backend.operations.verification.findings import Report, Verdict
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.site_paper_files import SITE_FILE_CONTENTS, SitePaperSealed
from schemas.fieldwork.words import ActType

BATCH = 500


class SiteFiles:
    """Takes what the acts say of each file, and compares in batches. objects.py reads the bytes."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._told: dict[UUID, SiteFileRow] = {}
        self._compared = 0

    async def see(self, row: EntryRow) -> None:
        """Take the next entry."""
        kind = SITE_FILE_CONTENTS.get(row.act_type)
        if kind is None or row.record_kind != RecordKind.INSPECTION:
            return
        try:
            content = msgspec.convert(msgspec.json.decode(row.act)["content"], kind)
        except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError):
            return  # already reported: the act's text is no act
        if isinstance(content, SitePaperSealed):
            self._told[content.file_id] = told(row, content)
        if len(self._told) >= BATCH:
            await self._compare()

    async def end(self) -> None:
        """Compare what is left, and look for rows that no act entered."""
        await self._compare()
        more = await queries.count_site_files() - self._compared
        if more > 0:
            what = f"{more} files are in the table that no act entered"
            self._report.add(Verdict.TAMPERED, "papers made on site", what)

    async def _compare(self) -> None:
        said, self._told = self._told, {}
        kept = {one.file_id: one for one in await queries.site_files(list(said))}
        self._compared += len(kept)
        for file_id, expected in said.items():
            row, where = kept.get(file_id), f"file {file_id} of a paper made on site"
            if row is None:
                self._report.add(Verdict.TAMPERED, where, "its row is gone; its act is there")
            elif row != expected:
                what = "the table says another thing of it than its act"
                self._report.add(Verdict.TAMPERED, where, what)


def told(row: EntryRow, content: SitePaperSealed) -> SiteFileRow:
    """Return the row that the fold of an act writes. Pure."""
    return SiteFileRow(
        file_id=content.file_id,
        act_id=row.act_id,
        written_id=content.written,
        kind="signed" if row.act_type == ActType.SITE_PAPER_SIGNED else "sealed",
        number_text=content.number,
        content_sha256=content.content_sha256,
        sha256=content.sha256,
        size=content.size,
        certificate=content.certificate,
    )
