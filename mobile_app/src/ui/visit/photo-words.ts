/** The state of photographs in words. */
import type { LocalPhoto } from '../../domain/inspection';
import type { StoredPhoto } from '../../domain/model';
import type { PhotoCounts } from '../../domain/photo-counts';
import type { Tone } from '../parts';
import { t } from './words';

/** "Ảnh 3", or "Ảnh 3 (tạm)" if the server does not have it yet: the number changes if a
 * colleague's photograph arrives first. */
export function numberWords(photo: Pick<LocalPhoto, 'number' | 'provisional'>): string {
  return t(photo.provisional ? 'photos.one_provisional' : 'photos.one', { number: photo.number });
}

/** How many there are, in the same words as on the hub, the list, the review and the desk: "7
 * ảnh, 1 trùng nên trình 6 tệp, 2 đã loại". */
export function countsWords({ inForce, same, files, withdrawn, held }: PhotoCounts): string {
  const said = [t('photos.in_force', { count: inForce })];
  if (same > 0) said.push(t('photos.twice', { same, count: files }));
  if (withdrawn > 0) said.push(t('photos.gone', { count: withdrawn }));
  if (held > 0) said.push(t('photos.held', { count: held }));
  return said.join(', ');
}

/** One phrase and its tone. "Withdrawn" takes precedence over any other state. */
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

/** The same for a photograph from another phone of the team. */
export function stateTold(photo: LocalPhoto): { words: string; tone: Tone } {
  if (photo.mine !== null) return stateOf(photo.mine);
  if (photo.withdrawn !== null) return { words: t('photos.withdrawn'), tone: 'info' };
  return photo.told?.stored === true ? { words: t('photos.stored'), tone: 'good' } : { words: t('photos.announced'), tone: 'info' };
}
