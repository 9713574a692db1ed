import { describe, expect, it } from 'vitest';
import { keptAside, overlay } from '../../../src/domain/inspection';
import type { ActState, StoredAct } from '../../../src/domain/model';
import { papersOf } from '../../../src/domain/papers';
import { countsOf, itemsOf } from '../../../src/outbox/summary';
import { ownProblem } from '../../../src/outbox/sentences';
import type { InspectionView } from '../../../src/wire';
import { inspectionView } from '../support/inspections';
import { SHOP, anAct } from '../support/records';

const idle = { sendingActs: new Set<string>(), sending: false, holdOriginals: false };

function minutes(seq: number, state: ActState): StoredAct {
  const one = anAct(seq, null, { state });
  return { ...one, act: { ...one.act, type: 'minutes.written', content: { form: 'BB-KT', form_version: 1, fields: {} } } };
}

function submission(seq: number, state: ActState, code: string | null): StoredAct {
  const one = anAct(seq, null, { state, problem: code === null ? null : ownProblem(code, { vi: 'vi', en: 'en' }) });
  const content = { revision: 'a', minutes: SHOP, photos: [], signatures: [], places: [] };
  return { ...one, act: { ...one.act, type: 'inspection.submitted', content } };
}

describe('what a second phone made too late', () => {
  const late = [minutes(1, 'held'), submission(2, 'parked', 'approved_meanwhile')];

  it('is told of beside what was approved by another', () => {
    const approved = overlay({ ...inspectionView(SHOP), state: 'approved' }, late, [], null);
    expect(keptAside(approved).map(({ act }) => act.type)).toEqual(['minutes.written', 'inspection.submitted']);
  });

  it('is not told of while the visit goes on, nor where all was taken', () => {
    expect(keptAside(overlay({ ...inspectionView(SHOP), state: 'returned' }, late, [], null))).toEqual([]);
    expect(keptAside(overlay({ ...inspectionView(SHOP), state: 'approved' }, [minutes(1, 'received'), submission(2, 'received', null)], [], null))).toEqual([]);
  });

  it('is not told of once a head admitted it', () => {
    const quarantined = [{ act_id: late[0]!.id, decided: 'admitted' }] as InspectionView['quarantined'];
    const approved = overlay({ ...inspectionView(SHOP), state: 'submitted', quarantined }, [late[0]!], [], null);
    expect(keptAside(approved)).toEqual([]);
  });

  it('of a paper neither', () => {
    const written = minutes(1, 'held');
    const content = { document_id: SHOP, form: 'MBB01' as const, form_version: 1, fields: {} };
    const paper = { ...written, act: { ...written.act, type: 'document.written' as const, content } };
    const kept = (decided: string | null) => {
      const quarantined = [{ act_id: paper.id, decided }] as InspectionView['quarantined'];
      return papersOf(overlay({ ...inspectionView(SHOP), state: 'announced', quarantined }, [paper], [], null), []).flatMap((one) => one.kept);
    };
    expect(kept(null)).toHaveLength(1);
    expect(kept('admitted')).toEqual([]);
  });

  it('offers no second try that could change nothing, and says what to do', () => {
    const [final, other] = [submission(1, 'parked', 'approved_meanwhile'), submission(2, 'parked', 'leader_not_signed')];
    const items = itemsOf([final, other], [], idle);
    expect(items.map((item) => [item.state, item.final ?? false])).toEqual([
      ['attention', true],
      ['attention', false],
    ]);
    expect(items[0]?.whatToDo?.vi).toContain('Không cần gửi lại');
  });

  it('asks for nothing any more once he has read it, stays listed with its reason, and only of what is final', () => {
    const [final, other] = [submission(1, 'parked', 'approved_meanwhile'), submission(2, 'parked', 'leader_not_signed')].map((act) => ({ ...act, read: true as const }));
    const items = itemsOf([final!, other!], [], idle);
    expect(items.map(({ state, whatToDo }) => [state, whatToDo === null])).toEqual([
      ['attention', false],
      ['refused', true],
    ]);
    expect(items[1]?.why).not.toBeNull();
    expect(countsOf([final!, other!], [], items, idle).needsAttention).toBe(1);
  });
});
