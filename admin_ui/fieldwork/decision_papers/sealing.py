"""The clerk puts the agency's digital seal on a signed decision."""

from admin_ui.documents.paper_pages import seal
from admin_ui.fieldwork.decision_papers.drafting import LIST
from backend.fieldwork.decision_papers import service as papers

HANDLERS = seal.handlers(LIST, papers.read, papers.sealing)
