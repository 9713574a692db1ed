"""Why something that a phone sent of an information is not taken, and what to do next."""

from backend.core.errors import Conflict, Invalid


class SealedUnreadable(Invalid):
    """A text that the phone sealed cannot be opened here: it was cut off or changed, or is not what it should be."""

    code = "sealed_unreadable"
    text_vi = (
        "Phần niêm phong không mở được ở máy chủ (bị cắt hoặc hỏng). Chưa ghi gì. Hãy bấm Sửa và gửi lại, bỏ phần đã "
        "niêm và ghi lại lời kể; nếu không nhớ đủ, hỏi lại người cung cấp."
    )
    text_en = (
        "The sealed part cannot be opened at the server: it was cut off or damaged. Nothing was registered. Press Mend "
        "and send again, drop the sealed part and write it down again; ask the informant again if need be."
    )


class AttachmentUnreadable(Invalid):
    """A sealed photograph cannot be opened here, or is no photograph."""

    code = "attachment_unreadable"
    text_vi = (
        "Ảnh niêm phong này không mở được ở máy chủ, hoặc không phải ảnh. Thông tin vẫn đã ghi. Nếu còn ảnh gốc, hãy "
        "báo văn thư thêm ảnh vào thông tin tại bàn làm việc."
    )
    text_en = (
        "This sealed photograph cannot be opened at the server, or is none. The information is registered all the "
        "same. If you still have the photograph, have it added at the desk."
    )


class PieceWrong(Invalid):
    """A piece is not as long as it must be, or not the bytes that its sender meant."""

    code = "piece_wrong"
    retryable = True
    text_vi = "Một mảnh của ảnh đến không nguyên vẹn. Ứng dụng tự gửi lại."
    text_en = "A piece of the photograph did not arrive whole. The app sends it again."


class InformationDiffers(Conflict):
    """Something else was registered under this id."""

    code = "information_differs"
    text_vi = "Thông tin này đã được ghi với nội dung khác. Hãy xem trong danh sách và bổ sung tại bàn làm việc."
    text_en = "This was registered with other content. Look at it in the list, and add what is missing at the desk."
