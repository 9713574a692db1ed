/** The phone's clock compared with the server's, from contact to contact and over restarts.
 * Initial values, the button "Bây giờ" and acts take their times from it. */
import { signal } from '@preact/signals';
import { heardServerClock } from '../domain/bounds';
import { heard, look, standing, timeNow, type Look, type Seen, type Standing } from '../domain/clock';
import { CLOCK, CLOCK_SEEN } from '../store/meta';
import type { Store } from '../store/store';
import type { Environment } from './environment';
import type { Clock } from './services';

/** Interval of its own looks. A change of the clock can hide no more time than this plus the
 * time for which the phone slept. */
const EVERY_MS = 60_000;

export class ClockKeeper implements Clock {
  readonly standing = signal<Standing>({ state: 'unknown' });
  /** Server's clock minus ours, in ms. If the clock was set back and no more is known, the least
   * that it can be. */
  readonly offsetMs = signal<number | null>(null);
  private seen: Seen | null = null;
  /** Identifies this page: a monotonic clock starts again with each page and window. */
  private readonly page = crypto.randomUUID();

  constructor(
    private readonly store: Store,
    private readonly env: Pick<Environment, 'now' | 'monoMs' | 'onReturn'>,
  ) {}

  /** Loads what was stored, also by an earlier version. */
  async begin(): Promise<void> {
    this.seen = (await this.store.meta<Seen>(CLOCK_SEEN)) ?? null;
    if (this.seen === null) {
      const told = await this.store.meta<{ offsetMs: number; at: string }>(CLOCK);
      const wallMs = told ? Date.parse(told.at) : Number.NaN;
      if (told && !Number.isNaN(wallMs)) {
        const serverMs = wallMs + told.offsetMs;
        this.seen = { wallMs, monoMs: 0, page: '', serverMs, contactMs: serverMs, lost: false };
      }
    }
    this.look();
    this.env.onReturn(() => this.look());
    const timer: unknown = setInterval(() => void this.keep(), EVERY_MS);
    // In Node a timer keeps the process alive; browsers have no such method.
    (timer as { unref?: () => void }).unref?.();
  }

  /** Takes the server's clock from one of its answers. */
  async heard(contact: { serverMs: number; localMs: number }): Promise<void> {
    this.seen = heard(contact, this.now());
    this.show();
    await this.write();
  }

  /** Compares both clocks now. The result is shown and used from then on. */
  look(): Standing {
    if (this.seen !== null) this.seen = look(this.seen, this.now());
    this.show();
    return this.standing.peek();
  }

  timeMs(): number | null {
    this.look();
    return timeNow(this.seen, this.env.now());
  }

  /** Looks, and stores the result for the next start. If another window has heard from the
   * server since, its stored result is newer and is used. */
  async keep(): Promise<void> {
    const kept = await this.store.meta<Seen>(CLOCK_SEEN).catch(() => undefined);
    if (kept && kept.page !== this.page && kept.contactMs > (this.seen?.contactMs ?? 0)) this.seen = kept;
    this.look();
    await this.write();
  }

  private now(): Look {
    return { wallMs: this.env.now(), monoMs: this.env.monoMs(), page: this.page };
  }

  private show(): void {
    const [found, before] = [standing(this.seen), this.standing.peek()];
    const seen = this.seen;
    if (seen !== null) heardServerClock(seen.lost ? 0 : seen.serverMs - seen.wallMs, seen.serverMs);
    const minutes = (one: Standing): number => ('offMs' in one ? Math.round(one.offMs / 60_000) : 0);
    if (found.state !== before.state || minutes(found) !== minutes(before)) this.standing.value = found;
    if (seen !== null && (this.offsetMs.peek() === null || this.standing.peek() === found)) this.offsetMs.value = seen.serverMs - seen.wallMs;
  }

  /** Only for the next start: a full disk must not stop the caller. */
  private async write(): Promise<void> {
    if (this.seen !== null) await this.store.setMeta(CLOCK_SEEN, this.seen).catch(() => undefined);
  }
}
