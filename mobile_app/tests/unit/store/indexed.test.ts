import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDB } from 'idb';
import { IndexedStore } from '../../../src/store/indexed';
import { HeadMoved, StorageFull } from '../../../src/store/store';
import { LAN, MINH, SHOP, aPhoto, anAct, firstDifference, someBytes } from '../support/records';

let name = 0;
let store: IndexedStore;

beforeEach(() => {
  name += 1;
  store = new IndexedStore({ name: `store-${name}`, reserveBytes: 1000 });
});
afterEach(() => store.close());

const MIB = 1024 * 1024;

/** Makes the write after `left` others fail in the way of `failing`. */
function failPuts(into: string, failing: (store: IDBObjectStore) => void, left = 0) {
  const real = IDBObjectStore.prototype.put;
  let count = 0;
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === into && count++ === left) failing(this);
    return real.apply(this, args);
  });
}
const full = () => {
  throw new DOMException('no room', 'QuotaExceededError');
};

describe('a photograph', () => {
  it('comes back byte for byte, whole and in parts that cross chunks', async () => {
    const bytes = someBytes(9 * MIB + 5);
    const act = anAct(1, null);
    const photo = aPhoto(act, bytes);
    await store.append(act, { officerId: LAN, seq: 1, head: 'h1' }, { row: photo, bytes });

    expect((await store.photo(photo.id))?.chunks).toBe(3);
    expect(firstDifference(await store.bytes(photo.id), bytes)).toBeNull();
    const part = await store.bytes(photo.id, 4 * MIB - 3, 4 * MIB + 512);
    expect(firstDifference(part, bytes.slice(4 * MIB - 3, 4 * MIB + 512))).toBeNull();
    expect((await store.bytes(photo.id, 9 * MIB, 12 * MIB))?.byteLength).toBe(5);
  });

  it('is there with its act or not at all when the disk is full in the middle of its bytes', async () => {
    const first = anAct(1, null);
    await store.append(first, { officerId: LAN, seq: 1, head: 'h1' });
    const bytes = someBytes(9 * MIB);
    const act = anAct(2, 'h1');
    const photo = aPhoto(act, bytes);
    const spy = failPuts('chunks', full, 1);

    await expect(
      store.append(act, { officerId: LAN, seq: 2, head: 'h2' }, { row: photo, bytes }),
    ).rejects.toBeInstanceOf(StorageFull);

    spy.mockRestore();
    expect(await store.act(act.id)).toBeUndefined();
    expect(await store.photo(photo.id)).toBeUndefined();
    expect(await store.head(LAN)).toEqual({ officerId: LAN, seq: 1, head: 'h1' });
    expect(await store.act(first.id)).toBeDefined();
    // The caller still has the bytes: once there is room, the same photograph is stored.
    await store.append(act, { officerId: LAN, seq: 2, head: 'h2' }, { row: photo, bytes });
    expect((await store.bytes(photo.id))?.byteLength).toBe(9 * MIB);
  });

  it('reports a full disk also where the browser only says that it aborted', async () => {
    failPuts('acts', () => undefined);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore) {
      (this.transaction as unknown as { _abort(name: string): void })._abort('QuotaExceededError');
      throw new DOMException('aborted', 'AbortError');
    });
    await expect(store.append(anAct(1, null), { officerId: LAN, seq: 1, head: 'h' })).rejects.toBeInstanceOf(StorageFull);
  });

  it('keeps its row and its receipt when its bytes are forgotten', async () => {
    const bytes = someBytes(5 * MIB);
    const act = anAct(1, null);
    const photo = aPhoto(act, bytes);
    await store.append(act, { officerId: LAN, seq: 1, head: 'h1' }, { row: photo, bytes });
    await store.forgetBytes(photo.id, '2026-12-01T00:00:00Z');
    expect(await store.bytes(photo.id)).toBeNull();
    expect(await store.photo(photo.id)).toMatchObject({ chunks: 0, forgottenAt: '2026-12-01T00:00:00Z' });
  });

  it('stays the same bytes under the same hash whatever a change says', async () => {
    const bytes = someBytes(10);
    const act = anAct(1, null);
    const photo = aPhoto(act, bytes);
    await store.append(act, { officerId: LAN, seq: 1, head: 'h1' }, { row: photo, bytes });
    await store.updatePhoto(photo.id, { sha256: 'f'.repeat(64), size: 1, state: 'sent' });
    expect(await store.photo(photo.id)).toMatchObject({ sha256: photo.sha256, size: 10, state: 'sent' });
  });
});

describe('the log of acts', () => {
  it('has no gap and no fork: an act that does not follow the head is turned away', async () => {
    await store.append(anAct(1, null), { officerId: LAN, seq: 1, head: 'h1' });
    await expect(store.append(anAct(1, null), { officerId: LAN, seq: 1, head: 'x' })).rejects.toBeInstanceOf(HeadMoved);
    await expect(store.append(anAct(3, 'h1'), { officerId: LAN, seq: 3, head: 'x' })).rejects.toBeInstanceOf(HeadMoved);
    await expect(store.append(anAct(2, 'h0'), { officerId: LAN, seq: 2, head: 'x' })).rejects.toBeInstanceOf(HeadMoved);
    expect(await store.head(LAN)).toEqual({ officerId: LAN, seq: 1, head: 'h1' });
  });

  it('lets only one of two tabs write the next act', async () => {
    const other = new IndexedStore({ name: `store-${name}` });
    const results = await Promise.allSettled([
      store.append(anAct(1, null), { officerId: LAN, seq: 1, head: 'a' }),
      other.append(anAct(1, null), { officerId: LAN, seq: 1, head: 'b' }),
    ]);
    expect(results.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await store.actsOf(LAN)).toHaveLength(1);
    other.close();
  });

  it('is one for each officer, in the order of writing', async () => {
    await store.append(anAct(1, null, { officerId: MINH }), { officerId: MINH, seq: 1, head: 'm1' });
    await store.append(anAct(1, null), { officerId: LAN, seq: 1, head: 'h1' });
    await store.append(anAct(2, 'h1', { recordId: MINH }), { officerId: LAN, seq: 2, head: 'h2' });
    await store.append(anAct(3, 'h2'), { officerId: LAN, seq: 3, head: 'h3' });
    expect((await store.actsOf(LAN)).map((each) => each.seq)).toEqual([1, 2, 3]);
    expect((await store.actsOfRecord(LAN, SHOP)).map((each) => each.seq)).toEqual([1, 3]);
    expect(await store.actsOf(MINH)).toHaveLength(1);
  });

  it('continues behind what the server has and never moves backwards', async () => {
    await store.raiseHead({ officerId: LAN, seq: 9, head: 'h9' });
    await store.raiseHead({ officerId: LAN, seq: 4, head: 'h4' });
    expect(await store.head(LAN)).toEqual({ officerId: LAN, seq: 9, head: 'h9' });
    await store.append(anAct(10, 'h9'), { officerId: LAN, seq: 10, head: 'h10' });
  });

  it('moves between states without ever changing what was signed', async () => {
    const act = anAct(1, null);
    await store.append(act, { officerId: LAN, seq: 1, head: 'h1' });
    await store.updateAct(act.id, { state: 'parked', act: { ...act.act, signature: 'forged' } });
    expect((await store.actsInState(LAN, 'parked'))[0]?.act).toEqual(act.act);
    expect(await store.actsInState(LAN, 'waiting')).toEqual([]);
  });
});

it('what is typed is written at once, and flushed to the disk soon after', async () => {
  const writes: (IDBTransactionDurability | undefined)[] = [];
  const real = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    if (args[1] === 'readwrite') writes.push(args[2]?.durability);
    return real.apply(this, args);
  });
  const draft = { officerId: LAN, recordId: SHOP, form: 'BB-KT', formVersion: 1, fields: {}, writtenAs: null, screen: null, updatedAt: 'x' };
  await store.saveDraft(draft);
  await store.saveDraft({ ...draft, updatedAt: 'y' });
  expect(writes).toEqual(['relaxed', 'relaxed']);
  await expect.poll(() => writes, { timeout: 3_000 }).toEqual(['relaxed', 'relaxed', 'strict']);
  expect((await store.draft(LAN, SHOP))?.updatedAt).toBe('y');
});

describe('a lost connection', () => {
  it('is opened again, once, and the work is done', async () => {
    await store.setMeta('a', 1);
    const real = IDBDatabase.prototype.transaction;
    let losses = 1;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      if (losses-- > 0) throw new DOMException('Connection to Indexed Database server lost. Refresh the page', 'UnknownError');
      return real.apply(this, args);
    });
    expect(await store.meta('a')).toBe(1);
  });

  it('that does not come back is an error, not an endless loop', async () => {
    await store.setMeta('a', 1);
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('closing', 'InvalidStateError');
    });
    await expect(store.meta('a')).rejects.toThrow('closing');
    expect(spy).toHaveBeenCalledTimes(2);
  });

  it('that dies in silence in the middle of a transaction does not hang the app', async () => {
    await store.setMeta('a', 1);
    const real = IDBObjectStore.prototype.get;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      const request = real.call(this, key);
      if (!dead) {
        dead = true;
        // No answer ever comes; the browser only closes the database.
        vi.spyOn(request, 'addEventListener').mockImplementation(() => undefined);
        setTimeout(() => this.transaction.db.dispatchEvent(new IDBVersionChangeEvent('close')));
      }
      return request;
    });
    let dead = false;
    expect(await store.meta('a')).toBe(1);
    expect(dead).toBe(true);
  });

  it('after the commit does not write the act twice', async () => {
    const act = anAct(1, null);
    const head = { officerId: LAN, seq: 1, head: 'h1' };
    await store.append(act, head);
    await store.append(act, head);
    expect(await store.actsOf(LAN)).toHaveLength(1);
  });
});

it('lets a newer version of the app upgrade the database and says that this page is old', async () => {
  const onOutdated = vi.fn();
  const old = new IndexedStore({ name: `upgrade-${name}`, onOutdated });
  await old.setMeta('a', 1);
  const newer = await openDB(`upgrade-${name}`, 99);
  expect(onOutdated).toHaveBeenCalledOnce();
  newer.close();
  old.close();
});

it('swaps a full pull in at once: what the server no longer names is gone, another officer keeps his', async () => {
  const row = (officerId: string, id: string) => ({ officerId, kind: 'inspection', id, value: { id } });
  await store.applySync(MINH, [row(MINH, 'x')], [], {}, true);
  await store.applySync(LAN, [row(LAN, 'a'), row(LAN, 'b')], [], { cursor: '1' }, true);
  await store.applySync(LAN, [row(LAN, 'c')], [{ kind: 'inspection', id: 'a' }], { cursor: '2' }, false);
  expect((await store.held(LAN, 'inspection')).map((each) => each.id)).toEqual(['b', 'c']);
  await store.applySync(LAN, [row(LAN, 'd')], [], { cursor: '3' }, true);
  expect((await store.held(LAN, 'inspection')).map((each) => each.id)).toEqual(['d']);
  expect((await store.held(MINH, 'inspection')).map((each) => each.id)).toEqual(['x']);
  expect(await store.meta('cursor')).toBe('3');
});

it('tells every tab what was written', async () => {
  const other = new IndexedStore({ name: `store-${name}` });
  const told = new Promise((resolve) => other.watch(resolve));
  const here = vi.fn();
  store.watch(here);
  await store.append(anAct(1, null), { officerId: LAN, seq: 1, head: 'h1' });
  expect(here).toHaveBeenCalledWith({ table: 'acts', recordId: SHOP });
  expect(await told).toEqual({ table: 'acts', recordId: SHOP });
  other.close();
});

describe('the probe of the disk', () => {
  it('leaves nothing behind', async () => {
    await store.probe(9 * MIB);
    const db = await openDB(`store-${name}`);
    expect(await db.count('probe')).toBe(0);
    db.close();
  });

  it('says that the disk is full, and still leaves nothing behind', async () => {
    const real = IDBObjectStore.prototype.add;
    let count = 0;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (count++ === 1) full();
      return real.apply(this, args);
    });
    await expect(store.probe(9 * MIB)).rejects.toBeInstanceOf(StorageFull);
    const db = await openDB(`store-${name}`);
    expect(await db.count('probe')).toBe(0);
    db.close();
  });
});

describe('a disk that is full', () => {
  /** Accepts nothing while `full()`, but allows deleting. */
  function fill(isFull: () => boolean): void {
    for (const method of ['put', 'add'] as const) {
      const real = IDBObjectStore.prototype[method];
      vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args) {
        if (isFull()) full();
        return real.apply(this, args);
      });
    }
  }
  async function reserveHeld(): Promise<boolean> {
    const db = await openDB(`store-${name}`);
    const held = (await db.count('meta', IDBKeyRange.bound('reserve:', 'reserve:z'))) > 0;
    db.close();
    return held;
  }
  /** Makes the disk full until the reserve is released. */
  async function fillButForReserve(): Promise<void> {
    await store.keepReserve();
    let released = false;
    const real = IDBObjectStore.prototype.delete;
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key) {
      if (this.name === 'meta') released = true;
      return real.call(this, key);
    });
    fill(() => !released);
  }
  const draft = { officerId: LAN, recordId: SHOP, form: 'BB-KT', formVersion: 1, fields: {}, writtenAs: null, screen: null, updatedAt: 'x' };

  it('still takes what is typed, out of a reserve', async () => {
    await fillButForReserve();
    await store.saveDraft(draft);
    expect(await store.draft(LAN, SHOP)).toEqual(draft);
    expect(await reserveHeld()).toBe(false);
  });

  it('still takes the server’s answers, so that photographs can be let go and make room', async () => {
    const bytes = someBytes(MIB);
    const act = anAct(1, null);
    const photo = aPhoto(act, bytes);
    await store.append(act, { officerId: LAN, seq: 1, head: 'h1' }, { row: photo, bytes });
    await fillButForReserve();
    await store.updatePhoto(photo.id, { state: 'stored' });
    await store.forgetBytes(photo.id, 'now');
    expect(await store.photo(photo.id)).toMatchObject({ state: 'stored', chunks: 0 });
  });

  it('takes no photograph out of the reserve, but what is typed afterwards', async () => {
    await fillButForReserve();
    const act = anAct(1, null);
    const photo = { row: aPhoto(act, someBytes(10)), bytes: someBytes(10) };
    const take = () => store.append(act, { officerId: LAN, seq: 1, head: 'h1' }, photo);
    await expect(take()).rejects.toBeInstanceOf(StorageFull);
    expect(await reserveHeld()).toBe(false);
    await store.saveDraft(draft);
    vi.restoreAllMocks();
    await take();
    expect(await reserveHeld()).toBe(true);
  });

  it('is not written to again at once where there is no reserve either', async () => {
    await store.meta('a');
    fill(() => true);
    await expect(store.saveDraft(draft)).rejects.toBeInstanceOf(StorageFull);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockClear();
    await expect(store.saveDraft(draft)).rejects.toBeInstanceOf(StorageFull);
    expect(put).not.toHaveBeenCalled();
  });

  it('is called full also in the words of a browser whose quota is not exceeded', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Failed to write blobs (IOError)', 'DataError');
    });
    await expect(store.saveDraft(draft)).rejects.toBeInstanceOf(StorageFull);
  });

  it('that cost us the database is never taken for a phone on which all is sent', async () => {
    await store.append(anAct(1, null), { officerId: LAN, seq: 1, head: 'h1' });
    let lose = true;
    const real = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      if (!lose) return real.apply(this, args);
      lose = false;
      indexedDB.deleteDatabase(this.name);
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    });
    await expect(store.actsOf(LAN)).rejects.toBeInstanceOf(StorageFull);
    await expect(store.actsOf(LAN)).rejects.toBeInstanceOf(StorageFull);
  });

  it('says so too where not even the database can be opened', async () => {
    await store.setMeta('a', 1);
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('The connection was closed.', 'AbortError');
    });
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    });
    await expect(store.saveDraft(draft)).rejects.toBeInstanceOf(StorageFull);
  });

  it('says so where there is no reserve left', async () => {
    fill(() => true);
    await expect(store.saveDraft(draft)).rejects.toBeInstanceOf(StorageFull);
  });
});
