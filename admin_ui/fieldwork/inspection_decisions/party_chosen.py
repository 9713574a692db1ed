"""The party of a decision, as chosen from the register in its form."""

from uuid import UUID

from admin_ui.shell.forms import Form
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.parties import service as parties
from schemas.fieldwork.decisions import SubjectRow


async def chosen(form: Form, actor: Actor) -> SubjectRow | None:
    """Return the party chosen from the register.

    None if a new party is typed, or the choice is out of scope.
    """
    try:
        return await parties.get(actor, UUID(form.text("subject")))
    except (ValueError, NotFound):
        return None


def subject_said(row: SubjectRow) -> str:
    """Return a party of the register in one line."""
    code = f" · {row.tax_code}" if row.tax_code else ""
    return f"{row.name}{code} · {row.address}"
