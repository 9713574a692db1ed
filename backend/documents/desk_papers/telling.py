"""What is asked of those who compare the scan of a sheet signed by hand with its print (practice B3).

Each function joins the transaction of the act that it tells of.
"""

from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta
from typing import Literal
from uuid import UUID

from backend.documents.queries.desk_papers import PaperColumns
from backend.force.notices import service as notices
from backend.law.deadlines import service as deadlines
from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

COMPARED_WITHIN = timedelta(hours=48)
"""By the clock, from the printing (PRACTICE B3, and Circular 22/2021/TT-BCT Art 7.4)."""


async def ask_to_compare(
    paper: PaperColumns,
    kind: Literal["decision", "record_paper"],
    what: Text,
    own: Iterable[UUID | None],
    among: Callable[[list[UUID]], Awaitable[list[UUID]]] | None = None,
) -> None:
    """Ask second persons to look at the scan that came, within 48 hours of the printing.

    `kind` is that of the notice's subject, `own` are those who have worked on the paper; `among`
    leaves those of the second persons who see its record. What was asked for before is answered by
    the scan.
    """
    if paper.issued_at is None:
        return
    await notices.settle(paper.id, about=[NoticeKind.RETURNED])
    await compared(paper.id)
    due_at = paper.issued_at + COMPARED_WITHIN
    words: dict[str, str | Text] = {
        "what": what,
        "number": paper.number or "",
        "due": deadlines.end_words(due_at),
    }
    second = await notices.second_persons(paper.path, {one for one in own if one})
    told = second if among is None else await among(second)
    await notices.tell(told, kind, paper.id, "compare.waits", words, due_at=due_at)


async def compared(document_id: UUID) -> None:
    """Settle what was asked of those who compare."""
    await notices.settle(document_id, keys=notices.COMPARISONS)
