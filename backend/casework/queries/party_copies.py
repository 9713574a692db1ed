"""Queries of second codes and their uses, and of the stored files behind a paper's public code."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.casework.tables.documents import Document
from backend.casework.tables.party_copies import PartyCopy, PartyCopyUse
from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.fieldwork.tables.decision_papers import DecisionPaper


class CopyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A second code, without its hash."""

    id: UUID
    given_by_name: str
    given_at: datetime
    expires_at: datetime
    wrong_tries: int
    ended_at: datetime | None


class UseRow(msgspec.Struct, frozen=True, kw_only=True):
    """One use of a second code."""

    copy_id: UUID
    what: str
    file_name: str | None
    at: datetime


class Tried(msgspec.Struct, frozen=True, kw_only=True):
    """The open second code of a paper, of which one try was just taken."""

    id: UUID
    secret_hash: str


class StoredFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file in the object store that belongs to a paper."""

    document_id: UUID
    form: str
    form_version: int
    number: str | None
    sha256: str
    object_key: str
    media_type: str
    scan: bool


class Coded(msgspec.Struct, frozen=True, kw_only=True):
    """Where a paper with a code is."""

    record_id: UUID
    document_id: UUID


class InUse(msgspec.Struct, frozen=True, kw_only=True):
    """The second code of a paper that can be used now, and the request that asked for it."""

    id: UUID
    asked: UUID | None


async def lock(code: str) -> None:
    """Let others who give a code for this paper wait. In the caller's transaction."""
    await database.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended('party copy ' || $1::text, 0))", code
    )


async def in_use(code: str, tries: int) -> InUse | None:
    """Return the code of a paper that opens its copy now; None if there is none, or it is over or locked."""
    found = await database.fetchrow(
        "SELECT id, asked FROM party_copies"
        " WHERE code = $1 AND ended_at IS NULL AND expires_at > now() AND wrong_tries < $2",
        code,
        tries,
    )
    return rows.one(InUse, found)


async def give(
    copy_id: UUID,
    code: str,
    record_id: UUID,
    secret_hash: str,
    officer_id: UUID,
    expires: datetime,
    asked: UUID,
) -> None:
    """Enter a new second code; the one before is void from now on. After `lock`."""
    await database.execute(
        "UPDATE party_copies SET ended_at = now() WHERE code = $1 AND ended_at IS NULL", code
    )
    await PartyCopy.insert(
        PartyCopy(
            id=copy_id,
            code=code,
            record_id=record_id,
            secret_hash=secret_hash,
            given_by=officer_id,
            expires_at=expires,
            asked=asked,
        )
    )


async def take_try(code: str, tries: int) -> Tried | None:
    """Take one of the tries at the open second code of a paper; None if there is none, or none left.

    It is taken before anything is compared, in one statement: parallel tries do not slip past.
    """
    found = await database.fetchrow(
        """
        UPDATE party_copies SET wrong_tries = wrong_tries + 1
        WHERE code = $1 AND ended_at IS NULL AND expires_at > now() AND wrong_tries < $2
        RETURNING id, secret_hash
        """,
        code,
        tries,
    )
    return rows.one(Tried, found)


async def give_back(copy_id: UUID) -> None:
    """Give back the try of a right code."""
    await database.execute(
        "UPDATE party_copies SET wrong_tries = greatest(wrong_tries - 1, 0) WHERE id = $1", copy_id
    )


async def used(copy_id: UUID, what: str, file_name: str | None = None) -> None:
    """Record a use."""
    await PartyCopyUse.insert(PartyCopyUse(copy_id=copy_id, what=what, file_name=file_name))


@compiled.value(str)
def code_of(copy_id: UUID) -> Query:
    """Return the public code of the paper of a second code."""
    return PartyCopy.select(PartyCopy.code).where(PartyCopy.id == copy_id)


async def is_open(copy_id: UUID) -> bool:
    """Tell whether no newer code took its place, and its time is not over."""
    found: bool = await database.fetchval(
        "SELECT EXISTS (SELECT FROM party_copies WHERE id = $1 AND ended_at IS NULL AND expires_at > now())",
        copy_id,
    )
    return found


@compiled.many(CopyRow)
def of_paper(code: str) -> Query:
    """Return the second codes of a paper, the latest first. The caller has checked scope."""
    copies = PartyCopy.select(
        PartyCopy.id,
        PartyCopy.given_by.full_name.as_alias("given_by_name"),
        PartyCopy.given_at,
        PartyCopy.expires_at,
        PartyCopy.wrong_tries,
        PartyCopy.ended_at,
    )
    return (
        copies.where(PartyCopy.code == code).order_by(PartyCopy.given_at, ascending=False).limit(20)
    )


@compiled.many(UseRow)
def uses(copy_id: UUID) -> Query:
    """Return the latest uses of a second code."""
    used_so = PartyCopyUse.select(*rows.columns(UseRow, PartyCopyUse))
    return (
        used_so.where(PartyCopyUse.copy_id == copy_id)
        .order_by(PartyCopyUse.id, ascending=False)
        .limit(20)
    )


_FILE = """document_id, form, form_version, number, sha256, object_key, media_type, scan"""


async def files_of_case(case_id: UUID, document_id: UUID) -> list[StoredFile]:
    """Return the files of a paper of a case: itself (sealed, if it is), its scan, lists and annexes that name it.

    For anybody who has the second code.
    """
    found = await database.fetch(
        f"""
        WITH named AS (
            SELECT d.* FROM documents d WHERE d.id = $2 OR (
                d.case_id = $1 AND d.form IN ('BK', 'PL') AND d.state IN ('signed', 'delivered')
                AND d.fields ->> 'parent_number' = (SELECT number FROM documents WHERE id = $2)
            )
        )
        SELECT {_FILE} FROM (
            SELECT n.id AS document_id, n.form, n.form_version, n.number,
                coalesce(s.sha256, n.sha256) AS sha256, coalesce(s.object_key, n.object_key) AS object_key,
                'application/pdf' AS media_type, false AS scan, n.issued_at, n.id <> $2 AS beside
            FROM named n LEFT JOIN scans s ON s.id = n.sealed_id WHERE n.object_key IS NOT NULL
            UNION ALL
            SELECT n.id, n.form, n.form_version, n.number, s.sha256, s.object_key, s.media_type, true,
                n.issued_at, n.id <> $2
            FROM named n JOIN scans s ON s.id = n.scan_id
        ) f ORDER BY beside, issued_at, document_id, scan
        """,
        case_id,
        document_id,
    )
    return rows.many(StoredFile, found)


async def files_of_decision(code: str) -> list[StoredFile]:
    """Return the files of a decision of the desk: itself (sealed, if it is), and its scan."""
    found = await database.fetch(
        f"""
        SELECT {_FILE} FROM (
            SELECT p.id AS document_id, p.form, p.form_version, p.number, coalesce(s.sha256, p.sha256) AS sha256,
                coalesce(s.object_key, p.object_key) AS object_key, 'application/pdf' AS media_type, false AS scan
            FROM decision_papers p LEFT JOIN scans s ON s.id = p.sealed_id
            WHERE p.code = $1 AND p.object_key IS NOT NULL
            UNION ALL
            SELECT p.id, p.form, p.form_version, p.number, s.sha256, s.object_key, s.media_type, true
            FROM decision_papers p JOIN scans s ON s.id = p.scan_id WHERE p.code = $1
        ) f ORDER BY scan
        """,
        code,
    )
    return rows.many(StoredFile, found)


@compiled.one(Coded)
def decision_of_code(code: str) -> Query:
    """Return a decision of the desk with this code, or None."""
    paper = DecisionPaper.select(
        DecisionPaper.inspection_id.as_alias("record_id"), DecisionPaper.id.as_alias("document_id")
    )
    return paper.where(DecisionPaper.code == code)


@compiled.one(Coded)
def case_paper_of_code(code: str) -> Query:
    """Return a paper of a case with this code, not one that a phone numbered; or None."""
    paper = Document.select(
        Document.case_id.as_alias("record_id"), Document.id.as_alias("document_id")
    )
    return paper.where(Document.code == code)
