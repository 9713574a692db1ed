"""Every list of the desk that can be taken away as a file. A web process offers them, a worker writes them."""

from admin_ui.casework.cases import exporting as cases
from admin_ui.casework.clocks import exporting as due
from admin_ui.casework.hand_signed import exporting as by_hand
from admin_ui.casework.outgoing import exporting as outgoing
from admin_ui.documents.record_papers import exporting as papers
from admin_ui.fieldwork.decision_papers import exporting as decisions
from admin_ui.fieldwork.diary import exporting as diary
from admin_ui.force.devices import exporting as devices
from admin_ui.force.incoming import exporting as incoming
from admin_ui.force.people import exporting as people
from admin_ui.insight.dashboards import exporting as dashboard
from admin_ui.insight.report_definitions import exporting as report_definitions
from admin_ui.insight.reports import exporting as reports
from admin_ui.insight.samples import exporting as samples
from admin_ui.insight.search import exporting as inspections
from admin_ui.insight.statistics import exporting as statistics
from admin_ui.intake.board import exporting as informations
from admin_ui.intake.figures import exporting as intake_figures
from admin_ui.operations.exceptions import exporting as exceptions
from admin_ui.operations.log import exporting as log
from admin_ui.operations.refusals import exporting as refusals
from admin_ui.parties.register import exporting as parties
from admin_ui.planning.items import exporting as plan_items
from admin_ui.planning.plans import exporting as plans
from backend.exchange.list_exports import service as list_exports

LISTS = (
    *(*plans.LISTS, *plan_items.LISTS, *decisions.LISTS, *diary.LISTS, *papers.LISTS),
    *(*informations.LISTS, *intake_figures.LISTS, *incoming.LISTS),
    *(
        *cases.LISTS,
        *due.LISTS,
        *by_hand.LISTS,
        *outgoing.LISTS,
        *inspections.LISTS,
        *parties.LISTS,
    ),
    *(*dashboard.LISTS, *statistics.LISTS, *reports.LISTS, *exceptions.LISTS),
    *(
        *samples.LISTS,
        *refusals.LISTS,
        *people.LISTS,
        *devices.LISTS,
        *report_definitions.LISTS,
        *log.LISTS,
    ),
)
"""In the order of the navigation."""


def register() -> None:
    """Let all of them be taken away; registering again changes nothing."""
    list_exports.register(LISTS)
