"""All pages of the desk under one router: the guard, security headers, problems as pages.

A page module lists its handlers in `HANDLERS`. The desk's guard protects every handler without
`opt={"public": True}`.
"""

from litestar import Router, get
from litestar.params import FromPath

from admin_ui import exported_lists
from admin_ui.approvals.absences import page as absences
from admin_ui.approvals.review import page as review
from admin_ui.approvals.routes import page as approval_routes
from admin_ui.approvals.submissions import page as submissions
from admin_ui.casework.case_file import page as case_file
from admin_ui.casework.cases import page as cases
from admin_ui.casework.clocks import page as clocks
from admin_ui.casework.filing import page as filing
from admin_ui.casework.hand_signed import page as hand_signed
from admin_ui.casework.issued_documents import files as issued_document_files
from admin_ui.casework.issued_documents import page as issued_documents
from admin_ui.casework.issued_documents import paper_acts, reissue, reviewed, submitted
from admin_ui.casework.list_signing import page as list_signing
from admin_ui.casework.outgoing import page as outgoing
from admin_ui.casework.outside_acts import page as outside_acts
from admin_ui.casework.party_copies import page as party_copies
from admin_ui.casework.party_lookup import page as party_lookup
from admin_ui.casework.prior_offences import page as prior_offences
from admin_ui.casework.recording import adopting, opening
from admin_ui.casework.recording import page as recording
from admin_ui.casework.rule_sets import page as rule_sets
from admin_ui.casework.sanction import page as sanction
from admin_ui.casework.sealing import page as sealing
from admin_ui.casework.signed_outside import page as signed_outside
from admin_ui.documents.agency_seals import page as agency_seals
from admin_ui.documents.certificates import page as certificates
from admin_ui.documents.editor import amounts
from admin_ui.documents.record_papers import by_hand as record_papers_by_hand
from admin_ui.documents.record_papers import dispatching as record_papers_dispatching
from admin_ui.documents.record_papers import editing as record_papers_editing
from admin_ui.documents.record_papers import outside as record_papers_outside
from admin_ui.documents.record_papers import page as record_papers
from admin_ui.documents.record_papers import sealing as record_papers_sealing
from admin_ui.documents.scans import page as scans
from admin_ui.exchange.case_package import page as case_package
from admin_ui.exchange.evidence_export import page as evidence_export
from admin_ui.exchange.exports import page as exports
from admin_ui.exchange.rescue_files import page as rescue_files
from admin_ui.exchange.sample_bundles import page as sample_bundles
from admin_ui.fieldwork.adhoc_plans import page as adhoc_plans
from admin_ui.fieldwork.decision_papers import changing as decision_changing
from admin_ui.fieldwork.decision_papers import dispatching as decision_dispatching
from admin_ui.fieldwork.decision_papers import drafting as decision_drafting
from admin_ui.fieldwork.decision_papers import outside as decisions_outside
from admin_ui.fieldwork.decision_papers import page as decision_papers
from admin_ui.fieldwork.decision_papers import sealing as decision_sealing
from admin_ui.fieldwork.diary import page as diary
from admin_ui.fieldwork.entrusting import page as entrusting
from admin_ui.fieldwork.findings import page as findings
from admin_ui.fieldwork.gallery import compare
from admin_ui.fieldwork.gallery import page as gallery
from admin_ui.fieldwork.inspection_decisions import page as inspection_decisions
from admin_ui.fieldwork.inspections import page as inspections
from admin_ui.fieldwork.maker_signing import page as maker_signing
from admin_ui.fieldwork.matching import page as decision_matching
from admin_ui.fieldwork.minutes import pdf as minutes_pdf
from admin_ui.fieldwork.opinions import page as opinions
from admin_ui.fieldwork.photos import page as photos
from admin_ui.fieldwork.proposing import page as proposing
from admin_ui.fieldwork.quarantine import page as quarantine
from admin_ui.fieldwork.relations import page as relations
from admin_ui.fieldwork.reviewing import reviewed as inspections_reviewed
from admin_ui.fieldwork.rulings import page as rulings
from admin_ui.fieldwork.site_papers import pdf as site_papers_pdf
from admin_ui.fieldwork.unknown_inspections import page as unknown_inspections
from admin_ui.fieldwork.visit_map import page as visit_map
from admin_ui.force.account import page as account
from admin_ui.force.delegations import page as delegations
from admin_ui.force.devices import messages as device_messages
from admin_ui.force.devices import new_devices
from admin_ui.force.devices import page as devices
from admin_ui.force.enrolment import page as enrolment
from admin_ui.force.incoming import page as incoming
from admin_ui.force.lost_phones import page as lost_phones
from admin_ui.force.machines import page as machines
from admin_ui.force.notice_settings import page as notice_settings
from admin_ui.force.notices import page as notices
from admin_ui.force.numbers import page as numbers
from admin_ui.force.passkeys import page as passkeys
from admin_ui.force.pending_requests import page as pending_requests
from admin_ui.force.people import objections, person_acts
from admin_ui.force.people import page as people
from admin_ui.force.people_imports import page as people_imports
from admin_ui.force.registers import page as registers
from admin_ui.force.restructurings import page as restructurings
from admin_ui.force.sign_in import page as sign_in
from admin_ui.force.units import approval as unit_approval
from admin_ui.force.units import letters as unit_letters
from admin_ui.force.units import page as units
from admin_ui.insight.dashboards import page as dashboards
from admin_ui.insight.figures import page as figures
from admin_ui.insight.handing_over import page as handing_over
from admin_ui.insight.live import page as live
from admin_ui.insight.my_work import page as my_work
from admin_ui.insight.parties import page as party_page
from admin_ui.insight.report_definitions import page as report_definitions
from admin_ui.insight.reports import acting as report_acts
from admin_ui.insight.reports import beginning as report_beginning
from admin_ui.insight.reports import files as report_files
from admin_ui.insight.reports import merging as report_merging
from admin_ui.insight.reports import overview as report_overview
from admin_ui.insight.reports import page as reports
from admin_ui.insight.reports import reviewed as reports_reviewed
from admin_ui.insight.reports import submitted as reports_submitted
from admin_ui.insight.reports import writing as report_writing
from admin_ui.insight.samples import acting as sample_acting
from admin_ui.insight.samples import page as samples
from admin_ui.insight.search import find
from admin_ui.insight.search import page as search
from admin_ui.insight.statistics import page as statistics
from admin_ui.intake.acts import page as information_acts
from admin_ui.intake.board import page as information_board
from admin_ui.intake.figures import page as information_figures
from admin_ui.intake.identities import page as informant_identities
from admin_ui.intake.informations import opening as information_secrets
from admin_ui.intake.informations import page as informations
from admin_ui.intake.informations import reviewed as informations_reviewed
from admin_ui.intake.informations import submitted as information_papers
from admin_ui.intake.registering import page as information_registering
from admin_ui.intake.relating import adding as information_more
from admin_ui.intake.relating import page as information_links
from admin_ui.intake.relating import proposing as information_proposals
from admin_ui.law.catalogue import decrees as catalogue_decrees
from admin_ui.law.catalogue import page as catalogue
from admin_ui.law.catalogue import proposals as catalogue_proposals
from admin_ui.law.catalogue import versions as catalogue_versions
from admin_ui.law.reckoner import page as reckoner
from admin_ui.operations.about import page as about
from admin_ui.operations.exceptions import page as exceptions
from admin_ui.operations.health import page as health
from admin_ui.operations.log import page as log
from admin_ui.operations.refusals import page as refusals
from admin_ui.operations.restores import page as restores
from admin_ui.operations.rights import page as rights
from admin_ui.parties.acting import page as party_acting
from admin_ui.parties.alike import page as parties_alike
from admin_ui.parties.editing import page as party_editing
from admin_ui.parties.imports import known as party_places
from admin_ui.parties.imports import page as party_imports
from admin_ui.parties.register import page as party_register
from admin_ui.parties.weighing import page as parties_weighing
from admin_ui.planning.deciding import page as plan_deciding
from admin_ui.planning.imports import page as plan_imports
from admin_ui.planning.items import editing as plan_item_editing
from admin_ui.planning.items import overlapping as plan_overlaps
from admin_ui.planning.items import page as plan_items
from admin_ui.planning.plans import acting as plan_acts
from admin_ui.planning.plans import heads as plan_heads
from admin_ui.planning.plans import page as plans
from admin_ui.planning.plans import reviewed as plans_reviewed
from admin_ui.planning.plans import submitted as plans_submitted
from admin_ui.planning.progress import page as plan_progress
from admin_ui.shell import around_requests
from admin_ui.shell import style_page as style
from admin_ui.shell.choosing import page as choosing
from admin_ui.shell.confirming import page as confirming
from admin_ui.shell.confirming.confirming import to_code
from admin_ui.shell.guards import at_desk, to_sign_in
from admin_ui.shell.headers import security_headers
from admin_ui.shell.help import page as help_pages
from admin_ui.shell.language import choose_language
from admin_ui.shell.last_seen import after_recording
from admin_ui.shell.problems import EXCEPTION_HANDLERS
from admin_ui.shell.static_files import static_file
from admin_ui.shell.submissions import show_sent, to_sent
from backend.core.errors import NotFound, NotSignedIn
from backend.core.submissions import SentAlready
from backend.force.accounts.service import ConfirmationNeeded

PAGES = (
    account,
    about,
    health,
    help_pages,
    style,
    adopting,
    agency_seals,
    amounts,
    case_file,
    case_package,
    cases,
    catalogue,
    catalogue_proposals,
    catalogue_decrees,
    catalogue_versions,
    certificates,
    clocks,
    compare,
    choosing,
    confirming,
    delegations,
    devices,
    device_messages,
    enrolment,
    entrusting,
    evidence_export,
    exceptions,
    exports,
    filing,
    findings,
    gallery,
    hand_signed,
    list_signing,
    signed_outside,
    inspection_decisions,
    adhoc_plans,
    diary,
    proposing,
    decision_changing,
    decision_drafting,
    decision_matching,
    decision_papers,
    decision_dispatching,
    decision_sealing,
    maker_signing,
    decisions_outside,
    inspections,
    issued_document_files,
    issued_documents,
    live,
    log,
    minutes_pdf,
    my_work,
    new_devices,
    notice_settings,
    notices,
    numbers,
    registers,
    report_definitions,
    incoming,
    outgoing,
    objections,
    opening,
    opinions,
    outside_acts,
    paper_acts,
    parties_alike,
    parties_weighing,
    party_copies,
    lost_phones,
    passkeys,
    pending_requests,
    people,
    person_acts,
    photos,
    party_acting,
    party_editing,
    party_lookup,
    party_page,
    party_register,
    prior_offences,
    quarantine,
    reckoner,
    relations,
    record_papers,
    record_papers_by_hand,
    record_papers_dispatching,
    record_papers_editing,
    record_papers_outside,
    record_papers_sealing,
    recording,
    refusals,
    reissue,
    report_acts,
    report_beginning,
    report_files,
    report_merging,
    report_overview,
    report_writing,
    reports,
    rescue_files,
    restores,
    rights,
    rule_sets,
    rulings,
    sanction,
    scans,
    sealing,
    search,
    find,
    sign_in,
    site_papers_pdf,
    dashboards,
    statistics,
    figures,
    samples,
    handing_over,
    sample_acting,
    sample_bundles,
    absences,
    approval_routes,
    submissions,
    review,
    units,
    unit_approval,
    unit_letters,
    machines,
    restructurings,
    plan_acts,
    plan_deciding,
    plan_heads,
    plan_imports,
    party_imports,
    people_imports,
    plan_item_editing,
    plan_items,
    plan_overlaps,
    plan_progress,
    plans,
    unknown_inspections,
    visit_map,
    information_acts,
    information_board,
    information_figures,
    information_links,
    information_more,
    information_proposals,
    information_registering,
    information_secrets,
    informant_identities,
    informations,
)

submitted.register()
inspections_reviewed.register()
reviewed.register()
plans_reviewed.register()
informations_reviewed.register()
reports_reviewed.register()
plans_submitted.register()
information_papers.register()
reports_submitted.register()
exported_lists.register()
party_places.register()


@get("/desk/{rest:path}", opt={"public": True}, include_in_schema=False)
async def nowhere(rest: FromPath[str]) -> None:
    """Answer any other address below /desk/ with a page of ours. Always raises NotFound."""
    raise NotFound(what=rest)


ROUTER = Router(
    path="/",
    route_handlers=[
        static_file,
        choose_language,
        nowhere,
        show_sent,
        *(handler for pages in PAGES for handler in pages.HANDLERS),
    ],
    guards=[at_desk],
    before_request=around_requests.begin,
    after_request=around_requests.settle,
    after_response=after_recording,
    middleware=[security_headers],
    exception_handlers={
        **EXCEPTION_HANDLERS,
        NotSignedIn: to_sign_in,
        ConfirmationNeeded: to_code,
        SentAlready: to_sent,
    },
)
