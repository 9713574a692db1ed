/** Where a photograph stands, in words. */
import type { LocalPhoto } from '../../domain/inspection';
import type { StoredPhoto } from '../../domain/model';
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

/** The same of a photograph that another phone of the team took. */
export function stateTold(photo: LocalPhoto): { words: string; tone: Tone } {
  if (photo.mine !== null) return stateOf(photo.mine);
  if (photo.withdrawn !== null) return { words: t('photos.withdrawn'), tone: 'info' };
  return photo.told?.stored === true ? { words: t('photos.stored'), tone: 'good' } : { words: t('photos.announced'), tone: 'info' };
}
