import { describe, expect, it } from 'vitest';
import { earlierCases, standingOf } from '../../../src/domain/earlier-cases';
import { cases } from '../support/cases';

const table = cases<{ standing: { why: string; sanctioned_on: string | null; lapses_on: string | null; today: string; standing: string }[] }>('prior_sanctions').standing;

const row = { case_id: 'c1', number: 'VV-1', state: 'executed', sanctioned_on: '2025-11-01', decision_number: null, fine_vnd: 5_000_000, open_vnd: 0, executed_on: '2025-11-20', lapses_on: '2026-11-20' };

describe('earlier cases', () => {
  it.each(table.map((each) => [each.why, each] as const))('%s: as the server says (Law 15/2012 Art 7.1)', (_, each) => {
    const one = earlierCases({ cases: [{ ...row, sanctioned_on: each.sanctioned_on, lapses_on: each.lapses_on }] })[0]!;
    expect(standingOf(one, Date.parse(`${each.today}T12:00:00+07:00`))).toBe(each.standing);
  });

  it('say whether a sanction is only a warning, which no fine does not tell', () => {
    const [warned, waived, old] = earlierCases({ cases: [{ ...row, fine_vnd: 0, only_warned: true }, { ...row, fine_vnd: 0, only_warned: false }, { ...row, fine_vnd: 0 }] });
    expect([warned, waived, old].map((one) => one?.onlyWarned)).toEqual([true, false, null]);
  });

  it('are read from a pack that tells of them, and none from one that does not', () => {
    expect(earlierCases({ cases: [row, null, 7] })).toHaveLength(1);
    expect(earlierCases({ history: [] })).toEqual([]);
    expect(earlierCases({ cases: [{ number: 'VV-2', fine_vnd: 'x' }] })[0]).toMatchObject({ number: 'VV-2', fineVnd: 0, sanctionedOn: null });
  });

  it('count to the end of the last day in Vietnam, and no longer', () => {
    const one = earlierCases({ cases: [row] })[0]!;
    expect(standingOf(one, Date.parse('2026-11-20T16:59:59Z'))).toBe('counts');
    expect(standingOf(one, Date.parse('2026-11-20T17:00:00Z'))).toBe('lapsed');
  });

  it('count while they are not executed, and not where nothing was sanctioned', () => {
    const open = earlierCases({ cases: [{ ...row, executed_on: null, lapses_on: null }] })[0]!;
    expect(standingOf(open, Date.parse('2030-01-01T00:00:00Z'))).toBe('counts');
    expect(standingOf({ ...open, sanctionedOn: null }, 0)).toBe('none');
  });
});
