/** The one next step of a visit, for the dock of every screen. Cheap: it folds nothing and asks no form, so a keystroke may ask it;
 * what a form finds wrong the minutes' own screen and the review tell. */
import { isAct } from './acts';
import { isNewer, owns } from './minutes-flow';
import type { LocalInspection } from './model';
import { hasPlace } from './obstacles';
import { openRemarks } from './remarks';
import { missingSignatures, ruleOf, tellsAbsence, USUAL_FORM } from './submission-rules';

export type Step =
  | 'begin' | 'begin_again' | 'announce' | 'place' | 'photos' | 'minutes' | 'finish_minutes' | 'remarks' | 'signatures' | 'review'
  | 'send' | 'supplement' | 'help' | 'await_ruling' | 'addendum' | 'go_on' | 'withdrawn' | 'file_done' | 'closed' | 'gone';

/** `screen` is below the visit; '' is its hub, and an address that begins with `/` is elsewhere in the app. */
export interface NextStep {
  step: Step;
  screen: string;
}

const at = (step: Step, screen: string): NextStep => ({ step, screen });

/** In the order of a visit: the first thing that is missing. */
export function nextStepOf(local: LocalInspection): NextStep {
  if (local.gone) return at('gone', '/app/outbox');
  // By the newer flow: what the team asked not to carry out, what was withdrawn, and a file of which nothing is open.
  if (isNewer(local)) {
    if (local.state === 'discarded') return at('withdrawn', '/app/');
    if (local.discardAsked !== null) return at('go_on', '');
    if (local.state === 'approved') return isUnsent(local) ? at('send', '/app/outbox') : at('file_done', 'camera');
  }
  switch (local.state) {
    case 'decided':
      return at('begin', '');
    case 'discarded':
      return at('begin_again', '');
    case 'refused':
      return at('closed', '/app/');
    case 'approved':
      return at('addendum', 'camera');
    case 'submitted':
      if (local.file?.openAsk) return at('supplement', 'supplement');
      return isUnsent(local) ? at('send', '/app/outbox') : at('await_ruling', '');
    default:
      return atWork(local);
  }
}

function atWork(local: LocalInspection): NextStep {
  const { draft, minutes, signatures } = local;
  const form = draft?.form ?? minutes?.form ?? USUAL_FORM;
  if (local.announcedAt === null && ruleOf(form).announced) return at('announce', 'place');
  if (local.places.length === 0 && !hasPlace(local)) return at('place', 'place');
  if (openRemarks(local).length > 0) return at('remarks', 'review');
  if (form === 'BB-KT' && local.photos.length === 0 && local.view.photos.length === 0) return at('photos', 'camera');
  if (isNewer(local) && !owns(local)) return at('help', 'photos');
  const screen = form === 'BB-KKT' ? 'minutes?form=BB-KKT' : 'minutes';
  if (!minutes && !draft) return at('minutes', screen);
  if (!minutes || (draft && draft.writtenAs !== minutes.id)) return at('finish_minutes', screen);
  const roles = signatures.map((signature) => signature.role);
  if (missingSignatures(ruleOf(minutes.form), tellsAbsence(minutes.form, minutes.fields), roles).length > 0) return at('signatures', 'signatures');
  return at('review', 'review');
}

/** Whether the submission is only on this phone still. */
function isUnsent({ acts }: LocalInspection): boolean {
  return acts.findLast(({ act }) => isAct(act, 'inspection.submitted'))?.state === 'waiting';
}
