"""The clerk puts the agency's digital seal on a signed paper of a record."""

from admin_ui.documents.paper_pages import seal
from admin_ui.documents.record_papers.paths import LIST
from backend.documents.record_papers import service as papers

HANDLERS = seal.handlers(LIST, papers.read, papers.sealing)
