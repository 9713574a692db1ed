/** Keeps objects identical across reads if their content did not change.
 *
 * The store returns new objects with each read. Without this, a screen of 100 photographs would
 * create 100 pictures again whenever a part of one was sent.
 */
import { same } from '../domain/canonical-json';
import type { LocalInspection, StoredPhoto } from '../domain/model';

/** Returns the present inspection with the earlier photograph objects, or at least their
 * thumbnails, if these are unchanged. */
export function sharing(before: LocalInspection | null, now: LocalInspection): LocalInspection {
  if (!before) return now;
  const earlier = new Map(before.photos.map((photo) => [photo.id, photo]));
  const photos = now.photos.map((photo) => shared(earlier.get(photo.id), photo));
  const unchanged = photos.length === before.photos.length && photos.every((photo, index) => photo === before.photos[index]);
  return { ...now, photos: unchanged ? before.photos : photos };
}

function shared(before: StoredPhoto | undefined, now: StoredPhoto): StoredPhoto {
  if (!before) return now;
  // A thumbnail is made once and never changed. If both have one, it is the same.
  const thumbnail = before.thumbnail && now.thumbnail ? before.thumbnail : now.thumbnail;
  if (thumbnail !== before.thumbnail) return now;
  const { thumbnail: _, ...rest } = now;
  const { thumbnail: __, ...earlier } = before;
  return same(earlier, rest) ? before : { ...now, thumbnail };
}
