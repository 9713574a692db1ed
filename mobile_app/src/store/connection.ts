/** A connection to IndexedDB that reopens when the browser drops it.
 *
 * WebKit loses its IndexedDB server while an app is in the background. Every later call then fails
 * until the database is opened again (Expensify/App#87864, enketo/enketo#1576). Work that fails for
 * that reason is therefore done once more on a new connection. Each piece of work is one
 * transaction and can safely be repeated.
 */
import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { DATABASE, VERSION, upgrade, type PhoneDatabase } from './schema';
import { StorageFull } from './store';

export type Names = StoreNames<PhoneDatabase>;
export type Write = IDBPTransaction<PhoneDatabase, Names[], 'readwrite'>;
export type Read = IDBPTransaction<PhoneDatabase, Names[], 'readonly'>;

/** An open database, and a promise that never resolves: it rejects when the browser has dropped
 * the connection. A transaction on a dropped connection may never report anything, neither
 * complete nor abort. */
interface Open {
  db: IDBPDatabase<PhoneDatabase>;
  lost: Promise<never>;
}

/** How long to wait for the reason of a failed transaction. */
const REASON_MS = 1_000;

export class Connection {
  private opening: Promise<Open> | null = null;
  private closed = false;
  /** This page has opened the database before, so it must exist. */
  private seen = false;

  /** `onOutdated` is called when another tab wants a newer schema. This tab has then closed its
   * connection and must be loaded again. */
  constructor(
    private readonly name: string = DATABASE,
    private readonly onOutdated: () => void = () => undefined,
  ) {}

  /** Reads in one transaction. */
  read<T>(stores: Names[], work: (tx: Read) => Promise<T>): Promise<T> {
    return this.twice(async (db) => {
      const tx = db.transaction(stores, 'readonly');
      return await settled(tx, work);
    });
  }

  /** Writes in one transaction. All of it is stored when this resolves, and nothing when it
   * rejects. Raises StorageFull. */
  async write<T>(stores: Names[], durability: 'strict' | 'relaxed', work: (tx: Write) => Promise<T>): Promise<T> {
    return await this.twice(async (db) => {
      const tx = db.transaction(stores, 'readwrite', { durability });
      return await settled(tx, work);
    });
  }

  close(): void {
    this.closed = true;
    void this.drop();
  }

  private async twice<T>(work: (db: IDBPDatabase<PhoneDatabase>) => Promise<T>): Promise<T> {
    try {
      return await this.once(work);
    } catch (error) {
      if (!isLost(error) || this.closed) throw named(error);
      await this.drop();
    }
    try {
      return await this.once(work);
    } catch (error) {
      throw named(error);
    }
  }

  private async once<T>(work: (db: IDBPDatabase<PhoneDatabase>) => Promise<T>): Promise<T> {
    this.opening ??= this.open();
    const { db, lost } = await this.opening;
    return Promise.race([work(db), lost]);
  }

  private async open(): Promise<Open> {
    let lose: (error: DOMException) => void = () => undefined;
    const lost = new Promise<never>((_resolve, reject) => {
      lose = reject;
    });
    // Most connections are lost while nothing waits for this promise.
    lost.catch(() => undefined);
    try {
      const db = await openDB<PhoneDatabase>(this.name, VERSION, {
        upgrade: (opened, oldVersion, _newVersion, tx) => {
          // The database disappeared while the page was open: Chromium deletes a database
          // that a full disk has damaged. With an empty one the app would claim that
          // everything is sent. This page therefore keeps what it shows, and nothing is
          // written until it is opened again.
          if (this.seen && oldVersion === 0) {
            tx.done.catch(() => undefined);
            tx.abort();
          } else {
            upgrade(opened, oldVersion);
          }
        },
        blocking: () => {
          void this.drop();
          this.onOutdated();
        },
        terminated: () => {
          this.opening = null;
          lose(new DOMException('Connection to Indexed Database server lost', 'UnknownError'));
        },
      });
      this.seen = true;
      return { db, lost };
    } catch (error) {
      this.opening = null;
      if (this.seen && nameOf(error) === 'AbortError') throw new StorageFull('The database is gone', { cause: error });
      throw error;
    }
  }

  private async drop(): Promise<void> {
    const opening = this.opening;
    this.opening = null;
    try {
      (await opening)?.db.close();
    } catch {
      // It was never opened, or its server is gone: there is nothing to close.
    }
  }
}

async function settled<Tx extends { done: Promise<void>; abort(): void; error: DOMException | null }, T>(
  tx: Tx,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const done = tx.done.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  try {
    const result = await work(tx);
    const failed = await done;
    if (failed) throw tx.error ?? failed.error;
    return result;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // The transaction is over already: it aborted by itself.
    }
    await Promise.race([done, new Promise((resolve) => setTimeout(resolve, REASON_MS))]);
    // The transaction's own reason is more precise than the request's AbortError.
    if (nameOf(error) === 'AbortError' && tx.error) throw tx.error;
    throw error;
  }
}

/** Failures that a new connection cures. Source: PHONE.md pitfall 12 and WebKit's messages. */
function isLost(error: unknown): boolean {
  const name = nameOf(error);
  if (name === 'InvalidStateError' || name === 'UnknownError') return true;
  return error instanceof Error && /Connection to Indexed Database server lost|connection (is clos|was closed)/i.test(error.message);
}

/** Chromium's messages on a really full disk, when no quota is exceeded (156, tried on a small
 * file system). The first appears if bytes did not fit, the second if Chromium cannot even open
 * its own files. A damaged profile gives the second as well; for that we know no remedy. */
const FULL_TEXTS = /failed to write blobs|opening backing store|full disk/i;

function isFull(error: unknown): boolean {
  if (error instanceof StorageFull || nameOf(error) === 'QuotaExceededError') return true;
  const named = nameOf(error) === 'UnknownError' || nameOf(error) === 'DataError';
  if (named && error instanceof Error && FULL_TEXTS.test(error.message)) return true;
  const cause = error instanceof Error ? (error as { cause?: unknown; inner?: unknown }) : null;
  return cause !== null && (nameOf(cause.cause) === 'QuotaExceededError' || nameOf(cause.inner) === 'QuotaExceededError');
}

function named(error: unknown): unknown {
  if (error instanceof StorageFull) return error;
  return isFull(error) ? new StorageFull('The disk is full', { cause: error }) : error;
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
