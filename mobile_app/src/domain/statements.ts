/** The server's signed statement in a paper's QR code, read without a signal. The layout is the
 * server's (backend/documents/rules/statements.py); tests/cases/statements.json holds both to it. Pure. */
import type { ServerKey } from '../wire';
import { ed25519Key, type Verify } from './receipts';

/** The first byte: made with the signature, or before it. */
const ISSUED = 1;
const BEFORE_SIGNING = 2;
const KEY_ID = [1, 9] as const;
const DAY = 9;
const MARK = [11, 19] as const;
const SIGNATURE = 64;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const CODE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LETTERS = 28;
const SIGNED = 'hientruong/paper-statement/1\n';
const MS_A_DAY = 86_400_000;

/** What the server stated of a paper at its issue. */
export interface Statement {
  /** YYYY-MM-DD in Vietnam. */
  issued_on: string;
  /** 16 hex digits, as at the foot of each page. */
  content_mark: string;
  form: string;
  number: string;
  issuer: string;
}

/** plain: a paper's address without a statement, as phones draw it. unknown_key: signed with a key
 * that the server never named to this phone. prepared: number and content are the server's, but the
 * file left before it was signed, and the same code is on it if nobody ever signs. */
export type Scanned =
  | { verdict: 'no_paper' }
  | { verdict: 'plain' | 'unreadable' | 'unknown_key' | 'forged'; code: string }
  | { verdict: 'genuine' | 'prepared'; code: string; said: Statement };

interface Read {
  keyId: string;
  said: Statement;
  before: Uint8Array;
  signature: Uint8Array<ArrayBuffer>;
}

/** A typed or scanned public code in its groups; null if it cannot be one. */
export function readCode(typed: string): string | null {
  const letters = typed.replace(/[\s-]/g, '').toUpperCase().replaceAll('I', '1').replaceAll('L', '1').replaceAll('O', '0');
  if (letters.length !== CODE_LETTERS || [...letters].some((letter) => !CODE.includes(letter))) return null;
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** Judges what a QR code holds. The host of the address counts for nothing: it is never opened. */
export async function judge(text: string, keys: readonly ServerKey[], verify: Verify): Promise<Scanned> {
  const hash = text.indexOf('#');
  const address = hash < 0 ? text : text.slice(0, hash);
  const at = address.indexOf('/verify/');
  const code = at < 0 ? null : readCode(address.slice(at + '/verify/'.length));
  if (code === null) return { verdict: 'no_paper' };
  const fragment = hash < 0 ? '' : text.slice(hash + 1);
  if (fragment === '') return { verdict: 'plain', code };
  const read = unpack(fragment);
  if (read === null) return { verdict: 'unreadable', code };
  const named = keys.find((key) => key.key_id === read.keyId && key.use === 'receipt');
  const raw = named ? ed25519Key(named) : null;
  if (raw === null) return { verdict: 'unknown_key', code };
  const before = new TextEncoder().encode(`${SIGNED}${code}\n`);
  const signed = new Uint8Array(before.length + read.before.length);
  signed.set(before);
  signed.set(read.before, before.length);
  if (!(await verify(raw, read.signature, signed))) return { verdict: 'forged', code };
  return { verdict: read.before[0] === BEFORE_SIGNING ? 'prepared' : 'genuine', code, said: read.said };
}

function unpack(text: string): Read | null {
  const data = fromBase32(text);
  if (data === null || data.length < MARK[1] + 3 + SIGNATURE || (data[0] !== ISSUED && data[0] !== BEFORE_SIGNING)) return null;
  const before = data.slice(0, -SIGNATURE);
  const texts: string[] = [];
  let at: number = MARK[1];
  while (texts.length < 3) {
    const length = before[at];
    if (length === undefined) return null;
    const end = at + 1 + length;
    if (end > before.length) return null;
    try {
      texts.push(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(before.slice(at + 1, end)));
    } catch {
      return null;
    }
    at = end;
  }
  if (at !== before.length) return null;
  const days = ((before[DAY] ?? 0) << 8) | (before[DAY + 1] ?? 0);
  const [form = '', number = '', issuer = ''] = texts;
  return {
    keyId: hex(before.slice(...KEY_ID)),
    said: {
      issued_on: new Date(Date.UTC(2000, 0, 1) + days * MS_A_DAY).toISOString().slice(0, 10),
      content_mark: hex(before.slice(...MARK)),
      form,
      number,
      issuer,
    },
    before,
    signature: data.slice(-SIGNATURE),
  };
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** RFC 4648 base 32 without padding; null for anything else. */
function fromBase32(text: string): Uint8Array<ArrayBuffer> | null {
  const found: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    const value = BASE32.indexOf(letter);
    if (value < 0) return null;
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      found.push((held >> bits) & 0xff);
    }
  }
  // Lengths that no whole number of bytes has.
  return [1, 3, 6].includes(text.length % 8) ? null : Uint8Array.from(found);
}
