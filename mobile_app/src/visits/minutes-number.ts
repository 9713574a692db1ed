/** The number of the inspection's own minutes, by the newer flow (docs/exchange/offline-sync.md). */
import type { Schema } from '../domain/form';
import { isNewer, numbersMinutes } from '../domain/minutes-flow';
import type { ActContents, ActTypeOnPhone, Draft, LocalInspection, StoredAct } from '../domain/model';
import type { FreeNumber } from '../domain/numbers';
import { isWritten } from '../domain/obstacles';
import { missingUnder } from '../domain/submission-rules';
import { freeHere, giveNext } from './giving-numbers';
import { newDraft } from './drawing-up';
import type { VisitDeps } from './deps';
import { trouble } from './troubles';

/** What visits.ts provides; see there. */
interface Lent {
  command<T>(id: string, work: (local: LocalInspection, officerId: string) => Promise<T>): Promise<T>;
  append<T extends ActTypeOnPhone>(local: LocalInspection, officerId: string, type: T, content: ActContents[T], number?: FreeNumber): Promise<StoredAct>;
  schemaOf(local: LocalInspection): Promise<Schema | null>;
  keep(draft: Draft, writtenAs: string | null): Promise<void>;
  flushDrafts(): Promise<void>;
}

export interface MinutesNumbers {
  number(id: string): Promise<string | null>;
  numbersLeft(form: string): Promise<number>;
  giveWaiting(): Promise<void>;
}

export function createMinutesNumbers(lent: Lent, deps: VisitDeps): MinutesNumbers {
  async function give(local: LocalInspection, officerId: string): Promise<string | null> {
    const { minutes } = local;
    if (local.number) return local.number.text;
    if (!minutes || !isNewer(local)) throw trouble('minutes_missing');
    if (!isWritten(local, await lent.schemaOf(local))) throw trouble('minutes_not_written');
    if (missingUnder(minutes, local.signatures).length > 0) throw trouble('paper_unsigned');
    if (!numbersMinutes(local)) throw trouble('paper_of_another');
    const schema = await deps.forms.form(minutes.form, minutes.formVersion);
    if (!schema) throw trouble('form_missing');
    return giveNext(deps, officerId, minutes.form, schema, (next, text) =>
      lent.append(local, officerId, 'minutes.numbered', { minutes: minutes.id, form: minutes.form, year: next.year, number: next.number, block_id: next.blockId, text }, next),
    );
  }

  /** Keeps in the draft whether the minutes wait for a number, over a kill as well. */
  async function wait(local: LocalInspection, officerId: string, waits: boolean): Promise<void> {
    const { minutes, draft } = local;
    if (!minutes || (draft?.wantsNumber ?? false) === waits) return;
    const base = draft ?? (await newDraft(local, officerId, minutes.form, deps));
    await lent.keep({ ...base, wantsNumber: waits }, draft ? draft.writtenAs : minutes.id);
  }

  const numbers: MinutesNumbers = {
    async number(id) {
      await lent.flushDrafts();
      return lent.command(id, async (local, officerId) => {
        try {
          const text = await give(local, officerId);
          await wait(local, officerId, text === null);
          return text;
        } catch (error) {
          // The desk enters the officer's number; until then the minutes wait as if none were left.
          if ((error as { code?: unknown }).code === 'officer_number_missing') await wait(local, officerId, true);
          throw error;
        }
      });
    },

    async numbersLeft(form) {
      const officerId = deps.officerId.peek();
      return officerId === null ? 0 : (await freeHere(deps, officerId, form)).length;
    },

    async giveWaiting() {
      const officerId = deps.officerId.peek();
      if (officerId === null) return;
      const waiting = (await deps.store.drafts(officerId)).filter((draft) => draft.wantsNumber);
      // One that cannot be numbered now, because it was written again for example, holds up no other.
      for (const { recordId } of waiting) await numbers.number(recordId).catch(() => undefined);
    },
  };
  return numbers;
}
