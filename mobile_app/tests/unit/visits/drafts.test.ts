import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/domain/model';
import { StorageFull } from '../../../src/store/store';
import { LEADER, inspectionView } from '../support/inspections';
import { newId } from '../support/records';
import { TestPhone, filled, photograph } from '../support/visit';
import { DraftSaver } from '../../../src/visits/drafts';

/** A disk that writes only on command, and remembers the order. */
class SlowDisk {
  readonly written: string[] = [];
  private readonly waiting: { place: string; end: (error?: Error) => void }[] = [];

  saveDraft(draft: Draft): Promise<void> {
    const place = String(draft.fields.place);
    return new Promise((resolve, reject) => {
      this.waiting.push({
        place,
        end: (error) => {
          if (error) return reject(error);
          this.written.push(place);
          resolve();
        },
      });
    });
  }

  /** Ends the write that is under way. There is never more than one per inspection. */
  async end(error?: Error): Promise<void> {
    const [next, second] = [this.waiting.shift(), this.waiting.at(0)];
    expect(second).toBeUndefined();
    next?.end(error);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const draft = (place: string, recordId = 'one'): Draft => ({
  officerId: LEADER, recordId, form: 'BB-KT', formVersion: 1, fields: { place }, writtenAs: null, screen: null, updatedAt: '2026-11-24T02:30:00Z',
});

function saver(): { disk: SlowDisk; drafts: DraftSaver } {
  const disk = new SlowDisk();
  return { disk, drafts: new DraftSaver(disk as never) };
}

describe('typing on a slow disk', () => {
  it('writes the first letter at once and then only the newest, in order', async () => {
    const { disk, drafts } = saver();
    const saved: string[] = [];
    for (const place of ['S', 'Số', 'Số 1', 'Số 12']) void drafts.save(draft(place)).then(() => saved.push(place));
    expect(drafts.pending(LEADER, 'one')?.fields.place).toBe('Số 12');
    await disk.end();
    expect(saved).toEqual(['S']);
    await disk.end();
    expect(disk.written).toEqual(['S', 'Số 12']);
    expect(saved).toEqual(['S', 'Số', 'Số 1', 'Số 12']);
    expect(drafts.pending(LEADER, 'one')).toBeNull();
  });

  it('keeps what could not be written, tells of it, and writes it with the next try', async () => {
    const { disk, drafts } = saver();
    const first = drafts.save(draft('Số 1'));
    const failed = expect(first).rejects.toThrow(StorageFull);
    await disk.end(new StorageFull());
    await failed;
    expect(drafts.pending(LEADER, 'one')?.fields.place).toBe('Số 1');
    const flushed = drafts.flush();
    await disk.end();
    await flushed;
    expect(disk.written).toEqual(['Số 1']);
  });

  it('never puts a failed write in place of something newer', async () => {
    const { disk, drafts } = saver();
    const first = drafts.save(draft('Số 1'));
    const second = drafts.save(draft('Số 2'));
    const failed = expect(first).rejects.toThrow(StorageFull);
    await disk.end(new StorageFull());
    await failed;
    await disk.end();
    await second;
    expect(disk.written).toEqual(['Số 2']);
  });

  it('flushes what is under way and what waits', async () => {
    const { disk, drafts } = saver();
    void drafts.save(draft('Số 1'));
    void drafts.save(draft('Số 2'));
    let flushed = false;
    const flush = drafts.flush().then(() => (flushed = true));
    await disk.end();
    expect(flushed).toBe(false);
    await disk.end();
    await flush;
    expect(disk.written.at(-1)).toBe('Số 2');
  });
});

describe('an app that is killed while somebody types', () => {
  it('loses at most the last letter', async () => {
    const id = newId();
    const phone = await TestPhone.make([inspectionView(id)]);
    const begun = await phone.visits.draft(id, 'BB-KT');
    const text = 'Cơ sở có niêm yết giá, không có hóa đơn mua vào';
    for (let length = 1; length < text.length; length++) {
      await phone.visits.saveDraft({ ...begun, fields: { ...begun.fields, team_opinion: text.slice(0, length) } });
    }
    void phone.visits.saveDraft({ ...begun, fields: { ...begun.fields, team_opinion: text } });
    const onDisk = (await phone.store.draft(LEADER, id))?.fields.team_opinion;
    expect([text, text.slice(0, -1)]).toContain(onDisk);
  });

  it('opens where it was', async () => {
    const id = newId();
    const phone = await TestPhone.make([inspectionView(id)]);
    await phone.visits.saveDraft({ ...(await phone.visits.draft(id, 'BB-KT')), screen: 'minutes' });
    await phone.restart();
    expect(phone.local(id).draft?.screen).toBe('minutes');
  });
});

describe('a letter typed while the minutes are written', () => {
  it('is not lost, and makes the draft differ from the minutes again', async () => {
    const id = newId();
    const phone = await TestPhone.make([inspectionView(id)]);
    const typed = filled(await phone.visits.draft(id, 'BB-KT'));
    await phone.visits.saveDraft(typed);
    const writing = phone.visits.writeMinutes(id);
    const more = phone.visits.saveDraft({ ...typed, fields: { ...typed.fields, team_opinion: 'Không có kiến nghị gì' } });
    const [minutes] = await Promise.all([writing, more]);
    const local = phone.local(id);
    expect(local.draft?.fields.team_opinion).toBe('Không có kiến nghị gì');
    expect((await phone.store.draft(LEADER, id))?.fields.team_opinion).toBe('Không có kiến nghị gì');
    if (local.minutes?.fields.team_opinion !== 'Không có kiến nghị gì') expect(local.draft?.writtenAs).toBeNull();
    expect(local.minutes?.id).toBe(minutes);
  });
});

describe('a keystroke', () => {
  it('folds nothing: the photographs and minutes that are shown stay the very same objects', async () => {
    const id = newId();
    const phone = await TestPhone.make([inspectionView(id)]);
    await phone.fill(id);
    await phone.visits.takePhoto(id, photograph(1));
    await phone.visits.settled();
    const before = phone.local(id);
    const begun = await phone.visits.draft(id, 'BB-KT');
    const saving = phone.visits.saveDraft({ ...begun, fields: { ...begun.fields, place: 'Số 9' } });
    const after = phone.local(id);
    expect(after.draft?.fields.place).toBe('Số 9');
    expect(after.photos).toBe(before.photos);
    expect(after.minutes).toBe(before.minutes);
    expect(after.acts).toBe(before.acts);
    await saving;
    expect(phone.local(id).draft?.fields.place).toBe('Số 9');
  });

  it('among 100 photographs: what it takes until it is shown and until it is on the disk, printed', async () => {
    const id = newId();
    const phone = await TestPhone.make([inspectionView(id)]);
    await phone.visits.open(id);
    for (let index = 0; index < 100; index++) {
      const taken = await phone.visits.takePhoto(id, photograph(index));
      await phone.visits.keepThumbnail(taken.id, new ArrayBuffer(12_000));
    }
    const goods = Array.from({ length: 200 }, (_, index) => ({ name: `Hàng ${index}`, unit: 'hộp', quantity: '1', kind: 'Không rõ', condition: 'Mới' }));
    await phone.fill(id, 'BB-KT', { goods });
    const begun = await phone.visits.draft(id, 'BB-KT');
    const photos = phone.local(id).photos;
    const shown: number[] = [];
    const saved: number[] = [];
    for (let index = 0; index < 200; index++) {
      // As a screen passes it: every row is a new object.
      const fields = structuredClone({ ...begun.fields, team_opinion: 'a'.repeat(index) });
      const start = performance.now();
      const saving = phone.visits.saveDraft({ ...begun, fields });
      shown.push(performance.now() - start);
      await saving;
      saved.push(performance.now() - start);
    }
    await phone.visits.settled();
    expect(phone.local(id).photos).toBe(photos);
    expect(phone.local(id).draft?.fields.team_opinion).toBe('a'.repeat(199));
    const figures = (times: number[]) => `median ${times.sort((a, b) => a - b)[100]?.toFixed(2)} ms, slowest ${times.at(-1)?.toFixed(2)} ms`;
    console.log(`a keystroke among 100 photographs and 200 rows of goods: shown after ${figures(shown)}; on the disk after ${figures(saved)}`);
  });
});
