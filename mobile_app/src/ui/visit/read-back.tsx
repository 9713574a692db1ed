/** Reading back: nothing is written before its one question is answered. Used for
 * minutes and papers. */
import { useState } from 'preact/hooks';
import { useTask, type Task } from '../context';
import { Checkbox } from '../parts';
import type { FormModel, Leaf } from './form-model';
import { READ_BACK } from './use-minutes';
import { t } from './words';

interface ReadBackInHand {
  task: Task;
  /** The field of the question; null if the form has none. */
  box: Leaf | null;
  /** The button was pressed without an answer. */
  missing: boolean;
  write: () => Promise<void>;
}

/** `writing` runs once the question is answered. Its errors appear in `task`. */
export function useReadBack(form: FormModel, writing: () => Promise<void>): ReadBackInHand {
  const task = useTask();
  const [missing, setMissing] = useState(false);
  const found = form.root.children.find((one) => one.name === READ_BACK);
  const box = found?.kind === 'leaf' ? found : null;
  const write = async (): Promise<void> => {
    const unread = box !== null && box.current.peek() !== true;
    setMissing(unread);
    if (unread) document.getElementById(READ_BACK)?.focus();
    else await task.run(writing);
  };
  return { task, box, missing, write };
}

/** The one field of the form that is answered here. */
export function ReadBackBox({ leaf, missing }: { leaf: Leaf; missing: boolean }) {
  const done = leaf.current.value === true;
  return <Checkbox id={READ_BACK} label={t('read.confirm')} checked={done} error={missing && !done ? t('read.confirm_needed') : null} onChange={(yes) => leaf.set(yes)} />;
}
