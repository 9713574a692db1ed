"""Earlier inspections and sanctions of a party, by name, address, tax code or identity number.

The question is posted instead of put into the URL: identity numbers do not belong in server logs or
browser histories.
"""

from typing import Any

from litestar import Response, get, post

from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from backend.casework.prior_offences import service as prior_offences
from schemas.casework.prior_offences import PartyIdentity

_FIELDS = ("name", "address", "tax_code", "identity_number")


@get("/desk/parties", include_in_schema=False)
async def show_parties(request: AnyRequest) -> Response[Any]:
    """Show the empty form."""
    prior_offences.may_ask(actor_of(request))
    return page(
        request, "casework/prior_offences/prior_offences.html", asked={}, report=None, wrong=""
    )


@post("/desk/parties", include_in_schema=False)
async def find_party(request: AnyRequest) -> Response[Any]:
    """Show the report, under the form with what was asked."""
    actor = actor_of(request)
    prior_offences.may_ask(actor)
    form = await read_form(request)
    asked = {name: form.text(name)[:200] for name in _FIELDS}
    identity = PartyIdentity(
        subject_id=None, **{name: text or None for name, text in asked.items()}
    )
    try:
        report = await prior_offences.find(
            actor,
            identity,
            address=address_of(request),
            by_words=True,
        )
    except prior_offences.NobodyAskedFor as error:
        wrong = getattr(error.text, language_of(request))
        return page(
            request,
            "casework/prior_offences/prior_offences.html",
            status=422,
            asked=asked,
            report=None,
            wrong=wrong,
        )
    return page(
        request,
        "casework/prior_offences/prior_offences.html",
        status=200,
        asked=asked,
        report=report,
        wrong="",
        exact=prior_offences.is_exact(report),
        carried_out=[
            match for match in report.inspections if prior_offences.was_carried_out(match)
        ],
        no_result=[
            match for match in report.inspections if not prior_offences.was_carried_out(match)
        ],
    )


HANDLERS = [show_parties, find_party]
