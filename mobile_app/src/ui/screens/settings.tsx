/** Language and colours, sending, what the phone stores and may store, PIN and signing out. */
import { useState } from 'preact/hooks';
import { LOCK_AFTER } from '../../app/services';
import { Button, Choice, ConfirmDialog, Dialog, Facts, LinkButton, Notice, Page, Technical, TextField, TroubleNotice } from '../parts';
import { useServices, useTask } from '../context';
import { bytes, say, span } from '../words';
import { t } from '../words/places';
import { unsentPhrase } from '../parts/status-line';
import { CLOCK_TOLD_MS, UpdateNotice } from './home-notices';
import { OriginalsSwitch } from './outbox';
import { Pack } from './reference';
import { PinForm } from './set-pin';

function Looks() {
  const { settings } = useServices();
  const task = useTask();
  return (
    <section>
      <h2>{t('settings.looks')}</h2>
      <TroubleNotice trouble={task.trouble} />
      <Choice
        label={t('settings.language')}
        value={settings.language.value}
        onChange={(language) => void task.run(() => settings.set({ language }))}
        options={[
          { value: 'vi', label: 'Tiếng Việt' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Choice
        label={t('settings.theme')}
        value={settings.theme.value}
        onChange={(theme) => void task.run(() => settings.set({ theme }))}
        options={[
          { value: 'system', label: t('settings.theme_system') },
          { value: 'light', label: t('settings.theme_light') },
          { value: 'dark', label: t('settings.theme_dark') },
        ]}
      />
    </section>
  );
}

/** The name is saved as it is typed. The server learns it at the next sign-in. */
function Device() {
  const { settings } = useServices();
  const task = useTask();
  // Kept as typed: the engine trims, which would remove the space between two words.
  const [name, setName] = useState(settings.deviceName.value);
  return (
    <section>
      <h2>{t('settings.device')}</h2>
      <TroubleNotice trouble={task.trouble} />
      <TextField
        label={t('settings.device_name')}
        hint={t('settings.device_name_hint')}
        maxLength={100}
        value={name}
        onInput={(deviceName) => {
          setName(deviceName);
          if (deviceName.trim() !== '') void task.run(() => settings.set({ deviceName }));
        }}
      />
      {settings.deviceId.value && <Technical facts={[[t('settings.device_id'), <span class="mono">{settings.deviceId.value}</span>]]} />}
    </section>
  );
}

/** Promises of the browser about storage, and the state of the clock. */
function Keeping() {
  const { health } = useServices();
  const storage = health.storage.value;
  const persisted = health.persisted.value;
  const offset = health.clockOffsetMs.value;
  return (
    <section>
      <h2>{t('settings.keeping')}</h2>
      <Facts
        facts={[
          [t('settings.installed'), t(health.standalone.value ? 'settings.yes' : 'settings.no_tab')],
          [t('settings.persisted'), t(persisted === null ? 'settings.unknown' : persisted ? 'settings.persisted_yes' : 'settings.persisted_no')],
          [t('settings.storage'), storage ? t('settings.storage_used', { used: bytes(storage.usage), quota: bytes(storage.quota) }) : t('settings.unknown')],
          [t('settings.clock'), offset === null ? t('settings.clock_unknown') : Math.abs(offset) > CLOCK_TOLD_MS ? t('settings.clock_off', { span: span(offset) }) : t('settings.clock_right')],
        ]}
      />
    </section>
  );
}

/** PIN, lock, sign out. */
function Leaving() {
  const { accounts, outbox, settings } = useServices();
  const task = useTask();
  const [asking, setAsking] = useState<'pin' | 'out' | null>(null);
  const [changed, setChanged] = useState(false);
  const access = accounts.access.value;
  const unsent = unsentPhrase(outbox.summary.value);
  const close = (): void => setAsking(null);
  return (
    <section>
      <h2>{t('settings.access')}</h2>
      {access.state === 'open' && (
        <Facts
          facts={[
            [t('settings.officer'), access.officer.full_name],
            [t('settings.unit'), say({ vi: access.officer.unit.name_vi, en: access.officer.unit.name_en })],
          ]}
        />
      )}
      <Choice
        label={t('settings.lock_after')}
        hint={t('settings.lock_after_hint')}
        value={String(settings.lockAfterMinutes.value)}
        onChange={(minutes) => {
          const lockAfterMinutes = LOCK_AFTER.find((one) => String(one) === minutes);
          if (lockAfterMinutes) void task.run(() => settings.set({ lockAfterMinutes }));
        }}
        options={LOCK_AFTER.map((minutes) => ({ value: String(minutes), label: t('settings.minutes', { count: minutes }) }))}
      />
      <TroubleNotice trouble={task.trouble} />
      <div role="status">{changed && <Notice tone="good">{t('settings.pin_changed')}</Notice>}</div>
      <div class="button-row">
        <Button onPress={() => setAsking('pin')}>{t('settings.change_pin')}</Button>
        <Button onPress={() => task.run(() => accounts.lock())}>{t('settings.lock')}</Button>
        <Button kind="danger" onPress={() => setAsking('out')}>
          {t('settings.sign_out')}
        </Button>
      </div>
      {asking === 'pin' && (
        <Dialog title={t('settings.change_pin')} onClose={close}>
          <PinForm
            onDone={() => {
              setChanged(true);
              close();
            }}
          />
          <div class="dialog-acts">
            <Button onPress={close}>{t('settings.cancel')}</Button>
          </div>
        </Dialog>
      )}
      {asking === 'out' && (
        <ConfirmDialog title={t('settings.sign_out_sure')} confirm={t('settings.sign_out')} danger onConfirm={() => accounts.signOut()} onClose={close}>
          <p>{unsent ? t('settings.sign_out_unsent', { what: unsent }) : t('settings.sign_out_nothing')}</p>
          <p>{t('settings.sign_out_means')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

/** `/app/settings`. */
export function SettingsScreen() {
  return (
    <Page title={t('settings.title')} tabs>
      <UpdateNotice />
      <Looks />
      <section>
        <h2>{t('settings.sending')}</h2>
        <OriginalsSwitch />
        <div class="button-row">
          <LinkButton href="/app/rescue">{t('rescue.button')}</LinkButton>
        </div>
      </section>
      <section>
        <h2>{t('settings.reference')}</h2>
        <Pack open />
      </section>
      <Device />
      <Keeping />
      <Leaving />
      <p class="small">{t('settings.version', { version: `${__VERSION__} (${__BUILD__})` })}</p>
    </Page>
  );
}
