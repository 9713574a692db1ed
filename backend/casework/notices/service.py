"""An officer's notices: page by page at the desk; on phones those that are not read yet.

A notice of a time limit shows the number and the party of its case. So it is read here, in a group
that may import the notices of `force`.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.notices import briefly
from backend.casework.queries import notices as queries
from backend.casework.queries.notices import ShownNotice
from backend.core import clock, keyset
from backend.core.actors import Actor
from backend.force.notices.service import ON_PHONE
from backend.force.queries import notices as notice_queries
from backend.force.texts import notices as texts
from backend.law.deadlines import service as deadlines
from schemas.core.problems import Text
from schemas.force.notices import NoticeKind
from schemas.law.deadlines import Notice

PAGE = 40


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A notice, as the desk shows it. Only time limits of cases have `rule` and `moment`."""

    id: UUID
    kind: str
    """Which record it leads to: backend/force/notices/telling.py."""
    text_key: str
    about: NoticeKind | None
    """What it is for its reader; null in notices from before this was kept."""
    urgent: bool
    record_id: UUID
    case_number: str | None
    party: str | None
    rule: str | None
    moment: str | None
    title: Text
    whom: Text | None
    """The party, or else the thing, that it is about."""
    text: Text
    brief: Text
    """The text as a row of a list has room for it: without the provision and what `whom` says."""
    due_at: datetime | None
    at: datetime
    seen_at: datetime | None
    read_at: datetime | None
    settled_at: datetime | None


class ToldPage(msgspec.Struct, frozen=True, kw_only=True):
    """An officer's notices, newest first, and how many of them are not read."""

    rows: list[Told]
    unread: int
    next: str | None


async def mine(
    actor: Actor,
    cursor: str | None = None,
    limit: int = PAGE,
    about: NoticeKind | None = None,
) -> ToldPage:
    """List the officer's own notices at the desk, newest first, of one kind if it is named.

    Raises Invalid for a cursor that this list did not make.
    """
    after = keyset.read(cursor, datetime, UUID) if cursor else None
    found = await queries.page(actor.officer_id, after, limit + 1, about)
    rows = [_told(row) for row in found[:limit]]
    return ToldPage(
        rows=rows,
        unread=await notice_queries.count_open(actor.officer_id),
        next=keyset.write(rows[-1].at, rows[-1].id) if len(found) > limit else None,
    )


async def on_phone(officer_id: UUID, notice_id: UUID | None = None) -> list[dict[str, Any]]:
    """Return what an officer's phone shows: the newest unread notices, or this one alone."""
    rows = await queries.open_of(officer_id, notice_id, ON_PHONE)
    return [msgspec.to_builtins(_notice(row)) for row in rows]


def _text(row: ShownNotice) -> Text:
    if row.rule is None or row.due_at is None:  # it is of no time limit of a case
        return texts.told(row.text_key, row.numbers)
    label, citation = deadlines.words_of(row.numbers["rule_set"], row.rule)
    end = deadlines.end_words(row.due_at)
    return texts.body(row.text_key, row.case_number or "…", label, citation, end)


def _brief(row: ShownNotice, whom: Text | None, text: Text) -> Text:
    if row.rule is None or row.due_at is None:
        return briefly.without(text, whom)
    label, _ = deadlines.words_of(row.numbers["rule_set"], row.rule)
    counts = briefly.counts(row.moment, row.due_at, row.settled_at)
    rest = deadlines.rest_words(row.due_at, clock.now()) if counts else None
    return briefly.limit(row.case_number or "…", label, deadlines.end_words(row.due_at), rest)


def _told(row: ShownNotice) -> Told:
    made = ("title", "whom", "text", "brief")
    same = (name for name in Told.__struct_fields__ if name not in made)
    whom, text = briefly.whom(row.kind, row.party, row.numbers), _text(row)
    return Told(
        title=texts.title(row.text_key),
        whom=whom,
        text=text,
        brief=_brief(row, whom, text),
        **{name: getattr(row, name) for name in same},
    )


def _notice(row: ShownNotice) -> Notice:
    same = (name for name in Notice.__struct_fields__ if name not in ("title", "text"))
    return Notice(
        title=texts.title(row.text_key),
        text=_text(row),
        **{name: getattr(row, name) for name in same},
    )
