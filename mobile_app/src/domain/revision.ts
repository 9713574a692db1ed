/** What a submission freezes, and its hash. Mirrors the server's
 * revision_parts() (backend/fieldwork/rules/submissions.py). */
import { canonicalHash } from './canonical-json';
import type { Revision } from './model';

/** Hashes minutes (act id), photographs (SHA-256, in order), signatures and places (act
 * ids, in order). */
export async function revisionOf(parts: Omit<Revision, 'revision'>): Promise<Revision> {
  const { minutes, photos, signatures, places } = parts;
  return { minutes, photos, signatures, places, revision: await canonicalHash({ minutes, photos, signatures, places }) };
}

/** The content of a request for an opinion on a draft: minutes (act id), photographs (SHA-256,
 * in order), and the hash of both (backend/fieldwork/rules/flow.py). */
export async function proposalOf(minutes: string, photos: string[]): Promise<{ minutes: string; photos: string[]; draft: string }> {
  return { minutes, photos, draft: await canonicalHash({ minutes, photos }) };
}
