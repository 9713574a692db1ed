/** Everything that prevents a submission, in words and with the screen on which it
 * can be corrected.
 *
 * Mirrors the server's refusals (states.ts, submission-rules.ts), but reports all of them and not
 * only the first. It adds what only the phone knows: text that is typed but not written, fields
 * that the form would not accept, a visit without any position.
 */
import type { Text } from '../wire';
import { composed, same } from './canonical-json';
import { judged } from './bounds';
import { captionAtShot } from './captions';
import { labelAt, withoutCleared, type Schema } from './form';
import { photosOf } from './inspection';
import { isFinal, isNewer, mineBeside, ownerName, owns } from './minutes-flow';
import type { LocalInspection, LocalMinutes, Obstacle } from './model';
import { openRemarks } from './remarks';
import { step } from './states';
import { USUAL_FORM, missingUnder, ruleOf, tellsAbsence } from './submission-rules';

/** Beginning of the caption of a photograph that says why there is no position. The caption is
 * signed evidence and reaches the desk. */
export const NO_PLACE_CAPTION = 'Không có vị trí:';

/** Returns what prevents the submission now, in the order of a visit.
 *
 * `schema` is the form of the draft, else of the minutes in force. It is null if the form is not on
 * this phone; then nothing can be submitted.
 */
export function obstaclesOf(local: LocalInspection, schema: Schema | null): Obstacle[] {
  const stopped = stoppedBy(local);
  if (stopped) return [stopped];
  return [
    ...beginningObstacles(local, schema),
    ...(hasPlace(local) ? [] : [obstacle('place_missing', 'place')]),
    ...remarkObstacles(local),
    ...minutesObstacles(local, schema),
    ...signatureObstacles(local),
  ];
}

/** Returns what should be looked at before submitting but does not prevent it: inspection
 * minutes without a photograph. */
export function warningsOf(local: LocalInspection): Obstacle[] {
  const form = local.minutes?.form ?? local.draft?.form ?? USUAL_FORM;
  return form === 'BB-KT' && !photosOf(local).some((photo) => photo.inForce) ? [obstacle('no_photographs', 'photos')] : [];
}

/** Whether the draft equals the minutes in force, so that nothing typed is left out. True
 * without a draft. */
export function isWritten(local: LocalInspection, schema: Schema | null): boolean {
  // If this officer does not own the minutes, people sign the owner's, whatever this
  // officer is typing.
  if (!local.draft || (!owns(local) && local.minutes !== null)) return true;
  return writtenOf(local, schema) !== null;
}

/** The minutes that equal the draft: those in force, or this officer's minutes beside. Null if
 * there are none. */
export function writtenOf(local: LocalInspection, schema: Schema | null): LocalMinutes | null {
  const { draft } = local;
  if (!draft) return local.minutes;
  const says = (text: LocalMinutes | null): boolean => {
    if (text === null) return false;
    if (draft.writtenAs === text.id) return true;
    if (!schema || draft.form !== text.form || draft.formVersion !== text.formVersion) return false;
    return same(fieldsToWrite(schema, draft.fields), text.fields);
  };
  return [local.minutes, owns(local) && !isFinal(local) ? null : mineBeside(local)].find(says) ?? null;
}

/** The fields of a draft as minutes hold them: text in NFC, without fields that were cleared. */
export function fieldsToWrite(schema: Schema, fields: Record<string, unknown>): Record<string, unknown> {
  return composed(withoutCleared(schema, fields));
}

/** What the form finds wrong, each with its field and the field's label on the paper. */
export function findingsOf(schema: Schema, fields: Record<string, unknown>): Obstacle[] {
  return judged(schema, fields).map(([field, text]) => {
    const label = labelAt(schema, field);
    return { code: 'form_invalid', text: { vi: `${label.vi}: ${text.vi}`, en: `${label.en}: ${text.en}` }, screen: 'minutes', field };
  });
}

/** The only obstacle, if the state allows no submission: nothing on the other screens
 * would change that. */
function stoppedBy(local: LocalInspection): Obstacle | null {
  if (local.gone) return obstacle('not_assigned', 'minutes');
  if (isFinal(local)) return obstacle('file_submitted', 'minutes');
  if (local.state === 'submitted' || local.state === 'approved') return obstacle('already_submitted', 'minutes');
  const cell = step(local.state, 'inspection.submitted', local.view.minutes_flow);
  if (cell.effect !== 'refused' || cell.code === 'not_announced') return isNewer(local) && !owns(local) ? ofAnother(ownerName(local)) : null;
  return obstacle(cell.code ?? 'record_closed', 'minutes');
}

function beginningObstacles(local: LocalInspection, schema: Schema | null): Obstacle[] {
  if (local.state === 'decided') return [obstacle('not_opened', 'place')];
  const form = local.draft && !isWritten(local, schema) ? local.draft.form : (local.minutes?.form ?? USUAL_FORM);
  return ruleOf(form).announced && local.announcedAt === null ? [obstacle('not_announced', 'place')] : [];
}

/** Whether there is a position, or a photograph that says why there is none. */
export function hasPlace(local: LocalInspection): boolean {
  return local.places.length > 0 || photosOf(local).some((photo) => photo.inForce && [photo.caption, captionAtShot(photo)].some((caption) => (caption ?? '').startsWith(NO_PLACE_CAPTION)));
}

/** Every remark of the return has to be corrected or answered, so that none is overlooked. */
function remarkObstacles(local: LocalInspection): Obstacle[] {
  const count = openRemarks(local).length;
  if (count === 0) return [];
  const text = {
    vi: `Còn ${count} nhận xét chưa sửa và chưa trả lời. Hãy sửa, bấm "Đã sửa" hoặc ghi câu trả lời cho từng nhận xét.`,
    en: `Remarks neither acted on nor answered: ${count}. For each one, make the correction, press "Corrected", or write an answer.`,
  };
  return [{ code: 'remarks_open', text, screen: 'review', field: null }];
}

function minutesObstacles(local: LocalInspection, schema: Schema | null): Obstacle[] {
  const { draft, minutes } = local;
  const fields = draft?.fields ?? minutes?.fields;
  if (!fields) return [obstacle('minutes_missing', 'minutes')];
  if (!schema) return [obstacle('form_missing', 'minutes')];
  const findings = findingsOf(schema, fieldsToWrite(schema, fields));
  if (findings.length > 0) return findings;
  return isWritten(local, schema) ? [] : [obstacle('minutes_not_written', 'minutes')];
}

function signatureObstacles({ minutes, signatures }: LocalInspection): Obstacle[] {
  // Before there are minutes nobody can sign: minutes_missing or minutes_not_written says enough.
  if (!minutes) return [];
  const missing = missingUnder(minutes, signatures);
  const witnessed = tellsAbsence(minutes.form, minutes.fields);
  // The minutes say why nobody of the authority was there: at least a witness signs.
  return missing.map((code) => obstacle(code === 'authority_not_signed' && witnessed ? 'witness_not_signed' : code, 'signatures'));
}

function obstacle(code: string, screen: Obstacle['screen']): Obstacle {
  return { code, text: TEXTS[code] ?? UNKNOWN, screen, field: null };
}

function ofAnother(who: string): Obstacle {
  const text = {
    vi: `${who} lập và trình biên bản của cuộc kiểm tra này. Nội dung bạn viết được để bên cạnh.`,
    en: `${who} draws up and submits the minutes of this inspection. What you write is kept alongside.`,
  };
  return { code: 'not_minutes_owner', text, screen: 'minutes', field: null };
}

const UNKNOWN: Text = { vi: 'Chưa trình được.', en: 'It cannot be submitted yet.' };

const TEXTS: Record<string, Text> = {
  not_opened: { vi: 'Chưa bắt đầu cuộc kiểm tra này.', en: 'This inspection has not begun.' },
  not_announced: {
    vi: 'Chưa công bố quyết định kiểm tra. Hãy công bố trước khi trình.',
    en: 'The decision was not announced. Announce it before submitting.',
  },
  place_missing: {
    vi: `Chưa có vị trí nào. Hãy lấy vị trí; nếu không được, chụp biển địa chỉ và ghi chú thích ảnh "${NO_PLACE_CAPTION} …" kèm lý do.`,
    en: `There is no position yet. Take one; if that fails, photograph the address plate with the caption "${NO_PLACE_CAPTION} …" and the reason.`,
  },
  minutes_missing: { vi: 'Chưa lập biên bản.', en: 'There are no minutes yet.' },
  form_missing: {
    vi: 'Máy này chưa có mẫu biên bản. Hãy đồng bộ khi có mạng.',
    en: 'The form is not on this phone. Sync when there is a connection.',
  },
  minutes_not_written: {
    vi: 'Nội dung đã sửa chưa có trong biên bản đã hoàn thành. Hãy bấm "Hoàn thành biên bản", rồi ký lại.',
    en: 'Your changes are not in the finished minutes. Press "Finish the minutes", then sign again.',
  },
  leader_not_signed: {
    vi: 'Trưởng Đoàn chưa ký biên bản (Điều 18 Thông tư 27/2020/TT-BCT).',
    en: 'The leader has not signed the minutes (Circular 27/2020 Art 18).',
  },
  subject_not_signed: {
    vi: 'Tổ chức, cá nhân được kiểm tra chưa ký. Nếu từ chối: ghi lý do, đại diện UBND hoặc công an cấp xã hoặc người chứng kiến ký xác nhận. Nếu vắng mặt, trốn tránh: cần chữ ký của đại diện UBND hoặc công an cấp xã và người chứng kiến (khoản 3 Điều 18 Thông tư 27/2020/TT-BCT).',
    en: "The inspected party has not signed. If it refuses: record the reason, and the commune People's Committee or police, or a witness, signs to certify it. If it is absent or evades: the commune People's Committee or police and a witness must sign (Circular 27/2020 Art 18.3).",
  },
  authority_not_signed: {
    vi: 'Đại diện UBND hoặc công an cấp xã chưa ký (Điều 16 Thông tư 27/2020/TT-BCT). Đã mời mà không có thì ghi lý do vào biên bản, hoàn thành lại, lấy chữ ký người chứng kiến và báo cáo người ban hành.',
    en: "The commune People's Committee or police has not signed (Circular 27/2020 Art 16). If they were asked and did not come, give the reason in the minutes, finish them again, have a witness sign and report to the issuer.",
  },
  witness_not_signed: {
    vi: 'Biên bản ghi không có đại diện UBND hoặc công an cấp xã: ít nhất phải có chữ ký người chứng kiến.',
    en: "The minutes say that nobody of the commune People's Committee or police was there: at least a witness has to sign.",
  },
  not_assigned: {
    vi: 'Máy chủ không còn giao cuộc kiểm tra này cho bạn nên chưa trình được. Mọi thứ đã ghi vẫn còn trên máy và vẫn được gửi; hãy báo người có thẩm quyền.',
    en: 'The server no longer assigns this inspection to you, so you cannot submit it. Everything you recorded is kept and will still be sent; tell your supervisor.',
  },
  already_submitted: {
    vi: 'Đã trình. Ảnh và vị trí thêm sau là phần bổ sung, không cần trình lại; muốn sửa biên bản thì hoàn thành biên bản mới.',
    en: 'Submitted. Photographs and positions added later are additions, and you do not need to submit again; to change the minutes, finish new minutes.',
  },
  file_submitted: {
    vi: 'Đã trình. Biên bản đã ký là bản cuối cùng; ảnh và giấy tờ thêm sau là phần bổ sung.',
    en: 'Submitted. The signed minutes are final; photographs and papers added later are additions.',
  },
  decision_withdrawn: {
    vi: 'Người ban hành đã hủy bỏ quyết định này nên không trình được. Mọi thứ đã ghi vẫn được giữ và gửi.',
    en: 'The issuer withdrew this decision, so you cannot submit. Everything you recorded is kept and sent.',
  },
  record_closed: { vi: 'Hồ sơ không được phê duyệt và đã đóng.', en: 'The file was refused and is closed.' },
  inspection_discarded: {
    vi: 'Cuộc kiểm tra này đã được ghi là “Không kiểm tra”. Hãy bắt đầu lại trước khi trình.',
    en: 'This inspection was recorded as not inspected. Begin it again before submitting.',
  },
  no_photographs: { vi: 'Chưa có ảnh nào trong cuộc kiểm tra này.', en: 'This inspection has no photograph.' },
};
