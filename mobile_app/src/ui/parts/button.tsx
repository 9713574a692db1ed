/** Buttons and links that look like buttons. A press that takes time is shown and cannot
 * be repeated meanwhile. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../words';

export type ButtonKind = 'primary' | 'plain' | 'danger' | 'quiet';

interface ButtonProps {
  children: ComponentChildren;
  /** primary: the one main action of a screen · plain · danger: cannot be undone · quiet: less
   * important than others. */
  kind?: ButtonKind;
  /** If it returns a promise, the button is busy until that settles; the caller handles errors
   * (useTask). Not needed in a form with type submit. */
  onPress?: () => unknown;
  /** Busy for a reason of the caller. */
  busy?: boolean;
  disabled?: boolean;
  type?: 'button' | 'submit';
  /** Only if the words inside do not suffice. Must begin with them. */
  label?: string;
  pressed?: boolean;
}

/** A button of at least 44 px. While busy it is aria-disabled, not disabled, so that it
 * keeps the focus. */
export function Button({ children, kind = 'plain', onPress, busy = false, disabled = false, type = 'button', label, pressed }: ButtonProps) {
  const [working, setWorking] = useState(false);
  const running = useRef(false);
  const waits = busy || working;

  async function press(event: Event): Promise<void> {
    if (waits || running.current) {
      event.preventDefault();
      return;
    }
    const result = onPress?.();
    if (!(result instanceof Promise)) return;
    running.current = true;
    setWorking(true);
    try {
      await result;
    } finally {
      running.current = false;
      setWorking(false);
    }
  }

  return (
    <button
      type={type}
      class={`button button-${kind}`}
      disabled={disabled}
      aria-disabled={waits ? 'true' : undefined}
      aria-busy={waits ? 'true' : undefined}
      aria-label={label}
      aria-pressed={pressed}
      onClick={(event) => void press(event)}
    >
      {children}
      {waits && <span class="quietly"> {t('button.busy')}</span>}
    </button>
  );
}

interface LinkButtonProps {
  href: string;
  children: ComponentChildren;
  kind?: ButtonKind;
  label?: string;
  /** For links that leave the app, such as geo: and tel:. */
  rel?: string;
}

/** A link that looks like a button. It navigates, and a long press shows its address. */
export function LinkButton({ href, children, kind = 'plain', label, rel }: LinkButtonProps) {
  return (
    <a class={`button button-${kind}`} href={href} aria-label={label} rel={rel}>
      {children}
    </a>
  );
}
