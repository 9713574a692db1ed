/** Small helpers of the server in memory: JSON, problems, hashes. Written independently of the
 * phone's own code. */
import { createHash } from 'node:crypto';

export type Json = Record<string, unknown>;

export class Problems extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly retryable = false,
    readonly headers: Record<string, string> = {},
  ) {
    super(code);
  }

  static body(status: number, code: string, retryable = false): Json {
    return { type: 'about:blank', title: code, status, code, text: { vi: `vi ${code}`, en: `en ${code}` }, retryable, detail: null };
  }
}

export function problem(error: Problems, headers: Record<string, string>): Response {
  const body = JSON.stringify(Problems.body(error.status, error.code, error.retryable));
  return new Response(body, { status: error.status, headers: { 'Content-Type': 'application/problem+json', ...headers, ...error.headers } });
}

export function answer(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } });
}

/** RFC 8785 for the values that occur here: members in order, JSON's own notation. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

export function b64url(data: Uint8Array): string {
  return Buffer.from(data).toString('base64url');
}
