"""What a group to the right shows beside a paper of its records: how its approval stands.

    beside.register(RecordKind.INFORMATION, submitted.approval)

Done by the router, once.
"""

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple
from uuid import UUID

from admin_ui.shell.render import AnyRequest
from schemas.core.vocabulary import RecordKind
from schemas.documents.record_papers import RecordPaperView


class Beside(NamedTuple):
    """A template of that group, and what it is drawn from, as `approval`."""

    template: str
    approval: dict[str, Any]


Maker = Callable[[AnyRequest, UUID, UUID], Awaitable[Beside | None]]
"""Returns what stands beside a paper: the request, the record and the paper. In the caller's transaction."""

_MAKERS: dict[RecordKind, Maker] = {}


def register(kind: RecordKind, maker: Maker) -> None:
    """Register what stands beside papers of this kind of record."""
    _MAKERS[kind] = maker


async def of(request: AnyRequest, view: RecordPaperView) -> Beside | None:
    """Return what stands beside a paper, in the caller's transaction; None if nothing does."""
    maker = _MAKERS.get(view.row.record_kind)
    return await maker(request, view.row.record_id, view.row.id) if maker else None
