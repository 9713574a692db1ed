import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { byUrgency, NoticeBoard } from '../../../src/app/notices';
import type { ToldNotice } from '../../../src/app/services';
import type { HeldRow, Store } from '../../../src/store/store';
import { told } from '../../ui/fake-services';

/** A store with what sync has put there, by officer. `write` notifies listeners as
 * the store does. */
function shelf(held: Record<string, ToldNotice[]>, read: string[] = []) {
  const listeners: Parameters<Store['watch']>[0][] = [];
  const store: Pick<Store, 'held' | 'meta' | 'watch'> = {
    meta: async <T>() => read as T,
    held: async (officerId, kind) => (kind === 'notice' ? (held[officerId] ?? []) : []).map((value): HeldRow => ({ officerId, kind, id: value.id, value })),
    watch: (listener) => {
      listeners.push(listener);
      return () => undefined;
    },
  };
  const reads = (id: string): void => {
    read.push(id);
    for (const listener of listeners) listener({ table: 'meta' });
  };
  const write = (officerId: string, notices: ToldNotice[]): void => {
    held[officerId] = notices;
    for (const listener of listeners) listener({ table: 'held' });
  };
  return { store, write, reads };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('what an officer was told', () => {
  it('is shown worst first, and of equals what ends sooner', () => {
    const later = told('last_day', { id: 'b', due_at: '2026-11-27T17:00:00Z' });
    const all = [told('half'), later, told('lapsed'), told('last_day'), told('missed')];
    expect(all.sort(byUrgency).map((one) => one.moment)).toEqual(['missed', 'last_day', 'last_day', 'lapsed', 'half']);
    expect(all[2]).toBe(later);
  });

  it('comes and goes with what the server tells', async () => {
    const { store, write } = shelf({ an: [told('half')] });
    const board = new NoticeBoard(store, signal('an'));
    await settled();
    expect(board.all.value.map((one) => one.moment)).toEqual(['half']);
    write('an', [told('missed'), told('half')]);
    await settled();
    expect(board.all.value.map((one) => one.moment)).toEqual(['missed', 'half']);
    write('an', []);
    await settled();
    expect(board.all.value).toEqual([]);
  });

  it('goes from this phone once it was read, like any other notice', async () => {
    const { store, reads } = shelf({ an: [told('half', { id: 'a' }), told('missed', { id: 'b' })] });
    const board = new NoticeBoard(store, signal('an'));
    await settled();
    reads('b');
    await settled();
    expect(board.all.value.map((one) => one.id)).toEqual(['a']);
  });

  it("is nobody else's: a locked phone shows none, another officer his own", async () => {
    const { store } = shelf({ an: [told('half')], binh: [told('missed')] });
    const officer = signal<string | null>('an');
    const board = new NoticeBoard(store, officer);
    await settled();
    officer.value = null;
    expect(board.all.value).toEqual([]);
    await settled();
    expect(board.all.value).toEqual([]);
    officer.value = 'binh';
    await settled();
    expect(board.all.value.map((one) => one.moment)).toEqual(['missed']);
  });
});
