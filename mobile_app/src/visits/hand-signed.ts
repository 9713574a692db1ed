/** Begins an inspection from a decision signed by hand, without a signal, and mends what was typed. */
import { v7 } from 'uuid';
import type { HandSigned } from '../app/visit-services';
import { emptySheet, sheetContent, viewOfSheet, wrongFields, type Colleague, type TypedSheet } from '../domain/hand-signed';
import { photosOf } from '../domain/inspection';
import type { ActContents, ActTypeOnPhone, LocalInspection, StoredAct } from '../domain/model';
import { dayInVietnam } from '../domain/moments';
import type { InspectionView } from '../wire';
import { reasonOf } from './contents';
import { timeOf, type VisitDeps } from './deps';
import { asTrouble, refusedBy, trouble } from './troubles';

interface Lent {
  openOfficer(): string;
  command<T>(id: string, work: (local: LocalInspection, officerId: string) => Promise<T>): Promise<T>;
  append<T extends ActTypeOnPhone>(local: LocalInspection, officerId: string, type: T, content: ActContents[T]): Promise<StoredAct>;
  keepView(officerId: string, view: InspectionView): Promise<void>;
}

const draftOf = (officerId: string): string => `hand-signed:${officerId}`;

export function createHandSigned({ openOfficer, command, append, keepView }: Lent, deps: Pick<VisitDeps, 'store' | 'clock' | 'now'>): HandSigned {
  const today = (): string | null => {
    const time = timeOf(deps);
    return time === null ? null : dayInVietnam(time);
  };

  async function colleagues(): Promise<Colleague[]> {
    const rows = await deps.store.held(openOfficer(), 'officer');
    return rows.map((row) => row.value as Colleague).sort((a, b) => a.full_name.localeCompare(b.full_name, 'vi'));
  }

  function checked(typed: TypedSheet): void {
    if (wrongFields(typed, today()).length > 0) throw trouble('sheet_incomplete');
  }

  return {
    colleagues,
    today,

    async typed(unit) {
      return (await deps.store.meta<TypedSheet | null>(draftOf(openOfficer()))) ?? emptySheet(today(), unit);
    },

    keep: (typed) => deps.store.setMeta(draftOf(openOfficer()), typed),

    async begin(typed, self) {
      checked(typed);
      try {
        const officerId = openOfficer();
        const id = v7();
        const content = sheetContent(typed, self, await colleagues(), v7(), [], null);
        await keepView(officerId, viewOfSheet(id, content, self, new Date(deps.now()).toISOString()));
        await command(id, (local) => append(local, officerId, 'decision.hand_signed', content));
        await deps.store.setMeta(draftOf(officerId), null);
        return id;
      } catch (error) {
        throw asTrouble(error);
      }
    },

    async mend(id, typed, self, reason) {
      checked(typed);
      const known = await colleagues();
      await command(id, async (local, officerId) => {
        const began = open(local);
        await append(local, officerId, 'decision.hand_signed', sheetContent(typed, self, known, local.view.decision.decision_id, began.sheets, reasonOf(reason)));
      });
    },

    async nameSheets(id, sheets) {
      await command(id, async (local, officerId) => {
        const began = open(local);
        const here = new Set(photosOf(local).map((photo) => photo.id));
        if (sheets.length === 0 || !sheets.every((sheet) => here.has(sheet))) throw trouble('photo_unknown');
        if (sheets.join() === began.sheets.join()) return;
        const { view } = local;
        await append(local, officerId, 'decision.hand_signed', { decision: view.decision, issuer_unit: began.issuer_unit, sheets, reason: null });
      });
    },
  };
}

/** The decision that may still be mended. Raises the server's refusals. */
function open({ view }: LocalInspection): NonNullable<InspectionView['hand_signed']> {
  const began = view.hand_signed;
  if (!began) throw refusedBy('not_hand_signed');
  if (began.outcome === 'paper' || began.outcome === 'sheets') throw refusedBy('hand_signed_matched');
  return began;
}
