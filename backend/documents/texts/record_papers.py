"""Why an act about a paper of a record is refused, and what to do next, in both languages."""

from typing import Any

from backend.documents.texts.seals import AGAINST
from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

TEXTS: dict[str, tuple[str, str]] = {
    "unknown": (
        "Hồ sơ này không có văn bản như vậy, hoặc bạn không được xem. Hãy tải lại trang.",
        "This record has no such paper, or you may not see it. Reload the page.",
    ),
    "not_from_phone": (
        "Văn bản này soạn, ký và phát hành tại bàn làm việc.",
        "This paper is drafted, signed and dispatched at the desk.",
    ),
    "form_other": (
        "Hồ sơ loại này không có văn bản theo mẫu đó, hoặc mẫu đã có bản mới hơn.",
        "Records of this kind have no paper on that form, or the form has a newer version.",
    ),
    "too_large": (
        "Văn bản quá dài (hơn 2 MB chữ). Hãy chia thành nhiều văn bản.",
        "The paper is too long (more than 2 MB of text). Make several papers of it.",
    ),
    "informant_named": (
        "Trong văn bản này còn ghi người nhận ngoài dòng thay cho người báo tin. Hãy xóa, rồi lưu lại: người báo tin "
        "chỉ ghi trên phong bì.",
        "The paper names a recipient besides the line that stands for the informant. Delete it and save again: the "
        "informant is named on the envelope alone.",
    ),
    "not_allowed": (
        "Bạn không được làm việc này với văn bản này. Người soạn, người xử lý hồ sơ hoặc thủ trưởng làm được; văn "
        "thư và thủ trưởng đối chiếu, phát hành.",
        "You may not do this with this paper. Its drafter, who works on the record, or a head may; clerks and heads "
        "compare and dispatch.",
    ),
    "incomplete": (
        "Văn bản còn thiếu hoặc sai nội dung theo mẫu, nên chưa hoàn thành được. Hãy sửa các mục được đánh dấu.",
        "The paper lacks what its form asks for, or has it wrong, so it cannot be finalised. Mend what is marked.",
    ),
    "elsewhere": (
        "Văn bản không còn ở bước này. Hãy tải lại trang.",
        "The paper is no longer at this step. Reload the page.",
    ),
    "changed": (
        "Nội dung hoặc bản quét đã thay đổi sau khi bạn xem. Hãy tải lại trang và xem lại.",
        "The content or the scan changed after you saw it. Reload the page and look again.",
    ),
    "signer_other": (
        "Văn bản ghi người ký khác, hoặc chức vụ khác. Hãy mở lại để sửa, hoặc để đúng người đó ký.",
        "The paper names another signer, or another title. Open it again to mend it, or let that officer sign.",
    ),
    "scan_unknown": (
        "Bản quét này không phải của văn bản. Hãy chọn và gửi lại.",
        "This scan is not one of the paper. Choose and send it again.",
    ),
    "reason_needed": (
        "Bản quét khác bản in thì phải ghi khác ở đâu.",
        "If the scan differs from the print, say how.",
    ),
    "not_signed": (
        "Văn bản chưa có hiệu lực nên chưa phát hành được: phải ký số, hoặc ký trên bản giấy và có bản quét.",
        "The paper is not in force, so it cannot be dispatched: it needs a digital signature, or one by hand and its "
        "scan.",
    ),
    "sent_before": (
        "Ngày gửi không được trước ngày của văn bản ({day}).",
        "The day of dispatch cannot be before the day of the paper ({day}).",
    ),
    "recipient_secret": (
        "Văn bản này gửi người báo tin: nơi nhận chỉ ghi «{line}». Họ tên, địa chỉ chỉ viết trên phong bì.",
        "This paper goes to the informant: enter “{line}” and nothing else. Name and address are written on the "
        "envelope alone.",
    ),
    **{f"seal_{why}": said for why, said in AGAINST.items()},
}
"""By the end of the code, in Vietnamese and English."""


def text(why: str, **words: str) -> Text:
    """Return the text of a refusal; `words` fill its places in both languages."""
    vi, en = TEXTS[why]
    return Text(vi=vi.format(**words), en=en.format(**words))


def refusal(why: str, **words: str) -> Refuse:
    """Make a refusal. Its code on the wire begins with `record_paper_`."""
    detail: dict[str, Any] = {}
    return Refuse(code=f"record_paper_{why}", text=text(why, **words), detail=detail)


def said(reason: Text) -> Refuse:
    """Make a refusal of what the record's owner says against a signature, in its words."""
    return Refuse(code="record_paper_against", text=reason)
