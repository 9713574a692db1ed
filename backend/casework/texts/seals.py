"""Refusals of the agency's digital seal, in both languages: why, and what to do."""

ON_SEALS: dict[str, tuple[str, str]] = {
    "case_needs_clerk": (
        "Chỉ văn thư của đơn vị mới đóng dấu số của cơ quan.",
        "Only the unit's clerk (văn thư) puts the agency's digital seal on a paper.",
    ),
    "case_seal_cancelled": (
        "Văn bản đã bị hủy bỏ nên không đóng dấu số.",
        "The paper was annulled, so it gets no digital seal.",
    ),
    "case_seal_ink": (
        "Văn bản này ký trên bản giấy: đóng dấu mực lên bản giấy, không đóng dấu số.",
        "This paper is signed by hand: its seal is ink on the sheet, not a digital one.",
    ),
    "case_seal_unsigned": (
        "Văn bản chưa có chữ ký số của người ký trên hệ thống nên chưa đóng dấu số được.",
        "No officer signed this paper digitally here, so it cannot get a digital seal.",
    ),
    "case_seal_twice": (
        "Văn bản đã có dấu số của cơ quan. Không đóng lần thứ hai.",
        "The paper has the agency's digital seal already. It is not put on twice.",
    ),
    "case_seal_locked": (
        "Chữ ký của người ký khóa tệp, không cho thêm chữ ký của cơ quan. Chưa ghi gì; đóng dấu mực lên bản in, hoặc "
        "người ký ký lại văn bản khác không khóa.",
        "The officer's signature locks the file and allows no signature of the agency. Nothing was entered; put ink on "
        "a print, or let the officer sign another paper without the lock.",
    ),
    "case_seal_unit": (
        "Văn bản thuộc sổ của đơn vị khác: văn thư của đơn vị đó đóng dấu số.",
        "The paper is in another unit's register: that unit's clerk puts its digital seal on.",
    ),
    "case_seal_unknown": (
        "Tệp hoặc chứng thư số của dấu không khớp với văn bản này. Hãy tải lại trang và làm lại.",
        "The file or the certificate of the seal does not belong to this paper. Reload the page and begin again.",
    ),
}
