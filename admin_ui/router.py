"""All pages of the desk under one router: the guard, headers on every answer, problems as pages.

A page module lists its handlers in `HANDLERS`; a handler without `opt={"public": True}` is behind
the desk's guard.
"""

from typing import Any

from litestar import MediaType, Response, Router, get
from litestar.params import FromPath

from admin_ui.confirming import to_code
from admin_ui.guards import at_desk, check_form_token, to_sign_in
from admin_ui.headers import security_headers
from admin_ui.pages import (
    account,
    asks,
    by_hand,
    case_acts,
    case_opening,
    case_papers,
    cases,
    catalogue,
    catalogue_proposals,
    catalogue_versions,
    certificates,
    compare,
    confirm,
    decisions,
    delegations,
    devices,
    documents,
    dossier,
    due,
    enrol,
    entrusting,
    exceptions,
    export,
    findings,
    gallery,
    held,
    inspections,
    new_devices,
    notices,
    numbers,
    objections,
    opinions,
    paper_acts,
    paper_files,
    papers,
    papers_pdf,
    parties,
    people,
    person_acts,
    photos,
    queue,
    refusals,
    reissue,
    rescue,
    restores,
    rulings,
    sanction,
    scans,
    search,
    sign_in,
    units,
    unknown,
    visit,
)
from admin_ui.pages.language import choose_language
from admin_ui.problems import EXCEPTION_HANDLERS
from admin_ui.render import AnyRequest
from admin_ui.static_files import static_file
from admin_ui.submissions import answer_again, show_sent, to_sent
from backend import durable
from backend.accounts.service import ConfirmationNeeded
from backend.errors import NotFound, NotSignedIn
from backend.submissions import SentAlready

PAGES = (
    account,
    asks,
    by_hand,
    case_acts,
    case_opening,
    case_papers,
    cases,
    catalogue,
    catalogue_proposals,
    catalogue_versions,
    certificates,
    compare,
    confirm,
    decisions,
    delegations,
    devices,
    documents,
    dossier,
    due,
    enrol,
    entrusting,
    exceptions,
    export,
    findings,
    gallery,
    held,
    inspections,
    notices,
    numbers,
    new_devices,
    objections,
    opinions,
    paper_acts,
    paper_files,
    papers,
    papers_pdf,
    parties,
    people,
    person_acts,
    photos,
    queue,
    refusals,
    reissue,
    rescue,
    restores,
    rulings,
    sanction,
    scans,
    search,
    sign_in,
    units,
    unknown,
    visit,
)


@get("/desk/{rest:path}", opt={"public": True}, include_in_schema=False)
async def nowhere(rest: FromPath[str]) -> None:
    """Any other address below /desk/: a page of ours says so."""
    raise NotFound(what=rest)


async def _begin(request: AnyRequest) -> Response[Any] | None:
    """What is sent, and what it reads, is told when the standby has it; a page that is only looked at does not wait."""
    durable.begin(commits_prove=request.method not in ("GET", "HEAD"))
    await check_form_token(request)
    return await answer_again(request)


async def _settle(answer: Response[Any]) -> Response[Any]:
    """A file leaves the house: a number on a paper that a failover undoes would be given to another paper too. Raises
    StandbyAwaited, which is shown instead.
    """
    await durable.settle_unless(only_looked_at=answer.media_type == MediaType.HTML)
    return answer


ROUTER = Router(
    path="/",
    route_handlers=[
        static_file,
        choose_language,
        nowhere,
        show_sent,
        *(handler for pages in PAGES for handler in pages.HANDLERS),
    ],
    guards=[at_desk],
    before_request=_begin,
    after_request=_settle,
    middleware=[security_headers],
    exception_handlers={
        **EXCEPTION_HANDLERS,
        NotSignedIn: to_sign_in,
        ConfirmationNeeded: to_code,
        SentAlready: to_sent,
    },
)
