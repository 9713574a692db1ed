"""Auditors' samples at the desk: those that there are, what they are drawn from, and planning one."""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from admin_ui.insight.samples import asked as asking
from admin_ui.insight.samples import lines
from admin_ui.insight.samples.asked import Asked
from admin_ui.insight.samples.naming import choices, strata_names
from admin_ui.shell import typed
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.listing.places import Place
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import Language, say
from backend.core import clock, replica
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Invalid, NotAllowed, NotFound
from backend.force.units import service as units_service
from backend.force.units.service import UnitView
from backend.insight.samples import service as samples
from backend.insight.samples.service import Named, Preview
from backend.ledger.service import Refused
from schemas.insight.samples import (
    MOST_OF_A_STRATUM,
    SampledKind,
    SamplePlanned,
)
from schemas.law.catalogue import ViolationField

PLACE = "/desk/samples"
_LEAST_WORDS, _MOST_WORDS, _MOST_DIGITS = 3, 2000, 3


def auditor(request: AnyRequest) -> Actor:
    """Return the reader, if samples are theirs to plan and look at. Raises NotAllowed."""
    actor = actor_of(request)
    if not samples.may_audit(actor):
        raise NotAllowed
    return actor


@get(PLACE, include_in_schema=False)
async def list_samples(request: AnyRequest) -> Response[str]:
    """List the samples in sight, the latest first; heads see closed ones. Raises NotAllowed, Invalid."""
    actor, plans = actor_of(request), samples.may_audit(actor_of(request))
    place = Place(PLACE, {}, after=request.query_params.get("after") or "")
    async with transaction():
        found = await samples.page(actor, place.after or None)
    return page(
        request,
        "insight/samples/list.html",
        list=lines.listing(found.rows, place, found.next, language_of(request), plans=plans),
        may_plan=plans,
    )


@get(f"{PLACE}/new", include_in_schema=False)
async def new_sample(request: AnyRequest) -> Response[str]:
    """Show the form of a new sample, with the sizes of what it asks for. Raises NotAllowed."""
    return await _new(request, auditor(request))


@replica.reads
async def _new(request: AnyRequest, actor: Actor) -> Response[str]:
    """Count up to 100,000 records. What the sample is drawn from is read again, on the primary, when it is drawn."""
    units = await units_service.covered(actor)
    asked = _read(request, units)
    counted = "unit" in request.query_params
    return await _form(request, actor, units, asked, Form({}), counted=counted)


def _read(request: AnyRequest, units: list[UnitView], form: Form | None = None) -> Asked:
    if form is None:
        query = request.query_params
        return asking.read(query, query.getall("field", []), units, clock.today())
    said = {one: form.text(one) for one in ("unit", "records", "first", "last", "strata")}
    return asking.read(said, form.all("field"), units, clock.today())


async def _form(
    request: AnyRequest,
    actor: Actor,
    units: list[UnitView],
    asked: Asked,
    form: Form,
    *,
    counted: bool,
    status: int = 200,
    errors: dict[str, str] | None = None,
    wrong: str = "",
) -> Response[str]:
    language, found = language_of(request), None
    if counted:
        try:
            found = await samples.preview(asked.population, actor)
        except Invalid as error:
            wrong = wrong or getattr(error.text, language)
    names = await strata_names(list(found.strata), asked.strata, language) if found else {}
    meaning = samples.MEANINGS[asked.population.out_of]
    return page(
        request,
        "insight/samples/new.html",
        status=status,
        asked=asked,
        found=found,
        names=names,
        counted=counted,
        form=form,
        errors=errors or {},
        wrong=wrong,
        meaning=getattr(meaning, language),
        units=_options(units, language),
        choices=choices(language),
        strata=[(str(one), getattr(text, language)) for one, text in samples.STRATA.items()],
        fields=[(str(one), say(language, f"catalogue.field_{one}")) for one in ViolationField],
        most=MOST_OF_A_STRATUM,
        of_cases=asked.choice.startswith(SampledKind.CASE),
    )


def _options(units: list[UnitView], language: Language) -> list[tuple[str, str]]:
    least = min((one.level for one in units), default=1)
    return [
        (str(one.id), "\u2003" * (one.level - least) + getattr(one.name, language)) for one in units
    ]


@post(f"{PLACE}/planned", opt=ONCE, include_in_schema=False)
async def plan_sample(request: AnyRequest) -> Response[Any]:
    """Fix what will be drawn, and the seed. A form with errors keeps what was typed. Raises NotAllowed, NotFound."""
    actor, form, language = auditor(request), await read_form(request), language_of(request)
    errors = _errors(form, language)
    wrong = ""
    async with transaction():
        units = await units_service.covered(actor)
        asked = _read(request, units, form)
    _check_said(form, asked)
    if not errors:
        planned = SamplePlanned(
            of=asked.population,
            size=int(form.text("size")),
            seed=samples.make_seed(form.text("seed")),
            seed_given=bool(form.text("seed")),
            purpose=form.text("purpose"),
        )
        try:
            async with transaction():
                sample_id, outcome = await samples.plan(planned, actor)
            if not isinstance(outcome, Refused):
                return Redirect(f"{PLACE}/{sample_id}", status_code=303)
            wrong = getattr(outcome.text, language)
        except Invalid as error:
            wrong = getattr(error.text, language)
    async with transaction():
        return await _form(
            request,
            actor,
            units,
            asked,
            form,
            counted=True,
            status=422,
            errors=errors,
            wrong=wrong,
        )


def _check_said(form: Form, asked: Asked) -> None:
    """Raise NotFound for a population that is not the one of the form.

    A page may show everything where an address says something wrong, or names a unit that was closed since. What is
    fixed for ever must not.
    """
    meant = {
        *((name, form.text(name)) for name in ("unit", "records", "first", "last", "strata")),
        *(("field", one) for one in form.all("field")),
    }
    if meant != set(asked.pairs()):
        raise NotFound(what="population")


def _errors(form: Form, language: Language) -> dict[str, str]:
    errors = {}
    size, seed = form.text("size"), form.text("seed")
    number = size.isascii() and size.isdigit() and len(size) <= _MOST_DIGITS
    if not (number and 1 <= int(size) <= MOST_OF_A_STRATUM):
        errors["size"] = say(language, "samples.size_wrong", most=MOST_OF_A_STRATUM)
    if len(seed) > samples.MOST_TYPED or any(ord(one) < 32 or ord(one) == 127 for one in seed):
        errors["seed"] = say(language, "samples.seed_wrong")
    if not _LEAST_WORDS <= len(form.text("purpose")) <= _MOST_WORDS:
        errors["purpose"] = say(language, "samples.purpose_wrong")
    return errors


@get(f"{PLACE}/records", include_in_schema=False)
async def show_records(request: AnyRequest) -> Response[str]:
    """Show the records that a population has now, a page at a time. Raises NotAllowed, Invalid."""
    actor, language = auditor(request), language_of(request)
    after = typed.identifier(request.query_params.get("after", ""))

    async def look() -> tuple[list[UnitView], Asked, list[Named]]:
        units = await units_service.covered(actor)
        asked = _read(request, units)
        return units, asked, await samples.listed(asked.population, actor, after, samples.PAGE + 1)

    units, asked, found = await replica.reading(look)
    shown, more = found[: samples.PAGE], len(found) > samples.PAGE
    unit = next(one for one in units if one.id == asked.unit)
    return page(
        request,
        "insight/samples/records.html",
        asked=asked,
        title=dict(choices(language))[asked.choice],
        meaning=getattr(samples.MEANINGS[asked.population.out_of], language),
        unit=getattr(unit.name, language),
        rows=shown,
        back=f"{PLACE}/new?{asked.query()}",
        first=f"{PLACE}/records?{asked.query()}",
        following=f"{PLACE}/records?{asked.query()}&after={shown[-1].id}" if more else None,
        paged=after is not None,
    )


HANDLERS = [list_samples, new_sample, plan_sample, show_records]
"""Those of one sample are in `acting`."""

__all__ = ["PLACE", "Preview", "auditor"]
