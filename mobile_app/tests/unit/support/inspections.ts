/** Inspections in the server's format, for tests of the phone. */
import type { DecisionIssued, InspectionView, Place } from '../../../src/wire';

export const LEADER = '0193600a-0000-7000-8000-0000000000a1';
export const MEMBER = '0193600a-0000-7000-8000-0000000000a2';
export const PHONE = '3f6a0f0e-0000-4000-8000-0000000000d1';

export function decision(number = '01020001/QĐ-KT'): DecisionIssued {
  return {
    decision_id: '0193600a-0000-7000-8000-0000000000b1',
    number,
    unit_id: '0193600a-0000-7000-8000-0000000000c1',
    issued_on: '2026-11-23',
    legal_bases: ['Pháp lệnh Quản lý thị trường số 11/2016/UBTVQH13'],
    subject: {
      subject_id: null,
      kind: 'household',
      name: 'Hộ kinh doanh Hoa Sen',
      trade_name: null,
      tax_code: '0101234567',
      registration_number: null,
      address: 'Số 1 đường A, phường Mẫu Đơn',
      representative: 'Lê Thị Hoa',
      representative_title: null,
      phone: null,
    },
    place: 'Số 1 đường A, phường Mẫu Đơn',
    latitude_e7: 210_285_110,
    longitude_e7: 1_058_542_300,
    contents: ['Việc niêm yết giá', 'Hóa đơn, chứng từ'],
    duration_days: 1,
    complex: false,
    start_on: '2026-11-24',
    team: [
      { officer_id: LEADER, full_name: 'Nguyễn Văn An', title: 'Kiểm soát viên', officer_number: '01-QLTT001', card_number: '0001', leader: true },
      { officer_id: MEMBER, full_name: 'Trần Thị Bình', title: 'Kiểm soát viên', officer_number: null, card_number: null, leader: false },
    ],
    issuer_name: 'Phạm Văn Đội',
    issuer_title: 'Đội trưởng',
    no_conflict_declared: true,
  };
}

/** An inspection as it comes by sync just after its decision. */
export function inspectionView(id: string, changed: Partial<InspectionView> = {}): InspectionView {
  return {
    id,
    state: 'decided',
    unit_id: '0193600a-0000-7000-8000-0000000000c1',
    unit_name_vi: 'Đội Quản lý thị trường số 1',
    unit_name_en: 'Team 1',
    decision: decision(),
    issued_at: '2026-11-23T02:00:00Z',
    opened_at: null,
    announced_at: null,
    submitted_at: null,
    submitted_by_name: null,
    updated_at: '2026-11-23T02:00:00Z',
    discarded: null,
    team: [
      { officer_id: LEADER, full_name: 'Nguyễn Văn An', officer_number: '01-QLTT001', leader: true },
      { officer_id: MEMBER, full_name: 'Trần Thị Bình', officer_number: null, leader: false },
    ],
    minutes: null,
    all_minutes: [],
    photos: [],
    missing_count: 0,
    custody: { state: 'complete', missing: [] },
    signatures: [],
    documents: [],
    filed: [],
    places: [],
    comments: [],
    revision: null,
    submissions: [],
    approvals: [],
    quarantined: [],
    acts: [],
    findings: [],
    permitted: { rule: false, approve: false, admit: false, weigh: false, draft: false, file: false, agree: false, withdraw: false, set_aside: false },
    minutes_flow: 1,
    minutes_owner: LEADER,
    drafts: [],
    file: null,
    beside: [],
    discard_asked: null,
    ...changed,
  };
}

export function place(metres = 0): Place {
  return {
    latitude_e7: 210_285_110 + metres * 90,
    longitude_e7: 1_058_542_300,
    accuracy_mm: 6_000,
    altitude_mm: null,
    source: 'fused',
    fixed_at: '2026-11-24T02:29:00Z',
    mocked: null,
  };
}
