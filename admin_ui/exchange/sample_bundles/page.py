"""The records of a sample as evidence packages: ordered with a purpose, made by a worker, taken as one file."""

import json
from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect, Stream

from admin_ui.exchange.exports.page import UNFINISHED, why
from admin_ui.insight.samples.page import PLACE, auditor
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, address_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.exchange.record_bundles import service as bundles
from backend.exchange.record_bundles.service import BundleWaits
from backend.insight.samples import service as samples
from backend.ledger import service as ledger
from schemas.core.ids import new_id
from schemas.insight.samples import SampleExported

_PLACE = f"{PLACE}/{{sample_id:uuid}}/export"
_LEAST, _MOST = 3, 2000


@get(_PLACE, include_in_schema=False)
async def show_bundles(request: AnyRequest, sample_id: FromPath[UUID]) -> Response[str]:
    """Say what the packages hold and that it is recorded, and show how far orders are. Raises NotAllowed, NotFound."""
    return await _show(request, sample_id, Form({}))


async def _show(
    request: AnyRequest, sample_id: UUID, form: Form, *, status: int = 200, wrong: str = ""
) -> Response[str]:
    actor = auditor(request)
    async with transaction():
        view = await samples.read(sample_id, actor)
        mine = await bundles.of(sample_id, actor)
    if view.row.drawn is None:
        raise NotFound(what="sample")
    return page(
        request,
        "exchange/sample_bundles/export.html",
        status=status,
        view=view,
        mine=mine,
        waits=any(one.state in UNFINISHED for one in mine),
        unfinished=UNFINISHED,
        whys={one.id: why(one, language_of(request)) for one in mine},
        form=form,
        wrong=wrong,
    )


@post(_PLACE, include_in_schema=False)
async def ask_bundle(request: AnyRequest, sample_id: FromPath[UUID]) -> Response[Any]:
    """Order the packages; the act names the order. Raises NotAllowed, NotFound, ConfirmationNeeded."""
    actor, form, language = auditor(request), await read_form(request), language_of(request)
    purpose = form.text("purpose")
    if not _LEAST <= len(purpose) <= _MOST:
        said = say(language, "samples.purpose_wrong")
        return await _show(request, sample_id, form, status=422, wrong=said)
    async with transaction():
        await samples.read(sample_id, actor)  # what is out of sight is not found, before any code
    confirming.require(request)
    bundle_id = new_id()
    try:
        async with transaction():
            view = await samples.read(sample_id, actor)
            content = SampleExported(bundle_id=bundle_id, purpose=purpose)
            outcome = await samples.act(sample_id, content, actor)
            if isinstance(outcome, ledger.Accepted):
                items = [
                    bundles.Item(kind="case" if one.kind == "case" else "inspection", id=one.id)
                    for record in view.records
                    if (one := view.named.get(record.record_id))
                ]
                await bundles.ask(bundle_id, sample_id, items, actor, address_of(request))
    except BundleWaits as error:
        said = getattr(error.text, language)
        return await _show(request, sample_id, form, status=409, wrong=said)
    if isinstance(outcome, ledger.Refused):
        said = getattr(outcome.text, language)
        return await _show(request, sample_id, form, status=409, wrong=said)
    return Redirect(f"{PLACE}/{sample_id}/export", status_code=303)


@post(f"{_PLACE}/{{bundle_id:uuid}}", status_code=200, include_in_schema=False)
async def take_bundle(
    request: AnyRequest, sample_id: FromPath[UUID], bundle_id: FromPath[UUID]
) -> Response[Any]:
    """Record that the packages are taken, then send them. Raises NotAllowed, NotFound, FileGone, StandingChanged."""
    actor = auditor(request)
    async with transaction():
        view = await samples.read(sample_id, actor)
    confirming.require(request)
    async with transaction():
        population = await samples.population(sample_id, actor)
        told = json.dumps(samples.manifest(view), ensure_ascii=False, indent=2)
        beside = [
            ("sample.json", told.encode()),
            ("population.txt", population.encode()),
            ("redraw.py", samples.redrawing_program().encode()),
        ]
        taken = await bundles.take(bundle_id, sample_id, actor, address_of(request), beside)
    name = f"attachment; filename=\"sample.zip\"; filename*=UTF-8''{quote(taken.file_name)}"
    return Stream(taken.chunks, media_type="application/zip", headers={"content-disposition": name})


@post(f"{_PLACE}/{{bundle_id:uuid}}/cancel", include_in_schema=False)
async def cancel_bundle(
    request: AnyRequest, sample_id: FromPath[UUID], bundle_id: FromPath[UUID]
) -> Redirect:
    """Stop what is not made yet. What is ready already stays. Raises NotAllowed, NotFound."""
    await bundles.cancel(bundle_id, sample_id, auditor(request))
    return Redirect(f"{PLACE}/{sample_id}/export", status_code=303)


HANDLERS = [show_bundles, ask_bundle, take_bundle, cancel_bundle]
