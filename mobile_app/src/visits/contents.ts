/** Builds the contents of acts from what screens pass, within the server's limits
 * (schemas/ledger/acts.py). Raises a Trouble otherwise. */
import type { CapturedPhoto, PaperHand, Visits } from '../app/visit-services';
import type { ActContents, StoredPhoto } from '../domain/model';
import type { NewPhoto } from './log';
import { trouble } from './troubles';

type Signature = Parameters<Visits['sign']>[1];

/** Content of `photo.taken`. Raises caption_too_long. */
export function contentOfPhoto(photoId: string, sha256: string, photo: CapturedPhoto): ActContents['photo.taken'] {
  return {
    photo_id: photoId,
    sha256,
    size: photo.bytes.byteLength,
    media_type: photo.mediaType.slice(0, 100) || 'application/octet-stream',
    way: photo.way,
    place: photo.place,
    caption: captionOf(photo.caption),
  };
}

/** A caption as acts hold it; null for none. Raises caption_too_long. */
export function captionOf(text: string | null): string | null {
  const caption = text?.normalize('NFC').trim() ?? '';
  if (lengthOf(caption) > 500) throw trouble('caption_too_long');
  return caption || null;
}

/** State of a photograph's row before anything of it was sent. The store splits the bytes and
 * counts the parts. */
export const UNSENT = {
  thumbnail: null,
  thumbnailSent: false,
  withdrawn: null,
  state: 'waiting',
  sentBytes: 0,
  uploadUrl: null,
  receipt: null,
  problem: null,
  tries: 0,
  lastError: null,
  chunks: 0,
  forgottenAt: null,
} as const satisfies Partial<StoredPhoto>;

/** The photograph's row before anything of it was sent. */
export function rowOfPhoto(content: ActContents['photo.taken'], photo: CapturedPhoto): NewPhoto {
  return {
    id: content.photo_id,
    sha256: content.sha256,
    size: content.size,
    mediaType: content.media_type,
    way: photo.way,
    caption: content.caption,
    place: content.place,
    ...UNSENT,
  };
}

/** Content of `person.signed`: either a drawing or a refusal. Raises
 * name_needed, drawing_or_refusal, reason_needed. */
export function contentOfSignature(minutes: string, { role, name, drawing, refusal }: Signature): ActContents['person.signed'] {
  if ((drawing === null) === (refusal === null)) throw trouble('drawing_or_refusal');
  if (drawing !== null && drawing.strokes.length === 0) throw trouble('drawing_or_refusal');
  return {
    minutes,
    role,
    name: nameOf(name),
    drawing,
    refusal: refusal && { reason: reasonOf(refusal.reason), witness: nameOf(refusal.witness), order: 1 },
  };
}

/** Content of `document.signed`. Raises the same as contentOfSignature. */
export function contentOfPaperSignature(written: string, signature: PaperHand): ActContents['document.signed'] {
  const { name, drawing, refusal } = contentOfSignature(written, { ...signature, role: 'subject' });
  return { document: written, role: signature.role, name, drawing, refusal };
}

/** A reason as acts hold it. Raises reason_needed. */
export function reasonOf(text: string): string {
  const reason = text.normalize('NFC').trim();
  const length = lengthOf(reason);
  if (length < 3 || length > 2000) throw trouble('reason_needed');
  return reason;
}

function nameOf(text: string): string {
  const name = text.normalize('NFC').trim();
  if (name === '' || lengthOf(name) > 200) throw trouble('name_needed');
  return name;
}

/** Length in characters, as the server counts it. */
function lengthOf(text: string): number {
  return [...text].length;
}
