/** No photograph is lost between the shutter and the phone's memory, and no keystroke between
 * the finger and it. */
import { describe, expect, it, vi } from 'vitest';
import { autosave } from '../../../src/ui/visit/autosave';
import { shotDesk } from '../../../src/ui/visit/shots';
import { smallPictures } from '../../../src/ui/visit/small-pictures';

const photo = (caption: string) => ({ bytes: new ArrayBuffer(8), mediaType: 'image/jpeg', way: 'camera' as const, caption, place: null });
const full = { vi: 'Máy hết chỗ.', en: 'The phone is full.' };

const stored = (caption: string | null) => ({ id: caption ?? '', mediaType: 'image/jpeg' });

describe('the shutter', () => {
  it('waits for nothing before a photograph is written: its small picture is made afterwards, one at a time', async () => {
    const kept = new Map<string, ArrayBuffer>();
    let running = 0;
    const draw = smallPictures(
      (id) => Promise.resolve(kept.has(id) ? null : new ArrayBuffer(8)),
      async (bytes) => {
        running += 1;
        expect(running).toBe(1);
        await Promise.resolve();
        running -= 1;
        return bytes.slice(0, 1);
      },
      (id, jpeg) => {
        if (id === 'đầy' && !kept.has('hai')) return Promise.reject(new Error('full'));
        kept.set(id, jpeg);
        return Promise.resolve();
      },
    );
    for (const id of ['một', 'một', 'đầy', 'hai']) draw(id, 'image/jpeg');
    await vi.waitFor(() => expect([...kept.keys()]).toEqual(['một', 'hai']));
    draw('đầy', 'image/jpeg');
    await vi.waitFor(() => expect(kept.size).toBe(3));
  });

  it('writes photographs one after the other in the order in which they were taken', async () => {
    const written: (string | null)[] = [];
    const drawn: string[] = [];
    const desk = shotDesk(
      async (_, shot) => {
        await Promise.resolve();
        written.push(shot.caption);
        return stored(shot.caption);
      },
      (id) => drawn.push(id),
      () => full,
    );
    for (const caption of ['một', 'hai', 'ba']) desk.take('i', photo(caption));
    expect(desk.pending.value).toHaveLength(3);
    await vi.waitFor(() => expect(desk.pending.value).toHaveLength(0));
    expect(written).toEqual(['một', 'hai', 'ba']);
    expect(drawn).toEqual(['một', 'hai', 'ba']);
  });

  it('keeps a photograph that the full phone refused, goes on with the next, and writes it when asked again', async () => {
    let room = false;
    const written: (string | null)[] = [];
    const desk = shotDesk(
      (_, shot) => {
        if (!room && shot.caption === 'một') return Promise.reject(new Error('full'));
        written.push(shot.caption);
        return Promise.resolve(stored(shot.caption));
      },
      () => undefined,
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
