/** Six digits that open the app without a connection. Requested once after sign-in, and again
 * when the officer wants another PIN. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { KnownOfficer } from '../../app/services';
import { Button, Page, TextField, TroubleNotice } from '../parts';
import { useServices, useTask } from '../context';
import { t } from '../words';

/** Number of digits of a PIN; PHONE.md's rules of access allow no other. */
export const PIN_LENGTH = 6;

/** What is wrong with the two PINs as typed, or null. */
export function pinFault(pin: string, again: string): 'set_pin.six' | 'set_pin.differ' | null {
  if (!/^\d{6}$/.test(pin)) return 'set_pin.six';
  return pin === again ? null : 'set_pin.differ';
}

/** The two fields and their button. `onDone` is called once the PIN is set. With `dock` the
 * button is at the bottom of the screen, above it. */
export function PinForm({ onDone, dock }: { onDone?: () => void; dock?: ComponentChildren }) {
  const { accounts } = useServices();
  const task = useTask();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const fault = asked ? pinFault(pin, again) : null;

  async function send(): Promise<void> {
    setAsked(true);
    if (pinFault(pin, again) !== null) return;
    if (await task.run(() => accounts.setPin(pin))) onDone?.();
  }

  const button = (
    <Button kind="primary" type="submit" busy={task.busy.value}>
      {t('set_pin.button')}
    </Button>
  );
  const field = { type: 'password', inputMode: 'numeric', maxLength: PIN_LENGTH, look: 'pin', literal: true } as const;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField {...field} label={t('set_pin.new')} value={pin} onInput={setPin} error={fault === 'set_pin.six' ? t(fault) : null} />
      <TextField {...field} label={t('set_pin.again')} value={again} onInput={setAgain} error={fault === 'set_pin.differ' ? t(fault) : null} />
      <TroubleNotice trouble={task.trouble} />
      {dock ? (
        <div class="dock">
          {button}
          {dock}
        </div>
      ) : (
        button
      )}
    </form>
  );
}

/** The screen after the first sign-in. */
export function SetPin({ officer, onOther }: { officer: KnownOfficer; onOther: () => void }) {
  return (
    <Page title={t('set_pin.title')}>
      <p>{t('set_pin.lead', { name: officer.fullName })}</p>
      <p class="small">{t('set_pin.rules')}</p>
      <PinForm
        dock={
          <Button kind="quiet" onPress={onOther}>
            {t('unlock.other')}
          </Button>
        }
      />
    </Page>
  );
}
