"""Registers every group's record handler with `ledger.record` (the one door).

Imported once by each process.
"""

from backend.approvals.absences.handler import AbsenceRecordHandler
from backend.approvals.derived import bounds as approval_bounds
from backend.approvals.publication import following as publication
from backend.approvals.publication import looking
from backend.approvals.routes.handler import RouteRecordHandler
from backend.approvals.submissions import subjects
from backend.approvals.submissions.handler import SubmissionRecordHandler
from backend.casework.approving import following as case_approving
from backend.casework.approving import looking as case_looking
from backend.casework.cases import (
    adhoc_plans,
    following,
    inspection_papers,
    splitting,
    succeeding,
)
from backend.casework.cases import diary as case_diary
from backend.casework.cases.handler import CaseRecordHandler
from backend.casework.derived import bounds as case_bounds
from backend.casework.exceptions import handler as exceptions
from backend.casework.exceptions.handler import ExceptionRecordHandler
from backend.documents.record_papers import owners
from backend.documents.rules import record_paper_bounds
from backend.fieldwork.approving import answering
from backend.fieldwork.approving import following as submitting
from backend.fieldwork.approving import looking as inspection_looking
from backend.fieldwork.decision_papers import proposing
from backend.fieldwork.derived import bounds as inspection_bounds
from backend.fieldwork.diary import handler as diary
from backend.fieldwork.inspections import joining, plan_judging
from backend.fieldwork.inspections import planned as planned_decisions
from backend.fieldwork.inspections.handler import InspectionRecordHandler
from backend.force.accounts import teams
from backend.force.accounts.handlers import DeviceRecordHandler, OfficerRecordHandler
from backend.force.derived import bounds as people_bounds
from backend.force.importing.handler import PeopleImportRecordHandler
from backend.force.units import open_cases
from backend.force.units import taking_over as people_taken_over
from backend.force.units.handler import UnitRecordHandler
from backend.insight.derived import bounds as report_bounds
from backend.insight.handing_over import teams_waiting
from backend.insight.report_definitions.handler import ReportDefinitionRecordHandler
from backend.insight.reports import following as report_approving
from backend.insight.reports import looking as report_looking
from backend.insight.reports import owning as report_papers
from backend.insight.reports import telling as report_telling
from backend.insight.reports.handler import ReportRecordHandler
from backend.insight.rules import sample_bounds
from backend.insight.samples.handler import SampleRecordHandler
from backend.insight.signing.handler import FiguresRecordHandler
from backend.intake.derived import bounds as information_bounds
from backend.intake.informations import approving as information_approving
from backend.intake.informations import diary as information_diary
from backend.intake.informations import following as information_following
from backend.intake.informations import papers as information_papers
from backend.intake.informations.handler import InformationRecordHandler
from backend.intake.public_form import taking as public_reports
from backend.law.catalogue.handler import CatalogueRecordHandler
from backend.ledger import handlers
from backend.ledger.bounds import rules as bounds
from backend.operations.recovery.handler import InstallationRecordHandler
from backend.parties.derived import bounds as party_bounds
from backend.parties.importing.handler import PartyImportRecordHandler
from backend.parties.registering.handler import PartyRecordHandler
from backend.parties.weighing.handler import PartyLikenessRecordHandler
from backend.planning.approving import following as plan_approving
from backend.planning.approving import looking as plan_looking
from backend.planning.comparing import decisions as compared_decisions
from backend.planning.derived import bounds as plan_bounds
from backend.planning.papers import owning
from backend.planning.plans import releasing
from backend.planning.plans import telling as plan_telling
from backend.planning.plans.handler import PlanRecordHandler
from backend.planning.progress import following as carried_out
from schemas.core.vocabulary import RecordKind


def open_all() -> None:
    """Register every record handler; calling it again changes nothing."""
    bounds.add(people_bounds.BOUNDS)
    bounds.add(inspection_bounds.BOUNDS)
    bounds.add(case_bounds.BOUNDS)
    bounds.add(approval_bounds.BOUNDS)
    bounds.add(record_paper_bounds.BOUNDS)
    bounds.add(plan_bounds.BOUNDS)
    bounds.add(information_bounds.BOUNDS)
    bounds.add(report_bounds.BOUNDS)
    bounds.add(sample_bounds.BOUNDS)
    bounds.add(party_bounds.BOUNDS)
    handlers.register(RecordKind.INSPECTION, InspectionRecordHandler())
    handlers.register(RecordKind.OFFICER, OfficerRecordHandler())
    handlers.register(RecordKind.DEVICE, DeviceRecordHandler())
    handlers.register(RecordKind.UNIT, UnitRecordHandler())
    handlers.register(RecordKind.CATALOGUE, CatalogueRecordHandler())
    handlers.register(RecordKind.CASE, CaseRecordHandler())
    handlers.register(RecordKind.SUBMISSION, SubmissionRecordHandler())
    handlers.register(RecordKind.ROUTE, RouteRecordHandler())
    handlers.register(RecordKind.ABSENCE, AbsenceRecordHandler())
    handlers.register(RecordKind.EXCEPTION, ExceptionRecordHandler())
    handlers.register(RecordKind.PLAN, PlanRecordHandler())
    handlers.register(RecordKind.INFORMATION, InformationRecordHandler())
    handlers.register(RecordKind.REPORT, ReportRecordHandler())
    owners.register(RecordKind.INFORMATION, information_papers.OWNER)
    handlers.register(RecordKind.DIARY, diary.DiaryRecordHandler())
    handlers.register(RecordKind.FIGURES, FiguresRecordHandler())
    handlers.register(RecordKind.REPORT_DEFINITION, ReportDefinitionRecordHandler())
    handlers.register(RecordKind.SAMPLE, SampleRecordHandler())
    handlers.register(RecordKind.PARTY, PartyRecordHandler())
    handlers.register(RecordKind.PARTY_IMPORT, PartyImportRecordHandler())
    handlers.register(RecordKind.PEOPLE_IMPORT, PeopleImportRecordHandler())
    handlers.register(RecordKind.PARTY_LIKENESS, PartyLikenessRecordHandler())
    handlers.register(RecordKind.INSTALLATION, InstallationRecordHandler())
    open_cases.know(splitting.plan, splitting.unknown)
    teams.know(teams_waiting.waits_for)
    handlers.follow(RecordKind.UNIT, people_taken_over.follow)
    handlers.follow(RecordKind.UNIT, succeeding.follow)
    handlers.open_to_citizens(RecordKind.INFORMATION, public_reports.CITIZENS)
    handlers.follow(RecordKind.INFORMATION, public_reports.follow)
    handlers.follow(RecordKind.INFORMATION, information_diary.follow)
    subjects.register(
        RecordKind.INFORMATION,
        information_approving.look,
        information_approving.hold,
        information_approving.hidden,
    )
    handlers.follow(RecordKind.INFORMATION, information_approving.follow_information)
    handlers.follow(RecordKind.SUBMISSION, information_approving.follow_submission)
    subjects.register(RecordKind.CATALOGUE, looking.look)
    subjects.register(RecordKind.PLAN, plan_looking.look, plan_looking.hold)
    owners.register(RecordKind.PLAN, owning.OWNER)
    handlers.follow(RecordKind.PLAN, plan_approving.follow_plan)
    handlers.follow(RecordKind.PLAN, plan_telling.follow)
    handlers.follow(RecordKind.PLAN, releasing.follow)
    handlers.follow(RecordKind.SUBMISSION, plan_approving.follow_submission)
    subjects.register(RecordKind.REPORT, report_looking.look, report_looking.hold)
    owners.register(RecordKind.REPORT, report_papers.OWNER)
    handlers.follow(RecordKind.REPORT, report_approving.follow_report)
    handlers.follow(RecordKind.REPORT, report_telling.follow)
    handlers.follow(RecordKind.SUBMISSION, report_approving.follow_submission)
    subjects.register(RecordKind.CASE, case_looking.look, case_looking.hold)
    handlers.follow(RecordKind.CATALOGUE, publication.follow_catalogue)
    handlers.follow(RecordKind.SUBMISSION, publication.follow_submission)
    handlers.follow(RecordKind.SUBMISSION, case_approving.follow_submission)
    handlers.follow(RecordKind.CASE, case_approving.follow_case)
    handlers.follow(RecordKind.INSPECTION, following.follow)
    handlers.follow(RecordKind.INSPECTION, inspection_papers.follow_inspection)
    handlers.follow(RecordKind.INSPECTION, exceptions.follow)
    handlers.follow(RecordKind.INSPECTION, carried_out.follow)
    handlers.follow(RecordKind.INSPECTION, proposing.follow)
    handlers.follow(RecordKind.INSPECTION, diary.follow)
    handlers.follow(RecordKind.CASE, exceptions.follow)
    handlers.follow(RecordKind.OFFICER, exceptions.follow)
    handlers.follow(RecordKind.CASE, case_diary.follow)
    handlers.follow(RecordKind.CASE, inspection_papers.follow_case)
    # After proposing.follow, which drafts the decision of a proposal: the draft is what is submitted.
    subjects.register(RecordKind.INSPECTION, inspection_looking.look, inspection_looking.lock)
    handlers.follow(RecordKind.INSPECTION, submitting.follow)
    handlers.follow(RecordKind.SUBMISSION, answering.follow)
    handlers.follow(RecordKind.CASE, information_following.follow_case)
    handlers.follow(RecordKind.INSPECTION, information_following.follow_inspection)
    plan_judging.know(adhoc_plans.cited)
    planned_decisions.know(compared_decisions.against)
    joining.tell(submitting.began, submitting.joined)
