/** The dock always knows the next step: in every state, and in the order of a visit. */
import { describe, expect, it } from 'vitest';
import { nextStepOf } from '../../../src/domain/next-step';
import type { InspectionState, LocalInspection } from '../../../src/domain/model';
import { overlay } from '../../../src/domain/inspection';
import { inspectionView } from '../support/inspections';
import { SHOP } from '../support/records';

const minutes = { id: 'm', form: 'BB-KT', formVersion: 1, fields: {}, madeAt: '' };
const signature = (role: 'leader' | 'subject') => ({ id: role, minutes: 'm', role, name: role, drawing: null, refusal: null, madeAt: '' });
const photo = { photo_id: 'p', sha256: 'a', caption: null, withdrawn: null, quarantine: null };

function visit(state: InspectionState, changed: Partial<LocalInspection> = {}): LocalInspection {
  const view = { ...inspectionView(SHOP), state, photos: [photo] as never };
  return { ...overlay(view, [], [], null), announcedAt: '2026-11-24T02:00:00Z', places: [{ id: 'x', place: {} as never, madeAt: '' }], ...changed };
}

describe('the next step', () => {
  it.each<[string, LocalInspection, string]>([
    ['decided', visit('decided'), 'begin'],
    ['given up', visit('discarded'), 'begin_again'],
    ['taken up', visit('opened', { announcedAt: null }), 'announce'],
    ['announced', visit('announced', { places: [], view: { ...inspectionView(SHOP), photos: [] } }), 'place'],
    ['without a photograph', visit('announced', { view: { ...inspectionView(SHOP), photos: [] } }), 'photos'],
    ['without minutes', visit('announced'), 'minutes'],
    ['typed and not written', visit('announced', { draft: { form: 'BB-KT', writtenAs: null } as never }), 'finish_minutes'],
    ['written', visit('announced', { minutes }), 'signatures'],
    ['signed by one', visit('announced', { minutes, signatures: [signature('leader')] }), 'signatures'],
    ['signed', visit('announced', { minutes, signatures: [signature('leader'), signature('subject')] }), 'review'],
    ['submitted', visit('submitted'), 'await_ruling'],
    ['asked for a supplement', visit('submitted', { file: { openAsk: 'x' } as never }), 'supplement'],
    ['revising', visit('revising', { minutes }), 'signatures'],
    ['approved', visit('approved'), 'addendum'],
    ['refused', visit('refused'), 'closed'],
    ['gone', visit('announced', { gone: true }), 'gone'],
  ])('of a visit that is %s', (_, local, step) => {
    expect(nextStepOf(local).step).toBe(step);
  });

  it.each<[string, InspectionState, Partial<LocalInspection>, string]>([
    ['that the team asked not to carry out', 'opened', { discardAsked: { reason: 'Nhầm địa chỉ', madeAt: '' } }, 'go_on'],
    ['whose decision was withdrawn', 'discarded', {}, 'withdrawn'],
    ['whose file needs nothing more', 'approved', {}, 'file_done'],
    ['whose file waits for an opinion', 'submitted', {}, 'await_ruling'],
  ])('by the newer flow, of a visit %s', (_, state, changed, step) => {
    const view = { ...inspectionView(SHOP), state, minutes_flow: 2, photos: [photo] as never };
    expect(nextStepOf(visit(state, { view, ...changed })).step).toBe(step);
  });

  it('of premises that are closed asks for no announcement and no photograph', () => {
    const local = visit('opened', { announcedAt: null, draft: { form: 'BB-KKT', writtenAs: null } as never, view: { ...inspectionView(SHOP), photos: [] } });
    expect(nextStepOf(local)).toEqual({ step: 'finish_minutes', screen: 'minutes?form=BB-KKT' });
  });

  it('of a submission that is only on this phone is to send it', () => {
    const waiting = { id: 's', seq: 1, state: 'waiting', act: { id: 's', type: 'inspection.submitted', content: {} } } as never;
    expect(nextStepOf(visit('submitted', { acts: [waiting] })).step).toBe('send');
  });
});
