"""Writes acts about documents of others that a team obtained on site into the read tables."""

from uuid import UUID

from backend.core.json_columns import written_or_none
from backend.fieldwork.derived import states
from backend.fieldwork.filing import keeping
from backend.fieldwork.inspections.taken import Taken
from backend.fieldwork.queries import filed as filed_queries
from backend.fieldwork.queries import inspections as queries
from backend.fieldwork.rules.locked import LockedInspection
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.fieldwork.filing import DocumentFiled, DocumentStruck


async def filed(taken: Taken, content: DocumentFiled) -> None:
    """Store an announced document, and have its bytes kept if they came first."""
    entry = Entry(number=taken.number, entry_hash=b"", received_at=taken.at, quarantine=None)
    await insert(taken.inspection, taken.parsed, content, entry, None)


async def struck(taken: Taken, content: DocumentStruck) -> None:
    """Mark a document as filed in error. It stays, with its bytes, and none that are missing are waited for."""
    await filed_queries.strike(content.file_id, content.reason, taken.at)
    await queries.recount(taken.act.record.id, taken.next_state, taken.at)


async def is_new(content: DocumentFiled) -> bool:
    """Tell whether no document has this id."""
    return await filed_queries.home_of(content.file_id) is None


async def insert(
    state: LockedInspection,
    parsed: ParsedAct,
    content: DocumentFiled,
    entry: Entry,
    code: str | None,
) -> None:
    """Store a document; `code` says why it is held, or None."""
    act = parsed.act
    await filed_queries.insert(
        act.record.id,
        entry.received_at,
        act.id,
        entry.number,
        act.officer_id,
        act.device_id,
        content,
        written_or_none(content.place),
        act.made_at,
        state.state in states.LATE,
        code,
    )
    await keeping.announced(content.file_id, act.officer_id, content.sha256)


async def decide(act_id: UUID, *, admitted: bool, addendum: bool) -> None:
    """Put a held document into effect, or mark it as dismissed."""
    await (filed_queries.admit(act_id, addendum) if admitted else filed_queries.dismiss(act_id))
