import { describe, expect, it } from 'vitest';
import { fromLocalInput, toLocalInput } from '../../../src/ui/parts/date-time-field';
import { lengthTold } from '../../../src/ui/parts/field';
import { isApple } from '../../../src/ui/install-prompt';
import { groupOf } from '../../../src/ui/screens/home';
import { asBusiness, asViolation } from '../../../src/ui/screens/reference-values';
import { pinFault } from '../../../src/ui/screens/set-pin';
import { local } from '../../ui/fake-services';

it('a moment goes through the phone’s own picker and comes back as it was, in UTC', () => {
  expect(fromLocalInput(toLocalInput('2026-11-24T02:31:00Z'))).toBe('2026-11-24T02:31:00Z');
  expect(toLocalInput(null)).toBe('');
  expect(toLocalInput('sáng nay')).toBe('');
  expect(fromLocalInput('')).toBeNull();
});

describe('the length of a text', () => {
  it('is told from four fifths of its limit on, as is what stands beyond it', () => {
    expect(lengthTold('a'.repeat(79), 100)).toBeNull();
    expect(lengthTold('a'.repeat(80), 100)).toEqual({ count: 80, limit: 100, over: 0 });
    expect(lengthTold('a'.repeat(40_000), 5_000)).toEqual({ count: 40_000, limit: 5_000, over: 35_000 });
    expect(lengthTold('a'.repeat(40_000), undefined)).toBeNull();
  });

  it('is counted in characters as the server counts them', () => {
    expect(lengthTold('🙂'.repeat(50), 100)).toBeNull();
    expect(lengthTold('🙂'.repeat(100), 100)).toEqual({ count: 100, limit: 100, over: 0 });
  });
});

it('a PIN is six digits, twice the same', () => {
  expect(pinFault('135790', '135790')).toBeNull();
  expect(pinFault('13579', '13579')).toBe('set_pin.six');
  expect(pinFault('13579a', '13579a')).toBe('set_pin.six');
  expect(pinFault('135790', '135791')).toBe('set_pin.differ');
});

it('an iPad that calls itself a Macintosh is told how Apple’s phones install', () => {
  expect(isApple({ userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', maxTouchPoints: 5 })).toBe(true);
  expect(isApple({ userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', maxTouchPoints: 0 })).toBe(false);
  expect(isApple({ userAgent: 'Mozilla/5.0 (Linux; Android 14; K)', maxTouchPoints: 5 })).toBe(false);
});

it('what was returned stands first, what starts tomorrow apart from what is to do today', () => {
  expect(groupOf(local(1, { state: 'returned' }), '2026-11-24')).toBe('returned');
  expect(groupOf(local(1, { state: 'revising' }), '2026-11-24')).toBe('returned');
  expect(groupOf(local(1), '2026-11-24')).toBe('to_do');
  expect(groupOf(local(1), '2026-11-23')).toBe('later');
  expect(groupOf(local(1, { state: 'announced' }), '2026-11-24')).toBe('going_on');
  expect(groupOf(local(1, { state: 'discarded' }), '2026-11-24')).toBe('closed');
});

it('reference data of another version are shown as far as they are understood', () => {
  expect(asBusiness({ name: 'Hoa Sen', history: [{ number: '1/QĐ-KT', violations: ['a', 7] }, null] })).toMatchObject({
    name: 'Hoa Sen',
    address: '',
    representative: null,
    history: [{ number: '1/QĐ-KT', violations: ['a'] }],
  });
  expect(asViolation({ code: 'X', status: 'draft', fine_min_vnd: '5' })).toMatchObject({ code: 'X', draft: true, fineMin: null, check: null });
});
