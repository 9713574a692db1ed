"""Why a paper gets no digital seal of the agency now, in both languages: the reason, and what to do.

The codes on the wire begin with the kind of record: `case_seal_twice`, `paper_seal_twice`.
"""

AGAINST: dict[str, tuple[str, str]] = {
    "cancelled": (
        "Văn bản đã bị hủy bỏ nên không đóng dấu số.",
        "The paper was annulled, so it gets no digital seal.",
    ),
    "ink": (
        "Văn bản này ký trên bản giấy: đóng dấu mực lên bản giấy, không đóng dấu số.",
        "This paper is signed by hand: its seal is ink on the sheet, not a digital one.",
    ),
    "unsigned": (
        "Văn bản chưa có chữ ký số của người ký trên hệ thống nên chưa đóng dấu số được.",
        "No officer signed this paper digitally here, so it cannot get a digital seal.",
    ),
    "twice": (
        "Văn bản đã có dấu số của cơ quan. Không đóng lần thứ hai.",
        "The paper has the agency's digital seal already. It is not put on twice.",
    ),
    "locked": (
        "Chữ ký của người ký khóa tệp, không cho thêm chữ ký của cơ quan. Chưa ghi gì; đóng dấu mực lên bản in, hoặc "
        "người ký ký lại văn bản khác không khóa.",
        "The officer's signature locks the file and allows no signature of the agency. Nothing was entered; put ink on "
        "a print, or let the officer sign another paper without the lock.",
    ),
    "unit": (
        "Văn bản thuộc sổ của đơn vị khác: văn thư của đơn vị đó đóng dấu số.",
        "The paper is in another unit's register: that unit's clerk puts its digital seal on.",
    ),
    "unknown": (
        "Tệp hoặc chứng thư số của dấu không khớp với văn bản này. Hãy tải lại trang và làm lại.",
        "The file or the certificate of the seal does not belong to this paper. Reload the page and begin again.",
    ),
}
"""By the end of the code, in Vietnamese and English."""
