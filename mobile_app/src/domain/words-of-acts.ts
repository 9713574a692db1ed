/** What an act is, in plain words: the lines of the outbox and of an inspection's history. */
import type { Text } from '../wire';
import { isAct } from './acts';
import type { Act, ActTypeOnPhone, SignerRole } from './model';

const TITLES: Record<ActTypeOnPhone, Text> = {
  'inspection.opened': { vi: 'Nhận việc', en: 'Taken up' },
  'inspection.announced': { vi: 'Công bố quyết định', en: 'Decision announced' },
  'inspection.discarded': { vi: 'Bỏ cuộc kiểm tra', en: 'Visit discarded' },
  'inspection.submitted': { vi: 'Nộp biên bản', en: 'Minutes submitted' },
  'place.fixed': { vi: 'Vị trí', en: 'Position' },
  'photo.taken': { vi: 'Ảnh', en: 'Photograph' },
  'photo.withdrawn': { vi: 'Rút ảnh', en: 'Photograph withdrawn' },
  'minutes.written': { vi: 'Biên bản', en: 'Minutes' },
  'person.signed': { vi: 'Chữ ký', en: 'Signature' },
};

const ROLES: Record<SignerRole, Text> = {
  leader: { vi: 'Trưởng Đoàn kiểm tra', en: 'team leader' },
  member: { vi: 'thành viên Đoàn kiểm tra', en: 'team member' },
  subject: { vi: 'bên được kiểm tra', en: 'inspected party' },
  witness: { vi: 'người chứng kiến', en: 'witness' },
  authority: { vi: 'đại diện UBND hoặc công an cấp xã', en: 'commune authority or police' },
  partner: { vi: 'cơ quan phối hợp', en: 'partner agency' },
  interpreter: { vi: 'người phiên dịch', en: 'interpreter' },
};

/** In what capacity a person signs, within a sentence. */
export function roleWords(role: SignerRole): Text {
  return ROLES[role];
}

/** A title such as "Ảnh 3" or "Từ chối ký: Nguyễn Văn A (bên được kiểm tra)".
 * `photoNumber` is the photograph's place in its inspection, from 1, where the act is about one. */
export function titleOfAct(act: Act, photoNumber: number | null = null): Text {
  const plain = TITLES[act.type];
  if (isAct(act, 'person.signed')) {
    const { name, refusal, role } = act.content;
    const who = roleWords(role);
    const what = refusal ? { vi: 'Từ chối ký', en: 'Refusal to sign' } : plain;
    return { vi: `${what.vi}: ${name} (${who.vi})`, en: `${what.en}: ${name} (${who.en})` };
  }
  if (isAct(act, 'minutes.written')) {
    const form = act.content.form;
    return { vi: `${plain.vi} ${form}`, en: `${plain.en} ${form}` };
  }
  if (photoNumber !== null && (isAct(act, 'photo.taken') || isAct(act, 'photo.withdrawn'))) {
    return { vi: `${plain.vi} ${photoNumber}`, en: `${plain.en} ${photoNumber}` };
  }
  return plain;
}
