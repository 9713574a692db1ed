/** The plain stream of a rescue file, read from the phone's memory as it is asked for, and what encryption makes of it. */
import type { StoredPhoto } from '../domain/model';
import type { Store } from '../store/store';

/** Read at a time: less than a chunk of the store, so that one photograph is never in memory whole. */
const SLICE_BYTES = 1024 * 1024;
/** Handed over as one Blob, which a browser may keep on the disk. */
const PART_BYTES = 4 * 1024 * 1024;

/** The phone lost bytes of a photograph: the file is made again without it. */
export class BytesMissing extends Error {
  constructor(readonly photoId: string) {
    super(`bytes of ${photoId} are missing`);
  }
}

/** `head`, then each photograph's bytes. Errors with BytesMissing. `read` is told how many bytes have been read. */
export function plainStream(store: Store, head: Uint8Array, photos: StoredPhoto[], read: (bytes: number) => void): ReadableStream<Uint8Array> {
  let photo = 0;
  let offset = 0;
  let started = false;
  let done = 0;
  function give(controller: ReadableStreamDefaultController<Uint8Array>, bytes: Uint8Array): void {
    done += bytes.byteLength;
    read(done);
    controller.enqueue(bytes);
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!started) {
          started = true;
          return give(controller, head);
        }
        const row = photos[photo];
        if (!row) return controller.close();
        const wanted = Math.min(SLICE_BYTES, row.size - offset);
        const bytes = await store.bytes(row.id, offset, offset + wanted);
        if (bytes?.byteLength !== wanted) throw new BytesMissing(row.id);
        offset += wanted;
        if (offset === row.size) {
          photo += 1;
          offset = 0;
        }
        give(controller, new Uint8Array(bytes));
      },
    },
    { highWaterMark: 0 },
  );
}

/** Collects a stream into Blobs of some MiB: what was written need not stay in memory while the rest is made. */
export async function collect(stream: ReadableStream<Uint8Array>): Promise<Blob[]> {
  const reader = stream.getReader();
  const parts: Blob[] = [];
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (value) {
      waiting.push(new Uint8Array(value));
      size += value.byteLength;
    }
    if (size >= PART_BYTES || (done && size > 0)) {
      parts.push(new Blob(waiting));
      waiting = [];
      size = 0;
    }
    if (done) return parts;
  }
}
