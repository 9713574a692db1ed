import { describe, expect, it } from 'vitest';
import { weaknessOf } from '../../../src/domain/weak-pins';

const YEAR = 2026;

describe('a PIN that is easily guessed', () => {
  const refused = {
    same: ['000000', '111111', '999999'],
    row: ['123456', '654321', '012345', '987654', '890123', '210987'],
    repeated: ['121212', '909090', '123123', '482482', '112233', '558844', '111222', '123321', '907709'],
    date: ['010190', '311299', '900101', '151203', '198512', '151985', '200700', '002026', '202712'],
    common: ['147258', '159753', '789456', '102030'],
  } as const;
  for (const [why, pins] of Object.entries(refused)) {
    it(`is named: ${why}`, () => {
      for (const pin of pins) expect(weaknessOf(pin, YEAR), pin).toBe(why);
    });
  }
});

it('most PINs are good: fewer than one in eight of all is refused', () => {
  for (const pin of ['480273', '135790', '246810', '739105', '320468']) expect(weaknessOf(pin, YEAR), pin).toBe(null);
  let weak = 0;
  const looked = Math.ceil(1_000_000 / 97);
  for (let number = 0; number < 1_000_000; number += 97) if (weaknessOf(String(number).padStart(6, '0'), YEAR)) weak += 1;
  expect(weak / looked).toBeLessThan(1 / 8);
  expect(weak / looked).toBeGreaterThan(0.02);
});
