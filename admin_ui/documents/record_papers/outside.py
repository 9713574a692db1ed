"""Papers of records that their signer signs with a token elsewhere: prepared, downloaded, sent back, or given up."""

from admin_ui.documents.paper_pages import outside
from admin_ui.documents.record_papers.paths import LIST
from backend.documents.record_papers import service as papers

HANDLERS = outside.handlers(LIST, papers.read, papers.outside, "documents/record_papers")
