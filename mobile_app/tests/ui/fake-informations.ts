/** Information for looking at its screens: the server is not reached. */
import { signal, type Signal } from '@preact/signals';
import type { Informations, OwnInformation } from '../../src/app/information-services';
import { emptyInformation, type InformationDraft, type QueuedInformation, type SealedPart, type SentPhoto, type Typed } from '../../src/domain/informations';

/** Businesses around the place where the trial's phone is. */
export const LANDMARKS = ['Tạp hóa Hoa Sen', 'Hộ kinh doanh Minh Phát', 'Nhà thuốc Ba Đình', 'Cửa hàng Điện máy Hàng Than'].map((name, at) => ({ id: `l${at}`, name, latitude_e7: 210_283_000 + at * 9_000, longitude_e7: 1_058_540_000 + ((at * 7) % 4) * 8_000 }));

/** `done` notes what was asked for. */
export const fakeInformations = (done: (what: string) => Promise<void>): Informations => ({
  drafts: signal([]),
  queued: signal([]),
  registered: signal([]),
  read: signal(true),
  maySeal: signal(true),
  begin: async () => {
    await done('beginInformation');
    return 'draft';
  },
  save: () => done('saveInformation'),
  sealAccount: () => done('sealAccount'),
  sealInformant: () => done('sealInformant'),
  sealPoint: () => done('sealPoint'),
  dropText: () => done('dropText'),
  addPhoto: () => done('addInformationPhoto'),
  adopt: async () => {
    await done('adoptPhoto');
    return 'draft';
  },
  dropPhoto: () => done('dropInformationPhoto'),
  drop: () => done('dropInformation'),
  register: () => done('registerInformation'),
  mend: () => done('mendInformation'),
  retryPhoto: () => done('retryInformationPhoto'),
  send: () => done('sendInformations'),
});

export const INFORMATIONS = { draft: 'information-draft', waits: 'information-waits', refused: 'information-refused', registered: 'information-registered' };
const AT = '2026-11-24T02:40:00Z';
const typed: Typed = {
  ...emptyInformation(AT), source: 'tip', summary: 'Phản ánh cơ sở bán rượu không nhãn tại phố Hàng Than, tối nào cũng có xe chở hàng đến.', urgent: 'Chủ cơ sở sắp chuyển hàng đi trong đêm.', goods: 'Rượu trắng đóng can 20 lít', fields: ['labels', 'origin'], place: 'Số 5 phố Hàng Than, phường Ba Đình, Hà Nội', aboutOfficer: 'no',
  suspects: [{ subjectId: null, kind: 'household', name: 'Hộ kinh doanh Minh Phát', address: 'Số 5 phố Hàng Than', taxCode: '' }],
};
const texts: SealedPart[] = [{ id: 'account', kind: 'account', keyId: 'key', sealed: 'YWdl', at: AT }];
const photo = (id: string, changed: Partial<SentPhoto> = {}): SentPhoto => ({ id, keyId: 'key', sha256: '0'.repeat(64), size: 1_800_000, at: AT, takenAt: null, pieces: 1, problem: null, forgotten: false, ...changed });
const queued = (id: string, changed: Partial<QueuedInformation>): QueuedInformation => ({ id, typed, texts, photos: [], updatedAt: AT, state: 'waiting', number: null, registeredAt: null, problem: null, forgotten: false, ...changed });

/** One that is being written, one that waits, one that was refused, and one that has its number and a photograph that is none. */
export function tellInformations({ informations }: { informations: Informations }): void {
  const { drafts, queued: waiting, registered } = informations as unknown as { [name in 'drafts' | 'queued' | 'registered']: Signal };
  drafts.value = [{ id: INFORMATIONS.draft, typed, texts: [...texts, { id: 'place', kind: 'place', keyId: 'key', sealed: 'YWdl', at: AT }], photos: [photo('d1')], updatedAt: AT }] satisfies InformationDraft[];
  waiting.value = [
    queued(INFORMATIONS.waits, { photos: [photo('w1'), photo('w2', { pieces: 0 })] }),
    queued(INFORMATIONS.refused, {
      state: 'refused',
      problem: {
        vi: 'Phần niêm phong không mở được ở máy chủ (bị cắt hoặc hỏng). Chưa ghi gì. Hãy bấm Sửa và gửi lại, bỏ phần đã niêm và ghi lại lời kể.',
        en: 'The sealed part cannot be opened at the server: it was cut off or damaged. Nothing was registered. Press Mend and send again.',
      },
    }),
    queued(INFORMATIONS.registered, {
      state: 'registered', number: '01010007/TT-2026', registeredAt: AT,
      photos: [photo('r1', { takenAt: AT }), photo('r2', { problem: { vi: 'Ảnh niêm phong này không mở được ở máy chủ, hoặc không phải ảnh.', en: 'This sealed photograph cannot be opened at the server, or is none.' } })],
    }),
  ] satisfies QueuedInformation[];
  registered.value = [{ id: INFORMATIONS.registered, number: '01010007/TT-2026', nature: 'tip', source: 'tip', state: 'received', received_at: AT, registered_at: AT, summary: typed.summary }] satisfies OwnInformation[];
}
