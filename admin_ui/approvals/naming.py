"""An officer typed by username or name: found, or said why not."""

from typing import NamedTuple
from uuid import UUID

from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.words import say
from backend.approvals.absences import service as absences
from backend.approvals.absences.service import Named


class Typed(NamedTuple):
    """What was typed, as an officer; `error` is a whole sentence."""

    officer_id: UUID | None
    error: str = ""


async def officer(request: AnyRequest, text: str) -> Typed:
    """Return the officer whom a text names in the reader's department.

    Two officers of one name are told apart by their usernames, which the error lists.
    """
    language = language_of(request)
    if not text:
        return Typed(None, say(language, "approving.officer_needed"))
    found = await absences.named(text, actor_of(request))
    if len(found) == 1:
        return Typed(found[0].id)
    if not found:
        return Typed(None, say(language, "approving.officer_unknown", name=text))
    unit = "unit_vi" if language == "vi" else "unit_en"
    several = ", ".join(f"{one.username} ({getattr(one, unit)})" for one in found[:8])
    return Typed(None, say(language, "approving.officer_several", name=text, several=several))


async def own(request: AnyRequest) -> str:
    """Return what names the reader in such a field: the name, or the username where another has the same name."""
    actor = actor_of(request)
    me = await absences.named(actor.username, actor)
    alike = await absences.named(me[0].full_name, actor) if len(me) == 1 else []
    return me[0].full_name if len(alike) == 1 else actor.username


async def suggested(request: AnyRequest) -> list[Named]:
    """Return whom a form suggests while a name is typed."""
    return await absences.named("", actor_of(request))
