/** Scenes by name: every state of the shell that is worth looking at, each with an address and
 * the engine's state. */
import { RETURNED, UNHEARD, WAITING, WAITS_FIRST } from './fake-decisions';
import { DRAFT, STORED } from './fake-filings';
import { INFORMATIONS, tellInformations } from './fake-informations';
import { tellStrays } from './fake-strays';
import { DO, othersToCome } from '../../src/outbox/sentences';
import { fromSheet, withPaper } from './decision-papers';
import { calm, day, items, known, told, PAPERS, type Fake } from './fake-services';

export interface Scene {
  path: string;
  set?: (fake: Fake) => void;
}

const unsent = { ...calm, waitingActs: 3, waitingPhotos: 12, waitingBytes: 34_000_000, reached: false, nextTryAt: '2026-11-24T02:45:00Z' };
const at = (index: number): string => `/app/inspections/${day[index]?.id ?? ''}`;

const decided = (changed: 'no' | 'amended' | 'withdrawn') => ({ set }: Fake): void => void (set.all.value = day.map((each, index) => (index === 2 ? withPaper(each, changed) : each)));

export const scenes: Record<string, Scene> = {
  install: {
    path: '/app/',
    set: ({ set }) => {
      set.access.value = { state: 'empty' };
      set.standalone.value = false;
    },
  },
  'sign-in-clock': {
    path: '/app/',
    set: ({ set }) => {
      set.access.value = { state: 'empty' };
      set.clock.value = { state: 'off', offMs: -7_200_000 };
    },
  },
  'sign-in': { path: '/app/', set: ({ set }) => void (set.access.value = { state: 'empty' }) },
  'set-pin': { path: '/app/', set: ({ set }) => void (set.access.value = { state: 'locked', officers: [known({ pinMissing: true })] }) },
  unlock: { path: '/app/', set: ({ set }) => void (set.access.value = { state: 'locked', officers: [known({ unsent: 3 })] }) },
  'unlock-two': {
    path: '/app/',
    set: ({ set }) => void (set.access.value = { state: 'locked', officers: [known(), known({ id: 'other', fullName: 'Trần Thị Bình', username: 'binh.tt', unsent: 7 })] }),
  },
  'unlock-blocked': { path: '/app/', set: ({ set }) => void (set.access.value = { state: 'locked', officers: [known({ pinBlocked: true, unsent: 3 })] }) },
  veiled: { path: '/app/', set: ({ set }) => void (set.veiled.value = true) },
  home: { path: '/app/', set: ({ set }) => void (set.summary.value = unsent) },
  'home-calm': { path: '/app/' },
  scan: { path: '/app/scan' },
  'home-empty': { path: '/app/', set: ({ set }) => void (set.all.value = []) },
  'home-warned': {
    path: '/app/',
    set: ({ set }) => {
      set.standalone.value = false;
      set.clockOffsetMs.value = -172_800_000;
      set.oldestUnsent.value = '2026-11-20T00:00:00Z';
      set.updateReady.value = true;
      set.signInNeeded.value = { vi: 'Phiên làm việc đã hết. Bạn vẫn làm việc được; hãy đăng nhập lại để gửi.', en: 'The session has ended. You can go on working; sign in again to send.' };
      set.summary.value = { ...unsent, stopped: set.signInNeeded.value };
    },
  },
  'home-told': {
    path: '/app/',
    set: ({ set }) => void (set.notices.value = [told('missed'), told('last_day'), told('half', { rule: 'D04' }), told('lapsed', { rule: 'D19' })]),
  },
  'home-new-device': {
    path: '/app/',
    set: ({ set }) =>
      void (set.things.value = [
        {
          id: 'n1',
          kind: 'device',
          record_id: 'd9',
          title: { vi: 'Tài khoản của bạn vừa dùng trên thiết bị mới', en: 'Your account is used on a new device' },
          text: {
            vi: 'Đã đăng nhập bằng tài khoản của Nguyễn Văn An trên thiết bị “Galaxy A15”, lần đầu. Nếu không phải bạn, hãy báo ngay thủ trưởng hoặc người quản trị để thu hồi thiết bị và cấp lại mật khẩu.',
            en: 'The account of Nguyễn Văn An was used to sign in on the device “Galaxy A15” for the first time. If that was not you, tell your head or an administrator at once, so that the device is revoked and your password is reset.',
          },
          at: '2026-11-24T02:45:00Z',
        },
      ]),
  },
  'home-things': {
    path: '/app/',
    set: ({ set }) =>
      void (set.things.value = ['overdue', 'returned', 'supplement', 'agreed', 'assigned', 'a kind of a newer server'].map((about, index) => ({
        id: `n${index}`,
        kind: 'submission',
        about,
        record_id: day[index % 2]?.id ?? '',
        urgent: index === 0,
        title: { vi: 'Yêu cầu bổ sung hồ sơ kiểm tra', en: 'A supplement to the inspection file is asked for' },
        text: {
          vi: 'Vũ Hương Giang yêu cầu bổ sung hồ sơ kiểm tra Công ty Cổ phần Dược mỹ phẩm Lá Thử (01000013/QĐ-KT): xem từng điểm và trả lời trên điện thoại.',
          en: 'Vũ Hương Giang asks for a supplement to the file on Công ty Cổ phần Dược mỹ phẩm Lá Thử (01000013/QĐ-KT): see each point and answer on the phone.',
        },
        at: '2026-11-24T02:45:00Z',
      }))),
  },
  'waits-for': {
    path: at(3),
    set: ({ set }) =>
      void (set.all.value = day.map((each, index) =>
        index === 3
          ? {
              ...each,
              view: {
                ...each.view,
                minutes_flow: 2,
                waits_for: {
                  step: { vi: 'Đồng ý nội dung trình', en: 'Agree' },
                  offices: [{ vi: 'Người đứng đầu Chi cục Quản lý thị trường thành phố Hà Nội', en: 'Head of Market Surveillance Sub-Department of Hà Nội' }],
                  names: ['Vũ Hương Giang', 'Đỗ Thanh Hải'],
                  since: '2026-11-24T02:45:00Z',
                  due_at: '2026-11-25T02:45:00Z',
                },
              },
            }
          : each,
      )),
  },
  assignment: { path: at(2) },
  'assignment-amended': { path: at(2), set: decided('amended') },
  decision: { path: `${at(2)}/decision`, set: decided('no') },
  'decision-amended': { path: `${at(2)}/decision`, set: decided('amended') },
  'decision-withdrawn': { path: `${at(2)}/decision`, set: decided('withdrawn') },
  'decision-shown': { path: `${at(2)}/decision/show`, set: decided('amended') },
  'by-hand': { path: '/app/begin-by-hand' },
  sheets: { path: `${at(1)}/sheets`, set: ({ set }) => void (set.all.value = day.map((each, index) => (index === 1 ? fromSheet(each, null) : each))) },
  'sheets-differ': { path: `${at(2)}/sheets`, set: ({ set }) => void (set.all.value = day.map((each, index) => (index === 2 ? fromSheet(each, 'differs') : each))) },
  'decision-without-paper': { path: `${at(2)}/decision` },
  'assignment-refused': {
    path: at(2),
    set: ({ set }) =>
      void (set.mayBegin.value = [{ code: 'no_room', text: { vi: 'Điện thoại gần hết bộ nhớ. Hãy xóa bớt tệp hoặc ứng dụng khác, rồi thử lại.', en: 'The phone is nearly full. Delete other files or apps, then try again.' }, screen: 'photos', field: null }]),
  },
  visit: { path: at(1), set: ({ set }) => void (set.summary.value = { ...unsent, sending: true, reached: true }) },
  returned: { path: at(0) },
  'returned-answered': {
    path: at(0),
    set: ({ set }) => void (set.all.value = day.map((each, index) => (index === 0 ? { ...each, photos: each.photos.map((photo) => ({ ...photo, withdrawn: 'Ảnh mờ.' })) } : each))),
  },
  gone: { path: at(1), set: ({ set }) => void (set.all.value = day.map((each, index) => (index === 1 ? { ...each, gone: true as const } : each))) },
  submitted: { path: at(3) },
  'not-here': { path: '/app/inspections/none' },
  propose: { path: '/app/propose' },
  proposal: { path: `/app/proposals/${RETURNED}` },
  'to-sign': { path: '/app/decisions' },
  'sign-decision': { path: `/app/decisions/${WAITING}` },
  'sign-decision-unheard': { path: `/app/decisions/${UNHEARD}` },
  'sign-decision-waits': { path: `/app/decisions/${WAITS_FIRST}` },
  outbox: {
    path: '/app/outbox',
    set: ({ set }) => {
      set.items.value = items;
      set.summary.value = { ...unsent, heldBack: 2, needsAttention: 1 };
    },
  },
  'outbox-awaits': {
    path: '/app/outbox',
    set: ({ set }) => {
      const why = othersToCome({ vi: 'chữ ký', en: 'signatures' });
      set.items.value = items.slice(0, 1).map((each) => ({ ...each, state: 'waiting' as const, why, whatToDo: DO.nothing, awaited: true as const }));
      set.summary.value = { ...calm, waitingActs: 1 };
    },
  },
  'outbox-empty': { path: '/app/outbox' },
  'outbox-strays': { path: '/app/outbox', set: tellStrays },
  rescue: { path: '/app/rescue', set: ({ set }) => void (set.summary.value = unsent) },
  informations: { path: '/app/informations', set: tellInformations },
  'informations-none': { path: '/app/informations' },
  'information-new': { path: `/app/informations/new/${INFORMATIONS.draft}`, set: tellInformations },
  'information-clock': {
    path: `/app/informations/new/${INFORMATIONS.draft}`,
    set: (services) => {
      tellInformations(services);
      services.set.clock.value = { state: 'off', offMs: 7_200_000 };
    },
  },
  'information-unsure': {
    path: `/app/informations/new/${INFORMATIONS.draft}`,
    set: (services) => {
      tellInformations(services);
      services.set.clock.value = { state: 'unknown' };
    },
  },
  'information-waits': { path: `/app/informations/${INFORMATIONS.waits}`, set: tellInformations },
  'information-refused': { path: `/app/informations/${INFORMATIONS.refused}`, set: tellInformations },
  'information-registered': { path: `/app/informations/${INFORMATIONS.registered}`, set: tellInformations },
  reference: { path: '/app/reference' },
  'search-system': { path: '/app/reference', set: ({ searching }) => void (searching.typed.value = 'hoa sen') },
  'search-phone': { path: '/app/reference', set: ({ searching }) => void (searching.typed.value = 'hoa sen duong') },
  'search-none': { path: '/app/reference', set: ({ searching }) => void (searching.typed.value = 'khong co gi') },
  'search-wrong': { path: '/app/reference', set: ({ searching }) => void (searching.typed.value = '%$#') },
  'look-up': { path: '/app/reference/number' },
  relation: { path: `${at(2)}/relation` },
  business: { path: '/app/reference/business/b1' },
  violation: { path: '/app/reference/violation/ND98-15-1-a' },
  settings: { path: '/app/settings', set: ({ set }) => void (set.summary.value = unsent) },
  filings: { path: `${at(1)}/filings`, set: ({ set }) => void (set.summary.value = { ...unsent, waitingDocuments: 2 }) },
  filing: { path: `${at(1)}/filings/new/${DRAFT}` },
  'filing-stored': { path: `${at(1)}/filings/${STORED}` },
  papers: { path: `${at(1)}/papers` },
  paper: { path: `${at(1)}/papers/${PAPERS.typed}` },
  'paper-violation': { path: `${at(1)}/papers/${PAPERS.signing}` },
  'paper-signatures': { path: `${at(1)}/papers/${PAPERS.signing}/signatures` },
  'paper-sign': { path: `${at(1)}/papers/${PAPERS.signing}/sign/subject` },
  'paper-numbered': { path: `${at(1)}/papers/${PAPERS.numbered}/signatures` },
  'paper-page': { path: `${at(1)}/papers/${PAPERS.numbered}/page` },
  'not-found': { path: '/app/nowhere' },
};
