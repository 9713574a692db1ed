/** Messages that say why a command of a visit failed and what to do next. */
import { Trouble } from '../app/services';
import { ActTooLarge } from '../domain/acts';
import { NotCanonical } from '../domain/canonical-json';
import { StorageFull } from '../store/store';
import type { Text } from '../wire';

const TEXTS = {
  locked: { vi: 'Máy đang khóa. Hãy mở khóa bằng mã PIN rồi làm lại.', en: 'The phone is locked. Unlock it with the PIN and try again.' },
  inspection_unknown: {
    vi: 'Máy này không có cuộc kiểm tra đó. Hãy đồng bộ khi có mạng.',
    en: 'This inspection is not on this phone. Sync when there is a connection.',
  },
  inspection_discarded: {
    vi: 'Cuộc kiểm tra này đã được ghi là “Không kiểm tra”. Hãy bắt đầu lại trước.',
    en: 'This inspection was recorded as not inspected. Begin it again first.',
  },
  sheet_incomplete: { vi: 'Hãy ghi đủ và đúng các mục của quyết định.', en: 'Fill in every item of the decision, as it is on the sheet.' },
  not_hand_signed: { vi: 'Cuộc kiểm tra này không bắt đầu từ quyết định ký trên bản giấy.', en: 'This inspection did not begin from a decision signed by hand.' },
  hand_signed_matched: { vi: 'Quyết định này đã được đối chiếu nên không sửa được nữa.', en: 'This decision has been matched and can no longer be mended.' },
  not_opened: { vi: 'Cuộc kiểm tra này chưa bắt đầu.', en: 'This inspection has not begun.' },
  already_submitted: {
    vi: 'Biên bản đã trình nên không ghi “Không kiểm tra” được nữa.',
    en: 'The minutes have been submitted, so you can no longer record “not inspected”.',
  },
  record_closed: { vi: 'Hồ sơ không được phê duyệt và đã đóng.', en: 'The file was refused and is closed.' },
  photo_empty: { vi: 'Ảnh không có dữ liệu. Hãy chụp lại.', en: 'The photograph is empty. Take it again.' },
  photo_unknown: { vi: 'Không có ảnh này trong cuộc kiểm tra.', en: 'This inspection has no such photograph.' },
  caption_too_long: { vi: 'Chú thích dài nhất 500 ký tự.', en: 'A caption may have at most 500 characters.' },
  reason_needed: { vi: 'Hãy ghi lý do, từ 3 đến 2000 ký tự.', en: 'Give a reason of 3 to 2000 characters.' },
  name_needed: { vi: 'Hãy ghi họ tên, dài nhất 200 ký tự.', en: 'Give the full name, at most 200 characters.' },
  drawing_or_refusal: {
    vi: 'Cần chữ ký, hoặc lý do từ chối ký kèm người chứng kiến.',
    en: 'A signature is needed, or the refusal to sign with a witness.',
  },
  form_missing: {
    vi: 'Máy này chưa có mẫu biên bản. Hãy đồng bộ khi có mạng.',
    en: 'The form is not on this phone. Sync when there is a connection.',
  },
  minutes_missing: { vi: 'Chưa lập biên bản.', en: 'There are no minutes yet.' },
  minutes_not_written: {
    vi: 'Nội dung đã sửa chưa có trong biên bản đã hoàn thành. Hãy hoàn thành biên bản trước khi ký.',
    en: 'Your changes are not in the finished minutes. Finish the minutes before anybody signs.',
  },
  copy_stopped: { vi: 'Đã thôi chép tệp. Tệp gốc vẫn ở chỗ cũ.', en: 'Copying was stopped. The original file is where it was.' },
  file_unreadable: {
    vi: 'Không đọc hết được tệp. Tệp có thể đang ở trên mạng hoặc vừa bị xóa: hãy tải về máy rồi chọn lại.',
    en: 'The file could not be read to its end. It may be in the cloud, or was just deleted: get it onto the phone and choose it again.',
  },
  file_empty: { vi: 'Tệp rỗng: không có gì để nộp. Hãy chọn tệp khác.', en: 'The file is empty: there is nothing to file. Choose another one.' },
  file_lost: { vi: 'Máy không còn đủ dữ liệu của tệp này. Hãy bỏ tệp rồi chọn hoặc chụp lại.', en: 'The phone no longer has all bytes of this file. Remove it, then choose or take it again.' },
  file_too_large: {
    vi: 'Tệp lớn hơn 2 GB nên không nộp được. Hãy cắt phim thành nhiều đoạn, hoặc chép ra thẻ nhớ rồi niêm phong.',
    en: 'The file is larger than 2 GB and cannot be filed. Cut the film into parts, or copy it to a card and seal that.',
  },
  too_many_pages: { vi: 'Một tài liệu có nhiều nhất 40 trang chụp. Hãy ghi phần sau thành tài liệu khác.', en: 'A document has at most 40 pages from the camera. File the rest as another one.' },
  page_not_jpeg: {
    vi: 'Ảnh này không phải JPEG nên không ghép được với các trang khác. Ảnh đã được giữ thành một tài liệu riêng, đang soạn.',
    en: 'This picture is no JPEG and cannot be joined with the other pages. It was kept as a document of its own, not filed yet.',
  },
  filing_lacks: { vi: 'Tài liệu còn thiếu tệp, tên hoặc loại nên chưa ghi được.', en: 'The document still lacks its file, its title or its kind.' },
  filing_unknown: { vi: 'Không có tài liệu này trong cuộc kiểm tra.', en: 'This inspection has no such document.' },
  paper_unknown: { vi: 'Không có biên bản này trên máy.', en: 'This paper is not on this phone.' },
  paper_closed: {
    vi: 'Biên bản đã có số nên không sửa hay ký thêm được.',
    en: 'The paper has its number: nothing on it can be changed or signed any more.',
  },
  paper_not_written: {
    vi: 'Chưa hoàn thành biên bản, hoặc nội dung đã sửa chưa có trong đó. Hãy đọc lại và hoàn thành trước.',
    en: 'The paper is not finished, or your changes are not in it. Read it back and finish it first.',
  },
  paper_unsigned: { vi: 'Biên bản chưa đủ chữ ký nên chưa cấp số được.', en: 'The paper cannot get its number yet: signatures are missing.' },
  paper_of_another: {
    vi: 'Biên bản mang số của người lập: người đó cấp số trên máy của mình.',
    en: 'The paper carries the number of the officer who drew it up: that officer gives the number on their own phone.',
  },
  officer_number_missing: {
    vi: 'Bạn chưa có số hiệu công chức trong hệ thống nên chưa cấp số được. Hãy báo quản trị.',
    en: 'You have no officer number on record, so no number can be given. Ask an administrator.',
  },
  revision_changed: {
    vi: 'Nội dung đã thay đổi từ lúc xem lại. Hãy xem lại lần nữa rồi trình.',
    en: 'Something changed since it was reviewed. Review it again, then submit.',
  },
  leader_entrusts: { vi: 'Chỉ Trưởng Đoàn giao người lập biên bản.', en: 'Only the leader decides who draws up the minutes.' },
  owner_not_on_team: { vi: 'Người được giao lập biên bản phải có tên trong đoàn.', en: 'The officer who draws up the minutes must be on the team.' },
  not_minutes_owner: {
    vi: 'Việc này thuộc người lập biên bản. Hãy hỏi Trưởng Đoàn nếu bạn là người lập.',
    en: 'This is for the officer who draws up the minutes. Ask the leader if that is you.',
  },
  minutes_not_beside: { vi: 'Không còn biên bản này bên cạnh. Hãy đồng bộ và xem lại.', en: 'These minutes are no longer kept alongside. Sync and look again.' },
  file_submitted: {
    vi: 'Hồ sơ đã trình, biên bản đã ký là bản cuối cùng. Vẫn thêm được ảnh và giấy tờ.',
    en: 'The file is submitted and its signed minutes are final. Photographs and papers can still be added.',
  },
  draft_signed: {
    vi: 'Đã có người ký biên bản này nên không xin ý kiến dự thảo nữa. Đoàn cứ ký tiếp và trình.',
    en: 'Somebody has signed these minutes, so you can no longer ask for an opinion on the draft. Continue signing, and submit.',
  },
  remark_needed: {
    vi: 'Ghi ít nhất một nhận xét, ở mục hoặc ảnh cần sửa, rồi trả lại.',
    en: 'Write at least one remark, at the field or photograph to be changed, then return it.',
  },
  draft_unchanged: {
    vi: 'Dự thảo này vừa bị trả lại và chưa có gì thay đổi. Hãy sửa theo nhận xét, hoàn thành biên bản rồi gửi lại.',
    en: 'This draft was returned and nothing has changed since. Correct it according to the remarks, finish the minutes, then send it again.',
  },
  supplement_not_asked: { vi: 'Hồ sơ không còn yêu cầu bổ sung này. Hãy đồng bộ và xem lại.', en: 'The file no longer has this request for a supplement. Sync and look again.' },
  supplement_answered: {
    vi: 'Yêu cầu bổ sung này đã được trả lời. Nội dung bạn gõ vẫn còn trên máy; hãy đồng bộ và xem lại.',
    en: 'This request for a supplement has already been answered. What you typed is kept on the phone; sync and look again.',
  },
  points_unanswered: { vi: 'Mỗi nội dung cần một câu trả lời.', en: 'Each point needs an answer.' },
  answer_too_long: { vi: 'Mỗi câu trả lời dài nhất 2000 ký tự.', en: 'An answer may have at most 2000 characters.' },
  announced_needs_minutes: {
    vi: 'Quyết định đã được công bố nên cuộc kiểm tra kết thúc bằng biên bản.',
    en: 'The decision was announced, so the inspection ends with minutes.',
  },
  decision_withdrawn: {
    vi: 'Người ban hành đã hủy bỏ quyết định này. Mọi thứ đã ghi vẫn được giữ và gửi.',
    en: 'The issuer withdrew this decision. Everything you recorded is kept and sent.',
  },
  storage_full: {
    vi: 'Bộ nhớ máy đã đầy nên chưa lưu được. Những gì đã lưu vẫn còn. Hãy giải phóng chỗ rồi làm lại.',
    en: 'The phone’s storage is full, so this was not saved. Everything saved before is still there. Free some space and try again.',
  },
  act_too_large: {
    vi: 'Nội dung quá dài để gửi trong một lần (tối đa 250 kB). Chưa ghi gì, chữ đã gõ vẫn còn: hãy rút gọn, hoặc chuyển bớt dòng sang bảng kê kèm theo.',
    en: 'The content is too long to be sent at once (at most 250 kB). Nothing was recorded; what you typed is kept: shorten it, or move rows to an attached list.',
  },
  text_not_allowed: {
    vi: 'Có ký tự không ghi được. Hãy xóa ký tự lạ rồi làm lại.',
    en: 'There is a character that cannot be recorded. Remove unusual characters and try again.',
  },
} satisfies Record<string, Text>;

/** Makes a Trouble of ours by its code. */
export function trouble(code: keyof typeof TEXTS): Trouble {
  return new Trouble(code, TEXTS[code]);
}

/** Makes a Trouble from a code of the state table, which may have more codes than those above. */
export function refusedBy(code: string | null): Trouble {
  return code !== null && code in TEXTS ? trouble(code as keyof typeof TEXTS) : trouble('record_closed');
}

/** Converts an error of the layers below to a Trouble that can be shown. Unknown
 * errors stay unchanged. */
export function asTrouble(error: unknown): unknown {
  if (error instanceof StorageFull) return trouble('storage_full');
  if (error instanceof ActTooLarge) return trouble('act_too_large');
  if (error instanceof NotCanonical) return trouble('text_not_allowed');
  return error;
}
