/** A photograph is never lost between the shutter and the phone's memory; a keystroke never between the finger and it. */
import { describe, expect, it, vi } from 'vitest';
import { autosave } from '../../../src/ui/visit/autosave';
import { shotDesk } from '../../../src/ui/visit/shots';

const photo = (caption: string) => ({ bytes: new ArrayBuffer(8), mediaType: 'image/jpeg', way: 'camera' as const, caption, place: null });
const full = { vi: 'Máy hết chỗ.', en: 'The phone is full.' };

describe('the shutter', () => {
  it('writes photographs one after the other in the order in which they were taken', async () => {
    const written: (string | null)[] = [];
    const desk = shotDesk(
      async (_, shot) => {
        await Promise.resolve();
        written.push(shot.caption);
      },
      (bytes) => Promise.resolve(bytes.slice(0, 1)),
      () => full,
    );
    for (const caption of ['một', 'hai', 'ba']) desk.take('i', photo(caption));
    expect(desk.pending.value).toHaveLength(3);
    await vi.waitFor(() => expect(desk.pending.value).toHaveLength(0));
    expect(written).toEqual(['một', 'hai', 'ba']);
  });

  it('keeps a photograph that the full phone refused, goes on with the next, and writes it when asked again', async () => {
    let room = false;
    const written: (string | null)[] = [];
    const desk = shotDesk(
      (_, shot) => {
        if (!room && shot.caption === 'một') return Promise.reject(new Error('full'));
        written.push(shot.caption);
        return Promise.resolve();
      },
      () => Promise.resolve(null),
      () => full,
    );
    desk.take('i', photo('một'));
    desk.take('i', photo('hai'));
    await vi.waitFor(() => expect(written).toEqual(['hai']));
    expect(desk.pending.value).toMatchObject([{ state: 'failed', why: full, photo: { caption: 'một' } }]);
    room = true;
    desk.retry(desk.pending.value[0]?.key ?? '');
    await vi.waitFor(() => expect(desk.pending.value).toHaveLength(0));
    expect(written).toEqual(['hai', 'một']);
  });
});

describe('saving as one types', () => {
  it('never runs two saves at once, and the last one holds the last keystroke', async () => {
    let text = '';
    const saved: string[] = [];
    let running = 0;
    const saving = autosave(
      async () => {
        running += 1;
        expect(running).toBe(1);
        const now = text;
        await Promise.resolve();
        saved.push(now);
        running -= 1;
      },
      () => 'now',
    );
    for (const letter of 'biên bản') {
      text += letter;
      saving.request();
    }
    await saving.settled();
    expect(saved.at(-1)).toBe('biên bản');
    expect(saved.length).toBeLessThan('biên bản'.length);
    expect(saving.state.value).toEqual({ state: 'saved', at: 'now' });
  });

  it('says that it failed, and that it is saved once a later save succeeds', async () => {
    let room = false;
    const saving = autosave(
      () => (room ? Promise.resolve() : Promise.reject(new Error('full'))),
      () => 'now',
    );
    saving.request();
    await expect(saving.settled()).rejects.toThrow('full');
    expect(saving.state.value.state).toBe('failed');
    room = true;
    saving.request();
    await saving.settled();
    expect(saving.state.value.state).toBe('saved');
  });
});
