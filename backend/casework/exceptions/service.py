"""The list of exceptions for auditors, legal officers and supervisors, and the verdict on one."""

from datetime import datetime
from uuid import UUID

from backend.casework.derived import exceptions as rules
from backend.casework.exceptions.nobody_looked import NobodyLooked as NobodyLooked
from backend.casework.exceptions.nobody_looked import nobody_looked as nobody_looked
from backend.casework.queries import exceptions as queries
from backend.casework.queries.exceptions import ListedException
from backend.casework.texts.exceptions import KINDS
from backend.core import clock, keyset, scope
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.ledger import service as ledger
from schemas.casework.exceptions import (
    ExceptionAct,
    ExceptionChecked,
    ExceptionKind,
    ExceptionPage,
    ExceptionView,
)
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind

PAGE = 50
NAMES = KINDS
"""The name of each kind, in both languages, for a page's filter."""


async def page(
    actor: Actor,
    *,
    show: str = "waiting",
    kind: ExceptionKind | None = None,
    cursor: str | None = None,
    limit: int = PAGE,
) -> ExceptionPage:
    """List one page of the reader's unit and below.

    Raises NotAllowed for officers who check nothing, Invalid for a cursor that this list did not
    make.
    """
    condition, args = scope.sql(scope.exceptions(actor), "x", 5)
    if condition == "false":
        raise NotAllowed
    after = keyset.read(cursor, datetime, UUID) if cursor else None
    rows = await queries.page(condition, args, show, kind, after, limit + 1)
    counted = await queries.counts(*scope.sql(scope.exceptions(actor), "x", 2), clock.now())
    return ExceptionPage(
        rows=[_view(row, actor) for row in rows[:limit]],
        waiting=counted.waiting,
        overdue=counted.overdue,
        total=counted.total,
        next=_after(rows[limit - 1]) if len(rows) > limit else None,
    )


def overdue(rows: list[ExceptionView]) -> set[UUID]:
    """Return the lines that nobody checked within their term."""
    now = clock.now()
    return {one.id for one in rows if one.right is None and one.check_by and one.check_by < now}


async def begin(actor: Actor, exception_id: UUID) -> None:
    """Check that the officer sees it at all, before anything is said of their input.

    Raises NotAllowed and NotFound.
    """
    if scope.exceptions(actor).empty:
        raise NotAllowed
    if not await queries.in_sight(actor, exception_id):
        raise NotFound(what="exception")


async def check(actor: Actor, exception_id: UUID, content: ExceptionChecked) -> ledger.Outcome:
    """Give the verdict, in the caller's transaction.

    Raises NotAllowed, NotFound if it is out of sight.
    """
    await begin(actor, exception_id)
    act = ledger.desk_act(
        RecordKind.EXCEPTION, exception_id, ExceptionAct.EXCEPTION_CHECKED, content, actor
    )
    return await ledger.record(act, actor)


def _view(row: ListedException, actor: Actor) -> ExceptionView:
    mine = rules.may_check(actor, row.officer_id, row.path, row.officer_path, row.kind)
    mine = mine and row.record_id != actor.officer_id
    return ExceptionView(
        id=row.id,
        kind=row.kind,
        record_kind=row.record_kind,
        record_id=row.record_id,
        record_number=row.record_number,
        party=row.party,
        officer_id=row.officer_id,
        officer_name=row.officer_name,
        unit=Text(vi=row.name_vi, en=row.name_en),
        reason=row.reason,
        at=row.at,
        check_by=row.check_by,
        right=None if row.verdict is None else row.verdict == "right",
        note=row.note,
        checked_by_name=row.checked_by_name,
        checked_at=row.checked_at,
        may_check=mine and row.verdict is None,
        title=KINDS[row.kind],
        paper_id=row.paper_id,
        paper_form=row.paper_form,
        paper_version=row.paper_version,
        paper_number=row.paper_number,
        ask_id=row.ask_id,
    )


def _after(row: ListedException) -> str:
    return keyset.write(row.check_by or keyset.FOREVER, row.id)
