/** A phone that is upgraded keeps everything: a database of an earlier version becomes one
 * of this version. */
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { IndexedStore } from '../../../src/store/indexed';
import { upgrade, type PhoneDatabase } from '../../../src/store/schema';
import { LAN, SHOP, anAct } from '../support/records';

describe('the database of version 1', () => {
  it('becomes the present one with what was in it, and with room for papers and numbers', async () => {
    // As the first version made it: only its steps.
    const old = await openDB<PhoneDatabase>('upgraded', 1, {
      upgrade: (db, from) => {
        upgrade(db, from);
        db.deleteObjectStore('papers');
        db.deleteObjectStore('numbers');
        db.deleteObjectStore('filings');
      },
    });
    const act = anAct(1, null);
    await old.put('acts', act);
    await old.put('heads', { officerId: LAN, seq: 1, head: 'x' });
    old.close();

    const store = new IndexedStore({ name: 'upgraded', reserveBytes: 0 });
    expect(await store.actsOf(LAN)).toEqual([act]);
    const paper = {
      officerId: LAN, id: 'p', recordId: SHOP, form: 'MBB01', formVersion: 1, fields: {}, writtenAs: null, wantsNumber: false, updatedAt: '2026-11-24T02:30:00Z',
    };
    await store.savePaper(paper);
    expect(await store.papersOfRecord(LAN, SHOP)).toEqual([paper]);
    expect(await store.numberCounters(LAN)).toEqual([]);
    expect(await store.filings.ofRecord(LAN, SHOP)).toEqual([]);
    store.close();
  });
});
