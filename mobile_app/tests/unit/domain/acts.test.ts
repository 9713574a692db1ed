import { describe, expect, it } from 'vitest';
import { ActTooLarge, actHash, bytesToSign, composeAct, moment, type Envelope } from '../../../src/domain/acts';
import { fromBase64url, sha256Hex, canonicalBytes } from '../../../src/domain/canonical-json';
import { ReceiptWrong, checkByteReceipt, checkReceipt, entryHash } from '../../../src/domain/receipts';
import { revisionOf } from '../../../src/domain/revision';
import type { Receipt } from '../../../src/wire';
import { phoneKey, serverKey, verify } from '../support/keys';

const envelope: Envelope = {
  id: '0193600a-0000-7000-8000-000000000001',
  recordId: '0193600a-0000-7000-8000-000000000002',
  officerId: '0193600a-0000-7000-8000-000000000003',
  deviceId: '3f6a0f0e-0000-4000-8000-000000000004',
  madeAt: '2026-11-24T02:30:00Z',
  monoMs: 81_234_567,
  anchor: null,
  seq: 1,
  prev: null,
};

async function withdrawn(reason = 'Chụp nhầm khi cất máy') {
  const key = await phoneKey();
  const act = await composeAct(envelope, 'photo.withdrawn', { photo_id: envelope.id, reason }, key.sign);
  return { key, act };
}

describe('an act', () => {
  it('is signed over everything but its signature, raw r‖s', async () => {
    const { key, act } = await withdrawn();
    const signature = fromBase64url(act.signature ?? '');
    expect(signature).toHaveLength(64);
    expect(await key.check(signature, bytesToSign(act))).toBe(true);
    expect(await key.check(signature, bytesToSign({ ...act, seq: 2 }))).toBe(false);
  });

  it('has the hash of its whole form, signature included', async () => {
    const { act } = await withdrawn();
    expect(await actHash(act)).toBe(await sha256Hex(canonicalBytes(act)));
    expect(await actHash({ ...act, signature: 'other' })).not.toBe(await actHash(act));
  });

  it('writes text in NFC whatever the keyboard sent', async () => {
    const { act } = await withdrawn('Chu\u0323p nha\u0302\u0300m');
    expect(act.content).toEqual({ photo_id: envelope.id, reason: 'Chụp nhầm' });
  });

  it('is refused before it is signed where no batch could carry it', async () => {
    const key = await phoneKey();
    const fields = { contents: 'x'.repeat(260_000) };
    await expect(composeAct(envelope, 'minutes.written', { form: 'BB-KT', form_version: 1, fields }, key.sign)).rejects.toThrow(ActTooLarge);
  });

  it('tells its time in UTC to the second, whatever the clock says', () => {
    expect(moment(Date.UTC(2026, 10, 24, 2, 30, 0, 999))).toBe('2026-11-24T02:30:00Z');
    expect(moment(0)).toBe('1970-01-01T00:00:00Z');
  });
});

describe('a receipt', () => {
  async function received() {
    const { act } = await withdrawn();
    const server = await serverKey('key-1');
    const parts = { act_id: act.id, record_id: act.record.id, number: 4, act_hash: await actHash(act), previous_hash: 'b'.repeat(64), received_at: '2026-11-24T02:31:00Z' };
    const entry_hash = await entryHash(parts as Receipt);
    return { act, server, receipt: await server.sign({ ...parts, entry_hash }) };
  }

  it('is believed where it is signed, adds up and is about this act', async () => {
    const { act, server, receipt } = await received();
    await checkReceipt(receipt, act, [server.key], verify);
  });

  it.each([
    ['another act', async (it: Awaited<ReturnType<typeof received>>) => ({ ...it, act: (await withdrawn('Ảnh khác')).act })],
    ['another number than was signed', async (it: Awaited<ReturnType<typeof received>>) => ({ ...it, receipt: { ...it.receipt, number: 5 } })],
    ['an entry hash that does not add up', async (it: Awaited<ReturnType<typeof received>>) => {
      const { signature: _, key_id: __, ...rest } = it.receipt;
      return { ...it, receipt: await it.server.sign({ ...rest, entry_hash: 'c'.repeat(64) }) };
    }],
    ['a key that nobody named', async (it: Awaited<ReturnType<typeof received>>) => ({ ...it, receipt: { ...it.receipt, key_id: 'key-2' } })],
    ['a signature that is no text of ours', async (it: Awaited<ReturnType<typeof received>>) => ({ ...it, receipt: { ...it.receipt, signature: '%%%' } })],
  ])('is not believed with %s', async (_, spoil) => {
    const { act, receipt, server } = await spoil(await received());
    await expect(checkReceipt(receipt, act, [server.key], verify)).rejects.toThrow(ReceiptWrong);
  });

  it('for bytes is believed only about these very bytes', async () => {
    const server = await serverKey('key-1');
    const photo = { id: envelope.id, sha256: 'a'.repeat(64), size: 12 };
    const receipt = await server.sign({ photo_id: photo.id, sha256: photo.sha256, size: 12, stored_at: '2026-11-24T03:00:00Z' });
    await checkByteReceipt(receipt, photo, [server.key], verify);
    await expect(checkByteReceipt(receipt, { ...photo, size: 13 }, [server.key], verify)).rejects.toThrow(ReceiptWrong);
    await expect(checkByteReceipt({ ...receipt, size: 13 }, { ...photo, size: 13 }, [server.key], verify)).rejects.toThrow(ReceiptWrong);
  });
});

describe('a revision', () => {
  it('is the hash of minutes, photographs in order, signatures and places', async () => {
    const parts = { minutes: 'm', photos: ['a', 'b'], signatures: ['s'], places: [] };
    const { revision } = await revisionOf(parts);
    expect(revision).toBe(await sha256Hex(canonicalBytes(parts)));
    expect((await revisionOf({ ...parts, photos: ['b', 'a'] })).revision).not.toBe(revision);
  });
});
