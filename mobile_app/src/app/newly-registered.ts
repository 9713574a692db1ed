/** Tells when the server has taken an information. Its list of them, with summary and state, comes with a pull, and a pull
 * goes ahead of what is sent: without another one the officer would see a bare number until something else is sent. */
import { effect } from '@preact/signals';
import type { Informations } from './information-services';

/** Calls `then` once for all that were registered since the last time. What was registered before the app started is known. */
export function whenRegistered(informations: Pick<Informations, 'queued' | 'read'>, then: () => void): void {
  let known: ReadonlySet<string> | null = null;
  effect(() => {
    if (!informations.read.value) {
      known = null; // another officer's, or none
      return;
    }
    const registered = informations.queued.value.filter((one) => one.state === 'registered').map((one) => one.id);
    const isNew = known !== null && registered.some((id) => !known?.has(id));
    known = new Set(registered);
    if (isNew) then();
  });
}
