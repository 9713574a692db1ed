"""Compares submissions, whom they wait for, routes and absences with their acts.

A line changed without `ledger.record` (the one door) would route a paper to another person, or give
somebody a stand-in whom nobody entered.
"""

from typing import Any
from uuid import UUID

import msgspec

from backend.approvals.rules import folding, terms
from backend.approvals.rules.facts import Event, Submission
from backend.approvals.rules.routes import Standing, published
from backend.core import local_time
from backend.law.deadlines import service as deadlines
from backend.operations.queries import approvals as queries
from backend.operations.rules.verification import EntryRow
from backend.operations.verification.findings import Report, Verdict
from schemas.approvals import absences, routes
from schemas.approvals.words import AbsenceAct, RouteAct, SubmissionAct, SubmissionState
from schemas.ledger.acts import CONTENTS

_SUBMISSIONS = frozenset(SubmissionAct)
_ABSENCES = frozenset(AbsenceAct)
_ROUTES = frozenset(RouteAct)
_STANDING = ("version", "content", "valid_to", "later", "later_version")


class Approvals:
    """Folds the acts as they are read, and compares the tables at the end."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._submissions: dict[UUID, Submission] = {}
        self._absences: dict[UUID, dict[str, Any]] = {}
        self._routes: dict[UUID, dict[str, Any]] = {}

    async def see(self, row: EntryRow) -> None:
        """Take the next entry; entries of a record come in their order."""
        kind = row.act_type
        if row.quarantine or kind not in _SUBMISSIONS | _ABSENCES | _ROUTES:
            return
        try:
            raw = msgspec.json.decode(row.act)
            content: Any = msgspec.convert(raw["content"], CONTENTS[kind])
        except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError):
            return  # already reported: the act's text is no act
        if kind in _SUBMISSIONS:
            self._submit(row, content)
        elif kind in _ABSENCES:
            self._absent(row, content)
        else:
            self._route(row, content)

    def _submit(self, row: EntryRow, content: Any) -> None:
        event = Event(
            number=row.number,
            act_id=row.act_id,
            type=SubmissionAct(row.act_type),
            content=content,
            officer_id=row.officer_id,
            made_at=row.made_at,
            received_at=row.received_at,
        )
        known = self._submissions.get(row.record_id)
        taken = folding.take(row.record_id, known, event, deadlines.calendar())
        self._submissions[row.record_id] = taken

    def _absent(self, row: EntryRow, content: Any) -> None:
        if isinstance(content, absences.AbsenceRecorded):
            self._absences[row.record_id] = {
                "officer_id": content.officer_id,
                "stand_in_id": content.stand_in_id,
                "first_day": content.first_day,
                "last_day": content.last_day,
                "entered_by": row.officer_id,
                "ended_on": None,
            }
        elif row.record_id in self._absences:
            self._absences[row.record_id]["ended_on"] = content.first_day_back

    def _route(self, row: EntryRow, content: Any) -> None:
        known = self._routes.get(row.record_id)
        match content:
            case routes.RouteDrafted() if known is None:
                self._routes[row.record_id] = {
                    "version": 0,
                    "content": content,
                    "draft": content,
                    "published_by": None,
                    "valid_to": None,
                    "later": None,
                    "later_version": None,
                }
            case routes.RouteDrafted():
                self._routes[row.record_id]["draft"] = content
            case routes.RoutePublished() if known is not None:
                before = Standing(*(known[name] for name in _STANDING))
                day = local_time.day_of(row.received_at)
                now = published(before, known["draft"], day)
                known |= {name: getattr(now, name) for name in _STANDING}
                known |= {"draft": None, "published_by": row.officer_id}
            case routes.RouteDeclined() if known is not None:
                known["draft"] = None
            case routes.RouteEnded() if known is not None:
                known["valid_to"] = content.valid_to

    async def end(self) -> None:
        """Compare both ways."""
        self._compare(
            "submission",
            {one.id: _said(one) for one in self._submissions.values()},
            {
                row.id: (
                    row.state,
                    row.record_id,
                    row.item_id,
                    row.shown,
                    row.rounds,
                    row.submitted_by,
                )
                for row in await queries.submission_rows()
            },
        )
        waits = {
            (one.id, step.number, key)
            for one in self._submissions.values()
            if one.state is SubmissionState.WAITING
            for step, _ in terms.open_steps(one)
            for key in step.keys
        }
        kept = {(row.submission_id, row.step, row.key) for row in await queries.wait_rows()}
        for ident in sorted({one[0] for one in waits ^ kept}):
            self._tell(f"submission {ident}", "the table has it wait for others than its acts say")
        self._compare(
            "absence",
            self._absences,
            {
                row.id: {name: getattr(row, name) for name in row.__struct_fields__ if name != "id"}
                for row in await queries.absence_rows()
            },
        )
        self._compare(
            "route",
            self._routes,
            {
                row.id: {
                    "version": row.version,
                    "content": _route_said(row.content),
                    "draft": _route_said(row.draft),
                    "published_by": row.published_by,
                    "valid_to": row.valid_to,
                    "later": _route_said(row.later),
                    "later_version": row.later_version,
                }
                for row in await queries.route_rows()
            },
        )

    def _compare(self, what: str, told: dict[UUID, Any], kept: dict[UUID, Any]) -> None:
        for ident in sorted(told.keys() | kept.keys()):
            if told.get(ident) != kept.get(ident):
                self._tell(f"{what} {ident}", "the table says another thing than its acts")

    def _tell(self, where: str, why: str) -> None:
        self._report.add(Verdict.TAMPERED, where, why)


def _route_said(column: str | None) -> routes.RouteDrafted | None:
    return msgspec.json.decode(column, type=routes.RouteDrafted) if column else None


def _said(one: Submission) -> tuple[Any, ...]:
    subject = one.subject
    return (one.state, subject.record_id, subject.item_id, one.shown, one.rounds, one.submitted_by)
