"""The job that tells of terms that are no clocks of a case: comparisons (48 hours) and exceptions.

Time limits of cases have a job of their own (backend/casework/clocks/reminding.py). Every worker
runs both. A notice is unique by its record, stage and end, so nothing is told twice.
"""

from datetime import timedelta
from uuid import UUID

from backend.casework.queries import terms as queries
from backend.casework.queries.terms import Term
from backend.casework.texts.exceptions import KINDS
from backend.core import clock
from backend.core.database import transaction
from backend.documents import forms
from backend.documents.record_papers import telling as record_papers
from backend.force.notices import service as notices
from backend.law.deadlines import service as deadlines
from schemas.casework.exceptions import ExceptionKind
from schemas.core.problems import Text

EVERY = timedelta(minutes=1)
"""How often each worker looks."""
_PORTION = 200
_BY_HAND = Text(vi="Quyết định kiểm tra ký trên bản giấy", en="Decision signed by hand")


async def remind() -> int:
    """Tell of what must be compared or checked within 24 hours, or should have been; return how many."""
    async with transaction():
        found = await queries.open_terms(clock.now(), _PORTION)
        return sum([await _tell(one) for one in found])


async def _tell(term: Term) -> int:
    sentence = "exception" if term.kind == "exception" else "compare"
    words = {
        "what": _what(term),
        "number": term.number or "–",
        "due": deadlines.end_words(term.due_at),
    }
    if term.kind == "exception":
        words["officer"] = term.officer or ""
    return await notices.tell(
        await _whom(term),
        term.kind,
        term.id,
        f"{sentence}.{term.moment}",
        words,
        once=f"{term.id}/{term.moment}/{term.due_at.isoformat()}",
        due_at=term.due_at,
    )


async def _whom(term: Term) -> list[UUID]:
    """Return who must act, and once it is overdue their heads too."""
    if term.kind == "exception":
        return await notices.checkers(term.path, term.own[0])
    told = await notices.second_persons(term.path, term.own)
    if term.moment != "due":
        told += [one for one in await notices.heads_of(term.path) if one not in term.own]
    if term.kind == "record_paper":  # of information about an officer, not all of the unit see it
        return await record_papers.who_sees(told, term.id)
    return told


def _what(term: Term) -> str | Text:
    if term.kind == "exception":
        return KINDS[ExceptionKind(term.name or "")]
    if term.form is not None and term.form_version is not None:
        return Text(**forms.load(term.form, term.form_version)["x-title"])
    return Text(vi=f"{_BY_HAND.vi}, {term.name}", en=f"{_BY_HAND.en}, {term.name}")
