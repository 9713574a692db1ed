"""Acts about documents of others that a team obtains on site: filed, and struck out if in error.

They are evidence and kept as photographs are, from any officer and at any time.
"""

from uuid import UUID

from backend.fieldwork.acts.declaring import STAYS, Ask, Declared, Face, Who, Written
from backend.fieldwork.acts.shared import KEPT, position
from backend.fieldwork.rules.guard_context import GuardContext
from backend.ledger.bounds.edges import Fixed, Today
from backend.ledger.bounds.table import HAPPENED, INDEPENDENCE, bound
from schemas.fieldwork import filing as filing_acts
from schemas.fieldwork.words import ActType, QuarantineCode


def _fault_filed(_content: filing_acts.DocumentFiled, context: GuardContext) -> str | None:
    return QuarantineCode.DOCUMENT_ID_TAKEN if context.filed_taken else None


def _file_id(content: filing_acts.DocumentFiled, _act_id: UUID) -> UUID:
    return content.file_id


DOCUMENT_FILED = Declared(
    wire=ActType.DOCUMENT_FILED,
    face=Face.PHONE,
    who=Who.TEAM,
    evidence=True,
    older=KEPT,
    newer=STAYS,
    fault=_fault_filed,
    lasting=frozenset({QuarantineCode.DOCUMENT_ID_TAKEN}),
    asks=(Ask.FILED,),
    joins_the_file=True,
    brings=_file_id,
    writes=Written.FILED,
    bounds=(
        *position("/place"),
        bound("/size", Fixed(1), Fixed(filing_acts.MOST_BYTES), ("một tài liệu", "one document")),
        bound("/issued_on", Fixed(INDEPENDENCE), Today(), HAPPENED),
    ),
)


def _fault_struck(_content: filing_acts.DocumentStruck, context: GuardContext) -> str | None:
    return None if context.filed_here else QuarantineCode.DOCUMENT_UNKNOWN


DOCUMENT_STRUCK = Declared(
    wire=ActType.DOCUMENT_STRUCK,
    face=Face.PHONE,
    who=Who.TEAM,
    evidence=True,
    older=KEPT,
    newer=STAYS,
    fault=_fault_struck,
    lasting=frozenset({QuarantineCode.DOCUMENT_UNKNOWN}),
    asks=(Ask.FILED,),
    joins_the_file=True,
    writes=Written.STRUCK,
)

ALL = (DOCUMENT_FILED, DOCUMENT_STRUCK)
