"""All acts of submissions, routes and absences, by their names on the wire."""

from backend.approvals.acts import absences, routes, submissions
from backend.approvals.acts.declaring import Declared
from backend.ledger import declared
from schemas.approvals.words import AbsenceAct, RouteAct, SubmissionAct

SUBMISSION_ACTS: dict[SubmissionAct, Declared] = declared.index(SubmissionAct, submissions.ALL)
ROUTE_ACTS: dict[RouteAct, Declared] = declared.index(RouteAct, routes.ALL)
ABSENCE_ACTS: dict[AbsenceAct, Declared] = declared.index(AbsenceAct, absences.ALL)
EVERY = (*SUBMISSION_ACTS.values(), *ROUTE_ACTS.values(), *ABSENCE_ACTS.values())
