import { describe, expect, it } from 'vitest';
import { NotCanonical, base64url, canonical, canonicalHash, composed, fromBase64url, same } from '../../../src/domain/canonical-json';

describe('the canonical form', () => {
  it('sorts keys by UTF-16 code units, as RFC 8785 §3.2.3 shows', () => {
    const value = { '\u20ac': 'Euro', '\r': 'CR', '1': 'One', '\u0080': 'C1', '\u{1f600}': 'Emoji', '\u00f6': 'o', '</script>': 'tag' };
    expect(canonical(value)).toBe(
      '{"\\r":"CR","1":"One","</script>":"tag","\u0080":"C1","ö":"o","€":"Euro","😀":"Emoji"}',
    );
  });

  it('writes Vietnamese as it is and control characters as escapes', () => {
    expect(canonical(['Phường Đông Anh', 'a\tb\u0001"\\'])).toBe('["Phường Đông Anh","a\\tb\\u0001\\"\\\\"]');
  });

  it('gives the hash that the server computes', async () => {
    // printf '{"minutes":"m","photos":[]}' | sha256sum
    expect(await canonicalHash({ photos: [], minutes: 'm' })).toBe('6d650543dfd0b357f19ca83bb9c338f1b598e5c249b5559f53a084f3850353d3');
  });

  it.each([
    ['a fraction', { a: 1.5 }, '/a'],
    ['an integer that JavaScript cannot hold', { a: [2 ** 53] }, '/a/0'],
    ['not a number', Number.NaN, ''],
    ['a key without a value', { a: undefined }, '/a'],
    ['a hole in a list', [1, , 2], '/1'],  
    ['a letter and its accent apart', { a: 'e\u0302\u0301' }, '/a'],
    ['half of an emoji', { a: '\ud83d' }, '/a'],
    ['a NUL', { a: 'a\u0000' }, '/a'],
    ['a date', { a: new Date(0) }, '/a'],
    ['bytes', { a: new Uint8Array(1) }, '/a'],
    ['a function', { a: () => 1 }, '/a'],
  ])('refuses %s and says where', (_, value, where) => {
    let raised: unknown;
    try {
      canonical(value);
    } catch (error) {
      raised = error;
    }
    expect(raised).toBeInstanceOf(NotCanonical);
    expect((raised as NotCanonical).where).toBe(where);
  });

  it('refuses what is nested more deeply than the server takes', () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 41; depth++) value = [value];
    expect(() => canonical(value)).toThrow(NotCanonical);
    expect(canonical((value as unknown[])[0])).toContain('[1]');
  });
});

describe('text that a keyboard wrote in pieces', () => {
  it('is composed everywhere, keys included', () => {
    const value = { ['e\u0302']: ['e\u0302\u0301', { a: 'o\u031b\u0300' }], n: 3, none: null };
    expect(composed(value)).toEqual({ ê: ['ế', { a: 'ờ' }], n: 3, none: null });
  });
});

describe('sameness', () => {
  it('looks at what is said, not at the order of keys or at absent values', () => {
    expect(same({ a: [1, { b: 'x' }], c: undefined }, { a: [1, { b: 'x' }] })).toBe(true);
    expect(same({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
    expect(same({ a: '' }, {})).toBe(false);
    expect(same([], {})).toBe(false);
  });
});

describe('base64url', () => {
  it('brings every byte there and back without padding', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    expect(base64url(bytes)).not.toMatch(/[+/=]/);
    expect(fromBase64url(base64url(bytes))).toEqual(bytes);
  });
});
