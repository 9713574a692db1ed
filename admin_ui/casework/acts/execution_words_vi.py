"""What each act of backend/casework/acts/execution.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_decision.delivered": "Ghi việc giao quyết định",
    "case_acts.why_decision.delivered": "Bưu phẩm trả lại ba lần (có phiếu báo), niêm yết đủ 07 "
    "ngày làm việc (có biên bản) hoặc từ chối có MBB06 thì coi là đã giao (Điều 70 Luật Xử lý vi "
    "phạm hành chính, Điều 17a Nghị định 118/2021).",
    "case_story.decision.delivered": "Giao {document_id} {mode} ngày {delivered_on}[ cho {receiver}][ "
    "({deemed})][; {proof_document_id}][; bút lục {sheet}][. Một người làm: {alone}].",
    "case_acts.do_remedy.carried_out": "Ghi biện pháp đã thực hiện",
    "case_acts.why_remedy.carried_out": "Hình thức bổ sung hoặc biện pháp khắc phục trong quyết định đã thực "
    "hiện xong (Điều 85 Luật Xử lý vi phạm hành chính).",
    "case_story.remedy.carried_out": "Đã thực hiện ngày {done_on}[: {what}][ ({document_id})].",
    "case_acts.do_enforcement.ordered": "Ra quyết định cưỡng chế",
    "case_acts.why_enforcement.ordered": "Chỉ khi đã hết thời hạn tự nguyện thi hành, theo "
    "quyết định cưỡng chế đã đưa vào hồ sơ (Điều 73, 86 đến 88 Luật Xử lý vi phạm hành chính).",
    "case_story.enforcement.ordered": "Quyết định cưỡng chế ngày {decided_on}: {measure}[ "
    "(bút lục {sheet})][. Một người làm: {alone}].",
    "case_acts.do_execution.suspended": "Tạm đình chỉ thi hành",
    "case_acts.why_execution.suspended": "Theo quyết định tạm đình chỉ (MQĐ31), quyết định giải "
    "quyết khiếu nại hoặc của tòa án đã đưa vào hồ sơ.",
    "case_story.execution.suspended": "Tạm đình chỉ thi hành[ theo {document_id}][ theo bút lục {sheet}][. "
    "Một người làm: {alone}].",
    "case_acts.do_execution.completed": "Ghi thi hành xong",
    "case_acts.why_execution.completed": "Tiền phạt đã nộp đủ và mọi biện pháp đã thực hiện.",
    "case_story.execution.completed": "Thi hành xong ngày {completed_on}.[ Còn tiền chưa nộp: {unpaid}.][ Một người "
    "làm: {alone}.]",
    "case_acts.do_execution.lapsed": "Hết thời hiệu thi hành",
    "case_acts.why_execution.lapsed": "Quá 1 năm kể từ ngày ra quyết định (Điều 74 Luật Xử lý vi phạm hành "
    "chính): không thu tiền phạt nữa.",
    "case_story.execution.lapsed": "Hết thời hiệu thi hành từ ngày {lapsed_on}.",
}
