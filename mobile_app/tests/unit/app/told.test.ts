import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { ToldService } from '../../../src/app/told';
import type { ToldThing } from '../../../src/app/services';
import { isQuiet } from '../../../src/domain/quiet-hours';
import { kindKey } from '../../../src/ui/screens/home-told';
import type { Store } from '../../../src/store/store';

const HERE = 'this-phone';
const silent = { noticesRead: async () => undefined };
const thing = (id: string, deviceId: string, at: string): ToldThing => ({ id, kind: 'device', record_id: deviceId, title: { vi: 'Thiết bị mới', en: 'New device' }, text: { vi: 'x', en: 'x' }, at });

/** A store with what sync has put there, by officer. */
function shelf(held: Record<string, ToldThing[]>, limits: Record<string, string[]> = {}) {
  const meta = new Map<string, unknown>();
  const listeners: Parameters<Store['watch']>[0][] = [];
  const store = {
    held: async (officerId: string, kind: string) => {
      if (kind === 'notice') return (limits[officerId] ?? []).map((id) => ({ officerId, kind, id, value: { id } }));
      return (kind === 'told' ? (held[officerId] ?? []) : []).map((value) => ({ officerId, kind, id: value.id, value }));
    },
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
  const told = new ToldService(store, signal('an'), silent);
  await settled();
  expect(told.all.value.map((each) => each.id)).toEqual(['b', 'a']);
});

it('what he has read on this phone is gone from it, and what the server took back is not remembered', async () => {
  const held = { an: [thing('a', 'd1', '2026-11-24T02:00:00Z'), thing('b', 'd2', '2026-11-24T03:00:00Z')] };
  const { store, meta } = shelf(held);
  const told = new ToldService(store, signal('an'), silent);
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
  const told = new ToldService(store, officer, silent);
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
  const told = new ToldService(store, signal('an'), silent);
  await settled();
  expect(told.drafts.value.map((each) => each.id)).toEqual(['c', 'a']);
  expect(told.all.value.map((each) => each.id)).toEqual(['b']);
  await told.read('c');
  await settled();
  expect(told.drafts.value.map((each) => each.id)).toEqual(['c', 'a']);
});

it('what was read without a signal stays listed as read, below, and the server is told with the next contact', async () => {
  const held = { an: [thing('a', 'd1', '2026-11-24T02:00:00Z'), thing('b', 'd2', '2026-11-24T03:00:00Z')] };
  const { store } = shelf(held);
  const sent: string[][] = [];
  const told = new ToldService(store, signal('an'), { noticesRead: async (ids) => void sent.push(ids) });
  await settled();
  await told.tellRead();
  await told.read('b');
  await settled();
  expect(told.list.value.map((each) => [each.id, each.read])).toEqual([['a', false], ['b', true]]);
  await told.tellRead();
  expect(sent).toEqual([['b']]);
  held.an = [thing('a', 'd1', '2026-11-24T02:00:00Z')];
  await told.tellRead();
  expect(sent).toHaveLength(1);
});

it('quiet hours keep the top of the screen empty but for what is urgent, and the list is whole', async () => {
  const quiet = { quiet_from: 22 * 60, quiet_until: 6 * 60 };
  const held = { an: [{ ...thing('a', 'd1', '2026-11-24T02:00:00Z'), ...quiet }, { ...thing('b', 'd2', '2026-11-24T03:00:00Z'), ...quiet, urgent: true }] };
  const { store } = shelf(held);
  const told = new ToldService(store, signal('an'), silent, () => Date.parse('2026-11-24T16:30:00Z'));
  await settled();
  expect(told.all.value.map((each) => each.id)).toEqual(['b']);
  expect(told.list.value).toHaveLength(2);
});

it('quiet hours are Vietnam’s and may pass midnight', () => {
  const night = { quiet_from: 22 * 60, quiet_until: 6 * 60 };
  const at = (utc: string): boolean => isQuiet(night, Date.parse(utc));
  expect([at('2026-11-24T14:59:59Z'), at('2026-11-24T15:00:00Z'), at('2026-11-24T22:59:00Z'), at('2026-11-24T23:00:00Z')]).toEqual([false, true, true, false]);
  expect(isQuiet({ quiet_from: 720, quiet_until: 780 }, Date.parse('2026-11-24T05:30:00Z'))).toBe(true);
  expect(isQuiet({}, 0)).toBe(false);
});

it('a kind that this version does not know is shown as text', () => {
  expect(kindKey('overdue')).toBe('told.overdue');
  expect([kindKey('something new'), kindKey(null), kindKey(undefined)]).toEqual([null, null, null]);
});

it('a time limit that was read on this phone is told to the server as well, while it lists it', async () => {
  const asked: string[][] = [];
  const { store } = shelf({ an: [thing('a', 'd1', '2026-11-24T02:00:00Z')] }, { an: ['clock'] });
  const told = new ToldService(store, signal('an'), { noticesRead: async (ids) => void asked.push(ids) });
  await settled();
  await told.read('clock');
  await told.tellRead();
  expect(asked).toEqual([['clock']]);
});
