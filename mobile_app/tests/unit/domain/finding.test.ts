/** Real queries over the whole catalogue, as in the server's tests: what an officer types, and
 * the behaviour that is meant. */
import { describe, expect, it } from 'vitest';
import { findable, hasAll, natural, ranked, type Findable } from '../../../src/domain/finding';
import type { ReferenceEntry } from '../../../src/wire';
import { cases } from '../support/cases';

const shared = cases<{
  queries: { typed: string; first: string }[];
  nothing: string[];
  alone: { typed: string; named: string }[];
  catalogue: Findable[];
}>('search');
const self = (one: Findable): Findable => one;
const find = (typed: string): Findable[] => ranked(shared.catalogue, typed, self);

describe('what is meant stands first', () => {
  it.each(shared.queries.map((one) => [one.typed, one.first] as const))('%s', (typed, first) => expect(find(typed)[0]?.code).toBe(first));
  it.each(shared.alone.map((one) => [one.typed, one.named] as const))('%s finds nothing else', (typed, named) => {
    expect(find(typed).length).toBeGreaterThan(0);
    expect(find(typed).filter(({ name }) => !name.includes(named))).toEqual([]);
  });
  it.each(shared.nothing)('%s is found nowhere', (typed) => expect(find(typed)).toEqual([]));
  it('without a word all are there in their order', () => expect(find(' ')).toEqual(shared.catalogue));
  it('where no behaviour has every word, the nearest are given and told as such', () => {
    const [first] = find('sản xuất hàng giả xyz');
    expect(first?.name).toContain('hàng giả');
    expect(first && hasAll(first, 'sản xuất hàng giả xyz')).toBe(false);
  });
  it('codes are ordered as people count', () => {
    expect(['ND115-5-1', 'ND98-10-1-a', 'ND98-9-1-dd', 'ND98-9-1-d', 'ND87-10-1'].sort(natural)).toEqual(['ND87-10-1', 'ND98-9-1-d', 'ND98-9-1-dd', 'ND98-10-1-a', 'ND115-5-1']);
  });
});

describe('businesses', () => {
  const shop = (id: string, name: string, address: string, trade_name: string | null = null): ReferenceEntry =>
    ({ kind: 'business', id, text: `${name} ${trade_name ?? ''} ${address}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd'), value: { name, trade_name, address } }) as unknown as ReferenceEntry;
  const register = [shop('1', 'Tạp hóa Sen', '12 Hàng Bông'), shop('2', 'Cửa hàng Hoa Sen', '5 Đường Láng'), shop('3', 'Bách hóa Hà', '7 Hoa Sen', 'Hoa Sen Mart')];
  const found = (typed: string): string[] => ranked(register, typed, findable).map(({ id }) => id);
  it('a name stands before an address, and both are found', () => {
    expect(found('hoa sen')[0]).toBe('2');
    expect(found('hoa sen')).toContain('3');
    expect(found('hàng bông')).toEqual(['1']);
  });
  it('a pack of a version before, that knows no other names, is searched all the same', () => {
    const old = { kind: 'violation', id: 'ND1', text: 'nd1 hang gia', value: { name_vi: 'Hàng giả' } } as unknown as ReferenceEntry;
    expect(ranked([old], 'hàng giả', findable)).toEqual([old]);
  });
});
