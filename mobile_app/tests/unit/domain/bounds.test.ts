import { afterEach, describe, expect, it, vi } from 'vitest';
import { FIELDS, heardServerClock, judged, outOfBounds } from '../../../src/domain/bounds';
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

describe('a phone whose clock is two days late', () => {
  const open = { type: 'object' };
  const issued = { decision_date: '2026-11-26' };

  afterEach(() => {
    heardServerClock(0);
    vi.useRealTimers();
  });

  it('takes the date of the decision that it was sent, once it heard the server', () => {
    vi.useFakeTimers({ now: new Date('2026-11-24T03:00:00Z') });
    expect(judged(open, issued)).toHaveLength(1);
    heardServerClock(2 * 86_400_000);
    expect(judged(open, issued)).toEqual([]);
  });

  it('takes it too where its clock was set back after it heard the server', () => {
    vi.useFakeTimers({ now: new Date('2026-11-26T03:00:00Z') });
    heardServerClock(0, Date.now());
    vi.setSystemTime(new Date('2009-01-01T00:00:00Z'));
    expect(judged(open, { ...issued, started_at: '2026-11-26T03:30:00Z' })).toEqual([]);
    expect(judged(open, { started_at: '2026-11-28T03:30:00Z' })).toHaveLength(1);
  });

  it('is not held to an earlier day by a server that is behind', () => {
    vi.useFakeTimers({ now: new Date('2026-11-26T03:00:00Z') });
    heardServerClock(-2 * 86_400_000);
    expect(judged(open, issued)).toEqual([]);
  });
});
