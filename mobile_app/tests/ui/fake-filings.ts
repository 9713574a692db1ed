/** Documents obtained on site for looking at their screens: one being filed, one stored, one still here. */
import { signal } from '@preact/signals';
import type { Filings } from '../../src/app/visit-services';
import type { FilingDraft, LocalFiled } from '../../src/domain/filings';
import type { FiledView } from '../../src/wire';

export const DRAFT = '0193600f-0000-7000-8000-000000000001';
export const STORED = '0193600f-0000-7000-8000-000000000002';

const draft: FilingDraft = {
  officerId: 'o', id: DRAFT, recordId: 'i', way: 'camera', parts: [1, 2].map((n) => ({ id: `part${n}`, name: `${n}.jpg`, size: 2_400_000 + n, mediaType: 'image/jpeg', sha256: 'b'.repeat(64) })), title: 'Giấy chứng nhận đăng ký hộ kinh doanh',
  kind: 'licence', issuedOn: '2024-03-15', sender: 'Bà Trần Thị Ba', number: '01A8012345', proves: '', provesFact: null, sheets: 2, updatedAt: '2026-11-24T02:50:00Z',
};

const told = (id: string, changed: Partial<FiledView>): FiledView => ({
  file_id: id, act_id: 'a', entry: 4, sha256: 'c'.repeat(64), size: 1_900_000, media_type: 'application/pdf', file_name: 'hoa-don-0000123.pdf', way: 'file', sheets: 1, title: 'Hóa đơn giá trị gia tăng số 0000123', document_kind: 'invoice',
  issued_on: '2026-11-02', sender: 'Công ty TNHH Thương mại Hoa Gạo', number: '0000123', proves: 'Nguồn gốc của 20 thùng hàng', proves_fact: 'origin', place: null, officer_id: 'o', officer_name: 'Nguyễn Văn An', made_at: '2026-11-24T02:41:00Z',
  received_at: '2026-11-24T02:42:00Z', addendum: false, struck: null, quarantine: null, stored_at: '2026-11-24T02:43:00Z', shown_as: 'download', preview: null,
  dangers: [{ vi: 'PDF có mã JavaScript.', en: 'The PDF contains JavaScript.' }], ...changed,
});

const filed: LocalFiled[] = [
  { id: STORED, content: null, mine: null, act: null, told: told(STORED, {}), struck: null, madeAt: '2026-11-24T02:41:00Z' },
  { id: 'waits', content: null, mine: null, act: null, told: told('waits', { title: 'Đoạn ghi hình của camera cửa hàng', document_kind: 'video', stored_at: null, dangers: [] }), struck: null, madeAt: '2026-11-24T02:46:00Z' },
];

/** `done` notes what was asked for; `refuse` throws for what this trial does not have. */
export const fakeFilings = (done: (what: string) => Promise<void>, refuse: () => never): Filings => ({
  of: () => signal({ filed, drafts: [draft] }),
  begin: async () => refuse(),
  save: () => done('saveFiling'),
  drop: () => done('dropFiling'),
  add: async () => refuse(),
  removePart: async () => refuse(),
  file: async () => refuse(),
  strike: () => done('strike'),
});
