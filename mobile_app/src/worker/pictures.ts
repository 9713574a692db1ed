/// <reference lib="webworker" />
/** Makes small pictures for display in a worker, away from the screen's thread: at most 320 px
 * and 64 kB. They are never evidence, and a canvas never has the full size. */

export interface PictureWish {
  id: number;
  blob: Blob;
}
export interface PictureAnswer {
  id: number;
  /** JPEG, or null if this browser cannot read the bytes (HEIC in Chromium), or if the result
   * was one flat colour. */
  jpeg: ArrayBuffer | null;
}

const SIDE = 320;
/** The server's limit for a phone's thumbnail is 64 kB. */
const MOST_BYTES = 64_000;
const QUALITIES = [0.75, 0.55, 0.35];

/** When memory runs out, iOS returns a white or black picture without an error. Such a thumbnail
 * would be false. */
function isFlat(context: OffscreenCanvasRenderingContext2D, width: number, height: number): boolean {
  const { data } = context.getImageData(0, 0, width, height);
  const low = [255, 255, 255];
  const high = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4 * 7) {
    for (let channel = 0; channel < 3; channel += 1) {
      const value = data[at + channel] ?? 0;
      if (value < (low[channel] ?? 0)) low[channel] = value;
      if (value > (high[channel] ?? 0)) high[channel] = value;
    }
  }
  return high.every((value, channel) => value - (low[channel] ?? 0) < 4);
}

async function bitmapOf(blob: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image', resizeWidth: SIDE, resizeQuality: 'medium' });
  } catch {
    return await createImageBitmap(blob); // for browsers that know no options
  }
}

async function smallOf(blob: Blob): Promise<ArrayBuffer | null> {
  const bitmap = await bitmapOf(blob);
  try {
    const scale = Math.min(1, SIDE / bitmap.width, SIDE / bitmap.height);
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) return null;
    context.drawImage(bitmap, 0, 0, width, height);
    if (isFlat(context, width, height)) return null;
    for (const quality of QUALITIES) {
      const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (jpeg.type === 'image/jpeg' && jpeg.size <= MOST_BYTES) return await jpeg.arrayBuffer();
    }
    return null;
  } finally {
    bitmap.close();
  }
}

const scope = self as unknown as DedicatedWorkerGlobalScope;
let turn: Promise<void> = Promise.resolve();

scope.onmessage = (event: MessageEvent<PictureWish>) => {
  const { id, blob } = event.data;
  // One at a time: two decoded photographs need 100 MB on a phone.
  turn = turn.then(async () => {
    let jpeg: ArrayBuffer | null = null;
    try {
      jpeg = await smallOf(blob);
    } catch {
      jpeg = null;
    }
    scope.postMessage({ id, jpeg } satisfies PictureAnswer, jpeg === null ? [] : [jpeg]);
  });
};
