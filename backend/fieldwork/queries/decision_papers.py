"""Queries of papers of the desk about decisions: folded, judged, stored, listed."""

from datetime import datetime
from uuid import UUID

from backend.core import compiled, database, remembering, rows, scope, scoped
from backend.core.actors import Actor, UnitPath
from backend.core.compiled import Query
from backend.core.json_columns import decoded, written_or_none
from backend.core.scope import Reach
from backend.documents.queries import desk_papers
from backend.documents.queries.desk_papers import PaperColumns
from backend.documents.queries.stored_papers import Files
from backend.fieldwork.tables.decision_papers import DecisionPaper
from backend.fieldwork.tables.inspections import Inspection
from schemas.fieldwork.adhoc_plans import AdhocPlan, Emergency
from schemas.fieldwork.decision_papers import PaperPrinted
from schemas.fieldwork.decisions import DecisionChange, IssueDecision
from schemas.fieldwork.words import InspectionState, PaperState

JSON_COLUMNS = ("fields", "order", "change", "plan", "emergency")
"""Columns of a paper that are decoded."""


class DeskPaper(PaperColumns, frozen=True, kw_only=True):
    """A paper's row. Times are UTC."""

    inspection_id: UUID
    state: PaperState
    order: IssueDecision | None
    change: DecisionChange | None
    plan: AdhocPlan | None
    emergency: Emergency | None
    subject_name: str
    place: str
    former_names: str | None

    @property
    def decided(self) -> IssueDecision:
        """What the decision was filled from. Raises TypeError for any other paper."""
        if self.order is None:
            raise TypeError(f"{self.form} is no decision")
        return self.order


class NamedPaper(DeskPaper, frozen=True, kw_only=True):
    """A paper's row, with the names of officers and its scan's hash and type."""

    drafted_by_name: str
    scan_sha256: str | None
    scan_media_type: str | None


_NAMED = f"""
    SELECT {rows.named(DeskPaper, "p")}, o.full_name AS drafted_by_name,
        s.sha256 AS scan_sha256, s.media_type AS scan_media_type
    FROM decision_papers p JOIN officers o ON o.id = p.drafted_by LEFT JOIN scans s ON s.id = p.scan_id
"""


_PAPERS = desk_papers.Written(DecisionPaper)
set_state, set_scan = _PAPERS.set_state, _PAPERS.set_scan
set_compared, set_sealed = _PAPERS.set_compared, _PAPERS.set_sealed
files = Files(DecisionPaper)
"""Where its PDFs are in the object store."""
_COLUMNS = rows.columns(DeskPaper, DecisionPaper)
_NAMES = (
    DecisionPaper.drafted_by.full_name.as_alias("drafted_by_name"),
    DecisionPaper.scan_id.sha256.as_alias("scan_sha256"),
    DecisionPaper.scan_id.media_type.as_alias("scan_media_type"),
)


@compiled.one(DeskPaper, decode=JSON_COLUMNS)
def lock(document_id: UUID) -> Query:
    """Lock a paper's row until the transaction ends; None if there is none."""
    paper = DecisionPaper.select(*_COLUMNS).where(DecisionPaper.id == document_id)
    return paper.lock_rows("UPDATE")


@remembering.once
@compiled.one(DeskPaper, decode=JSON_COLUMNS)
def first_of(inspection_id: UUID, form: str) -> Query:
    """Return the paper on this form that the record has and nobody gave up, or None."""
    paper = DecisionPaper.select(*_COLUMNS).where(DecisionPaper.inspection_id == inspection_id)
    there = paper.where(DecisionPaper.form == form).where(DecisionPaper.state != "discarded")
    return there.order_by(DecisionPaper.drafted_at).limit(1)


@compiled.one(NamedPaper, decode=JSON_COLUMNS)
def in_sight(seen: Reach, document_id: UUID) -> Query:
    """Return a paper as far as it is in this reach."""
    paper = DecisionPaper.select(*_COLUMNS, *_NAMES).where(DecisionPaper.id == document_id)
    return paper.where(scoped.where(seen, DecisionPaper))


@remembering.once
async def find(actor: Actor, document_id: UUID) -> NamedPaper | None:
    """Return a paper in sight: of the reader's unit or below, or drafted by the reader."""
    return await in_sight(scope.decision_papers(actor), document_id)


@compiled.one(NamedPaper, decode=JSON_COLUMNS)
def named(document_id: UUID) -> Query:
    """Return a paper, or None. The caller checks that the reader may see its inspection."""
    return DecisionPaper.select(*_COLUMNS, *_NAMES).where(DecisionPaper.id == document_id)


@compiled.many(NamedPaper, decode=JSON_COLUMNS)
def of_inspection(inspection_id: UUID) -> Query:
    """Return the papers of an inspection in the order in which they were drafted.

    The caller has checked that the reader may see the inspection.
    """
    papers = DecisionPaper.select(*_COLUMNS, *_NAMES)
    papers = papers.where(DecisionPaper.inspection_id == inspection_id)
    return papers.order_by(DecisionPaper.drafted_at, DecisionPaper.id)


async def page(
    actor: Actor, open_only: bool, after: tuple[datetime, UUID] | None, limit: int
) -> list[NamedPaper]:
    """Return papers in sight, the latest change first; `open_only`: those that wait for somebody."""
    seen, args = scope.sql(scope.decision_papers(actor), "p", 2)
    waits = "p.state IN ('draft', 'printed', 'awaiting', 'sent_back')" if open_only else "true"
    beyond = ""
    if after is not None:
        args = [*args, *after]  # type: ignore[list-item]  # a keyset, after the reach
        beyond = f"AND (p.updated_at, p.id) < (${len(args)}::timestamptz, ${len(args) + 1}::uuid)"
    found = await database.fetch(
        f"""
        {_NAMED} WHERE {seen} AND {waits} {beyond} ORDER BY p.updated_at DESC, p.id DESC LIMIT $1
        """,
        limit,
        *args,
    )
    return rows.many(NamedPaper, decoded(found, *JSON_COLUMNS))


class WaitingDraft(NamedPaper, frozen=True, kw_only=True):
    """A draft, and whether it began as a proposal from a phone."""

    proposed: bool


async def drafts(actor: Actor, limit: int) -> list[WaitingDraft]:
    """Return drafts in sight that wait for a signature, the longest waiting first.

    A proposal that was sent back waits for its officer, not for a head.
    """
    seen, args = scope.sql(scope.decision_papers(actor), "n", 2)
    found = await database.fetch(
        f"""
        SELECT n.*, q.document_id IS NOT NULL AS proposed
        FROM ({_NAMED} WHERE p.state = 'draft') n LEFT JOIN inspection_proposals q ON q.document_id = n.id
        WHERE {seen} AND q.remarks IS NULL ORDER BY n.drafted_at, n.id LIMIT $1
        """,
        limit,
        *args,
    )
    return rows.many(WaitingDraft, decoded(found, *JSON_COLUMNS))


async def count_open(actor: Actor) -> int:
    """Count the papers in sight that wait for somebody."""
    seen, args = scope.sql(scope.decision_papers(actor), "p", 1)
    found: int = await database.fetchval(
        f"""
        SELECT count(*) FROM decision_papers p
        WHERE {seen} AND p.state IN ('draft', 'printed', 'awaiting', 'sent_back')
        """,
        *args,
    )
    return found


async def insert(
    document_id: UUID,
    inspection_id: UUID,
    path: UnitPath,
    form: tuple[str, int],
    filled: tuple[str, str, str | None, str | None, str | None],
    named: tuple[str, str],
    officer_id: UUID,
    at: datetime,
) -> None:
    """Insert a first draft. `form` is code and version, `filled` fields, hash, order,
    change and plan, `named` the party and the place."""
    await DecisionPaper.insert(
        DecisionPaper(
            id=document_id,
            inspection_id=inspection_id,
            unit_id=path.unit_id,
            unit_1=path.unit_1,
            unit_2=path.unit_2,
            unit_3=path.unit_3,
            unit_4=path.unit_4,
            form=form[0],
            form_version=form[1],
            state=PaperState.DRAFT,
            fields=filled[0],
            fields_hash=filled[1],
            order=filled[2],
            change=filled[3],
            plan=filled[4],
            subject_name=named[0],
            place=named[1],
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
    order: str | None,
    change: str | None,
    plan: str | None,
    subject_name: str,
    place: str,
    officer_id: UUID,
    at: datetime,
) -> Query:
    """Replace the content of a draft."""
    paper = DecisionPaper
    return paper.update(
        {
            paper.form_version: form_version,
            paper.fields: fields,
            paper.fields_hash: fields_hash,
            paper.order: order,
            paper.change: change,
            paper.plan: plan,
            paper.subject_name: subject_name,
            paper.place: place,
            paper.drafted_by: officer_id,
            paper.updated_at: at,
        }
    ).where(paper.id == document_id)


async def set_laid_out(
    content: PaperPrinted,
    state: PaperState,
    level: str | None,
    object_key: str,
    officer_id: UUID,
    at: datetime,
) -> None:
    """Store what numbering and laying out gave the paper."""
    said = {"emergency": written_or_none(content.emergency or None)}
    await _PAPERS.set_laid_out(content, state, level, object_key, officer_id, at, said)


@compiled.write
def set_former_names(document_id: UUID, names: str | None) -> Query:
    """Store whom the signed sheet names though they are not on the team, one a line."""
    paper = DecisionPaper
    return paper.update({paper.former_names: names}).where(paper.id == document_id)


async def record_of_code(code: str) -> UUID | None:
    """Return the record whose acts gave a paper this code, for anybody who has the code."""
    return await desk_papers.record_of_code(code, "paper.issued", "paper.printed")


@remembering.once
async def inspection_state(inspection_id: UUID) -> InspectionState | None:
    """Return the state of the inspection that a paper is about; None while there is none."""
    found = await Inspection.select(Inspection.state).where(Inspection.id == inspection_id)
    return InspectionState(found[0]["state"]) if found else None


async def named_by_decision(inspection_id: UUID) -> tuple[str, str]:
    """Return the party and the place of an inspection, which exists."""
    found = await Inspection.select(Inspection.subject_name, Inspection.subject_address).where(
        Inspection.id == inspection_id
    )
    return found[0]["subject_name"], found[0]["subject_address"]
