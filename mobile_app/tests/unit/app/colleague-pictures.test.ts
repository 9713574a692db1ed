/** Small pictures of colleagues' photographs are shown, and never delay what is to be sent. */
import { expect, it } from 'vitest';
import { ColleaguePictures } from '../../../src/app/colleague-pictures';
import { Refused, Unreached } from '../../../src/net/api';
import type { Store } from '../../../src/store/store';
import { someBytes } from '../support/records';

function shelf(answers: Record<string, ArrayBuffer | Error>, rows = new Map<string, unknown>()) {
  const asked: string[] = [];
  const line = { quiet: true, officer: 'an' as string | null, now: 0 };
  const store = { meta: async (key: string) => rows.get(key), setMeta: async (key: string, value: unknown) => void rows.set(key, value) } as unknown as Store;
  const api = {
    async smallPicture(id: string): Promise<ArrayBuffer> {
      asked.push(id);
      const answer = answers[id];
      if (answer instanceof ArrayBuffer) return answer;
      throw answer ?? new Unreached('offline');
    },
  };
  return { asked, line, rows, pictures: new ColleaguePictures(store, api, () => line.officer, () => line.quiet, () => line.now) };
}
const yes = (): boolean => true;
const pending = new Refused(409, { code: 'preview_pending' } as never, null);

it('a picture is fetched once, and is there without a signal after the app was closed', async () => {
  const picture = someBytes(50);
  const { pictures, asked, rows } = shelf({ p: picture });
  expect(await pictures.of('p', yes)).toEqual(picture);
  expect(await pictures.of('p', yes)).toEqual(picture);
  expect(asked).toEqual(['p']);
  const later = shelf({}, rows);
  expect(await later.pictures.of('p', yes)).toEqual(picture);
  expect(later.asked).toEqual([]);
  later.line.officer = 'minh';
  expect(await later.pictures.of('p', yes)).toBeNull();
});

it('nothing is fetched while something is sent, nor for a screen that was left, nor while locked', async () => {
  const { pictures, asked, line } = shelf({ p: someBytes(50) });
  line.quiet = false;
  expect(await pictures.of('p', yes)).toBeNull();
  line.quiet = true;
  expect(await pictures.of('p', () => false)).toBeNull();
  line.officer = null;
  expect(await pictures.of('p', yes)).toBeNull();
  expect(asked).toEqual([]);
});

it('one that is not made yet is asked for again a minute later; without a line at the next look', async () => {
  const { pictures, asked, line } = shelf({ p: pending });
  expect(await pictures.of('p', yes)).toBeNull();
  expect(await pictures.of('p', yes)).toBeNull();
  line.now = 60_000;
  expect(await pictures.of('p', yes)).toBeNull();
  await pictures.of('q', yes);
  await pictures.of('q', yes);
  expect(asked).toEqual(['p', 'p', 'q', 'q']);
});

it('the phone keeps three hundred of them', async () => {
  const all = Object.fromEntries(Array.from({ length: 301 }, (_, at) => [`p${at}`, someBytes(8)]));
  const { pictures, rows } = shelf(all);
  for (const id of Object.keys(all)) await pictures.of(id, yes);
  expect(rows.get('picture:an:p0')).toBeNull();
  expect(rows.get('pictures:an')).toHaveLength(300);
});
