/** Converts the whole minutes to text, for reading aloud before anybody signs and for
 * checking before submission. */
import { join, split } from '../../domain/form';
import type { Text } from '../../wire';
import { choiceLabel, labelOf, ordered, type FieldSchema, type FormSchema } from './schema';

export interface Entry {
  pointer: string;
  label: Text;
  /** The value in words; for a group its entries; for a list one array of entries per row. */
  value: string | Entry[] | Entry[][];
}
export interface Section {
  key: string;
  label: Text;
  entries: Entry[];
}
/** How values are expressed in the language of the screen. */
export interface Speech {
  yes: string;
  no: string;
  day(at: string): string;
  dayTime(at: string): string;
  text(text: Text): string;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function said(schema: FieldSchema, value: unknown, speech: Speech): string {
  if (typeof value === 'boolean') return value ? speech.yes : speech.no;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') return '';
  if (schema.format === 'date') return speech.day(value);
  if (schema.format === 'date-time') return speech.dayTime(value);
  return schema.enum === undefined ? value : speech.text(choiceLabel(schema, value));
}

/** Values in one line, such as "Bánh quy – hộp – 36"; those that are empty are left out. */
export function inOneLine(fields: { schema: FieldSchema; value: unknown }[], speech: Speech): string {
  return fields
    .map(({ schema, value }) => said(schema, value, speech))
    .filter((one) => one !== '')
    .join(' – ');
}

function entryOf(name: string, schema: FieldSchema, value: unknown, above: string, speech: Speech): Entry | null {
  const pointer = above + join(name);
  const label = labelOf(schema);
  if (schema.type === 'object') {
    const entries = entriesOf(schema, value, pointer, speech);
    return entries.length === 0 ? null : { pointer, label, value: entries };
  }
  if (schema.type === 'array') {
    const items = schema.items as FieldSchema;
    if (!Array.isArray(value) || value.length === 0) return { pointer, label, value: '' };
    const rows = value.map((one, at): Entry[] => {
      const place = pointer + join(at);
      return items.type === 'object' ? entriesOf(items, one, place, speech) : [{ pointer: place, label: labelOf(items), value: said(items, one, speech) }];
    });
    return { pointer, label, value: rows };
  }
  return { pointer, label, value: said(schema, value, speech) };
}

function entriesOf(schema: FieldSchema, value: unknown, above: string, speech: Speech): Entry[] {
  const given = isRecord(value) ? value : {};
  return ordered(schema).flatMap((name) => {
    const part = schema.properties?.[name] as FieldSchema;
    // A group that nobody touched, such as an interpreter if there was none.
    if (part.type === 'object' && given[name] === undefined && schema.required?.includes(name) !== true) return [];
    const entry = entryOf(name, part, given[name], above, speech);
    // Empty entries are left out, except a list that says "none" and fields that the form requires.
    const asked = schema.required?.includes(name) === true || (entry !== null && Array.isArray(entry.value));
    return entry === null || (entry.value === '' && !asked) ? [] : [entry];
  });
}

/** The minutes in the sections of the form, without empty sections. */
export function sectionsOf(schema: FormSchema, fields: Record<string, unknown>, speech: Speech): Section[] {
  const entries = entriesOf(schema, fields, '', speech);
  const groupOf = (entry: Entry): string => {
    return schema.properties?.[split(entry.pointer)[0] ?? '']?.['x-group'] ?? '';
  };
  return schema['x-groups']
    .map((group) => ({ key: group.key, label: group.label, entries: entries.filter((entry) => groupOf(entry) === group.key) }))
    .filter((section) => section.entries.length > 0);
}
