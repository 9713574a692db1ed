/** Each field of the papers made on site gets the keyboard that suits it. */
import { describe, expect, it } from 'vitest';
import type { FieldSchema } from '../../../src/ui/visit/schema';
import { keysOf } from '../../../src/ui/visit/keyboards';
import { formOf } from '../support/cases';

/** Text fields of a form, by name, with their labels. */
function lines(form: string, version: number): [string, string][] {
  const found: [string, string][] = [];
  const walk = (schema: FieldSchema, name: string): void => {
    if (schema.type === 'string' && !schema.enum && !schema.format && !schema['x-multiline']) found.push([name, schema['x-label']?.vi ?? '']);
    for (const [key, inner] of Object.entries(schema.properties ?? {})) walk(inner, key);
    if (schema.items) walk(schema.items, name);
  };
  walk(formOf(form, version) as unknown as FieldSchema, '');
  return found;
}

const ALL = [...lines('BB-KT', 3), ...lines('BB-KKT', 3), ...lines('MBB01', 3), ...lines('MBB15', 2), ...lines('MBB26', 2)];
const named = (part: (name: string, label: string) => boolean): [string, string][] => ALL.filter(([name, label]) => part(name, label));

describe('on the papers of a visit', () => {
  it('there is something to try', () => expect(ALL.length).toBeGreaterThan(100));
  it.each([
    ['quantities bring decimals', (name: string) => name === 'quantity', 'decimal'],
    ['telephone numbers bring the dial', (_: string, label: string) => /điện thoại/i.test(label), 'tel'],
    ['e-mail brings its sign', (_: string, label: string) => /thư điện tử/i.test(label), 'email'],
    ['personal numbers bring digits', (name: string, label: string) => name === 'id_number' && !label.includes('hộ chiếu'), 'numeric'],
    ['codes of taxes bring digits', (_: string, label: string) => /mã số thuế|mã số doanh nghiệp/i.test(label), 'numeric'],
  ] as const)('%s', (_, part, mode) => {
    expect(named(part).length).toBeGreaterThan(0);
    for (const [name, label] of named(part)) expect(keysOf(name, label, false).inputMode, `${name} ${label}`).toBe(mode);
  });

  it('names of people begin with capitals and are not corrected', () => {
    for (const [name, label] of named((_, one) => one === 'Họ và tên')) expect(keysOf(name, label, false)).toMatchObject({ capitals: 'words', spelt: false });
  });

  it('numbers of papers are taken letter by letter, and a passport has its letters', () => {
    for (const [name, label] of named((_, one) => /số$|^Số (hiệu|thẻ|biên bản|niêm phong)|hộ chiếu/.test(one) && !/mã số/i.test(one))) expect(keysOf(name, label, false), name).toMatchObject({ literal: true, capitals: 'characters' });
  });

  it('a pad without a hyphen is not forced on a code that may have one', () => expect(keysOf('tax_code', 'Mã số thuế', true).inputMode).toBeUndefined());

  it('every line leads to the next field', () => {
    for (const [name, label] of ALL) expect(keysOf(name, label, false).enterKeyHint).toBe('next');
  });
});
