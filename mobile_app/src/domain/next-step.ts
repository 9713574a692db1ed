/** The one next step of a visit, for the dock of every screen.
 *
 * It is cheap enough for every keystroke: it applies no acts and validates no form. What a form
 * finds wrong is shown on the minutes' own screen and in the review.
 */
import { isAct } from './acts';
import { draftStanding } from './draft-standing';
import { isNewer, numbersMinutes, openBeside, owns, setsAside } from './minutes-flow';
import type { LocalInspection } from './model';
import { hasPlace } from './obstacles';
import { openRemarks } from './remarks';
import { missingUnder, ruleOf, USUAL_FORM } from './submission-rules';

export type Step =
  | 'begin' | 'begin_again' | 'announce' | 'place' | 'photos' | 'minutes' | 'finish_minutes' | 'remarks' | 'mend_draft' | 'signatures' | 'number' | 'review'
  | 'send' | 'supplement' | 'verify' | 'beside' | 'help' | 'await_ruling' | 'addendum' | 'go_on' | 'withdrawn' | 'file_done' | 'closed' | 'gone';

/** `screen` is below the visit: '' is its hub. An address that begins with `/` is elsewhere
 * in the app. */
export interface NextStep {
  step: Step;
  screen: string;
}

const at = (step: Step, screen: string): NextStep => ({ step, screen });

/** Steps whose screens need nothing from the dock: they show their own button,
 * fields and errors. */
const SAYS_ITSELF: ReadonlySet<Step> = new Set<Step>(['photos', 'minutes', 'finish_minutes', 'mend_draft', 'number', 'review', 'supplement', 'addendum', 'file_done', 'beside']);

/** What is still missing while the officer is on the step's screen, as codes of
 * `missingUnder`. Null if the screen shows what to do and the dock shows nothing. */
export function lacksHere(local: LocalInspection, step: Step): string[] | null {
  if (SAYS_ITSELF.has(step)) return null;
  return step === 'signatures' ? missingOf(local) : [];
}

/** Whether this screen of the visit, such as `sign/leader`, is part of the step at `screen`. */
export function isWithin(step: NextStep, screen: string): boolean {
  const [wanted] = step.screen.split('?');
  return screen === wanted || (step.step === 'signatures' && screen.startsWith('sign/'));
}

/** Returns the first thing that is missing, in the order of a visit. */
export function nextStepOf(local: LocalInspection): NextStep {
  if (local.gone) return at('gone', '/app/outbox');
  // The newer flow: the team asked not to carry the inspection out, the decision was withdrawn, or
  // nothing in the file is open.
  if (isNewer(local)) {
    if (local.state === 'discarded') return at('withdrawn', '/app/');
    if (local.discardAsked !== null) return at('go_on', '');
    if (local.state === 'approved') return isUnsent(local) ? at('send', '/app/outbox') : (besideOf(local) ?? at('file_done', 'camera'));
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
      if (isUnsent(local)) return at('send', '/app/outbox');
      // It is the team's turn: the hub tells what is to be verified.
      if (local.file?.status === 'verifying') return at('verify', '');
      return besideOf(local) ?? at('await_ruling', '');
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
  // Photographs are not required. If the minutes were written without any, the officer has gone
  // past this step, and the review warns.
  if (form === 'BB-KT' && !minutes && local.photos.length === 0 && local.view.photos.length === 0) return at('photos', 'camera');
  if (isNewer(local) && !owns(local)) return at('help', 'photos');
  const screen = form === 'BB-KKT' ? 'minutes?form=BB-KKT' : 'minutes';
  if (!minutes && !draft) return at('minutes', screen);
  if (!minutes || (draft && draft.writtenAs !== minutes.id)) return at('finish_minutes', screen);
  // An officer who collects signatures despite the returned draft goes on.
  if (signatures.length === 0 && draftStanding(local)?.standing === 'returned') return at('mend_draft', screen);
  if (missingOf(local).length > 0) return at('signatures', 'signatures');
  // Nobody waits for a number where none is left: the minutes get it later.
  const numberless = numbersMinutes(local) && local.number === null && draft?.wantsNumber !== true;
  return numberless ? at('number', 'signatures') : at('review', 'review');
}

function missingOf({ minutes, signatures }: LocalInspection): string[] {
  if (!minutes) return [];
  return missingUnder(minutes, signatures);
}

/** Minutes beside that this officer has to decide about, once the minutes are final. */
function besideOf(local: LocalInspection): NextStep | null {
  const open = setsAside(local) ? openBeside(local) : null;
  return open && at('beside', `beside/${open.id}`);
}

/** Whether the submission has not reached the server yet. */
function isUnsent({ acts }: LocalInspection): boolean {
  return acts.findLast(({ act }) => isAct(act, 'inspection.submitted'))?.state === 'waiting';
}
