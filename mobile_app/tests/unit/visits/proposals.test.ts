/** Proposing an inspection without a signal: one act of the officer's log, however often it is sent. */
import { expect, it } from 'vitest';
import { RETURNED, proposed } from '../../ui/fake-decisions';
import { newId } from '../support/records';
import { TestPhone } from '../support/visit';

const { document_id: _, ...content } = proposed(RETURNED);

it('is one signed act, and no inspection of the phone', async () => {
  const phone = await TestPhone.make([]);
  const [first, second] = await Promise.all([phone.visits.proposals.propose(content), phone.visits.proposals.propose(content)]);
  expect(second).toEqual(first);
  expect(await phone.types(first.recordId)).toEqual(['decision.proposed']);
  expect(await phone.checkLog()).toBe(1);
  await phone.restart();
  expect(phone.visits.all.value).toEqual([]);
});

it('replaces what came back, under the same ids', async () => {
  const phone = await TestPhone.make([]);
  const ids = { recordId: newId(), documentId: newId() };
  expect(await phone.visits.proposals.propose(content, ids)).toEqual(ids);
  expect(await phone.visits.proposals.propose({ ...content, reason: 'Nêu rõ hơn' }, ids)).toEqual(ids);
  expect(await phone.types(ids.recordId)).toEqual(['decision.proposed', 'decision.proposed']);
});
