"""Why an ordered file is not given, in words for who asked.

DomainError
├── FileGone         410  the file was deleted, its order was stopped, or it is not ready
└── StandingChanged  403  the officer's roles or unit are others than when it was asked for
"""

from backend.core.errors import DomainError, NotAllowed


class FileGone(DomainError):
    """There is no such file any more, or not yet."""

    code = "export_gone"
    status = 410
    text_vi = "Tệp chưa xong, đã hết hạn tải hoặc đã bị dừng. Hãy yêu cầu lại."
    text_en = "The file is not ready, its time is over, or it was stopped. Ask for it again."


class StandingChanged(NotAllowed):
    """What a file shows was in sight of other roles, or of another unit."""

    code = "export_standing_changed"
    text_vi = (
        "Vai trò hoặc đơn vị của bạn đã thay đổi từ khi yêu cầu, nên tệp này không được giao. Hãy yêu cầu lại "
        "theo phạm vi hiện nay."
    )
    text_en = (
        "Your roles or your unit changed since you asked, so this file is not given. Ask again: it will have what you "
        "see now."
    )
