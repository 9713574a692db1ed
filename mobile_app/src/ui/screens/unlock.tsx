/** Unlocks the app by PIN, offline. Several officers may use one phone; none sees or
 * sends another's work. */
import { useState } from 'preact/hooks';
import type { KnownOfficer } from '../../app/services';
import { Button, Choice, LanguageSwitch, Notice, Page, TextField, TroubleNotice } from '../parts';
import { useServices, useTask } from '../context';
import { t } from '../words';
import { PIN_LENGTH } from './set-pin';

interface UnlockProps {
  officers: KnownOfficer[];
  /** Called with the officer who must sign in again; null for somebody new. */
  onSignIn: (officer: KnownOfficer | null) => void;
  /** Opens the file of the officer's unsent work, if no PIN opens the app any more. */
  onRescue: (officer: KnownOfficer) => void;
}

/** Choose the officer, then enter the PIN. A wrong PIN is reported with the remaining attempts
 * (the engine's message). */
export function Unlock({ officers, onSignIn, onRescue }: UnlockProps) {
  const { accounts } = useServices();
  const task = useTask();
  const [chosen, setChosen] = useState(officers[0]?.id ?? '');
  const [pin, setPin] = useState('');
  const [short, setShort] = useState(false);
  const officer = officers.find((one) => one.id === chosen) ?? officers[0];
  if (!officer) return null;

  async function send(): Promise<void> {
    if (!officer) return;
    setShort(pin.length !== PIN_LENGTH);
    if (pin.length !== PIN_LENGTH) return;
    await task.run(() => accounts.unlock(officer.id, pin));
    setPin('');
  }

  return (
    <Page title={t('unlock.title')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {officers.length > 1 ? (
          <Choice
            label={t('unlock.who')}
            value={officer.id}
            onChange={(id) => {
              setChosen(id);
              setPin('');
              task.tell(null);
            }}
            options={officers.map((one) => ({ value: one.id, label: one.fullName, hint: one.unsent > 0 ? t('unlock.unsent', { count: one.unsent }) : one.username }))}
          />
        ) : (
          <p>
            <strong>{officer.fullName}</strong>
            {officer.unsent > 0 && (
              <>
                <br />
                {t('unlock.unsent', { count: officer.unsent })}
              </>
            )}
          </p>
        )}
        {officer.pinBlocked ? (
          <Notice tone="danger" title={t('unlock.blocked')} live="assertive">
            {t('unlock.blocked_means')}
          </Notice>
        ) : (
          <TextField
            label={t('unlock.pin')}
            type="password"
            inputMode="numeric"
            enterKeyHint="go"
            maxLength={PIN_LENGTH}
            look="pin"
            literal
            value={pin}
            onInput={setPin}
            error={short ? t('set_pin.six') : null}
          />
        )}
        {/* A PIN that was wrong too often is reported only once, by the notice above. */}
        {!officer.pinBlocked && <TroubleNotice trouble={task.trouble} />}
        <LanguageSwitch />
        <div class="dock">
          {officer.pinBlocked ? (
            <Button kind="primary" onPress={() => onSignIn(officer)}>
              {t('unlock.sign_in')}
            </Button>
          ) : (
            <Button kind="primary" type="submit" busy={task.busy.value}>
              {t('unlock.button')}
            </Button>
          )}
          {officer.pinBlocked && officer.unsent > 0 && (
            <Button kind="quiet" onPress={() => onRescue(officer)}>
              {t('home.rescue')}
            </Button>
          )}
          {!officer.pinBlocked && (
            <Button kind="quiet" onPress={() => onSignIn(officer)}>
              {t('unlock.forgot')}
            </Button>
          )}
          <Button kind="quiet" onPress={() => onSignIn(null)}>
            {t('unlock.other')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
