/** The signed decision of an inspection, for looking at the screens at the door. */
import type { HandSigned } from '../../src/app/visit-services';
import { emptySheet } from '../../src/domain/hand-signed';
import type { LocalInspection } from '../../src/domain/model';

export const SHEET_HASH = '5'.repeat(64);

/** The signed decision of an inspection, and an amendment of it. */
const PAPER = {
  id: '0193600a-0000-7000-8000-0000000000b3', form: 'QĐ-KT', number: '01020003/QĐ-KT', issued_on: '2026-11-23', issued_at: '2026-11-23T02:00:00Z',
  title: { vi: 'Quyết định về việc kiểm tra việc chấp hành pháp luật trong sản xuất, kinh doanh hàng hóa, dịch vụ', en: 'Decision on an inspection of goods and services businesses' },
  issuer_name: 'Phạm Văn Đội', issuer_title: 'Đội trưởng', issuer_unit: 'ĐỘI QUẢN LÝ THỊ TRƯỜNG SỐ 1', issuer_superior: 'CHI CỤC QUẢN LÝ THỊ TRƯỜNG HÀ NỘI',
  code: '7QWD-K2M9-XN4T-ZR61-0HBC-PV85-GJ3F', content_mark: 'a9dd 4a20 33f1 0c9e', signature_level: 'PAdES-B-LT', state: 'signed' as const, sha256: SHEET_HASH, size: 214_000, media_type: 'application/pdf' as const, seal_name: 'Chi cục Quản lý thị trường Hà Nội',
};
const AMENDING = { ...PAPER, seal_name: null, former_members: ['Trần Thị Bình'], id: '0193600a-0000-7000-8000-0000000000b9', form: 'QĐ-SĐBSKT', number: '01020001/QĐ-SĐBSKT', issued_on: '2026-11-24', sha256: '6'.repeat(64), size: 188_000, title: { vi: 'Quyết định sửa đổi, bổ sung quyết định kiểm tra', en: 'Decision amending an inspection decision' } };
export const AMENDED = {
  id: '0193600a-0000-7000-8000-0000000000c9', kind: 'amended' as const, at: '2026-11-24T02:31:00Z', officer_name: 'Phạm Văn Đội', reason: 'Phát hiện dấu hiệu mới ngoài phạm vi', paper: AMENDING.id, number: AMENDING.number, issued_on: '2026-11-24', undone_at: null,
  parts: [
    { what: 'contents' as const, before: ['Việc niêm yết giá', 'Hóa đơn, chứng từ'], after: ['Việc niêm yết giá', 'Hóa đơn, chứng từ', 'Nguồn gốc, nhãn hàng hóa'] },
    { what: 'team' as const, before: ['Nguyễn Văn An, Kiểm soát viên - Trưởng Đoàn', 'Trần Thị Bình, Kiểm soát viên'], after: ['Nguyễn Văn An, Kiểm soát viên - Trưởng Đoàn', 'Lê Thị Chi, Kiểm soát viên'] },
  ],
};

/** An inspection with its decision's paper; `changed`: amended since, or withdrawn. */
export function withPaper(inspection: LocalInspection, changed: 'no' | 'amended' | 'withdrawn' = 'no'): LocalInspection {
  const withdrawn = { ...AMENDED, id: 'w', kind: 'withdrawn' as const, paper: null, number: null, issued_on: null, parts: [], reason: 'Cơ sở đã chấm dứt hoạt động' };
  const changes = { no: [], amended: [AMENDED], withdrawn: [AMENDED, withdrawn] }[changed];
  const papers = changed === 'no' ? [PAPER] : [PAPER, AMENDING];
  return { ...inspection, ...(changed === 'withdrawn' ? { state: 'discarded' as const } : {}), view: { ...inspection.view, decision: { ...inspection.view.decision, paper: PAPER.id }, decision_papers: papers, decision_changes: changes } };
}

/** Beginning from a decision signed by hand: nothing is kept. */
export const fakeSheets = (): HandSigned => ({
  colleagues: async () => [{ id: 'b', full_name: 'Trần Thị Bình', officer_number: null }, { id: 'c', full_name: 'Lê Thị Chi', officer_number: '01-QLTT003' }],
  today: () => '2026-11-24',
  typed: async (unit) => emptySheet('2026-11-24', unit),
  keep: async () => undefined,
  begin: async () => 'i',
  mend: async () => undefined,
  nameSheets: async () => undefined,
});

/** An inspection that began so. */
export function fromSheet(inspection: LocalInspection, outcome: 'differs' | null): LocalInspection {
  const at = '2026-11-24T02:31:00Z';
  const hand = { act: 'a', issuer_unit: 'ĐỘI QUẢN LÝ THỊ TRƯỜNG SỐ 1', sheets: [], begun_by: 'a', begun_by_name: 'Nguyễn Văn An', begun_at: at, due_at: '2026-11-26T02:40:00Z', paper: null, matched_by_name: outcome && 'Tô Quỳnh Nga', matched_at: outcome && at };
  return { ...inspection, view: { ...inspection.view, hand_signed: { ...hand, outcome, reason: outcome && 'Tờ 2 không có chữ ký' } } };
}
