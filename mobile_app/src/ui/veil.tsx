/** The veil: after the app was left alone for a while, it asks for the PIN while everything stays
 * open behind it.
 *
 * It is a modal dialog over the whole screen and not another screen. Nothing behind it is
 * unmounted, so no typed letter, drawing or open question is lost, and sending goes on. What is
 * behind it is inert for touch and for screen readers.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { signal } from '@preact/signals';
import type { Services } from '../app/services';
import { Button, TextField, TroubleNotice } from './parts';
import { useServices, useTask } from './context';
import { PIN_LENGTH } from './screens/set-pin';
import { t } from './words';

/** The phone was shown to somebody and is back: why it is veiled now. */
export const handedOver = signal(false);

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchstart', 'scroll'] as const;
const LOOK_MS = 2_000;

/** Veils the app once nobody has touched it for as long as the officer chose. Returns a function
 * that stops it. */
export function watchIdle({ accounts, settings }: Pick<Services, 'accounts' | 'settings'>): () => void {
  let touched = { wall: Date.now(), mono: performance.now() };
  const touch = (): void => {
    touched = { wall: Date.now(), mono: performance.now() };
  };
  // The clock that advanced more counts: one may be set back, and the other stops while
  // a phone sleeps.
  const idleMs = (): number => Math.max(Date.now() - touched.wall, performance.now() - touched.mono);
  const look = (): void => {
    if (accounts.access.value.state !== 'open' || accounts.veiled.value) touched = { wall: Date.now(), mono: performance.now() };
    else if (idleMs() >= settings.lockAfterMinutes.value * 60_000) void accounts.veil().catch(() => undefined);
  };
  const timer = setInterval(look, LOOK_MS);
  document.addEventListener('visibilitychange', look);
  for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, touch, { capture: true, passive: true });
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, touch, { capture: true });
  };
}

/** Rendered while the app is veiled. */
export function Veil() {
  const { accounts, settings } = useServices();
  const task = useTask();
  const [pin, setPin] = useState('');
  const [short, setShort] = useState(false);
  const element = useRef<HTMLDialogElement>(null);
  const access = accounts.access.value;
  const veiled = accounts.veiled.value && access.state === 'open';
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (!veiled || !dialog) return;
    if (!dialog.open) dialog.showModal();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [veiled]);
  if (!veiled) return null;

  async function send(): Promise<void> {
    setShort(pin.length !== PIN_LENGTH);
    if (pin.length !== PIN_LENGTH || access.state !== 'open') return;
    if (await task.run(() => accounts.unlock(access.officer.id, pin))) handedOver.value = false;
    setPin('');
  }

  return (
    <dialog
      class="veil"
      ref={element}
      aria-labelledby="veil-title"
      onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
      onCancel={(event) => event.preventDefault()}
      // On a second back gesture a browser closes a dialog in any case, so it is opened again.
      onClose={() => element.current?.isConnected && element.current.showModal()}
    >
      <h2 id="veil-title">{t('veil.title')}</h2>
      <p>
        <strong>{access.officer.full_name}</strong>
      </p>
      <p>{handedOver.value ? t('veil.handed') : t('veil.means', { count: settings.lockAfterMinutes.value })}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={t('unlock.pin')}
          type="password"
          inputMode="numeric"
          maxLength={PIN_LENGTH}
          look="pin"
          literal
          value={pin}
          onInput={setPin}
          error={short ? t('set_pin.six') : null}
        />
        <TroubleNotice trouble={task.trouble} />
        <Button kind="primary" type="submit" busy={task.busy.value}>
          {t('unlock.button')}
        </Button>
      </form>
      <Button kind="quiet" onPress={() => task.run(() => accounts.lock())}>
        {t('veil.leave')}
      </Button>
    </dialog>
  );
}
