/** Access to the engine for screens, and running one of its commands. */
import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { signal, type ReadonlySignal } from '@preact/signals';
import { Trouble, type Services } from '../app/services';
import type { Text } from '../wire';
import { textOfKey } from './words/both';

const Context = createContext<Services | null>(null);

/** Provides the engine to all screens below. */
export const ServicesProvider = Context.Provider;

/** Returns the engine's services. Raises outside the app frame, which is a programming error. */
export function useServices(): Services {
  const services = useContext(Context);
  if (!services) throw new Error('no services above this component');
  return services;
}

/** The message of an error for people: a Trouble has its own; for anything else a general one
 * that blames nobody. */
export function textOf(error: unknown): Text {
  if (error instanceof Trouble) return error.text;
  return textOfKey('error.unexpected', { detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
}

export interface Task {
  busy: ReadonlySignal<boolean>;
  trouble: ReadonlySignal<Text | null>;
  /** Runs one piece of work. While it runs, a second call does nothing. Resolves true
   * if it succeeded. */
  run(work: () => Promise<unknown>): Promise<boolean>;
  /** Shows a message about something found before any work ran. Null removes it. */
  tell(text: Text | null): void;
}

/** Runs one piece of work at a time. Exposes whether it is running and what went wrong as
 * signals for Button and TroubleNotice. */
export function useTask(): Task {
  return useMemo(() => {
    const busy = signal(false);
    const trouble = signal<Text | null>(null);
    return {
      busy,
      trouble,
      tell: (text) => {
        trouble.value = text;
      },
      run: async (work) => {
        if (busy.value) return false;
        busy.value = true;
        trouble.value = null;
        try {
          await work();
          return true;
        } catch (error) {
          trouble.value = textOf(error);
          return false;
        } finally {
          busy.value = false;
        }
      },
    };
  }, []);
}
