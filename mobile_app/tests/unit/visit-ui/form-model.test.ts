/** What an officer can rely on while typing minutes. */
import { readFileSync } from 'node:fs';
import { effect } from '@preact/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import { validate } from '../../../src/domain/form';
import { FormModel, type Branch, type Leaf, type Rows } from '../../../src/ui/visit/form-model';
import { asReadBack } from '../../../src/ui/visit/use-minutes';
import { commentsByField } from '../../../src/ui/visit/minutes-comments';
import type { FormSchema } from '../../../src/ui/visit/schema';
import { cases, formOf } from '../support/cases';

const schema = JSON.parse(readFileSync(new URL('../../../../backend/documents/forms/BB-KT.3.json', import.meta.url), 'utf8')) as FormSchema;
const tea = { name: 'Trà', unit: 'hộp', quantity: '3' };
const cake = { name: 'Bánh', unit: 'hộp', quantity: '36' };

let form: FormModel;
let changes: number;
const leaf = (pointer: string): Leaf => form.nodeAt(pointer) as Leaf;
const goods = (): Rows => form.nodeAt('/goods') as Rows;

beforeEach(() => {
  changes = 0;
  form = new FormModel(
    schema,
    { agency: 'Đội 5', subject_opinion: '', goods: [tea, cake], later_version: 'kept' },
    (fields) => validate(schema as unknown as Record<string, unknown>, fields),
    () => (changes += 1),
    (work) => work(),
  );
});

it('faults between two fields are told before the reading, whose question is still open', () => {
  const plain = formOf('BB-KT', 1);
  const whole = cases<{ fields: Record<string, Record<string, unknown>> }>('minutes').fields['BB-KT'];
  const filled: Record<string, unknown> = { ...whole, started_at: '2026-11-24T03:00:00Z', ended_at: '2026-11-24T02:00:00Z' };
  delete filled.read_back;
  expect(validate(plain, filled).map(([at]) => at)).toEqual(['/read_back']);
  expect(validate(plain, asReadBack(plain, filled)).map(([at]) => at)).toEqual(['/ended_at']);
  expect(asReadBack({ properties: {} }, {}), 'a form without the question').toEqual({});
});

describe('typing', () => {
  it('changes one field and nothing that shows another', () => {
    let renders = 0;
    const stop = effect(() => {
      void leaf('/place').current.value;
      renders += 1;
    });
    leaf('/agency').set('Đội 6');
    expect(renders).toBe(1);
    expect(form.fields().agency).toBe('Đội 6');
    expect(changes).toBe(1);
    stop();
  });

  it('keeps the letters as they were typed, for the keyboard may still be composing them', () => {
    const decomposed = 'Đo\u0323\u0302i';
    leaf('/agency').set(decomposed);
    expect(leaf('/agency').current.value).toBe(decomposed);
  });

  it('leaves an optional field out once it is emptied, and keeps a required one', () => {
    leaf('/licence').set('GP 1');
    leaf('/licence').set('');
    leaf('/agency').set('');
    expect('licence' in form.fields()).toBe(false);
    expect(form.fields().agency).toBe('');
  });

  it('carries along what this version of the form does not know', () => {
    leaf('/agency').set('Đội 7');
    expect(form.fields().later_version).toBe('kept');
  });
});

describe('faults', () => {
  it('are not told while a field is typed into for the first time, but once it is left', () => {
    leaf('/agency').entered();
    leaf('/agency').set('');
    expect(leaf('/agency').fault.value).toBeNull();
    leaf('/agency').left();
    expect(leaf('/agency').fault.value?.vi).toBe('Cần điền mục này.');
    leaf('/agency').set('Đội 5');
    expect(leaf('/agency').fault.value).toBeNull();
  });

  it('are all told once he asks to go on', () => {
    expect(leaf('/place').fault.value).toBeNull();
    form.attempted.value = true;
    expect(form.check()).toBeGreaterThan(5);
    expect(leaf('/place').fault.value?.en).toBe('This field must be filled in.');
  });

  it('follow their row when one above is removed', () => {
    form.attempted.value = true;
    leaf('/goods/1/quantity').set('ba');
    const quantity = leaf('/goods/1/quantity');
    expect(quantity.fault.value?.vi).toMatch(/^Sai dạng/);
    goods().remove(form.nodeAt('/goods/0'));
    expect(quantity.pointer).toBe('/goods/0/quantity');
    expect(quantity.fault.value?.vi).toMatch(/^Sai dạng/);
  });
});

describe('a list of goods', () => {
  it('gives a removed row back at its place', () => {
    goods().remove(form.nodeAt('/goods/0'));
    expect(form.fields().goods).toEqual([cake]);
    goods().undo();
    expect(form.fields().goods).toEqual([tea, cake]);
    expect(goods().undo()).toBeNull();
  });

  it('duplicates a row behind itself, and the copy is another row', () => {
    const copy = goods().duplicate(form.nodeAt('/goods/0')) as Branch;
    (copy.children[0] as Leaf).set('Cà phê');
    expect((form.fields().goods as { name: string }[]).map((row) => row.name)).toEqual(['Trà', 'Cà phê', 'Bánh']);
  });

  it('unfolds the rows in which something is missing, and only these', () => {
    expect(form.nodeAt('/goods/0').open.value).toBe(false);
    expect(goods().add({ name: 'Kẹo' }).open.value).toBe(true);
  });

  it('keeps an emptied list as a list that was there', () => {
    goods().remove(form.nodeAt('/goods/1'));
    goods().remove(form.nodeAt('/goods/0'));
    expect(form.fields().goods).toEqual([]);
  });
});

describe('comments of a return', () => {
  const returned = (field: string, text: string, was: unknown) => ({ field, text, was, photoId: null, answered: false });

  it('stand at the very field, with what was there before', () => {
    const comments = commentsByField(form, [returned('/agency', 'Ghi đủ tên đội.', 'Đội 4')]);
    expect(comments.get(leaf('/agency').key)).toEqual([{ text: 'Ghi đủ tên đội.', at: '/agency', was: 'Đội 4' }]);
  });

  it('stand at the list where their row is gone', () => {
    const comments = commentsByField(form, [returned('/goods/7/quantity', 'Đếm lại.', undefined)]);
    expect(comments.get(goods().key)?.[0]?.text).toBe('Đếm lại.');
  });
});
