/** The tables of cases in /tests/cases, by which the server is tested as well: its bytes, hashes
 * and signatures equal ours. */
import { describe, expect, it } from 'vitest';
import { actHash, bytesToSign } from '../../../src/domain/acts';
import { NotCanonical, canonical, canonicalHash, fromBase64url, sha256Hex } from '../../../src/domain/canonical-json';
import { foldText } from '../../../src/domain/fold-text';
import type { Act, Revision } from '../../../src/domain/model';
import { checkByteReceipt, checkReceipt } from '../../../src/domain/receipts';
import { revisionOf } from '../../../src/domain/revision';
import type { ByteReceipt, Receipt, ServerKey } from '../../../src/wire';
import { cases } from '../support/cases';
import { verify } from '../support/keys';

const texts = cases<{
  values: { name: string; value: unknown; text: string; sha256: string }[];
  refused: { name: string; json: string; seen_after_parsing: boolean }[];
}>('canonical');
const log = cases<{
  device_key: JsonWebKey;
  server_key: ServerKey;
  acts: { act: Act; sha256: string; signed_sha256: string }[];
  revisions: Revision[];
  receipts: Receipt[];
  byte_receipts: ByteReceipt[];
}>('acts');
const folds = cases<{ cases: { text: string; folded: string }[] }>('fold').cases;

describe('the canonical form is that of the server', () => {
  it.each(texts.values.map((each) => [each.name, each] as const))('of %s', async (_, each) => {
    expect(canonical(each.value)).toBe(each.text);
    expect(await canonicalHash(each.value)).toBe(each.sha256);
  });

  it.each(texts.refused.filter((each) => each.seen_after_parsing).map((each) => [each.name, each] as const))('and refuses %s', (_, each) => {
    expect(() => canonical(JSON.parse(each.json))).toThrow(NotCanonical);
  });
});

describe("a phone's log", () => {
  it.each(log.acts.map((each) => [each.act.type, each] as const))('%s: its hash, and what its signature covers', async (_, { act, sha256, signed_sha256 }) => {
    expect(await actHash(act)).toBe(sha256);
    expect(await sha256Hex(bytesToSign(act))).toBe(signed_sha256);
    const key = await crypto.subtle.importKey('jwk', log.device_key, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
    expect(await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64url(act.signature ?? ''), bytesToSign(act))).toBe(true);
  });

  it('has revisions with the hashes that the server computes', async () => {
    for (const each of log.revisions) expect(await revisionOf(each)).toEqual(each);
  });

  it('has receipts that stand under what they sign', async () => {
    const acts = new Map(log.acts.map(({ act }) => [act.id, act]));
    for (const receipt of log.receipts) await checkReceipt(receipt, acts.get(receipt.act_id) as Act, [log.server_key], verify);
    for (const receipt of log.byte_receipts) await checkByteReceipt(receipt, { id: receipt.photo_id, sha256: receipt.sha256, size: receipt.size }, [log.server_key], verify);
    expect(log.receipts.length + log.byte_receipts.length).toBeGreaterThan(1);
  });
});

describe('text is folded as the database folds it', () => {
  it.each(folds.map((each) => [each.text, each.folded]))('%s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});
