"""Words of the register of parties: its list, the form and the acts of a party, its page, the look-up by a number."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "party.language": Text(vi="vi", en="en"),
    "party.register": Text(vi="Sổ tổ chức, cá nhân", en="Register of parties"),
    "party.new": Text(vi="Thêm tổ chức, cá nhân", en="Register a party"),
    "party.correct": Text(vi="Sửa thông tin", en="Edit details"),
    "party.lookup": Text(vi="Tra theo số giấy tờ", en="Look up a number"),
    "party.any": Text(vi="Tất cả", en="All"),
    "party.total": Text(vi="{count} tổ chức, cá nhân", en="{count} {count:party|parties}"),
    "party.none": Text(
        vi="Không có tổ chức, cá nhân nào khớp trong phạm vi của bạn. Bỏ bớt điều kiện lọc.",
        en="No party in your scope matches. Remove some filters.",
    ),
    "party.none_new": Text(
        vi="Không có tổ chức, cá nhân nào khớp. Bỏ bớt điều kiện lọc, hoặc thêm vào sổ.",
        en="No party matches. Remove some filters, or register the party.",
    ),
    "party.words": Text(vi="Tên, biển hiệu hoặc số", en="Name, sign or number"),
    "party.words_hint": Text(
        vi="Vài chữ đầu của từ trong tên; hoặc trọn mã số thuế, số định danh, số điện thoại.",
        en="The first letters of words in the name; or a whole tax code, identity number or phone number.",
    ),
    "party.kind": Text(vi="Loại", en="Kind"),
    "party.kind_individual": Text(vi="Cá nhân", en="Individual"),
    "party.kind_household": Text(vi="Hộ kinh doanh", en="Household business"),
    "party.kind_organisation": Text(vi="Tổ chức", en="Organisation"),
    "party.state": Text(vi="Trạng thái", en="State"),
    "party.state_active": Text(vi="Đang hoạt động", en="Trading"),
    "party.state_closed": Text(vi="Đã ngừng hoạt động", en="Ceased trading"),
    "party.branch": Text(vi="Chi nhánh", en="Branch"),
    "party.branches": Text(vi="Chi nhánh, địa điểm", en="Branches"),
    "party.name": Text(vi="Tên", en="Name"),
    "party.name_hint": Text(
        vi="Như trên giấy đăng ký; của cá nhân là họ và tên.",
        en="As registered; of an individual, the full name.",
    ),
    "party.sign": Text(vi="Biển hiệu", en="Shop sign"),
    "party.trade_name": Text(vi="Tên thương mại, tên viết tắt", en="Trade name, short name"),
    "party.suspended_by": Text(
        vi="theo Quyết định xử phạt số {number}", en="by sanction decision {number}"
    ),
    "party.joined": Text(vi="Đã gộp vào đây", en="Merged into it"),
    "party.held_under": Text(
        vi="ghi ở dòng đã gộp «{name}»", en="recorded under “{name}”, merged into it"
    ),
    "party.former_names": Text(vi="Tên trước đây", en="Former names"),
    "party.until_said": Text(vi="đến trước {date}", en="until {date}"),
    "party.renamed_on": Text(vi="Tên mới từ ngày", en="New name since"),
    "party.renamed_on_hint": Text(
        vi="Chỉ ghi khi đã đổi tên: tên cũ được giữ lại. Nếu tên cũ gõ sai thì để trống.",
        en="Only if the party changed its name: the old one is kept. Leave it empty if the old name was a "
        "typing mistake.",
    ),
    "party.unit": Text(vi="Đơn vị quản lý", en="Managed by"),
    "party.part_name": Text(vi="Tên và loại", en="Name and kind"),
    "party.part_numbers": Text(vi="Số giấy tờ", en="Numbers"),
    "party.part_person": Text(vi="Cá nhân, chủ hộ", en="Individual or owner"),
    "party.part_address": Text(vi="Địa chỉ, liên hệ", en="Address and contact"),
    "party.part_people": Text(vi="Người đại diện", en="Representatives"),
    "party.part_trade": Text(vi="Kinh doanh", en="Trade"),
    "party.numbers_hint": Text(
        vi="Số được kiểm tra theo cấu trúc của từng loại. Số trên giấy tờ sai thì vẫn ghi được và được đánh dấu.",
        en="Each number is checked by the rules of its kind. A number that is wrong on the document itself can "
        "be kept, and is marked.",
    ),
    "party.number_said": Text(vi="Số thứ {number}", en="Number {number}"),
    "party.number_kind": Text(vi="Loại số", en="Kind of number"),
    "party.number": Text(vi="Số", en="Number"),
    "party.kind_tax_code": Text(vi="Mã số thuế", en="Tax code"),
    "party.kind_enterprise_code": Text(vi="Mã số doanh nghiệp", en="Enterprise code"),
    "party.kind_personal_number": Text(
        vi="Số định danh cá nhân (CCCD)", en="Personal number (CCCD)"
    ),
    "party.kind_old_identity_card": Text(
        vi="Chứng minh nhân dân cũ", en="Old identity card (CMND)"
    ),
    "party.kind_passport": Text(vi="Hộ chiếu", en="Passport"),
    "party.kind_household_number": Text(
        vi="Số đăng ký hộ kinh doanh", en="Household registration number"
    ),
    "party.kind_registration_number": Text(vi="Số đăng ký khác", en="Other registration number"),
    "party.as_given": Text(vi="Giấy tờ ghi đúng như vậy", en="The document says exactly this"),
    "party.doubtful": Text(
        vi="Không đúng cấu trúc, ghi theo giấy tờ", en="Fails its check; as on the document"
    ),
    "party.issued": Text(vi="Nơi cấp, ngày cấp", en="Issued by and on"),
    "party.issuer": Text(vi="Nơi cấp", en="Issued by"),
    "party.issued_on": Text(vi="Ngày cấp", en="Issued on"),
    "party.sex": Text(vi="Giới tính", en="Sex"),
    "party.sex_male": Text(vi="Nam", en="Male"),
    "party.sex_female": Text(vi="Nữ", en="Female"),
    "party.birth_date": Text(vi="Ngày sinh", en="Date of birth"),
    "party.nationality": Text(vi="Quốc tịch", en="Nationality"),
    "party.nationality_hint": Text(vi="Để trống nếu chưa rõ.", en="Leave empty if not known."),
    "party.address": Text(vi="Địa chỉ", en="Address"),
    "party.address_hint": Text(
        vi="Viết trọn như trên văn bản, theo đơn vị hành chính hiện nay.",
        en="In full, as documents print it, with today's administrative units.",
    ),
    "party.province": Text(vi="Tỉnh, thành phố", en="Province"),
    "party.commune": Text(vi="Xã, phường", en="Commune or ward"),
    "party.commune_elsewhere": Text(
        vi="Xã, phường này không thuộc {province}. Hãy chọn lại một trong hai.",
        en="This commune is not in {province}. Change one of the two.",
    ),
    "party.old_commune": Text(vi="Xã, phường trước 01/7/2025", en="Commune before 1 July 2025"),
    "party.old_commune_hint": Text(
        vi="Nếu giấy tờ còn ghi tên cũ. Xã cũ nhập trọn vào một xã nay thì xã nay được điền theo.",
        en="If documents still name it. If all of it became part of one present commune, that one is filled in.",
    ),
    "party.old_place": Text(vi="Địa chỉ hành chính cũ", en="Former address"),
    "party.now_said": Text(vi="nay: {communes}", en="today: {communes}"),
    "party.phones": Text(vi="Điện thoại", en="Phones"),
    "party.phone": Text(vi="Điện thoại", en="Phone"),
    "party.emails": Text(vi="Thư điện tử", en="E-mail"),
    "party.line_each": Text(vi="Mỗi dòng một.", en="One per line."),
    "party.person_said": Text(vi="Người thứ {number}", en="Person {number}"),
    "party.full_name": Text(vi="Họ và tên", en="Full name"),
    "party.title": Text(vi="Chức danh", en="Title"),
    "party.person_more": Text(vi="Giấy tờ, liên hệ", en="Identity and contact"),
    "party.identity_number": Text(vi="Số giấy tờ", en="Identity number"),
    "party.representatives": Text(vi="Người đại diện", en="Representatives"),
    "party.business_lines": Text(vi="Ngành nghề kinh doanh", en="Lines of business"),
    "party.main_party": Text(vi="Trụ sở chính", en="Head office"),
    "party.main_party_hint": Text(
        vi="Chỉ với chi nhánh, địa điểm kinh doanh: tổ chức mà nơi này thuộc về.",
        en="Only for a branch or another place of business: the organisation it belongs to.",
    ),
    "party.note": Text(vi="Ghi chú", en="Note"),
    "party.reason": Text(vi="Lý do, căn cứ", en="Reason and grounds"),
    "party.reason_hint": Text(
        vi="Ai đọc lại sẽ hiểu vì sao sửa.", en="Tells later readers why this was changed."
    ),
    "party.save": Text(vi="Lưu", en="Save"),
    "party.more_numbers": Text(vi="Thêm số giấy tờ", en="Add a number"),
    "party.more_people": Text(vi="Thêm người đại diện", en="Add a representative"),
    "party.licence": Text(vi="Giấy phép", en="Licence"),
    "party.licences": Text(vi="Giấy phép", en="Licences"),
    "party.licence_until": Text(vi="Giấy phép đến", en="Licence until"),
    "party.licence_soon": Text(vi="Sắp hết hạn", en="Expires within 30 days"),
    "party.licence_expired": Text(vi="Đã hết hạn", en="Expired"),
    "party.licence_in_force": Text(vi="Còn hiệu lực", en="In force"),
    "party.licence_future": Text(vi="Chưa có hiệu lực", en="Not yet in force"),
    "party.licence_replaced": Text(vi="Đã có giấy mới", en="Renewed by another"),
    "party.licence_ended": Text(vi="Đã kết thúc", en="Ended"),
    "party.licence_kind": Text(vi="Loại giấy phép", en="Kind of licence"),
    "party.licence_alcohol": Text(vi="Kinh doanh rượu", en="Alcohol"),
    "party.licence_tobacco": Text(vi="Kinh doanh thuốc lá", en="Tobacco"),
    "party.licence_petrol": Text(vi="Kinh doanh xăng dầu", en="Petrol"),
    "party.licence_gas": Text(vi="Kinh doanh khí", en="Gas"),
    "party.licence_food_safety": Text(vi="An toàn thực phẩm", en="Food safety"),
    "party.licence_pharmacy": Text(vi="Kinh doanh dược", en="Pharmacy"),
    "party.licence_cosmetics": Text(vi="Mỹ phẩm", en="Cosmetics"),
    "party.licence_fertiliser": Text(
        vi="Phân bón, thuốc bảo vệ thực vật", en="Fertiliser, pesticides"
    ),
    "party.licence_electronic_commerce": Text(vi="Thương mại điện tử", en="E-commerce"),
    "party.licence_other": Text(vi="Khác", en="Other"),
    "party.licence_title": Text(vi="Tên giấy", en="Name of the document"),
    "party.licence_title_hint": Text(
        vi="Cần ghi khi chọn «Khác».", en="Needed if the kind is “Other”."
    ),
    "party.licence_title_needed": Text(
        vi="Hãy ghi tên giấy khi loại là «Khác».", en="Name the document if its kind is “Other”."
    ),
    "party.licence_number": Text(vi="Số giấy phép", en="Licence number"),
    "party.valid_from": Text(vi="Có hiệu lực từ", en="In force from"),
    "party.valid_to": Text(vi="Hết hạn ngày", en="Expires on"),
    "party.valid_to_hint": Text(
        vi="Để trống nếu không có thời hạn.", en="Leave empty if it does not expire."
    ),
    "party.valid_said": Text(vi="đến {date}", en="until {date}"),
    "party.no_term": Text(vi="không thời hạn", en="no expiry date"),
    "party.void_from": Text(vi="Hết hiệu lực từ ngày", en="No longer in force from"),
    "party.ended_why": Text(vi="Vì sao", en="Why"),
    "party.why_revoked": Text(vi="Bị thu hồi", en="Revoked"),
    "party.why_given_back": Text(vi="Trả lại", en="Returned"),
    "party.why_replaced": Text(vi="Thay bằng giấy khác", en="Replaced by another"),
    "party.why_mistaken": Text(vi="Nhập nhầm", en="Entered by mistake"),
    "party.why_ceased": Text(vi="Nghỉ kinh doanh", en="Ceased trading"),
    "party.why_dissolved": Text(vi="Giải thể, phá sản", en="Dissolved or bankrupt"),
    "party.why_moved": Text(vi="Chuyển khỏi địa bàn", en="Left the area"),
    "party.why_died": Text(vi="Chết", en="Died"),
    "party.licence_correct": Text(vi="Sửa", en="Correct"),
    "party.licence_end_short": Text(vi="Kết thúc", en="End"),
    "party.area_officer": Text(vi="Công chức địa bàn", en="Area officer"),
    "party.no_area_officer": Text(vi="Chưa có", en="None yet"),
    "party.point": Text(vi="Tọa độ", en="Coordinates"),
    "party.point_hint": Text(
        vi="Vĩ độ và kinh độ theo độ, ví dụ 21.028511, 105.854167.",
        en="Latitude and longitude in degrees, for example 21.028511, 105.854167.",
    ),
    "party.point_wrong": Text(
        vi="Hãy ghi vĩ độ, dấu phẩy, kinh độ; ví dụ 21.028511, 105.854167.",
        en="Enter latitude, a comma, longitude; for example 21.028511, 105.854167.",
    ),
    "party.map": Text(vi="Chọn trên bản đồ", en="Pick it on the map"),
    "party.map_hint": Text(
        vi="Bấm hoặc chạm vào bản đồ. Dùng phím: phím mũi tên đưa bản đồ, phím + và - phóng to, thu nhỏ, Enter đặt dấu "
        "ở giữa. Bản đồ chỉ vẽ trung tâm các xã, phường, đặc khu; không có đường sá.",
        en="Click or touch the map. By keys: arrows move it, + and - zoom, Enter puts the mark in its middle. It shows "
        "the centres of communes only, no streets.",
    ),
    "party.map_choose": Text(
        vi="Hãy chọn tỉnh, thành phố để mở bản đồ.", en="Choose the province to open the map."
    ),
    "party.map_failed": Text(
        vi="Không mở được bản đồ. Hãy ghi tọa độ ở trên, hoặc đóng và mở lại.",
        en="The map could not be opened. Write the coordinates above, or close and open it again.",
    ),
    "party.map_near": Text(
        vi="Gần {name}, cách trung tâm khoảng {km} km",
        en="Near {name}, about {km} km from its centre",
    ),
    "party.map_commune": Text(vi="Đưa bản đồ đến xã, phường", en="Move the map to a commune"),
    "party.map_any": Text(vi="Cả tỉnh, thành phố", en="The whole province"),
    "party.map_closer": Text(vi="Phóng to", en="Closer"),
    "party.map_wider": Text(vi="Thu nhỏ", en="Wider"),
    "party.map_point": Text(vi="Điểm đã chọn", en="Chosen point"),
    "party.map_still": Text(
        vi="Bản đồ vị trí, phía bắc ở trên: {place}",
        en="Map of the place, north up: {place}",
    ),
    "party.near_said": Text(vi="gần trung tâm {commune}", en="near the centre of {commune}"),
    "party.closed_on": Text(vi="Ngừng hoạt động từ", en="Ceased trading on"),
    "party.closed_why": Text(vi="Vì sao", en="Why"),
    "party.reopened_on": Text(vi="Hoạt động trở lại từ", en="Trading again from"),
    "party.sure_needed": Text(vi="Hãy đánh dấu để xác nhận.", en="Tick the box to confirm."),
    "party.sure_close": Text(
        vi="Tôi đã xác minh nơi này không còn hoạt động.",
        en="I have verified that it no longer trades.",
    ),
    "party.sure_licence-end": Text(
        vi="Tôi đã đối chiếu với giấy tờ: giấy phép này hết hiệu lực.",
        en="I have checked the document: this licence is no longer in force.",
    ),
    "party.do_licence": Text(vi="Ghi giấy phép", en="Record a licence"),
    "party.do_licence-end": Text(vi="Kết thúc giấy phép", en="End a licence"),
    "party.do_place": Text(vi="Đặt vị trí trên bản đồ", en="Place on the map"),
    "party.do_officer": Text(vi="Phân công công chức địa bàn", en="Assign the area officer"),
    "party.do_close": Text(vi="Ghi ngừng hoạt động", en="Record that it ceased trading"),
    "party.do_reopen": Text(vi="Ghi hoạt động trở lại", en="Record that it is trading again"),
    "party.means_licence": Text(
        vi="Ghi giấy phép hoặc giấy chứng nhận như trên giấy. Hệ thống báo khi sắp hết hạn.",
        en="Records a licence or certificate as the document has it. You are warned before it expires.",
    ),
    "party.means_licence-end": Text(
        vi="Giấy phép không được tính nữa từ ngày này. Nếu gõ sai thì ghi giấy phép mới cho đúng.",
        en="The licence no longer counts from this day. If it was entered wrongly, record the right one.",
    ),
    "party.means_place": Text(
        vi="Vị trí giúp tìm nơi này và chọn đoàn đi gần. Ghi lại lần nữa thì vị trí cũ được thay.",
        en="The position helps to find the place and to choose a team nearby. A new position replaces the old one.",
    ),
    "party.means_officer": Text(
        vi="Người nắm rõ nơi này. Để trống để bỏ phân công.",
        en="The officer who knows the place well. Leave empty to remove the assignment.",
    ),
    "party.means_close": Text(
        vi="Hồ sơ, văn bản đã có giữ nguyên. Có thể ghi hoạt động trở lại sau.",
        en="Records and documents stay as they are. You can record later that it is trading again.",
    ),
    "party.means_reopen": Text(
        vi="Nơi này được tính là đang hoạt động trở lại từ ngày ghi.",
        en="It counts as trading again from this day.",
    ),
    "party.done_registered": Text(vi="Đã thêm vào sổ.", en="Registered."),
    "party.done_corrected": Text(vi="Đã sửa thông tin.", en="Corrected."),
    "party.done_licence": Text(vi="Đã ghi giấy phép.", en="The licence is recorded."),
    "party.done_licence-end": Text(vi="Đã kết thúc giấy phép.", en="The licence is ended."),
    "party.done_place": Text(vi="Đã đặt vị trí.", en="The position is recorded."),
    "party.done_officer": Text(vi="Đã phân công.", en="The area officer is assigned."),
    "party.done_close": Text(vi="Đã ghi ngừng hoạt động.", en="Recorded as ceased."),
    "party.done_reopen": Text(vi="Đã ghi hoạt động trở lại.", en="Recorded as trading again."),
    "party.done_already": Text(vi="Đã ghi từ lần gửi trước.", en="This was already recorded."),
    "party.known": Text(vi="Thông tin", en="Details"),
    "party.not_recorded": Text(
        vi="Nhập từ trước khi có sổ này; lần sửa đầu tiên sẽ mở lịch sử thay đổi.",
        en="Entered before this register existed; the first correction starts its history.",
    ),
    "party.no_licences": Text(vi="Chưa ghi giấy phép nào.", en="No licence recorded yet."),
    "party.story": Text(vi="Kiểm tra, vụ việc, kế hoạch", en="Inspections, cases, plans"),
    "party.story_none": Text(
        vi="Chưa có cuộc kiểm tra, vụ việc, kế hoạch hoặc thông tin nào trong phạm vi của bạn.",
        en="No inspection, case, plan or information in your scope yet.",
    ),
    "party.story_more": Text(
        vi="Chỉ hiển thị {count} dòng mới nhất.", en="Only the newest {count} are shown."
    ),
    "party.of_inspection": Text(vi="Kiểm tra", en="Inspection"),
    "party.of_case": Text(vi="Vụ việc", en="Case"),
    "party.of_plan": Text(vi="Kế hoạch", en="Plan"),
    "party.of_information": Text(vi="Thông tin", en="Information"),
    "party.story_record": Text(vi="Hồ sơ", en="Record"),
    "party.story_day": Text(vi="Ngày", en="Day"),
    "party.story_kind": Text(vi="Loại", en="Kind"),
    "party.story_state": Text(vi="Trạng thái", en="State"),
    "party.priors_ask": Text(
        vi="Tra vi phạm trên toàn lực lượng", en="Look up violations across the force"
    ),
    "party.changes": Text(vi="Lịch sử thay đổi", en="History of changes"),
    "party.did_registered": Text(vi="Thêm vào sổ", en="Registered"),
    "party.did_corrected": Text(vi="Sửa thông tin", en="Corrected"),
    "party.did_licence_recorded": Text(vi="Ghi giấy phép", en="Licence recorded"),
    "party.did_licence_ended": Text(vi="Kết thúc giấy phép", en="Licence ended"),
    "party.did_placed": Text(vi="Đặt vị trí", en="Placed"),
    "party.did_area_officer_set": Text(
        vi="Phân công công chức địa bàn", en="Area officer assigned"
    ),
    "party.did_closed": Text(vi="Ghi ngừng hoạt động", en="Ceased trading"),
    "party.did_reopened": Text(vi="Ghi hoạt động trở lại", en="Trading again"),
    "party.did_told_apart": Text(
        vi="Ghi là khác với một dòng của sổ", en="Marked as different from another party"
    ),
    "party.did_told_apart_undone": Text(vi="Bỏ ghi là khác", en="No longer marked as different"),
    "party.did_merge_asked": Text(vi="Đề nghị gộp", en="Merge requested"),
    "party.did_merged": Text(vi="Gộp", en="Merged"),
    "party.did_merge_declined": Text(vi="Không gộp", en="Merge declined"),
    "party.did_merge_undone": Text(vi="Tách lại", en="Merge undone"),
    "party.merged_into": Text(
        vi="Dòng này đã gộp vào một dòng khác.", en="This party was merged into another."
    ),
    "party.merged_link": Text(vi="Mở dòng đó", en="Open that party"),
    "party.more": Text(vi="Việc khác", en="More"),
    "party.lookup_lead": Text(
        vi="Tra đúng một số trên toàn lực lượng. Chỉ trả lời tên, đơn vị quản lý và số lần bị xử phạt còn tính; "
        "mỗi lần tra được ghi lại cùng mục đích.",
        en="Looks up one exact number across the force. It returns only the name, the managing unit and the number "
        "of sanctions that still count; each look-up is recorded with its purpose.",
    ),
    "party.lookup_number": Text(vi="Số giấy tờ", en="Number"),
    "party.lookup_number_hint": Text(
        vi="Trọn mã số thuế, số định danh, CMND, hộ chiếu hoặc số đăng ký.",
        en="The whole tax code, personal number, identity card, passport or registration number.",
    ),
    "party.lookup_short": Text(
        vi="Hãy ghi trọn số, ít nhất 6 ký tự.", en="Enter the whole number, at least 6 characters."
    ),
    "party.purpose": Text(vi="Mục đích tra cứu", en="Purpose"),
    "party.purpose_hint": Text(
        vi="Ví dụ: kiểm tra nhân thân người vi phạm, vụ việc số …",
        en="For example: identity of a violator, case no. …",
    ),
    "party.lookup_do": Text(vi="Tra cứu", en="Look up"),
    "party.lookup_none": Text(
        vi="Không có tổ chức, cá nhân nào trong sổ của toàn lực lượng có số này.",
        en="No party in any register of the force has this number.",
    ),
    "party.lookup_found": Text(vi="Kết quả cho số {number}", en="Result for number {number}"),
    "party.lookup_counting": Text(vi="Lần bị xử phạt còn tính", en="Sanctions that still count"),
    "party.lookup_where": Text(vi="Đơn vị quản lý", en="Managed by"),
    "party.lookup_law": Text(
        vi="Quyết định xử phạt chưa hết thời hạn được coi là chưa bị xử phạt (Điều 7 Luật XLVPHC), "
        "trên toàn lực lượng, theo các số của nơi này.",
        en="Sanction decisions for which the term of Art 7 of Law 15/2012 is not over, across the force, by the "
        "numbers of this party.",
    ),
}
