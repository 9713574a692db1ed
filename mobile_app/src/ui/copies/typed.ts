/** What is typed for a copy: how it goes, to whom, with which appointment. Kept letter by letter. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CopyLayout } from '../../app/copy-services';
import type { CopyAppointment } from '../../wire';
import { useServices } from '../context';

export interface Typed {
  layout: CopyLayout | 'screen';
  receiver: string;
  at: string | null;
  place: string;
}

export type Type = (changed: Partial<Typed>) => void;

/** The longest receiver or place that a slip has room for. */
export const MOST = 200;

/** The appointment, null for none, or what is missing. */
export function appointmentOf({ at, place }: Typed): { appointment: CopyAppointment | null; lacks: 'at' | 'place' | null } {
  const where = place.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (at === null && where === '') return { appointment: null, lacks: null };
  if (at === null) return { appointment: null, lacks: 'at' };
  if (where === '' || where.length > MOST) return { appointment: null, lacks: 'place' };
  return { appointment: { at, place: where }, lacks: null };
}

/** `stated`: the appointment in the paper, taken until the officer types another. */
export function useTyped(code: string, stated: CopyAppointment | null): [Typed, Type] {
  const { visits } = useServices();
  const begun: Typed = { layout: 'screen', receiver: '', at: stated?.at ?? null, place: stated?.place ?? '' };
  const [typed, setTyped] = useState<Typed>(begun);
  const latest = useRef<Typed>(begun);
  const touched = useRef(false);
  useEffect(() => {
    let here = true;
    visits.typed(`copy:${code}`).then(
      (text) => {
        if (!here || text === null || touched.current) return;
        latest.current = { ...begun, ...(JSON.parse(text) as Partial<Typed>) };
        setTyped(latest.current);
      },
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [visits, code]);
  const type: Type = (changed) => {
    touched.current = true;
    latest.current = { ...latest.current, ...changed };
    setTyped(latest.current);
    void visits.keepTyped(`copy:${code}`, JSON.stringify(latest.current)).catch(() => undefined);
  };
  return [typed, type];
}
