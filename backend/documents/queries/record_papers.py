"""Queries of papers of records: folded, judged, stored, listed."""

from datetime import datetime
from uuid import UUID

from piccolo.columns.combination import WhereRaw

from backend.core import compiled, database, remembering, rows, scoped
from backend.core.actors import UnitPath
from backend.core.compiled import Query
from backend.core.scope import Reach
from backend.documents.queries import desk_papers
from backend.documents.queries.desk_papers import PaperColumns
from backend.documents.queries.stored_papers import Files
from backend.documents.tables.record_papers import RecordPaper
from schemas.core.vocabulary import RecordKind
from schemas.documents.record_papers import RecordPaperState


class Paper(PaperColumns, frozen=True, kw_only=True):
    """A paper's row. Times are UTC."""

    record_kind: RecordKind
    record_id: UUID
    state: RecordPaperState
    about: str
    finalised_by: UUID | None


class NamedPaper(Paper, frozen=True, kw_only=True):
    """A paper's row, with the name of its drafter and its scan's hash and type."""

    drafted_by_name: str
    scan_sha256: str | None
    scan_media_type: str | None


_UNSENT = WhereRaw(
    "NOT EXISTS (SELECT FROM record_paper_dispatches d WHERE d.document_id = record_papers.id)"
)
MOST = 200
"""Papers that a list of what waits has at most."""
_PAPERS = desk_papers.Written(RecordPaper)
set_state, set_laid_out, set_scan = _PAPERS.set_state, _PAPERS.set_laid_out, _PAPERS.set_scan
set_compared, set_sealed = _PAPERS.set_compared, _PAPERS.set_sealed
files = Files(RecordPaper)
"""Where its PDFs are in the object store."""
_COLUMNS = rows.columns(Paper, RecordPaper)
_NAMES = (
    RecordPaper.drafted_by.full_name.as_alias("drafted_by_name"),
    RecordPaper.scan_id.sha256.as_alias("scan_sha256"),
    RecordPaper.scan_id.media_type.as_alias("scan_media_type"),
)


@compiled.one(Paper, decode=("fields",))
def lock(document_id: UUID) -> Query:
    """Lock a paper's row until the transaction ends; None if there is none."""
    paper = RecordPaper.select(*_COLUMNS).where(RecordPaper.id == document_id)
    return paper.lock_rows("UPDATE")


@compiled.one(NamedPaper, decode=("fields",))
def named(document_id: UUID) -> Query:
    """Return a paper, or None. The caller asks its record's owner whether the reader may see it."""
    return RecordPaper.select(*_COLUMNS, *_NAMES).where(RecordPaper.id == document_id)


@remembering.once
@compiled.many(NamedPaper, decode=("fields",))
def of_record(record_id: UUID) -> Query:
    """Return the papers of a record in the order in which they were drafted.

    The caller has checked that the reader may see the record.
    """
    papers = RecordPaper.select(*_COLUMNS, *_NAMES).where(RecordPaper.record_id == record_id)
    return papers.order_by(RecordPaper.drafted_at, RecordPaper.id)


@compiled.many(NamedPaper, decode=("fields",))
def waiting(seen: Reach, states: list[str], since: datetime) -> Query:
    """Return papers in this reach in one of these states, or signed since then and sent to nobody.

    The oldest change comes first.

    The caller asks each record's owner besides.
    """
    papers = RecordPaper.select(*_COLUMNS, *_NAMES).where(scoped.where(seen, RecordPaper))
    signed = (RecordPaper.state == str(RecordPaperState.SIGNED)) & (RecordPaper.issued_at > since)
    waits = papers.where(rows.any_of(RecordPaper.state, states) | (signed & _UNSENT))
    return waits.order_by(RecordPaper.updated_at, RecordPaper.id).limit(MOST)


async def insert(
    document_id: UUID,
    record: tuple[RecordKind, UUID, UUID],
    path: UnitPath,
    form: tuple[str, int],
    filled: tuple[str, str, str],
    officer_id: UUID,
    at: datetime,
) -> None:
    """Insert a first draft. `record` is kind, id and unit, `form` code and version, `filled` fields,
    their hash and the subject line."""
    await RecordPaper.insert(
        RecordPaper(
            id=document_id,
            record_kind=str(record[0]),
            record_id=record[1],
            unit_id=record[2],
            unit_1=path.unit_1,
            unit_2=path.unit_2,
            unit_3=path.unit_3,
            unit_4=path.unit_4,
            form=form[0],
            form_version=form[1],
            state=RecordPaperState.DRAFT,
            fields=filled[0],
            fields_hash=filled[1],
            about=filled[2],
            drafted_by=officer_id,
            drafted_at=at,
            updated_at=at,
        )
    )


@compiled.write
def draft_again(
    document_id: UUID,
    form_version: int,
    fields: str,
    fields_hash: str,
    about: str,
    officer_id: UUID,
    at: datetime,
) -> Query:
    """Replace the content of a draft."""
    paper = RecordPaper
    return paper.update(
        {
            paper.form_version: form_version,
            paper.fields: fields,
            paper.fields_hash: fields_hash,
            paper.about: about,
            paper.drafted_by: officer_id,
            paper.updated_at: at,
        }
    ).where(paper.id == document_id)


@compiled.write
def set_final(document_id: UUID, officer_id: UUID, at: datetime) -> Query:
    """Store that a paper's content is fixed, and who fixed it."""
    paper = RecordPaper
    return paper.update(
        {
            paper.state: str(RecordPaperState.FINAL),
            paper.finalised_by: officer_id,
            paper.updated_at: at,
        }
    ).where(paper.id == document_id)


async def record_of_code(code: str) -> UUID | None:
    """Return the record whose acts gave a paper this code, for anybody who has the code."""
    return await desk_papers.record_of_code(code, "record_paper.issued", "record_paper.printed")


async def drafters(document_id: UUID, record_id: UUID) -> list[UUID]:
    """Return everybody who wrote a draft of this paper, also one that was rewritten since."""
    found = await database.fetch(
        """
        SELECT DISTINCT e.officer_id FROM ledger_entries e
        WHERE e.record_id = $1 AND e.act_type = 'record_paper.drafted' AND e.quarantine IS NULL
            AND e.act::jsonb #>> '{content,document_id}' = $2
        """,
        record_id,
        str(document_id),
    )
    return [row["officer_id"] for row in found]
