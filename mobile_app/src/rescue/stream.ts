/** The plaintext stream of a rescue file, read from the phone's store on demand, and
 * its encrypted result. */
import { CHUNK_BYTES } from '../store/schema';

/** Bytes encrypted at a time, with a turn for the screen before each: 20 ms on a computer, about
 * 100 ms on a cheap phone. */
const SLICE_BYTES = 1024 * 1024;
/** Size of one Blob, which a browser may keep on the disk. */
const PART_BYTES = 4 * 1024 * 1024;

/** A file whose bytes follow the head, read from the store as they are written. */
export interface Following {
  id: string;
  size: number;
  /** Null if the store has lost them. */
  bytes(from: number, to: number): Promise<ArrayBuffer | null>;
}

/** The phone lost bytes of a photograph. The file is then made again without it. */
export class BytesMissing extends Error {
  constructor(readonly photoId: string) {
    super(`bytes of ${photoId} are missing`);
  }
}

/** Streams `head`, then each photograph's bytes. Errors with BytesMissing. `read` is called with
 * the number of bytes read so far. */
export function plainStream(head: Uint8Array, photos: readonly Following[], read: (bytes: number) => void): ReadableStream<Uint8Array> {
  let photo = 0;
  let offset = 0;
  let started = false;
  let done = 0;
  /** One record of the store, read once and returned slice by slice. */
  let record = new Uint8Array();
  async function next(row: Following): Promise<Uint8Array> {
    if (record.byteLength === 0) {
      const wanted = Math.min(CHUNK_BYTES, row.size - offset);
      const bytes = await row.bytes(offset, offset + wanted);
      if (bytes?.byteLength !== wanted) throw new BytesMissing(row.id);
      record = new Uint8Array(bytes);
    }
    const slice = record.subarray(0, SLICE_BYTES);
    record = record.subarray(SLICE_BYTES);
    return slice;
  }
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
        await new Promise((turn) => setTimeout(turn));
        const slice = await next(row);
        offset += slice.byteLength;
        if (offset === row.size) {
          photo += 1;
          offset = 0;
        }
        give(controller, slice);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Collects a stream into Blobs of a few MiB, so that what was written need not stay in memory
 * while the rest is made. */
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
