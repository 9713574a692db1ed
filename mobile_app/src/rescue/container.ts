/** The framing inside the age stream, as specified in docs/exchange/rescue.md: a line, a length,
 * a manifest, the photographs' bytes. */
import type { Act } from '../wire';

export const MAGIC = 'hientruong-rescue 1\n';
const LENGTH_DIGITS = 10;
/** The server accepts no longer manifest. */
export const MAX_MANIFEST_BYTES = 16 * 1024 * 1024;

export interface Manifest {
  format: 1;
  made_at: string;
  device_id: string;
  officer_id: string;
  unit_id: string | null;
  epoch: string | null;
  /** Whole signed acts, in the order of the log. */
  acts: Act[];
  /** In the order in which their bytes follow. */
  photos: ManifestPhoto[];
}

export interface ManifestPhoto {
  photo_id: string;
  record_id: string;
  sha256: string;
  size: number;
  media_type: string;
}

/** Returns what precedes the first photograph's bytes; null if the manifest is longer than
 * the server accepts. */
export function headOf(manifest: Manifest): Uint8Array | null {
  const text = new TextEncoder();
  const body = text.encode(JSON.stringify(manifest));
  if (body.byteLength > MAX_MANIFEST_BYTES) return null;
  const line = text.encode(`${MAGIC}${String(body.byteLength).padStart(LENGTH_DIGITS, '0')}\n`);
  const head = new Uint8Array(line.byteLength + body.byteLength);
  head.set(line);
  head.set(body, line.byteLength);
  return head;
}

/** `hientruong-an-20261124-1630.htrescue.age`, by the phone's own clock and zone. */
export function fileName(username: string, at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  const plain = username.replace(/[^A-Za-z0-9._-]+/g, '-') || 'x';
  return `hientruong-${plain}-${day}-${two(at.getHours())}${two(at.getMinutes())}.htrescue.age`;
}
