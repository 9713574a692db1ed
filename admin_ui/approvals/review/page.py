"""The workspace: what waits for a reader, one after the other, each with its content, remarks and answers.

    /desk/review                    the first that waits, or that nothing does
    /desk/review/<submission>       one of them; `show` is the part of My work from which the reader came
    /desk/review/<submission>/agree …  records an answer to exactly what was on the screen, and opens the next

One press shows what will be recorded, the second records it. The form carries the hash of the content
that the page showed; the one door compares it with what is submitted and with what is there, and a
hash that was never before this reader is refused. What changed meanwhile is shown with the refusal.
"""

from itertools import count
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.approvals import queue, records, titles
from admin_ui.approvals.records import Place
from admin_ui.approvals.review import content
from admin_ui.approvals.submissions import answering, panel, recording
from admin_ui.approvals.submissions.recording import Tried
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import say
from backend.approvals.reading import service as reading
from backend.approvals.reading.service import Panel, Submission
from backend.approvals.reviewing import service as reviewing
from backend.approvals.reviewing.service import LookedAt
from backend.approvals.submissions import service as submissions
from backend.core import clock
from backend.core.database import at_once, transaction
from backend.core.errors import NotFound
from schemas.approvals.words import StepKind, SubmissionAct

_ONE = f"{queue.ROW}/{{submission_id:uuid}}"
_RECORDED = {
    "agree": SubmissionAct.AGREED,
    "approve": SubmissionAct.APPROVED,
    "opinion": SubmissionAct.OPINION_GIVEN,
    "return": SubmissionAct.RETURNED,
    "supplement": SubmissionAct.SUPPLEMENT_ASKED,
    "refuse": SubmissionAct.REFUSED,
}
"""What the workspace itself records; all else has a page of its own, from which the row goes on."""
_REMARKED = frozenset({"return", "supplement"})
_LONGEST_PLACE = 300
_AT = "at:"
"""Before the place in the name of a remark's field."""


@get(queue.ROW, include_in_schema=False)
async def show_row(
    request: AnyRequest, show: FromQuery[str] = "", after: FromQuery[UUID | None] = None
) -> Response[Any]:
    """Open the first that waits; if nothing does, say so, and what was recorded last."""
    actor = actor_of(request)
    async with transaction():
        row = await queue.waiting(actor, show)
        told = await _told(request, after) if not row else None
    if row:
        more = {"after": after} if after else {}
        return Redirect(queue.address(row[0], show, **more), status_code=303)
    return page(request, "approvals/review/empty.html", told=told, show=queue.kept(show))


@get(_ONE, include_in_schema=False)
async def show(
    request: AnyRequest,
    submission_id: FromPath[UUID],
    show: FromQuery[str] = "",
    after: FromQuery[UUID | None] = None,
    do: FromQuery[str] = "",
) -> Response[str]:
    """Show one submission with everything that its answer needs. Raises NotFound.

    `do`: the reader comes from the record's own page and has pressed an answer there; it asks once more here.
    """
    return await _page(request, submission_id, show, after=after, do=do)


@post(f"{_ONE}/remarks", include_in_schema=False)
async def remark(request: AnyRequest, submission_id: FromPath[UUID]) -> Response[Any]:
    """Keep what was typed beside places, without sending it. Raises NotFound."""
    form, actor = await read_form(request), actor_of(request)
    async with transaction():
        await submissions.require_sight(submission_id, actor)
        beyond = await reviewing.write(submission_id, _typed(form), actor)
    if beyond:
        tried = _many(request, beyond)
        return await _page(request, submission_id, form.text("show"), form=form, tried=tried)
    place = form.text("place")
    back = queue.address(submission_id, form.text("show"))
    return Redirect(f"{back}#{anchor(place)}" if place else back, status_code=303)


@post(f"{_ONE}/{{what:str}}", include_in_schema=False)
async def answer(
    request: AnyRequest, submission_id: FromPath[UUID], what: FromPath[str]
) -> Response[Any]:
    """Record an answer and open the next that waits. Raises NotFound, ConfirmationNeeded."""
    if what not in _RECORDED:
        raise NotFound(what="submission")
    form, actor = await read_form(request), actor_of(request)
    show = form.text("show")
    beyond: list[str] = []
    async with transaction():
        before = await queue.waiting(actor, show)
        if what in _REMARKED:
            await submissions.require_sight(submission_id, actor)
            beyond = await reviewing.write(submission_id, _typed(form), actor)
            form = _with_remarks(form, await reviewing.remarks(submission_id, actor))
    if beyond:
        tried = _many(request, beyond)
        return await _page(request, submission_id, show, what=what, form=form, tried=tried)

    async def seen() -> None:
        await reviewing.require_seen(submission_id, answering.hash_of(form), actor)

    sent = _as_typed_on_its_page(form) if what == "opinion" else form
    tried = await recording.record(request, submission_id, what, sent, first=seen)
    if tried.status != 303 and not await _was_recorded(request, submission_id, what, form):
        return await _page(request, submission_id, show, what=what, form=form, tried=tried)
    async with transaction():
        await reviewing.sent(submission_id, actor)
        onward = await queue.onward(actor, before, submission_id, show)
    return Redirect(onward, status_code=303)


async def _was_recorded(request: AnyRequest, submission_id: UUID, what: str, form: Form) -> bool:
    """Tell whether this very answer of this reader is recorded already, as when a button is pressed twice.

    What was written in another window since is not recorded, so it is shown again and not lost. What still waits for
    that answer is not answered: it came back unchanged, or a further step is the reader's too.
    """
    actor = actor_of(request)
    async with transaction():
        last = await reviewing.did(submission_id, actor)
        if last is None or (last.type, last.shown) != (_RECORDED[what], form.text("shown")):
            return False
        if _written(what, form) - last.texts:
            return False
        return what not in (await reading.to_answer(submission_id, actor)).permitted


def _written(what: str, form: Form) -> set[str]:
    """Return what somebody wrote with an answer."""
    alone = {form.text(name) for name in ("note", "reason", "text")}
    rows = {text for _, text in answering.rows_of(form)} if what in _REMARKED else set()
    return {one for one in alone | rows if one}


def _many(request: AnyRequest, beyond: list[str]) -> Tried:
    """Say that more remarks were written than one answer takes, and which were not kept: nothing is lost in silence."""
    said = " · ".join(beyond)
    wrong = say(language_of(request), "review.remarks_many", most=reviewing.MOST, said=said)
    return Tried(status=422, wrong=wrong)


def anchor(place: str) -> str:
    """Return the id of the button that opens the remark about a place."""
    return f"say-{place or 'whole'}"


def _typed(form: Form) -> dict[str, str]:
    """Return the remarks as typed, by place. No place has so long a name as an address may carry."""
    named = {name.removeprefix(_AT): text for name, text in form.pairs() if name.startswith(_AT)}
    return {place: text for place, text in named.items() if len(place) <= _LONGEST_PLACE}


def _as_typed_on_its_page(form: Form) -> Form:
    """Return an opinion as its own page sends it, where a reason against has a field of its own."""
    if form.text("favour") != "no":
        return form
    return form.with_values({"why_not": form.text("text"), "text": ""})


def _with_remarks(form: Form, said: list[reviewing.Remark]) -> Form:
    """Return a form with the collected remarks as rows, as the page of a return has them."""
    rows = {f"at_{at}": one.place for at, one in enumerate(said)}
    return form.with_values(rows | {f"text_{at}": one.said for at, one in enumerate(said)})


class Collected(msgspec.Struct, frozen=True, kw_only=True):
    """A remark that was not sent yet, with the name of its place."""

    place: str
    label: str
    said: str
    anchor: str


def _collected(said: list[reviewing.Remark], places: list[Place]) -> list[Collected]:
    """Return the remarks in the order of their places; those of places that are gone first."""
    known = {one.place: one.said for one in said}
    order = [one.at for one in places if one.at in known]
    names = {one.at: one.label for one in places}
    gone = [place for place in known if place and place not in names]
    return [
        Collected(
            place=place, label=names.get(place, place), said=known[place], anchor=anchor(place)
        )
        for place in [*gone, *order]
    ]


async def _told(request: AnyRequest, after: UUID | None) -> dict[str, Any] | None:
    """Return what the reader recorded last of a submission, from the record itself; None if nothing."""
    last = await reviewing.did(after, actor_of(request)) if after else None
    if last is None:
        return None
    of_file = last.type is SubmissionAct.AGREED and last.facts.subject.kind == "file"
    return {
        "key": f"review.did_{last.type.removeprefix('submission.')}{'_file' if of_file else ''}",
        "title": titles.of(last.facts, language_of(request)),
        "address": f"/desk/submissions/{after}",
    }


async def _opened(request: AnyRequest, facts: Submission) -> tuple[Panel, dict[str, Any]]:
    """Return the submission as this reader sees it, and what its panel shows. Raises NotFound."""
    seen = await reading.panel(facts.id, actor_of(request))
    return seen, await panel.context(request, seen, [])


async def _made(
    request: AnyRequest, facts: Submission, stale: str
) -> tuple[LookedAt | None, content.Content]:
    """Return the reader's last look, and the content with what changed since. `stale`: the hash of a form of before."""
    actor = actor_of(request)
    before = await reviewing.before(facts, actor)
    if stale and stale != facts.shown:
        before = await reviewing.look_at(facts, stale, actor) or before
    return before, await content.of(request, facts, before)


async def _page(
    request: AnyRequest,
    submission_id: UUID,
    show: str,
    *,
    after: UUID | None = None,
    do: str = "",
    what: str = "",
    form: Form | None = None,
    tried: Tried | None = None,
) -> Response[str]:
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        facts = await reading.facts_of(submission_id)
        if facts is None:
            raise NotFound(what="submission")
        async with at_once() as ask:
            opening = ask(_opened(request, facts))
            making = ask(_made(request, facts, form.text("shown") if form is not None else ""))
            waiting, remarks = (
                ask(queue.waiting(actor, show)),
                ask(reviewing.remarks(facts.id, actor)),
            )
            telling, newest = ask(_told(request, after)), ask(reviewing.newer(facts))
            own_page = ask(records.own_page(facts.subject, actor))
        seen, approval = opening.result()
        before, made = making.result()
        await reviewing.look(facts, actor)
        await reading.opened(seen, actor, address_of(request))
    row, said = waiting.result(), remarks.result()
    told, newer = telling.result(), newest.result()
    approval["places"] = {one.at: one for one in made.places}
    collected = _collected(said, made.places)
    buttons, sign = approval["buttons"], approval["sign"]
    own = [one for one in buttons if one in _RECORDED and not _on_its_page(one, seen)]
    first = next((one for one in ("agree", "approve", "opinion") if one in buttons), "")
    back = next((one for one in _backs(seen) if one in own), "")
    context = made.context | approval
    context |= {
        "made": made,
        "next_number": count(1).__next__,
        "approval": approval | {"buttons": [], "sign": None},
        "title": titles.of(facts, language),
        "standing": queue.standing(row, submission_id, show),
        "show": queue.kept(show),
        "place": queue.address(submission_id, show),
        "before": before,
        "collected": collected,
        "remarks": {one.place: one.said for one in said},
        "whole": next((one.said for one in said if not one.place), ""),
        "told": told,
        "newer": newer,
        "opened": what or {queue.FIRST: first, queue.BACK: back}.get(do, ""),
        "form": form or Form({}),
        "wrong": tried.wrong if tried else "",
        "errors": tried.errors if tried else {},
        "first": first,
        "first_here": first in own,
        "back": back,
        "others": [one for one in buttons if one not in (first, back)],
        "sign": sign,
        "step": recording.step_of(seen.steps, first or "agree"),
        "asks_code": _asks_code(request, seen),
        "own_page": own_page.result(),
    }
    status = tried.status if tried else 200
    return page(request, "approvals/review/review.html", status=status, **context)


def _backs(seen: Panel) -> tuple[str, ...]:
    """Return how the reader sends it back, the usual way first: a file gets a supplement, a paper is returned."""
    file = seen.found.facts.subject.kind == "file"
    return ("supplement", "return") if file else ("return", "supplement")


def _on_its_page(what: str, seen: Panel) -> bool:
    """Tell whether an answer needs a page of its own: a check-sheet has many questions."""
    step = recording.step_of(seen.steps, what)
    return what == "opinion" and step is not None and step.kind is StepKind.LEGAL_CHECK


def _asks_code(request: AnyRequest, seen: Panel) -> bool:
    """Tell whether a code is asked for before the reader's answer binds, so that it is asked for first."""
    until = confirming.until(request)
    binds = bool(answering.BINDS & seen.permitted)
    return binds and (until is None or until <= clock.now())


HANDLERS = [show_row, show, remark, answer]
