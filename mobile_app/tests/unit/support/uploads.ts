/** tus 1.0.0 and byte receipts of the server in memory. A complete upload is stored immediately
 * unless `storing` is off. */
import { createHash } from 'node:crypto';
import { Problems, sha256, type Json } from './wire';

export interface Kept {
  id: string;
  officer: string;
  size: number;
  bytes: Uint8Array;
  metadata: Record<string, string>;
}

export class Uploads {
  all = new Map<string, Kept>();
  receipts = new Map<string, Json>();
  private announcements = new Map<string, { photo_id: string; sha256: string; size: number }>();
  /** If off, bytes stay in the spool and no receipt is given. */
  storing = true;
  /** Answers the next requests to an upload (not its creation) with these. */
  readonly refusals: Problems[] = [];
  /** Answers a creation with these. */
  readonly creationRefusals: Problems[] = [];
  /** The offset at which each PATCH began. */
  readonly offsets: number[] = [];

  constructor(
    private readonly sign: (value: Json) => Promise<Json>,
    private readonly now: () => string,
  ) {}

  bytesOf(photoId: string): Uint8Array | null {
    return [...this.all.values()].find((each) => each.metadata.photo_id === photoId)?.bytes ?? null;
  }

  async serve(request: Request, path: string, officer: string): Promise<Response> {
    if (request.headers.get('Tus-Resumable') !== '1.0.0') throw new Problems(412, 'tus_version_unsupported');
    const id = path.split('/')[2];
    if (!id) return this.create(request, officer);
    const refusal = this.refusals.shift();
    if (refusal) throw refusal;
    const found = this.all.get(id);
    if (!found || found.officer !== officer) throw new Problems(404, 'not_found');
    if (request.method === 'HEAD') return tus(200, { 'Upload-Offset': String(found.bytes.length), 'Upload-Length': String(found.size) });
    return this.append(request, found);
  }

  async announced(content: { photo_id: string; sha256: string; size: number }): Promise<void> {
    this.announcements.set(content.photo_id, content);
    await this.store();
  }

  /** The worker: complete uploads whose act has arrived get their receipt. */
  async store(): Promise<void> {
    if (!this.storing) return;
    for (const each of this.all.values()) {
      const said = this.announcements.get(each.metadata.photo_id ?? '');
      if (!said || each.bytes.length !== each.size || this.receipts.has(said.photo_id)) continue;
      const { photo_id, sha256: hash, size } = said;
      this.receipts.set(photo_id, await this.sign({ photo_id, sha256: hash, size, stored_at: this.now() }));
    }
  }

  private create(request: Request, officer: string): Response {
    const refusal = this.creationRefusals.shift();
    if (refusal) throw refusal;
    const metadata = Object.fromEntries(
      (request.headers.get('Upload-Metadata') ?? '').split(',').map((pair) => {
        const [key, value] = pair.split(' ') as [string, string];
        return [key, Buffer.from(value, 'base64').toString()];
      }),
    );
    const size = Number(request.headers.get('Upload-Length'));
    const known = [...this.all.values()].find(
      (each) => each.officer === officer && each.metadata.photo_id === metadata.photo_id && each.metadata.sha256 === metadata.sha256 && each.size === size,
    );
    const upload = known ?? { id: crypto.randomUUID(), officer, size, bytes: new Uint8Array(), metadata };
    this.all.set(upload.id, upload);
    return tus(201, { Location: `/api/mobile/v1/uploads/${upload.id}`, ...(known ? { 'Upload-Offset': String(upload.bytes.length) } : {}) });
  }

  private async append(request: Request, found: Kept): Promise<Response> {
    const body = new Uint8Array(await request.arrayBuffer());
    const offset = Number(request.headers.get('Upload-Offset'));
    if (offset !== found.bytes.length) throw new Problems(409, 'upload_offset_mismatch', false, { 'Upload-Offset': String(found.bytes.length) });
    const sum = `sha256 ${createHash('sha256').update(body).digest('base64')}`;
    if (request.headers.get('Upload-Checksum') !== sum) throw new Problems(460, 'checksum_mismatch', true);
    this.offsets.push(offset);
    found.bytes = Buffer.concat([found.bytes, body]);
    if (found.bytes.length === found.size && found.metadata.sha256 !== sha256(found.bytes)) {
      this.all.delete(found.id);
      throw new Problems(422, 'hash_mismatch');
    }
    await this.store();
    return tus(204, { 'Upload-Offset': String(found.bytes.length) });
  }
}

function tus(status: number, headers: Record<string, string>): Response {
  return new Response(null, { status, headers: { 'Tus-Resumable': '1.0.0', ...headers } });
}
