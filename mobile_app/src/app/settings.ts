/** The officer's settings for this phone. They are stored only on the phone. */
import { signal } from '@preact/signals';
import type { Store } from '../store/store';
import { DEVICE_NAME, SETTINGS } from '../store/meta';
import { LOCK_AFTER, type LockAfter, type Settings } from './services';

type Chosen = Parameters<Settings['set']>[0];

export class SettingsService implements Settings {
  readonly language = signal<'vi' | 'en'>('vi');
  readonly theme = signal<'system' | 'light' | 'dark'>('system');
  readonly originalsOnlyWhenISay = signal(false);
  readonly lockAfterMinutes = signal<LockAfter>(5);
  readonly deviceName = signal('');
  readonly deviceId = signal<string | null>(null);

  constructor(
    private readonly store: Store,
    private readonly fallbackName: string,
  ) {}

  /** Reads the settings. Called again after a sign-in, which makes the device's id. */
  async begin(): Promise<void> {
    const kept = (await this.store.meta<Chosen>(SETTINGS)) ?? {};
    this.language.value = kept.language ?? 'vi';
    this.theme.value = kept.theme ?? 'system';
    this.originalsOnlyWhenISay.value = kept.originalsOnlyWhenISay ?? false;
    // A value that only a later version offers must not be taken for "never".
    this.lockAfterMinutes.value = LOCK_AFTER.find((minutes) => minutes === kept.lockAfterMinutes) ?? 5;
    this.deviceName.value = (await this.store.meta<string>(DEVICE_NAME)) ?? this.fallbackName;
    this.deviceId.value = (await this.store.deviceKey())?.deviceId ?? null;
  }

  async set(changed: Chosen): Promise<void> {
    const { deviceName, ...rest } = changed;
    await this.store.setMeta(SETTINGS, { ...(await this.store.meta<Chosen>(SETTINGS)), ...rest });
    if (deviceName !== undefined) await this.store.setMeta(DEVICE_NAME, deviceName.trim().slice(0, 100));
    await this.begin();
  }
}
