"""Turns errors into RFC 9457 problem details, for every answer of the phone's face.

`code` is stable, `text` is for people in both languages, and `retryable` tells the phone whether
the same request may succeed later. Nothing internal is disclosed: an unexpected error shows only a
reference into the log. What a client can cause by sending nonsense is a 4xx, never a 500.
"""

import secrets
from typing import Any

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException

from backend.core import clock, refusing
from backend.core.errors import Conflict, DomainError, Invalid, NotAllowed, NotFound, RefusedAct
from backend.core.outages import as_domain_error
from schemas.core.problems import Problem, Text

MEDIA_TYPE = "application/problem+json"
LOG = structlog.get_logger(__name__)

_HTTP: dict[int, tuple[str, Text]] = {
    400: (
        "request_invalid",
        Text(
            vi="Yêu cầu không đúng dạng. Hãy cập nhật ứng dụng rồi thử lại.",
            en="The request is malformed. Update the app, then try again.",
        ),
    ),
    401: (
        "not_signed_in",
        Text(
            vi="Phiên làm việc không còn hiệu lực. Hãy đăng nhập lại.",
            en="The session is no longer valid. Please sign in again.",
        ),
    ),
    404: (
        "not_found",
        Text(
            vi="Không tìm thấy, hoặc nằm ngoài phạm vi của bạn. Hãy kiểm tra lại, hoặc đồng bộ rồi mở từ danh sách.",
            en="Not found, or outside your scope. Check it, or sync and open it from the list again.",
        ),
    ),
    405: (
        "method_not_allowed",
        Text(
            vi="Địa chỉ này không nhận thao tác đó. Hãy cập nhật ứng dụng rồi thử lại.",
            en="This address does not take this method. Update the app, then try again.",
        ),
    ),
    413: (
        "body_too_large",
        Text(
            vi="Nội dung gửi lên quá lớn. Hãy rút gọn hoặc chia nhỏ rồi gửi lại.",
            en="What was sent is too large. Shorten it or send it in parts.",
        ),
    ),
    415: (
        "media_type_unknown",
        Text(
            vi="Loại nội dung gửi lên không được nhận. Hãy cập nhật ứng dụng rồi thử lại.",
            en="This content type is not taken. Update the app, then try again.",
        ),
    ),
}
_NEXT: dict[str, Text] = {
    NotFound.text_vi: _HTTP[404][1],
    NotAllowed.text_vi: Text(
        vi="Vai trò của bạn không được phép làm việc này. Nếu công việc đòi hỏi, hãy đề nghị quản trị cấp vai trò.",
        en="Your role does not permit this. If your work needs it, ask an administrator for the role.",
    ),
    Invalid.text_vi: Text(
        vi="Dữ liệu gửi lên không hợp lệ. Hãy kiểm tra lại những gì đã nhập rồi gửi lại.",
        en="What was sent is not valid. Check what was entered, then send it again.",
    ),
    Conflict.text_vi: Text(
        vi="Trạng thái hiện tại không cho phép. Hãy đồng bộ, xem lại hồ sơ rồi quyết định lại.",
        en="The present state does not allow this. Sync, look at the record, then decide again.",
    ),
}
"""The general sentences with what to do next. The desk's pages say that below the sentence; a phone shows the sentence
alone."""
_UNEXPECTED = Text(
    vi="Hệ thống gặp lỗi không lường trước. Hãy thử lại; nếu lặp lại, báo quản trị số tham chiếu.",
    en="Something unexpected went wrong. Try again; if it repeats, tell an administrator the reference.",
)

RETRY_SECONDS = "5"
"""Sent with a 503. A part that died is usually back by then."""

AnyRequest = Request[Any, Any, Any]


def answer(
    *,
    status: int,
    code: str,
    text: Text,
    retryable: bool = False,
    detail: dict[str, Any] | None = None,
    headers: dict[str, str] | None = None,
) -> Response[bytes]:
    """Build the answer. `title` repeats the English sentence; programs read the code."""
    return Response(
        _body(status, code, text, retryable, detail),
        media_type=MEDIA_TYPE,
        status_code=status,
        headers=headers or {},
    )


def _body(
    status: int, code: str, text: Text, retryable: bool, detail: dict[str, Any] | None
) -> bytes:
    problem = Problem(
        type="about:blank",
        title=text.en,
        status=status,
        code=code,
        text=text,
        retryable=retryable,
        detail=detail or None,
    )
    return msgspec.json.encode(problem)


def body_of(error: DomainError) -> bytes:
    """Return the problem document alone, for an answer that is sent outside the framework."""
    detail = msgspec.to_builtins(error.detail)
    return _body(error.status, error.problem_code, error.text, error.retryable, detail)


def text_of(error: DomainError) -> Text:
    """Return what happened and what to do next, in both languages."""
    return _NEXT.get(error.text.vi, error.text)


def domain_problem(request: AnyRequest, error: DomainError) -> Response[bytes]:
    """Answer a DomainError with its own status, code and text."""
    del request
    refusing.answer(error.problem_code, of_act=isinstance(error, RefusedAct))
    headers: dict[str, str] = {}
    if error.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if content_range := error.detail.get("content_range"):
        headers["Content-Range"] = str(content_range)
    if wait := error.detail.get("minutes"):
        headers["Retry-After"] = str(int(wait) * 60)
    elif wait := error.detail.get("seconds"):
        headers["Retry-After"] = str(int(wait))
    elif error.status == 503:
        headers["Retry-After"] = RETRY_SECONDS
    return answer(
        status=error.status,
        code=error.problem_code,
        text=text_of(error),
        retryable=error.retryable,
        detail=msgspec.to_builtins(error.detail),
        headers=headers,
    )


def http_problem(request: AnyRequest, error: HTTPException) -> Response[bytes]:
    """Answer what the framework refused: an unknown address, a method, a body that does not fit its schema."""
    status = error.status_code
    if status >= 500:
        return unexpected_problem(request, error)
    code, text = _HTTP.get(status, _HTTP[400])
    headers = {
        name: value
        for name, value in (error.headers or {}).items()
        if name.lower() in ("allow", "retry-after", "www-authenticate")
    }
    return answer(status=status, code=code, text=text, detail=_where(error), headers=headers)


def _where(error: HTTPException) -> dict[str, Any] | None:
    """Return which members of the request are wrong, as the framework lists them.

    Its own text is not disclosed.
    """
    if not isinstance(error.extra, list):
        return None
    found = [
        {"at": str(each.get("key", "")), "why": str(each.get("message", ""))}
        for each in error.extra[:20]
        if isinstance(each, dict)
    ]
    return {"fields": found} if found else None


def unexpected_problem(request: AnyRequest, error: Exception) -> Response[bytes]:
    """Answer any other error.

    It is 503 for an outage, which may be tried again. Otherwise it is our own fault, and is logged.
    """
    if isinstance(error, RecursionError) or _is_no_text(
        error
    ):  # JSON nested too deeply for any parser, or no UTF-8
        code, text = _HTTP[400]
        return answer(status=400, code=code, text=text)
    if known := as_domain_error(error):
        response = domain_problem(request, known)
        if known.retryable:
            LOG.warning("part_does_not_answer", path=request.url.path, error=type(error).__name__)
        return response
    reference = secrets.token_hex(6)
    LOG.error(
        "request_failed",
        reference=reference,
        path=request.url.path,
        at=clock.rfc3339(clock.now()),
        exc_info=error,
    )
    detail = {"reference": reference}
    return answer(status=500, code="unexpected", text=_UNEXPECTED, retryable=True, detail=detail)


def _is_no_text(error: Exception) -> bool:
    """Tell whether a body has bytes inside its JSON that are no UTF-8 (RFC 8259 §8.1).

    msgspec raises UnicodeDecodeError for them, which the framework passes on as a fault of ours. The same error from
    anywhere else is one.
    """
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    place = at.tb_frame.f_globals.get("__name__", "") if at is not None else ""
    return isinstance(error, UnicodeDecodeError) and str(place).startswith("litestar.serialization")


EXCEPTION_HANDLERS: Any = {
    DomainError: domain_problem,
    HTTPException: http_problem,
    Exception: unexpected_problem,
}
