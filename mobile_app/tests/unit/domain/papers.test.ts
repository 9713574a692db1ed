/** Papers made on site: the phone's copy of the server's rules, numbers, and initial values. */
import { describe, expect, it } from 'vitest';
import { deniedRight, explanationOf, unlisted } from '../../../src/domain/explanation';
import { isShown, validate, withoutHidden } from '../../../src/domain/form';
import { freeNumbers, numberText, yearInVietnam } from '../../../src/domain/numbers';
import { missingSigners, numberingFault, severalMinutes, signingFault, writingFault, type LocalPaper, type PaperFacts } from '../../../src/domain/papers';
import { countedRoles, isUncertified } from '../../../src/domain/refusals';
import { prefillPaper, type KnownOnSite } from '../../../src/domain/prefill-papers';
import type { NumberBlock } from '../../../src/wire';
import { cases, formOf } from '../support/cases';
import { LEADER, decision } from '../support/inspections';

interface Case {
  name: string;
  about: 'writing' | 'signing' | 'numbering';
  given: { known: PaperFacts | null; inspection: string; form: string; written: string; officer: string; missing: string[] };
  code: string | null;
}
const shared = cases<{ given_signers: object[]; signers: { name: string; roles: string[]; missing: string[] }[]; cases: Case[] }>('papers');

interface RefusalCase {
  name: string;
  form: string;
  version: number;
  fields: Record<string, unknown>;
  signed: { role: string; refused: boolean; name?: string; made_at?: string; ordered?: boolean }[];
  counted: string[];
  uncertified: boolean;
}
const refusals = cases<{ cases: RefusalCase[] }>('refusals');

describe('a paper is judged as the server judges it', () => {
  it.each(shared.cases.map((each) => [each.name, each] as const))('%s', (_, { about, given: { known, inspection, form, written, officer, missing }, code }) => {
    const found = about === 'writing' ? writingFault(known, inspection, form) : about === 'signing' ? signingFault(known, inspection) : numberingFault(known, inspection, form, written, officer, missing);
    expect(found).toBe(code);
  });

  it.each(refusals.cases.map((each) => [each.name, each] as const))('a refusal counts as it does there: %s', (_, { form, version, fields, signed, counted, uncertified }) => {
    const paper = { form, formVersion: version, fields };
    const given = signed.map(({ role, refused, name = '', made_at: madeAt = '1970-01-01T00:00:00Z', ordered }) => ({ role, name, madeAt, refusal: refused ? (ordered ? { order: 1 as const } : {}) : null }));
    expect([...new Set(countedRoles(paper, given))].sort()).toEqual(counted);
    expect(isUncertified(paper, given)).toBe(uncertified);
  });

  it.each(shared.signers.map((each) => [each.name, each] as const))('it waits for whom the form says: %s', (_, { roles, missing }) => {
    expect(missingSigners({ 'x-signers': shared.given_signers }, roles)).toEqual(missing);
  });
});

describe('other violation minutes of the inspection are told', () => {
  const minutes = (id: string, number: string | null, name: string, form = 'MBB01'): LocalPaper => ({
    id, form, signatures: [], draft: null, kept: [], number: number === null ? null : { text: number, madeAt: '2026-11-24T02:30:00Z', code: null, act: null },
    written: { id: `w${id}`, formVersion: 2, fields: { violator: { name } }, madeAt: '2026-11-24T02:30:00Z', officerId: LEADER },
  });
  const [his, hers] = [minutes('a', '1/BB-VPHC', 'Mẫu'), minutes('b', '21/BB-VPHC', 'Hai')];

  it('where two have numbers, whichever phone made them', () => {
    expect(severalMinutes([his, hers])).toEqual([{ number: '1/BB-VPHC', violator: 'Mẫu' }, { number: '21/BB-VPHC', violator: 'Hai' }]);
  });

  it('where one has its number while another is drawn up', () => {
    expect(severalMinutes([his, minutes('b', null, 'Hai')])).toEqual([{ number: '1/BB-VPHC', violator: 'Mẫu' }]);
  });

  it('not of one set alone, nor of seizure minutes', () => {
    expect(severalMinutes([his, minutes('c', '1/BB-TG', 'Mẫu', 'MBB15')])).toEqual([]);
    expect(severalMinutes([])).toEqual([]);
  });
});

describe('the numbers of a phone', () => {
  const block = (id: string, first: number, last: number, more: Partial<NumberBlock> = {}): NumberBlock => ({ id, form: 'MBB01', year: 2026, first, last, used: [], ...more });

  it('are given in order, never one that is used, of this form and year', () => {
    const blocks = [block('b', 21, 22), block('a', 1, 4, { used: [2] }), block('c', 1, 9, { form: 'MBB15' }), block('d', 1, 9, { year: 2027 })];
    const numbers = freeNumbers(blocks, [{ officerId: 'x', blockId: 'a', next: 2 }], 'MBB01', 2026).map((each) => each.number);
    expect(numbers).toEqual([3, 4, 21, 22]);
  });

  it('end where a block ends', () => {
    expect(freeNumbers([block('a', 1, 2)], [{ officerId: 'x', blockId: 'a', next: 3 }], 'MBB01', 2026)).toEqual([]);
  });

  it('are of the Vietnamese year', () => {
    expect(yearInVietnam(Date.parse('2026-12-31T16:59:59Z'))).toBe(2026);
    expect(yearInVietnam(Date.parse('2026-12-31T17:00:00Z'))).toBe(2027);
    expect(numberText('BB-VPHC', 7, '01-QLTT001')).toBe('7/BB-VPHC-01-QLTT001');
  });
});

describe('the right to explain', () => {
  const band = (fineMax: number, subject = 'individual') => ({ fineMax, subject });

  it('exists from 15 million for an individual and 30 million for an organisation', () => {
    expect(explanationOf('individual', [band(14_999_999)]).right).toBe('open');
    expect(explanationOf('individual', [band(500_000), band(15_000_000)]).right).toBe('yes');
    expect(explanationOf('household', [band(15_000_000)]).right).toBe('yes');
    expect(explanationOf('organisation', [band(15_000_000)])).toEqual({ right: 'yes', greatest: 30_000_000, bound: 30_000_000 });
    expect(explanationOf('organisation', [band(20_000_000, 'organisation')]).right).toBe('open');
    expect(explanationOf('individual', [band(30_000_000, 'organisation')]).right).toBe('yes');
  });

  it('is not ruled out by fines alone, nor while a band is not known', () => {
    expect(explanationOf('individual', [band(1_000_000), null]).right).toBe('open');
    expect(explanationOf('individual', []).right).toBe('open');
    expect(explanationOf('individual', [null, band(15_000_000)]).right).toBe('yes');
  });

  it('leaves the band of acts outside the catalogue to the desk, and counts only what is written', () => {
    expect(unlisted(['Ghi nhãn thiếu', 'Bán hàng nhập lậu', ' '], [null, band(15_000_000), null])).toBe(1);
    expect(unlisted([], [])).toBe(0);
  });
});

describe('a paper is filled from what is known', () => {
  const known: KnownOnSite = {
    decision: decision(), agency: 'Đội 1', officerId: LEADER, now: '2026-11-24T02:30:00Z', papers: [], version: 2,
    minutes: {
      ended_at: '2026-11-23T18:30:00Z', subject_opinion: 'Không có ý kiến', violations: [{ description: 'Không niêm yết giá', provision: 'Điều 12' }],
      present: [{ name: 'Trần Văn Tám', capacity: 'Người chứng kiến' }, { name: 'Hồ Thị Ngân', capacity: 'Phó Chủ tịch UBND phường' }],
    },
  };

  it('by the form: no field that it does not have, and what only the officer knows is asked for', () => {
    for (const form of ['MBB01', 'MBB15', 'MBB26'] as const) {
      const version = form === 'MBB01' ? 2 : 1;
      const schema = formOf(form, version);
      const faults = validate(schema, prefillPaper(form, { ...known, version }));
      expect(faults.filter(([, text]) => text.en === 'The form has no such field.')).toEqual([]);
      expect(faults.length).toBeGreaterThan(2);
    }
  });

  it('with who was there, the violations of the minutes, and the day of them in Vietnam', () => {
    const fields = prefillPaper('MBB01', known);
    expect(fields.violations).toEqual([{ wording: 'Không niêm yết giá', provision: 'Điều 12', ended_on: '2026-11-24' }]);
    expect(fields.detected_on).toBe('2026-11-24');
    const older = prefillPaper('MBB01', { ...known, version: 1 });
    expect(older).not.toHaveProperty('detected_on');
    expect(older.violations).toEqual([{ wording: 'Không niêm yết giá', provision: 'Điều 12' }]);
    expect(fields.witnesses).toEqual([{ name: 'Trần Văn Tám' }]);
    expect(fields.authority).toEqual([{ name: 'Hồ Thị Ngân', position: 'Phó Chủ tịch UBND phường' }]);
    expect(fields.inspection_minutes_date).toBe('2026-11-24');
    expect((fields.maker as { name: string }).name).toBe(known.decision.team.find((one) => one.officer_id === LEADER)?.full_name);
  });

  it('with the list of what was seized, as what is sealed', () => {
    const seized = [{ name: 'Sữa bột', unit: 'hộp', quantity: '48', condition: 'mới', note: 'x' }];
    const seizure = { form: 'MBB15', fields: { exhibits: seized, custody_place: 'Kho Đội 1' }, number: '3/BB-TG-01', madeAt: '2026-11-24T02:00:00Z' };
    const fields = prefillPaper('MBB26', { ...known, papers: [seizure] });
    expect(fields.items).toEqual([{ name: 'Sữa bột', unit: 'hộp', quantity: '48' }]);
    expect(fields).toMatchObject({ seizure_minutes_number: '3/BB-TG-01', seizure_minutes_date: '2026-11-24', custody_place: 'Kho Đội 1' });
  });

  it('with the licences that were seized beside the goods, each with its unit', () => {
    const seized = { exhibits: [{ name: 'Sữa bột', unit: 'hộp', quantity: '48' }], licences: [{ name: 'Giấy phép số 5', quantity: '1' }] };
    const seizure = { form: 'MBB15', fields: seized, number: '3/BB-TG-01', madeAt: '2026-11-24T02:00:00Z' };
    expect(prefillPaper('MBB01', { ...known, papers: [seizure] }).exhibits).toEqual([
      { name: 'Sữa bột', unit: 'hộp', quantity: '48' }, { name: 'Giấy phép số 5', quantity: '1', unit: 'bản' },
    ]);
  });

  it('and carries nothing that its form does not show', () => {
    const schema = formOf('MBB01', 2);
    const violator = { kind: 'organisation', name: 'Công ty A', id_number: '048179000123', enterprise_code: '0100233488' };
    expect(withoutHidden(schema, { violator }).violator).toEqual({ kind: 'organisation', name: 'Công ty A', enterprise_code: '0100233488' });
    expect(isShown({}, {})).toBe(true);
  });
});

describe('minutes that deny the right to explain', () => {
  it('are at fault where a band gives it, and only there', () => {
    expect(deniedRight('yes', { explanation: 'none' }).map(([at]) => at)).toEqual(['/explanation']);
    expect(deniedRight('yes', { explanation: 'yes' })).toEqual([]);
    expect(deniedRight('open', { explanation: 'none' }), 'a licence may be out of the question').toEqual([]);
    expect(deniedRight(null, { explanation: 'none' })).toEqual([]);
  });
});
