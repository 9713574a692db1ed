"""The clerk enters how a signed decision went out, for the register of outgoing papers."""

from uuid import UUID

import msgspec

from admin_ui.documents.paper_pages import dispatching
from admin_ui.documents.paper_pages.dispatching import Dispatch, recipients
from admin_ui.fieldwork.decision_papers.drafting import LIST
from admin_ui.shell import typed
from admin_ui.shell.forms import Form
from backend.core import clock
from backend.fieldwork.decision_papers import service as papers
from schemas.fieldwork.decision_papers import DecisionPaperView, PaperDispatched

MANNERS = ("direct", "post", "electronic")
MOST = 50


def _opened(view: DecisionPaperView) -> dict[str, str]:
    del view
    return {"sent_on": clock.today().isoformat(), "copies": "1", "manner": "direct"}


def _right(view: DecisionPaperView, form: Form) -> dict[str, bool]:
    del view
    sent_on, copies = typed.day_or_none(form.text("sent_on")), form.text("copies")
    digits = copies.isascii() and copies.isdigit() and len(copies) <= 4
    return {
        "sent_on": sent_on is not None and sent_on <= clock.today(),
        "manner": form.text("manner") in MANNERS,
        "recipients": dispatching.fit(recipients(form), MOST),
        "copies": digits and 1 <= int(copies) <= 1000,
        "dispatch_note": len(form.text("dispatch_note")) <= 500,
    }


def _content(document_id: UUID, form: Form) -> PaperDispatched:
    content = {
        "document_id": document_id,
        "sent_on": typed.day_or_none(form.text("sent_on")),
        "manner": form.text("manner"),
        "recipients": recipients(form),
        "copies": int(form.text("copies")),
        "dispatch_note": form.text("dispatch_note") or None,
    }
    return msgspec.convert(content, PaperDispatched)


HANDLERS = dispatching.handlers(
    LIST,
    papers,
    Dispatch(
        template="fieldwork/decision_papers/dispatch.html",
        manner_words="qdkt.manner_",
        wrong_words="qdkt.wrong_",
        manners=MANNERS,
        opened=_opened,
        right=_right,
        content=_content,
    ),
)
