import { describe, expect, it } from 'vitest';
import { sameName } from '../../../src/domain/relations';
import { cases } from '../support/cases';

interface Named {
  name: string;
  officer: string;
  party: string;
  representative: string | null;
  same: boolean;
}

describe('the name of an officer and of the party', () => {
  it.each(cases<{ names: Named[] }>('relations').names)('$name', ({ officer, party, representative, same }) => {
    expect(sameName(officer, { name: party, representative })).toBe(same);
  });
});
