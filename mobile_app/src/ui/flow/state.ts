/** The state of an inspection in words. In the newer flow the state says less than the status
 * of the file. */
import { isNewer } from '../../domain/minutes-flow';
import type { LocalInspection } from '../../domain/model';
import type { Tone } from '../parts';
import { t as shell } from '../words';
import { t } from './words';

const OF_FILE = {
  open: ['state.submitted', 'info'],
  supplement_asked: ['state.supplement_asked', 'warning'],
  verifying: ['state.verifying', 'warning'],
  agreed: ['state.agreed', 'good'],
  not_needed: ['state.not_needed', 'good'],
  taken_over: ['state.taken_over', 'info'],
} as const;

/** The tone of a state in the older flow. */
export const stateTone: Record<LocalInspection['state'], Tone> = {
  decided: 'info',
  opened: 'info',
  announced: 'info',
  submitted: 'good',
  returned: 'danger',
  revising: 'warning',
  approved: 'good',
  refused: 'danger',
  discarded: 'warning',
};

/** Words and tone for a tag. */
export function standing(inspection: LocalInspection): { words: string; tone: Tone } {
  const { state, file } = inspection;
  const older = { words: shell(`state.${state}`), tone: stateTone[state] };
  if (!isNewer(inspection)) return older;
  if (state === 'discarded') return { words: t('state.withdrawn'), tone: 'warning' };
  if (state === 'submitted' || state === 'approved') {
    const [key, tone] = OF_FILE[file?.status ?? 'open'];
    return { words: t(key), tone };
  }
  return inspection.discardAsked === null ? older : { words: t('state.asked'), tone: 'warning' };
}
