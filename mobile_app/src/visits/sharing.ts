/** What is read anew from the store comes as new objects each time; what did not change shall stay the very same, or a screen of
 * 100 photographs makes 100 pictures anew whenever a part of one was sent. */
import { same } from '../domain/canonical-json';
import type { LocalInspection, StoredPhoto } from '../domain/model';

/** The inspection as it is now, with the photographs, and at least their thumbnails, of before where they are unchanged. */
export function sharing(before: LocalInspection | null, now: LocalInspection): LocalInspection {
  if (!before) return now;
  const earlier = new Map(before.photos.map((photo) => [photo.id, photo]));
  const photos = now.photos.map((photo) => shared(earlier.get(photo.id), photo));
  const unchanged = photos.length === before.photos.length && photos.every((photo, index) => photo === before.photos[index]);
  return { ...now, photos: unchanged ? before.photos : photos };
}

function shared(before: StoredPhoto | undefined, now: StoredPhoto): StoredPhoto {
  if (!before) return now;
  // A thumbnail is made once and never changed: where both have one, it is the same.
  const thumbnail = before.thumbnail && now.thumbnail ? before.thumbnail : now.thumbnail;
  if (thumbnail !== before.thumbnail) return now;
  const { thumbnail: _, ...rest } = now;
  const { thumbnail: __, ...earlier } = before;
  return same(earlier, rest) ? before : { ...now, thumbnail };
}
