/** A text under the officer's fingers that is in no act yet: it outlives a reload and a kill, letter by letter. */
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Text } from '../../wire';
import { textOf, useServices, useTask } from '../context';

export interface Typing {
  text: string;
  type: (text: string) => void;
  /** It is used: an act holds it now. */
  forget: () => void;
  /** Something was kept from before: what holds the field is to be open. */
  wasKept: boolean;
  /** That it could not be kept. */
  trouble: ReadonlySignal<Text | null>;
}

/** `of` says what it is for (typedOf in store/meta.ts). `begin`: what stands there until something was typed; with
 * `isGiven` the way here gave it, and it stands instead of what was kept. */
export function useTyping(of: string, begin = '', isGiven = false): Typing {
  const { visits } = useServices();
  const task = useTask();
  const [text, setText] = useState(begin);
  const [wasKept, setWasKept] = useState(false);
  const touched = useRef(false);
  useEffect(() => {
    let here = true;
    touched.current = isGiven;
    setText(begin);
    setWasKept(false);
    visits.typed(of).then(
      (kept) => {
        if (!here || touched.current || kept === '') return;
        setText(kept);
        setWasKept(true);
      },
      () => undefined, // what cannot be read is typed again; the store's fault shows at the next thing that is saved
    );
    return () => {
      here = false;
    };
  }, [visits, of]);
  const keep = (next: string): void => {
    touched.current = true;
    // Not by run, which does one thing at a time: a letter that comes while another is saved is saved as well.
    visits.keepTyped(of, next).then(
      () => task.tell(null),
      (error: unknown) => task.tell(textOf(error)),
    );
  };
  return {
    text,
    wasKept,
    trouble: task.trouble,
    type: (next) => {
      setText(next);
      keep(next);
    },
    forget: () => keep(''),
  };
}
