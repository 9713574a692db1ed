"""Notices that somebody else changed a plan, or an item, between the opening of its form and its sending.

Two officers of a unit write at the same plan. Who saves last would take the other's words back without knowing it, so
the form carries a mark of what it was opened with. A form that is late is shown again with all that was typed; pressed
once more, it is saved.
"""

import hashlib

import msgspec

from admin_ui.shell.forms import Form

FIELD = "base"


def mark(content: msgspec.Struct | None) -> str:
    """Return the mark of what a form is opened with; empty for a form of something new."""
    if content is None:
        return ""
    return hashlib.sha256(msgspec.json.encode(content)).hexdigest()[:32]


def is_late(form: Form, content: msgspec.Struct | None) -> bool:
    """Tell whether the form was opened with something else than what stands now."""
    return form.text(FIELD) not in ("", mark(content))


def opened_now(form: Form, content: msgspec.Struct | None) -> Form:
    """Return the form as if it were opened with what stands now: its reader has been told."""
    return form.with_values({FIELD: mark(content)})
