"""Sentences that tell people why a file has no preview, one for each code of media.images."""

from schemas.core.problems import Text

_REASONS = {
    "empty": ("Tệp rỗng.", "The file is empty."),
    "unknown_format": (
        "Tệp không phải ảnh JPEG, PNG, WebP hay HEIC. Tệp gốc vẫn được lưu làm chứng cứ.",
        "The file is not a JPEG, PNG, WebP or HEIC picture. The original is kept as evidence.",
    ),
    "truncated": (
        "Tệp ảnh bị cụt: phần cuối không có. Tệp gốc vẫn được lưu làm chứng cứ.",
        "The picture's file is cut: its end is missing. The original is kept as evidence.",
    ),
    "damaged": (
        "Tệp ảnh bị hỏng nên không hiển thị được. Tệp gốc vẫn được lưu làm chứng cứ.",
        "The picture's file is damaged and cannot be shown. The original is kept as evidence.",
    ),
    "too_many_pixels": (
        "Ảnh có quá nhiều điểm ảnh để tạo bản xem trước. Tệp gốc vẫn được lưu làm chứng cứ.",
        "The picture has too many pixels for a preview. The original is kept as evidence.",
    ),
    "out_of_memory": (
        "Giải mã ảnh cần quá nhiều bộ nhớ. Tệp gốc vẫn được lưu làm chứng cứ.",
        "Decoding the picture takes too much memory. The original is kept as evidence.",
    ),
    "too_slow": (
        "Giải mã ảnh mất quá nhiều thời gian nên đã dừng. Tệp gốc vẫn được lưu làm chứng cứ.",
        "Decoding the picture took too long and was stopped. The original is kept as evidence.",
    ),
    "decoder_crashed": (
        "Tệp làm bộ giải mã ảnh bị lỗi. Tệp gốc vẫn được lưu làm chứng cứ.",
        "The file made the picture decoder fail. The original is kept as evidence.",
    ),
}
REASON_CODES = frozenset(_REASONS)


def reason(code: str | None) -> Text:
    """Return the sentence of a code. An unknown code gets that of `damaged`."""
    vi, en = _REASONS.get(code or "", _REASONS["damaged"])
    return Text(vi=vi, en=en)
