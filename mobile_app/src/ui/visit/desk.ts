/** The one shot desk of this page. Photographs that are being written outlive the screen
 * that took them. */
import { useMemo } from 'preact/hooks';
import type { Visits } from '../../app/visit-services';
import { textOf } from '../context';
import { thumbnailOf } from '../sensors/thumbnail';
import { shotDesk, type ShotDesk } from './shots';
import { smallPictures } from './small-pictures';

const desks = new WeakMap<Visits, ShotDesk>();

function guard(desk: ShotDesk): void {
  addEventListener('beforeunload', (event) => {
    if (desk.pending.peek().length > 0) event.preventDefault(); // the browser asks whether to leave
  });
}

/** The desk for these visits, created once. */
export function useShotDesk(visits: Visits): ShotDesk {
  return useMemo(() => {
    const present = desks.get(visits);
    if (present !== undefined) return present;
    const draw = smallPictures(
      (photoId) => visits.photoBytes(photoId),
      thumbnailOf,
      (photoId, jpeg) => visits.keepThumbnail(photoId, jpeg),
    );
    const made = shotDesk((id, photo) => visits.takePhoto(id, photo), draw, textOf);
    guard(made);
    desks.set(visits, made);
    return made;
  }, [visits]);
}
