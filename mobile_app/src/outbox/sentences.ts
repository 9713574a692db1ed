/** Messages of the outbox in plain words: why something waits or failed, and what an officer can
 * do about it. */
import type { Problem, Text } from '../wire';

export const WHY = {
  noAnswer: { vi: 'Chưa liên lạc được máy chủ.', en: 'The server could not be reached.' },
  portal: {
    vi: 'Mạng này đòi đăng nhập hoặc chặn máy chủ. Hãy mở trình duyệt để đăng nhập Wi-Fi, hoặc chuyển sang mạng di động.',
    en: 'This network asks for a sign-in of its own or blocks the server. Open a browser to sign in to the Wi-Fi, or use mobile data.',
  },
  heldBack: { vi: 'Ảnh gốc chờ bạn cho phép gửi.', en: 'Original photographs wait until you allow sending.' },
  unconfirmed: {
    vi: 'Đã gửi hết; đang chờ máy chủ xác nhận đã lưu. Ảnh vẫn được giữ trên máy.',
    en: 'Fully sent; waiting for the server to confirm that it is stored. The photograph is kept on the phone.',
  },
  dismissed: {
    vi: 'Người có thẩm quyền đã xem và không đưa vào hồ sơ; mục vẫn được giữ ở máy chủ, không có hiệu lực.',
    en: 'A supervisor looked at it and did not admit it; it is kept on the server, without effect.',
  },
  begunAnew: { vi: 'Lượt gửi trước không còn; đang gửi lại từ đầu.', en: 'The previous upload no longer exists; sending starts again from the beginning.' },
} as const;

/** Why a step of this phone waits after a restore: the server lacks something that another
 * officer's phone had sent. */
export function othersToCome(lacking: Text): Text {
  return {
    vi: `Máy chủ vừa được khôi phục và còn thiếu ${lacking.vi} do điện thoại của đồng nghiệp gửi. Hãy nhắc cả đoàn mở ứng dụng khi có mạng; không cần ký hay trình lại. Ứng dụng chờ tối đa ba ngày.`,
    en: `The server was restored and still lacks ${lacking.en} that colleagues’ phones sent. Ask the whole team to open the app where there is a connection; there is no need to sign or submit again. The app waits for three days at most.`,
  };
}

export const DO = {
  nothing: { vi: 'Ứng dụng tự gửi lại.', en: 'The app sends it again automatically.' },
  sendOriginals: {
    vi: 'Khi có Wi-Fi, bấm «Gửi cả … ảnh gốc đang giữ» ở đầu màn hình.',
    en: 'When there is Wi-Fi, press “Also send the … originals held back” at the top of the screen.',
  },
  owner: {
    vi: 'Ứng dụng tự gửi lại khi Trưởng Đoàn giao bạn lập biên bản. Hãy báo Trưởng Đoàn nếu bạn là người lập.',
    en: 'The app sends it again automatically once the leader entrusts the minutes to you. Tell the leader if you are the one who draws them up.',
  },
  beside: {
    vi: 'Nội dung được để bên cạnh cho cả đoàn đọc; có hiệu lực khi Trưởng Đoàn giao bạn lập biên bản.',
    en: 'It is kept alongside for the whole team to read, and takes effect when the leader entrusts the minutes to you.',
  },
  supervisor: { vi: 'Người có thẩm quyền sẽ xem và quyết định; không cần gửi lại.', en: 'A supervisor will look at it and decide; you do not need to send it again.' },
} as const;

/** A problem that the phone itself found, in the shape of the server's problems. */
export function ownProblem(code: string, text: Text): Problem {
  return { type: 'about:blank', title: text.en, status: 0, code, text, retryable: false, detail: null };
}

export const RECEIPT_WRONG = ownProblem('receipt_wrong', {
  vi: 'Biên nhận của máy chủ không khớp hoặc không đúng chữ ký. Dữ liệu được giữ nguyên trên máy.',
  en: 'The server’s receipt does not match, or its signature is wrong. Everything is kept on the phone.',
});

export const BYTES_DAMAGED = ownProblem('bytes_damaged', {
  vi: 'Tệp ảnh trên máy không còn đọc được hoặc khác mã băm lúc chụp.',
  en: 'The photograph on this phone cannot be read, or differs from the hash made when it was taken.',
});

/** Answers that no further attempt can change: the file was submitted or approved and stays so, a colleague
 * has answered the request, or the draft is no longer the one to answer. */
export const FINAL: ReadonlySet<string> = new Set(['approved_meanwhile', 'file_submitted', 'supplement_answered', 'draft_answered', 'draft_other']);

const REMEDIES: Record<string, Text> = {
  approved_meanwhile: {
    vi: 'Không cần gửi lại. Hãy báo Trưởng Đoàn hoặc người có thẩm quyền nếu bản đã phê duyệt còn thiếu hoặc sai.',
    en: 'You do not need to send it again. If the approved version is incomplete or wrong, tell the leader or the supervisor.',
  },
  file_submitted: {
    vi: 'Không cần gửi lại: hồ sơ đã được trình theo bản khác. Hãy đọc bản đã trình; nếu còn thiếu hoặc sai, báo Trưởng Đoàn hoặc người có thẩm quyền.',
    en: 'You do not need to send it again: the file was submitted with other minutes. Read what was submitted; if it is incomplete or wrong, tell the leader or the supervisor.',
  },
  supplement_answered: {
    vi: 'Không cần gửi lại. Đọc nội dung của bạn ở màn hình cuộc kiểm tra; còn gì chưa ai trả lời thì báo người có thẩm quyền.',
    en: 'You do not need to send it again. Read your answers on the inspection’s screen; if something has not been answered by anybody, tell the supervisor.',
  },
  draft_answered: {
    vi: 'Không cần gửi lại: ý kiến đến trước đã có hiệu lực với dự thảo này.',
    en: 'You do not need to send it again: an earlier opinion already applies to this draft.',
  },
  draft_other: {
    vi: 'Không cần gửi lại. Đoàn đã gửi dự thảo khác: hãy mở Việc của tôi và xem bản mới.',
    en: 'You do not need to send it again. The team sent another draft: open My work and look at the newer one.',
  },
  receipt_wrong: {
    vi: 'Hãy báo quản trị hệ thống; đừng xóa ứng dụng.',
    en: 'Tell the administrator; do not delete the app.',
  },
  bytes_damaged: {
    vi: 'Hãy chụp lại nếu còn ở hiện trường, và báo quản trị.',
    en: 'Take it again if you are still on site, and tell the administrator.',
  },
  record_unknown: {
    vi: 'Máy chủ chưa có cuộc kiểm tra này. Ứng dụng tự gửi lại; nếu kéo dài, hãy báo đơn vị.',
    en: 'The server does not have this inspection yet. The app sends it again automatically; if this continues, tell your unit.',
  },
  not_announced: { vi: 'Hãy công bố quyết định trước, rồi trình lại.', en: 'Announce the decision first, then submit again.' },
  device_doubt: { vi: 'Hãy đăng nhập lại, rồi bấm «Thử lại».', en: 'Sign in again, then press “Try again”.' },
  upload_too_large: {
    vi: 'Ảnh được giữ trên máy. Hãy xuất tệp chưa gửi để chuyển tại bàn làm việc.',
    en: 'The photograph stays on the phone. Export a rescue file and hand it in at the desk.',
  },
  leader_not_signed: { vi: 'Hãy lấy chữ ký của Trưởng Đoàn, rồi trình lại.', en: 'Collect the leader’s signature, then submit again.' },
  subject_not_signed: {
    vi: 'Hãy lấy chữ ký; nếu từ chối hoặc vắng mặt thì lấy chữ ký xác nhận theo Điều 18 Thông tư 27/2020/TT-BCT, rồi trình lại.',
    en: 'Collect the signature; if the party refuses or is absent, the certifying signatures of Circular 27/2020 Art 18; then submit again.',
  },
};
const REBUILT = ['minutes_not_in_force', 'photos_not_in_force', 'signatures_unknown', 'places_unknown', 'revision_wrong', 'signatures_of_other_minutes'];
const OURS = ['act_malformed', 'act_unsigned', 'act_id_not_uuid7', 'act_type_misplaced', 'not_a_desk_act', 'batch_malformed', 'upload_malformed'];

/** What to do about a problem, by its code. */
export function remedy(code: string): Text {
  const known = REMEDIES[code];
  if (known) return known;
  if (REBUILT.includes(code)) {
    return { vi: 'Mở lại cuộc kiểm tra, xem lại và trình lần nữa.', en: 'Open the inspection, review it and submit again.' };
  }
  if (OURS.includes(code)) {
    return {
      vi: 'Lỗi của ứng dụng. Hãy cập nhật ứng dụng rồi bấm «Thử lại»; nội dung vẫn được giữ.',
      en: 'An error in the app. Update it, then press “Try again”; the content is kept.',
    };
  }
  return {
    vi: 'Nội dung vẫn được giữ trên máy. Hãy báo Trưởng Đoàn hoặc đơn vị, hoặc xuất tệp chưa gửi.',
    en: 'The content is kept on the phone. Tell the leader or your unit, or export a rescue file.',
  };
}
