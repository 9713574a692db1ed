/** What is typed of a proposal, what it lacks, what is sent, and in which state it is shown. */
import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '../../../src/app/services';
import { empty, missing, nextDays, ofProposal, proposalOf } from '../../../src/ui/decisions/proposing';
import { proposalsOf } from '../../../src/ui/decisions/standing';
import { proposalView, proposed, RETURNED, WAITING } from '../../ui/fake-decisions';

const item = (state: 'waiting' | 'parked' | 'received', documentId: string, received_at = ''): OutboxItem => ({ act: { state, recordId: 'r', problem: null, receipt: { received_at }, act: { type: 'decision.proposed', content: proposed(documentId) } } }) as unknown as OutboxItem;

describe('a proposal', () => {
  it('says everything that it lacks, in the order of the screen', () => {
    const lacks = missing(empty('2026-11-28'), '2026-11-28');
    expect(lacks).toEqual(['propose.name', 'propose.address', 'propose.reason', 'propose.contents', 'propose.expected', 'propose.provision', 'propose.leader', 'propose.team', 'propose.no_conflict']);
  });

  it('keeps to the days that the law gives on site (Ordinance 11/2016 Art 22)', () => {
    const whole = ofProposal(proposalView(RETURNED));
    expect(missing(whole, '2026-11-28')).toEqual([]);
    expect(missing({ ...whole, days: 4 }, '2026-11-28')).toEqual(['propose.days']);
    // Art 22.2.b: a complex matter gets two days more by an extension, in writing.
    expect(missing({ ...whole, days: 5, complex: true }, '2026-11-28')).toEqual(['propose.days']);
  });

  it('that was typed on an earlier day asks for a day that is not over', () => {
    expect(missing(ofProposal(proposalView(RETURNED)), '2026-11-29')).toEqual(['propose.start']);
  });

  it('that came back is sent again as it was, if nothing is changed', () => {
    const { document_id, ...before } = proposed(RETURNED);
    expect(document_id).toBe(RETURNED);
    const again = proposalOf(ofProposal(proposalView(RETURNED)));
    expect({ ...again, subject: { ...again.subject, trade_name: before.subject.trade_name, representative: before.subject.representative, representative_title: before.subject.representative_title, phone: before.subject.phone } }).toEqual(before);
  });

  it('says which violation is expected, and why there is no time for a plan (Circular 27/2020 Arts 11, 12)', () => {
    const whole = ofProposal(proposalView(RETURNED));
    expect(missing({ ...whole, risk: 'dispersal' }, '2026-11-28')).toEqual(['propose.emergency']);
    const sent = proposalOf({ ...whole, expected: ' Bán hàng cấm ', provision: 'Điều 8 Nghị định 98/2020', risk: 'dispersal', emergency: 'Hàng đang được chuyển đi', informations: ['i'] });
    expect(sent).toMatchObject({ expected_violation: 'Bán hàng cấm', provision: 'Điều 8 Nghị định 98/2020', emergency: { risk: 'dispersal', reason: 'Hàng đang được chuyển đi' }, information_ids: ['i'] });
    const view = proposalView(RETURNED);
    expect(proposalOf(ofProposal({ proposed: { ...view.proposed, ...sent } }))).toEqual(sent); // sent again, it drops none of them
  });

  it('may begin today or on one of the next days, over the end of a month', () => {
    expect(nextDays('2026-11-29', 3)).toEqual(['2026-11-29', '2026-11-30', '2026-12-01']);
  });

  it('is shown as unsent until the server has it, then as the server tells', () => {
    expect(proposalsOf([], [item('waiting', WAITING)]).map((one) => one.state)).toEqual(['unsent']);
    const returned = proposalView(RETURNED, { state: 'returned' });
    expect(proposalsOf([returned], [item('waiting', RETURNED)]).map((one) => one.state)).toEqual(['unsent']);
    expect(proposalsOf([returned], [item('parked', WAITING)]).map((one) => one.state)).toEqual(['parked', 'returned']);
  });

  it('is shown between its arrival and the sync that tells of it, also the second time', () => {
    expect(proposalsOf([], [item('received', WAITING)]).map((one) => one.state)).toEqual(['proposed']);
    const returned = proposalView(RETURNED, { state: 'returned', answered_at: '2026-11-28T02:00:00Z' });
    expect(proposalsOf([returned], [item('received', RETURNED, '2026-11-28T03:00:00.5Z')]).map((one) => one.state)).toEqual(['proposed']);
    expect(proposalsOf([returned], [item('received', RETURNED, '2026-11-28T01:00:00Z')]).map((one) => one.state)).toEqual(['returned']);
  });
});
