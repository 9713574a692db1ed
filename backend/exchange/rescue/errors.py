"""Errors of rescue files, as the desk shows them. Nothing of such a file was recorded.

DomainError ├── RescueUnreadable       422  the code says why: rescue_not_age,
rescue_other_recipient, rescue_damaged, │                               rescue_malformed,
rescue_mixed, rescue_device_unknown ├── RescueForeign          403  of an officer outside the
supervisor's unit, or of an unknown one (same answer) ├── RescueTooLarge         413 ├── RescueGone
410  imported, given up, or on another node ├── RescueBusy             423  it is being imported at
this moment └── RescueKeyMissing       503  this installation has no rescue key yet
"""

from backend.core.errors import DomainError, Invalid, NotAllowed, Unavailable
from schemas.core.problems import Text

_WHY: dict[str, tuple[str, str]] = {
    "rescue_not_age": (
        "Đây không phải tệp chưa gửi. Hãy chọn tệp có đuôi .htrescue.age do điện thoại xuất ra.",
        "This is not a rescue file. Choose the file ending in .htrescue.age that the phone exported.",
    ),
    "rescue_other_recipient": (
        "Tệp này được mã hóa cho một máy chủ khác, hoặc phần đầu tệp đã hỏng. Hãy xuất lại từ điện thoại.",
        "This file was encrypted to another server, or its beginning is damaged. Export it from the phone again.",
    ),
    "rescue_damaged": (
        "Tệp bị cắt cụt hoặc đã hỏng. Hãy chép lại từ điện thoại rồi thử lại.",
        "The file is cut or damaged. Copy it from the phone again, then try again.",
    ),
    "rescue_malformed": (
        "Nội dung tệp không đúng định dạng ({where}). Hãy cập nhật ứng dụng trên điện thoại rồi xuất lại.",
        "The content of the file is not in the right format ({where}). Update the app on the phone, then export it "
        "again.",
    ),
    "rescue_mixed": (
        "Tệp có việc của nhiều công chức nên không nhận. Mỗi tệp chỉ của một người.",
        "The file contains acts of several officers, so it is not accepted. Each file must be of one officer.",
    ),
    "rescue_device_unknown": (
        "Công chức này chưa từng đăng nhập trên thiết bị đã xuất tệp. Hãy đăng nhập ở đó một lần rồi thử lại.",
        "This officer never signed in on the device that exported the file. Sign in there once, then try again.",
    ),
}


class RescueUnreadable(DomainError):
    """The file cannot be accepted. `code`, a key of _WHY, says why."""

    code = "rescue_malformed"
    status = 422

    def __init__(self, code: str, where: str = "") -> None:
        vi, en = _WHY[code]
        text = Text(vi=vi.format(where=where), en=en.format(where=where))
        super().__init__(code=code, text=text, where=where, back="/desk/rescue")


class RescueForeign(NotAllowed):
    """The file's officer is not in the supervisor's unit.

    The answer does not reveal whether they exist.
    """

    code = "rescue_foreign"
    text_vi = "Tệp này không phải của công chức thuộc đơn vị bạn. Hãy chuyển cho người giám sát của đơn vị đó."
    text_en = "This file does not belong to an officer of your unit. Hand it to a supervisor of that unit."


class RescueTooLarge(DomainError):
    """The file is larger than this installation accepts."""

    code = "rescue_too_large"
    status = 413
    text_vi = "Tệp quá lớn: tối đa {max_bytes} byte. Hãy hỏi quản trị hệ thống."
    text_en = "The file is too large: at most {max_bytes} bytes. Ask the administrator."


class InformationMalformed(Invalid):
    """An information in the file is not what a phone sends."""

    code = "information_malformed"
    text_vi = (
        "Thông tin trong tệp không đúng định dạng. Điện thoại vẫn giữ; hãy cập nhật ứng dụng trên điện thoại rồi xuất "
        "lại."
    )
    text_en = (
        "The information in the file is not in the right format. The phone still has it; update the app there, then "
        "export it again."
    )


class InformationUnsigned(Invalid):
    """The device that wrote the file does not vouch for the information."""

    code = "information_unsigned"
    text_vi = (
        "Không có chữ ký hợp lệ của thiết bị cho thông tin này, nên không ghi. Hãy hỏi lại công chức; điện thoại gửi "
        "được khi có mạng."
    )
    text_en = (
        "The device has not validly signed this information, so it was not registered. Ask the officer; the phone can "
        "send it when there is a connection."
    )


class InformationPhotoDiffers(Invalid):
    """A sealed photograph is not the one that was announced."""

    code = "information_photo_differs"
    text_vi = "Ảnh niêm phong trong tệp khác với ảnh đã báo. Thông tin vẫn đã ghi; điện thoại gửi ảnh khi có mạng."
    text_en = (
        "A sealed photograph in the file is not the one that was announced. The information is registered all the "
        "same; the phone sends the photograph when there is a connection."
    )


class RescueGone(DomainError):
    """The file is no longer on this node's disk."""

    code = "rescue_gone"
    status = 410
    text_vi = "Tệp không còn trên máy chủ này. Hãy tải lên lại; nhập lại không tạo bản trùng."
    text_en = "The file is no longer on this server. Upload it again; importing again creates no duplicates."


class RescueBusy(DomainError):
    """Another request is importing the file."""

    code = "rescue_busy"
    status = 423
    retryable = True
    text_vi = "Tệp này đang được nhập. Hãy tải lại trang sau giây lát."
    text_en = "This file is being imported. Reload the page in a moment."


class RescueKeyMissing(Unavailable):
    """The installation is older than rescue files and not yet migrated."""

    code = "rescue_key_missing"
    text_vi = "Máy chủ chưa có khóa mở tệp chưa gửi. Quản trị cần chạy migrate."
    text_en = "The server has no key for rescue files yet. Its operator must run migrate."
