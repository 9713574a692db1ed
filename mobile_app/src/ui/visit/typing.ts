/** A text under the officer's fingers that is in no act yet: it outlives a reload and a kill, letter by letter. */
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Text } from '../../wire';
import { textOf, useServices, useTask } from '../context';

export interface Typing {
  /** What was kept is read: before that no field is shown, for one letter would take the place of all that was kept. */
  ready: boolean;
  text: string;
  type: (text: string) => void;
  /** It is used: an act holds it now. */
  forget: () => void;
  /** The same, and the field is empty for the next one. */
  clear: () => void;
  /** Something was kept from before: what holds the field is to be open. */
  wasKept: boolean;
  /** That it could not be kept. */
  trouble: ReadonlySignal<Text | null>;
}

/** `of` says what it is for (typedOf in store/meta.ts). `begin`: what stands there until something was typed; with
 * `isGiven` the way here gave it, and it stands instead of what was kept, which stays. */
export function useTyping(of: string, begin = '', isGiven = false): Typing {
  const { visits } = useServices();
  const task = useTask();
  const [text, setText] = useState(begin);
  /** Of which `of` all is read. */
  const [readOf, setReadOf] = useState(isGiven ? of : null);
  const [wasKept, setWasKept] = useState(false);
  /** The text in the field is what the store keeps. */
  const shows = useRef(!isGiven);
  useEffect(() => {
    if (isGiven) return undefined;
    let here = true;
    setText(begin);
    const read = (kept: string | null): void => {
      if (!here) return;
      if (kept !== null) setText(kept);
      setWasKept(kept !== null);
      setReadOf(of);
    };
    // What cannot be read is typed again; the store's fault shows at the next thing that is saved.
    visits.typed(of).then(read, () => read(null));
    return () => {
      here = false;
    };
  }, [visits, of]);
  const keep = (next: string | null): void => {
    // Not by run, which does one thing at a time: a letter that comes while another is saved is saved as well.
    visits.keepTyped(of, next).then(
      () => task.tell(null),
      (error: unknown) => task.tell(textOf(error)),
    );
  };
  const forget = (): void => {
    if (shows.current) keep(null);
  };
  return {
    ready: readOf === of,
    text,
    wasKept,
    trouble: task.trouble,
    type: (next) => {
      shows.current = true;
      setText(next);
      keep(next === begin ? null : next);
    },
    forget,
    clear: () => {
      setText('');
      forget();
    },
  };
}
