/** Where a photograph stands, in words. */
import type { LocalPhoto } from '../../domain/inspection';
import type { StoredPhoto } from '../../domain/model';
import type { PhotoCounts } from '../../domain/photo-counts';
import type { Tone } from '../parts';
import { t } from './words';

/** "Ảnh 3"; of one that the server does not know yet "Ảnh 3 (tạm)": where a colleague's comes first, it changes. */
export function numberWords(photo: Pick<LocalPhoto, 'number' | 'provisional'>): string {
  return t(photo.provisional ? 'photos.one_provisional' : 'photos.one', { number: photo.number });
}

/** How many there are, as hub, list, review and desk say it: "7 ảnh, 1 trùng nên trình 6 tệp, 2 đã loại". */
export function countsWords({ inForce, same, files, withdrawn, held }: PhotoCounts): string {
  const said = [t('photos.in_force', { count: inForce })];
  if (same > 0) said.push(t('photos.twice', { same, count: files }));
  if (withdrawn > 0) said.push(t('photos.gone', { count: withdrawn }));
  if (held > 0) said.push(t('photos.held', { count: held }));
  return said.join(', ');
}

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
