/** The review makes one statement about a visit, never both "submitted" and
 * "cannot be submitted". */
import { describe, expect, it } from 'vitest';
import { overlay } from '../../../src/domain/inspection';
import type { InspectionState, Obstacle } from '../../../src/domain/model';
import { obstaclesOf } from '../../../src/domain/obstacles';
import { hindrances, standingOf } from '../../../src/ui/visit/review-standing';
import { inspectionView } from '../support/inspections';
import { SHOP } from '../support/records';

const one = (state: InspectionState, revision: string | null) => overlay({ ...inspectionView(SHOP), state, revision }, [], [], null);
const obstacle: Obstacle = { code: 'leader_not_signed', text: { vi: '', en: '' }, screen: 'signatures', field: null };

describe('the review of a visit', () => {
  it.each([
    ['announced', null, 'r', 'open'],
    ['returned', 'r', 'r', 'open'],
    ['submitted', 'r', 'r', 'submitted'],
    ['submitted', 'r', null, 'submitted'],
    ['submitted', 'r', 'another', 'added'],
    ['revising', 'r', 'another', 'void'],
    ['approved', 'r', 'another', 'approved'],
    ['refused', 'r', 'r', 'closed'],
    ['discarded', null, null, 'closed'],
  ] as const)('%s, submitted as %s, now %s: %s', (state, submitted, now, standing) => {
    expect(standingOf(one(state, submitted), now)).toBe(standing);
  });

  it('that is submitted or approved tells of nothing that keeps it from being submitted', () => {
    for (const [state, now] of [['submitted', 'r'], ['submitted', 'another'], ['approved', 'r']] as const) {
      const local = one(state, 'r');
      expect(obstaclesOf(local, null)).toHaveLength(1);
      expect(hindrances(standingOf(local, now), obstaclesOf(local, null))).toEqual([]);
    }
    expect(hindrances('open', [obstacle])).toEqual([obstacle]);
    expect(hindrances('void', [obstacle])).toEqual([obstacle]);
  });
});
