/** Composing, signing and hashing of acts, in the form in which they are sent. See
 * docs/exchange/offline-sync.md, "Send acts". */
import { base64url, canonicalBytes, canonicalHash, composed } from './canonical-json';
import type { Act, ActContents, ActTypeOnPhone } from './model';

/** What an officer's log adds to a content to make it an act. `monoMs` is the phone's monotonic
 * clock in whole milliseconds. */
export interface Envelope {
  /** UUIDv7, made on the phone. */
  id: string;
  recordId: string;
  officerId: string;
  deviceId: string;
  /** The phone's own clock, whether it is right or not: RFC 3339 in UTC. */
  madeAt: string;
  monoMs: number;
  /** The latest token of the server's time that this phone saw. */
  anchor: string | null;
  /** How far that clock is off, if it is known to be wrong; see Act. */
  clock?: { clock_off_s?: number | null };
  seq: number;
  /** Hash of the previous act in this officer's log on this device; null for the first act. */
  prev: string | null;
}

/** Signs bytes with the device's key, ECDSA P-256 with SHA-256: raw r‖s, 64 bytes, as
 * WebCrypto gives it. */
export type Sign = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer | Uint8Array>;

/** The largest act that can be sent. A batch has at most 256 kB, including the JSON around its
 * acts. */
export const MAX_ACT_BYTES = 250_000;

/** The act is too large for any batch. */
export class ActTooLarge extends Error {}

/** Composes and signs an act. All text in it is first normalised to NFC. Raises NotCanonical and
 * ActTooLarge. */
export async function composeAct<T extends ActTypeOnPhone>(
  envelope: Envelope,
  type: T,
  content: ActContents[T],
  sign: Sign,
): Promise<Act> {
  const unsigned = {
    id: envelope.id,
    record: { kind: 'inspection' as const, id: envelope.recordId },
    type,
    content: composed(content),
    officer_id: envelope.officerId,
    made_at: envelope.madeAt,
    mono_ms: envelope.monoMs,
    anchor: envelope.anchor,
    device_id: envelope.deviceId,
    seq: envelope.seq,
    prev: envelope.prev,
    ...envelope.clock,
  };
  const bytes = canonicalBytes(unsigned);
  if (bytes.length > MAX_ACT_BYTES) throw new ActTooLarge(`${type}: ${bytes.length} bytes`);
  const signature = new Uint8Array(await sign(bytes));
  if (signature.length !== 64) throw new Error(`a signature of ${signature.length} bytes: raw r‖s has 64`);
  return { ...unsigned, signature: base64url(signature) };
}

/** The bytes that the device signed: the RFC 8785 form of the act without its signature. */
export function bytesToSign(act: Act): Uint8Array<ArrayBuffer> {
  const { signature: _, ...rest } = act;
  return canonicalBytes(rest);
}

/** The hash of an act. The next act of the log and the server's receipt refer to the act by it. */
export function actHash(act: Act): Promise<string> {
  return canonicalHash(act);
}

/** A moment of the phone's clock (ms since 1970) as acts write it: RFC 3339 in UTC,
 * to the second. */
export function moment(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** Narrows an act to its type, so that its content is typed. */
export function isAct<T extends ActTypeOnPhone>(act: Act, type: T): act is Act & { type: T; content: ActContents[T] } {
  return act.type === type;
}
