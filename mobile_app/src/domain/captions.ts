/** Captions that were given to photographs after the shot: the server's, then this phone's that it does not know yet. The last one counts. */
import type { InspectionView } from '../wire';
import { isAct } from './acts';
import { actAt } from './clock';
import type { LocalInspection, StoredAct } from './model';

/** One of them, and what stood there until then. */
export interface LaterCaption {
  caption: string | null;
  before: string | null;
  /** Whose phone gave it; null: this one's, not known to the server yet. */
  by: string | null;
  madeAt: string;
  /** The last submission was made before it: it stands beside what was submitted. */
  afterSubmission: boolean;
}

type Told = InspectionView['photos'][number];

/** What a photograph is called now, and all that it was called after the shot. */
export interface Captioned {
  caption: string | null;
  captions: LaterCaption[];
}

/** Reads them of one inspection. `counts` tells which of this phone's acts are in effect. */
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
    // A server of the version before tells of none.
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

/** What a photograph was called at the shutter: that alone was signed with it. */
export function captionAtShot(photo: Captioned): string | null {
  const [first] = photo.captions;
  return first === undefined ? photo.caption : first.before;
}
