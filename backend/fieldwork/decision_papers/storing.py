"""Decisions in the object store: locked by a worker after their act was recorded."""

from backend.documents import protecting
from backend.fieldwork.queries import decision_papers as queries

_PAPERS = protecting.Keeping(queries.files)
protect = _PAPERS.protect
ask_for_protection = _PAPERS.ask_for_protection
