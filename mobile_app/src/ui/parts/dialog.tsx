/** A question in front of the screen. It is the browser's modal dialog, which keeps the focus,
 * closes on Escape and makes the rest inert. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../words';
import { useTask } from '../context';
import { Button } from './button';
import { TroubleNotice } from './notice';

interface DialogProps {
  title: string;
  children: ComponentChildren;
  /** Called on Escape and on the phone's back gesture. The parent then stops
   * rendering the dialog. */
  onClose: () => void;
}

/** Open while it is rendered. When it closes, focus returns to where it was. */
export function Dialog({ title, children, onClose }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      class="dialog"
      ref={element}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}

interface ConfirmDialogProps {
  title: string;
  children: ComponentChildren;
  /** What will be done, in words: "Đăng xuất", never "OK". */
  confirm: string;
  danger?: boolean;
  disabled?: boolean;
  onConfirm: () => unknown;
  onClose: () => void;
}

/** Asks before something that cannot be undone. Stays open with the message if the work fails;
 * closes if it succeeds. */
export function ConfirmDialog({ title, children, confirm, danger = false, disabled = false, onConfirm, onClose }: ConfirmDialogProps) {
  const task = useTask();
  const acts = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Runs after the dialog's own effect, which opens it. In a dangerous dialog the last button
    // (cancel) gets the focus, so that a stray Enter does not confirm.
    if (danger) acts.current?.querySelector<HTMLButtonElement>('button:last-of-type')?.focus();
  }, []);
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <TroubleNotice trouble={task.trouble} />
      <div class="dialog-acts" ref={acts}>
        <Button
          kind={danger ? 'danger' : 'primary'}
          busy={task.busy.value}
          disabled={disabled}
          onPress={async () => {
            if (await task.run(async () => onConfirm())) onClose();
          }}
        >
          {confirm}
        </Button>
        <Button onPress={onClose}>{t('dialog.cancel')}</Button>
      </div>
    </Dialog>
  );
}
