"""Errors of the domain: one tree, stable codes, texts in both languages.

    DomainError
    ├── NotFound               404  not there, or outside your scope: the answer is the same
    ├── NotAllowed             403  your roles do not permit it
    ├── NotSignedIn            401  no session, or it ended
    ├── Invalid                422  what was sent does not satisfy a rule
    ├── Conflict               409  the record's present state does not allow it
    │   └── RefusedAct         409  `ledger.record` (the one door) refused an act, with its reason
    ├── CursorExpired          410  a cursor that can no longer be used: begin again without one
    ├── TooMany                429  try again later
    └── Unavailable            503  a part of the system does not answer

Services raise these and never build responses. Each face renders them in its own form
(problem+json, a page). The status follows from what the client should do. `retryable` is true only
if the same request may succeed later.
"""

from typing import Any, ClassVar

from schemas.core.problems import Text


class DomainError(Exception):
    """Base class of all errors of the domain.

    `code` never changes; texts may. `detail` may hold facts for programs, never secrets.
    """

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 400
    retryable: ClassVar[bool] = False
    text_vi: ClassVar[str] = "Có lỗi xảy ra."
    text_en: ClassVar[str] = "Something went wrong."

    def __init__(self, *, code: str | None = None, text: Text | None = None, **detail: Any) -> None:
        self.problem_code = code or self.code
        self.detail = detail
        self.text = text or Text(
            vi=self.text_vi.format_map(_Blank(detail)), en=self.text_en.format_map(_Blank(detail))
        )
        super().__init__(f"{self.problem_code}: {self.text.en}")


class _Blank(dict[str, Any]):
    """Lets a template name a detail that was not given."""

    def __missing__(self, key: str) -> str:
        return "…"


class NotFound(DomainError):
    """Not there, or outside your scope."""

    code = "not_found"
    status = 404
    text_vi = "Không tìm thấy, hoặc nằm ngoài phạm vi của bạn."
    text_en = "Not found, or outside your scope."


class NotAllowed(DomainError):
    """The roles of this officer do not permit it."""

    code = "not_allowed"
    status = 403
    text_vi = "Vai trò của bạn không được phép làm việc này."
    text_en = "Your role does not permit this."


class NotSignedIn(DomainError):
    """No session, or it has ended."""

    code = "not_signed_in"
    status = 401
    text_vi = "Phiên làm việc không còn hiệu lực. Hãy đăng nhập lại."
    text_en = "The session is no longer valid. Please sign in again."


class Invalid(DomainError):
    """What was sent does not satisfy a rule."""

    code = "invalid"
    status = 422
    text_vi = "Dữ liệu gửi lên không hợp lệ."
    text_en = "What was sent is not valid."


class Conflict(DomainError):
    """The present state does not allow it."""

    code = "conflict"
    status = 409
    text_vi = "Trạng thái hiện tại không cho phép."
    text_en = "The present state does not allow this."


class RefusedAct(Conflict):
    """`ledger.record` (the one door) refused an act. The code says why."""

    code = "act_refused"


class CursorExpired(DomainError):
    """The cursor is of another epoch, too old, or not one that this server gave."""

    code = "cursor_expired"
    status = 410
    text_vi = "Dấu đồng bộ đã hết hạn. Ứng dụng sẽ tải lại từ đầu; việc chưa gửi vẫn được giữ."
    text_en = "The sync cursor has expired. The app loads everything again; unsent work is kept."


class TooMany(DomainError):
    """Too many tries: wait."""

    code = "too_many_tries"
    status = 429
    retryable = True
    text_vi = "Quá nhiều lần thử. Hãy đợi {minutes} phút rồi thử lại."
    text_en = "Too many tries. Wait {minutes} minutes, then try again."


class Unavailable(DomainError):
    """A part of the system does not answer. Nothing was lost."""

    code = "unavailable"
    status = 503
    retryable = True
    text_vi = "Hệ thống tạm thời chưa phục vụ được. Hãy thử lại sau ít phút."
    text_en = "The system cannot answer right now. Try again in a few minutes."
