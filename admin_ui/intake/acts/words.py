"""Labels of the fields of an information's acts, words of their values, and of the page that asks for them.

Keys are those of the forms of cases, which the same templates draw. Fields that cases have too are in
casework/acts/field_words.
"""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "case_fields.report_number": Text(vi="Số báo cáo", en="Number of the report"),
    "case_fields.reported_on": Text(vi="Ngày báo cáo", en="Reported on"),
    "case_fields.without_paper": Text(
        vi="Lý do giao khi chưa có quyết định (QĐ-NV)",
        en="Why it is assigned without a decision (QĐ-NV)",
    ),
    "case_fields.without_paper_hint": Text(
        vi="Chỉ khi giao gấp, quyết định ban hành sau.",
        en="Only if it is urgent, and the decision follows.",
    ),
    "case_fields.urgent": Text(vi="Vì sao không chờ được", en="Why it cannot wait"),
    "case_fields.result": Text(vi="Kết quả", en="Result"),
    "case_fields.report": Text(vi="Nội dung đã xác minh", en="What was found"),
    "case_fields.resolution": Text(vi="Nội dung giải quyết", en="The resolution"),
    "case_fields.to_unit_id": Text(vi="Đơn vị nhận", en="To the unit"),
    "case_fields.to_body": Text(vi="Cơ quan nhận", en="To the body"),
    "case_fields.means": Text(vi="Bằng cách", en="By"),
    "case_fields.told_on": Text(vi="Ngày báo", en="Notified on"),
    "case_fields.declined": Text(
        vi="Người cung cấp thông tin không yêu cầu báo kết quả", en="They asked not to be notified"
    ),
    "case_fields.no_informant_hint": Text(
        vi="Không nêu người cung cấp thông tin.", en="Do not name the informant."
    ),
    "case_fields.several_places": Text(
        vi="Cấp trên chỉ đạo kiểm tra một đối tượng tại nhiều địa điểm (khoản 4 Điều 13 Thông tư 27/2020/TT-BCT)",
        en="A superior has one party inspected at several places (Circular 27/2020 Art 13.4)",
    ),
    "case_fields.order": Text(vi="Văn bản của cấp trên", en="The superior's order"),
    "case_fields.order_from": Text(vi="Người, cơ quan ban hành", en="Issued by"),
    "case_fields.order_number": Text(vi="Số văn bản", en="Its number"),
    "case_fields.order_day": Text(vi="Ngày văn bản", en="Its day"),
    "case_fields.matter": Text(vi="Dữ kiện để xử lý", en="Facts for the work"),
    "case_fields.summary": Text(vi="Tóm tắt", en="Summary"),
    "case_fields.fields": Text(vi="Lĩnh vực", en="Fields"),
    "case_fields.other_fields": Text(
        vi="Lĩnh vực khác trong danh sách", en="Other fields of the list"
    ),
    "case_fields.goods": Text(vi="Hàng hóa, dịch vụ", en="Goods or services"),
    "case_fields.suspects": Text(vi="Tổ chức, cá nhân bị phản ánh", en="Suspected parties"),
    "case_fields.party_kind": Text(vi="Loại", en="Kind"),
    "case_fields.nature": Text(vi="Loại tin, đơn", en="Nature"),
    "case_fields.about": Text(vi="Khiếu nại về việc gì", en="What the complaint is against"),
    "case_fields.named_officers": Text(
        vi="Công chức bị phản ánh, nếu có", en="Officers it is about, if any"
    ),
    "case_fields.of_unnamed_officer": Text(
        vi="Phản ánh công chức, chưa rõ là ai: chỉ kiểm tra nội bộ cấp Cục đọc được",
        en="About an officer, not known yet whom: the auditors of the nation alone can read it",
    ),
    "case_fields.withdrawn_on": Text(vi="Ngày rút", en="Withdrawn on"),
    "case_fields.becomes": Text(vi="Quyết định", en="Decision"),
    "case_fields.withdrawn_by": Text(vi="Đã rút bằng", en="Taken back by"),
    "case_story.is_becomes_ended": Text(
        vi="rút toàn bộ, đình chỉ giải quyết", en="all of it was taken back, it is ended"
    ),
    "case_story.is_becomes_part": Text(
        vi="rút một phần, giải quyết phần còn lại", en="a part was taken back, the rest is resolved"
    ),
    "case_story.is_becomes_others": Text(
        vi="còn người khác cùng gửi, vẫn giải quyết", en="others sent it too, it is resolved"
    ),
    "case_story.is_becomes_signs": Text(
        vi="có dấu hiệu vi phạm pháp luật, vẫn giải quyết",
        en="there are signs of a violation, it is resolved",
    ),
    "case_story.is_becomes_pressed": Text(
        vi="rút do bị đe dọa, mua chuộc, vẫn giải quyết",
        en="it was taken back under threats or for a bribe, it is resolved",
    ),
    "case_story.is_becomes_abused": Text(
        vi="lợi dụng tố cáo để vu khống, xúc phạm, gây thiệt hại, vẫn giải quyết",
        en="it was sent to slander, insult or harm, it is resolved",
    ),
    "case_story.is_proof_letter": Text(
        vi="đơn rút có chữ ký, điểm chỉ", en="a signed letter, or one with a fingerprint"
    ),
    "case_story.is_proof_minutes": Text(
        vi="biên bản ghi nhận việc rút", en="minutes of the withdrawal"
    ),
    "case_fields.resumed_on": Text(vi="Ngày tiếp tục giải quyết", en="It goes on since"),
    "case_fields.ground_to_stop": Text(vi="Căn cứ", en="Ground"),
    "case_fields.number_of_decision": Text(vi="Số quyết định", en="Number of the decision"),
    "case_story.is_ground_result": Text(
        vi="đợi kết quả của cơ quan, vụ việc khác", en="another result is waited for"
    ),
    "case_story.is_ground_appraisal": Text(
        vi="đợi giám định bổ sung, giám định lại", en="an appraisal is waited for"
    ),
    "case_story.is_ground_died": Text(
        vi="người bị tố cáo đã chết", en="the accused died, and it concerns nobody else"
    ),
    "case_story.is_ground_decided": Text(
        vi="đã có bản án, quyết định có hiệu lực", en="a judgment or decision in force resolved it"
    ),
    "case_fields.extended_on": Text(vi="Ngày gia hạn", en="Extended on"),
    "case_fields.times": Text(vi="Gia hạn lần thứ", en="For the time number"),
    "case_fields.decision_number": Text(vi="Số quyết định giải quyết", en="Number of the decision"),
    "case_fields.filed_on": Text(vi="Ngày gửi đơn", en="Filed on"),
    "case_story.is_result_violation": Text(
        vi="có vi phạm, dấu hiệu vi phạm", en="a violation or signs of one"
    ),
    "case_story.is_result_no_violation": Text(
        vi="không phát hiện vi phạm", en="no violation found"
    ),
    "case_story.is_result_unverifiable": Text(vi="không xác minh được", en="could not be verified"),
    "case_story.is_means_letter": Text(vi="bằng văn bản", en="by letter"),
    "case_story.is_means_phone": Text(vi="qua điện thoại", en="by telephone"),
    "case_story.is_means_email": Text(vi="qua thư điện tử", en="by e-mail"),
    "case_story.is_means_in_person": Text(vi="gặp trực tiếp", en="in person"),
    "case_story.is_means_public_page": Text(
        vi="trên trang tra cứu phản ánh", en="on the public status page"
    ),
    "case_story.is_means_not_reachable": Text(
        vi="không có cách liên lạc", en="no way to reach them"
    ),
    "case_story.is_declined_true": Text(vi="không yêu cầu báo kết quả", en="they asked not to be"),
    "case_story.is_nature_tip": Text(vi="tin báo, phản ánh, kiến nghị", en="tip, petition"),
    "case_story.is_nature_denunciation": Text(vi="tố cáo", en="denunciation"),
    "case_story.is_nature_complaint": Text(vi="khiếu nại", en="complaint"),
    "case_story.is_outcome_right": Text(vi="đúng", en="right"),
    "case_story.is_outcome_partly_right": Text(vi="đúng một phần", en="partly right"),
    "case_story.is_outcome_wrong": Text(vi="sai", en="wrong"),
    "case_story.is_channel_desk": Text(vi="gặp trực tiếp tại trụ sở", en="in person at the office"),
    "case_story.is_channel_phone": Text(vi="điện thoại", en="telephone"),
    "case_story.is_channel_letter": Text(vi="thư, văn bản", en="letter"),
    "case_story.is_channel_app": Text(vi="ứng dụng của công chức", en="an officer's app"),
    "case_story.is_channel_other_force": Text(
        vi="văn bản của cơ quan, lực lượng khác", en="paper of another body"
    ),
    "case_story.is_channel_public_form": Text(vi="trang phản ánh", en="public form"),
    "case_story.is_channel_media": Text(vi="báo chí, mạng xã hội", en="press, social media"),
    "case_story.is_kind_case": Text(vi="vụ việc", en="case"),
    "case_story.is_kind_inspection": Text(vi="cuộc kiểm tra", en="inspection"),
    "case_story.is_kind_information": Text(vi="thông tin", en="information"),
    "case_story.is_fields_smuggled": Text(vi="Hàng nhập lậu", en="Smuggled goods"),
    "case_story.is_fields_fake": Text(vi="Hàng giả", en="Counterfeit goods"),
    "case_story.is_fields_banned": Text(vi="Hàng cấm", en="Banned goods"),
    "case_story.is_fields_intellectual_property": Text(
        vi="Sở hữu trí tuệ", en="Intellectual property"
    ),
    "case_story.is_fields_food_safety": Text(vi="An toàn thực phẩm", en="Food safety"),
    "case_story.is_fields_origin": Text(vi="Hàng không rõ nguồn gốc", en="Goods of unclear origin"),
    "case_story.is_fields_labels": Text(vi="Nhãn hàng hóa", en="Labels"),
    "case_story.is_fields_price": Text(vi="Giá, niêm yết giá", en="Prices"),
    "case_story.is_fields_measurement": Text(vi="Đo lường, chất lượng", en="Measurement, quality"),
    "case_story.is_fields_petrol": Text(vi="Xăng dầu, khí", en="Petrol, gas"),
    "case_story.is_fields_e_commerce": Text(vi="Thương mại điện tử", en="E-commerce"),
    "case_story.is_fields_consumers": Text(
        vi="Bảo vệ người tiêu dùng", en="Protection of consumers"
    ),
    "case_story.is_fields_trade": Text(vi="Điều kiện kinh doanh, khác", en="Trade conditions"),
    "case_story.is_fields_other": Text(vi="Lĩnh vực khác", en="Other"),
    "intakeacts.refused_title": Text(vi="Chưa ghi được", en="Not recorded"),
    "intakeacts.not_now": Text(
        vi="Bây giờ không làm được việc này với thông tin này: trạng thái đã khác, hoặc việc này của người khác. Trang "
        "của thông tin nói việc tiếp theo.",
        en="This cannot be done with this information now: its state is another, or it is somebody else's step. The "
        "information's page says what comes next.",
    ),
    "intakeacts.without_paper": Text(
        vi="Chưa chọn quyết định giao nhiệm vụ (QĐ-NV). Giao công chức thẩm tra, xác minh phải có quyết định của người "
        "đứng đầu (khoản 6 Điều 35 Thông tư 27/2020/TT-BCT). Vẫn ghi được; nếu giao gấp, hãy sửa lại và nêu lý do.",
        en="No decision (QĐ-NV) was chosen. Verification is assigned by a decision of the head (Circular 27/2020 Art "
        "35.6). You can record it all the same; if it is urgent, go back and give the reason.",
    ),
    "intakeacts.no_paper": Text(
        vi="Chưa có văn bản nào đã ký.", en="There is no signed paper yet."
    ),
    "intakeacts.no_decision": Text(
        vi="Chưa có quyết định (QĐ-NV) đã ký.", en="There is no signed decision (QĐ-NV) yet."
    ),
    "intakeacts.draft_decision": Text(
        vi="Soạn quyết định (QĐ-NV)", en="Draft the decision (QĐ-NV)"
    ),
    "intakeacts.decision_first": Text(
        vi="Giao thẩm tra, xác minh cần quyết định (QĐ-NV) của người đứng đầu (khoản 6 Điều 35 Thông tư "
        "27/2020/TT-BCT). Soạn và ký trước, rồi chọn ở đây.",
        en="Assigning a verification needs a decision (QĐ-NV) of the head (Circular 27/2020 Art 35.6). Draft and sign "
        "it first, then choose it here.",
    ),
    "intakeacts.without_decision": Text(
        vi="Giao gấp khi chưa có quyết định", en="Urgent: assign without the decision"
    ),
    "intakeacts.about_officers": Text(
        vi="Tin phản ánh công chức Quản lý thị trường", en="It is about an officer of the force"
    ),
    "intakeacts.draft_paper": Text(vi="Soạn văn bản", en="Draft a paper"),
    "intakeacts.goes_above": Text(
        vi="Tin về công chức chuyển lên cấp trên; đơn vị của người đó không đọc được nữa.",
        en="What is about an officer goes to the level above; their unit can no longer read it.",
    ),
    "intakeacts.found": Text(
        vi="Danh sách trên có {count} công chức. Hãy tích người bị phản ánh.",
        en="The list above has {count} officers. Tick those whom it is about.",
    ),
    "intakeacts.sure_title": Text(vi="Xem lại trước khi ghi", en="Look at it once more"),
    "intakeacts.sure_said": Text(
        vi="Việc đã ghi không xóa được.", en="What is recorded cannot be deleted."
    ),
    "intakeacts.correct": Text(vi="Sửa lại", en="Correct it"),
}
