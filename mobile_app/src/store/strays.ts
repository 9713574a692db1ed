/** Bytes in the store `chunks` that nothing on this phone names, and bytes that change together with the note that names them.
 *
 * Whatever is captured is written with its name in one transaction, or named before it is copied. So there should be no such
 * bytes; what an earlier version left, when it was killed in between, is found here and shown. Nothing of it is ever deleted
 * without somebody's word. */
import { validate, version } from 'uuid';
import { putChunks, readChunks } from './chunks';
import type { Connection, Names, Read, Write } from './connection';
import type { BytesChange, StrayBytes, Strays } from './stray-bytes';

const HEAD_BYTES = 32;
const STORES: Names[] = ['chunks', 'photos', 'filings', 'meta'];
const INFORMATIONS = 'informations:';

type Small = <T>(stores: Names[], durability: 'strict' | 'relaxed', work: (tx: Write) => Promise<T>) => Promise<T>;
type Large = (stores: Names[], work: (tx: Write) => Promise<void>) => Promise<void>;
interface WithPhotos {
  photos: readonly { id: string }[];
}

const allOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);

export async function deleteChunks(tx: Write, ids: readonly string[]): Promise<void> {
  for (const id of ids) await tx.objectStore('chunks').delete(allOf(id));
}

/** Everything that names bytes: photographs and documents of acts, documents that are being filed, informations of every officer. */
async function namesIn(tx: Read | Write): Promise<Set<string>> {
  const found = new Set<string>(await tx.objectStore('photos').getAllKeys());
  for (const draft of await tx.objectStore('filings').getAll()) {
    for (const part of draft.parts) found.add(part.id);
    if (draft.pdf) found.add(draft.pdf);
  }
  for (const { value } of await tx.objectStore('meta').getAll(IDBKeyRange.bound(INFORMATIONS, `${INFORMATIONS}\uffff`))) {
    const { drafts, queued } = value as { drafts: WithPhotos[]; queued: WithPhotos[] };
    for (const one of [...drafts, ...queued]) for (const photo of one.photos) found.add(photo.id);
  }
  return found;
}

/** The time in a UUIDv7 (RFC 9562 §5.7). */
const timeOf = (id: string): number | null => (validate(id) && version(id) === 7 ? Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) : null);

export function straysOf(db: Connection, small: Small): Strays {
  return {
    find: () =>
      db.read(STORES, async (tx) => {
        const named = await namesIn(tx);
        const ids = new Set((await tx.objectStore('chunks').getAllKeys()).map(([id]) => id).filter((id) => !named.has(id)));
        const found: StrayBytes[] = [];
        for (const id of ids) {
          let size = 0;
          let head = new Uint8Array(0);
          // Record by record: what is left may be as large as a film.
          for (const key of await tx.objectStore('chunks').getAllKeys(allOf(id))) {
            const row = await tx.objectStore('chunks').get(key);
            if (row && key[1] === 0) head = new Uint8Array(row.bytes.slice(0, HEAD_BYTES));
            size += row?.bytes.byteLength ?? 0;
          }
          found.push({ id, size, at: timeOf(id), head });
        }
        return found.sort((one, other) => (one.id < other.id ? -1 : 1));
      }),
    bytes: ({ id, size }) => db.read(['chunks'], (tx) => readChunks(tx, id, 0, size)),
    drop: (id) =>
      small(STORES, 'strict', async (tx) => {
        if ((await namesIn(tx)).has(id)) return false;
        await deleteChunks(tx, [id]);
        return true;
      }),
  };
}

/** Writes a note and the bytes that it names, or no longer names, in one transaction: all or nothing, whenever the app is killed. */
export async function putWithBytes(key: string, value: unknown, { put, drop = [] }: BytesChange, small: Small, large: Large): Promise<void> {
  const write = async (tx: Write): Promise<void> => {
    await tx.objectStore('meta').put({ key, value });
    if (put) await putChunks(tx, put.id, put.bytes);
    await deleteChunks(tx, drop);
  };
  await (put ? large(['meta', 'chunks'], write) : small(['meta', 'chunks'], 'strict', write));
}
