/** The framing inside the age stream, as specified in docs/exchange/rescue.md: a line, a length,
 * a manifest, the photographs' bytes. */
import { canonicalBytes } from '../domain/canonical-json';
import type { Act, RegisterInformation } from '../wire';

export const MAGIC = 'hientruong-rescue 1\n';
const LENGTH_DIGITS = 10;
/** The server accepts no longer manifest. */
export const MAX_MANIFEST_BYTES = 16 * 1024 * 1024;

export interface Manifest {
  /** 2 if it holds informations: a server that does not know them refuses the file, and loses none of them. */
  format: 1 | 2;
  made_at: string;
  device_id: string;
  officer_id: string;
  unit_id: string | null;
  epoch: string | null;
  /** Whole signed acts, in the order of the log. */
  acts: Act[];
  /** In the order in which their bytes follow. */
  photos: ManifestPhoto[];
  /** Of format 2 alone. */
  informations?: ManifestInformation[];
  /** Sealed photographs of informations, in the order in which their bytes follow those of `photos`. Of format 2 alone. */
  attachments?: ManifestAttachment[];
}

/** An information as the phone would register it. Who informed and what was said are sealed within, to another key than the
 * file's. */
export interface ManifestInformation {
  id: string;
  /** A draft that nobody registered, and whether its officer has said if it is about an officer. The desk decides. */
  draft?: Draft;
  asked: RegisterInformation;
  /** The device's, over `informationStatement`; null if this phone has no key any more. */
  signature: string | null;
}

export type Draft = 'answered' | 'unanswered';

/** What the device vouches for. A draft is vouched for otherwise, so that none is taken for what its officer registered. */
const PURPOSES = { registered: 'register-information', answered: 'keep-draft', unanswered: 'keep-unanswered-draft' } as const;

export interface ManifestAttachment {
  id: string;
  information_id: string;
  sha256: string;
  size: number;
}

export interface ManifestPhoto {
  photo_id: string;
  record_id: string;
  sha256: string;
  size: number;
  media_type: string;
}

/** The bytes that the device signs to vouch for an information: anybody can encrypt a file to the server. */
export function informationStatement(manifest: Pick<Manifest, 'device_id' | 'officer_id'>, id: string, asked: RegisterInformation, draft?: Draft): Uint8Array<ArrayBuffer> {
  return canonicalBytes({ purpose: PURPOSES[draft ?? 'registered'], device_id: manifest.device_id, officer_id: manifest.officer_id, id, asked });
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
