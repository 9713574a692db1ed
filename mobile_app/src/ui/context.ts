/** How a screen reaches the engine, and how it runs one of its sentences. */
import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { signal, type ReadonlySignal } from '@preact/signals';
import { Trouble, type Services } from '../app/services';
import type { Text } from '../wire';
import { textOfKey } from './words/both';

const Context = createContext<Services | null>(null);

/** Gives the engine to all screens below. */
export const ServicesProvider = Context.Provider;

/** The engine's sentences. Raises outside of the app frame, which is a mistake of the programmer. */
export function useServices(): Services {
  const services = useContext(Context);
  if (!services) throw new Error('no services above this component');
  return services;
}

/** What an error says to a person: a Trouble its own sentence, anything else a plain one that blames nobody. */
export function textOf(error: unknown): Text {
  if (error instanceof Trouble) return error.text;
  return textOfKey('error.unexpected', { detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
}

export interface Task {
  busy: ReadonlySignal<boolean>;
  trouble: ReadonlySignal<Text | null>;
  /** Runs one piece of work; while it runs a second call does nothing. Resolves true where it succeeded. */
  run(work: () => Promise<unknown>): Promise<boolean>;
  /** Says something that was found before anything ran. Null takes it away. */
  tell(text: Text | null): void;
}

/** One piece of work at a time, its being under way, and what went wrong, as signals for Button and TroubleNotice. */
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
