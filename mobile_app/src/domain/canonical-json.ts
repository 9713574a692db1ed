/** RFC 8785 for the values that may occur in acts: text in NFC, safe integers, booleans, null,
 * arrays and objects.
 *
 * The server's canonical.py refuses the same values. The phone therefore never makes an act that
 * the server cannot read.
 */

/** Deeper than any form needs. The server refuses deeper values (backend/ledger/canonical.py
 * MAX_DEPTH). */
const MAX_DEPTH = 40;

/** A value that has no canonical form in our profile. */
export class NotCanonical extends Error {
  constructor(
    /** JSON Pointer to the value. */
    readonly where: string,
    readonly why: string,
  ) {
    super(`${where || '/'}: ${why}`);
  }
}

/** Returns the RFC 8785 form of a value as text. Raises NotCanonical if the value is outside our
 * profile. */
export function canonical(value: unknown): string {
  return write(value, '', 0);
}

/** The RFC 8785 form, as the bytes that are signed and hashed. Raises NotCanonical. */
export function canonicalBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonical(value));
}

/** SHA-256, in hex, of the RFC 8785 form. Raises NotCanonical. */
export function canonicalHash(value: unknown): Promise<string> {
  return sha256Hex(canonicalBytes(value));
}

/** SHA-256 of bytes, in hex. */
export async function sha256Hex(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Base64url without padding (RFC 4648 §5), as signatures are written. */
export function base64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Decodes the result of base64url(). Raises if the text is not base64. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

/** Returns the same value with all text in NFC. Keyboards encode `ế` in different ways, and the
 * hashes would differ accordingly. */
export function composed<T>(value: T): T {
  if (typeof value === 'string') return value.normalize('NFC') as T;
  if (Array.isArray(value)) return value.map((item: unknown) => composed(item)) as T;
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.normalize('NFC'), composed(item)])) as T;
  }
  return value;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/** Whether two values of the profile are equal. A key whose value is undefined counts as absent. */
export function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return Array.isArray(right) && left.length === right.length && left.every((item, index) => same(item, right[index]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => same(left[key], right[key]));
}

function write(value: unknown, where: string, depth: number): string {
  if (depth > MAX_DEPTH) throw new NotCanonical(where, 'nested too deeply');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeText(value, where);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new NotCanonical(where, 'not an integer within 2^53 - 1');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    // By index, not map(): a hole in the array is not a value and must be refused.
    const items = Array.from(value, (item: unknown, index) => write(item, `${where}/${index}`, depth + 1));
    return `[${items.join(',')}]`;
  }
  if (isObject(value) && isPlain(value)) {
    // By default sort() orders by UTF-16 code units, as RFC 8785 §3.2.3 requires.
    const keys = Object.keys(value).sort();
    const members = keys.map((key) => `${writeText(key, where)}:${write(value[key], `${where}/${key}`, depth + 1)}`);
    return `{${members.join(',')}}`;
  }
  throw new NotCanonical(where, `no value of JSON: ${typeof value}`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function writeText(text: string, where: string): string {
  if (text.includes('\u0000')) throw new NotCanonical(where, 'a NUL character');
  // With the /u flag, \p{Surrogate} matches only a surrogate without its partner.
  if (/\p{Surrogate}/u.test(text)) throw new NotCanonical(where, 'a lone surrogate');
  if (text.normalize('NFC') !== text) throw new NotCanonical(where, 'text that is not in Unicode NFC');
  return JSON.stringify(text);
}
