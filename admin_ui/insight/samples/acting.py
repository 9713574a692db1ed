"""One sample at the desk: drawn, looked at record by record, closed or given up; and what checks the draw."""

import json
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.insight.samples import asked as asking
from admin_ui.insight.samples.naming import choices, strata_names
from admin_ui.insight.samples.page import PLACE, auditor
from admin_ui.shell import formats
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import Invalid, NotFound
from backend.insight.samples import service as samples
from backend.ledger.service import Outcome, Refused
from schemas.insight.samples import (
    LookResult,
    SampleClosed,
    SampleGivenUp,
    SampleLooked,
    SampleState,
    Severity,
)

_ONE = f"{PLACE}/{{sample_id:uuid}}"
_MOST = 5000
_REASON = (3, 2000)
_ENDED = (SampleState.CLOSED, SampleState.GIVEN_UP)
_TYPED = ("words", "conclusion", "reason")


@get(_ONE, include_in_schema=False)
async def show_sample(request: AnyRequest, sample_id: FromPath[UUID]) -> Response[str]:
    """Show a sample: its plan, the draw, the looks, what they come to. Raises NotAllowed, NotFound."""
    return await _show(request, sample_id, Form({}))


async def _show(
    request: AnyRequest,
    sample_id: UUID,
    form: Form,
    *,
    status: int = 200,
    wrong: str = "",
    at: UUID | None = None,
) -> Response[str]:
    """Render the page; `at` is the record whose form was sent, or None if it was another form."""
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        view = await samples.read(sample_id, actor)
        planned = view.row.planned
        found = None
        if view.may_act and view.row.state is SampleState.PLANNED:
            try:
                found = await samples.preview(planned.of, actor)
            except Invalid as error:
                wrong = wrong or getattr(error.text, language)
        keys = [one.key for one in view.tallies] or list(found.strata if found else {})
        names = await strata_names(keys, planned.of.strata, language)
    asked = asking.of_population(planned.of)
    return page(
        request,
        "insight/samples/sample.html",
        status=status,
        view=view,
        row=view.row,
        found=found,
        names=names,
        title=dict(choices(language))[asked.choice],
        meaning=getattr(samples.MEANINGS[planned.of.out_of], language),
        strata=samples.STRATA,
        fields=[say(language, f"catalogue.field_{one}") for one in planned.of.fields],
        states=samples.STATES,
        results=[(str(one), getattr(text, language)) for one, text in samples.RESULTS.items()],
        severities=[
            (str(one), getattr(text, language)) for one, text in samples.SEVERITIES.items()
        ],
        result_texts=samples.RESULTS,
        severity_texts=samples.SEVERITIES,
        marks={one.record_id: samples.mark_of_look(one) for one in view.records},
        form=form,
        at=at,
        wrong=wrong,
        lost=_lost(form) if view.row.state in _ENDED else "",
        tenths=lambda value: formats.fixed(value, 1, language),
        done=request.query_params.get("done", ""),
    )


def _lost(form: Form) -> str:
    """Return what was typed into a form that the page has no more: the sample was ended meanwhile."""
    return next((typed for name in _TYPED if (typed := form.text(name))), "")


@post(f"{_ONE}/draw", opt=ONCE, include_in_schema=False)
async def draw_sample(request: AnyRequest, sample_id: FromPath[UUID]) -> Response[Any]:
    """Draw, once. Raises NotAllowed, NotFound, RefusedAct if it is drawn."""
    actor = auditor(request)
    try:
        async with transaction():
            outcome = await samples.draw(sample_id, actor)
    except Invalid as error:
        said = getattr(error.text, language_of(request))
        return await _show(request, sample_id, Form({}), status=422, wrong=said)
    return await _answer(request, sample_id, outcome, "drawn")


async def _answer(
    request: AnyRequest,
    sample_id: UUID,
    outcome: Outcome,
    done: str,
    form: Form | None = None,
    at: UUID | None = None,
) -> Response[Any]:
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language_of(request))
        return await _show(request, sample_id, form or Form({}), status=409, wrong=said, at=at)
    place = f"#r-{at}" if at else ""
    return Redirect(f"{PLACE}/{sample_id}?done={done}{place}", status_code=303)


@post(f"{_ONE}/looks/{{record_id:uuid}}", opt=ONCE, include_in_schema=False)
async def look_at_record(
    request: AnyRequest, sample_id: FromPath[UUID], record_id: FromPath[UUID]
) -> Response[Any]:
    """Record a look. A form with errors, or that somebody else overtook, keeps what was typed.

    Raises NotAllowed, NotFound.
    """
    actor, form, language = auditor(request), await read_form(request), language_of(request)
    result, severity, words = (form.text(name) for name in ("result", "severity", "words"))
    if result not in set(LookResult) or (severity and severity not in set(Severity)):
        said = say(language, "samples.result_wrong")
        return await _show(request, sample_id, form, status=422, wrong=said, at=record_id)
    content = SampleLooked(
        record_id=record_id,
        result=LookResult(result),
        severity=Severity(severity) if severity else None,
        words=words[:_MOST],
    )
    async with transaction():
        outcome = await samples.look(sample_id, content, actor, form.text("base"))
    return await _answer(request, sample_id, outcome, "looked", form, record_id)


@post(f"{_ONE}/close", opt=ONCE, include_in_schema=False)
async def close_sample(request: AnyRequest, sample_id: FromPath[UUID]) -> Response[Any]:
    """Close a sample: from then on the heads of its unit see what was found. Raises NotAllowed, NotFound."""
    actor, form = auditor(request), await read_form(request)
    async with transaction():
        content = SampleClosed(words=form.text("conclusion")[:_MOST])
        outcome = await samples.act(sample_id, content, actor)
    return await _answer(request, sample_id, outcome, "closed", form)


@post(f"{_ONE}/give-up", opt=ONCE, include_in_schema=False)
async def give_up_sample(request: AnyRequest, sample_id: FromPath[UUID]) -> Response[Any]:
    """Give a sample up, with a reason. It stays listed. Raises NotAllowed, NotFound."""
    actor, form = auditor(request), await read_form(request)
    least, most = _REASON
    if not least <= len(form.text("reason")) <= most:
        said = say(language_of(request), "samples.reason_wrong")
        return await _show(request, sample_id, form, status=422, wrong=said)
    async with transaction():
        content = SampleGivenUp(reason=form.text("reason"))
        outcome = await samples.act(sample_id, content, actor)
    return await _answer(request, sample_id, outcome, "given_up", form)


@get(f"{_ONE}/population.txt", include_in_schema=False)
async def population(request: AnyRequest, sample_id: FromPath[UUID]) -> Response[str]:
    """Send what a sample was drawn from: the file whose hash is in its act. Raises NotAllowed, NotFound."""
    async with transaction():
        text = await samples.population(sample_id, auditor(request))
    return _file(text, "population.txt", "text/plain")


@get(f"{_ONE}/sample.json", include_in_schema=False)
async def drawn(request: AnyRequest, sample_id: FromPath[UUID]) -> Response[str]:
    """Send seed, size and what was drawn. Raises NotAllowed, NotFound."""
    auditor(request)
    async with transaction():
        view = await samples.read(sample_id, actor_of(request))
    if view.row.drawn is None:
        raise NotFound(what="sample")
    said = json.dumps(samples.manifest(view), ensure_ascii=False, indent=2)
    return _file(said, "sample.json", "application/json")


@get(f"{PLACE}/redraw.py", include_in_schema=False)
async def redraw(request: AnyRequest) -> Response[str]:
    """Send the program that draws again from both files, which needs Python alone. Raises NotAllowed."""
    auditor(request)
    return _file(samples.redrawing_program(), "redraw.py", "text/x-python")


def _file(text: str, name: str, media_type: str) -> Response[str]:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(text, media_type=f"{media_type}; charset=utf-8", headers=headers)


HANDLERS = [
    show_sample,
    draw_sample,
    look_at_record,
    close_sample,
    give_up_sample,
    population,
    drawn,
    redraw,
]
