"""Why an act of an import of officers is refused, or something of a row did not come, and what to do next."""

from typing import Final

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

_REFUSALS: Final = {
    "unknown": (
        "Không có lần nhập này, hoặc nằm ngoài phạm vi của bạn.",
        "There is no such import, or it is out of your sight.",
    ),
    "not_yours": (
        "Chỉ người quản trị của đơn vị này được nhập danh sách công chức.",
        "Only administrators of this unit import lists of officers.",
    ),
    "not_uploader": (
        "Chỉ người đã tải tệp lên được xác nhận nhập. Hãy đề nghị người đó, hoặc tự tải tệp lên.",
        "Only the officer who uploaded the file confirms it. Ask that officer, or upload the file yourself.",
    ),
    "moved": (
        "Lần nhập này đã chuyển sang bước khác. Hãy tải lại trang.",
        "This import has gone on meanwhile. Reload the page.",
    ),
    "bad_rows": (
        "Còn dòng sai, mà bạn chọn nhập tất cả hoặc không nhập gì. Hãy sửa tệp, hoặc chọn nhập các dòng đúng.",
        "Rows are wrong, and you chose all or none. Mend the file, or choose to import the good rows.",
    ),
    "nothing": (
        "Không có dòng nào để nhập.",
        "There is no row to import.",
    ),
    "same_running": (
        "Chính tệp này đang được nhập. Hãy xem danh sách các lần nhập.",
        "This very file is being imported. Look at the list of imports.",
    ),
}
RIGHT_LOST: Final = Text(
    vi="Người xác nhận không còn quyền quản trị đơn vị này nên hệ thống tạm dừng. Người quản trị khác có thể bỏ phần "
    "còn lại và tải tệp lên lại.",
    en="The officer who confirmed it does not administer this unit any more, so the system stopped it. Another "
    "administrator may give up the rest and upload the file again.",
)
FAULT: Final = Text(
    vi="Hệ thống gặp lỗi ở phần đang nhập nên tạm dừng; phần đó chưa có gì được ghi. Hãy báo người vận hành, rồi bấm "
    "nhập tiếp.",
    en="The system failed at the portion that it was at, and stopped; nothing of that portion was recorded. Tell an "
    "operator, then go on.",
)
_CARD: Final = Text(vi="thẻ kiểm tra số {said}", en="inspection card {said}")
_RANK: Final = Text(vi="ngạch {said}", en="the rank {said}")
_POSITION: Final = Text(vi="chức vụ {said}", en="the position {said}")
_NOT_REGISTERED: Final = Text(vi="Chưa đăng ký: {why}", en="Not registered: {why}")
_NOT_GIVEN: Final = Text(
    vi="Đã đăng ký, nhưng thiếu {what}: {why}", en="Registered without {what}: {why}"
)


def card(number: str) -> Text:
    """Return what a row gives, in a sentence: a card."""
    return Text(vi=_CARD.vi.format(said=number), en=_CARD.en.format(said=number))


def rank(code: str) -> Text:
    """Return what a row gives, in a sentence: a rank."""
    return Text(vi=_RANK.vi.format(said=code), en=_RANK.en.format(said=code))


def position(title_vi: str, title_en: str) -> Text:
    """Return what a row gives, in a sentence: a position."""
    return Text(vi=_POSITION.vi.format(said=title_vi), en=_POSITION.en.format(said=title_en))


def not_registered(why: Text) -> Text:
    """Return why a row's officer was refused."""
    return Text(vi=_NOT_REGISTERED.vi.format(why=why.vi), en=_NOT_REGISTERED.en.format(why=why.en))


def not_given(what: Text, why: Text) -> Text:
    """Return why something that a row says was refused, while its officer is registered."""
    return Text(
        vi=_NOT_GIVEN.vi.format(what=what.vi, why=why.vi),
        en=_NOT_GIVEN.en.format(what=what.en, why=why.en),
    )


def refusal(code: str) -> Refuse:
    """Build a refusal of the record handler of imports of officers."""
    return Refuse(code=f"people_import_{code}", text=said(code), detail={})


def said(code: str) -> Text:
    """Return the sentence of a code."""
    vi, en = _REFUSALS[code]
    return Text(vi=vi, en=en)


def asked_because(file_name: str, row: int) -> str:
    """Return the reason of an ask that a row makes, for who confirms it."""
    return f"Nhập từ tệp {file_name}, dòng {row}"
