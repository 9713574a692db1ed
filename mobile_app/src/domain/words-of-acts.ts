/** Titles of acts in plain words, for the lines of the outbox and of an inspection's history. */
import type { Text } from '../wire';
import { SHORT_TITLES } from '../wire/forms';
import { isAct } from './acts';
import type { Act, ActTypeOnPhone, PaperSigner, SignerRole } from './model';

const TITLES: Record<ActTypeOnPhone, Text> = {
  'decision.hand_signed': { vi: 'Quyết định ký trên bản giấy', en: 'Decision signed by hand' },
  'inspection.opened': { vi: 'Nhận việc', en: 'Taken up' },
  'inspection.announced': { vi: 'Công bố quyết định', en: 'Decision announced' },
  'inspection.discarded': { vi: 'Không kiểm tra', en: 'Not inspected' },
  'inspection.submitted': { vi: 'Trình hồ sơ', en: 'Minutes submitted' },
  'place.fixed': { vi: 'Vị trí', en: 'Position' },
  'photo.taken': { vi: 'Ảnh', en: 'Photograph' },
  'photo.withdrawn': { vi: 'Loại ảnh khỏi hồ sơ', en: 'Photograph withdrawn' },
  'photo.captioned': { vi: 'Chú thích ảnh', en: 'Caption of photograph' },
  'minutes.written': { vi: 'Biên bản', en: 'Minutes' },
  'person.signed': { vi: 'Chữ ký trên màn hình', en: 'Signature drawn on screen' },
  'document.written': { vi: 'Biên bản tại chỗ', en: 'Paper made on site' },
  'document.signed': { vi: 'Chữ ký trên màn hình', en: 'Signature drawn on screen' },
  'document.numbered': { vi: 'Số biên bản', en: 'Number of a paper' },
  'minutes.numbered': { vi: 'Số biên bản kiểm tra', en: 'Number of the minutes' },
  'document.filed': { vi: 'Tài liệu thu được', en: 'Document obtained' },
  'document.struck': { vi: 'Gạch bỏ tài liệu', en: 'Document struck out' },
  'relation.none_declared': { vi: 'Xác nhận không có quan hệ', en: 'No relation declared' },
  'relation.declared': { vi: 'Khai có quan hệ', en: 'Relation declared' },
  'minutes.entrusted': { vi: 'Giao lập biên bản', en: 'Minutes entrusted' },
  'minutes.proposed': { vi: 'Xin ý kiến dự thảo biên bản', en: 'Opinion asked on the draft' },
  'minutes.set_aside': { vi: 'Để riêng một biên bản', en: 'Minutes set aside' },
  'draft.approved': { vi: 'Đồng ý dự thảo biên bản', en: 'Draft agreed to' },
  'draft.returned': { vi: 'Trả lại dự thảo biên bản', en: 'Draft returned' },
  'decision.proposed': { vi: 'Đề xuất kiểm tra', en: 'Inspection proposed' },
  'file.supplemented': { vi: 'Bổ sung hồ sơ', en: 'File supplemented' },
};

const ASKED: Text = { vi: 'Đề nghị không kiểm tra', en: 'Asked not to inspect' };

const ROLES: Record<SignerRole, Text> = {
  leader: { vi: 'Trưởng Đoàn kiểm tra', en: 'team leader' },
  member: { vi: 'thành viên Đoàn kiểm tra', en: 'team member' },
  subject: { vi: 'tổ chức, cá nhân được kiểm tra', en: 'inspected party' },
  witness: { vi: 'người chứng kiến', en: 'witness' },
  authority: { vi: 'đại diện UBND hoặc công an cấp xã', en: 'commune authority or police' },
  partner: { vi: 'cơ quan phối hợp', en: 'partner agency' },
  interpreter: { vi: 'người phiên dịch', en: 'interpreter' },
};

const PAPER_ROLES: Record<PaperSigner, Text> = {
  maker: { vi: 'người lập biên bản', en: 'maker of the paper' },
  subject: { vi: 'người vi phạm', en: 'violator' },
  authority: ROLES.authority,
  witness: ROLES.witness,
  victim: { vi: 'người bị thiệt hại', en: 'victim' },
  keeper: { vi: 'người bảo quản', en: 'keeper' },
  interpreter: ROLES.interpreter,
};

/** Short name of a paper made on site, for lists; its form's code if it has none. */
export function nameOfPaper(form: string): Text {
  return (SHORT_TITLES as Record<string, Text>)[form] ?? { vi: form, en: form };
}

/** In what capacity a person signs a paper, for use within a sentence. */
export function paperRoleWords(role: PaperSigner): Text {
  return PAPER_ROLES[role];
}

/** In what capacity a person signs minutes, for use within a sentence. */
export function roleWords(role: SignerRole): Text {
  return ROLES[role];
}

/** A title such as "Ảnh 3" or "Từ chối ký: Nguyễn Văn A (tổ chức, cá nhân được kiểm tra)".
 *
 * `photoNumber` is the photograph's place in its inspection, from 1, if the act concerns one.
 * `newer` tells that the inspection's minutes go by the newer flow.
 */
export function titleOfAct(act: Act, photoNumber: number | null = null, newer = false): Text {
  const plain = newer && isAct(act, 'inspection.discarded') ? ASKED : TITLES[act.type];
  if (isAct(act, 'document.filed')) return { vi: `${plain.vi}: ${act.content.title}`, en: `${plain.en}: ${act.content.title}` };
  if (isAct(act, 'document.written')) return nameOfPaper(act.content.form);
  if (isAct(act, 'document.numbered') || isAct(act, 'minutes.numbered')) {
    const { form, text } = act.content;
    return { vi: `Số ${text} (${nameOfPaper(form).vi})`, en: `Number ${text} (${nameOfPaper(form).en})` };
  }
  if (isAct(act, 'person.signed') || isAct(act, 'document.signed')) {
    const { name, refusal } = act.content;
    const who = isAct(act, 'document.signed') ? paperRoleWords(act.content.role) : roleWords(act.content.role);
    const what = refusal ? { vi: 'Từ chối ký', en: 'Refusal to sign' } : plain;
    return { vi: `${what.vi}: ${name} (${who.vi})`, en: `${what.en}: ${name} (${who.en})` };
  }
  if (isAct(act, 'minutes.written')) {
    const form = act.content.form;
    return { vi: `${plain.vi} ${form}`, en: `${plain.en} ${form}` };
  }
  if (photoNumber !== null && (isAct(act, 'photo.taken') || isAct(act, 'photo.withdrawn') || isAct(act, 'photo.captioned'))) {
    return { vi: `${plain.vi} ${photoNumber}`, en: `${plain.en} ${photoNumber}` };
  }
  return plain;
}
