/** The server's statement in a QR code, from the table that the server's tests read as well. */
import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { qr } from '../../../src/domain/qr';
import { judge, type Statement } from '../../../src/domain/statements';
import { verifyByLibrary, verifyEd25519 } from '../../../src/net/keys';
import type { ServerKey } from '../../../src/wire';
import { cases } from '../support/cases';

interface Table {
  keys: ServerKey[];
  cases: { name: string; scanned: string; verdict: string; code: string | null; said: Statement | null }[];
}

const table = cases<Table>('statements');

describe('a scanned code', () => {
  it.each(table.cases)('$name', async ({ scanned, verdict, code, said }) => {
    const found = await judge(scanned, table.keys, verifyEd25519);
    expect(found).toEqual({ verdict, ...(code === null ? {} : { code }), ...(said === null ? {} : { said }) });
    expect(await judge(scanned, table.keys, verifyByLibrary)).toEqual(found);
  });

  it('is of an unknown key for a phone that never heard the server', async () => {
    const first = table.cases[0]!;
    expect((await judge(first.scanned, [], verifyEd25519)).verdict).toBe('unknown_key');
    // A rescue key under the same name proves nothing.
    const others = table.keys.map((key) => ({ ...key, use: 'rescue' as const }));
    expect((await judge(first.scanned, others, verifyEd25519)).verdict).toBe('unknown_key');
  });
});

/** A picture of a QR code, so many pixels a module. */
function picture(text: string, pixels: number): { width: number; height: number; data: Uint8ClampedArray } {
  const modules = qr(text);
  const side = (modules.length + 8) * pixels;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  modules.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let dy = 0; dy < pixels; dy++) {
        for (let dx = 0; dx < pixels; dx++) data.fill(0, (((y + 4) * pixels + dy) * side + (x + 4) * pixels + dx) * 4, (((y + 4) * pixels + dy) * side + (x + 4) * pixels + dx) * 4 + 3);
      }
    }),
  );
  return { width: side, height: side, data };
}

it.each(['genuine', 'plain'])('the library of phones without a detector reads a %s code', (verdict) => {
  const text = table.cases.find((each) => each.verdict === verdict)!.scanned;
  expect(decodeQR(picture(text, 4))).toBe(text);
});
