/** Numbers of this phone's blocks, given to papers and to minutes after all have signed. */
import type { Schema } from '../domain/form';
import { freeNumbers, numberText, yearInVietnam, type FreeNumber } from '../domain/numbers';
import { NumberTaken } from '../store/store';
import type { NumberBlock } from '../wire';
import { timeOf, type VisitDeps } from './deps';
import { trouble } from './troubles';

const MOST_TRIES = 20;

/** The numbers of a form that are left here for the year, in the order in which they are given. */
export async function freeHere(deps: VisitDeps, officerId: string, form: string): Promise<FreeNumber[]> {
  const [blocks, counters] = await Promise.all([deps.store.held(officerId, 'number_block'), deps.store.numberCounters(officerId)]);
  return freeNumbers(blocks.map((row) => row.value as NumberBlock), counters, form, yearInVietnam(timeOf(deps) ?? deps.now()));
}

/** Gives the next number of the form in an act. Returns its text, or null if no number is left.
 * Raises officer_number_missing. */
export async function giveNext(
  deps: VisitDeps,
  officerId: string,
  form: string,
  schema: Schema,
  append: (next: FreeNumber, text: string) => Promise<unknown>,
): Promise<string | null> {
  const officerNumber = deps.officerNumber?.() ?? null;
  if (officerNumber === null) throw trouble('officer_number_missing');
  for (let tries = 1; ; tries++) {
    const [next] = await freeHere(deps, officerId, form);
    if (!next) return null;
    const text = numberText(String(schema['x-symbol']), next.number, officerNumber);
    try {
      await append(next, text);
      return text;
    } catch (error) {
      // Happens only without Web Locks: another tab was faster, and the next number is free.
      if (!(error instanceof NumberTaken) || tries >= MOST_TRIES) throw error;
    }
  }
}
