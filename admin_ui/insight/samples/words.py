"""Words of auditors' samples."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "samples.title": Text(vi="Mẫu kiểm tra nội bộ", en="Auditors' samples"),
    "samples.one": Text(vi="Mẫu", en="Sample"),
    "samples.lead": Text(
        vi="Hồ sơ được rút ngẫu nhiên theo mầm công bố trước, xem từng hồ sơ và ghi kết quả. Bất kỳ ai có tệp danh "
        "sách đều rút lại được đúng mẫu đó.",
        en="Records are drawn at random by a seed that is fixed before, and looked at one by one. Anybody who has the "
        "list of the population can draw the same sample again.",
    ),
    "samples.lead_head": Text(
        vi="Phát hiện của kiểm tra nội bộ trong các hồ sơ rút ngẫu nhiên của đơn vị, khi mẫu đã kết thúc.",
        en="What auditors found in records of the unit that were drawn at random, once they closed a sample.",
    ),
    "samples.new": Text(vi="Rút mẫu mới", en="New sample"),
    "samples.none": Text(vi="Chưa có mẫu nào.", en="There are no samples yet."),
    "samples.none_head": Text(
        vi="Chưa có mẫu nào kết thúc. Kiểm tra nội bộ rút mẫu; kết thúc mẫu thì phát hiện hiện ở đây.",
        en="No sample has been closed yet. Auditors draw samples; what they find is here once one is closed.",
    ),
    "samples.kind_case": Text(vi="Vụ việc", en="Cases"),
    "samples.kind_inspection": Text(vi="Cuộc kiểm tra", en="Inspections"),
    "samples.records": Text(vi="Hồ sơ", en="Records"),
    "samples.record": Text(vi="Hồ sơ", en="Record"),
    "samples.party": Text(vi="Tổ chức, cá nhân", en="Party"),
    "samples.unit": Text(vi="Đơn vị", en="Unit"),
    "samples.period": Text(vi="Kỳ", en="Period"),
    "samples.planned": Text(vi="Ấn định", en="Fixed"),
    "samples.progress": Text(vi="Tiến độ", en="Progress"),
    "samples.progress_said": Text(
        vi="Đã xem {looked} trong {records} hồ sơ; {found} phát hiện.",
        en="{looked} of {records} records looked at; {found} findings.",
    ),
    "samples.state": Text(vi="Trạng thái", en="State"),
    "samples.step_records": Text(
        vi="Chọn hồ sơ nào, của đơn vị nào, trong kỳ nào, và xem có bao nhiêu.",
        en="Choose which records, of which unit and period, and see how many there are.",
    ),
    "samples.step_seed": Text(
        vi="Ấn định số hồ sơ mỗi nhóm và mầm. Việc này được ghi vào nhật ký trước khi rút.",
        en="Fix how many of each group, and the seed. That is recorded before anything is drawn.",
    ),
    "samples.step_draw": Text(
        vi="Rút một lần, xem từng hồ sơ, ghi kết quả, rồi kết thúc.",
        en="Draw once, look at each record, record the results, and close.",
    ),
    "samples.which": Text(vi="Hồ sơ nào", en="Which records"),
    "samples.first": Text(vi="Từ ngày", en="From"),
    "samples.last": Text(vi="Đến ngày", en="Until"),
    "samples.strata": Text(vi="Chia nhóm theo", en="Told apart by"),
    "samples.strata_help": Text(
        vi="Mỗi nhóm rút số hồ sơ như nhau.", en="As many are drawn of each group."
    ),
    "samples.fields": Text(vi="Chỉ những lĩnh vực", en="These fields alone"),
    "samples.fields_help": Text(
        vi="Chỉ dùng cho vụ việc. Không chọn là tất cả.", en="For cases only. None chosen is all."
    ),
    "samples.count": Text(vi="Xem số lượng", en="Count them"),
    "samples.sizes": Text(vi="Số hồ sơ để rút", en="Records to draw from"),
    "samples.stratum": Text(vi="Nhóm", en="Group"),
    "samples.population": Text(vi="Số hồ sơ", en="Records"),
    "samples.total": Text(vi="Tổng", en="Total"),
    "samples.whole": Text(vi="Tất cả", en="All"),
    "samples.no_field": Text(vi="Chưa xác định lĩnh vực", en="No field yet"),
    "samples.see_records": Text(
        vi="Xem danh sách các hồ sơ này", en="See the list of these records"
    ),
    "samples.no_records": Text(
        vi="Không có hồ sơ nào trong kỳ và danh sách này. Hãy chọn lại.",
        en="No record is in this list and period. Choose others.",
    ),
    "samples.fix": Text(vi="Ấn định cách rút", en="Fix the draw"),
    "samples.size": Text(vi="Số hồ sơ mỗi nhóm", en="Records of each group"),
    "samples.size_help": Text(
        vi="Nhóm ít hơn thì lấy hết. Cả mẫu tối đa 300 hồ sơ.",
        en="A group with fewer is taken whole. A sample has 300 at most.",
    ),
    "samples.size_wrong": Text(
        vi="Số hồ sơ mỗi nhóm là số từ 1 đến {most}.",
        en="Records of each group: a number from 1 to {most}.",
    ),
    "samples.seed": Text(vi="Mầm", en="Seed"),
    "samples.seed_help": Text(
        vi="Hệ thống luôn thêm 128 bit ngẫu nhiên, nên không ai chọn được hồ sơ. Có thể nhập thêm điều không ai biết "
        "trước và ai cũng kiểm tra được, ví dụ kết quả xổ số hôm nay: phần đó đứng trước.",
        en="The system always adds 128 bits at random, so that nobody chooses the records. You may also type what "
        "nobody could know before and everybody can check, e.g. today's lottery numbers: it stands first.",
    ),
    "samples.seed_wrong": Text(
        vi="Phần nhập của mầm dài tối đa 60 ký tự, trên một dòng.",
        en="What you type of a seed is one line of at most 60 characters.",
    ),
    "samples.seed_given": Text(
        vi="(kiểm tra nội bộ nhập phần đầu, hệ thống chọn ngẫu nhiên 32 ký tự cuối)",
        en="(the auditor typed the first part; the last 32 characters were made at random)",
    ),
    "samples.seed_made": Text(vi="(hệ thống chọn ngẫu nhiên)", en="(made at random)"),
    "samples.purpose": Text(vi="Mục đích", en="Purpose"),
    "samples.purpose_help": Text(
        vi="Kế hoạch hoặc chỉ đạo nào. Được ghi cùng mẫu.",
        en="By which plan or order. It is recorded with the sample.",
    ),
    "samples.purpose_wrong": Text(
        vi="Hãy ghi mục đích, từ 3 đến 2000 ký tự.", en="Write the purpose, 3 to 2000 characters."
    ),
    "samples.fix_now": Text(vi="Ấn định", en="Fix it"),
    "samples.back_to_form": Text(vi="Quay lại cách rút", en="Back to the form"),
    "samples.of_period": Text(
        vi="{unit} và các đơn vị trực thuộc, từ {first} đến {last}.",
        en="{unit} and all below, from {first} to {last}.",
    ),
    "samples.of_each": Text(vi="{size} hồ sơ mỗi nhóm", en="{size} records of each group"),
    "samples.drawn": Text(vi="Đã rút", en="Drawn"),
    "samples.drawn_said": Text(
        vi="{records} trong {population} hồ sơ, khi nhật ký có {size} mục đã niêm phong",
        en="{records} of {population} records, when {size} entries of the log were sealed",
    ),
    "samples.ended": Text(vi="Kết thúc", en="Ended"),
    "samples.draw": Text(vi="Rút mẫu", en="Draw"),
    "samples.draw_said": Text(
        vi="Hiện có {total} hồ sơ; sẽ rút {drawn}.",
        en="There are {total} records now; {drawn} will be drawn.",
    ),
    "samples.draw_once": Text(
        vi="Một mẫu chỉ rút một lần. Mẫu bị bỏ vẫn nằm trong danh sách.",
        en="A sample is drawn once. One that is given up stays listed.",
    ),
    "samples.draw_now": Text(vi="Rút", en="Draw"),
    "samples.summary": Text(vi="Tổng hợp theo nhóm", en="Summary by group"),
    "samples.drawn_count": Text(vi="Đã rút", en="Drawn"),
    "samples.looked": Text(vi="Đã xem", en="Looked at"),
    "samples.findings": Text(vi="Phát hiện", en="Findings"),
    "samples.not_judged": Text(vi="Không kết luận được", en="Not judged"),
    "samples.share": Text(vi="Tỷ lệ có phát hiện", en="Share with findings"),
    "samples.share_said": Text(
        vi="Tỷ lệ của cả nhóm, với độ tin cậy 95 % (khoảng Wilson), tính trên hồ sơ kết luận được; nhóm đã xem hết thì "
        "là tỷ lệ đúng. Nhóm rút số lượng như nhau nên không cộng gộp các nhóm.",
        en="The share in the whole group with 95 % confidence (Wilson's interval), of what could be judged; of a group "
        "that was judged whole it is exact. As many are drawn of each group, so groups are not added up.",
    ),
    "samples.drawn_records": Text(vi="Hồ sơ đã rút", en="Drawn records"),
    "samples.no_findings": Text(vi="Không có phát hiện nào.", en="There are no findings."),
    "samples.out_of_sight": Text(vi="Hồ sơ ngoài phạm vi của bạn", en="A record out of your sight"),
    "samples.gone": Text(
        vi="Hồ sơ đã chuyển sang đơn vị khác sau khi rút.",
        en="It went to another unit after the draw.",
    ),
    "samples.not_looked": Text(vi="Chưa xem", en="Not looked at"),
    "samples.place": Text(vi="thứ {place}", en="number {place}"),
    "samples.earlier": Text(vi="Lần xem trước: {count}", en="Earlier looks: {count}"),
    "samples.look": Text(vi="Ghi kết quả xem", en="Record a look"),
    "samples.look_again": Text(vi="Ghi lại kết quả", en="Record another look"),
    "samples.result": Text(vi="Kết quả", en="Result"),
    "samples.result_wrong": Text(vi="Hãy chọn kết quả.", en="Choose a result."),
    "samples.severity": Text(vi="Mức độ của phát hiện", en="Severity of a finding"),
    "samples.no_severity": Text(vi="Không có phát hiện", en="No finding"),
    "samples.words": Text(
        vi="Phát hiện gì, hoặc vì sao không kết luận được",
        en="What was found, or why it could not be judged",
    ),
    "samples.record_look": Text(vi="Ghi kết quả", en="Record it"),
    "samples.to_form": Text(vi="Đến biểu mẫu", en="To the form"),
    "samples.export": Text(vi="Gói hồ sơ", en="Evidence packages"),
    "samples.export_said": Text(
        vi="Các hồ sơ đã rút, mỗi hồ sơ một gói chứng cứ, trong một tệp.",
        en="The drawn records, each as an evidence package, in one file.",
    ),
    "samples.export_open": Text(vi="Xuất gói hồ sơ", en="Export packages"),
    "samples.check": Text(vi="Kiểm tra lại việc rút", en="Check the draw"),
    "samples.check_said": Text(
        vi="Trong mỗi nhóm, hồ sơ được xếp theo SHA-256 của mầm, một dấu xuống dòng và mã hồ sơ; lấy từ đầu. Ba tệp "
        "sau đủ để rút lại mà không cần tin hệ thống này.",
        en="In each group records are sorted by the SHA-256 of the seed, a line feed and the record's id, and taken "
        "from the start. These three files are enough to draw again without trusting this system.",
    ),
    "samples.file_sample": Text(
        vi="mầm, số lượng và hồ sơ đã rút.", en="seed, size and what was drawn."
    ),
    "samples.file_population": Text(
        vi="nhóm và mã của mọi hồ sơ.", en="group and id of every record."
    ),
    "samples.file_program": Text(
        vi="chương trình rút lại, chỉ cần Python:", en="draws again; needs Python alone:"
    ),
    "samples.end": Text(vi="Kết thúc mẫu", en="End the sample"),
    "samples.conclusion": Text(vi="Kết luận", en="Conclusion"),
    "samples.conclusion_help": Text(
        vi="Bắt buộc khi còn hồ sơ chưa xem. Sau khi kết thúc, thủ trưởng đơn vị xem được tổng hợp và các phát hiện, "
        "không xem được ai đã kiểm tra.",
        en="Required if records were not looked at. From then on heads of the unit see the summary and the findings, "
        "not who looked.",
    ),
    "samples.close_now": Text(vi="Kết thúc", en="Close"),
    "samples.give_up": Text(vi="Bỏ mẫu này", en="Give this sample up"),
    "samples.give_up_help": Text(
        vi="Mẫu và lý do vẫn nằm trong danh sách.", en="The sample and the reason stay listed."
    ),
    "samples.give_up_now": Text(vi="Bỏ mẫu", en="Give up"),
    "samples.reason": Text(vi="Lý do", en="Reason"),
    "samples.reason_wrong": Text(
        vi="Hãy ghi lý do bỏ mẫu, từ 3 đến 2000 ký tự.",
        en="Write why it is given up, 3 to 2000 characters.",
    ),
    "samples.done_drawn": Text(vi="Đã rút mẫu.", en="The sample is drawn."),
    "samples.done_looked": Text(vi="Đã ghi kết quả.", en="The look is recorded."),
    "samples.done_closed": Text(vi="Mẫu đã kết thúc.", en="The sample is closed."),
    "samples.done_given_up": Text(vi="Đã bỏ mẫu.", en="The sample is given up."),
}
