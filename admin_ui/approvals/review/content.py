"""What the workspace shows of one kind of record. Groups to the right register it.

    content.register(RecordKind.INSPECTION, of_inspection)

What nobody registered is shown field by field, as its places say (admin_ui/approvals/records.py).
"""

from collections.abc import Awaitable, Callable
from itertools import groupby
from typing import Any, NamedTuple

import msgspec

from admin_ui.approvals import records
from admin_ui.approvals.records import Place
from admin_ui.documents.lines import UNREAD
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from backend.approvals.reading.service import Submission
from backend.approvals.reviewing.service import LookedAt
from schemas.core.vocabulary import RecordKind


class Fact(NamedTuple):
    """One thing that the summary at the top says."""

    label: str
    said: str
    tone: str = ""
    """`warn` or `bad` for what is a risk; empty for all else."""
    anchor: str = ""
    """Where on the page it is."""
    until: Any = None
    """When a clock ends, said instead of `said`."""


class Changed(NamedTuple):
    """A field that says something else than on the reader's last look."""

    label: str
    before: str
    after: str


class Elsewhere(NamedTuple):
    """Something that the reader may do of the record itself, on a page of its own."""

    label: str
    address: str


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """One record in the workspace, in the reader's language."""

    template: str
    """What is submitted, as the printed form; the left column."""
    context: dict[str, Any]
    """What the templates need beside the words."""
    places: list[Place]
    facts: list[Fact] = []
    warnings: list[str] = []
    """Said once more beside the answer that binds."""
    hinders: str = ""
    """Why the answer that binds would be refused now; it is not offered then."""
    elsewhere: list[Elsewhere] = []
    side: str = ""
    """A template: photographs, findings, signatures; the right column."""
    sheets: tuple[str, ...] = ()
    """Style sheets that the templates need."""
    changed: list[Changed] = []
    news: list[str] = []
    """What else came since the reader's last look."""


Maker = Callable[[AnyRequest, Submission, LookedAt | None], Awaitable[Content | None]]
"""Makes the content of a submission; None where this reader sees the submission alone. `LookedAt` is the reader's
last look at other content. Called in a transaction."""

_MAKERS: dict[RecordKind, Maker] = {}


def register(kind: RecordKind, maker: Maker) -> None:
    """Register how the workspace shows one kind of record. Done by the router, once."""
    _MAKERS[kind] = maker


async def of(request: AnyRequest, facts: Submission, before: LookedAt | None) -> Content:
    """Return what the workspace shows of a submission."""
    subject = facts.subject
    maker = _MAKERS.get(subject.record_kind)
    made = await maker(request, facts, before) if maker else None
    if made is not None:
        return made
    return by_fields(await records.places(subject, actor_of(request), language_of(request)))


def by_fields(places: list[Place], context: dict[str, Any] | None = None, **more: Any) -> Content:
    """Return a content that shows each place that says something, parts of one thing below its name."""
    said = [one for one in places if one.said_or_picture and not one.at.endswith(UNREAD)]
    groups = [
        (name, [one._replace(label=one.label.removeprefix(name + _PART)) for one in parts])
        for name, parts in groupby(said, key=_whole)
    ]
    return Content(
        template="approvals/review/_fields.html",
        context=(context or {}) | {"groups": groups},
        places=places,
        **more,
    )


_PART = " – "
"""Between the name of a group or a row and that of its part (backend/documents, label())."""


def _whole(place: Place) -> str:
    """Return the name of the group that a place is part of; empty for one that stands alone."""
    whole, part, _ = place.label.rpartition(_PART)
    return whole if part else ""
