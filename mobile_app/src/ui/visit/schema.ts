/** The part of JSON Schema (2020-12) that our forms use, for screens. Fields are validated
 * against it in src/domain/form.ts. */
import type { Text } from '../../wire';

export interface FieldSchema {
  type: 'string' | 'integer' | 'boolean' | 'array' | 'object';
  format?: 'date' | 'date-time';
  enum?: string[];
  /** Labels of the values of `enum`, in the order of the paper. */
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
  /** Written or counted by the system: nobody is asked for it. Older versions of a form still ask. */
  'x-hidden'?: boolean;
  /** Shown only if a field of the same group has one of these values. */
  'x-when'?: { field: string; in: unknown[] };
}

export interface FormSchema extends FieldSchema {
  'x-title': Text;
  'x-form': string;
  'x-version': number;
  'x-groups': { key: string; label: Text }[];
}

/** Names of an object's fields in the order of the paper, without those that nobody is asked for. */
export function ordered(schema: FieldSchema): string[] {
  const properties = schema.properties ?? {};
  const asked = Object.keys(properties).filter((name) => !properties[name]?.['x-hidden']);
  return asked.sort((a, b) => (properties[a]?.['x-order'] ?? 1e4) - (properties[b]?.['x-order'] ?? 1e4));
}

const NO_LABEL: Text = { vi: '', en: '' };

/** The paper's label of a field. */
export function labelOf(schema: FieldSchema): Text {
  return schema['x-label'] ?? NO_LABEL;
}

/** The paper's label of a choice; the value itself if the form has none. */
export function choiceLabel(schema: FieldSchema, value: string): Text {
  return schema['x-choices']?.find((choice) => choice.value === value)?.label ?? { vi: value, en: value };
}
