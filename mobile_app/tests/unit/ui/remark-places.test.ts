import { expect, it } from 'vitest';
import type { LocalInspection } from '../../../src/domain/model';
import { placeName } from '../../../src/ui/remark-places';

const schema = {
  properties: {
    contents: { type: 'array', 'x-label': { vi: 'Nội dung và kết quả', en: 'Contents' }, items: { properties: { result: { 'x-label': { vi: 'Kết quả', en: 'Result' } } } } },
  },
};
const inspection = {} as unknown as LocalInspection;
const at = (field: string): string => placeName(inspection, schema, { photoId: null, field });

it('a remark names the field that it is about, with its row', () => {
  expect(at('/contents/1/result')).toBe('Về mục “Nội dung và kết quả 2 – Kết quả”');
});

it('a remark on the whole, or on a field that the form does not know, is about the minutes', () => {
  expect(at('')).toBe('Về biên bản');
  expect(placeName(inspection, null, { photoId: null, field: '/contents/1/result' })).toBe('Về biên bản');
});
