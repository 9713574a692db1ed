/** Files of the repository by which server and phone are both tested: the forms, and the
 * cases of /tests/cases. */
import { readFileSync, readdirSync } from 'node:fs';
import type { Schema } from '../../../src/domain/form';

const ROOT = new URL('../../../../', import.meta.url);

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));
}

/** A file of /tests/cases, by its name. */
export function cases<T>(name: string): T {
  return read(`tests/cases/${name}.json`) as T;
}

/** A form as the server has it. */
export function formOf(form: string, version: number): Schema {
  return read(`backend/documents/forms/${form}.${version}.json`) as Schema;
}

/** A whole paper on a form: the example of the server's own tests. */
export function exampleOf(form: string, version: number): Record<string, unknown> {
  return read(`tests/unit/documents/examples/${form}.${version}.json`) as Record<string, unknown>;
}

/** Every form that the server has. */
export function allForms(): Schema[] {
  const folder = 'backend/documents/forms/';
  return readdirSync(new URL(folder, ROOT)).map((file) => read(folder + file) as Schema);
}
