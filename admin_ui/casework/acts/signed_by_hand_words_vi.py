"""What each act of backend/casework/acts/signed_by_hand.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_document.printed": "In để ký trên bản giấy",
    "case_acts.why_document.printed": "Cấp số và in; có hiệu lực khi bản quét đã ký được đưa vào.",
    "case_story.document.printed": "In để ký trên bản giấy, cấp số {document_id} ngày {issued_on}; chưa có hiệu lực.",
    "case_acts.do_document.scanned": "Đưa bản quét đã ký vào",
    "case_acts.why_document.scanned": "Có hiệu lực từ ngày ghi trên văn bản; chờ người thứ hai đối chiếu.",
    "case_story.document.scanned": "Đưa bản quét đã ký của {document_id} vào; có hiệu lực, chờ đối chiếu.",
    "case_acts.do_document.compared": "Đối chiếu bản quét",
    "case_acts.why_document.compared": "Trong 48 giờ, do văn thư hoặc người không soạn, không ký "
    "(khoản 4 Điều 7 Thông tư 22/2021/TT-BCT).",
    "case_story.document.compared": "Đối chiếu bản quét của {document_id}: {agrees}.",
}
