"""Papers that wait for the reader's signature, signed in a list of at most twenty with one confirmation.

Each paper is a command of its own with its own line of result. Without a script the server signs one
after another; list-signing.js sends the same form with one paper at a time, so that progress is seen.
"""

from typing import Any
from uuid import UUID

from litestar import Response, get, post

from admin_ui.casework.list_signing import lines
from admin_ui.shell import typed
from admin_ui.shell.forms import Form, as_typed, read_form
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.casework.drafting import service as drafting
from backend.core import clock
from backend.documents.signing.errors import PassphraseTries, PassphraseWrong
from backend.force.accounts import service as accounts


async def _show(
    request: AnyRequest,
    *,
    status: int = 200,
    wrong: str = "",
    results: list[drafting.list_signing.Result] | None = None,
    chosen: frozenset[UUID] = frozenset(),
) -> Response[str]:
    waiting = await drafting.list_signing.waiting(actor_of(request))
    listed = lines.listing(waiting, chosen, language_of(request), clock.now())
    return page(
        request,
        "casework/list_signing/list.html",
        status=status,
        list=listed,
        may_choose=any(one.pick and not one.pick.disabled for one in listed.lines),
        asks={lines.key(one): lines.asked(one) for one in waiting},
        most=drafting.list_signing.MOST,
        wrong=wrong,
        results=results or [],
        chosen=chosen,
    )


def _ticked(form: Form, document_id: UUID) -> drafting.Choices:
    """Return what was ticked in the row of a sanction: public notice, and that a device found it."""
    publish, by_device = (form.ticked(lines.field(name, document_id)) for name in lines.ANSWERS)
    return drafting.Choices(publish=publish, by_device=by_device)


@get("/desk/to-sign", include_in_schema=False)
async def to_sign(request: AnyRequest) -> Response[str]:
    """List the papers that wait for the reader's signature, each opened or not."""
    return await _show(request)


@post("/desk/to-sign", include_in_schema=False)
async def sign_listed(request: AnyRequest) -> Response[Any]:
    """Sign the chosen papers one after another. Each is in force, or says why not and stays.

    A wrong passphrase ends the list: it is tried once, not for every paper. Raises NotFound, before any paper is
    signed, for what no page of ours sends.
    """
    form, language = await read_form(request), language_of(request)
    named = [one.partition(":") for one in dict.fromkeys(form.all("paper"))]
    papers = [(typed.named(ident), mark) for ident, _, mark in named]
    chosen = frozenset(one for one, _ in papers)
    passphrase = await as_typed(request, "passphrase")
    wrong = ""
    if not papers:
        wrong = say(language, "tosign.choose_some")
    elif len(papers) > drafting.list_signing.MOST:
        wrong = say(language, "tosign.too_many", most=drafting.list_signing.MOST)
    elif not passphrase:
        wrong = say(language, "paper.passphrase_needed")
    if wrong:
        return await _show(request, status=422, wrong=wrong, chosen=chosen)
    results: list[drafting.list_signing.Result] = []
    try:
        for document_id, fields_hash in papers:
            results.append(
                await drafting.list_signing.sign_one(
                    document_id,
                    fields_hash,
                    passphrase,
                    actor_of(request),
                    _ticked(form, document_id),
                )
            )
    except (PassphraseWrong, PassphraseTries) as error:
        said = told(request, error)
        return await _show(request, status=error.status, wrong=said, results=results, chosen=chosen)
    if any(one.outcome == "signed" for one in results):
        await accounts.confirmed_by_key(actor_of(request))
    left = frozenset(one.id for one in results if one.outcome not in ("signed", "already"))
    return await _show(request, results=results, chosen=left)


HANDLERS = [to_sign, sign_listed]
"""Handlers for papers that are signed in a list."""
