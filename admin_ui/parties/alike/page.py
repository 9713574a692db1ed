"""Parties that may be one: the list, two of them side by side, and what two persons say of them."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.parties.alike import lines, sides
from admin_ui.parties.alike.lines import PLACE
from admin_ui.shell.forms import Form, clean, read_form
from admin_ui.shell.listing.places import AFTER, Place
from admin_ui.shell.listing.table import Empty, Listing, totalled
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import Language, say
from backend.casework.cases import service as cases
from backend.casework.cases.service import Named
from backend.core import refusing
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed
from backend.force import colleagues
from backend.ledger.service import Outcome, Refused
from backend.parties import reading
from backend.parties.service import merging
from schemas.parties.acts import PartyDetails

_ONE = f"{PLACE}/{{one_id:uuid}}/{{other_id:uuid}}"
_SHORTEST, _LONGEST = 3, 2000
_STEPS = ("apart", "undo_apart", "ask", "confirm", "decline", "undo")
"""What a button says, and what the page says was done."""


@get(PLACE, include_in_schema=False)
async def list_pairs(request: AnyRequest) -> Response[str]:
    """List pairs in the reader's department, the likeliest first. Raises NotAllowed."""
    actor, language = actor_of(request), language_of(request)
    reading.require(actor)
    asked = clean(request.query_params.get("show", ""))
    show = asked if asked in merging.SHOWN else "open"
    place = Place(PLACE, {"show": show}, after=request.query_params.get(AFTER, ""))
    async with transaction():
        found = await merging.page(actor, show, place.after or None)
    return page(
        request,
        "parties/alike/list.html",
        show=show,
        shown=merging.SHOWN,
        sums=found.sums,
        list=Listing(
            caption=say(language, "alike.title"),
            heading=say(language, "alike.one"),
            columns=lines.columns(language),
            lines=lines.lines(found, language, place),
            empty=Empty(say(language, f"alike.none_{show}")),
            total=totalled(language, "alike.total", found.total),
            first=place.first,
            following=place.following(found.next),
            wordy=True,
            stacked=True,
        ),
    )


async def _page(
    request: AnyRequest,
    one_id: UUID,
    other_id: UUID,
    status: int = 200,
    errors: dict[str, str] | None = None,
    form: Form | None = None,
) -> Response[Any]:
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        view = await merging.compared(one_id, other_id, actor)
        both = [view.one.party.id, view.other.party.id]
        await reading.note_opened(both, actor, "party.compared", address_of(request))
        latest = view.latest
        since = await _since(latest, actor)
        said = {by for one in view.merges for by in (one.asked_by, one.decided_by, one.undone_by)}
        people = await colleagues.named(one for one in said if one is not None)
    typed = {name: form.text(name) for name in ("reason", "stays", "step")} if form else {}
    done = request.query_params.get("done", "")
    chosen = _choices(form) if form else {}
    return page(
        request,
        "parties/alike/pair.html",
        status=status,
        view=view,
        latest=latest,
        rows=sides.rows(view.one.details, view.other.details, chosen, language, _result(view)),
        speaks=[(lines.reason(one, language), one.weight) for one in view.alike.reasons],
        strong=view.alike.weight >= view.sums.strong,
        names={one.id: one.full_name for one in people},
        since=since,
        corrected=_corrected(view, language),
        may=view.may_keep,
        own=latest is not None and latest.asked_by == actor.officer_id,
        errors=errors or {},
        typed=typed,
        done=done if done in _STEPS and not form else "",
    )


async def _since(latest: merging.Merge | None, actor: Actor) -> list[Named]:
    """Return what was recorded under the party that stays since the merge, and may be the other's."""
    if latest is None or latest.decided_at is None or latest.state != "merged":
        return []
    return await cases.of_party(actor, latest.party_id, latest.decided_at)


def _corrected(view: merging.Compared, language: Language) -> list[sides.Row]:
    """Return the fields of the party that stays which were corrected since the merge; undoing it keeps them."""
    merge, stays = view.latest, view.stays
    if merge is None or stays is None or merge.state != "merged":
        return []
    rows = sides.rows(merge.party, stays.details, {}, language)
    return [row for row in rows if row.differs]


def _result(view: merging.Compared) -> PartyDetails | None:
    """Return what the second person confirms or, of two that are merged, what the one that stays was before."""
    if view.latest is None:
        return None
    return view.latest.party if view.latest.state == "asked" else view.latest.before


def _choices(form: Form) -> dict[str, str]:
    """Return what was chosen of each field: one, other or both."""
    given = {field.name: form.text(f"f_{field.name}") for field in sides.combining.FIELDS}
    return {name: chosen for name, chosen in given.items() if chosen in ("one", "other", "both")}


@get(_ONE, include_in_schema=False)
async def compare_two(
    request: AnyRequest, one_id: FromPath[UUID], other_id: FromPath[UUID]
) -> Response[Any]:
    """Show two parties side by side, with every reason. Raises NotFound."""
    reading.require(actor_of(request))
    return await _page(request, one_id, other_id)


@get(f"{PLACE}/merges/{{ask_id:uuid}}", include_in_schema=False)
async def open_merge(request: AnyRequest, ask_id: FromPath[UUID]) -> Response[Any]:
    """Lead from a notice to the two parties that it is about. Raises NotAllowed, NotFound."""
    actor = actor_of(request)
    reading.require(actor)
    async with transaction():
        merge = await merging.asked_by(ask_id, actor)
    one, other = sorted((merge.party_id, merge.other_id))
    return Redirect(f"{PLACE}/{one}/{other}", status_code=303)


@post(_ONE, include_in_schema=False)
async def say_of_two(
    request: AnyRequest, one_id: FromPath[UUID], other_id: FromPath[UUID]
) -> Response[Any]:
    """Tell two apart, ask for a merge, confirm or decline it, or undo it: as the button says."""
    actor, language = actor_of(request), language_of(request)
    reading.require(actor)
    form = await read_form(request)
    step, reason = form.text("step"), form.text("reason")
    async with transaction():
        view = await merging.compared(one_id, other_id, actor)
        since = {str(one.id) for one in await _since(view.latest, actor)}
    if not view.may_keep:
        raise NotAllowed
    wrong: dict[str, str] = {}
    if step not in _STEPS:
        wrong["step"] = say(language, "alike.step_needed")
    elif step != "confirm" and not _SHORTEST <= len(reason) <= _LONGEST:
        wrong["reason"] = say(language, "alike.reason_needed")
    if step == "ask" and form.text("stays") not in ("one", "other"):
        wrong["stays"] = say(language, "alike.stays_needed")
    latest = view.latest
    if step in ("confirm", "decline", "undo") and (
        latest is None or str(latest.ask_id) != form.text("merge")
    ):
        wrong["step"] = say(language, "alike.over")
    if step == "undo" and view.stays and form.text("seen") != view.stays.mark:
        wrong["step"] = say(language, "alike.corrected_meanwhile")
    if step == "undo" and not since.issuperset(form.all("of_other")):
        wrong["step"] = say(language, "alike.since_others")
    if wrong:
        return await _page(request, one_id, other_id, 422, wrong, form)
    marks = (form.text("mark_one"), form.text("mark_other"))
    if step == "ask" and marks != (view.one.mark, view.other.mark):
        refusing.answer("party_merge_stale")
        stale = {"step": say(language, "alike.changed")}
        return await _page(request, one_id, other_id, 409, stale, form)
    async with transaction():
        outcome = await _do(step, reason, view, form, actor)
    if isinstance(outcome, Refused):
        refusing.answer(outcome.code)
        said = {"step": str(getattr(outcome.text, language))}
        return await _page(request, one_id, other_id, 409, said, form)
    return Redirect(f"{PLACE}/{one_id}/{other_id}?done={step}", status_code=303)


async def _do(step: str, reason: str, view: merging.Compared, form: Form, actor: Actor) -> Outcome:
    one, other = view.one, view.other
    match step:
        case "apart":
            return await merging.tell_apart(one.party.id, other.party.id, reason, actor)
        case "undo_apart":
            return await merging.undo_apart(one.party.id, other.party.id, reason, actor)
        case "ask":
            party = sides.combining.combine(one.details, other.details, _choices(form))
            stays, goes = (one, other) if form.text("stays") == "one" else (other, one)
            return await merging.ask(stays, goes, party, reason, actor)
        case "confirm":
            return await merging.confirm(_merge(view), actor)
        case "decline":
            return await merging.decline(_merge(view), reason, actor)
    return await merging.undo(view, reason, list(map(UUID, form.all("of_other"))), actor)


def _merge(view: merging.Compared) -> merging.Merge:
    """Return the merge that waits or is in force; the caller has checked that there is one."""
    if view.latest is None:
        raise TypeError("nothing waits and nothing is merged")
    return view.latest


HANDLERS = [list_pairs, compare_two, open_merge, say_of_two]
