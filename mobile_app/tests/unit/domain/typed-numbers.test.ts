/** Numbers that people type, by a table that the desk is tested by as well. */
import { describe, expect, it } from 'vitest';
import { grouped, readAmount, readWhole } from '../../../src/domain/typed-numbers';
import { cases } from '../support/cases';

interface Case {
  name: string;
  typed: string;
  value?: unknown;
  asks?: unknown;
  wrong?: true;
}
const shared = cases<{ whole: Case[]; amount: Case[] }>('numbers');
const expected = ({ value, asks, wrong }: Case): unknown => (wrong ? { wrong } : asks === undefined ? { value } : { asks });

describe('a whole number', () => {
  it.each(shared.whole.map((one) => [one.name, one.typed, one] as const))('%s: %j', (_, typed, one) => expect(readWhole(typed)).toEqual(expected(one)));
  it('as a field shows it is read as it was meant, whatever its size', () => {
    for (const value of [0, 7, 999, 1000, 1250, 99_999, 1_000_000, 999_999_999_999]) expect(readWhole(grouped(value))).toEqual({ value });
  });
});

describe('a quantity', () => {
  it.each(shared.amount.map((one) => [one.name, one.typed, one] as const))('%s: %j', (_, typed, one) => expect(readAmount(typed)).toEqual(expected(one)));
});
