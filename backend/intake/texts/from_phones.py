"""Texts about what officers register by phone."""

from schemas.core.problems import Text

CAME_WITH = "Ảnh chụp khi nhận tin, gửi từ điện thoại."
"""Why photographs are added: the reason of the act, in Vietnamese as all acts are written."""
ID_NOT_UUID7 = Text(
    vi="Mã của thông tin không hợp lệ. Hãy cập nhật ứng dụng rồi gửi lại; nội dung vẫn được giữ.",
    en="The information's id is not valid. Update the app and send it again; the content is kept.",
)
