/** The part of JSON Schema (2020-12) that our forms use, as screens read it. Judging fields by it is src/domain/form.ts's. */
import type { Text } from '../../wire';

export interface FieldSchema {
  type: 'string' | 'integer' | 'boolean' | 'array' | 'object';
  format?: 'date' | 'date-time';
  enum?: string[];
  /** What the values of `enum` are called, in the order of the paper. */
  'x-choices'?: { value: string; label: Text }[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  required?: string[];
  properties?: Record<string, FieldSchema>;
  items?: FieldSchema;
  'x-label'?: Text;
  'x-hint'?: Text;
  'x-order'?: number;
  'x-group'?: string;
  'x-multiline'?: boolean;
  /** Shown only where a field of the same group has one of these values. */
  'x-when'?: { field: string; in: unknown[] };
}

export interface FormSchema extends FieldSchema {
  'x-title': Text;
  'x-form': string;
  'x-version': number;
  'x-groups': { key: string; label: Text }[];
}

/** Names of an object's fields in the order of the paper. */
export function ordered(schema: FieldSchema): string[] {
  const properties = schema.properties ?? {};
  return Object.keys(properties).sort((a, b) => (properties[a]?.['x-order'] ?? 1e4) - (properties[b]?.['x-order'] ?? 1e4));
}

const NO_LABEL: Text = { vi: '', en: '' };

/** What the paper calls a field. */
export function labelOf(schema: FieldSchema): Text {
  return schema['x-label'] ?? NO_LABEL;
}

/** What the paper calls the value of a choice; the value itself where the form does not say. */
export function choiceLabel(schema: FieldSchema, value: string): Text {
  return schema['x-choices']?.find((choice) => choice.value === value)?.label ?? { vi: value, en: value };
}
