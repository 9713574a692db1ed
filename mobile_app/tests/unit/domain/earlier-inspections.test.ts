/** Outcomes of earlier inspections, by a table that the server's desk is tested by as well. */
import { describe, expect, it } from 'vitest';
import { earlierInspections, outcomeOf, wasCarriedOut } from '../../../src/domain/earlier-inspections';
import { cases } from '../support/cases';

const table = cases<{ cases: { state: string; form: string | null; found: number; outcome: string }[] }>('outcomes').cases;

describe('an earlier inspection', () => {
  it.each(table.map((each) => [`${each.state}, ${each.form ?? 'no minutes'}, ${each.found} found`, each] as const))('%s: as the server says', (_, each) => {
    expect(outcomeOf(each.state, each.form, each.found)).toBe(each.outcome);
  });

  it('that was decided and not carried out is none without violation', () => {
    const [waiting, clean] = earlierInspections({
      history: [
        { inspection_id: 'a', number: '1/QĐ', issued_on: '2026-11-01', state: 'decided', violations: [], form: null },
        { inspection_id: 'b', number: '2/QĐ', issued_on: '2026-10-01', state: 'approved', violations: [], form: 'BB-KT' },
      ],
    });
    expect([waiting, clean].map((one) => one && wasCarriedOut(one))).toEqual([false, true]);
  });

  it('of a pack that is older and names no form, or that is none at all, is read with care', () => {
    expect(earlierInspections({ history: [{ number: '3/QĐ', state: 'submitted', violations: ['Hàng giả'] }, null] })[0]).toMatchObject({ outcome: 'violations' });
    expect(earlierInspections(null)).toEqual([]);
  });
});
