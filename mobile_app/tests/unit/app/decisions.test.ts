/** The list of officers is on the phone before somebody proposes without a signal. */
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { DecisionService } from '../../../src/app/decisions';
import { Unreached } from '../../../src/net/api';

function made() {
  const kept = new Map<string, unknown>();
  const line = { there: true, asked: 0, now: 0 };
  const list = { team: [{ officer_id: 'b', full_name: 'Trần Ngọc Bích' }], legal_bases: [] };
  const proposalChoices = async () => {
    line.asked += 1;
    if (!line.there) throw new Unreached('no signal');
    return list;
  };
  const store = { held: async () => [], meta: async (key: string) => kept.get(key), setMeta: async (key: string, value: unknown) => void kept.set(key, value), watch: () => () => undefined };
  const nothing = async () => Promise.reject(new Error('not asked here'));
  const service = new DecisionService(store as never, { proposalChoices } as never, signal('an'), nothing, nothing, () => line.now);
  return { service, line, list };
}

describe('whom one may name to a team', () => {
  it('comes with the data of the phone, and is there without a signal', async () => {
    const { service, line, list } = made();
    await service.keepChoices();
    line.there = false;
    expect(await service.choices()).toEqual(list);
  });

  it('is asked for once an hour, and again after a request that did not arrive', async () => {
    const { service, line } = made();
    line.there = false;
    await expect(service.keepChoices()).rejects.toThrow();
    expect(await service.choices()).toBeNull();
    line.there = true;
    await service.keepChoices();
    await service.keepChoices();
    expect(line.asked).toBe(3);
    line.now += 3_600_000;
    await service.keepChoices();
    expect(line.asked).toBe(4);
  });
});
