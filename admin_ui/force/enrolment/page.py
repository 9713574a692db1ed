"""The page behind a one-time address: set a password, scan the seed, confirm a code."""

from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell.forms import as_typed, read_form
from admin_ui.shell.guards import SIGN_IN, ended_cookie
from admin_ui.shell.render import AnyRequest, language_of, page
from backend.core.errors import DomainError, NotFound
from backend.force.accounts import service as accounts
from backend.force.accounts.service import Choice, Enrolment

# The address is the secret: its path must not leak in a Referer header, and no cache may store it.
# Not `no-referrer`: under that policy browsers send `Origin: null` with our own form, which the
# guard refuses.
_QUIET = {"referrer-policy": "strict-origin", "cache-control": "no-store"}
_PUBLIC = {"public": True, "own_form": False}


def _show(
    request: AnyRequest, token: str, enrolment: Enrolment, error: DomainError | None = None
) -> Response[Any]:
    answer = page(
        request,
        "force/enrolment/enrol.html",
        status=error.status if error else 200,
        token=token,
        enrolment=enrolment,
        wrong=getattr(error.text, language_of(request)) if error else "",
    )
    answer.headers.update(_QUIET)
    return answer


@get("/desk/enrol/{token:str}", opt=_PUBLIC, include_in_schema=False)
async def show_enrolment(request: AnyRequest, token: FromPath[str]) -> Response[Any]:
    """Show what this address is for; 404 if it is no longer valid, for whatever reason."""
    return _show(request, token, await accounts.get_enrolment(token))


@get("/desk/enrol/{token:str}/qr.svg", opt=_PUBLIC, include_in_schema=False)
async def show_qr_code(token: FromPath[str]) -> Response[bytes]:
    """Send the seed as a QR code from our own address, the only source that the page's policy allows."""
    picture = await accounts.enrolment_qr_code(token)
    return Response(picture, media_type="image/svg+xml", headers=_QUIET)


@post(
    "/desk/enrol/{token:str}",
    opt=_PUBLIC,
    include_in_schema=False,
    request_max_body_size=16 * 1024,
)
async def use_enrolment(request: AnyRequest, token: FromPath[str]) -> Response[Any]:
    """Set what the address is for. All sessions of the officer end; they must sign in again."""
    form = await read_form(request)
    first, again = [await as_typed(request, name) for name in ("password", "password_again")]
    choice = Choice(
        password=first, password_again=again, code=form.text("code"), handed=form.text("handed")
    )
    address = request.client.host if request.client else ""
    enrolment = await accounts.get_enrolment(token)
    try:
        await accounts.use_enrolment(token, choice, address)
    except NotFound:
        raise
    except DomainError as error:
        return _show(request, token, enrolment, error)
    answer: Response[Any] = Redirect(f"{SIGN_IN}?enrolled=true", status_code=303, headers=_QUIET)
    answer.set_cookie(ended_cookie())
    return answer


HANDLERS = [show_enrolment, show_qr_code, use_enrolment]
