import { describe, expect, it } from 'vitest';
import { FIELDS, outOfBounds } from '../../../src/domain/bounds';
import { cases } from '../support/cases';

interface BoundsCases {
  fields: Record<string, unknown>;
  cases: { name: string; now: string; fields: Record<string, unknown>; findings: { at: string; vi: string; en: string }[] }[];
}

const shared = cases<BoundsCases>('bounds');

describe('the phone judges the days of a paper as the server does', () => {
  it('by the same table', () => {
    expect(FIELDS).toEqual(shared.fields);
  });

  it.each(shared.cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const found = outOfBounds(each.fields, new Date(each.now));
    expect(found.map(([at, { vi, en }]) => ({ at, vi, en }))).toEqual(each.findings);
  });
});
