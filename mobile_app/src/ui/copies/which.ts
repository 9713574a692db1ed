/** Finds the paper of an inspection that bears a public code: its decision or a change of it, its minutes, a paper made on site. */
import { useEffect, useState } from 'preact/hooks';
import { codeOf } from '../../domain/codes';
import type { GivenNumber, LocalInspection } from '../../domain/model';
import type { LocalPaper } from '../../domain/papers';
import type { CopyAppointment } from '../../wire';
import { visitPath } from '../visit/frame';

export interface Which {
  number: string;
  /** The screen of the inspection on which the paper is. */
  screen: string;
  /** As the paper states it. */
  appointment: CopyAppointment | null;
}

/** Address of the screen on which the copy of a paper is handed over. */
export function copyPath(inspectionId: string, code: string): string {
  return visitPath(inspectionId, `copies/${code}`);
}

function appointmentIn(fields: Record<string, unknown>): CopyAppointment | null {
  const { appointment_at: at, appointment_place: place } = fields;
  return typeof at === 'string' && typeof place === 'string' && place.trim() !== '' ? { at, place: place.trim().slice(0, 200) } : null;
}

async function find(inspection: LocalInspection, papers: readonly LocalPaper[], code: string): Promise<Which | null> {
  const decision = (inspection.view.decision_papers ?? []).find((paper) => paper.code === code);
  if (decision) return { number: decision.number, screen: 'decision', appointment: null };
  const has = async (number: GivenNumber | null): Promise<boolean> => number !== null && (await codeOf(number)) === code;
  if (await has(inspection.number)) return { number: inspection.number?.text ?? '', screen: 'minutes', appointment: null };
  for (const paper of papers) {
    if (await has(paper.number)) return { number: paper.number?.text ?? '', screen: `papers/${paper.id}/page`, appointment: appointmentIn(paper.written?.fields ?? {}) };
  }
  return null;
}

/** Undefined while it is looked for; null if no paper here has this code. */
export function useWhich(inspection: LocalInspection | null, papers: readonly LocalPaper[], code: string): Which | null | undefined {
  const [found, setFound] = useState<Which | null | undefined>(undefined);
  const numbers = [inspection?.number ?? null, ...papers.map((paper) => paper.number)];
  // A number may be there before its code is, or come with the act in place of the code.
  const key = `${numbers.map((number) => `${number?.text ?? ''} ${number?.code ?? ''} ${number?.act?.id ?? ''}`).join()} ${inspection?.view.decision_papers?.length ?? 0}`;
  useEffect(() => {
    let here = true;
    if (inspection === null) return undefined;
    find(inspection, papers, code).then(
      (which) => here && setFound(which),
      () => here && setFound(null),
    );
    return () => {
      here = false;
    };
  }, [inspection?.id, key, code]);
  return found;
}
