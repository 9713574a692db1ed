"""The form for citizens: `/phan-anh/`, its receipt, the page that tells how a report stands, and withdrawing.

It needs no account, no cookie and no script. Nothing of it may be kept by a cache or found by a
search engine.
"""

import contextlib
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import structlog
from litestar import MediaType, Response, Router, get, post
from litestar.exceptions import HTTPException
from litestar.params import FromPath

from admin_ui.intake.public_form import filled, reading
from admin_ui.shell import drawn_maps, static_files
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.headers import HEADERS, policy, security_headers
from admin_ui.shell.render import AnyRequest, html
from admin_ui.shell.words import Language, say
from backend.core.errors import DomainError, TooMany
from backend.core.outages import as_domain_error
from backend.intake.public_form import service as public_form
from schemas.core.problems import Text
from schemas.fieldwork.maps import MapTiles
from schemas.intake.public_form import Concerns
from schemas.intake.words import Field, Nature

LOG = structlog.get_logger(__name__)
_MOST_TYPED = 100
_NEVER_FOUND = {"x-robots-tag": "noindex, nofollow", "referrer-policy": "no-referrer"}
_ASKS_WHERE = {
    "permissions-policy": HEADERS["permissions-policy"].replace(
        "geolocation=()", "geolocation=(self)"
    )
}
_LEAFLET = ("leaflet.js", "leaflet.css")
_FOLDER = "intake/public_form"


class SentFromElsewhere(DomainError):
    """Another site sent the form."""

    code = "sent_from_elsewhere"
    status = 403
    text_vi = "Yêu cầu này đến từ một trang khác. Hãy mở trang phản ánh rồi làm lại."
    text_en = "This request came from another site. Open the page of reports and try again."


@get("/phan-anh", opt={"public": True}, include_in_schema=False)
async def show_form(request: AnyRequest) -> Response[Any]:
    """Show the empty form."""
    public_form.check_open()
    return _form(request, Form({}), 200)


@post(
    "/phan-anh",
    status_code=200,
    opt={"public": True},
    include_in_schema=False,
    request_max_body_size=None,
)
async def take_form(request: AnyRequest) -> Response[Any]:
    """Take a report and show its receipt, or the form with all that was typed, also in the other language."""
    _own_site(request)
    refused: DomainError | None = None
    try:
        await public_form.admit(_asker(request))
    except DomainError as error:
        refused = error
    async with reading.read(request, keep=refused is None) as sent:
        return await _answered(request, sent, refused)


async def _answered(
    request: AnyRequest, sent: reading.Sent, refused: DomainError | None
) -> Response[Any]:
    form = sent.form
    if refused is None and form.text("other") in ("vi", "en"):
        return _form(request, form.with_values({"lang": form.text("other")}), 200, sent=sent)
    faults = filled.faults(form)
    age = public_form.token_age(form.text("token"))
    in_time = age is not None and age >= public_form.LEAST_SECONDS
    if refused is None and in_time and not faults and not sent.faults:
        try:
            return await _sent(request, sent)
        except Exception as error:
            refused = _known(error)
    if refused is not None:
        return _form(request, form, refused.status, faults, sent, refused=refused)
    stale = not faults and not sent.faults
    return _form(request, form, 422, faults, sent, stale=stale)


async def _sent(request: AnyRequest, sent: reading.Sent) -> Response[Any]:
    language = _language(request, sent.form)
    report = filled.report(sent.form, language)
    await public_form.admit_photographs(_asker(request), len(sent.photographs))
    receipt = await public_form.send(report, sent.photographs, sent.form.text("token"))
    return _page(request, "sent.html", 200, sent.form, receipt=receipt)


def _form(
    request: AnyRequest,
    form: Form,
    status: int,
    faults: filled.Errors | None = None,
    sent: reading.Sent | None = None,
    *,
    refused: DomainError | None = None,
    stale: bool = False,
) -> Response[Any]:
    """Show the form with what was typed. The photographs are gone; the page says so."""
    leaflet = all(static_files.has(name) for name in _LEAFLET)
    tiles: MapTiles | None = request.app.state.map_tiles if leaflet else None
    token = form.text("token")
    answer = _page(
        request,
        "form.html",
        status,
        form=form,
        filled_in=sent is not None,
        faults=faults or {},
        photo_faults=sent.faults if sent else [],
        photos_gone=bool(sent and sent.chose_photographs),
        needs_name=filled.needs_name(form),
        refused=refused,
        stale=stale,
        token=token if public_form.token_age(token) is not None else public_form.new_token(),
        natures=list(Nature),
        whom=list(Concerns),
        kinds=list(Field),
        provinces=public_form.PROVINCES,
        leaflet=leaflet and (tiles is not None or bool(drawn_maps.communes_of())),
        tiles=tiles,
        communes=drawn_maps.communes_of(),
        most_letters=filled.MOST_LETTERS,
        most_photos=public_form.MOST_PHOTOGRAPHS,
        most_bytes=public_form.MOST_BYTES,
    )
    answer.headers.update(_ASKS_WHERE)
    if tiles is not None:
        answer.headers["content-security-policy"] = policy(tiles.origin)
    _retry_after(answer, refused)
    return answer


@get(["/phan-anh/tra-cuu", "/phan-anh/rut"], opt={"public": True}, include_in_schema=False)
async def ask_for_code(request: AnyRequest) -> Response[Any]:
    """Show the form for a code: also where a browser opens the page of a withdrawal again, which knows no code."""
    return _page(request, "ask.html", 200)


@post("/phan-anh/tra-cuu", status_code=200, opt={"public": True}, include_in_schema=False)
async def look_up(request: AnyRequest) -> Response[Any]:
    """Tell how the report with a typed code stands. The code is in no address then."""
    _own_site(request)
    form = await read_form(request)
    return await _told(request, form.text("code"), form)


@post("/phan-anh/rut", status_code=200, opt={"public": True}, include_in_schema=False)
async def withdraw(request: AnyRequest) -> Response[Any]:
    """Ask whether a report is to be withdrawn, then withdraw it."""
    _own_site(request)
    form = await read_form(request)
    typed = form.text("code")[:_MOST_TYPED]
    if form.text("sure") == "yes":
        await public_form.withdraw(typed, _asker(request))
        return await _told(request, typed, form)
    code, told = await public_form.told(typed, _asker(request))
    return _page(request, "withdraw.html", 200, form, code=code, told=told)


@get("/phan-anh/{code:str}", opt={"public": True}, include_in_schema=False)
async def show_status(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    """Tell how the report with this code stands: where the QR code of the receipt leads."""
    return await _told(request, code)


async def _told(request: AnyRequest, typed: str, form: Form | None = None) -> Response[Any]:
    code, told = await public_form.told(typed[:_MOST_TYPED], _asker(request))
    return _page(request, "status.html", 200, form, code=code, told=told)


def _asker(request: AnyRequest) -> str:
    return request.client.host if request.client else ""


def _own_site(request: AnyRequest) -> None:
    """Raise SentFromElsewhere if the browser says that another site sends this.

    There is no session that another site could misuse; but no other site shall let its visitors
    report, or withdraw, without their knowing it.
    """
    site, origin = request.headers.get("sec-fetch-site", ""), request.headers.get("origin", "")
    foreign = site in ("cross-site", "same-site")
    if origin not in ("", "null"):
        foreign = foreign or urlsplit(origin).netloc != request.headers.get("host", "")
    if foreign:
        raise SentFromElsewhere


def _language(request: AnyRequest, form: Form | None = None) -> Language:
    wish = (form.text("lang") if form else "") or request.query_params.get("lang", "")
    return "en" if wish == "en" else "vi"


def _page(
    request: AnyRequest, template: str, status: int, form: Form | None = None, **context: Any
) -> Response[Any]:
    language = _language(request, form)
    other: Language = "vi" if language == "en" else "en"
    if isinstance(refused := context.get("refused"), DomainError):
        context["refused"] = getattr(refused.text, language)
    return Response(
        html(
            request,
            f"{_FOLDER}/{template}",
            {
                **context,
                "form": form,
                "t": partial(say, language),
                "lang": language,
                "other_lang": other,
                "query": "?lang=en" if language == "en" else "",
            },
        ),
        media_type=MediaType.HTML,
        status_code=status,
        headers=_NEVER_FOUND,
    )


def _retry_after(answer: Response[Any], error: DomainError | None) -> None:
    if isinstance(error, TooMany) and (minutes := error.detail.get("minutes")):
        answer.headers["retry-after"] = str(int(minutes) * 60)


def _known(error: Exception) -> DomainError:
    """Return the domain error of an exception. Raises it if it is a fault of ours."""
    known = error if isinstance(error, DomainError) else as_domain_error(error)
    if known is None:
        raise error
    return known


def _problem(request: AnyRequest, error: Exception) -> Response[Any]:
    """Show a problem in the reader's language, without repeating a code, and without a line of log that has one."""
    language = _language(request)
    if isinstance(error, reading.Unreadable):
        status, text = 400, say(language, "public_form.error_no_type")
    elif isinstance(error, HTTPException) and error.status_code < 500:
        status, text = error.status_code, say(language, "common.bad_request")
    else:
        status, text = 500, say(language, "public_form.unexpected")
        known = None
        with contextlib.suppress(Exception):
            known = _known(error)
        if known is None:
            LOG.error("public_form_failed", error=type(error).__name__, exc_info=error)
        else:
            status, said = known.status, known.text
            text = _in(said, language)
            if status >= 500:
                LOG.warning("public_form_failed", error=type(error).__name__)
    answer = _page(request, "problem.html", status, text=text)
    if isinstance(error, DomainError):
        _retry_after(answer, error)
    return answer


def _in(text: Text, language: Language) -> str:
    return str(getattr(text, language))


_HANDLERS: Any = {
    DomainError: _problem,
    HTTPException: _problem,
    reading.Unreadable: _problem,
    Exception: _problem,
}
ROUTER = Router(
    path="/",
    route_handlers=[show_form, take_form, ask_for_code, look_up, withdraw, show_status],
    middleware=[security_headers],
    exception_handlers=_HANDLERS,
)
