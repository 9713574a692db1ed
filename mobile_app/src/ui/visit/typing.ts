/** A text being typed that is not in an act yet. It is kept letter by letter, over a reload
 * or a kill. */
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Text } from '../../wire';
import { textOf, useServices, useTask } from '../context';

export interface Typing {
  /** The kept text has been read. No field is shown before that, because one letter would
   * replace the whole kept text. */
  ready: boolean;
  text: string;
  type: (text: string) => void;
  /** Called when the text was used: an act holds it now. */
  forget: () => void;
  /** The same, and the field becomes empty for the next text. */
  clear: () => void;
  /** A text was kept from before: what contains the field should be open. */
  wasKept: boolean;
  /** Set if the text could not be kept. */
  trouble: ReadonlySignal<Text | null>;
}

/** `of` names the purpose of the text (typedOf in store/meta.ts). `begin` is shown until
 * something is typed. With `isGiven` the address supplied `begin`: it is shown instead of the
 * kept text, which stays stored. */
export function useTyping(of: string, begin = '', isGiven = false): Typing {
  const { visits } = useServices();
  const task = useTask();
  const [text, setText] = useState(begin);
  /** The `of` whose kept text has been read. */
  const [readOf, setReadOf] = useState(isGiven ? of : null);
  const [wasKept, setWasKept] = useState(false);
  /** Whether the field shows the text in the store. */
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
    // If it cannot be read, it has to be typed again. The store's fault shows at the next save.
    visits.typed(of).then(read, () => read(null));
    return () => {
      here = false;
    };
  }, [visits, of]);
  const keep = (next: string | null): void => {
    // Without `run`, which does only one thing at a time: a letter typed while another is being
    // saved must be saved as well.
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
