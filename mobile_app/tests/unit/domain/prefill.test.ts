import { describe, expect, it } from 'vitest';
import { validate } from '../../../src/domain/form';
import { prefill, type Known } from '../../../src/domain/prefill';
import { formOf } from '../support/cases';
import { decision } from '../support/inspections';

const known: Known = { decision: decision(), agency: 'Đội Quản lý thị trường số 1', announcedAt: '2026-11-24T02:30:00Z', now: '2026-11-24T03:00:00Z' };
const asked = (form: string, fields: Record<string, unknown>): string[] => validate(formOf(form, 3), fields).map(([at]) => at);

describe('minutes filled from what is known', () => {
  it('ask an inspector only for what nobody could know before', () => {
    const fields = prefill('BB-KT', known);
    expect(asked('BB-KT', fields)).toEqual([
      '/ended_at', '/contents/0/result', '/contents/1/result', '/subject_opinion', '/team_opinion', '/read_back',
    ]);
    expect(fields).toMatchObject({ started_at: '2026-11-24T02:30:00Z', facility_name: 'Hộ kinh doanh Hoa Sen', tax_code: '0101234567' });
    expect(fields).not.toHaveProperty('licence');
  });

  it('name the leader apart from the members', () => {
    const fields = prefill('BB-KT', known);
    expect(fields.leader).toEqual({ name: 'Nguyễn Văn An', title: 'Kiểm soát viên', officer_number: '01-QLTT001', card_number: '0001' });
    expect(fields.members).toEqual([{ name: 'Trần Thị Bình', title: 'Kiểm soát viên' }]);
  });

  it('of non-execution begin when the team was there, and ask for cause, state and signers', () => {
    const fields = prefill('BB-KKT', known);
    expect(asked('BB-KKT', fields)).toEqual(['/authority', '/ended_at', '/cause', '/observed', '/team_opinion', '/read_back']);
    expect(fields.started_at).toBe('2026-11-24T03:00:00Z');
  });

  it('keep what was typed, also what was cleared to another word, and take it over to the other form', () => {
    const typed = { ...prefill('BB-KT', known), facility_address: 'Số 3 đường B', team_opinion: 'Không', goods: [], contents: [] };
    const fields = prefill('BB-KKT', known, typed);
    expect(fields).toMatchObject({ facility_address: 'Số 3 đường B', team_opinion: 'Không', started_at: '2026-11-24T03:00:00Z' });
    expect(asked('BB-KKT', fields)).not.toContain('/goods');
    expect(asked('BB-KT', prefill('BB-KT', known, fields))).not.toContain('/authority');
  });

  it('do not share their lists with the decision', () => {
    const fields = prefill('BB-KT', known);
    (fields.legal_bases as string[]).push('mine');
    expect(known.decision.legal_bases).toHaveLength(1);
  });
});
