import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { ToldService } from '../../../src/app/told';
import type { ToldThing } from '../../../src/app/services';
import type { Store } from '../../../src/store/store';

const HERE = 'this-phone';
const thing = (id: string, deviceId: string, at: string): ToldThing => ({ id, kind: 'device', record_id: deviceId, title: { vi: 'Thiết bị mới', en: 'New device' }, text: { vi: 'x', en: 'x' }, at });

/** A store with what sync has put there, by officer. */
function shelf(held: Record<string, ToldThing[]>) {
  const meta = new Map<string, unknown>();
  const listeners: Parameters<Store['watch']>[0][] = [];
  const store = {
    held: async (officerId: string, kind: string) => (kind === 'told' ? (held[officerId] ?? []) : []).map((value) => ({ officerId, kind, id: value.id, value })),
    meta: async (key: string) => meta.get(key),
    setMeta: async (key: string, value: unknown) => {
      meta.set(key, value);
      for (const listener of listeners) listener({ table: 'meta' });
    },
    deviceKey: async () => ({ deviceId: HERE }),
    watch: (listener: Parameters<Store['watch']>[0]) => {
      listeners.push(listener);
      return () => undefined;
    },
  } as unknown as Store;
  return { store, meta };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

it('an officer is told of a device that is new to his account, newest first, and not of the one in his hand', async () => {
  const { store } = shelf({ an: [thing('a', 'd1', '2026-11-24T02:00:00Z'), thing('b', 'd2', '2026-11-24T03:00:00Z'), thing('c', HERE, '2026-11-24T04:00:00Z')] });
  const told = new ToldService(store, signal('an'));
  await settled();
  expect(told.all.value.map((each) => each.id)).toEqual(['b', 'a']);
});

it('what he has read on this phone is gone from it, and what the server took back is not remembered', async () => {
  const held = { an: [thing('a', 'd1', '2026-11-24T02:00:00Z'), thing('b', 'd2', '2026-11-24T03:00:00Z')] };
  const { store, meta } = shelf(held);
  const told = new ToldService(store, signal('an'));
  await settled();
  await told.read('b');
  await settled();
  expect(told.all.value.map((each) => each.id)).toEqual(['a']);
  held.an = [thing('a', 'd1', '2026-11-24T02:00:00Z')];
  await told.read('a');
  await settled();
  expect(told.all.value).toEqual([]);
  expect([...meta.values()]).toEqual([['a']]);
});

it('is nobody else’s', async () => {
  const officer = signal<string | null>('an');
  const { store } = shelf({ an: [thing('a', 'd1', '2026-11-24T02:00:00Z')] });
  const told = new ToldService(store, officer);
  await settled();
  officer.value = 'binh';
  expect(told.all.value).toEqual([]);
  await settled();
  expect(told.all.value).toEqual([]);
});

it('drafts of teams that wait stand apart, the longest waiting first, until the server takes them back', async () => {
  const draft = (id: string, at: string): ToldThing => ({ ...thing(id, `inspection-${id}`, at), kind: 'draft' });
  const held = { an: [draft('a', '2026-11-24T03:00:00Z'), thing('b', 'd1', '2026-11-24T02:30:00Z'), draft('c', '2026-11-24T02:00:00Z')] };
  const { store } = shelf(held);
  const told = new ToldService(store, signal('an'));
  await settled();
  expect(told.drafts.value.map((each) => each.id)).toEqual(['c', 'a']);
  expect(told.all.value.map((each) => each.id)).toEqual(['b']);
  await told.read('c');
  await settled();
  expect(told.drafts.value.map((each) => each.id)).toEqual(['c', 'a']);
});
