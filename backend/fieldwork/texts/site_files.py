"""Texts of refusals to enter a file of a paper made on site: what is wrong, and what to do."""

FILE_REFUSALS: dict[str, tuple[str, str]] = {
    "site_paper_unknown": (
        "Cuộc kiểm tra này không có biên bản như vậy. Hãy tải lại trang.",
        "This inspection has no such paper. Reload the page.",
    ),
    "site_paper_not_maker": (
        "Chỉ người lập biên bản mới ký số được biên bản này.",
        "Only the officer who made this paper signs it with a certificate.",
    ),
    "site_paper_unnumbered": (
        "Biên bản chưa có số nên người lập chưa ký số được. Hãy cấp số trên điện thoại và đồng bộ; biên bản của "
        "ứng dụng cũ không có số thì chỉ có niêm của máy chủ.",
        "The paper has no number yet, so its maker cannot sign it with a certificate. Number it on the phone and "
        "synchronise; papers of older apps that have none bear only the server's seal.",
    ),
    "site_paper_number_void": (
        "Số của biên bản đã bị hủy nên không ký số được.",
        "The paper's number was voided, so it is not signed with a certificate.",
    ),
    "site_paper_replaced": (
        "Biên bản này đã có bản khác thay thế. Hãy ký số bản đang có hiệu lực.",
        "Another paper took the place of this one. Sign the one that is in force.",
    ),
    "site_paper_signed": (
        "Biên bản này đã được người lập ký số. Tệp đã ký không thay đổi nữa; hãy tải lại trang để xem.",
        "Its maker has already signed this paper with a certificate. The signed file never changes; reload the "
        "page to see it.",
    ),
    "site_paper_sealed": (
        "Biên bản này đã có tệp mang niêm của máy chủ.",
        "This paper already has a file with the server's seal.",
    ),
    "site_paper_changed": (
        "Nội dung hoặc chữ ký trên biên bản đã thay đổi sau khi bạn xem. Chưa ký gì. Hãy xem lại rồi ký.",
        "The content or the hand signatures changed after you saw the paper. Nothing was signed. Look at it again, "
        "then sign.",
    ),
}
"""By code, in Vietnamese and English."""
