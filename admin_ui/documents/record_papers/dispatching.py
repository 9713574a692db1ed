"""The clerk enters to whom a signed paper of a record went, how and when."""

from uuid import UUID

import msgspec

from admin_ui.documents.paper_pages import dispatching
from admin_ui.documents.paper_pages.dispatching import Dispatch, recipients
from admin_ui.documents.record_papers.paths import LIST
from admin_ui.shell import typed
from admin_ui.shell.forms import Form
from backend.core import clock
from backend.documents.record_papers import service as papers
from schemas.documents.record_papers import RecordPaperDispatched, RecordPaperView

MANNERS = ("direct", "post", "electronic", "posted")
MOST = 200


def _opened(view: RecordPaperView) -> dict[str, str]:
    today, line = clock.today().isoformat(), view.secret_recipient or ""
    return {"sent_on": today, "manner": "direct", "recipients": line}


def _right(view: RecordPaperView, form: Form) -> dict[str, bool]:
    sent_on, issued_on = typed.day_or_none(form.text("sent_on")), view.row.issued_on
    return {
        "sent_on": sent_on is not None and (issued_on or sent_on) <= sent_on <= clock.today(),
        "manner": form.text("manner") in MANNERS,
        "recipients": dispatching.fit(recipients(form), MOST),
        "note": len(form.text("note")) <= 500,
    }


def _content(document_id: UUID, form: Form) -> RecordPaperDispatched:
    same = {
        "manner": form.text("manner"),
        "sent_on": typed.day_or_none(form.text("sent_on")),
        "note": form.text("note") or None,
    }
    sent = [{"recipient": one, **same} for one in recipients(form)]
    return msgspec.convert({"document_id": document_id, "sent": sent}, RecordPaperDispatched)


HANDLERS = dispatching.handlers(
    LIST,
    papers,
    Dispatch(
        template="documents/record_papers/dispatch.html",
        manner_words="rpaper.manner_",
        wrong_words="rpaper.wrong_",
        manners=MANNERS,
        opened=_opened,
        right=_right,
        content=_content,
    ),
)
