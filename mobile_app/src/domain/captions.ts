/** Captions given to photographs after they were taken: those in the server's view, then those
 * of this phone that the server does not have yet. The last one counts. */
import type { InspectionView } from '../wire';
import { isAct } from './acts';
import { actAt } from './clock';
import type { LocalInspection, StoredAct } from './model';

/** One such caption, and the caption that it replaced. */
export interface LaterCaption {
  caption: string | null;
  before: string | null;
  /** Name of the officer whose phone gave it; null for this phone if the server does not have it
   * yet. */
  by: string | null;
  madeAt: string;
  /** It was given after the last submission and is therefore not part of what was submitted. */
  afterSubmission: boolean;
}

type Told = InspectionView['photos'][number];

/** The present caption of a photograph, and all captions that it got after it was taken. */
export interface Captioned {
  caption: string | null;
  captions: LaterCaption[];
}

/** Reads the captions of one inspection. `counts` tells which of this phone's acts are in
 * effect. */
export function captionsOf(local: LocalInspection, counts: (act: StoredAct) => boolean): (photoId: string, atShot: string | null, told: Told | null) => Captioned {
  const known = new Set(local.view.acts.map((act) => act.id));
  const here = new Map<string, LaterCaption[]>();
  const own = local.acts.filter((stored) => !known.has(stored.id) && counts(stored));
  const lastSubmission = own.filter(({ act }) => isAct(act, 'inspection.submitted')).at(-1)?.seq ?? 0;
  for (const { act, seq } of own) {
    if (!isAct(act, 'photo.captioned')) continue;
    const { photo_id: id, caption } = act.content;
    const afterSubmission = local.submittedRevision !== null && seq > lastSubmission;
    here.set(id, [...(here.get(id) ?? []), { caption, before: null, by: null, madeAt: actAt(act), afterSubmission }]);
  }
  return (photoId, atShot, told) => {
    // A server of the previous version sends no captions.
    const captions = (told?.captions ?? []).map((each): LaterCaption => {
      return { caption: each.caption, before: each.before, by: each.officer_name, madeAt: each.made_at, afterSubmission: each.after_submission };
    });
    let now = told === null ? atShot : told.caption;
    for (const each of here.get(photoId) ?? []) {
      captions.push({ ...each, before: now });
      now = each.caption;
    }
    return { caption: now, captions };
  };
}

/** The caption at the time of the shot. It is the only one that was signed together with the
 * photograph. */
export function captionAtShot(photo: Captioned): string | null {
  const [first] = photo.captions;
  return first === undefined ? photo.caption : first.before;
}
