/** Asks the picture worker for a thumbnail; the screen never waits long for one, and a photograph never fails for want of one. */
import type { PictureAnswer, PictureWish } from '../../worker/pictures';

/** A photograph is written down with its thumbnail in one transaction, so this is also how long it may stay unwritten. */
const PATIENCE_MS = 2_500;

let worker: Worker | null = null;
let next = 0;
const waiting = new Map<number, (jpeg: ArrayBuffer | null) => void>();

function answerAll(): void {
  for (const answer of waiting.values()) answer(null);
  waiting.clear();
  worker?.terminate();
  worker = null;
}

function start(): Worker | null {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return null;
  const made = new Worker(new URL('../../worker/pictures.ts', import.meta.url), { type: 'module', name: 'pictures' });
  made.onmessage = (event: MessageEvent<PictureAnswer>) => {
    waiting.get(event.data.id)?.(event.data.jpeg);
    waiting.delete(event.data.id);
  };
  made.onerror = answerAll;
  return made;
}

/** JPEG of at most 320 px, or null where none can be made here or in time. Never rejects. */
export function thumbnailOf(bytes: ArrayBuffer, mediaType: string): Promise<ArrayBuffer | null> {
  worker ??= start();
  const target = worker;
  if (target === null) return Promise.resolve(null);
  next += 1;
  const id = next;
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      waiting.delete(id);
      resolve(null);
    }, PATIENCE_MS);
    waiting.set(id, (jpeg) => {
      clearTimeout(late);
      resolve(jpeg);
    });
    target.postMessage({ id, blob: new Blob([bytes], { type: mediaType }) } satisfies PictureWish);
  });
}
