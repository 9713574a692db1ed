"""All that was done to the record of a party and of what was merged into it, fifty acts a page."""

from functools import partial
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.parties.editing.page import ONE
from admin_ui.parties.editing.page import address as party_address
from admin_ui.shell import story
from admin_ui.shell.addresses import query_of
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import Language, say
from backend.core.database import transaction
from backend.parties import reading, stories


def address(party_id: UUID) -> str:
    """Return the page of a party's acts."""
    return f"{party_address(party_id)}/history"


@get(f"{ONE}/history", include_in_schema=False)
async def show_history(request: AnyRequest, party_id: FromPath[UUID]) -> Response[str]:
    """Show a page of the acts, the newest first. Raises NotAllowed, NotFound, Invalid."""
    actor, language = actor_of(request), language_of(request)
    after = request.query_params.get("after")
    async with transaction():
        view = await reading.view(party_id, actor)
        await reading.note_opened([party_id], actor, "party.page", address_of(request))
        found = await stories.history(view, after)
    here = address(party_id)
    return page(
        request,
        "insight/parties/history.html",
        view=view,
        history=found,
        days=days(found, language),
        back=party_address(party_id),
        first=here if after else "",
        further=f"{here}?{query_of({'after': found.further})}" if found.further else "",
    )


def days(found: stories.History, language: Language) -> list[story.Day]:
    """Return the acts in words, folded by day."""
    words = partial(say, language)
    return story.by_day(
        [_told(one, language) for one in found.done],
        lambda kind, count: f"{words(f'party.did_{kind}')} ({count})",
    )


def _told(one: stories.Done, language: Language) -> story.Told:
    kind = one.act.removeprefix("party.")
    said = say(language, f"party.did_{kind}")
    under = say(language, "party.held_under", name=one.under) if one.under else ""
    return story.Told(
        at=one.at,
        made_at=one.at,
        who=one.by_name,
        kind=kind,
        sentence=f"{said} ({under})" if under else said,
        detail=one.reason or None,
    )


HANDLERS = [show_history]
