/** Copies for the party on the phone: a code from the server, and a list of what it has still to be told. */
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { CopyService, queuedCopies } from '../../../src/app/copies';
import { lockBy } from '../../../src/app/locks';
import { Refused, Unreached, type Api } from '../../../src/net/api';
import type { CopyHanded, HandCopy } from '../../../src/wire';

const CODE = '7K2M-9QXT-4B8D-HW3N-CJ5R-0VYF-6ZPA';
const PAPER = { code: CODE, inspectionId: 'i', name: '1/BB-KT' };
const SAID = { copy_id: null, way: 'a4' as const, receiver: 'Bà Lê Thị Hoa', appointment: null };
const NO_SIGNAL = new Unreached('no signal');
const refusal = (code: string): Refused => new Refused(409, { code, text: { vi: `Bị từ chối: ${code}`, en: code }, retryable: false } as never, null);

/** A phone whose store outlives the app, and a server that answers or not. */
function phone() {
  const kept = new Map<string, unknown>();
  const officer = signal<string | null>('an');
  const asked: { id: string; replaces: string | null }[] = [];
  const taken: HandCopy[] = [];
  let trouble: Error | null = null;
  let waiting = false;
  let now = Date.parse('2026-11-24T03:00:00Z');
  const store = {
    meta: async <T,>(key: string) => structuredClone(kept.get(key)) as T | undefined,
    setMeta: async (key: string, value: unknown) => void kept.set(key, structuredClone(value)),
    watch: () => () => undefined,
  };
  const api = {
    copies: async () => Promise.reject(trouble ?? new Error('not asked for')),
    giveCopy: async (_code, order) => {
      asked.push(order);
      if (trouble) throw trouble;
      return { id: `copy ${asked.length}`, second_code: 'ABCD-EFGH-JKMN' } as CopyHanded;
    },
    printCopy: async () => new ArrayBuffer(4),
    handCopy: async (_code, said) => {
      if (trouble) throw trouble;
      taken.push(said);
      return {} as never;
    },
  } satisfies Pick<Api, 'copies' | 'giveCopy' | 'printCopy' | 'handCopy'>;
  const open = () => new CopyService(store, api, officer, lockBy(null), () => now, async () => waiting);
  return {
    open, officer, asked, taken, store, kept,
    sends: (acts: boolean) => (waiting = acts),
    fails: (error: Error | null) => (trouble = error),
    passes: (ms: number) => (now += ms),
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a second code', () => {
  it('is asked for with the same id until there is an answer, so that a lost one costs nobody a code', async () => {
    const { open, asked, fails } = phone();
    fails(NO_SIGNAL);
    await expect(open().give(CODE, null)).rejects.toBe(NO_SIGNAL);
    await expect(open().give(CODE, 'before')).rejects.toBe(NO_SIGNAL); // the app was killed in between
    fails(null);
    const again = open();
    await again.give(CODE, null);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(asked.map(({ replaces }) => replaces)).toEqual([null, 'before', null]);
    await again.give(CODE, 'copy 3');
    expect(asked[3]!.id).not.toBe(asked[0]!.id);
  });

  it('is asked for anew after a refusal', async () => {
    const { open, asked, fails } = phone();
    fails(refusal('copy_in_use'));
    await expect(open().give(CODE, null)).rejects.toThrow('copy_in_use');
    fails(null);
    await open().give(CODE, 'seen');
    expect(asked[0]!.id).not.toBe(asked[1]!.id);
  });

  it('is in memory only, for half an hour, and for who asked', async () => {
    const { open, officer, kept, passes } = phone();
    const copies = open();
    await copies.give(CODE, null);
    expect(copies.given(CODE)?.second_code).toBe('ABCD-EFGH-JKMN');
    expect(JSON.stringify([...kept])).not.toContain('ABCD');
    passes(30 * 60_000);
    expect(copies.given(CODE)).toBeNull();
    await copies.give(CODE, null);
    officer.value = null;
    officer.value = 'an';
    expect(copies.given(CODE)).toBeNull();
    officer.value = null;
    await expect(copies.give(CODE, null)).rejects.toThrow();
  });
});

describe('a copy that was handed over', () => {
  it('is kept without a signal, over a kill, and sent once as it was said', async () => {
    const { open, store, taken, fails, passes } = phone();
    fails(NO_SIGNAL);
    expect(await open().record(PAPER, SAID)).toBe(false);
    expect(await queuedCopies(store as never, 'an')).toBe(1);
    passes(3_600_000);
    const later = open();
    await settled();
    expect(later.queued.value.map(({ said, problem }) => [said.receiver, problem])).toEqual([['Bà Lê Thị Hoa', null]]);
    fails(null);
    await later.send();
    await later.send();
    expect(taken.map(({ receiver, handed_at }) => [receiver, handed_at])).toEqual([['Bà Lê Thị Hoa', '2026-11-24T03:00:00.000Z']]);
    expect(later.queued.value).toEqual([]);
    expect(await queuedCopies(store as never, 'an')).toBe(0);
  });

  it('stays with the reason if the server refuses it, and goes only by the officer’s word', async () => {
    const { open, fails, taken } = phone();
    const copies = open();
    fails(NO_SIGNAL);
    await copies.record(PAPER, SAID);
    const [first] = copies.queued.value;
    await copies.discard(first!.said.id);
    expect(copies.queued.value).toHaveLength(1); // what was not refused cannot be dropped
    fails(refusal('not_found'));
    expect(await copies.record(PAPER, { ...SAID, receiver: 'Ông Nam' })).toBe(false);
    expect(copies.queued.value.map(({ problem }) => problem?.en)).toEqual(['not_found', 'not_found']);
    await copies.discard(first!.said.id);
    fails(null); // the paper has reached the server since
    await copies.send();
    expect(taken.map(({ receiver }) => receiver)).toEqual(['Ông Nam']);
  });

  it('waits for its paper without a word of trouble while that is on its way', async () => {
    const { open, fails, sends } = phone();
    const copies = open();
    await settled();
    fails(refusal('not_found'));
    sends(true);
    expect(await copies.record(PAPER, SAID)).toBe(false);
    expect(copies.queued.value.map(({ problem }) => problem)).toEqual([null]);
    sends(false);
    await copies.send();
    expect(copies.queued.value.map(({ problem }) => problem?.en)).toEqual(['not_found']);
  });

  it('is nobody else’s: another officer neither sees nor sends it', async () => {
    const { open, officer, fails, taken } = phone();
    const copies = open();
    fails(NO_SIGNAL);
    await copies.record(PAPER, SAID);
    await copies.wish(PAPER);
    fails(null);
    officer.value = 'binh';
    await settled();
    expect([copies.queued.value, copies.wishes.value]).toEqual([[], []]);
    await copies.send();
    expect(taken).toEqual([]);
    officer.value = 'an';
    await settled();
    expect(copies.queued.value).toHaveLength(1);
  });

  it('is remembered as a wish until a code was handed over', async () => {
    const { open } = phone();
    const copies = open();
    await copies.wish(PAPER);
    await copies.wish(PAPER);
    await copies.record(PAPER, SAID); // the paper alone
    expect(copies.wishes.value).toHaveLength(1);
    await copies.record(PAPER, { ...SAID, copy_id: 'copy 1', way: 'screen' });
    expect(copies.wishes.value).toEqual([]);
    await copies.wish(PAPER);
    await copies.forgetWish(CODE);
    expect(copies.wishes.value).toEqual([]);
  });
});
