/** The public code of a paper that this phone numbered, and the marks by which texts are compared.
 * The server computes the same (backend/documents/rules/signing.py, content_hash.py). Pure. */
import { actHash } from './acts';
import type { GivenNumber } from './model';

/** How the code follows from the numbering act. The server gives a code only to papers whose act
 * states the scheme. */
export const CODE_SCHEME = 1;
const OF_AN_ACT = 'hientruong/paper-code/1\n';
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 28;
const BITS = 5;

/** The code that follows from an act's hash (SHA-256, hex): 140 bits of a hash of it, in seven groups
 * of four letters. */
export async function codeOfNumber(hash: string): Promise<string> {
  const before = new TextEncoder().encode(OF_AN_ACT);
  const bytes = new Uint8Array(before.length + hash.length / 2);
  bytes.set(before);
  for (let at = 0; at < hash.length; at += 2) bytes[before.length + at / 2] = parseInt(hash.slice(at, at + 2), 16);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  let letters = '';
  for (let at = 0; at < LETTERS * BITS; at += BITS) {
    let value = 0;
    for (let bit = at; bit < at + BITS; bit++) value = value * 2 + (((digest[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    letters += ALPHABET[value] ?? '';
  }
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** The code of a numbered paper; null if it bears none. */
export async function codeOf(number: GivenNumber): Promise<string | null> {
  if (number.code !== null) return number.code;
  return number.act === null ? null : codeOfNumber(await actHash(number.act));
}

/** The address in a paper's QR code. */
export function verifyUrl(origin: string, code: string): string {
  return `${origin}/verify/${code}`;
}

/** The mark of a text: the first 16 characters of its hash in groups of four, as on paper and at the desk. */
export function markOf(hash: string): string {
  return (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}
