"""Papers of cases in the object store: locked by a worker after their act was recorded."""

from backend.casework.queries import issued_documents as queries
from backend.documents import protecting

_PAPERS = protecting.Keeping(queries.files)
protect = _PAPERS.protect
ask_for_protection = _PAPERS.ask_for_protection
