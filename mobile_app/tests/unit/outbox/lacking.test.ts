/** An original for which the server gave a receipt and that it lacks now. A phone that still has
 * the bytes keeps them and sends them again. */
import { beforeEach, describe, expect, it } from 'vitest';
import { aPhone, anInspection, type TestPhone } from '../support/phone';
import { Server } from '../support/server';

const SHOP = '01890000-0000-7000-8000-000000000001';
let server: Server;
let phone: TestPhone;

beforeEach(async () => {
  server = await Server.start();
  server.state.inspections.set(SHOP, anInspection(SHOP));
  phone = await aPhone(server);
  await phone.open('lan');
  await phone.services.visits.open(SHOP);
});

const photo = async (id: string) => (await phone.store.photo(id))!;
const send = () => phone.services.outbox.sendNow();
const taken = () => phone.photograph(SHOP);

describe('what the server had stored and lacks now', () => {
  const said = (id: string, photo: object, updated_at = '2026-11-24T02:00:00Z') =>
    server.state.inspections.set(SHOP, { ...anInspection(SHOP, 'opened'), photos: [{ photo_id: id, quarantine: null, withdrawn: null, ...photo }], updated_at });
  const uploads = () => server.log.filter((each) => each.startsWith('POST /uploads')).length;
  const LATER = '2030-01-01T00:00:00Z';

  it.each([
    ['its store lost it', { custody_fault: 'missing', stored_at: '2026-11-24T01:00:00Z' }, undefined],
    ['its store has other bytes', { custody_fault: 'differs', stored_at: '2026-11-24T01:00:00Z' }, undefined],
    ['a standby that had not heard of it took over', { custody_fault: null, stored_at: null }, LATER],
  ])('is kept and sent again, once: %s', async (_, photo_, updated) => {
    const id = await taken();
    await send();
    expect(uploads()).toBe(1);
    server.backedUpThrough = LATER;
    said(id, photo_, updated);
    await phone.services.syncNow();
    await send();
    expect((await photo(id)).chunks).toBeGreaterThan(0);
    expect(uploads()).toBe(2);
    await send();
    expect(uploads()).toBe(2);

    said(id, { custody_fault: null, stored_at: LATER });
    await phone.services.syncNow();
    await send();
    expect((await photo(id)).chunks).toBe(0);
  });

  it('is no photograph that was stored after the server told of it', async () => {
    const id = await taken();
    await send();
    said(id, { custody_fault: null, stored_at: null }, '2020-01-01T00:00:00Z');
    await phone.services.syncNow();
    await send();
    expect(uploads()).toBe(1);
  });
});
