"""One sentence for each step of a photograph's custody, in both languages."""

from datetime import datetime

from backend.core import formats, local_time
from schemas.core.problems import Text
from schemas.fieldwork.custody import CustodyKind

_SENTENCES: dict[str, tuple[str, str]] = {
    "taken.camera": (
        "Chụp trong ứng dụng (giờ của điện thoại). Mã băm tính ngay trên máy: {hash}.",
        "Taken with the app's camera (phone's clock). Hash computed on the phone at once: {hash}.",
    ),
    "taken.file": (
        "Chọn từ tệp có sẵn trên điện thoại (giờ của điện thoại). Mã băm tính trên máy: {hash}.",
        "Chosen from a file on the phone (phone's clock). Hash computed on the phone: {hash}.",
    ),
    "received": (
        "Máy chủ nhận khai báo ảnh, ghi vào sổ với số {number} và ký biên nhận.",
        "The server received the announcement, entered it as number {number} and signed a receipt.",
    ),
    "bytes_received": (
        "Nhận đủ {size} byte; mã băm tính lại lúc nhận khớp với khai báo.",
        "All {size} bytes were received; the hash computed on receipt matches the announced one.",
    ),
    "stored": (
        "Lưu vào kho, đọc lại toàn bộ, khớp; ký biên nhận bản gốc.",
        "Stored, read back in full, and matching; the receipt for the original was signed.",
    ),
    "verified": (
        "Đọc lại toàn bộ {size} byte từ kho lần nữa: mã băm khớp.",
        "All {size} bytes were read from the store once more: the hash matches.",
    ),
    "protected": (
        "Khóa bản gốc trong kho: lưu giữ đến {until} ({mode}), lệnh giữ: {hold}.",
        "The original was locked in the store: retained until {until} ({mode}), legal hold: {hold}.",
    ),
    "viewed": ("Đã mở {times} lần: {what}.", "Opened {times} times: {what}."),
    "exported": ("Bản sao ra khỏi hệ thống: {what}.", "A copy left the system: {what}."),
    "withdrawn": (
        "Công chức loại ảnh khỏi hồ sơ (vẫn lưu, không tính vào hồ sơ). Lý do: {reason}",
        "Withdrawn by the officer (kept, out of the file). Reason: {reason}",
    ),
    "captioned": (
        "Công chức ghi lại chú thích sau khi chụp: {caption}",
        "Caption changed after the shot: {caption}",
    ),
    "quarantined": (
        "Chờ người có thẩm quyền xem xét ({code}).",
        "Held until a supervisor decides ({code}).",
    ),
    "admitted": ("Được đưa vào hồ sơ. Lý do: {reason}", "Admitted. Reason: {reason}"),
    "dismissed": (
        "Không dùng (vẫn lưu). Lý do: {reason}",
        "Dismissed (still stored). Reason: {reason}",
    ),
    "differs": (
        "KHÔNG KHỚP: kho trả về {size} byte với mã băm {hash}, khác với khai báo.",
        "DIFFERS: the store returned {size} bytes with the hash {hash}, which does not match the announced one.",
    ),
    "missing": (
        "MẤT: kho không còn bản gốc này.",
        "MISSING: the store no longer has this original.",
    ),
    "overwritten": (
        "BỊ GHI ĐÈ: trong kho có bản mới hơn đè lên bản đã kiểm tra; bản đã kiểm tra vẫn còn và đúng.",
        "OVERWRITTEN: a newer version was written over the verified one; the verified version is still there and "
        "correct.",
    ),
    "unprotected": (
        "MẤT KHÓA: thời hạn lưu giữ hoặc lệnh giữ đã đặt không còn như trước.",
        "UNPROTECTED: the retention period or legal hold is no longer as it was set.",
    ),
}

_WHAT: dict[str, tuple[str, str]] = {
    "photo.page": ("trang ảnh", "its page"),
    "photo.thumb": ("hình nhỏ", "the thumbnail"),
    "photo.phone": ("hình nhỏ do điện thoại gửi", "the phone's small picture"),
    "photo.view": ("hình xem", "the picture"),
    "photo.original": ("bản gốc", "the original"),
    "photo.receipts": ("biên nhận", "its receipts"),
    "photo.package": ("gói kiểm chứng của ảnh", "its verification package"),
    "record.package": (
        "gói kiểm chứng của hồ sơ kiểm tra",
        "the verification package of the inspection",
    ),
}
_HOLD = {"on": ("có", "on"), "off": ("không", "off")}


def sentence(kind: CustodyKind, facts: dict[str, str]) -> Text:
    """Return the sentence of a step. An unknown fact is shown as a dash."""
    name = f"taken.{facts['way']}" if kind is CustodyKind.TAKEN else kind.value
    vi, en = _SENTENCES[name]
    return Text(vi=vi.format_map(_told(facts, 0)), en=en.format_map(_told(facts, 1)))


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "–"


def _told(facts: dict[str, str], language: int) -> dict[str, str]:
    told = _Known(facts)
    if "sha256" in facts:
        told["hash"] = f"{facts['sha256'][:16]}…"
    if "action" in facts:
        told["what"] = _WHAT.get(facts["action"], (facts["action"],) * 2)[language]
    if "retained_until" in facts:
        until = datetime.fromisoformat(facts["retained_until"]).astimezone(local_time.VIETNAM)
        told["until"] = formats.day(until)
    if "retention_mode" in facts:
        told["mode"] = facts["retention_mode"]
    if "legal_hold" in facts:
        told["hold"] = _HOLD[facts["legal_hold"]][language]
    return told
