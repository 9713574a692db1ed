/** What the phone says of a decision follows from what changed in it since. */
import { expect, it } from 'vitest';
import { changesOf, standingOf, type DecisionChange } from '../../../src/domain/decision';
import { inspectionView } from '../support/inspections';

const change = (kind: DecisionChange['kind'], undone: string | null = null): DecisionChange => ({
  id: kind, kind, at: '2026-11-24T02:00:00Z', officer_name: '', reason: '', paper: null, number: null, issued_on: null, parts: [], undone_at: undone,
});
const standing = (...changes: DecisionChange[]): string => standingOf(inspectionView('i', { decision_changes: changes }));

it('is in force as issued, as changed, or not any more', () => {
  expect(standing()).toBe('in_force');
  expect(standing(change('amended'), change('extended'))).toBe('changed');
  expect(standing(change('amended'), change('withdrawn'))).toBe('withdrawn');
  expect(standing(change('lapsed'))).toBe('lapsed');
});

it('stays in force if the team had announced it before it could hear of the withdrawal', () => {
  expect(standing(change('withdrawn', '2026-11-24T02:10:00Z'))).toBe('in_force');
});

it('a server of before tells of no papers and no changes', () => {
  const { decision_papers: _papers, decision_changes: _changes, ...older } = inspectionView('i');
  expect(standingOf(older)).toBe('in_force');
  expect(changesOf(older)).toEqual([]);
});
