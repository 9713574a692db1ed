/** Codes and QR codes, from the table that the server's tests read as well (tests/cases/codes.json). */
import { describe, expect, it } from 'vitest';
import { codeOfNumber, markOf } from '../../../src/domain/codes';
import { qr, qrPath, TooLong } from '../../../src/domain/qr';
import { cases } from '../support/cases';

interface Table {
  codes: { act_sha256: string; code: string }[];
  qr: { text: string; mask: number; rows: string[] }[];
}

const table = cases<Table>('codes');

describe('a code', () => {
  it.each(table.codes)('follows from the act $act_sha256', async ({ act_sha256, code }) => {
    expect(await codeOfNumber(act_sha256)).toBe(code);
  });

  it('is told apart by eye with a mark of four groups', () => {
    expect(markOf('a9dd4a2033f10c9e55ff')).toBe('a9dd 4a20 33f1 0c9e');
  });
});

describe('a QR code', () => {
  it.each(table.qr)('of $text is drawn module for module as by another program', ({ text, mask, rows }) => {
    expect(qr(text, mask).map((row) => row.map((dark) => (dark ? '1' : '0')).join(''))).toEqual(rows);
  });

  it('chooses one of the eight masks, and is a path of its dark modules', () => {
    const text = table.qr[0]!.text;
    const drawn = qr(text);
    expect(Array.from({ length: 8 }, (_, mask) => JSON.stringify(qr(text, mask)))).toContain(JSON.stringify(drawn));
    expect(qrPath(drawn).match(/M/g)).toHaveLength(drawn.flat().filter(Boolean).length);
  });

  it('takes no more than it can hold', () => {
    expect(() => qr('x'.repeat(2000))).toThrow(TooLong);
  });
});
