/** Sign-in with both factors, online. The first one also enrols this phone. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { KnownOfficer } from '../../app/services';
import { Button, LanguageSwitch, LinkButton, Notice, Page, TextField, TroubleNotice } from '../parts';
import { hasUnsent } from '../parts/status-line';
import { useServices, useTask } from '../context';
import { isApple } from '../install-prompt';
import { span, t } from '../words';

interface SignInProps {
  username?: string;
  /** Back to the PIN, if somebody has already signed in here. */
  onBack?: (() => void) | undefined;
  /** Opens the file of the officer's unsent work while no officer is open. */
  onRescue?: ((officer: KnownOfficer) => void) | undefined;
  /** Called after success, if the address does not change by itself. */
  onDone?: (username: string) => void;
}

type Field = 'username' | 'password' | 'otp' | 'device';

/** A name for the phone until its owner chooses a better one. */
function guessedName(): string {
  if (isApple()) return 'iPhone';
  const model = /Android [\d.]+; ([^;)]{2,40})/.exec(navigator.userAgent)?.[1];
  return model && model !== 'K' ? model : 'Android';
}

/** For a disabled account or a revoked phone: unsent work leaves by the rescue file, with or
 * without a PIN. */
function WayOut({ username, onRescue }: { username: string; onRescue: SignInProps['onRescue'] }) {
  const { accounts, rescue } = useServices();
  const access = accounts.access.value;
  if (access.state === 'open') {
    return hasUnsent(rescue.pending.value) ? <LinkButton href="/app/rescue">{t('home.rescue')}</LinkButton> : null;
  }
  const officer = access.state === 'locked' ? access.officers.find((one) => one.username === username && one.unsent > 0) : undefined;
  if (!officer || !onRescue) return null;
  return (
    <Notice tone="warning" title={t('unlock.unsent', { count: officer.unsent })}>
      <p>{t('sign_in.way_out')}</p>
      <Button onPress={() => onRescue(officer)}>{t('home.rescue')}</Button>
    </Notice>
  );
}

/** A code that this very phone computes is wrong while its clock is: nobody would look for the fault there. */
function WrongClock() {
  const standing = useServices().clock.standing.value;
  if (standing.state !== 'off') return null;
  return (
    <Notice tone="warning" title={t(standing.offMs < 0 ? 'home.clock_fast' : 'home.clock_slow', { span: span(standing.offMs) })}>
      {t('sign_in.clock_means')}
    </Notice>
  );
}

/** The form. Its errors are shown at the fields; the server's message is shown above the button. */
export function SignIn({ username = '', onBack, onRescue, onDone }: SignInProps) {
  const { accounts, settings } = useServices();
  const task = useTask();
  const [values, setValues] = useState<Record<Field, string>>(() => ({ username, password: '', otp: '', device: settings.deviceName.value || guessedName() }));
  const [asked, setAsked] = useState(false);
  const put = (field: Field) => (value: string) => setValues((before) => ({ ...before, [field]: value }));
  const missing = (field: Field): string | null => (asked && values[field].trim() === '' ? t('sign_in.missing') : null);

  async function send(): Promise<void> {
    setAsked(true);
    if (Object.values(values).some((value) => value.trim() === '')) return;
    const done = await task.run(() => accounts.signIn(values.username.trim(), values.password, values.otp.replace(/\s/g, ''), values.device.trim()));
    if (done) onDone?.(values.username.trim());
    // A one-time code works only once. Whatever the outcome, the next attempt needs the next code.
    else setValues((before) => ({ ...before, otp: '' }));
  }

  return (
    <Page title={t('sign_in.title')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{t('sign_in.lead')}</p>
        <TextField label={t('sign_in.username')} name="username" autocomplete="username" literal enterKeyHint="next" value={values.username} onInput={put('username')} error={missing('username')} />
        <TextField label={t('sign_in.password')} name="password" type="password" autocomplete="current-password" enterKeyHint="next" value={values.password} onInput={put('password')} error={missing('password')} />
        <WrongClock />
        <TextField
          label={t('sign_in.otp')}
          hint={t('sign_in.otp_hint')}
          name="otp"
          inputMode="numeric"
          enterKeyHint="go"
          autocomplete="one-time-code"
          literal
          value={values.otp}
          onInput={put('otp')}
          error={missing('otp') && !task.trouble.value ? missing('otp') : null}
        />
        <TextField label={t('sign_in.device')} hint={t('sign_in.device_hint')} name="device" maxLength={100} value={values.device} onInput={put('device')} error={missing('device')} />
        <TroubleNotice trouble={task.trouble} />
        {accounts.stopped.value && <WayOut username={values.username.trim().toLowerCase()} onRescue={onRescue} />}
        {accounts.signInNeeded.value === null && <Notice tone="info">{t('sign_in.enrols')}</Notice>}
        {accounts.access.value.state !== 'open' && <LanguageSwitch />}
        <div class="dock">
          <Button kind="primary" type="submit" busy={task.busy.value}>
            {t('sign_in.button')}
          </Button>
          {onBack && <Button onPress={onBack}>{t('sign_in.back')}</Button>}
        </div>
      </form>
    </Page>
  );
}

/** `/app/sign-in`: the session ended while the officer works. The PIN stays, and sending
 * goes on afterwards. */
export function SignInAgain() {
  const { accounts, outbox } = useServices();
  const { route } = useLocation();
  const access = accounts.access.value;
  return (
    <SignIn
      username={access.state === 'open' ? access.officer.username : ''}
      onDone={() => {
        route('/app/', true);
        void outbox.sendNow();
      }}
    />
  );
}
