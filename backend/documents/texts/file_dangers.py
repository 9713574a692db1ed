"""Sentences that tell officers what is dangerous about a filed document, one for each danger."""

from schemas.core.problems import Text

_SENTENCES: dict[str, tuple[str, str]] = {
    "archive": (
        "Tệp nén: hệ thống không mở; chỉ tải về.",
        "An archive: the system does not open it; it can only be downloaded.",
    ),
    "bomb": (
        "Tệp khai hoặc bung ra dung lượng lớn bất thường (bom nén): hệ thống không mở.",
        "The file states or unpacks an abnormal amount of data (a compression bomb): it is not opened.",
    ),
    "encrypted": (
        "Tệp có mật khẩu (mã hóa): hệ thống không đọc được bên trong. Hãy hỏi người gửi mật khẩu.",
        "The file has a password (it is encrypted): nobody can look inside. Ask its sender for the password.",
    ),
    "macros": (
        "Tệp văn phòng có macro: không bật macro khi mở tệp đã tải về.",
        "An Office file with macros: do not enable macros when you open the downloaded file.",
    ),
    "pdf_action": (
        "PDF có lệnh mở chương trình hoặc gửi dữ liệu: không hiển thị, chỉ tải về.",
        "The PDF has an action that starts a program or sends data: not shown, only downloaded.",
    ),
    "pdf_attachment": (
        "PDF có tệp khác đính kèm bên trong: không hiển thị, chỉ tải về.",
        "Other files are attached inside the PDF: not shown, only downloaded.",
    ),
    "pdf_media": (
        "PDF có phim, âm thanh hoặc mô hình bên trong: không hiển thị, chỉ tải về.",
        "The PDF has film, sound or a model inside: not shown, only downloaded.",
    ),
    "pdf_script": (
        "PDF có mã JavaScript: không hiển thị, chỉ tải về.",
        "The PDF has JavaScript: not shown, only downloaded.",
    ),
    "polyglot": (
        "Tệp đồng thời là một loại tệp khác (tệp hai mặt): chỉ tin loại ghi ở đây.",
        "The file is a file of another kind too (a polyglot): trust only the type that is stated here.",
    ),
    "program": (
        "Tệp là hoặc chứa chương trình: không chạy tệp đã tải về.",
        "The file is, or has in it, a program: do not run the downloaded file.",
    ),
    "truncated": (
        "Tệp bị cắt dở: thiếu phần cuối. Hãy xin người gửi gửi lại.",
        "The file is cut off: its end is missing. Ask its sender to send it again.",
    ),
    "unsearched": (
        "Không tìm hết được bên trong tệp, nên không hiển thị; chỉ tải về.",
        "Not all of the file could be searched, so it is not shown; it can only be downloaded.",
    ),
    "web_page": (
        "Tệp là trang web hoặc hình vẽ có thể chứa mã: không hiển thị, chỉ tải về.",
        "The file is a web page or a drawing that may have scripts: not shown, only downloaded.",
    ),
    "wrong_ending": (
        "Đuôi tên tệp không đúng với loại tệp thật.",
        "The ending of the file's name is not that of its real type.",
    ),
}


def sentence(danger: str) -> Text:
    """Return the sentence of a danger. Raises KeyError for an unknown one."""
    vi, en = _SENTENCES[danger]
    return Text(vi=vi, en=en)
