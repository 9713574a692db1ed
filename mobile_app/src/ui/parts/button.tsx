/** What is pressed. A press that takes time shows it and cannot be given twice. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../words';

export type ButtonKind = 'primary' | 'plain' | 'danger' | 'quiet';

interface ButtonProps {
  children: ComponentChildren;
  /** primary: the one main action of a screen · plain · danger: cannot be taken back · quiet: beside others. */
  kind?: ButtonKind;
  /** Where it returns a promise the button is busy until that ends; its errors are the caller's (useTask). Not needed in a form with type submit. */
  onPress?: () => unknown;
  /** Busy for a reason of the caller's. */
  busy?: boolean;
  disabled?: boolean;
  type?: 'button' | 'submit';
  /** Only where the words inside do not suffice; must begin with them. */
  label?: string;
  pressed?: boolean;
}

/** A button of at least 44 px. Busy is aria-disabled, not disabled: focus stays where it was. */
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
  /** For what leaves the app, such as geo: and tel: links. */
  rel?: string;
}

/** A link that looks like a button: it goes to a place, and a long press shows where. */
export function LinkButton({ href, children, kind = 'plain', label, rel }: LinkButtonProps) {
  return (
    <a class={`button button-${kind}`} href={href} aria-label={label} rel={rel}>
      {children}
    </a>
  );
}
