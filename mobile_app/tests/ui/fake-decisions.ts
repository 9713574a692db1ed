/** Proposals and decisions for looking at their screens: one that came back, one that waits. */
import { signal } from '@preact/signals';
import type { Decisions } from '../../src/app/decision-services';
import type { ToldThing } from '../../src/app/services';
import type { DecisionOnPhone, DecisionProposed, ProposalView } from '../../src/wire';
import { decision, LEADER } from '../unit/support/inspections';

export const RETURNED = '0193600a-0000-7000-8000-00000000d001';
export const WAITING = '0193600a-0000-7000-8000-00000000d002';
export const UNHEARD = '0193600a-0000-7000-8000-00000000d004';
export const WAITS_FIRST = '0193600a-0000-7000-8000-00000000d005';
const BINH = '0193600a-0000-7000-8000-00000000d003';

export const proposed = (document_id: string): DecisionProposed => ({
  document_id,
  subject: decision().subject,
  place: decision().place,
  latitude_e7: null,
  longitude_e7: null,
  basis: 'Đơn phản ánh ngày 27/11/2026 của bà Trần Thị Sen',
  reason: 'Người dân báo cửa hàng bán mỹ phẩm không nhãn phụ, không hóa đơn.',
  contents: ['Nhãn hàng hóa', 'Hóa đơn, chứng từ về nguồn gốc'],
  expected_violation: 'Kinh doanh mỹ phẩm không có nhãn phụ',
  provision: 'Điều 31 Nghị định 119/2017/NĐ-CP',
  duration_days: 1,
  complex: false,
  start_on: '2026-11-28',
  leader_id: LEADER,
  member_ids: [BINH],
  no_conflict_declared: true,
  ground: 'ad_hoc',
});

export const proposalView = (document_id: string, changed: Partial<ProposalView> = {}): ProposalView => ({
  document_id,
  record_id: '0193600a-0000-7000-8000-00000000e001',
  state: 'proposed',
  proposed: proposed(document_id),
  proposed_by: LEADER,
  proposed_by_name: 'Nguyễn Văn An',
  proposed_at: '2026-11-28T02:10:00Z',
  remarks: null,
  answered_by_name: null,
  answered_at: null,
  number: null,
  ...changed,
});

const returned = proposalView(RETURNED, { state: 'returned', remarks: 'Nêu rõ dấu hiệu vi phạm và tên cơ sở theo giấy phép.', answered_by_name: 'Bùi Hương Giang', answered_at: '2026-11-28T02:30:00Z' });

const shown: DecisionOnPhone = {
  paper: {
    row: {
      id: WAITING, inspection_id: 'i', form: 'QĐ-KT', title: { vi: 'Quyết định về việc kiểm tra', en: 'Decision on an inspection' }, state: 'draft', subject_name: decision().subject.name, place: decision().place,
      number: null, issued_on: null, drafted_by_name: 'Nguyễn Văn An', drafted_at: '2026-11-28T02:10:00Z', issued_by_name: null, due_at: null,
    },
    form_version: 1,
    fields: { legal_bases: ['Pháp lệnh Quản lý thị trường số 11/2016/UBTVQH13 ngày 08/3/2016', 'Đề xuất kiểm tra ngày 28/11/2026 của công chức Nguyễn Văn An'], leader: { name: 'Lê Linh Chi' }, members: [{ name: 'Nguyễn Văn An' }] },
    fields_hash: 'a'.repeat(64),
    content_mark: '3F2A-91C0',
    signer_name: 'Bùi Hương Giang',
    signer_title: 'Chi cục trưởng',
    order: null, change: null, plan: null, plans: [], plan_needed: false, emergency: null, faults: [], waits_first: null, unheard: [], code: null, sha256: null, size: null, pages: null, signature_level: null, scan_id: null, scan_sha256: null, scan_media_type: null, compared_note: null,
    may_edit: true, may_sign: true, may_discard: true, may_scan: false, may_compare: false, kept_number: null, sealed_sha256: null, seal_name: null, seal_level: null, dispatches: [], former_members: [], may_seal: false, may_dispatch: false,
  },
  proposal: proposalView(WAITING),
  certificate: 'ready',
  code_needed: true,
};

const before = (id: string, changed: Partial<DecisionOnPhone['paper']>): DecisionOnPhone => ({ ...shown, paper: { ...shown.paper, row: { ...shown.paper.row, id }, ...changed } });

/** Decisions by id: one whose adviser is silent, one that another agrees to first; any other waits for nobody else. */
const byId: Record<string, DecisionOnPhone> = {
  [UNHEARD]: before(UNHEARD, { plan_needed: true, unheard: [{ vi: 'Phiếu kiểm tra pháp chế', en: 'Legal check-sheet' }] }),
  [WAITS_FIRST]: before(WAITS_FIRST, {
    waits_first: {
      vi: 'Phiếu trình còn bước phải có kết quả trước khi ký: Đồng ý. Hãy chờ kết quả, hoặc đề nghị cấp trên nhận xử lý bước đó.',
      en: 'A step of the submission must have an outcome before the signature: Agrees. Wait for it, or ask the level above to take it over.',
    },
  }),
};

/** The service over fixed data. */
export function fakeDecisions(): Decisions {
  const card = { officer_number: null, unit_id: 'u', unit_name_vi: 'Đội 1', card_number: 'QLTT-01', card_expires_on: '2029-12-31' };
  return {
    mine: signal<ProposalView[]>([returned]),
    waiting: signal<ToldThing[]>([]),
    choices: async () => ({
      legal_bases: [],
      team: [
        { officer_id: LEADER, full_name: 'Nguyễn Văn An', title_vi: 'Kiểm soát viên thị trường', ...card },
        { officer_id: BINH, full_name: 'Trần Thanh Bình', title_vi: 'Kiểm soát viên thị trường', ...card, card_number: null, card_expires_on: null },
      ],
    }),
    propose: async () => ({ recordId: 'r', documentId: RETURNED }),
    list: async () => ({ rows: [{ id: WAITING, form: 'QĐ-KT', title: shown.paper.row.title, subject_name: shown.paper.row.subject_name, place: shown.paper.row.place, drafted_by_name: 'Nguyễn Văn An', drafted_at: '2026-11-28T02:10:00Z', proposed: true }] }),
    look: async (id) => byId[id] ?? shown,
    preview: async () => new TextEncoder().encode('%PDF-1.7').buffer,
    sign: async () => ({ document_id: WAITING, inspection_id: 'i', number: '01000001/QĐ-KT', code: 'c', signed_at: '2026-11-28T02:14:00Z', repeated: false }),
    giveBack: async () => shown,
    refuse: async () => shown,
  };
}
