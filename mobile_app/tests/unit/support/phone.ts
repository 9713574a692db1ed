/** A phone in Node: the whole engine over fake IndexedDB, connected to the server in memory. */
import { signal } from '@preact/signals';
import { onTestFinished } from 'vitest';
import { createServices } from '../../../src/app/create';
import type { Environment } from '../../../src/app/environment';
import type { Services } from '../../../src/app/services';
import { IndexedStore } from '../../../src/store/indexed';
import { Locks } from './locks';
import { someBytes } from './records';
import type { Server } from './server';
import type { Json } from './wire';

export const PASSWORD = 'mật khẩu dài';
export const PIN = '135790';

let phones = 0;

export class TestPhone {
  readonly locks: Locks;
  readonly name: string;
  /** How far this phone's clock is ahead of the server's, in ms. */
  clockAhead = 0;
  standalone = true;
  /** Delay before new writes are sent automatically, in ms. The app's own delay by default. */
  newsMs: number | undefined;
  persisted: boolean | null = true;
  store!: IndexedStore;
  services!: Services;
  /** Listeners for `online` and for the page becoming visible. */
  private returns = new Set<() => void>();

  constructor(
    readonly server: Server,
    sharing?: TestPhone,
  ) {
    this.name = sharing?.name ?? `phone-${(phones += 1)}`;
    this.locks = sharing?.locks ?? new Locks();
  }

  /** Opens the app, after `kill()` with what is on the disk. It is killed when the test ends. */
  async start(): Promise<this> {
    onTestFinished(() => this.kill());
    this.store = new IndexedStore({ name: this.name, reserveBytes: 1000 });
    const updates = { ready: signal(false), apply: () => Promise.resolve() };
    const news = this.newsMs === undefined ? {} : { newsMs: this.newsMs };
    this.services = await createServices({ environment: this.environment(), store: this.store, updates, pinRounds: 10, pauses: [0, 0, 0], ...news });
    return this;
  }

  /** Ends the page: nothing of it continues, and what it had not written is lost. */
  kill(): void {
    this.services.outbox.stop();
    this.returns.clear();
    this.store.close();
  }

  comeBack(): void {
    for (const each of [...this.returns]) each();
  }

  async signIn(username: string): Promise<void> {
    await this.services.accounts.signIn(username, PASSWORD, '123456', 'Máy thử');
  }

  /** Signs in, sets a PIN and syncs. */
  async open(username: string): Promise<void> {
    await this.signIn(username);
    const access = this.services.accounts.access.value;
    if (access.state !== 'open') await this.services.accounts.setPin(PIN);
    await this.services.syncNow();
    await this.services.outbox.sendNow();
  }

  get officerId(): string {
    const access = this.services.accounts.access.value;
    if (access.state !== 'open') throw new Error('locked');
    return access.officer.id;
  }

  /** Takes a photograph of `size` bytes and returns its id. */
  async photograph(inspectionId: string, size = 1000, seed = 7): Promise<string> {
    const bytes = someBytes(size, seed);
    const photo = { bytes, mediaType: 'image/jpeg', way: 'camera' as const, caption: null, place: null };
    const { id } = await this.services.visits.takePhoto(inspectionId, photo);
    await this.services.visits.keepThumbnail(id, someBytes(50));
    return id;
  }

  private environment(): Environment {
    return {
      fetch: this.server.fetch,
      origin: 'http://server.test',
      now: () => this.server.clock + this.clockAhead,
      monoMs: () => Math.round(performance.now()),
      locks: this.locks,
      storage: { persist: async () => this.persisted, estimate: async () => ({ usage: 1, quota: 10 }) } as unknown as StorageManager,
      wakeLock: null,
      matchMedia: () => ({ matches: this.standalone, addEventListener: () => undefined }) as unknown as MediaQueryList,
      standaloneByApple: false,
      onReturn: (listener) => {
        this.returns.add(listener);
        return () => this.returns.delete(listener);
      },
      random: () => 0.5,
      deviceName: 'Máy thử',
    };
  }
}

/** A started phone on which nobody has signed in. */
export function aPhone(server: Server): Promise<TestPhone> {
  return new TestPhone(server).start();
}

/** Another tab on the same phone. */
export function aTabOf(phone: TestPhone): Promise<TestPhone> {
  return new TestPhone(phone.server, phone).start();
}

/** An inspection of the server, in the format of sync. */
export function anInspection(id: string, state = 'decided'): Json {
  const at = '2026-11-24T01:00:00Z';
  const decision = {
    decision_id: id, number: '12/QĐ-KT', unit_id: id, issued_on: '2026-11-23', legal_bases: ['x'],
    subject: {
      subject_id: null, kind: 'business', name: 'Cửa hàng Hòa Bình', trade_name: null, tax_code: null, registration_number: null,
      address: '12 Hàng Bông', representative: null, representative_title: null, phone: null,
    },
    place: '12 Hàng Bông', latitude_e7: null, longitude_e7: null, contents: ['x'], duration_days: 1, complex: false, start_on: '2026-11-24',
    team: [], issuer_name: 'A', issuer_title: 'B', no_conflict_declared: true,
  };
  return {
    id, state, unit_id: id, unit_name_vi: 'Đội 1', unit_name_en: 'Team 1', decision, issued_at: at, opened_at: null, announced_at: null,
    submitted_at: null, submitted_by_name: null, updated_at: at, team: [], minutes: null, all_minutes: [], photos: [], missing_count: 0,
    custody: { stored: 0, missing: 0 }, signatures: [], places: [], comments: [], revision: null, submissions: [], approvals: [],
    quarantined: [], acts: [], findings: [], permitted: {},
  };
}
