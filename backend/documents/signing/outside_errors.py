"""What is wrong with a PDF that was signed elsewhere, and what to do next.

Nothing is lost by any of them: the prepared paper stays, and another file may be sent.
"""

from typing import Literal

from backend.core.errors import Invalid
from schemas.core.problems import Text

SignedFileFault = Literal[
    "signed_file_empty",
    "signed_file_too_large",
    "signed_file_same",
    "signed_file_other",
    "signed_file_unreadable",
    "signed_file_unsigned",
    "signed_file_many",
    "signed_file_changed",
    "signed_file_broken",
    "signed_file_added",
    "signed_file_not_pades",
    "signed_file_stamp",
    "signed_file_level",
    "signed_file_untrusted",
    "signed_file_unregistered",
    "signed_file_no_time",
    "signed_file_early",
    "signed_file_future",
    "signed_file_over_text",
]

_TEXTS: dict[SignedFileFault, Text] = {
    "signed_file_empty": Text(
        vi="Chưa chọn tệp. Hãy chọn tệp PDF đã ký số.",
        en="No file was chosen. Choose the signed PDF.",
    ),
    "signed_file_too_large": Text(
        vi="Tệp lớn hơn 20 MB nên không thể là văn bản này đã ký. Hãy chọn đúng tệp đã ký.",
        en="The file is larger than 20 MB, so it cannot be this paper. Choose the signed file.",
    ),
    "signed_file_same": Text(
        vi="Tệp này là bản đã tải về, chưa có chữ ký số. Hãy ký tệp bằng phần mềm ký số rồi tải lên tệp đã ký.",
        en="This is the file that was downloaded, without a signature. Sign it with your signing software, then send "
        "the signed file.",
    ),
    "signed_file_other": Text(
        vi="Tệp không bắt đầu bằng đúng nội dung đã chuẩn bị: là văn bản khác, bản chuẩn bị trước đó, hoặc đã được "
        "phần mềm lưu lại thành tệp mới. Hãy tải lại bản chuẩn bị và ký chính tệp đó, không mở ra lưu, in hay ghép "
        "tệp.",
        en="The file does not begin with exactly what was prepared: it is another paper, an earlier preparation, or "
        "a program saved it anew. Download the prepared file again and sign that very file; do not save, print or "
        "merge it.",
    ),
    "signed_file_unreadable": Text(
        vi="Không đọc được phần đã thêm vào tệp (tệp hỏng hoặc bị cắt dở). Hãy ký lại bản chuẩn bị rồi tải lên.",
        en="What was added to the file cannot be read (damaged or cut off). Sign the prepared file again and send it.",
    ),
    "signed_file_unsigned": Text(
        vi="Tệp không có chữ ký số nào. Hãy ký bản chuẩn bị bằng phần mềm ký số rồi tải lên.",
        en="The file has no digital signature. Sign the prepared file with your signing software, then send it.",
    ),
    "signed_file_many": Text(
        vi="Tệp có nhiều hơn một chữ ký số. Hãy tải lại bản chuẩn bị và chỉ ký một lần.",
        en="The file has more than one signature. Download the prepared file again and sign it once.",
    ),
    "signed_file_changed": Text(
        vi="Ngoài chữ ký số, tệp còn có phần khác được thêm hoặc sửa (chữ, hình, ghi chú, tệp đính kèm). Hãy tải lại "
        "bản chuẩn bị và chỉ ký, không sửa gì khác.",
        en="Besides the signature something else was added or changed (text, picture, note, attachment). Download "
        "the prepared file again and only sign it.",
    ),
    "signed_file_broken": Text(
        vi="Chữ ký số không đúng với nội dung tệp: tệp bị thay đổi sau khi ký. Hãy ký lại bản chuẩn bị.",
        en="The signature does not fit the content: the file was changed after signing. Sign the prepared file again.",
    ),
    "signed_file_added": Text(
        vi="Chữ ký số không bao trùm cả tệp: sau chữ ký còn có phần được thêm vào. Hãy ký lại bản chuẩn bị và tải lên "
        "ngay tệp mà phần mềm ký tạo ra.",
        en="The signature does not cover the whole file: something follows it. Sign the prepared file again and send "
        "just what the signing software made.",
    ),
    "signed_file_not_pades": Text(
        vi="Chữ ký không theo chuẩn PAdES (ETSI.CAdES.detached). Hãy chọn chuẩn PAdES trong phần mềm ký số rồi ký lại.",
        en="The signature is not PAdES (ETSI.CAdES.detached). Choose PAdES in the signing software and sign again.",
    ),
    "signed_file_stamp": Text(
        vi="Dấu thời gian trong tệp không kiểm tra được. Hãy ký lại với dịch vụ cấp dấu thời gian được hệ thống tin "
        "cậy.",
        en="The time-stamp in the file does not hold. Sign again with a time-stamp service that this system trusts.",
    ),
    "signed_file_level": Text(
        vi="Chữ ký ở mức {level}, thấp hơn mức {at_least} mà hệ thống yêu cầu. Hãy bật dấu thời gian (và thông tin thu "
        "hồi với mức B-LTA) trong phần mềm ký số rồi ký lại.",
        en="The signature has level {level}, below {at_least}, which this installation demands. Turn on time-stamps "
        "(and revocation information for B-LTA) in the signing software and sign again.",
    ),
    "signed_file_untrusted": Text(
        vi="Không kiểm tra được chứng thư của người ký hoặc một chứng thư kèm theo (không do tổ chức được tin cậy "
        "cấp). Hãy ký lại bằng chứng thư đã đăng ký; nếu vẫn vậy, hãy báo quản trị.",
        en="The signer's certificate, or one enclosed with it, does not lead to anybody whom this system trusts. Sign "
        "with your registered certificate; if that does not help, tell an administrator.",
    ),
    "signed_file_unregistered": Text(
        vi="Chứng thư đã ký tệp này chưa được bạn đăng ký. Hãy đăng ký tệp chứng thư (.cer) ở mục Chứng thư số, rồi "
        "tải lên lại chính tệp này.",
        en="You have not registered the certificate that signed this file. Register its .cer file under certificates, "
        "then send this very file again.",
    ),
    "signed_file_no_time": Text(
        vi="Chữ ký không ghi thời điểm ký. Hãy bật thời điểm ký hoặc dấu thời gian trong phần mềm rồi ký lại.",
        en="The signature states no time. Turn on the signing time or a time-stamp in the software, and sign again.",
    ),
    "signed_file_early": Text(
        vi="Thời điểm ký trong tệp ({signed_at}) sớm hơn lúc chuẩn bị văn bản. Hãy chỉnh đồng hồ máy tính rồi ký lại.",
        en="The time of signing in the file ({signed_at}) is before the paper was prepared. Set the computer's clock "
        "right and sign again.",
    ),
    "signed_file_future": Text(
        vi="Thời điểm ký trong tệp ({signed_at}) ở tương lai. Hãy chỉnh đồng hồ máy tính rồi ký lại.",
        en="The time of signing in the file ({signed_at}) is in the future. Set the computer's clock right and sign "
        "again.",
    ),
    "signed_file_over_text": Text(
        vi="Hình chữ ký số che lên chữ ở trang {page}. Hãy ký lại: đặt hình chữ ký vào chỗ trống, hoặc chọn không "
        "hiển thị.",
        en="The picture of the signature lies over text on page {page}. Sign again: put it where the paper is blank, "
        "or make it invisible.",
    ),
}


class SignedFileWrong(Invalid):
    """The file is not the prepared paper with this officer's signature; its code says why."""

    code = "signed_file_wrong"

    def __init__(self, fault: SignedFileFault, **details: str | int) -> None:
        said = _TEXTS[fault]
        shown = Text(vi=said.vi.format(**details), en=said.en.format(**details))
        super().__init__(code=fault, text=shown, **details)
