import { describe, expect, it } from 'vitest';
import { JUDGED, join, labelAt, split, validate, valueAt, withoutCleared, type Schema } from '../../../src/domain/form';
import { allForms, cases, exampleOf, formOf } from '../support/cases';

interface MinutesCases {
  fields: Record<string, Record<string, unknown>>;
  cases: {
    name: string;
    form: string;
    version: number;
    patch: Record<string, unknown>;
    remove: string[];
    findings: { at: string; vi: string; en: string }[];
  }[];
}

const shared = cases<MinutesCases>('minutes');
const minutes = formOf('BB-KT', 3);
const whole = shared.fields['BB-KT'] ?? {};

describe('the phone judges minutes as the server does', () => {
  it.each(shared.cases.map((each) => [`${each.form}: ${each.name}`, each] as const))('%s', (_, each) => {
    const fields: Record<string, unknown> = { ...shared.fields[each.form], ...each.patch };
    for (const name of each.remove) delete fields[name];
    const findings = validate(formOf(each.form, each.version), fields);
    expect(findings.map(([at, { vi, en }]) => ({ at, vi, en }))).toEqual(each.findings);
  });

  it('with every keyword that a form uses, and no other passes unjudged', () => {
    const described = ['$schema', '$id', 'title'];
    const used = new Set<string>();
    const walk = (node: Schema): void => {
      for (const [keyword, value] of Object.entries(node)) {
        if (keyword.startsWith('x-') || described.includes(keyword)) continue;
        used.add(keyword);
        if (keyword === 'properties') Object.values(value as Record<string, Schema>).forEach(walk);
        if (keyword === 'items') walk(value as Schema);
      }
    };
    const forms = allForms();
    forms.forEach(walk);
    expect(forms.length).toBeGreaterThan(1);
    expect([...used].filter((keyword) => !JUDGED.includes(keyword))).toEqual([]);
  });
});

interface Needs {
  cases: { name: string; form: string; version: number; given: Record<string, unknown>; at: string[] }[];
}

describe('what a value makes necessary on a paper', () => {
  it.each(cases<Needs>('needs').cases.map((each) => [each.name, each] as const))('%s', (_, { form, version, given, at }) => {
    const fields = Object.fromEntries(Object.entries({ ...exampleOf(form, version), ...given }).filter(([, value]) => value !== null));
    expect(validate(formOf(form, version), fields).map(([where]) => where)).toEqual(at);
  });
});

describe('what an officer cleared', () => {
  it('is absent where the form does not need it, and asked for where it does', () => {
    const typed = { ...whole, tax_code: '', agency: '', goods: [{ name: 'Sữa', unit: 'hộp', quantity: '1', kind: '' }] };
    const fields = withoutCleared(minutes, typed);
    expect(fields).not.toHaveProperty('tax_code');
    expect(fields.goods).toEqual([{ name: 'Sữa', unit: 'hộp', quantity: '1' }]);
    expect(validate(minutes, fields).map(([at]) => at)).toEqual(['/agency']);
  });

  it('stays where an empty text is an answer', () => {
    expect(withoutCleared(minutes, { ...whole, subject_opinion: '' })).toHaveProperty('subject_opinion', '');
  });

  it('loses nothing else, not even what the form does not know', () => {
    const typed = { ...whole, older: { deep: ['x', ''] }, violations: [], read_back: false };
    expect(withoutCleared(minutes, typed)).toEqual(typed);
  });
});

describe('a field', () => {
  it('is named as the paper names it', () => {
    expect(labelAt(minutes, '/contents/1/result').vi).toMatch(/^.+ 2 – .+$/u);
    expect(labelAt(minutes, '/leader/name')).toEqual({ vi: 'Trưởng Đoàn kiểm tra – Họ và tên', en: 'Team leader – Full name' });
    expect(labelAt(minutes, '/unheard/of').vi).toBe('unheard – of');
  });

  it('is found by its pointer, with slashes and tildes in names', () => {
    const pointer = join('a/b', 'c~d', 1);
    expect(pointer).toBe('/a~1b/c~0d/1');
    expect(split(pointer)).toEqual(['a/b', 'c~d', '1']);
    expect(valueAt({ 'a/b': { 'c~d': ['x', 'y'] } }, pointer)).toBe('y');
    expect(valueAt({ list: ['x'] }, '/list/1')).toBeUndefined();
    expect(valueAt({ list: ['x'] }, '/list/length')).toBeUndefined();
    expect(valueAt('text', '/a')).toBeUndefined();
    expect(valueAt({}, '/constructor')).toBeUndefined();
  });
});
