/** Requests a thumbnail from the picture worker. The screen never waits long for it, and a
 * photograph never fails because it has none. */
import type { PictureAnswer, PictureWish } from '../../worker/pictures';

/** How long to wait for a thumbnail. The photograph is already stored
 * by then (../visit/shots.ts). */
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

/** A JPEG of at most 320 px, or null if none can be made here or in time. Never rejects. */
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
