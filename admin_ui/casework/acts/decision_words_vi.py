"""What each act of backend/casework/acts/decision.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_sanction.imposed": "Ra quyết định xử phạt",
    "case_acts.why_sanction.imposed": "Tính mức phạt, chọn hình thức và biện pháp, soạn MQĐ02; kiểm tra thẩm "
    "quyền, thời hạn, thời hiệu (Điều 6, 52, 66 Luật Xử lý vi phạm hành chính).",
    "case_story.sanction.imposed": "Xử phạt {total} theo {document_id}[; tịch thu {confiscated} tang vật]; thi "
    "hành trong {comply_days} ngày[; {publish}].[ Không buộc nộp lại số lợi bất hợp pháp: {gain_kept}.]",
    "case_acts.do_sanction.imposed_on_spot": "Xử phạt tại chỗ, không lập biên bản",
    "case_acts.why_sanction.imposed_on_spot": "Chỉ khi mức phạt trong giới hạn của thủ tục không lập biên bản "
    "(MQĐ01; Điều 56 Luật Xử lý vi phạm hành chính).",
    "case_story.sanction.imposed_on_spot": "Xử phạt tại chỗ {total} theo {document_id}; thi hành trong "
    "{comply_days} ngày.[ Không buộc nộp lại số lợi bất hợp pháp: {gain_kept}.]",
    "case_acts.do_remedy.ordered": "Chỉ tịch thu, khắc phục hậu quả",
    "case_acts.why_remedy.ordered": "Không xử phạt được nữa nhưng còn tang vật hoặc hậu quả (MQĐ14, MQĐ15; Điều "
    "65 Luật Xử lý vi phạm hành chính).",
    "case_story.remedy.ordered": "Chỉ tịch thu, khắc phục hậu quả theo {document_id}, vì {why}[: {remedies}].[ Không "
    "buộc nộp lại số lợi bất hợp pháp: {gain_kept}.]",
    "case_acts.do_sanction.declined": "Không xử phạt",
    "case_acts.why_sanction.declined": "Quyết định không ra quyết định xử phạt, nêu lý do (Điều 65 Luật Xử lý vi "
    "phạm hành chính).",
    "case_story.sanction.declined": "Quyết định không xử phạt[: {why}][ theo {document_id}].",
    "case_acts.do_case.transferred": "Chuyển vụ việc",
    "case_acts.why_case.transferred": "Nơi khác có thẩm quyền: chuyển hồ sơ, tang vật kèm biên bản bàn giao "
    "trong 24 giờ (Điều 22, 24, 25 Thông tư 27/2020/TT-BCT).",
    "case_story.case.transferred": "Chuyển vụ việc đến {to} ({why})[ theo {document_id}].",
    "case_acts.do_crime.referred": "Chuyển cơ quan tố tụng hình sự",
    "case_acts.why_crime.referred": "Có dấu hiệu tội phạm: cần quyết định chuyển hồ sơ (MQĐ33) đã ký (Điều 62 "
    "Luật Xử lý vi phạm hành chính).",
    "case_story.crime.referred": "Chuyển hồ sơ có dấu hiệu tội phạm đến {to} theo {document_id}.",
    "case_acts.do_crime.declined": "Cơ quan tố tụng trả hồ sơ",
    "case_acts.why_crime.declined": "Hồ sơ trả lại để xử phạt hành chính (Điều 63 Luật Xử lý vi phạm hành chính).",
    "case_story.crime.declined": "Cơ quan tố tụng trả hồ sơ ngày {returned_on}, văn bản số {number}.",
}
