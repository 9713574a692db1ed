"""Queries of verification about submissions, routes and absences. For operators: no scope applies."""

from backend.approvals.tables.absences import Absence
from backend.approvals.tables.routes import Route
from backend.approvals.tables.submissions import SubmissionRow, SubmissionWait
from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.operations.rules.verification import (
    AbsenceLine,
    RouteLine,
    SubmissionLine,
    WaitLine,
)


@compiled.many(SubmissionLine)
def submission_rows() -> Query:
    """Return all submissions as the table has them."""
    return SubmissionRow.select(*rows.columns(SubmissionLine, SubmissionRow))


@compiled.many(WaitLine)
def wait_rows() -> Query:
    """Return whom open steps wait for, as the table has it."""
    return SubmissionWait.select(*rows.columns(WaitLine, SubmissionWait))


@compiled.many(AbsenceLine)
def absence_rows() -> Query:
    """Return all absences as the table has them."""
    return Absence.select(*rows.columns(AbsenceLine, Absence))


@compiled.many(RouteLine)
def route_rows() -> Query:
    """Return all routes as the table has them."""
    return Route.select(*rows.columns(RouteLine, Route))
