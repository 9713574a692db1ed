"""Decisions that their signer signs with a token elsewhere: prepared, downloaded, sent back, or given up."""

from admin_ui.documents.paper_pages import outside
from admin_ui.fieldwork.decision_papers.drafting import LIST
from backend.fieldwork.decision_papers import service as papers

HANDLERS = outside.handlers(LIST, papers.read, papers.outside, "fieldwork/decision_papers")
