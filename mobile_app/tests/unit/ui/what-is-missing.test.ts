/** A step that is not done says what is missing, and the phone may be turned on the screen that
 * asks for it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Obstacle } from '../../../src/domain/model';
import { missingWords } from '../../../src/ui/screens/inspection-steps';
import { visitVi } from '../../../src/ui/words/visit.vi';

const one = (code: string, field: string | null = null): Obstacle => ({ code, text: { vi: '', en: '' }, screen: 'place', field });

describe('a step of the visit', () => {
  it('names what it lacks: announced, and without a position', () => {
    expect(missingWords([one('place_missing')])).toBe('vị trí');
    expect(missingWords([one('not_announced'), one('place_missing')])).toBe('công bố quyết định, vị trí');
    expect(missingWords([one('leader_not_signed')])).toBe('Trưởng Đoàn');
  });

  it('counts the fields that its form wants', () => {
    expect(missingWords([one('form_invalid', '/a'), one('form_invalid', '/b')])).toBe('2 mục');
  });

  it('says nothing of what only a later version knows', () => {
    expect(missingWords([one('something_new')])).toBe('');
  });
});

it('who signs is asked to turn the phone, and the installed app lets him', () => {
  expect(visitVi['sign.pad_hint']).toContain('xoay ngang máy');
  expect(readFileSync('vite.config.ts', 'utf8')).toContain("orientation: 'any'");
});
