"""The system log, for auditors: who read, searched, took copies, signed in and was refused, folded by day."""

from typing import Any
from urllib.parse import urlencode

from litestar import Response, get

from admin_ui.operations.log import asked as asking
from admin_ui.shell.formats import short_date
from admin_ui.shell.forms import clean
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Empty, Listing
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.unit_names import short_name
from admin_ui.shell.words import Language, say
from backend.core.database import transaction
from backend.core.errors import NotAllowed
from backend.force.units import service as units
from backend.operations.log import service as log

_ADDRESS = "/desk/log"


@get(_ADDRESS, include_in_schema=False)
async def show_log(request: AnyRequest) -> Response[Any]:
    """Show one page of the log, newest first. All conditions are in the address. Raises NotAllowed."""
    actor = actor_of(request)
    kinds = log.kinds_of(actor)
    if not kinds:
        raise NotAllowed
    asked = _asked(request)
    wrong = say(language_of(request), "search.date_wrong")
    conditions, errors = asking.conditions(asked, wrong)
    cursor = request.query_params.get("after") or None
    found = None
    async with transaction():
        if not errors:
            try:
                found = await log.page(actor, conditions, cursor, address_of(request))
            except log.FilterWrong as wrong:
                errors[wrong.field] = getattr(wrong.text, language_of(request))
        mine = await units.covered(actor)
    language = language_of(request)
    names = {str(one.id): getattr(one.name, language) for one in mine}
    given = {name: value for name, value in asked.items() if value}
    return page(
        request,
        "operations/log/log.html",
        status=422 if errors else 200,
        found=found,
        asked=asked,
        errors=errors,
        kinds=[(one, getattr(log.NAMES[one], language)) for one in kinds],
        units=[
            (
                str(one.id),
                f"{chr(0x2003) * (one.level - actor.unit.level)}{getattr(one.name, language)}",
            )
            for one in mine
        ],
        kind_names=log.NAMES,
        places={
            "inspection": "/desk/inspections/",
            "case": "/desk/cases/",
            "submission": "/desk/submissions/",
            "route": "/desk/routes/",
            "party_import": "/desk/parties/imports/",
            "people_import": "/desk/people/imports/",
            "party_likeness": "/desk/likeness/",
            "party": "/desk/parties/register/",
        },
        bar=_bar(asked, conditions, names, language),
        nothing=Empty(say(language, "log.none")),
        short=short_name,
        taken=urlencode(given),
        first=f"{_ADDRESS}?{urlencode(given)}" if cursor else None,
        following=f"{_ADDRESS}?{urlencode({**given, 'after': found.next})}"
        if found and found.next
        else None,
    )


def _bar(
    asked: dict[str, str], conditions: log.Conditions, units: dict[str, str], language: Language
) -> Listing:
    """Return what stands above the log: each condition that is set, as a chip that takes it off."""
    kind = log.NAMES.get(conditions.kind)
    said = {
        **asked,
        "kind": getattr(kind, language) if kind else "",
        "unit": units.get(asked["unit"], ""),
        "since": short_date(conditions.since, language),
        "until": short_date(conditions.until, language),
    }
    place = Place(_ADDRESS, asked)
    return Listing(
        caption="",
        heading="",
        columns=(),
        lines=(),
        empty=Empty(""),
        chips=place.chips(*((name, say(language, f"log.{name}"), said[name]) for name in asked)),
        clear=_ADDRESS,
    )


def _asked(request: AnyRequest) -> dict[str, str]:
    return {name: clean(request.query_params.get(name, ""))[:200].strip() for name in asking.FIELDS}


HANDLERS = [show_log]
