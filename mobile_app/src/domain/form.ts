/** Validation of minutes and papers against their forms, with the same messages and in the same
 * order as the server.
 *
 * Mirrors backend/documents/forms.py, which uses jsonschema; tests/cases/minutes.json is checked
 * against both. This module implements only the part of JSON Schema 2020-12 that our forms use. A
 * test fails if a form uses more.
 */
import type { Text } from '../wire';
import { isObject } from './canonical-json';
import { END_BEFORE_START, sentence } from './form-words';
import { isBefore, isDate, isMoment } from './moments';

/** A part of a form's JSON Schema, as it came from the server. */
export type Schema = Record<string, unknown>;

/** What is wrong, and where: a JSON Pointer into the fields (RFC 6901). */
export type Finding = readonly [pointer: string, text: Text];

/** Checks a value by one keyword of its part of the form and adds what is wrong to `found`. */
type Judge = (found: Finding[], asked: unknown, value: unknown, node: Schema, at: string) => void;

/** Returns everything that is wrong with the fields, in the order of the form. Empty if the
 * server would accept them. */
export function validate(schema: Schema, fields: unknown): Finding[] {
  let findings: Finding[] = [];
  judge(findings, schema, fields, '');
  if (findings.length === 0 && isObject(fields)) findings = acrossFields(schema, fields);
  return findings
    .map((finding) => ({ finding, order: orderOf(schema, finding[0]) }))
    .sort((a, b) => a.order - b.order || byCodePoint(a.finding[0], b.finding[0]))
    .map(({ finding }) => finding);
}

/** Whether the form has a field for everything that was typed. It may have been typed into
 * another version of the form. */
export function hasPlaceFor(schema: Schema, fields: unknown): boolean {
  const unknown = sentence('additionalProperties', null, {}).vi;
  return !validate(schema, fields).some(([, text]) => text.vi === unknown);
}

/** The fields as they are stored in minutes. An optional text that was cleared is left out, at
 * any depth. A required one stays and is validated: if the form lets it be empty, "nothing said"
 * is an answer. Fields that the form does not know are kept. */
export function withoutCleared(schema: Schema, fields: Record<string, unknown>): Record<string, unknown> {
  const required = names(schema.required);
  const known = properties(schema);
  const kept: [string, unknown][] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null || (value === '' && !required.includes(name))) continue;
    kept.push([name, cleared(Object.hasOwn(known, name) ? (known[name] ?? {}) : {}, value)]);
  }
  return Object.fromEntries(kept);
}

/** The fields as they are stored in a paper. A field may be shown only under a condition
 * (`x-when`: another field of the same group has one of these values). If the condition does not
 * hold, the field is left out, so that nothing unseen is printed or sent. */
export function withoutHidden(schema: Schema, fields: Record<string, unknown>): Record<string, unknown> {
  const known = properties(schema);
  const kept = Object.entries(fields).filter(([name]) => !Object.hasOwn(known, name) || isShown(known[name] ?? {}, fields));
  return Object.fromEntries(kept.map(([name, value]) => [name, Object.hasOwn(known, name) ? shownWithin(known[name] ?? {}, value) : value]));
}

function shownWithin(node: Schema, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => shownWithin((node.items ?? {}) as Schema, item));
  return isObject(value) ? withoutHidden(node, value) : value;
}

/** Whether a field is shown, given the values of the `others` in its group. */
export function isShown(node: object, others: Record<string, unknown>): boolean {
  const when = (node as Schema)['x-when'] as { field: string; in: unknown[] } | undefined;
  return when === undefined || when.in.includes(others[when.field]);
}

/** The label of a field as printed on the paper: `/contents/0/result` is "Nội dung … 1 – Kết
 * quả". */
export function labelAt(schema: Schema, pointer: string): Text {
  return { vi: labelIn(schema, pointer, 'vi'), en: labelIn(schema, pointer, 'en') };
}

/** The value at a JSON Pointer, undefined if there is none. */
export function valueAt(fields: unknown, pointer: string): unknown {
  let node: unknown = fields;
  for (const part of split(pointer)) {
    if (Array.isArray(node)) node = /^\d+$/.test(part) ? (node as unknown[])[Number(part)] : undefined;
    else if (isObject(node)) node = Object.hasOwn(node, part) ? node[part] : undefined;
    else return undefined;
  }
  return node;
}

/** Splits a JSON Pointer (RFC 6901 §4: ~1 is a slash, ~0 a tilde). */
export function split(pointer: string): string[] {
  return pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Builds a JSON Pointer from its parts. */
export function join(...parts: (string | number)[]): string {
  return parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** An empty value counts as missing, whatever its type: a field that nobody touched holds an
 * empty text. */
function said(keyword: string, asked: unknown, value: unknown, node: Schema): Text {
  return value === '' ? sentence('required', null, {}) : sentence(keyword, asked, node);
}

const KEYWORDS: Record<string, Judge> = {
  type: (found, asked, value, node, at) => {
    if (!hasType(asked, value)) found.push([at, said('type', asked, value, node)]);
  },
  required: (found, asked, value, _, at) => {
    if (!isObject(value)) return;
    for (const name of names(asked)) if (!Object.hasOwn(value, name)) found.push([at + join(name), sentence('required', null, {})]);
  },
  additionalProperties: (found, asked, value, node, at) => {
    if (asked !== false || !isObject(value)) return;
    const known = properties(node);
    for (const name of Object.keys(value)) if (!Object.hasOwn(known, name)) found.push([at + join(name), sentence('additionalProperties', null, {})]);
  },
  properties: (found, asked, value, _, at) => {
    if (!isObject(value)) return;
    for (const [name, part] of Object.entries(asked as Record<string, Schema>)) {
      if (Object.hasOwn(value, name)) judge(found, part, value[name], at + join(name));
    }
  },
  items: (found, asked, value, _, at) => {
    if (Array.isArray(value)) value.forEach((item, index) => judge(found, asked as Schema, item, at + join(index)));
  },
  minLength: (found, asked, value, node, at) => {
    if (typeof value === 'string' && lengthOf(value, Number(asked)) < Number(asked)) found.push([at, said('minLength', asked, value, node)]);
  },
  maxLength: (found, asked, value, node, at) => {
    if (typeof value === 'string' && value.length > Number(asked) && [...value].length > Number(asked)) found.push([at, sentence('maxLength', asked, node)]);
  },
  minItems: (found, asked, value, node, at) => {
    if (Array.isArray(value) && value.length < Number(asked)) found.push([at, sentence('minItems', asked, node)]);
  },
  maxItems: (found, asked, value, node, at) => {
    if (Array.isArray(value) && value.length > Number(asked)) found.push([at, sentence('maxItems', asked, node)]);
  },
  minimum: (found, asked, value, node, at) => {
    if (typeof value === 'number' && value < Number(asked)) found.push([at, sentence('minimum', asked, node)]);
  },
  maximum: (found, asked, value, node, at) => {
    if (typeof value === 'number' && value > Number(asked)) found.push([at, sentence('maximum', asked, node)]);
  },
  enum: (found, asked, value, node, at) => {
    if (!Array.isArray(asked) || !asked.includes(value)) found.push([at, said('enum', asked, value, node)]);
  },
  pattern: (found, asked, value, node, at) => {
    if (typeof value === 'string' && !patternOf(String(asked)).test(value)) found.push([at, said('pattern', asked, value, node)]);
  },
  format: (found, asked, value, node, at) => {
    const known = asked === 'date' ? isDate : asked === 'date-time' ? isMoment : null;
    if (typeof value === 'string' && known && !known(value)) found.push([at, said('format', asked, value, node)]);
  },
};

/** The keywords that are checked here. All others in a form only describe it. */
export const JUDGED: readonly string[] = Object.keys(KEYWORDS);

/** Keywords of each part of a form, collected once: minutes of 500 goods are validated while
 * somebody types. */
const READ = new WeakMap<Schema, readonly (readonly [Judge, unknown])[]>();
const PATTERNS = new Map<string, RegExp>();

/** Applies the keywords in the order in which the form writes them, as jsonschema does. */
function judge(found: Finding[], node: Schema, value: unknown, at: string): void {
  let keywords = READ.get(node);
  if (!keywords) {
    keywords = Object.entries(node).flatMap(([keyword, asked]) => (KEYWORDS[keyword] ? [[KEYWORDS[keyword], asked] as const] : []));
    READ.set(node, keywords);
  }
  for (const [judgeBy, asked] of keywords) judgeBy(found, asked, value, node, at);
}

function patternOf(pattern: string): RegExp {
  let found = PATTERNS.get(pattern);
  if (!found) PATTERNS.set(pattern, (found = new RegExp(pattern, 'u')));
  return found;
}

/** Length in characters, as Python and JSON Schema count them (an emoji is one). Counted only if
 * it could be too short. */
function lengthOf(text: string, least: number): number {
  return text.length >= 2 * least ? text.length : [...text].length;
}

function hasType(type: unknown, value: unknown): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

/** A rule of `x-needs` that depends on values: if a field has one (`is`), or any, others are needed.
 * Of `one_of` a single one is enough. */
interface Needs {
  when?: { field: string; is?: unknown }[];
  fields?: string[];
  one_of?: string[];
  text: Text;
}

/** Checks that concern several fields: an inspection does not end before it begins; at least one
 * of the fields that are alternatives to each other (`x-either`) is filled; what a value makes
 * necessary (`x-needs`) is there. Rules about amounts are of decisions, which no phone writes. */
function acrossFields(schema: Schema, fields: Record<string, unknown>): Finding[] {
  const found: Finding[] = [];
  const { started_at: start, ended_at: end } = fields;
  if (typeof start === 'string' && typeof end === 'string' && start && end && isBefore(end, start)) found.push(['/ended_at', END_BEFORE_START]);
  for (const either of (schema['x-either'] ?? []) as { fields: string[]; text: Text }[]) {
    if (!either.fields.some((name) => isFilled(fields[name]))) found.push([join(either.fields.at(-1) ?? ''), either.text]);
  }
  for (const needs of (schema['x-needs'] ?? []) as Needs[]) {
    if (!needs.when?.some(({ field, is }) => hasValue(valueAt(fields, `/${field.replaceAll('.', '/')}`), is))) continue;
    for (const name of missingOf(needs, fields)) found.push([join(name), needs.text]);
  }
  return found;
}

function hasValue(value: unknown, is: unknown): boolean {
  return is === undefined ? isFilled(value) : value === is;
}

/** The fields to report: each that is missing, or the last of `one_of` if all are. */
function missingOf({ fields: all, one_of: some }: Needs, fields: Record<string, unknown>): string[] {
  const asked = some ?? all ?? [];
  const missing = asked.filter((name) => !isFilled(fields[name]));
  return some ? (missing.length === asked.length ? asked.slice(-1) : []) : missing;
}

function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return isObject(value) ? Object.keys(value).length > 0 : Boolean(value);
}

function orderOf(schema: Schema, pointer: string): number {
  const [first] = split(pointer);
  const order = first === undefined ? undefined : properties(schema)[first]?.['x-order'];
  return typeof order === 'number' ? order : 10_000;
}

/** Orders texts as Python does. JavaScript's `<` would put an emoji before some letters. */
function byCodePoint(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = (a[index]?.codePointAt(0) ?? 0) - (b[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function labelIn(schema: Schema, pointer: string, language: 'vi' | 'en'): string {
  let node = schema;
  const words: string[] = [];
  for (const part of split(pointer)) {
    const inList = 'items' in node && /^\d+$/.test(part);
    if (inList) words.push(words.length ? `${words.pop()} ${Number(part) + 1}` : part);
    node = inList ? (node.items as Schema) : (properties(node)[part] ?? {});
    const label = node['x-label'] as Text | undefined;
    if (label && !inList) words.push(label[language]);
    else if (Object.keys(node).length === 0) words.push(part);
  }
  return words.join(' – ');
}

function cleared(node: Schema, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => cleared((node.items ?? {}) as Schema, item));
  return isObject(value) ? withoutCleared(node, value) : value;
}

function properties(node: Schema): Record<string, Schema> {
  return isObject(node.properties) ? (node.properties as Record<string, Schema>) : {};
}

function names(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : [];
}
