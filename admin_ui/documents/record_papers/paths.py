"""Addresses of papers of records, and of the records that they are of."""

from uuid import UUID

from schemas.core.vocabulary import RecordKind

LIST = "/desk/papers"
_RECORDS = {
    RecordKind.PLAN: "/desk/plans/{}",
    RecordKind.INFORMATION: "/desk/informations/{}",
    RecordKind.REPORT: "/desk/reports/{}",
}

WITH_PAPERS = tuple(_RECORDS)
"""Kinds of record that have papers."""


def address(document_id: UUID) -> str:
    """Return the address of a paper's page."""
    return f"{LIST}/{document_id}"


def record_address(kind: RecordKind, record_id: UUID) -> str:
    """Return the address of the page of a paper's record."""
    return _RECORDS[kind].format(record_id)
