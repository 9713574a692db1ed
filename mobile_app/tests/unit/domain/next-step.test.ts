/** The dock knows the next step in every state, in the order of a visit. */
import { describe, expect, it } from 'vitest';
import { isWithin, lacksHere, nextStepOf } from '../../../src/domain/next-step';
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

  const newer = (state: InspectionState, changed: Partial<LocalInspection> = {}): LocalInspection => {
    const view = { ...inspectionView(SHOP), state, minutes_flow: 2, photos: [photo] as never };
    return visit(state, { view, self: view.decision.team[0]?.officer_id ?? null, ...changed });
  };
  const returned = { id: 'd', minutes: 'm', photos: [], draft: '', officerName: '', madeAt: '', noted: false, told: true, answer: { approved: false, noted: false, comments: [] } } as never;
  const aside = (setAside: string | null): LocalInspection['beside'] => [{ ...minutes, id: 'x', setAside } as never];

  it.each<[string, LocalInspection, string, string]>([
    ['whose draft was returned is to read and mend it', newer('announced', { minutes, proposals: [returned] }), 'mend_draft', 'minutes'],
    ['whose draft was returned, and who signs in spite of it, is the next signature', newer('announced', { minutes, proposals: [returned], signatures: [signature('leader')] }), 'signatures', 'signatures'],
    ['whose minutes were written without a photograph is to have them signed', newer('announced', { minutes, view: { ...inspectionView(SHOP), minutes_flow: 2, photos: [] } }), 'signatures', 'signatures'],
    ['that was ordered to verify is the team’s turn', newer('submitted', { file: { status: 'verifying', openAsk: null } as never }), 'verify', ''],
    ['with minutes beside is to read them', newer('submitted', { file: { status: 'open', openAsk: null } as never, beside: aside(null) }), 'beside', 'beside/x'],
    ['with minutes beside that were set aside is to wait', newer('submitted', { file: { status: 'open', openAsk: null } as never, beside: aside('Trùng') }), 'await_ruling', ''],
    ['that is done but for minutes beside is to read them', newer('approved', { beside: aside(null) }), 'beside', 'beside/x'],
  ])('of a team %s', (_, local, step, screen) => {
    expect(nextStepOf(local)).toEqual({ step, screen });
  });

  it('on its own screen says what is missing there, or nothing', () => {
    const local = newer('announced', { minutes, signatures: [signature('leader')] });
    expect(lacksHere(local, 'signatures')).toEqual(['subject_not_signed']);
    for (const step of ['minutes', 'finish_minutes', 'mend_draft', 'review', 'photos', 'supplement'] as const) expect(lacksHere(local, step)).toBeNull();
    expect(lacksHere(local, 'await_ruling')).toEqual([]);
  });

  it('knows the sign screen for a part of the signing', () => {
    const step = nextStepOf(newer('announced', { minutes }));
    expect(isWithin(step, 'signatures')).toBe(true);
    expect(isWithin(step, 'sign/subject')).toBe(true);
    expect(isWithin(step, 'minutes')).toBe(false);
    expect(isWithin(step, '')).toBe(false);
    expect(isWithin({ step: 'await_ruling', screen: '' }, '')).toBe(true);
    expect(isWithin({ step: 'minutes', screen: 'minutes?form=BB-KKT' }, 'minutes')).toBe(true);
  });
});
