/** Where a photograph stands, in words. */
import type { LocalInspection, StoredPhoto } from '../../domain/model';
import type { Tone } from '../parts';
import { t } from './words';

/** One phrase and its tone; a withdrawn photograph is that first. */
export function stateOf(photo: StoredPhoto): { words: string; tone: Tone } {
  if (photo.withdrawn !== null) return { words: t('photos.withdrawn'), tone: 'info' };
  switch (photo.state) {
    case 'waiting':
      return { words: t('photos.waiting'), tone: 'warning' };
    case 'sending':
      return { words: t('photos.sending', { percent: Math.floor((100 * photo.sentBytes) / Math.max(1, photo.size)) }), tone: 'info' };
    case 'sent':
      return { words: t('photos.sent'), tone: 'info' };
    case 'stored':
      return { words: t('photos.stored'), tone: 'good' };
    case 'parked':
      return { words: t('photos.parked'), tone: 'danger' };
  }
}

/** The number by which everybody calls a photograph: the server's once it knows it (comments use that), until then its place on this phone. */
export function numberOf(inspection: Pick<LocalInspection, 'photos' | 'view'>, photoId: string): number {
  const known = inspection.view.photos.find((photo) => photo.photo_id === photoId)?.number;
  return known ?? inspection.photos.findIndex((photo) => photo.id === photoId) + 1;
}
